"""Private networks in a session: what they need, when they are refused, and the service that gives addresses."""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.leasing.book import LeaseBook
from fogportable.boot.leasing.engine import LeaseEngine
from fogportable.boot.policy import ServerIdentity
from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.events import Event, FaultRaised
from fogportable.model import LeasingInterface, PrivateNetwork, ServingInterface, ServingPlan
from fogportable.platform.arp import hardware_of
from fogportable.platform.interfaces import find_interface, list_interfaces, serving_interface
from fogportable.platform.packet_tap import hear_arp_too
from fogportable.platform.paths import state_folder
from fogportable.platform.privilege import Ask, open_all
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, join_group
from fogportable.protocol.address import MacAddress
from fogportable.services.dhcp_probe import ForeignServer, ProbedCard, look_for_servers, probe_mac
from fogportable.services.lease_line import LeaseLine, LeaseSockets, LineState
from fogportable.services.lease_service import LeaseService
from fogportable.services.lease_store import Clocks, LeaseKeeper, kept_before, lease_file, read_leases
from fogportable.services.packet_ring import PacketRing

_log = logging.getLogger("fogportable.dhcp")

#: What the lease service owns of a card; TFTP and HTTP are served there as on any other.
LEASE_PURPOSES = frozenset({SocketPurpose.DISCOVERY, SocketPurpose.BOOT_SERVER, SocketPurpose.TAP})

Sockets = dict[UdpEndpoint, socket.socket]


@dataclass(frozen=True, slots=True)
class LeaseDoors:
    """What the lease service needs of the session. new_proxy: decides about network boot, one for each card.

    ports: of a card's name: those of TFTP and of HTTP, None without HTTP. emit, on_yield, on_crash: see LeaseService.
    """

    new_proxy: Callable[[], ProxyDhcpEngine]
    ports: Callable[[ServingInterface], tuple[int, int | None]]
    own_macs: frozenset[MacAddress]
    emit: Callable[[Event], None]
    on_yield: Callable[[str, Fault], None]
    on_crash: Callable[[Exception], None]
    ring: PacketRing


@dataclass(frozen=True, slots=True)
class PrivateNetworks:
    """What a session knows of its private networks beside the plan.

    yielded: cards that give no address until the next Start. is_probed: nobody else answered just now.
    on_yield: called with the card and the fault when one stops giving addresses.
    """

    on_yield: Callable[[str, Fault], None]
    yielded: frozenset[str] = frozenset()
    is_probed: bool = False


def leasing_interfaces(settings: PrivateNetwork | None) -> tuple[LeasingInterface, ...]:
    """The card of a profile's private network, as it is now.

    Raises ServiceError PRIVATE_NETWORK_WITHOUT_CARD, and as `serving_interface` does.
    """
    if settings is None:
        return ()
    if not settings.interface:
        raise ServiceError(FaultCode.PRIVATE_NETWORK_WITHOUT_CARD)
    return (LeasingInterface(serving_interface(find_interface(settings.interface)), settings),)


def check_leasing(leasing: Iterable[LeasingInterface]) -> None:
    """Raises ServiceError for a range or a host that is not in the card's network."""
    for each in leasing:
        fault = misplaced(each)
        if fault is not None:
            raise ServiceError.of(fault)


def misplaced(leasing: LeasingInterface) -> Fault | None:
    """What is wrong with range, hosts, router and card; None when all lie within the card's network."""
    settings, card = leasing.network, leasing.card
    network = card.address.network
    if settings.first not in network or settings.last not in network or settings.first > settings.last:
        return describe(
            FaultCode.PRIVATE_NETWORK_MISPLACED,
            first=settings.first,
            last=settings.last,
            interface=card.name,
            network=network,
        )
    never = {card.address.ip, network.network_address, network.broadcast_address}
    named = [(each.address, f"for {each.mac}") for each in settings.hosts]
    if settings.router is not None and settings.router != card.address.ip:
        named.append((settings.router, "of the router"))
    for address, whose in named:
        if address not in network or address in never:
            return describe(
                FaultCode.PRIVATE_NETWORK_HOST_MISPLACED,
                address=address,
                whose=whose,
                interface=card.name,
                network=network,
                ours=card.address.ip,
            )
    return None


def split_sockets(plan: ServingPlan, sockets: Sockets) -> tuple[Sockets, Sockets]:
    """Those of the lease service, and all others."""
    names = {each.card.name for each in plan.leasing}
    ours = {end: sock for end, sock in sockets.items() if end.interface.name in names and end.purpose in LEASE_PURPOSES}
    return ours, {end: sock for end, sock in sockets.items() if end not in ours}


def open_unopposed(
    plan: ServingPlan, endpoints: Sequence[UdpEndpoint], ask: Ask, should_stop: Callable[[], bool]
) -> tuple[Sockets, bool]:
    """The sockets of a plan, and whether it is known that nobody else gives addresses on a private network.

    should_stop: ends the looking, so that it is not known.
    Raises ServiceError as `privilege.open_all` and `refuse_beside_another` do, with nothing left open.
    """
    sockets = open_all(endpoints, ask=ask)
    with contextlib.ExitStack() as undo:
        for sock in sockets.values():
            undo.enter_context(sock)
        is_known = refuse_beside_another(plan, sockets, own_macs(), should_stop)
        undo.pop_all()
    return sockets, is_known


