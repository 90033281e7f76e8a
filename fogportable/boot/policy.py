"""Who is answered and what they are told: pure decisions, without memory of the clients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Interface

from fogportable.model import BootRule
from fogportable.protocol.dhcp import NO_ADDRESS, DhcpPacket, MessageType, OptionCode
from fogportable.protocol.pxe import BootAnswer, BootMethod, DhcpPort, PxeRequest
from fogportable.protocol.pxe.archs import HTTP_ARCHS

#: The TFTP name of the script that iPXE gets instead of a boot file.
SCRIPT_NAME = "boot.ipxe"

#: UDP port of TFTP (RFC 1350 4); not written into addresses.
TFTP_PORT = 69

#: Answers kept ready, for all interfaces together. Addresses change rarely; beyond this, all are laid out anew.
_ANSWERS_KEPT = 256


@dataclass(frozen=True, slots=True)
class ServerIdentity:
    """Who we are on the interface a packet came in on. tftp_port: told to iPXE when it is not 69.

    http_port: of the HTTP service on that interface; None when there is none.
    """

    interface: str
    address: IPv4Interface
    tftp_port: int = TFTP_PORT
    http_port: int | None = None


class Silence(StrEnum):
    """Why a client that wants to boot gets no answer: clauses for `RequestIgnored`, without a period."""

    RELAYED = "it asks through a relay, and no relay's network is listed"
    HTTP_BOOT = "it asks for UEFI HTTP boot, which is not offered"
    MENU_ITEM = "it chose from a boot menu that is not ours"
    INFORM = "it only asked for settings, on port 67"
    LEASE_FROM_US = "it asks us for an address, and we give none"
    LEASE_WITHOUT_ADDRESS = "it asks for a lease without naming an address"
    OTHER_TYPE = "it sent a message that a proxy does not answer"
    OFF_NETWORK = "it asks on port 4011 from outside this network"
    NO_ROOM = "no answer fits into the size it accepts"
    LOOPING = "it loads the same file again and again"


def silence_of(request: PxeRequest, port: DhcpPort) -> Silence | None:
    """The matrix of message types and ports: why there is no answer; None when there is one.

    A lease REQUEST on port 67 is not silence of ours but not our business: see `is_lease_request`.
    """
    if request.packet.giaddr != NO_ADDRESS:
        return Silence.RELAYED
    if request.method is BootMethod.HTTP:
        return Silence.HTTP_BOOT
    kind = request.message_type
    if kind is MessageType.DISCOVER:
        return None
    if kind is not MessageType.REQUEST and kind is not MessageType.INFORM:
        return Silence.OTHER_TYPE
    if request.item is not None:
        return Silence.MENU_ITEM
    if port is DhcpPort.DISCOVERY and kind is MessageType.INFORM:
        return Silence.INFORM
    return None


def is_lease_request(request: PxeRequest, port: DhcpPort) -> bool:
    """Whether this goes to the site's DHCP server. A proxy that answered would give an address."""
    return port is DhcpPort.DISCOVERY and request.message_type is MessageType.REQUEST


def may_be_answered(source: tuple[IPv4Address, int], server: ServerIdentity) -> bool:
    """Whether a unicast answer may go to this address: only to hosts of our own network (no reflection elsewhere)."""
    address, port = source
    network = server.address.network
    if not port or address not in network:
        return False
    return network.prefixlen > 30 or address not in (network.network_address, network.broadcast_address)


def script_url(server: ServerIdentity) -> str:
    """Where iPXE finds its script. Our address is in it: `${next-server}` would be the site's."""
    return f"{tftp_root(server.address.ip, server.tftp_port)}/{SCRIPT_NAME}"


def tftp_root(address: IPv4Address, port: int) -> str:
    """`tftp://192.168.1.20`, what iPXE's addresses of files of ours begin with; the port only where it is not 69."""
    return f"tftp://{address}" if port == TFTP_PORT else f"tftp://{address}:{port}"


class BootPolicy:
    """Boot rules, ready to be asked. The first rule that names an architecture wins.

    iPXE and gPXE get the script whatever their architecture: it needs no boot file. HTTP architectures get nothing,
    because a TFTP name is no use to them.
    Raises ProtocolMisuse for a file name that no packet can carry.
    """

    def __init__(self, rules: Sequence[BootRule]) -> None:
        self._file_by_arch: dict[int, str] = {}
        for rule in rules:
            BootAnswer(NO_ADDRESS, NO_ADDRESS, rule.file)
            for arch in rule.archs - HTTP_ARCHS:
                self._file_by_arch.setdefault(arch, rule.file)
        self._answers: dict[tuple[ServerIdentity, str | None], BootAnswer] = {}

    def decide(self, request: PxeRequest, server: ServerIdentity) -> BootAnswer | None:
        """What this client is told; None when there is no file for its architecture."""
        file = None if request.runs_ipxe else self._file_by_arch.get(request.arch)
        if file is None and (not request.runs_ipxe or request.arch in HTTP_ARCHS):
            return None
        answer = self._answers.get((server, file))
        if answer is None:
            if len(self._answers) >= _ANSWERS_KEPT:
                self._answers.clear()
            answer = self._lay_out(file, server)
            self._answers[server, file] = answer
        return answer

    def _lay_out(self, file: str | None, server: ServerIdentity) -> BootAnswer:
        ours = server.address.ip
        if file is None:
            return BootAnswer(ours, ours, script_url(server), is_for_ipxe=True)
        return BootAnswer(ours, ours, file)


def lease_of(packet: DhcpPacket) -> tuple[IPv4Address | None, IPv4Address | None]:
    """The address a REQUEST takes and the DHCP server it takes it from; None where it does not say."""
    address = packet.address_option(OptionCode.REQUESTED_ADDRESS)
    if address is None and packet.ciaddr != NO_ADDRESS:
        address = packet.ciaddr
    return address, packet.address_option(OptionCode.SERVER_IDENTIFIER)
