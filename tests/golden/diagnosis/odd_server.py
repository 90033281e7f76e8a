"""A boot server that answers as it is told, right or wrong: for recording what firmware does with it.

Runs in the laboratory's namespace of the kit: `python -m tests.golden.diagnosis.odd_server JSON`.
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.protocol.dhcp import BOOTREPLY, MessageType, OptionCode, decode, encode
from fogportable.protocol.dhcp.packet import DhcpPacket
from fogportable.protocol.errors import MalformedPacket

_BIND_TO_DEVICE = 25


@dataclass
class Answers:
    """own: its address. offer, ack: options as hex by number; `siaddr` and `file` beside them. None: silence.

    delay_s: before an OFFER. broadcast: where OFFERs go. ack_port: where ACKs of port 4011 go; 0 for where asked from.
    """

    own: str
    interface: str
    offer: dict[str, str] | None = None
    ack: dict[str, str] | None = None
    delay_s: float = 0.0
    broadcast: str = "255.255.255.255"
    ack_port: int = 0
    classes: list[str] = field(default_factory=lambda: ["PXEClient"])


def answer_to(request: DhcpPacket, told: dict[str, str], own: str, kind: MessageType) -> bytes:
    """The octets of a reply. Empty values leave out what would be there by default: options 53, 54, 60 and 97."""
    options: dict[int, bytes] = {
        OptionCode.MESSAGE_TYPE: bytes([kind]),
        OptionCode.SERVER_IDENTIFIER: IPv4Address(own).packed,
        OptionCode.VENDOR_CLASS: b"PXEClient",
    }
    if OptionCode.CLIENT_MACHINE_ID in request.options:
        options[OptionCode.CLIENT_MACHINE_ID] = request.options[OptionCode.CLIENT_MACHINE_ID]
    for name, value in told.items():
        if name.isdigit():
            options[int(name)] = bytes.fromhex(value)
    reply = DhcpPacket(
        op=BOOTREPLY,
        xid=request.xid,
        secs=request.secs,
        flags=request.flags | (0x8000 if kind is MessageType.OFFER else 0),
        ciaddr=request.ciaddr if kind is MessageType.ACK else IPv4Address(0),
        siaddr=IPv4Address(told.get("siaddr", own)),
        chaddr=request.chaddr,
        file=told.get("file", "").encode(),
        options={number: value for number, value in options.items() if value},
    )
    return encode(reply)


def main() -> None:
    """Serve until killed."""
    told = Answers(**json.loads(sys.argv[1]))
    sockets = {port: _open(told, port) for port in ((67, 4011) if told.ack is not None else (67,))}
    print("odd server ready", flush=True)
    due: list[tuple[float, bytes]] = []
    while True:
        now = time.monotonic()
        for each in [each for each in due if each[0] <= now]:
            due.remove(each)
            sockets[67].sendto(each[1], (told.broadcast, 68))
        wait_s = min((each[0] - now for each in due), default=1.0)
        for ready in select.select(list(sockets.values()), [], [], max(0.0, wait_s))[0]:
            data, source = ready.recvfrom(4096)
            try:
                request = decode(data)
            except MalformedPacket:
                continue
            vendor_class = request.options.get(OptionCode.VENDOR_CLASS, b"").decode("latin-1")
            if request.op != 1 or not vendor_class.startswith(tuple(told.classes)):
                continue
            if ready is sockets[67] and request.message_type is MessageType.DISCOVER and told.offer is not None:
                offer = answer_to(request, told.offer, told.own, MessageType.OFFER)
                due.append((time.monotonic() + told.delay_s, offer))
            elif ready is sockets.get(4011) and told.ack is not None:
                ack = answer_to(request, told.ack, told.own, MessageType.ACK)
                ready.sendto(ack, (source[0], told.ack_port or source[1]))


def _open(told: Answers, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    opened.setsockopt(socket.SOL_SOCKET, _BIND_TO_DEVICE, told.interface.encode() + b"\0")
    opened.bind(("", port))
    return opened


if __name__ == "__main__":
    main()
