"""A tap that also hears switches and routers: spanning tree, LLDP, CDP, IGMP, ARP, and our own frames come back.

The same packet socket as `packet_tap`, with another filter; so the helper that opens a tap for an ordinary user opens
this one too. Linux only.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import struct
from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.platform.arp import hardware_of
from fogportable.platform.packet_tap import ARP, LARGEST_FRAME, PACKET_OUTGOING
from fogportable.protocol.address import MacAddress

# <linux/if_packet.h>, <asm-generic/socket.h>
_SOL_PACKET = 263
_PACKET_ADD_MEMBERSHIP = 1
_PACKET_STATISTICS = 6
_PACKET_AUXDATA = 8
_MR_MULTICAST, _MR_UNICAST = 0, 3
_SO_ATTACH_FILTER = 26
#: struct packet_mreq: the card's index, kind, length, address.
_MEMBERSHIP = struct.Struct("=iHH8s")
#: struct tpacket_auxdata: status, length, captured, two offsets, VLAN tag, VLAN protocol.
_AUXDATA = struct.Struct("=IIIHHHH")
#: struct tpacket_stats: frames that passed the filter, frames lost.
_STATISTICS = struct.Struct("=II")
_TAG_IS_VALID = 1 << 4
_VLAN_NUMBER = 0x0FFF

#: Whom switches and routers speak to: bridges, LLDP's neighbours, CDP and PVST+, all hosts of a network.
_BRIDGES = bytes.fromhex("0180c2000000")
_GROUPS = ("0180c2000000", "0180c200000e", "01000ccccccc", "01000ccccccd", "01005e000001")


@dataclass(frozen=True, slots=True)
class LinkFrame:
    """A frame that came in. vlan: its tag, which the kernel takes off; None without one, and for number 0."""

    octets: bytes
    vlan: int | None

    @property
    def source(self) -> MacAddress:
        """Who sent it."""
        return MacAddress(self.octets[6:12])


def hear_link_too(tap: socket.socket, interface_index: int, *, also_for: MacAddress) -> None:
    """Let a tap hear switches beside DHCP. also_for: another hardware address whose frames the card lets in.

    The card goes back to its own addresses when the tap is closed; one that cannot let others in hears less, and no
    fault. Raises OSError.
    """
    own = hardware_of(tap)
    _attach(tap, _program(own))
    tap.setsockopt(_SOL_PACKET, _PACKET_AUXDATA, 1)
    wanted = [(_MR_MULTICAST, bytes.fromhex(each)) for each in _GROUPS]
    for kind, address in (*wanted, (_MR_UNICAST, also_for.octets)):
        request = _MEMBERSHIP.pack(interface_index, kind, len(address), address.ljust(8, b"\0"))
        with contextlib.suppress(OSError):
            tap.setsockopt(_SOL_PACKET, _PACKET_ADD_MEMBERSHIP, request)


def hear_cable_too(tap: socket.socket, interface_index: int, own: MacAddress, address: IPv4Address) -> None:
    """Let a tap hear answers of DHCP as `packet_tap.hear_answers_only` does, and what troubles a cable.

    That is: frames that this very card (own) sent, BPDUs, and ARP of who says to have our address. Raises OSError.
    """
    _attach(tap, _cable_program(own, address))
    request = _MEMBERSHIP.pack(interface_index, _MR_MULTICAST, 6, _BRIDGES.ljust(8, b"\0"))
    with contextlib.suppress(OSError):
        tap.setsockopt(_SOL_PACKET, _PACKET_ADD_MEMBERSHIP, request)


def receive_link(tap: socket.socket) -> LinkFrame | None:
    """The next frame that came in; None when none waits. Raises OSError for troubles of the socket."""
    while True:
        try:
            octets, ancillary, _, address = tap.recvmsg(LARGEST_FRAME, socket.CMSG_SPACE(_AUXDATA.size))
        except BlockingIOError:
            return None
        if address[2] == PACKET_OUTGOING or len(octets) < 14:
            continue
        return LinkFrame(octets, _vlan_in(ancillary))


def frames_lost(tap: socket.socket) -> int:
    """How many frames the tap had no room for since this was last asked. Raises OSError."""
    _, lost = _STATISTICS.unpack(tap.getsockopt(_SOL_PACKET, _PACKET_STATISTICS, _STATISTICS.size))
    return int(lost)


def _vlan_in(ancillary: list[tuple[int, int, bytes]]) -> int | None:
    for level, kind, data in ancillary:
        if (level, kind) == (_SOL_PACKET, _PACKET_AUXDATA) and len(data) >= _AUXDATA.size:
            status, _, _, _, _, tag, _ = _AUXDATA.unpack_from(data)
            return (tag & _VLAN_NUMBER or None) if status & _TAG_IS_VALID else None
    return None


# --- the filter: classic BPF, see `packet_tap` --------------------------------------------------------------------

_LOAD_WORD, _LOAD_HALF, _LOAD_OCTET, _LOAD_HALF_INDEXED, _INDEX_BY_IP_HEADER = 0x20, 0x28, 0x30, 0x48, 0xB1
_LOAD_OCTET_INDEXED = 0x50
_EQUAL, _GREATER, _SET, _RETURN = 0x15, 0x25, 0x45, 0x06
#: What Linux knows of a frame beside its octets, from SKF_AD_OFF on.
_PACKET_KIND, _VLAN_OF_FRAME, _IS_TAGGED = 0xFFFFF000 + 4, 0xFFFFF000 + 44, 0xFFFFF000 + 48
#: More fragments follow, or this is a later one.
_FRAGMENT = 0x3FFF
#: `op` of a request (RFC 2131 2).
_REQUEST = 1
_LONGEST_LENGTH, _LLDP, _IPV4, _IGMP, _UDP = 1500, 0x88CC, 0x0800, 2, 17
_BOOT_PORTS = (67, 68, 4011)


def _program(own: MacAddress) -> list[tuple[int, int, int, int]]:
    """Take: what comes back from ourselves, 802.3 frames, LLDP, ARP, IGMP, and UDP of the ports of DHCP and PXE.

    Of other VLANs broadcasts alone: they tell as much as all the traffic of a port between switches.
    """
    head, tail = struct.unpack("!IH", own.octets)
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD_OCTET, "", "", _PACKET_KIND),
        (_EQUAL, "drop", "", PACKET_OUTGOING),
        (_LOAD_WORD, "", "", _IS_TAGGED),
        (_EQUAL, "", "sender", 1),
        (_LOAD_WORD, "", "", 0),
        (_EQUAL, "take", "drop", 0xFFFFFFFF),
        (_LOAD_WORD, "sender", "", 6),
        (_EQUAL, "", "kind", head),
        (_LOAD_HALF, "", "", 10),
        (_EQUAL, "take", "kind", tail),
        (_LOAD_HALF, "kind", "", 12),
        (_GREATER, "", "take", _LONGEST_LENGTH),
        (_EQUAL, "take", "", _LLDP),
        (_EQUAL, "take", "", ARP),
        (_EQUAL, "", "drop", _IPV4),
        (_LOAD_OCTET, "", "", 14 + 9),
        (_EQUAL, "take", "", _IGMP),
        (_EQUAL, "", "drop", _UDP),
        (_INDEX_BY_IP_HEADER, "", "", 14),
        (_LOAD_HALF_INDEXED, "", "", 14),
        *((_EQUAL, "take", "", port) for port in _BOOT_PORTS),
        (_LOAD_HALF_INDEXED, "", "", 14 + 2),
        *((_EQUAL, "take", "", port) for port in _BOOT_PORTS[:-1]),
        (_EQUAL, "take", "drop", _BOOT_PORTS[-1]),
    ]
    return _assemble(lines)


def _cable_program(own: MacAddress, address: IPv4Address) -> list[tuple[int, int, int, int]]:
    """All but a few frames are left to the kernel, so that nothing is slower for it."""
    head, tail = struct.unpack("!IH", own.octets)
    to_bridges, rest = struct.unpack("!IH", _BRIDGES)
    return _assemble(
        [
            (_LOAD_OCTET, "", "", _PACKET_KIND),
            (_EQUAL, "drop", "", PACKET_OUTGOING),
            (_LOAD_WORD, "", "", _VLAN_OF_FRAME),
            (_SET, "drop", "", _VLAN_NUMBER),
            (_LOAD_WORD, "", "", 6),
            (_EQUAL, "", "kind", head),
            (_LOAD_HALF, "", "", 10),
            (_EQUAL, "take", "kind", tail),
            (_LOAD_HALF, "kind", "", 12),
            (_GREATER, "", "group", _LONGEST_LENGTH),
            (_EQUAL, "arp", "", ARP),
            (_EQUAL, "", "drop", _IPV4),
            (_LOAD_OCTET, "", "", 14 + 9),
            (_EQUAL, "", "drop", _UDP),
            (_LOAD_HALF, "", "", 14 + 6),
            (_SET, "drop", "", _FRAGMENT),
            (_INDEX_BY_IP_HEADER, "", "", 14),
            (_LOAD_HALF_INDEXED, "", "", 14),
            (_EQUAL, "look", "", _BOOT_PORTS[0]),
            (_EQUAL, "look", "", _BOOT_PORTS[2]),
            (_LOAD_HALF_INDEXED, "", "", 14 + 2),
            (_EQUAL, "look", "", _BOOT_PORTS[0]),
            (_EQUAL, "look", "", _BOOT_PORTS[2]),
            (_EQUAL, "look", "drop", _BOOT_PORTS[1]),
            (_LOAD_OCTET_INDEXED, "look", "", 14 + 8),
            (_EQUAL, "drop", "take", _REQUEST),
            (_LOAD_WORD, "group", "", 0),
            (_EQUAL, "", "drop", to_bridges),
            (_LOAD_HALF, "", "", 4),
            (_EQUAL, "take", "drop", rest),
            (_LOAD_WORD, "arp", "", 14 + 14),
            (_EQUAL, "take", "drop", int(address)),
        ]
    )


def _assemble(lines: list[tuple[int, str, str, int]]) -> list[tuple[int, int, int, int]]:
    places = {"drop": len(lines), "take": len(lines) + 1}
    # A load has no jump: what stands in its place is the name that others jump to.
    places |= {name: at for at, (code, name, _, _) in enumerate(lines) if name and not _jumps(code)}
    program = []
    for at, (code, yes, no, value) in enumerate(lines):
        jumps = _jumps(code)
        to_yes = places[yes] - at - 1 if jumps and yes else 0
        to_no = places[no] - at - 1 if jumps and no else 0
        program.append((code, to_yes, to_no, value))
    return [*program, (_RETURN, 0, 0, 0), (_RETURN, 0, 0, LARGEST_FRAME)]


def _jumps(code: int) -> bool:
    return code in (_EQUAL, _GREATER, _SET)


def _attach(sock: socket.socket, program: list[tuple[int, int, int, int]]) -> None:
    octets = b"".join(struct.pack("=HBBI", *line) for line in program)
    buffer = ctypes.create_string_buffer(octets, len(octets))
    sock.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, struct.pack("@HP", len(program), ctypes.addressof(buffer)))
