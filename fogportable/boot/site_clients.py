"""What the site's servers do to each computer: who asked, what stands in its way, whether it came here all the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from enum import Enum
from ipaddress import IPv4Address

from fogportable.boot.policy import lease_of
from fogportable.model import SiteConflict, SiteConflictKind
from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType
from fogportable.protocol.pxe import DhcpPort, PxeRequest

#: Computers remembered; beyond, the one not heard for longest is forgotten.
CAPACITY = 1024

#: From the lease to the last of the four requests on 4011 (EDK2: some 8 s), or to the script (iPXE looks for IPv6).
FIRMWARE_COMES_WITHIN_S = 10.0
IPXE_COMES_WITHIN_S = 25.0


class AskerKind(Enum):
    """Who asks: servers answer these differently. OTHER: no network boot, or not heard asking."""

    UEFI = "uefi"
    BIOS = "bios"
    IPXE = "ipxe"
    OTHER = "other"


#: What can keep whom away from here. With iPXE some of it depends on who answers first.
_KEEPS_AWAY = {
    AskerKind.UEFI: frozenset({SiteConflictKind.CLASS_WITHOUT_43, SiteConflictKind.CLASS_WITH_43}),
    AskerKind.IPXE: frozenset(SiteConflictKind) - {SiteConflictKind.NAMES_FILE},
}
_PROXIES = frozenset({SiteConflictKind.SECOND_PROXY, SiteConflictKind.SECOND_KIT})
_COMES_WITHIN_S = {AskerKind.UEFI: FIRMWARE_COMES_WITHIN_S, AskerKind.IPXE: IPXE_COMES_WITHIN_S}


class _Client:
    __slots__ = ("hit", "kind")

    def __init__(self) -> None:
        self.kind = AskerKind.OTHER
        self.hit: SiteConflict | None = None


class SiteClients:
    """By hardware address. For one thread. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._clients: OrderedDict[bytes, _Client] = OrderedDict()
        self._due: dict[bytes, float] = {}

    @property
    def has_hits(self) -> bool:
        """Whether something stands in the way of a computer that may still come here."""
        return any(each.hit is not None for each in self._clients.values())

    def kind_of(self, mac: MacAddress | None) -> AskerKind:
        """What it was when it asked last."""
        client = self._clients.get(mac.octets) if mac is not None else None
        return client.kind if client is not None else AskerKind.OTHER

    def note_request(
        self, request: PxeRequest, destination: tuple[IPv4Address, int], own: Collection[IPv4Address], now: float
    ) -> None:
        """A wish to boot passed by. own: our addresses; who asks one of them on port 4011 has come here."""
        hardware = request.mac.octets
        if request.message_type is MessageType.DISCOVER:
            client = self._touch(hardware)
            client.kind, client.hit = _kind(request), None
            self._set_due(hardware, None)
            return
        known = self._clients.get(hardware)
        if known is None or known.hit is None:
            return
        if destination[1] == DhcpPort.BOOT_SERVER.value:
            if destination[0] in own:
                known.hit = None
                self._set_due(hardware, None)
        elif request.message_type is MessageType.REQUEST and (
            known.hit.kind in _PROXIES or lease_of(request.packet)[1] == known.hit.server
        ):
            self._set_due(hardware, now + _COMES_WITHIN_S[known.kind])

    def note_conflict(self, mac: MacAddress | None, conflict: SiteConflict) -> None:
        """It was offered this."""
        client = self._clients.get(mac.octets) if mac is not None else None
        if client is not None and conflict.kind in _KEEPS_AWAY.get(client.kind, ()):
            client.hit = conflict

    def next_due(self) -> float | None:
        """When `take_due` has something to give; None for never."""
        return min(self._due.values(), default=None)

    def take_due(self, now: float) -> list[tuple[MacAddress, SiteConflict]]:
        """Computers that took a lease beside what may keep them away, and have not asked here on port 4011 since.

        Whether they have loaded something from here is not known: a file does not pass the taps.
        """
        lost = []
        for hardware in [each for each, due in self._due.items() if due <= now]:
            self._set_due(hardware, None)
            client = self._clients[hardware]
            if client.hit is not None:
                lost.append((MacAddress(hardware), client.hit))
                client.hit = None
        return lost

    def _set_due(self, hardware: bytes, due: float | None) -> None:
        if due is None:
            self._due.pop(hardware, None)
        else:
            self._due[hardware] = due

    def _touch(self, hardware: bytes) -> _Client:
        client = self._clients.get(hardware)
        if client is None:
            client = self._clients[hardware] = _Client()
            if len(self._clients) > CAPACITY:
                forgotten, _ = self._clients.popitem(last=False)
                self._due.pop(forgotten, None)
        self._clients.move_to_end(hardware)
        return client

    def __len__(self) -> int:
        return len(self._clients)


def _kind(request: PxeRequest) -> AskerKind:
    if request.runs_ipxe:
        return AskerKind.IPXE
    return AskerKind.BIOS if request.arch == 0 else AskerKind.UEFI
