"""Watching a network without sending anything: what would happen there if Start were pressed."""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.boot.dry_run import DryRun, Foresight
from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.errors import FaultCode, ServiceError
from fogportable.events import Event
from fogportable.model import NetworkInterface, ServingInterface, ServingPlan, SiteServer
from fogportable.platform.packet_tap import receive_tapped
from fogportable.platform.privilege import Ask
from fogportable.protocol.address import MacAddress
from fogportable.protocol.errors import MalformedPacket
from fogportable.session.file_faults import fault_of_file
from fogportable.session.http_port import HTTP_PORTS
from fogportable.session.leasing import own_macs
from fogportable.session.site_look import opened_tap, own_addresses

_LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen when it ended. listened_s: for how long. passers_by: computers that asked for an address only."""

    interface: str
    listened_s: float
    computers: tuple[Foresight, ...]
    servers: tuple[SiteServer, ...]
    passers_by: int


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

    on_foresight: called with what is new about a computer. on_event: with what is new about the site's servers.
    Raises ServiceError as `opened_tap` does, and LOOK_FAILED.
    """
    macs, everywhere = own_macs(), own_addresses()
    run = _dry_run(serving, plan, macs, everywhere)
    site = SiteObserver({card.name: OwnPlace(card.name, serving.address.ip, everywhere)}, macs)
    began_s = clock()
    with opened_tap(card, ask=ask) as tap, selectors.DefaultSelector() as selector:
        selector.register(tap, selectors.EVENT_READ)
        while not should_stop():
            selector.select(_LOOK_EVERY_S)
            try:
                while (heard := receive_tapped(tap)) is not None:
                    passing = PassingDatagram(card.name, heard.source_mac, heard.source, heard.destination, heard.data)
                    _take_in(passing, run, site, clock(), on_foresight, on_event)
            except OSError as problem:
                raise ServiceError(FaultCode.LOOK_FAILED, interface=card.name, detail=str(problem)) from problem
    return Observed(card.name, clock() - began_s, run.foresights(), site.servers(), len(run.passers_by))


def _take_in(
    passing: PassingDatagram,
    run: DryRun,
    site: SiteObserver,
    now: float,
    on_foresight: Callable[[Foresight], None],
    on_event: Callable[[Event], None],
) -> None:
    try:
        foresight = run.receive(passing, now)
        events = site.receive(passing, now)
    except MalformedPacket:
        return
    for event in events:
        on_event(event)
    if foresight is not None:
        on_foresight(foresight)


def _dry_run(
    serving: ServingInterface, plan: ServingPlan, macs: frozenset[MacAddress], everywhere: frozenset[IPv4Address]
) -> DryRun:
    settings = ProxySettings.of(plan)

    def new_engine() -> ProxyDhcpEngine:
        return ProxyDhcpEngine(
            plan.rules,
            settings,
            own_macs=macs,
            own_addresses=everywhere,
            is_file_there=lambda file: fault_of_file(plan, file),
        )

    http = (plan.http.port or HTTP_PORTS[0]) if plan.http.is_enabled else None
    server = ServerIdentity(serving.name, serving.address, plan.ports.tftp, http)
    return DryRun(new_engine, server, own_macs=macs, everywhere=everywhere)
