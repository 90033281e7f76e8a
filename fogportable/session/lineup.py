"""The services of one run, made around sockets that are bound already."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from ipaddress import IPv4Address

from fogportable.boot.policy import TFTP_PORT, ProxySettings
from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine
from fogportable.boot.site_conflicts import OwnPlace
from fogportable.boot.site_observer import SiteObserver
from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.events import Event, ServiceName, TransferFinished
from fogportable.model import (
    LearnedShape,
    LeaseSnapshot,
    Menu,
    NetworkInterface,
    ServingInterface,
    ServingPlan,
    TransferSnapshot,
    WirePorts,
)
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, receive_buffer_bytes
from fogportable.protocol.address import MacAddress
from fogportable.services.dhcp_service import DhcpListener, DhcpService, EmitCrowd
from fogportable.services.http_service import HttpService
from fogportable.services.lease_service import LeaseService
from fogportable.services.site_watch import SiteWatch
from fogportable.services.tftp_service import TftpService
from fogportable.session.approvals import Approvals
from fogportable.session.file_faults import fault_of_file
from fogportable.session.finished import FinishedComputers
from fogportable.session.http_port import free_http_port
from fogportable.session.leasing import LeaseDoors, PrivateNetworks, cards_of, make_lease_service, split_sockets
from fogportable.session.plan_check import for_whom
from fogportable.session.recorder import Rings
from fogportable.session.scripts import fog_script_called, script_called
from fogportable.session.stores import new_store

#: The service whose end does not end serving.
SITE_WATCH = "site watch"

_FILE_SERVICES = frozenset({ServiceName.TFTP, ServiceName.HTTP})

#: A thread gets this long (s) to end once it was asked to.
_JOIN_S = 2.0


class LineUp:
    """proxyDHCP, TFTP and HTTP on all chosen interfaces. Made, used and stopped by the session."""

    def __init__(
        self,
        plan: ServingPlan,
        sockets: dict[UdpEndpoint, socket.socket],
        *,
        emit: Callable[[Event], None],
        emit_crowd: EmitCrowd,
        mac_of: Callable[[IPv4Address], MacAddress | None],
        arch_of: Callable[[MacAddress], int | None],
        own_macs: frozenset[MacAddress],
        on_crash: Callable[[str, Exception], None],
        site: SiteObserver,
        private: PrivateNetworks,
        learned: tuple[LearnedShape, ...] = (),
        finished: FinishedComputers | None = None,
        approvals: Approvals | None = None,
        rings: Rings,
    ) -> None:
        """sockets: one for each of `endpoints(plan)`, taps may be missing; they belong to the line-up from here on.

        site: what the taps hear goes there. rings: where packets are noted.
        """
        self._plan = plan
        self._own_macs, self._learned = own_macs, learned
        self._finished, self._approvals = finished or FinishedComputers(), approvals
        self.menu, self._promises = plan.menu, _promises(plan)
        self._sockets, self._rings = sockets, rings
        lease_sockets, proxy_sockets = split_sockets(plan, sockets)
        self.ports = _bound_ports(sockets)
        self.receive_buffer_bytes = min(
            receive_buffer_bytes(sock) for end, sock in sockets.items() if end.purpose is SocketPurpose.DISCOVERY
        )
        self.wire = _wire(plan.ports, sockets)
        self.dhcp = DhcpService(
            _dhcp_listeners(proxy_sockets, sockets),
            self._new_proxy(),
            emit=emit,
            emit_crowd=emit_crowd,
            on_crash=lambda bug: on_crash("proxyDHCP", bug),
            ring=self._rings.dhcp,
            reply_to_sender=plan.ports.reply_to_sender,
            multicast=plan.pxe_menu.multicast,
        )
        self.tftp, self.http = self._new_file_services(mac_of, arch_of, emit, on_crash)
        site.on_address_offered = self.dhcp.note_address_offered
        taps = _listeners(proxy_sockets, SocketPurpose.TAP)
        self.sees_site = bool(taps)
        self.watched_cards = tuple(card.name for _, card in taps)
        self.leasing_cards = tuple(each.card.name for each in plan.leasing)
        self.site_watch = SiteWatch(
            taps,
            site,
            emit=emit,
            on_crash=lambda bug: on_crash(SITE_WATCH, bug),
            hear_first=self.dhcp.hear_first,
            ring=self._rings.site,
        )
        if self.sees_site:
            self.dhcp.on_heard = self.site_watch.note_request
        self._leases = self._new_leases(lease_sockets, private, emit, on_crash)

    def _new_file_services(
        self,
        mac_of: Callable[[IPv4Address], MacAddress | None],
        arch_of: Callable[[MacAddress], int | None],
        emit: Callable[[Event], None],
        on_crash: Callable[[str, Exception], None],
    ) -> tuple[TftpService, HttpService]:
        plan, numbers = self._plan, itertools.count(1)
        # Two stores, so that a slow disk holds up nobody of the other service.
        for_tftp, for_http = (new_store(plan, self._virtual_file, mac_of, arch_of, self._approvals) for _ in range(2))
        tftp = TftpService(
            _listeners(self._sockets, SocketPurpose.TFTP),
            for_tftp,
            emit=emit,
            mac_of=mac_of,
            promised=self._promised,
            on_crash=lambda bug: on_crash("TFTP", bug),
            settings=plan.tftp,
            relays=plan.relays,
            numbers=numbers,
            ring=self._rings.tftp,
        )
        http = HttpService(
            _listeners(self._sockets, SocketPurpose.HTTP),
            for_http,
            emit=emit,
            mac_of=mac_of,
            promised=self._promised,
            on_crash=lambda bug: on_crash("HTTP", bug),
            relays=plan.relays,
            numbers=numbers,
            ring=self._rings.http,
        )
        return tftp, http

    def _new_leases(
        self,
        sockets: dict[UdpEndpoint, socket.socket],
        private: PrivateNetworks,
        emit: Callable[[Event], None],
        on_crash: Callable[[str, Exception], None],
    ) -> LeaseService | None:
        doors = LeaseDoors(
            new_proxy=self._new_proxy,
            ports=lambda card: _ports_on(card, self._sockets),
            own_macs=self._own_macs,
            emit=emit,
            on_yield=private.on_yield,
            on_crash=lambda bug: on_crash("private network", bug),
            ring=self._rings.lease,
        )
        return make_lease_service(self._plan, sockets, doors, yielded=private.yielded, is_probed=private.is_probed)

    def _new_proxy(self) -> ProxyDhcpEngine:
        cards = cards_of(self._plan)
        return ProxyDhcpEngine(
            self._plan.rules,
            ProxySettings.of(self._plan),
            own_macs=self._own_macs,
            own_addresses=frozenset(each.address.ip for each in cards if each.device is not None),
            is_file_there=partial(fault_of_file, self._plan),
            learned=self._learned,
            is_finished=self._finished,
            is_waiting=self._approvals.is_waiting if self._approvals is not None else None,
        )

    def start(self) -> None:
        """Let the services answer, and see what others answer."""
        if self.sees_site:
            self.site_watch.start()
        self.dhcp.start()
        if self._plan.serves_files:
            self.tftp.start()
        if self._plan.serves_files and self._plan.http.is_enabled:
            self.http.start()
        if self._leases is not None:
            self._leases.start()

    def leases(self) -> tuple[LeaseSnapshot, ...]:
        """The addresses that are given now."""
        return self._leases.snapshots() if self._leases is not None else ()

    def heard(self) -> tuple[int, int]:
        """How many DHCP requests were heard, and how many datagrams there were malformed."""
        requests, malformed = self.dhcp.requests_heard, self.dhcp.malformed_datagrams
        if self._leases is not None:
            requests += self._leases.requests_heard
            malformed += self._leases.malformed_datagrams
        return requests, malformed

    def note(self, event: Event) -> None:
        """Take in an event of the file services: it feeds the ladders of shapes and the loop breakers.

        From any thread.
        """
        if event.client is None or event.service not in _FILE_SERVICES:
            return
        for service in (self.dhcp, self._leases):
            if service is not None:
                service.note_client_loading(event.client)
                if isinstance(event, TransferFinished):
                    service.note_loader_delivered(event.client, event.file)

    def learn(self, learned: tuple[LearnedShape, ...]) -> None:
        """Know only these shapes of models from now on. From any thread."""
        self.dhcp.learn(learned)
        if self._leases is not None:
            self._leases.learn(learned)

    def pause_leasing(self, card: str) -> None:
        """A card of a private network cannot serve now."""
        if self._leases is not None:
            self._leases.pause(card)

    def resume_leasing(self, card: str) -> None:
        """It can again; its cable may be in another network now, so others are looked for first."""
        if self._leases is not None:
            self._leases.resume(card)

    def _stop_dhcp(self) -> None:
        self.dhcp.stop(_JOIN_S)
        self.site_watch.stop(_JOIN_S)
        if self._leases is not None:
            self._leases.stop(_JOIN_S)

    def snapshots(self) -> tuple[TransferSnapshot, ...]:
        """The running transfers, without size probes."""
        return self.tftp.snapshots() + self.http.snapshots()

    def running_clients(self) -> tuple[tuple[IPv4Address, MacAddress | None], ...]:
        """Who is loading now, each once, without size probes."""
        loading = (self.tftp.running_clients() if self.tftp.is_alive else ()) + self.http.running_clients()
        return tuple(dict.fromkeys(loading))

    def refuse_new(self) -> None:
        """Stop begins: answer nobody new, let running transfers go on."""
        self._stop_dhcp()
        self.tftp.refuse_new()
        self.http.refuse_new()

    def stop(self) -> None:
        """Close 67 and 4011 first, so that nobody new comes; then cut what still loads."""
        self._stop_dhcp()
        self.http.refuse_new()
        self.tftp.cut_all()
        self.http.cut_all()
        self.tftp.stop(_JOIN_S)
        self.http.stop(_JOIN_S)

    def has_sockets_on(self, card: ServingInterface) -> bool:
        """Whether this very card is served; replugged, or left out so far, it is not."""
        return any(end.interface.index == card.index for end in self._sockets)

    def keep_sockets(self, plan: ServingPlan) -> dict[UdpEndpoint, socket.socket]:
        """The same bound sockets for another line-up, when only addresses have changed: no rights are needed again."""
        by_place = {(end.purpose, end.interface.index): sock for end, sock in self._sockets.items()}
        kept = ((end, by_place.get((end.purpose, end.interface.index))) for end in endpoints(plan))
        return {end: sock.dup() for end, sock in kept if sock is not None}

    def _virtual_file(self, name: str, server: IPv4Address) -> bytes | None:
        ports = self._ports_at(server)
        if self._plan.fog is not None:
            return fog_script_called(name, self._plan, self._plan.fog, server, ports[0], self._finished.computers())
        return script_called(name, self._plan, self.menu, server, ports)

    def _ports_at(self, server: IPv4Address) -> tuple[int, int | None]:
        """The ports of TFTP and HTTP on the card with this address."""
        card = next((each for each in cards_of(self._plan) if each.address.ip == server), None)
        return (self.wire.tftp, self.wire.http) if card is None else _ports_on(card, self._sockets)

    def _promised(self, file: str) -> Fault | None:
        """Why a file that a rule or a menu promised cannot be served; None for files nobody promised."""
        name = _folded(file)
        needed_by = self._promises.get(name)
        if needed_by is None and name in _files_of_menu(self.menu):
            needed_by = "the menu"
        return self._missing(file, needed_by) if needed_by is not None else None

    def _missing(self, file: str, needed_by: str) -> Fault:
        return describe(FaultCode.BOOT_FILE_MISSING, file=file, arch=needed_by, root=self._plan.root)


_DHCP_PORTS = {SocketPurpose.DISCOVERY: DhcpPort.DISCOVERY, SocketPurpose.BOOT_SERVER: DhcpPort.BOOT_SERVER}


def endpoints(plan: ServingPlan) -> list[UdpEndpoint]:
    """The sockets that a plan needs, and the taps it would like. Raises ServiceError without an interface.

    A private network cannot do without its tap.
    """
    if not cards_of(plan):
        raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
    return [
        UdpEndpoint(purpose, interface, port)
        for interface in cards_of(plan)
        for purpose, port in (
            (SocketPurpose.DISCOVERY, plan.ports.discovery),
            (SocketPurpose.BOOT_SERVER, plan.ports.boot_server),
            *([(SocketPurpose.TFTP, plan.ports.tftp)] if plan.serves_files else []),
            *_http_of(plan, interface),
            *_tap_of(interface),
        )
    ]


def _tap_of(interface: ServingInterface) -> list[tuple[SocketPurpose, int]]:
    """None on loopback: a rehearsal has no site to watch."""
    return [(SocketPurpose.TAP, 0)] if interface.device is not None else []


def _http_of(plan: ServingPlan, interface: ServingInterface) -> list[tuple[SocketPurpose, int]]:
    """The port of HTTP: as wished, else a usual one."""
    if not plan.serves_files or not plan.http.is_enabled:
        return []
    port = plan.ports.http
    if port is None and plan.http.port:
        port = plan.http.port
    elif port is None and plan.ports.tftp == 0:
        port = 0
    elif port is None:
        port = free_http_port(interface.index)
    return [(SocketPurpose.HTTP, port)]


def _bound_ports(sockets: dict[UdpEndpoint, socket.socket]) -> tuple[int, ...]:
    """Each once; a tap has none."""
    bound = (sock.getsockname()[1] for end, sock in sockets.items() if end.purpose is not SocketPurpose.TAP)
    return tuple(dict.fromkeys(bound))


def _listeners(
    sockets: dict[UdpEndpoint, socket.socket], purpose: SocketPurpose
) -> list[tuple[socket.socket, ServingInterface]]:
    return [(sock, end.interface) for end, sock in sockets.items() if end.purpose is purpose]


def _ports_on(interface: ServingInterface, sockets: dict[UdpEndpoint, socket.socket]) -> tuple[int, int | None]:
    """The ports of TFTP and HTTP on this card; no HTTP is None. Without TFTP of ours the usual port."""
    bound = {end.purpose: sock for end, sock in sockets.items() if end.interface.index == interface.index}
    tftp, http = bound.get(SocketPurpose.TFTP), bound.get(SocketPurpose.HTTP)
    return (
        tftp.getsockname()[1] if tftp is not None else TFTP_PORT,
        http.getsockname()[1] if http is not None else None,
    )


def _dhcp_listeners(
    proxied: dict[UdpEndpoint, socket.socket], sockets: dict[UdpEndpoint, socket.socket]
) -> list[DhcpListener]:
    """The sockets of the proxy, each with the ports of the other services on its card."""
    return [
        DhcpListener(sock, _DHCP_PORTS[end.purpose], end.interface, *_ports_on(end.interface, sockets))
        for end, sock in proxied.items()
        if end.purpose in _DHCP_PORTS
    ]


def own_places(plan: ServingPlan, cards: Iterable[NetworkInterface]) -> dict[str, OwnPlace]:
    """Our address on each chosen card, and every address of this machine. By the card's name."""
    everywhere = {address.ip for card in cards for address in card.addresses}
    everywhere |= {each.address.ip for each in plan.interfaces}
    return {each.name: OwnPlace(each.name, each.address.ip, frozenset(everywhere)) for each in plan.interfaces}


