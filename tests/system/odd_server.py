"""A DHCP or boot server that says exactly what a test wants it to say: `python -m tests.system.odd_server IF JSON`.

The JSON is a list of answers. Each has the fields of a DHCP packet by their names, and beside them: `options` (number
to its value in hexadecimal, or null to leave it out), `kinds` (whom it answers: bios, uefi, ipxe, http), `port` (67 or
4011), `after_s`, `alone` (sent to the computer's hardware address instead of everybody), `as_bootp` (no option 53).
"""

from __future__ import annotations

import heapq
import json
import select
import socket
import struct
import sys
import time
from ipaddress import IPv4Address
from typing import Any

from fogportable.protocol.dhcp import BOOTREPLY, BOOTREQUEST, DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.errors import MalformedPacket
from tests.fakes.ethernet import udp_frame

_HEAD = 14 + 20 + 8


def _kind(packet: DhcpPacket) -> str:
    vendor_class = packet.options.get(OptionCode.VENDOR_CLASS, b"")
    if packet.options.get(OptionCode.USER_CLASS) == b"iPXE":
        return "ipxe"
    if vendor_class.startswith(b"HTTPClient"):
        return "http"
    if not vendor_class.startswith(b"PXEClient"):
        return "other"
    return "bios" if packet.options.get(OptionCode.CLIENT_ARCH) == b"\0\0" else "uefi"


def _answer(wanted: dict[str, Any], packet: DhcpPacket, own: str) -> bytes:
    is_boot_server = wanted.get("port", 67) == 4011
    usual = MessageType.ACK if is_boot_server else MessageType.OFFER
    options: dict[int, bytes] = {}
    if not wanted.get("as_bootp"):
        options[OptionCode.MESSAGE_TYPE] = bytes([wanted.get("message", usual)])
        options[OptionCode.SERVER_IDENTIFIER] = IPv4Address(own).packed
        options[OptionCode.SUBNET_MASK] = IPv4Address("255.255.255.0").packed
        options[OptionCode.LEASE_TIME_S] = struct.pack("!I", 3600)
    for number, value in wanted.get("options", {}).items():
        options.pop(int(number), None)
        if value is not None:
            options[int(number)] = bytes.fromhex(value)
    return encode(
        DhcpPacket(
            op=BOOTREPLY,
            xid=packet.xid,
            flags=packet.flags,
            yiaddr=IPv4Address(wanted.get("yiaddr", "0.0.0.0")),
            siaddr=IPv4Address(wanted.get("siaddr", "0.0.0.0")),
            chaddr=packet.chaddr,
            sname=wanted.get("sname", "").encode(),
            file=wanted.get("file", "").encode(),
            options=options,
        )
    )


def main(interface: str, text: str) -> None:
    answers: list[dict[str, Any]] = json.loads(text)
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
    sock.bind((interface, 0x0800))
    ports = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in {each.get("port", 67) for each in answers}]
    for held, port in zip(ports, {each.get("port", 67) for each in answers}, strict=True):
        held.bind(("", port))  # So that the kernel does not refuse what is answered here.
    mac = sock.getsockname()[4]
    own = socket.inet_ntoa(struct.unpack("!16s2H4s8s", _interface_address(interface))[3])
    print("serves", flush=True)
    due: list[tuple[float, int, bytes]] = []
    number = 0
    while True:
        wait_s = max(0.0, due[0][0] - time.monotonic()) if due else None
        if select.select([sock], [], [], wait_s)[0]:
            frame, address = sock.recvfrom(4096)
            if address[2] != socket.PACKET_OUTGOING and frame[23] == 17:
                source_port, port = struct.unpack_from("!2H", frame, 34)
                try:
                    packet = decode(frame[_HEAD:])
                except MalformedPacket:
                    continue
                for wanted in answers if packet.op == BOOTREQUEST else ():
                    if wanted.get("port", 67) != port or _kind(packet) not in wanted.get("kinds", [_kind(packet)]):
                        continue
                    back = (str(IPv4Address(frame[26:30])), source_port)
                    to = back if port == 4011 else (wanted.get("yiaddr", back[0]), 68)
                    is_alone = port == 4011 or wanted.get("alone")
                    hardware = frame[6:12] if port == 4011 else packet.chaddr[:6]
                    reply = udp_frame(
                        _answer(wanted, packet, own),
                        source=(own, port),
                        destination=to if is_alone else ("255.255.255.255", 68),
                        source_mac=mac,
                        destination_mac=hardware if is_alone else b"\xff" * 6,
                    )
                    number += 1
                    heapq.heappush(due, (time.monotonic() + wanted.get("after_s", 0.0), number, reply))
        while due and due[0][0] <= time.monotonic():
            sock.send(heapq.heappop(due)[2])


def _interface_address(interface: str) -> bytes:
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        return fcntl.ioctl(sock, 0x8915, struct.pack("32s", interface.encode()))  # SIOCGIFADDR


if __name__ == "__main__":
    main(*sys.argv[1:])
