"""The services of one run, made around sockets that are bound already."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from ipaddress import IPv4Address

from fogportable.boot.boot_set import file_fault
from fogportable.boot.menu import render_menu
from fogportable.boot.policy import SCRIPT_NAME
from fogportable.boot.proxy_dhcp import DhcpPort, ProxyDhcpEngine
from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.events import Event
from fogportable.model import Menu, ServingPlan, WirePorts
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, receive_buffer_bytes
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import arch_label
from fogportable.services.dhcp_service import DhcpListener, DhcpService
from fogportable.services.files import FileStore
from fogportable.services.tftp_service import TftpService

#: A thread gets this long (s) to end once it was asked to.
_JOIN_S = 2.0


class LineUp:
    """proxyDHCP and TFTP on all chosen interfaces. Made, used and stopped by the session."""

    def __init__(
        self,
        plan: ServingPlan,
        sockets: dict[UdpEndpoint, socket.socket],
        *,
        emit: Callable[[Event], None],
        mac_of: Callable[[IPv4Address], MacAddress | None],
        own_macs: frozenset[MacAddress],
        on_crash: Callable[[str, Exception], None],
    ) -> None:
        """sockets: bound, one for each of `endpoints(plan)`; they belong to the line-up from here on."""
        self._plan = plan
        self.menu = plan.menu
        engine = ProxyDhcpEngine(
            plan.rules,
            own_macs=own_macs,
            own_addresses=frozenset(each.address.ip for each in plan.interfaces if each.device is not None),
            is_file_there=self._fault_of_file,
        )
        self._sockets = sockets
        self.ports = tuple(dict.fromkeys(sock.getsockname()[1] for sock in sockets.values()))
        self.receive_buffer_bytes = min(
            receive_buffer_bytes(sock) for end, sock in sockets.items() if end.purpose is SocketPurpose.DISCOVERY
        )
        tftp = [(sock, end.interface) for end, sock in sockets.items() if end.purpose is SocketPurpose.TFTP]
        tftp_port = {interface.index: sock.getsockname()[1] for sock, interface in tftp}
        self.wire = _wire(plan.ports, sockets)
        self._tftp_port = self.wire.tftp
        self.dhcp = DhcpService(
            [
                DhcpListener(sock, _DHCP_PORTS[end.purpose], end.interface, tftp_port[end.interface.index])
                for end, sock in sockets.items()
                if end.purpose in _DHCP_PORTS
            ],
            engine,
            emit=emit,
            on_crash=lambda bug: on_crash("proxyDHCP", bug),
            reply_to_sender=plan.ports.reply_to_sender,
        )
        self.tftp = TftpService(
            tftp,
            FileStore(plan.root, virtual=self._virtual_file),
            emit=emit,
            mac_of=mac_of,
            promised=self._promised,
            on_crash=lambda bug: on_crash("TFTP", bug),
        )

    def start(self) -> None:
        """Let both services answer."""
        self.dhcp.start()
        self.tftp.start()

    def stop(self) -> None:
        """Close 67 and 4011 first, so that nobody new comes; then cut what still loads."""
        self.dhcp.stop(_JOIN_S)
        self.tftp.cut_all()
        self.tftp.stop(_JOIN_S)

    def keep_sockets(self, plan: ServingPlan) -> dict[UdpEndpoint, socket.socket]:
        """The same bound sockets for another line-up, when only addresses have changed: no rights are needed again."""
        by_place = {(end.purpose, end.interface.index): sock for end, sock in self._sockets.items()}
        return {end: by_place[end.purpose, end.interface.index].dup() for end in endpoints(plan)}

    def _virtual_file(self, name: str, server: IPv4Address) -> bytes | None:
        if name != SCRIPT_NAME:
            return None
        if self._plan.ipxe_script is not None:
            return self._plan.ipxe_script
        return render_menu(self.menu, server, self._tftp_port)

    def _fault_of_file(self, file: str) -> Fault | None:
        archs = next((rule.archs for rule in self._plan.rules if rule.file == file), frozenset())
        return file_fault(self._plan.root, file, min(archs, default=0))

    def _promised(self, file: str) -> Fault | None:
        """Why a file that a rule or the menu promised cannot be served; None for files nobody promised."""
        name = file.lstrip("/").casefold()  # Files are found whatever their case, so promises are too.
        for rule in self._plan.rules:
            if rule.file.lstrip("/").casefold() == name:
                return self._missing(file, arch_label(min(rule.archs)))
        return self._missing(file, "the menu") if name in _files_of_menu(self.menu) else None

    def _missing(self, file: str, needed_by: str) -> Fault:
        return describe(FaultCode.BOOT_FILE_MISSING, file=file, arch=needed_by, root=self._plan.root)


_DHCP_PORTS = {SocketPurpose.DISCOVERY: DhcpPort.DISCOVERY, SocketPurpose.BOOT_SERVER: DhcpPort.BOOT_SERVER}


def endpoints(plan: ServingPlan) -> list[UdpEndpoint]:
    """The sockets that a plan needs. Raises ServiceError without an interface."""
    if not plan.interfaces:
        raise ServiceError(FaultCode.NO_INTERFACE_CHOSEN)
    return [
        UdpEndpoint(purpose, interface, port)
        for interface in plan.interfaces
        for purpose, port in (
            (SocketPurpose.DISCOVERY, plan.ports.discovery),
            (SocketPurpose.BOOT_SERVER, plan.ports.boot_server),
            (SocketPurpose.TFTP, plan.ports.tftp),
        )
    ]


def _wire(ports: WirePorts, sockets: dict[UdpEndpoint, socket.socket]) -> WirePorts:
    """The ports as really bound: differs from the wish where that was 0."""
    bound = {end.purpose: sock.getsockname()[1] for end, sock in sockets.items()}
    return replace(
        ports,
        discovery=bound[SocketPurpose.DISCOVERY],
        boot_server=bound[SocketPurpose.BOOT_SERVER],
        tftp=bound[SocketPurpose.TFTP],
    )


def _files_of_menu(menu: Menu) -> frozenset[str]:
    """Files below the TFTP root that the menu sends clients to, in folded case."""
    return frozenset(name.casefold() for entry in menu.entries for name in entry.files)