def _wire(ports: WirePorts, sockets: dict[UdpEndpoint, socket.socket]) -> WirePorts:
    """The ports as really bound: differs from the wish where that was 0."""
    bound = {end.purpose: sock.getsockname()[1] for end, sock in sockets.items()}
    return replace(
        ports,
        discovery=bound[SocketPurpose.DISCOVERY],
        boot_server=bound[SocketPurpose.BOOT_SERVER],
        tftp=bound.get(SocketPurpose.TFTP, ports.tftp),
        http=bound.get(SocketPurpose.HTTP),
    )


def _folded(file: str) -> str:
    """Files are found whatever their case, so promises are too."""
    return file.replace("\\", "/").lstrip("/").casefold()


def _promises(plan: ServingPlan) -> dict[str, str]:
    """The files that rules and the firmware's menu send computers to, in folded case, each with who needs it."""
    found = {_folded(each.file): "the firmware's menu" for each in plan.pxe_menu.entries if each.file}
    for rule in reversed(plan.rules):
        for file in (rule.file, rule.script):
            if file and "://" not in file:
                found[_folded(file)] = for_whom(rule)
    return found


def _files_of_menu(menu: Menu) -> frozenset[str]:
    """Files below the TFTP root that the menu sends clients to, in folded case."""
    return frozenset(name.casefold() for entry in menu.entries for name in entry.files)
