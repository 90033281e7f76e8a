"""Watching a network without sending anything: what would happen there if Start were pressed."""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.dry_run import DryRun
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.errors import FaultCode, ServiceError
from fogportable.events import Event
from fogportable.model import Foresight, NetworkInterface, ServingInterface, ServingPlan, SiteServer
from fogportable.platform.packet_tap import TappedDatagram, receive_tapped
from fogportable.platform.privilege import Ask
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.session.file_faults import fault_of_file
from fogportable.session.http_port import HTTP_PORTS
from fogportable.session.leasing import own_macs
from fogportable.session.site_look import opened_tap, own_addresses

_LOOK_EVERY_S = 0.2
_TO_SERVERS = 67


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen when it ended. listened_s: for how long. passers_by: computers that asked for an address only."""

    interface: str
    listened_s: float
    computers: tuple[Foresight, ...]
    servers: tuple[SiteServer, ...]
    passers_by: int


class Observation:
    """What passes by on some cards, and what it means. Sends nothing, has no sockets. For one thread.

    site: gets what other servers say. on_foresight: called with what is new about a computer; on_again: with one that
    asked once more. on_event: with what is new about the site's servers. requests_heard: of anybody, for addresses too;
    read by others.
    """

    def __init__(
        self,
        plan: ServingPlan,
        cards: Sequence[ServingInterface],
        site: SiteObserver,
        *,
        on_foresight: Callable[[Foresight], None],
        on_event: Callable[[Event], None],
        on_again: Callable[[Foresight], None] = lambda _: None,
    ) -> None:
        macs, everywhere = own_macs(), own_addresses()
        self.site = site
        site.move({each.name: OwnPlace(each.name, each.address.ip, everywhere) for each in cards}, macs)
        self._runs = {each.name: _dry_run(each, plan, macs, everywhere, on_again) for each in cards}
        self._macs = macs
        self._on_foresight = on_foresight
        self._on_event = on_event
        self.requests_heard = 0
        self.malformed_datagrams = 0

    def take_in(self, card: str, heard: TappedDatagram, now_s: float) -> None:
        """One datagram that a tap on this card has heard."""
        passing = PassingDatagram(card, heard.source_mac, heard.source, heard.destination, heard.data)
        if heard.destination[1] == _TO_SERVERS and heard.source_mac not in self._macs:
            self.requests_heard += 1
        try:
            foresight = self._runs[card].receive(passing, now_s)
            events = self.site.receive(passing, now_s)
        except MalformedPacket:
            self.malformed_datagrams += 1
            return
        for event in events:
            self._on_event(event)
        if foresight is not None:
            self._on_foresight(foresight)

    def foresights(self) -> tuple[Foresight, ...]:
        """All computers, by card, in the order in which they asked last."""
        return tuple(each for run in self._runs.values() for each in run.foresights())

    @property
    def passers_by(self) -> int:
        """Computers that asked for an address only."""
        return len(frozenset[bytes]().union(*(run.passers_by for run in self._runs.values())))


def observe(
    card: NetworkInterface,
    serving: ServingInterface,
    plan: ServingPlan,
    *,
    on_foresight: Callable[[Foresight], None],
    on_event: Callable[[Event], None],
    should_stop: Callable[[], bool],
    ask: Ask = Ask.NEVER,
    clock: Callable[[], float] = time.monotonic,
) -> Observed:
    """Listen until should_stop, which is asked several times a second. Sends no frame.

    on_foresight, on_event: as in `Observation`. Raises ServiceError as `opened_tap` does, and LOOK_FAILED.
    """
    site = SiteObserver({}, frozenset())
    observation = Observation(plan, (serving,), site, on_foresight=on_foresight, on_event=on_event)
    began_s = clock()
    with opened_tap(card, ask=ask) as tap, selectors.DefaultSelector() as selector:
        selector.register(tap, selectors.EVENT_READ)
        while not should_stop():
            selector.select(_LOOK_EVERY_S)
            try:
                while (heard := receive_tapped(tap)) is not None:
                    observation.take_in(card.name, heard, clock())
            except OSError as problem:
                raise ServiceError(FaultCode.LOOK_FAILED, interface=card.name, detail=str(problem)) from problem
    listened_s = clock() - began_s
    return Observed(card.name, listened_s, observation.foresights(), site.servers(), observation.passers_by)


def _dry_run(
    serving: ServingInterface,
    plan: ServingPlan,
    macs: frozenset[MacAddress],
    everywhere: frozenset[IPv4Address],
    on_again: Callable[[Foresight], None],
) -> DryRun:
    settings = ProxySettings.of(plan)

    def new_engine() -> ProxyDhcpEngine:
        return ProxyDhcpEngine(
            plan.rules,
            settings,
            own_macs=macs,
            own_addresses=everywhere,
            is_file_there=partial(fault_of_file, plan),
        )

    http = (plan.http.port or HTTP_PORTS[0]) if plan.http.is_enabled else None
    server = ServerIdentity(serving.name, serving.address, plan.ports.tftp, http)
    return DryRun(new_engine, server, own_macs=macs, everywhere=everywhere, on_again=on_again)
