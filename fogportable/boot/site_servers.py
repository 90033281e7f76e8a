"""The servers heard at the site and what each of them says that concerns network boot, bounded."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.askers import TokenBucket
from fogportable.boot.site_clients import AskerKind
from fogportable.boot.site_conflicts import OwnPlace, conflict_in, is_from_a_kit, name_for_people, second_kit_fault
from fogportable.errors import Fault
from fogportable.events import DhcpServerSeen, Event, SiteConflictFound, SiteConflictOver
from fogportable.model import SiteConflict, SiteConflictKind, SiteServer
from fogportable.protocol.dhcp import MessageType
from fogportable.protocol.pxe import ServerOffer

#: Servers remembered; beyond, the one not heard for longest is forgotten.
CAPACITY = 64

#: Offers looked at, of one server: a room that boots at once says the same thing a thousand times.
OFFERS_PER_S = 20.0
OFFERS_BURST = 50.0
#: Servers never heard before, all together: a flood of invented ones must not fill the journal.
NEW_SERVERS_PER_S = 0.2
NEW_SERVERS_BURST = 16.0

#: Different answers told of one server: one that names a file for each computer must not fill the journal.
MOST_TOLD = 8

#: A boot server that leaves as many computers of a kind unanswered, for this long, is gone.
LEAVES_UNANSWERED = 5
GONE_AFTER_S = 60.0

_PROXIES = frozenset({SiteConflictKind.SECOND_PROXY, SiteConflictKind.SECOND_KIT})


class _Server:
    """conflicts: by kind, each with the kinds of computers whose offers showed it last. told: what was told of it."""

    __slots__ = ("bucket", "conflicts", "has_answered_boot", "is_kit", "said", "shown", "told", "unanswered")

    def __init__(self, shown: SiteServer, now: float) -> None:
        self.shown = shown
        self.bucket = TokenBucket(OFFERS_PER_S, OFFERS_BURST, now)
        self.conflicts: dict[SiteConflictKind, tuple[SiteConflict, set[AskerKind]]] = {}
        self.said: dict[tuple[SiteConflictKind, AskerKind], Fault] = {}
        self.told: set[Fault] = set()
        self.is_kit = False
        self.has_answered_boot = False
        self.unanswered = 0


class SiteServers:
    """For one thread; `snapshot` from any. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._servers: OrderedDict[tuple[str, IPv4Address], _Server] = OrderedDict()
        self._news = TokenBucket(NEW_SERVERS_PER_S, NEW_SERVERS_BURST, 0.0)
        self._shown: tuple[SiteServer, ...] = ()

    @property
    def has_proxies(self) -> bool:
        """Whether a boot server beside us is known."""
        return any(not _PROXIES.isdisjoint(each.conflicts) for each in self._servers.values())

    def snapshot(self) -> tuple[SiteServer, ...]:
        """In the order in which they were first heard."""
        return self._shown

    def note_offer(
        self, offer: ServerOffer, asker: AskerKind, place: OwnPlace, now: float
    ) -> tuple[SiteConflict | None, tuple[Event, ...]]:
        """Take in what another server said to such a computer. Gives what it means, and the news in it."""
        if not (offer.gives_address or offer.is_proxy):
            return None, ()
        key = (place.interface, offer.server)
        server = self._servers.get(key)
        events: list[Event] = []
        if server is None:
            if not self._news.take(now):
                return None, ()
            server = self._add(key, offer, now)
            events.append(_seen(server.shown, offer))
        elif not server.bucket.take(now):
            return None, ()
        elif offer.is_from_boot_server and server.shown.gives_addresses:
            return None, ()  # The boot server that its own offer names: nothing more than that said.
        server.is_kit = server.is_kit or is_from_a_kit(offer)
        conflict = _known_better(conflict_in(offer, place), server)
        events += _merge(server, conflict, asker, may_end=offer.message_type is not MessageType.ACK)
        self._show(key, server, offer, asker, now)
        return conflict, tuple(events)

    def note_discover(self, interface: str, asker: AskerKind, now: float) -> tuple[Event, ...]:
        """A computer asks for network boot: boot servers that no longer answer such ones are gone."""
        events: list[Event] = []
        for (where, _), server in self._servers.items():
            kind = next((each for each in server.conflicts if each in _PROXIES), None)
            if where != interface or kind is None or asker not in server.conflicts[kind][1]:
                continue
            server.unanswered += 1
            if server.unanswered > LEAVES_UNANSWERED and now - server.shown.last_heard_s > GONE_AFTER_S:
                conflict, _ = server.conflicts.pop(kind)
                events.append(_over(conflict))
                server.shown = replace(server.shown, conflicts=_conflicts_of(server))
        if events:
            self._publish()
        return tuple(events)

    def _add(self, key: tuple[str, IPv4Address], offer: ServerOffer, now: float) -> _Server:
        server = _Server(SiteServer(offer.server, key[0], offer.gives_address, now, now), now)
        self._servers[key] = server
        if len(self._servers) > CAPACITY:
            self._servers.popitem(last=False)
        return server

    def _show(
        self, key: tuple[str, IPv4Address], server: _Server, offer: ServerOffer, asker: AskerKind, now: float
    ) -> None:
        """What it says to computers that boot says more than what it says to others."""
        server.unanswered = 0
        shown = replace(
            server.shown,
            last_heard_s=now,
            offers_heard=server.shown.offers_heard + 1,
            conflicts=_conflicts_of(server),
        )
        if asker is not AskerKind.OTHER or not server.has_answered_boot:
            server.has_answered_boot = asker is not AskerKind.OTHER
            shown = replace(
                shown,
                gives_addresses=shown.gives_addresses or offer.gives_address,
                boot_file=name_for_people(offer.ipxe_file),
                next_server=offer.next_server,
                vendor_class=name_for_people(offer.vendor_class),
                has_boot_instructions=offer.has_instructions,
                ipxe_priority=offer.ipxe_priority,
            )
        server.shown = shown
        self._servers.move_to_end(key)
        self._publish()

    def _publish(self) -> None:
        """A new tuple in one step: other threads read it without a lock."""
        every = [each.shown for each in self._servers.values()]
        self._shown = tuple(sorted(every, key=lambda each: each.first_heard_s))


