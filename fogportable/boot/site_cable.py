"""Troubles beside servers while we serve: a loop, spanning tree, another machine with our own address."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.errors import Fault, FaultCode, describe
from fogportable.events import Event, SiteConflictFound, SiteConflictOver
from fogportable.model import SiteConflict, SiteConflictKind
from fogportable.protocol.address import NO_ADDRESS, MacAddress
from fogportable.protocol.link import Bpdu

#: Frames of our own that come in again prove a loop, as each then comes again and again; one may be an echo.
OWN_FRAMES_OF_A_LOOP = 3
#: After so long (s) without a sign of it a trouble is over: a loop repeats at once, while a machine that shares our
#: address is heard when it looks for its neighbours, every minute or so.
LOOP_OVER_S, TWIN_OVER_S = 10.0, 300.0
#: Ports of a tree that wait for less (s) than this in all are no trouble.
_SHORT_WAIT_S = 8.0


@dataclass(slots=True)
class _Trouble:
    """ends_s: when it is over unless it is seen again; None for never."""

    conflict: SiteConflict
    ends_s: float | None


class SiteCable:
    """For one thread; `snapshot` from any. Times are monotonic seconds. Each trouble is told once, and once as over."""

    def __init__(self) -> None:
        self._troubles: dict[tuple[str, SiteConflictKind], _Trouble] = {}
        self._own_frames: dict[str, tuple[int, float]] = {}
        self._shown: tuple[SiteConflict, ...] = ()

    def snapshot(self) -> tuple[SiteConflict, ...]:
        """What is wrong now."""
        return self._shown

    def note_own_frame(self, interface: str, now: float) -> tuple[Event, ...]:
        """A frame that this very card sent came in again."""
        count, since_s = self._own_frames.get(interface, (0, now))
        if now - since_s > LOOP_OVER_S:
            count, since_s = 0, now
        self._own_frames[interface] = (count + 1, since_s)
        if count + 1 < OWN_FRAMES_OF_A_LOOP:
            return ()
        fault = describe(FaultCode.SITE_LOOP, interface=interface)
        return self._note(interface, SiteConflictKind.LOOP, NO_ADDRESS, fault, now + LOOP_OVER_S)

    def note_twin(self, interface: str, own: IPv4Address, mac: MacAddress, now: float) -> tuple[Event, ...]:
        """Another machine says that our address is its own."""
        fault = describe(FaultCode.ADDRESS_TAKEN, address=own, mac=mac)
        return self._note(interface, SiteConflictKind.ADDRESS_TAKEN, own, fault, now + TWIN_OVER_S)

    def note_bpdu(self, interface: str, bpdu: Bpdu) -> tuple[Event, ...]:
        """A bridge with spanning tree speaks. That it stops proves nothing: a port may be set to hear none."""
        wait_s = 2 * bpdu.forward_delay_s
        if wait_s < _SHORT_WAIT_S:
            return ()
        fault = describe(FaultCode.SITE_SPANNING_TREE, wait_s=f"{wait_s:g}")
        return self._note(interface, SiteConflictKind.SPANNING_TREE, NO_ADDRESS, fault, None)

    def move(self, own: frozenset[IPv4Address]) -> None:
        """These are our addresses now: who has one that is no longer ours shares nothing with us. Told by `expire`."""
        for (_, kind), each in self._troubles.items():
            if kind is SiteConflictKind.ADDRESS_TAKEN and each.conflict.server not in own:
                each.ends_s = 0.0

    def next_deadline(self) -> float | None:
        """When `expire` may have something to say; None for never."""
        return min((each.ends_s for each in self._troubles.values() if each.ends_s is not None), default=None)

    def expire(self, now: float) -> tuple[Event, ...]:
        """Troubles of which there was no sign for long enough."""
        over = [key for key, each in self._troubles.items() if each.ends_s is not None and each.ends_s <= now]
        ended = [self._troubles.pop(key).conflict for key in over]
        if ended:
            self._publish()
        return tuple(
            SiteConflictOver(interface=each.interface, server=each.server, kind=each.kind, fault=each.fault)
            for each in ended
        )

    def _note(
        self, interface: str, kind: SiteConflictKind, server: IPv4Address, fault: Fault, ends_s: float | None
    ) -> tuple[Event, ...]:
        known = self._troubles.get((interface, kind))
        if known is not None:
            known.ends_s = ends_s
            return ()
        self._troubles[interface, kind] = _Trouble(SiteConflict(kind, server, interface, fault), ends_s)
        self._publish()
        return (SiteConflictFound(interface=interface, server=server, kind=kind, fault=fault),)

    def _publish(self) -> None:
        """A new tuple in one step: other threads read it without a lock."""
        self._shown = tuple(each.conflict for each in self._troubles.values())
