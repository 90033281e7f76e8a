"""What was heard on one card while a network was asked: offers, boot servers, switches. Plain facts, no opinion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network

from fogportable.model import ProbeAsker
from fogportable.protocol.address import MacAddress
from fogportable.protocol.link import Bpdu, SwitchNeighbour
from fogportable.protocol.pxe import ServerOffer

#: So long (s) after its first DISCOVER each kind waits for a proxy when it has a lease already: iPXE until the first of
#: its waits (1 s, 2 s) that ends after 2 s (dhcp.c), EDK2 for its first round (mPxeDhcpTimeout, 4 s).
_WAITS_FOR_PROXIES_S = {ProbeAsker.IPXE: 3.0}
_USUALLY_WAITS_S = 4.0


@dataclass(frozen=True, slots=True)
class HeardOffer:
    """An answer to one of our DISCOVERs. after_s: since that kind was first asked."""

    asker: ProbeAsker
    offer: ServerOffer
    after_s: float


class Port4011(StrEnum):
    """What came of asking a boot server. REFUSED: the machine is there, and nobody serves that port."""

    ANSWERED = "answered"
    SILENT = "silent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class BootServerHeard:
    """address: who was asked on port 4011. answer: what it said; None unless it answered."""

    address: IPv4Address
    state: Port4011
    answer: ServerOffer | None = None


@dataclass(frozen=True, slots=True)
class SiteHearing:
    """One card. own: our address there, None without one. listened_s: for how long.

    offers: in the order in which they came. bridge, neighbour, querier: the last heard, None for not heard yet, which
    proves nothing. vlans: numbers of VLANs whose tagged frames came in. came_back: frames of our own that came in
    again. others_asking: other computers that sent a DISCOVER. to_others: what servers said to other computers, one of
    each server. networks: that our addresses are in, the first one's first. refusing: who answered a DISCOVER with
    a NAK. twin: another machine that says our address is its own. frames_lost: for which there was no time.
    """

    interface: str
    own: IPv4Address | None
    listened_s: float
    offers: tuple[HeardOffer, ...] = ()
    boot_servers: tuple[BootServerHeard, ...] = ()
    bridge: Bpdu | None = None
    neighbour: SwitchNeighbour | None = None
    querier: IPv4Address | None = None
    vlans: frozenset[int] = frozenset()
    came_back: int = 0
    others_asking: int = 0
    to_others: tuple[ServerOffer, ...] = ()
    networks: tuple[IPv4Network, ...] = ()
    has_link: bool | None = True
    refusing: tuple[IPv4Address, ...] = ()
    twin: MacAddress | None = None
    frames_lost: int = 0

    def offers_to(self, asker: ProbeAsker) -> tuple[ServerOffer, ...]:
        """What this kind of computer was offered, in order of arrival."""
        return tuple(each.offer for each in self.offers if each.asker is asker)

    def offers_in_time(self, asker: ProbeAsker) -> tuple[ServerOffer, ...]:
        """The same without what comes when such a computer has a lease and no longer waits for more."""
        heard = [each for each in self.offers if each.asker is asker]
        leased_s = min((each.after_s for each in heard if each.offer.gives_address), default=0.0)
        until_s = max(leased_s, _WAITS_FOR_PROXIES_S.get(asker, _USUALLY_WAITS_S))
        return tuple(each.offer for each in heard if each.offer.gives_address or each.after_s <= until_s)

    def first_lease_s(self, asker: ProbeAsker) -> float | None:
        """How long such a computer waits for an address; None when it was offered none."""
        return min(
            (each.after_s for each in self.offers if each.asker is asker and each.offer.gives_address), default=None
        )