def _known_better(conflict: SiteConflict | None, server: _Server) -> SiteConflict | None:
    """What it told iPXE gives another kit away; to firmware it looks like any proxy."""
    if conflict is None or conflict.kind is not SiteConflictKind.SECOND_PROXY or not server.is_kit:
        return conflict
    return replace(conflict, kind=SiteConflictKind.SECOND_KIT, fault=second_kit_fault(conflict.server))


def _merge(server: _Server, conflict: SiteConflict | None, asker: AskerKind, *, may_end: bool) -> list[Event]:
    """may_end: what an OFFER no longer says to the same kind of computer is over; an ACK proves nothing."""
    events: list[Event] = []
    for kind in list(server.conflicts):
        if conflict is not None and kind is conflict.kind:
            continue
        old, askers = server.conflicts[kind]
        is_known_better = conflict is not None and {kind, conflict.kind} == _PROXIES
        if may_end:
            askers.discard(asker)
        if is_known_better or not askers:
            del server.conflicts[kind]
            events.append(_over(old))
    if conflict is not None:
        is_known = conflict.kind in server.conflicts
        askers = server.conflicts[conflict.kind][1] if is_known else set()
        server.conflicts[conflict.kind] = (conflict, askers | {asker})
        if not is_known or _is_changed(server, conflict, asker):
            server.told.add(conflict.fault)
            events.append(
                SiteConflictFound(
                    interface=conflict.interface, server=conflict.server, kind=conflict.kind, fault=conflict.fault
                )
            )
        server.said[conflict.kind, asker] = conflict.fault
    return events


def _is_changed(server: _Server, conflict: SiteConflict, asker: AskerKind) -> bool:
    """The same kind of computer hears something else than before, which was never told: another file, say."""
    before = server.said.get((conflict.kind, asker))
    is_news = before not in (None, conflict.fault) and conflict.fault not in server.told
    return is_news and len(server.told) < MOST_TOLD


def _conflicts_of(server: _Server) -> tuple[SiteConflict, ...]:
    return tuple(conflict for conflict, _ in server.conflicts.values())


def _over(conflict: SiteConflict) -> SiteConflictOver:
    return SiteConflictOver(
        interface=conflict.interface, server=conflict.server, kind=conflict.kind, fault=conflict.fault
    )


def _seen(server: SiteServer, offer: ServerOffer) -> DhcpServerSeen:
    return DhcpServerSeen(
        interface=server.interface,
        server=server.server,
        gives_addresses=offer.gives_address,
        boot_file=name_for_people(offer.ipxe_file),
    )
