"""DHCP packets in words, for people who compare what was sent with what should have been."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, DhcpPacket
from fogportable.protocol.pxe.archs import arch_label
from fogportable.protocol.pxe.classify import uuid_text
from fogportable.protocol.pxe.vendor_options import parse_vendor_options

_ADDRESSES = frozenset({OptionCode.REQUESTED_ADDRESS, OptionCode.SERVER_IDENTIFIER, OptionCode.SUBNET_MASK})
_TEXTS = frozenset({OptionCode.VENDOR_CLASS, OptionCode.TFTP_SERVER_NAME, OptionCode.BOOT_FILE, OptionCode.USER_CLASS})


def packet_lines(packet: DhcpPacket) -> list[str]:
    """The packet, one line per field and option, in wire order. Octets that are no printable ASCII are escaped."""
    kind = "reply" if packet.op == BOOTREPLY else "request"
    lines = [
        f"{kind} xid={packet.xid:08x} secs={packet.secs} flags={packet.flags:04x} hops={packet.hops}",
        f"chaddr={packet.mac or 'none'} htype={packet.htype}",
        f"ciaddr={packet.ciaddr} yiaddr={packet.yiaddr} siaddr={packet.siaddr} giaddr={packet.giaddr}",
        f"sname={_text(packet.sname)} file={_text(packet.file)}",
    ]
    lines.extend(f"{code} {_name(code)}: {option_text(code, value)}" for code, value in packet.options.items())
    return lines


def option_text(code: int, value: bytes) -> str:
    """The value of one option in words, with its number where there is one."""
    if code == OptionCode.MESSAGE_TYPE and len(value) == 1:
        known = value[0] in MessageType.__members__.values()
        return f"{MessageType(value[0]).name} ({value[0]})" if known else str(value[0])
    if code in _ADDRESSES and len(value) == 4:
        return str(IPv4Address(value))
    if code in _TEXTS:
        return _text(value)
    if code == OptionCode.CLIENT_ARCH and value and len(value) % 2 == 0:
        return ", ".join(arch_label(int.from_bytes(value[at : at + 2], "big")) for at in range(0, len(value), 2))
    if code == OptionCode.CLIENT_MACHINE_ID:
        return uuid_text(value) or value.hex()
    if code == OptionCode.VENDOR_OPTIONS:
        parts = [f"{sub}={part.hex()}" for sub, part in parse_vendor_options(value).items()]
        return f"{value.hex()} ({', '.join(parts)})"
    if code == OptionCode.MAX_MESSAGE_SIZE:
        return str(int.from_bytes(value, "big"))
    return value.hex() or "empty"


def _name(code: int) -> str:
    known = code in OptionCode.__members__.values()
    return OptionCode(code).name.lower() if known else "option"


def _text(value: bytes) -> str:
    return repr(value)[1:]
