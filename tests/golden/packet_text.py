"""DHCP packets in words, for people who compare what was sent with what should have been."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from fogportable.protocol.dhcp.options import MessageType, OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, DhcpPacket
from fogportable.protocol.pxe.archs import arch_label
from fogportable.protocol.pxe.classify import uuid_text
from fogportable.protocol.pxe.vendor_options import VendorOption, parse_vendor_options

_ADDRESSES = frozenset(
    {
        OptionCode.SUBNET_MASK,
        OptionCode.ROUTER,
        OptionCode.DNS_SERVERS,
        OptionCode.BROADCAST_ADDRESS,
        OptionCode.REQUESTED_ADDRESS,
        OptionCode.SERVER_IDENTIFIER,
        OptionCode.TFTP_SERVER_ADDRESS,
    }
)
_TEXTS = frozenset(
    {
        OptionCode.HOST_NAME,
        OptionCode.DOMAIN_NAME,
        OptionCode.ROOT_PATH,
        OptionCode.MESSAGE,
        OptionCode.VENDOR_CLASS,
        OptionCode.TFTP_SERVER_NAME,
        OptionCode.BOOT_FILE,
        OptionCode.USER_CLASS,
        OptionCode.PXELINUX_CONFIG_FILE,
        OptionCode.PXELINUX_PATH_PREFIX,
    }
)
_SECONDS = frozenset({OptionCode.LEASE_TIME_S, OptionCode.RENEWAL_TIME_S, OptionCode.REBINDING_TIME_S})
_PROMPT_WORDS = {0: "at once", 255: "for ever"}
_CONTROL_BITS = ("no broadcast", "no multicast", "listed servers only", "load the file now")


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
    if code in _ADDRESSES and value and len(value) % 4 == 0:
        return ", ".join(str(IPv4Address(value[at : at + 4])) for at in range(0, len(value), 4))
    if code in _TEXTS:
        return _text(value)
    if code == OptionCode.CLIENT_ARCH and value and len(value) % 2 == 0:
        return ", ".join(arch_label(int.from_bytes(value[at : at + 2], "big")) for at in range(0, len(value), 2))
    if code == OptionCode.CLIENT_MACHINE_ID:
        return uuid_text(value) or value.hex()
    if code == OptionCode.VENDOR_OPTIONS:
        parts = [f"{sub}={_sub_option_text(sub, part)}" for sub, part in parse_vendor_options(value).items()]
        return f"{value.hex()} ({', '.join(parts)})"
    if code in _SECONDS and len(value) == 4:
        return str(int.from_bytes(value, "big"))
    if code == OptionCode.MAX_MESSAGE_SIZE:
        return str(int.from_bytes(value, "big"))
    if len(value) > 16 and len(set(value)) == 1:
        return f"{value[:1].hex()}, {len(value)} times"
    return value.hex() or "empty"


def _sub_option_text(code: int, value: bytes) -> str:
    """One of PXE's own options (PXE 2.1 table 2-1) in words; octets where it is none that we know, or broken."""
    match code:
        case VendorOption.DISCOVERY_CONTROL if len(value) == 1 and not value[0] >> len(_CONTROL_BITS):
            set_bits = [words for bit, words in enumerate(_CONTROL_BITS) if value[0] >> bit & 1]
            return f"{value.hex()}: {' + '.join(set_bits) or 'any way'}"
        case VendorOption.DISCOVERY_MULTICAST if len(value) == 4:
            return str(IPv4Address(value))
        case VendorOption.BOOT_SERVERS | VendorOption.BOOT_MENU:
            return "[" + ", ".join(_entry_texts(value, has_text=code == VendorOption.BOOT_MENU)) + "]"
        case VendorOption.MENU_PROMPT if value:
            return f"{_PROMPT_WORDS.get(value[0], f'{value[0]} s')} {_text(value[1:])}"
        case VendorOption.BOOT_ITEM if len(value) == 4:
            return f"type {value[:2].hex()} layer {value[2:].hex()}"
    return value.hex()


def _entry_texts(value: bytes, *, has_text: bool) -> Iterator[str]:
    """Types with their texts (sub-option 9) or with their addresses (8); what runs past the end as octets."""
    start = 0
    while start < len(value):
        kind, count = value[start : start + 2].hex(), value[start + 2 : start + 3]
        stop = start + 3 + (count[0] if count else 0) * (1 if has_text else 4)
        if not count or stop > len(value):
            yield f"broken {value[start:].hex()}"
            return
        rest = value[start + 3 : stop]
        addresses = [str(IPv4Address(rest[at : at + 4])) for at in range(0, len(rest), 4)] if not has_text else []
        yield f"{kind} {_text(rest) if has_text else ' '.join(addresses) or 'any server'}"
        start = stop


def _name(code: int) -> str:
    known = code in OptionCode.__members__.values()
    return OptionCode(code).name.lower() if known else "option"


def _text(value: bytes) -> str:
    return repr(value)[1:]
