"""What firmware demands of a proxy's answers. Anything that some ROM trips over is a fault here."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from fogportable.protocol.dhcp import BOOTREPLY, BROADCAST_FLAG, NO_ADDRESS, DhcpPacket, MessageType, OptionCode
from fogportable.simulator.firmware import Machine, Persona

_SHORTEST_BYTES = 300
_LONGEST_BYTES = 1472  # EDK2 discards longer ones
_DIRECT_BOOT = bytes.fromhex("060108ff")
_IPXE_PRIORITY = bytes.fromhex("010101")
_STANDARD_TFTP_PORT = 69


class Unfit(Exception):
    """An answer that some firmware would throw away or stumble over. The text is one clause for people."""


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """What an OFFER or ACK says. is_direct: load at once; else port 4011 is asked first."""

    file: str
    next_server: IPv4Address
    is_direct: bool


def check_offer(
    packet: DhcpPacket, size_bytes: int, persona: Persona, machine: Machine, server: IPv4Address
) -> BootAnswer:
    """Raises Unfit."""
    _check_common(packet, size_bytes, MessageType.OFFER, machine, server)
    _demand(packet.flags & BROADCAST_FLAG, "the OFFER lacks the broadcast flag")
    _demand(packet.ciaddr == NO_ADDRESS, "the OFFER has a client address (ciaddr)")
    vendor = packet.options.get(OptionCode.VENDOR_OPTIONS)
    _demand(
        vendor in (None, _DIRECT_BOOT), f"option 43 of the OFFER is {(vendor or b'').hex()}, not {_DIRECT_BOOT.hex()}"
    )
    _check_priority(packet, persona)
    return BootAnswer(_boot_file(packet), packet.siaddr, is_direct=vendor is not None)


def check_boot_server_ack(
    packet: DhcpPacket, size_bytes: int, persona: Persona, machine: Machine, server: IPv4Address, client: IPv4Address
) -> BootAnswer:
    """Raises Unfit."""
    _check_common(packet, size_bytes, MessageType.ACK, machine, server)
    _demand(packet.ciaddr == client, "the ACK from port 4011 does not repeat the client's address (ciaddr)")
    _demand(
        packet.options.get(OptionCode.VENDOR_OPTIONS) in (None, _DIRECT_BOOT),
        "option 43 of the ACK from port 4011 would make EDK2 leave network boot",
    )
    _check_priority(packet, persona)
    return BootAnswer(_boot_file(packet), packet.siaddr, is_direct=True)


def script_place(answer: BootAnswer) -> tuple[str, tuple[IPv4Address, int]]:
    """File and server of `tftp://address[:port]/file`, which iPXE must be offered. Raises Unfit."""
    url = answer.file
    _demand("://" in url, f"iPXE was offered {url} again in place of its script: a chainload loop")
    try:
        parts = urlsplit(url)
        port = parts.port or _STANDARD_TFTP_PORT
        address = IPv4Address(parts.hostname or "")
    except ValueError as problem:
        raise Unfit(f"{url[:80]} is not an address that iPXE could load from") from problem
    _demand(parts.scheme == "tftp" and len(parts.path) > 1, f"{url[:80]} is not a tftp:// address with a file")
    return parts.path.lstrip("/"), (address, port)


def _check_common(
    packet: DhcpPacket, size_bytes: int, kind: MessageType, machine: Machine, server: IPv4Address
) -> None:
    options = packet.options
    _demand(packet.yiaddr == NO_ADDRESS, f"an address was given out (yiaddr {packet.yiaddr})")
    _demand(packet.op == BOOTREPLY and packet.message_type is kind, f"the answer is not a {kind.name}")
    _demand(
        _SHORTEST_BYTES <= size_bytes <= _LONGEST_BYTES,
        f"the {kind.name} is {size_bytes} bytes long, outside {_SHORTEST_BYTES} to {_LONGEST_BYTES}",
    )
    _demand(
        (packet.htype, packet.hlen) == (1, len(machine.mac.octets)), f"the {kind.name} has another kind of hardware"
    )
    _demand(
        packet.address_option(OptionCode.SERVER_IDENTIFIER) == server,
        f"option 54 of the {kind.name} does not name {server}",
    )
    _demand(
        options.get(OptionCode.VENDOR_CLASS) == b"PXEClient", f"option 60 of the {kind.name} is not exactly PXEClient"
    )
    _demand(
        options.get(OptionCode.CLIENT_MACHINE_ID) == b"\0" + machine.uuid,
        f"option 97 of the {kind.name} does not repeat the machine's UUID",
    )
    _demand(packet.siaddr == server, f"the next server (siaddr) of the {kind.name} is {packet.siaddr}, not {server}")
    _demand(OptionCode.BOOT_FILE_SIZE not in options, "option 13 makes EDK2 trust a wrong size")


def _check_priority(packet: DhcpPacket, persona: Persona) -> None:
    if persona is Persona.IPXE:
        _demand(
            packet.options.get(OptionCode.IPXE) == _IPXE_PRIORITY,
            "option 175 is not 010101, so the site's own boot file would win in iPXE",
        )


def _boot_file(packet: DhcpPacket) -> str:
    """EDK2 reads option 67 first and iPXE the field, so both must say the same; old ROMs want the NUL."""
    option = packet.options.get(OptionCode.BOOT_FILE)
    _demand(packet.file, "no boot file is named")
    if option is not None:
        _demand(option.endswith(b"\0"), "option 67 lacks its closing NUL")
        _demand(option.rstrip(b"\0") == packet.file, "option 67 and the file field name different files")
    return packet.file.decode("latin-1")


def _demand(is_right: object, problem: str) -> None:
    if not is_right:
        raise Unfit(problem)
