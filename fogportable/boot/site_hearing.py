"""What was heard on one card while a network was asked: offers, boot servers, switches. Plain facts, no opinion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network

from fogportable.model import ProbeAsker
from fogportable.protocol.link import Bpdu, SwitchNeighbour
from fogportable.protocol.pxe import ServerOffer


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
    each server. network: that our address is in.
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
    network: IPv4Network | None = None
    has_link: bool | None = True

    def offers_to(self, asker: ProbeAsker) -> tuple[ServerOffer, ...]:
        """What this kind of computer was offered, in order of arrival."""
        return tuple(each.offer for each in self.offers if each.asker is asker)