def refuse_beside_another(
    plan: ServingPlan, sockets: Sockets, ours: frozenset[MacAddress], should_stop: Callable[[], bool]
) -> bool:
    """Ask whether another DHCP server is on a card of ours. Blocks for up to 4.5 s. False: was stopped before.

    Raises ServiceError: FOREIGN_DHCP_SERVER with who it is; PRIVATE_NETWORK_UNWATCHED where that cannot be seen.
    """
    cards = []
    for each in plan.leasing:
        tap = _sockets_of(each.card, sockets).get(SocketPurpose.TAP)
        if tap is None:
            raise ServiceError(FaultCode.PRIVATE_NETWORK_UNWATCHED, interface=each.card.name)
        cards.append(ProbedCard(each.card.name, tap, each.card.address.ip, ours))
    if not cards:
        return True
    found = ask_cards(cards, should_stop)
    for name, server in (found or {}).items():
        raise ServiceError(FaultCode.FOREIGN_DHCP_SERVER, server=server.address, mac=server.mac, interface=name)
    return found is not None


def ask_cards(cards: Sequence[ProbedCard], should_stop: Callable[[], bool]) -> dict[str, ForeignServer] | None:
    """As `look_for_servers`, which see. Raises ServiceError LOOK_FAILED for a card that sends nothing now."""
    try:
        return look_for_servers(cards, should_stop=should_stop)
    except OSError as problem:
        names = ", ".join(each.name for each in cards)
        raise ServiceError(FaultCode.LOOK_FAILED, interface=names, detail=str(problem)) from problem


def make_lease_service(
    plan: ServingPlan, sockets: Sockets, doors: LeaseDoors, *, yielded: frozenset[str], is_probed: bool
) -> LeaseService | None:
    """The service for all private networks of the plan; None without one.

    yielded: cards that give no address until the next Start. is_probed: nobody else answered just now.
    """
    lines = []
    for each in plan.leasing:
        name = each.card.name
        state = LineState.YIELDED if name in yielded else LineState.GIVING if is_probed else LineState.PROBING
        bound = _sockets_of(each.card, sockets)
        tap = bound[SocketPurpose.TAP]
        hear_arp_too(tap)
        if plan.pxe_menu.multicast is not None:
            _hear_group(bound[SocketPurpose.BOOT_SERVER], plan.pxe_menu.multicast, each.card)
        server = ServerIdentity(name, each.card.address, *doors.ports(each.card))
        ours = doors.own_macs | {hardware_of(tap), probe_mac(hardware_of(tap))}
        lines.append(
            (
                LeaseLine(
                    each,
                    LeaseSockets(bound[SocketPurpose.DISCOVERY], bound[SocketPurpose.BOOT_SERVER], tap),
                    LeaseEngine(each, _book(each, doors.emit), doors.new_proxy(), server, own_macs=ours),
                    LeaseKeeper(_file(each), on_fault=lambda fault: doors.emit(FaultRaised(fault=fault))),
                    ours,
                    state=state,
                ),
                server,
            )
        )
    if not lines:
        return None
    return LeaseService(lines, emit=doors.emit, on_yield=doors.on_yield, on_crash=doors.on_crash, ring=doors.ring)


def with_card(plan: ServingPlan, card: ServingInterface) -> ServingPlan:
    """The plan with the card of this name as it is now."""
    return replace(
        plan,
        interfaces=tuple(card if each.name == card.name else each for each in plan.interfaces),
        leasing=tuple(replace(each, card=card) if each.card.name == card.name else each for each in plan.leasing),
    )


def placed_plan(plan: ServingPlan) -> ServingPlan:
    """Without private networks whose range is not there: their card has another address now."""
    return replace(plan, leasing=tuple(each for each in plan.leasing if misplaced(each) is None))


def why_misplaced(plan: ServingPlan, name: str) -> Fault | None:
    """Why the private network of this card cannot be served; None when it can, and for a card without one."""
    return next((misplaced(each) for each in plan.leasing if each.card.name == name), None)


def cards_of(plan: ServingPlan) -> tuple[ServingInterface, ...]:
    """All cards that are served on, whether addresses are given there or not."""
    return plan.interfaces + tuple(each.card for each in plan.leasing)


def _hear_group(sock: socket.socket, group: IPv4Address, card: ServingInterface) -> None:
    try:
        join_group(sock, group, card)
    except OSError as problem:
        # Firmware that finds nobody in the group asks the listed servers next.
        _log.warning("the group %s cannot be heard on %s: %s", group, card.name, problem)


def own_macs() -> frozenset[MacAddress]:
    """The hardware addresses of this machine; what comes from them is no client."""
    return frozenset(each.mac for each in list_interfaces() if each.mac is not None)


def _sockets_of(card: ServingInterface, sockets: Sockets) -> dict[SocketPurpose, socket.socket]:
    return {end.purpose: sock for end, sock in sockets.items() if end.interface.name == card.name}


def _file(leasing: LeasingInterface) -> Path:
    return lease_file(state_folder(), leasing.card.address.network)


def _book(leasing: LeasingInterface, emit: Callable[[Event], None]) -> LeaseBook:
    """The book with what was given before."""
    book = LeaseBook(leasing.network, leasing.card.address.network, leasing.card.address.ip)
    leases, fault = read_leases(_file(leasing))
    if fault is not None:
        emit(FaultRaised(fault=fault))
    clocks = Clocks(time.monotonic(), time.time())
    book.restore(kept_before(leases, clocks, leasing.network.lease_s), clocks.monotonic_s)
    return book
