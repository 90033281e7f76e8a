"""What a recorded packet is, in a few words for people: "OFFER for 52:54:00:12:34:56", "ACK 0", "GET /menu.ipxe"."""

from __future__ import annotations

from fogportable.protocol.dhcp import BOOTREQUEST, MessageType, OptionCode
from fogportable.protocol.tftp import Opcode
from fogportable.services.packet_ring import NotedPacket
from fogportable.session.recorder import RecordedPacket, is_dhcp

_OPTIONS = 240
#: The longest name or line that is repeated.
_MOST_SHOWN = 120
_MESSAGES = {each.value: each.name for each in MessageType}


def words_of(packet: RecordedPacket) -> str:
    """What it is, and of whom."""
    noted = packet.packet
    if is_dhcp(noted):
        is_request = noted.octets[:1] == bytes([BOOTREQUEST])
        return _with_client(_dhcp(noted.octets), "of" if is_request else "for", packet)
    what = _tftp(noted) if noted.position is None else _first_line(noted.octets)
    return _with_client(what, "to" if noted.is_sent else "of", packet)


def _with_client(what: str, way: str, packet: RecordedPacket) -> str:
    return what if packet.client is None else f"{what} {way} {packet.client}"


def comment_of(packet: RecordedPacket) -> str:
    """What stands in a capture file: what it is, the journal's record and sentence, and what is not as on the wire."""
    record = packet.record
    told = f"Record {record.sequence}: {record.event.sentence()}" if record is not None else "No record"
    return "\n".join(filter(None, (words_of(packet), told, packet.packet.remark)))


def _dhcp(payload: bytes) -> str:
    """Looks for option 53 alone: what is malformed must be told too."""
    place = _OPTIONS
    while place + 2 < len(payload):
        code = payload[place]
        if code == OptionCode.MESSAGE_TYPE:
            return f"DHCP {_MESSAGES.get(payload[place + 2], f'message {payload[place + 2]}')}"
        place += 1 if code == 0 else 2 + payload[place + 1]
    return "DHCP without a message type"


def _tftp(packet: NotedPacket) -> str:
    octets = packet.octets
    opcode, number = int.from_bytes(octets[:2], "big"), int.from_bytes(octets[2:4], "big")
    match opcode:
        case Opcode.RRQ | Opcode.WRQ:
            return f"TFTP {Opcode(opcode).name} {_shown(octets[2:].split(bytes(1), 1)[0])}"
        case Opcode.DATA:
            return f"TFTP DATA {number}, {packet.length - 4} octets"
        case Opcode.ACK:
            return f"TFTP ACK {number}"
        case Opcode.ERROR:
            return f"TFTP ERROR {number}: {_shown(octets[4:].rstrip(bytes(1)))}"
        case Opcode.OACK:
            return "TFTP OACK"
    return f"no TFTP packet (opcode {opcode})"


def _first_line(head: bytes) -> str:
    return f"HTTP {_shown(head.split(bytes([13, 10]), 1)[0])}"


def _shown(octets: bytes) -> str:
    return "".join(chr(each) if 0x20 <= each < 0x7F else "?" for each in octets[:_MOST_SHOWN])
