"""DHCP packets to octets and back (RFC 2131 2, RFC 2132, RFC 3396)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from ipaddress import IPv4Address

from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.dhcp.options import OptionCode
from fogportable.protocol.dhcp.packet import BOOTREPLY, BOOTREQUEST, DhcpPacket
from fogportable.protocol.errors import MalformedPacket, ProtocolMisuse

MAGIC_COOKIE = bytes.fromhex("63825363")
HEADER_BYTES = 240

#: BOOTP packets were 300 octets long, and some stacks and relays still drop shorter ones (RFC 1542 2.1).
SHORTEST_BYTES = 300

_HEADER = struct.Struct("!4BI2H4I16s64s128s4s")
_LONGEST_OPTION = 255
#: Compared with every option of every packet: a name of an enum would be looked up each time.
_PAD, _END = OptionCode.PAD.value, OptionCode.END.value


def decode(data: bytes) -> DhcpPacket:
    """Read one UDP payload. Raises MalformedPacket only.

    Lenient where firmware is sloppy: options may end without 255, and one that runs past the end is left out.
    Options in the overloaded `file` and `sname` fields (option 52) are merged in and these fields come out empty.
    """
    if len(data) < HEADER_BYTES:
        raise MalformedPacket(len(data), "shorter than a DHCP header")
    op, htype, hlen, hops, xid, secs, flags, ci, yi, si, gi, chaddr, sname, file, cookie = _HEADER.unpack_from(data)
    if cookie != MAGIC_COOKIE:
        raise MalformedPacket(236, "the DHCP magic cookie is missing")
    if op not in (BOOTREQUEST, BOOTREPLY):
        raise MalformedPacket(0, f"op {op} is neither a request nor a reply")
    if hlen > 16:
        raise MalformedPacket(2, f"a hardware address of {hlen} octets does not fit")
    if hlen and not htype:
        raise MalformedPacket(1, "a hardware address without a hardware type")
    options: dict[int, bytes] = {}
    _read_options(data, HEADER_BYTES, options)
    if OptionCode.OVERLOAD in options:
        sname, file = _read_overload(options, sname, file)
    return DhcpPacket(
        op,
        htype,
        hlen,
        hops,
        xid,
        secs,
        flags,
        IPv4Address(ci) if ci else NO_ADDRESS,
        IPv4Address(yi) if yi else NO_ADDRESS,
        IPv4Address(si) if si else NO_ADDRESS,
        IPv4Address(gi) if gi else NO_ADDRESS,
        chaddr,
        sname.rstrip(b"\0"),
        file.rstrip(b"\0"),
        options,
    )


def _read_options(data: bytes, start: int, options: dict[int, bytes]) -> None:
    """Add what stands from `start` on. Pieces of one option are joined in order of appearance (RFC 3396 7)."""
    end = len(data)
    while start < end:
        code = data[start]
        if code == _PAD:
            start += 1
            continue
        if code == _END or start + 1 == end:
            return
        value_start = start + 2
        start = value_start + data[start + 1]
        if start > end:
            return
        if code in options:
            options[code] += data[value_start:start]
        else:
            options[code] = data[value_start:start]


def _read_overload(options: dict[int, bytes], sname: bytes, file: bytes) -> tuple[bytes, bytes]:
    """Merge overloaded fields, `file` before `sname` (RFC 3396 5); give back what is left of (sname, file)."""
    fields = options[OptionCode.OVERLOAD]
    if fields not in (b"\1", b"\2", b"\3"):
        return sname, file
    del options[OptionCode.OVERLOAD]
    if fields[0] & 1:
        _read_options(file, 0, options)
        file = b""
    if fields[0] & 2:
        _read_options(sname, 0, options)
        sname = b""
    options.pop(OptionCode.OVERLOAD, None)
    return sname, file


def encode(packet: DhcpPacket) -> bytes:
    """Write any packet, padded to 300 octets; options keep their order, and 255 ends them.

    For clients and tests: a proxy's answers are written by `protocol.pxe.reply`, which cannot give an address.
    A value above 255 octets is split (RFC 3396 6). Raises ProtocolMisuse when a field does not fit.
    """
    if len(packet.chaddr) != 16 or len(packet.sname) > 64 or len(packet.file) > 128:
        raise ProtocolMisuse("chaddr has 16 octets, sname at most 64 and file at most 128")
    try:
        header = _HEADER.pack(
            packet.op,
            packet.htype,
            packet.hlen,
            packet.hops,
            packet.xid,
            packet.secs,
            packet.flags,
            int(packet.ciaddr),
            int(packet.yiaddr),
            int(packet.siaddr),
            int(packet.giaddr),
            packet.chaddr,
            packet.sname,
            packet.file,
            MAGIC_COOKIE,
        )
    except struct.error as problem:
        raise ProtocolMisuse(f"a header field is out of range: {problem}") from None
    return (header + encode_options(packet.options) + bytes([OptionCode.END])).ljust(SHORTEST_BYTES, b"\0")


def encode_options(options: Mapping[int, bytes]) -> bytes:
    """Code, length and value of each, without the end mark. Raises ProtocolMisuse for a code that has no value."""
    pieces = []
    for code, value in options.items():
        if not OptionCode.PAD < code < OptionCode.END:
            raise ProtocolMisuse(f"{code} is not the number of an option with a value")
        for start in range(0, len(value) or 1, _LONGEST_OPTION):
            piece = value[start : start + _LONGEST_OPTION]
            pieces.append(bytes([code, len(piece)]) + piece)
    return b"".join(pieces)
