"""TFTP packets as bytes and as values (RFC 1350 5, RFC 2347 2), in both directions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from fogportable.protocol.errors import MalformedPacket, ProtocolMisuse

#: A datagram, or a view of one that lies in a row with others.
Octets = bytes | memoryview


class Opcode(IntEnum):
    """The first two octets of every packet."""

    RRQ = 1
    WRQ = 2
    DATA = 3
    ACK = 4
    ERROR = 5
    OACK = 6


class ErrorCode(IntEnum):
    """RFC 1350 appendix I; 8 from RFC 2347."""

    SEE_TEXT = 0
    FILE_NOT_FOUND = 1
    ACCESS_VIOLATION = 2
    DISK_FULL = 3
    ILLEGAL_OPERATION = 4
    UNKNOWN_TID = 5
    FILE_EXISTS = 6
    NO_SUCH_USER = 7
    OPTION_REFUSED = 8


@dataclass(frozen=True, slots=True)
class Request:
    """A read or write request.

    opcode: RRQ or WRQ. filename: as on the wire, without its NUL; may hold any octet but NUL.
    mode: lower case. options: names in lower case, in the client's order, each name once (the first one counts).
    """

    opcode: Opcode
    filename: bytes
    mode: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorPacket:
    """code: an int, because peers send codes that no standard knows. text: printable ASCII, at most 80 characters."""

    code: int
    text: str


#: Longest error text of a peer that is kept for people.
_LONGEST_TEXT = 80


def opcode_of(data: Octets) -> int:
    """The first two octets. Raises MalformedPacket when there are fewer."""
    if len(data) < 2:
        raise MalformedPacket(len(data), "shorter than an opcode")
    return int.from_bytes(data[:2], "big")


def parse_request(data: bytes) -> Request:
    """Read an RRQ or WRQ. What follows the last complete option pair is ignored: some ROMs pad with zeros.

    Raises MalformedPacket only.
    """
    opcode = opcode_of(data)
    if opcode not in (Opcode.RRQ, Opcode.WRQ):
        raise MalformedPacket(0, f"opcode {opcode} is not a request")
    *fields, _unterminated = data[2:].split(b"\0")
    if len(fields) < 2:
        raise MalformedPacket(len(data), "file name or mode without its NUL")
    filename, mode = fields[0], fields[1]
    if not filename:
        raise MalformedPacket(2, "empty file name")
    return Request(Opcode(opcode), filename, _ascii(mode).lower(), _parse_options(fields[2:]))


def _parse_options(fields: list[bytes]) -> tuple[tuple[str, str], ...]:
    options: dict[str, str] = {}
    for name, value in zip(fields[::2], fields[1::2], strict=False):
        if not name:
            break  # padding
        options.setdefault(_ascii(name).lower(), _ascii(value))
    return tuple(options.items())


def _ascii(field: bytes) -> str:
    return field.decode("ascii", errors="replace")


def encode_request(request: Request) -> bytes:
    """What a client sends."""
    fields = [request.filename, request.mode.encode("ascii")]
    for name, value in request.options:
        fields += [name.encode("ascii"), value.encode("ascii")]
    if any(b"\0" in field for field in fields):
        raise ProtocolMisuse("a NUL inside a field of a request")
    return request.opcode.to_bytes(2, "big") + b"\0".join(fields) + b"\0"


def encode_oack(options: Iterable[tuple[str, str]]) -> bytes:
    """The option acknowledgement (RFC 2347). Raises ProtocolMisuse when empty: then DATA 1 must be sent instead."""
    fields = b"".join(field.encode("ascii") + b"\0" for pair in options for field in pair)
    if not fields:
        raise ProtocolMisuse("an OACK without options")
    return Opcode.OACK.to_bytes(2, "big") + fields


def parse_oack(data: bytes) -> tuple[tuple[str, str], ...]:
    """Read what a server acknowledged: names in lower case. Raises MalformedPacket only."""
    if opcode_of(data) != Opcode.OACK:
        raise MalformedPacket(0, "not an OACK")
    *fields, _unterminated = data[2:].split(b"\0")
    return _parse_options(fields)


def encode_data(block: int, payload: bytes) -> bytes:
    """block: any count from 0; the wire carries it modulo 65536."""
    return Opcode.DATA.to_bytes(2, "big") + (block & 0xFFFF).to_bytes(2, "big") + payload


def encode_ack(block: int) -> bytes:
    """block: any count from 0; the wire carries it modulo 65536."""
    return Opcode.ACK.to_bytes(2, "big") + (block & 0xFFFF).to_bytes(2, "big")


def block_of(data: Octets) -> int:
    """The block number of a DATA or ACK packet, 0 to 65535. Raises MalformedPacket when it is cut off."""
    if len(data) < 4:
        raise MalformedPacket(len(data), "shorter than a block number")
    return int.from_bytes(data[2:4], "big")


def encode_error(code: ErrorCode, text: str) -> bytes:
    """text: plain ASCII that never names a path of this machine."""
    return Opcode.ERROR.to_bytes(2, "big") + code.to_bytes(2, "big") + text.encode("ascii", "replace") + b"\0"


def parse_error(data: Octets) -> ErrorPacket:
    """Read an ERROR; a missing text or NUL is tolerated. Raises MalformedPacket only."""
    if opcode_of(data) != Opcode.ERROR:
        raise MalformedPacket(0, "not an ERROR")
    if len(data) < 4:
        raise MalformedPacket(len(data), "shorter than an error code")
    text = bytes(data[4:]).split(b"\0", 1)[0][:_LONGEST_TEXT]
    printable = "".join(chr(octet) if 0x20 <= octet < 0x7F else "?" for octet in text)
    return ErrorPacket(int.from_bytes(data[2:4], "big"), printable)
