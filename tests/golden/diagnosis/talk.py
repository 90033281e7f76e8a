"""Conversations written in code: every method adds frames, as one computer and its servers would send them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address

from fogportable.diagnosis import Conversations, Diagnosis, Dissector, diagnose
from fogportable.protocol.dhcp import BOOTREPLY, BOOTREQUEST, DhcpPacket, MessageType, OptionCode, encode
from fogportable.protocol.tftp.packets import (
    ErrorCode,
    Opcode,
    Request,
    encode_ack,
    encode_data,
    encode_error,
    encode_oack,
    encode_request,
)
from tests.fakes.ethernet import BROADCAST_MAC, udp_frame
from tests.golden.diagnosis.library import TimedFrame

SITE, PROXY, OTHER, CLIENT = "192.168.9.1", "192.168.9.10", "192.168.9.11", "192.168.9.77"
DIRECT = bytes.fromhex("060108ff")
EVERYBODY = "255.255.255.255"
NOBODY = "0.0.0.0"
_SWITCH_MAC = bytes.fromhex("00aabbccdd01")
_IPXE: dict[int, bytes] = {OptionCode.USER_CLASS: b"iPXE", OptionCode.IPXE: bytes.fromhex("130101")}


def mac_of(address: str) -> bytes:
    """A card for each server."""
    return bytes.fromhex("0200") + IPv4Address(address).packed


@dataclass
class Talk:
    """arch: number of option 93. is_ipxe: what asks next. now_s: time of the next frame."""

    mac: bytes = bytes.fromhex("525400010203")
    arch: int = 7
    ip: str = CLIENT
    is_ipxe: bool = False
    uuid: bytes = bytes(range(16))
    now_s: float = 0.0
    xid: int = 0x1000
    giaddr: str = NOBODY
    vendor_class: str = ""
    frames: list[TimedFrame] = field(default_factory=list)
    _ports: itertools.count[int] = field(default_factory=lambda: itertools.count(1030))

    # --- frames --------------------------------------------------------------------------------------------------

    def add(self, frame: bytes, after_s: float = 0.001) -> None:
        """Any frame, this long after the one before."""
        self.now_s += after_s
        self.frames.append((self.now_s, frame))

    def wait(self, seconds: float) -> Talk:
        """Nobody says anything."""
        self.now_s += seconds
        return self

    def idle(self, seconds: float) -> Talk:
        """Somebody else's frame, so that the capture is seen to go on."""
        self.wait(seconds)
        self.add(arp_frame(bytes.fromhex("020000000099"), "192.168.9.99", "192.168.9.98", is_request=True))
        return self

    def udp(self, data: bytes, source: tuple[str, int], destination: tuple[str, int], after_s: float = 0.001) -> None:
        """One datagram; the client's own address stands for the client's card."""
        sender = self.mac if source[0] in (self.ip, NOBODY) else mac_of(source[0])
        receiver = BROADCAST_MAC if destination[0] == EVERYBODY else self.mac
        self.add(
            udp_frame(data, source=source, destination=destination, source_mac=sender, destination_mac=receiver),
            after_s,
        )

    # --- DHCP ----------------------------------------------------------------------------------------------------

    def _options(self, kind: MessageType) -> dict[int, bytes]:
        name = self.vendor_class or f"PXEClient:Arch:{self.arch:05}:UNDI:003000"
        options: dict[int, bytes] = {
            OptionCode.MESSAGE_TYPE: bytes([kind]),
            OptionCode.VENDOR_CLASS: name.encode(),
            OptionCode.CLIENT_ARCH: self.arch.to_bytes(2, "big"),
            OptionCode.CLIENT_MACHINE_ID: b"\0" + self.uuid,
        }
        if name == "none":
            options = {OptionCode.MESSAGE_TYPE: bytes([kind])}
        return options | _IPXE if self.is_ipxe else options

    def _request(self, kind: MessageType, options: Mapping[int, bytes], **fields: object) -> bytes:
        flags = 0 if self.is_ipxe else 0x8000
        values: dict[str, object] = {
            "op": BOOTREQUEST,
            "xid": self.xid,
            "flags": flags,
            "chaddr": self.mac.ljust(16, b"\0"),
        }
        values["giaddr"] = IPv4Address(self.giaddr)
        return encode(DhcpPacket(**{**values, **fields}, options={**self._options(kind), **options}))  # type: ignore[arg-type]

    def discover(self, after_s: float = 0.0, secs: int = 0) -> Talk:
        """Broadcast, or by a relay."""
        if self.giaddr == NOBODY:
            self.udp(self._request(MessageType.DISCOVER, {}, secs=secs), (NOBODY, 68), (EVERYBODY, 67), after_s)
        return self

    def relayed_discover(self, server: str, after_s: float = 0.0) -> Talk:
        """As the relay passes it on."""
        self.udp(self._request(MessageType.DISCOVER, {}), (self.giaddr, 67), (server, 67), after_s)
        return self

    def reply(
        self,
        server: str,
        kind: MessageType = MessageType.OFFER,
        *,
        gives: str = NOBODY,
        siaddr: str | None = None,
        file: str = "",
        options: Mapping[int, bytes] | None = None,
        without: tuple[int, ...] = (),
        to: tuple[str, int] = (EVERYBODY, 68),
        port: int = 67,
        after_s: float = 0.001,
        ciaddr: str = NOBODY,
    ) -> Talk:
        """Any answer. A boot server's has option 60, unless `without` says otherwise."""
        values: dict[int, bytes] = {
            OptionCode.MESSAGE_TYPE: bytes([kind]),
            OptionCode.SERVER_IDENTIFIER: IPv4Address(server).packed,
        }
        if gives == NOBODY or port == 4011:
            values[OptionCode.VENDOR_CLASS] = b"PXEClient"
        values.update(options or {})
        packet = DhcpPacket(
            op=BOOTREPLY,
            xid=self.xid,
            flags=0x8000,
            ciaddr=IPv4Address(ciaddr),
            yiaddr=IPv4Address(gives),
            siaddr=IPv4Address(server if siaddr is None else siaddr),
            giaddr=IPv4Address(self.giaddr),
            chaddr=self.mac.ljust(16, b"\0"),
            file=file.encode(),
            options={code: value for code, value in values.items() if code not in without},
        )
        self.udp(encode(packet), (server, port), to, after_s)
        return self

    def lease(self, server: str = SITE, **more: object) -> Talk:
        """An offer of the client's address."""
        return self.reply(server, gives=self.ip, **more)  # type: ignore[arg-type]

    def proxy(self, server: str = PROXY, file: str = "", **more: object) -> Talk:
        """A boot server's offer: the file at once, unless `options` say otherwise."""
        options = {OptionCode.VENDOR_OPTIONS: DIRECT} if file and "options" not in more else {}
        return self.reply(server, file=file, **{"options": options, **more})  # type: ignore[arg-type]

    def select(self, server: str = SITE, after_s: float = 3.8) -> Talk:
        """It asks for the offered address."""
        options: dict[int, bytes] = {
            OptionCode.SERVER_IDENTIFIER: IPv4Address(server).packed,
            OptionCode.REQUESTED_ADDRESS: IPv4Address(self.ip).packed,
        }
        self.udp(self._request(MessageType.REQUEST, options), (NOBODY, 68), (EVERYBODY, 67), after_s)
        return self

    def ack(self, server: str = SITE, **more: object) -> Talk:
        """It has the address."""
        return self.reply(server, MessageType.ACK, gives=self.ip, **more)  # type: ignore[arg-type]

    def addressed(self, file: str = "", **more: object) -> Talk:
        """DISCOVER to ACK beside a boot server."""
        return self.discover().lease().proxy(file=file, **more).select().ack()  # type: ignore[arg-type]

    def ask(self, server: str = PROXY, after_s: float = 0.01, options: Mapping[int, bytes] | None = None) -> Talk:
        """A request to a boot server on port 4011."""
        port = 68 if self.is_ipxe else 4011
        data = self._request(MessageType.REQUEST, options or {}, ciaddr=IPv4Address(self.ip))
        self.udp(data, (self.ip, port), (server, 4011), after_s)
        return self

    def told(self, server: str = PROXY, file: str = "", **more: object) -> Talk:
        """The boot server's answer."""
        port = 68 if self.is_ipxe else 4011
        values: dict[str, object] = {"port": 4011, "to": (self.ip, port), "ciaddr": self.ip, **more}
        return self.reply(server, MessageType.ACK, file=file, **values)  # type: ignore[arg-type]

    def ipxe(self) -> Talk:
        """From now on iPXE asks."""
        self.is_ipxe = True
        self.xid += 1
        return self

    # --- files ---------------------------------------------------------------------------------------------------

    def rrq(
        self, name: str | bytes, server: str = PROXY, port: int = 0, after_s: float = 0.01, block_size: int = 1468
    ) -> int:
        """Asks for a file. Returns the client's port."""
        port = port or next(self._ports)
        raw = name.encode() if isinstance(name, str) else name
        options = (("tsize", "0"), ("blksize", str(block_size)))
        self.udp(encode_request(Request(Opcode.RRQ, raw, "octet", options)), (self.ip, port), (server, 69), after_s)
        return port

    def oack(self, port: int, server: str = PROXY, *, block_size: int = 1468, after_s: float = 0.001) -> None:
        """The server agrees."""
        data = encode_oack((("blksize", str(block_size)), ("tsize", "3000")))
        self.udp(data, (server, 40_000 + port), (self.ip, port), after_s)

    def data(self, port: int, block: int, content: bytes, server: str = PROXY, after_s: float = 0.001) -> None:
        """A block."""
        self.udp(encode_data(block, content), (server, 40_000 + port), (self.ip, port), after_s)

    def acked(self, port: int, block: int, server: str = PROXY, after_s: float = 0.001) -> None:
        """The client has a block."""
        self.udp(encode_ack(block), (self.ip, port), (server, 40_000 + port), after_s)

    def load(self, name: str | bytes, server: str = PROXY, head: bytes = b"", after_s: float = 0.01) -> Talk:
        """A whole transfer."""
        port = self.rrq(name, server, after_s=after_s)
        self.oack(port, server)
        self.acked(port, 0, server)
        self.data(port, 1, head.ljust(1468, b"\0"), server)
        self.acked(port, 1, server)
        self.data(port, 2, bytes(100), server)
        self.acked(port, 2, server)
        return self

    def probe(self, name: str, server: str = PROXY, after_s: float = 1.0) -> Talk:
        """As firmware asks for the size first, and breaks off."""
        port = self.rrq(name, server, after_s=after_s)
        self.oack(port, server)
        stop = encode_error(ErrorCode.OPTION_REFUSED, "User aborted the transfer")
        self.udp(stop, (self.ip, port), (server, 40_000 + port))
        return self

    def missing(self, name: str | bytes, server: str = PROXY, after_s: float = 0.01) -> Talk:
        """Asked for, and not there."""
        port = self.rrq(name, server, after_s=after_s)
        refusal = encode_error(ErrorCode.FILE_NOT_FOUND, "File not found")
        self.udp(refusal, (server, 40_000 + port), (self.ip, port))
        return self

    def http(
        self,
        target: str,
        *,
        server: str = PROXY,
        status: int = 200,
        method: str = "GET",
        body: bytes = b"#!ipxe\n",
    ) -> Talk:
        """A connection with one request and its answer."""
        port = next(self._ports)
        here, there = (self.ip, port), (server, 80)
        self.tcp(b"", here, there, 0x02, 0.05)
        self.tcp(b"", there, here, 0x12)
        self.tcp(b"", here, there, 0x10)
        head = f"{method} {target} HTTP/1.1\r\nHost: {server}\r\nUser-Agent: iPXE/1.21.1\r\n\r\n"
        self.tcp(head.encode(), here, there, 0x18)
        content = b"" if method == "HEAD" else body
        answer = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n".encode() + content
        self.tcp(answer, there, here, 0x18)
        return self

    def tcp(
        self, data: bytes, source: tuple[str, int], destination: tuple[str, int], flags: int, after_s: float = 0.001
    ) -> None:
        """One segment, without sequence numbers that anybody would check."""
        segment = source[1].to_bytes(2, "big") + destination[1].to_bytes(2, "big") + bytes(8) + bytes([0x50, flags])
        segment += bytes(6) + data
        sender, receiver = (self.mac, mac_of(destination[0])) if source[0] == self.ip else (mac_of(source[0]), self.mac)
        header = bytes([0x45, 0]) + (20 + len(segment)).to_bytes(2, "big") + bytes([0, 1, 0, 0, 64, 6, 0, 0])
        packet = header + IPv4Address(source[0]).packed + IPv4Address(destination[0]).packed + segment
        self.add(receiver + sender + b"\x08\0" + packet, after_s)

    # --- others --------------------------------------------------------------------------------------------------

    def looks_for(self, address: str, after_s: float = 1.0) -> Talk:
        """An ARP request of the client."""
        self.add(arp_frame(self.mac, self.ip, address, is_request=True), after_s)
        return self

    def bpdu(self, after_s: float = 2.0, flags: int = 0, *, is_rapid: bool = False) -> Talk:
        """A message of spanning tree from the switch."""
        self.add(bpdu_frame(flags, is_rapid=is_rapid), after_s)
        return self

    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """What the engine says of it."""
        return diagnose(conversations_of(self.frames))

    def diagnosis(self) -> Diagnosis:
        """Of the one computer."""
        (only,) = self.diagnoses()
        return only


def conversations_of(frames: list[TimedFrame]) -> Conversations:
    """Frames of Ethernet, sorted by computer."""
    dissector, room = Dissector(), Conversations()
    begin_s = frames[0][0] if frames else 0.0
    for number, (time_s, frame) in enumerate(frames, start=1):
        for fact in dissector.read(number, time_s - begin_s, frame, 1, len(frame)):
            room.take(fact)
    for fact in dissector.finish():
        room.take(fact)
    return room


def arp_frame(mac: bytes, ip: str, target: str, *, is_request: bool) -> bytes:
    """An ARP packet; a reply goes to nobody in particular."""
    body = b"\0\1\x08\0\6\4" + (b"\0\1" if is_request else b"\0\2") + mac + IPv4Address(ip).packed
    return BROADCAST_MAC + mac + b"\x08\x06" + (body + bytes(6) + IPv4Address(target).packed).ljust(46, b"\0")


def bpdu_frame(flags: int, *, is_rapid: bool) -> bytes:
    """Configuration of spanning tree, or RST with the port's state in its flags."""
    kind = b"\2\2" if is_rapid else b"\0\0"
    bridge = b"\x80\0" + _SWITCH_MAC
    body = b"\0\0" + kind + bytes([flags]) + bridge + bytes(4) + bridge + b"\x80\1\0\0\x14\0\2\0\x0f\0"
    llc = b"\x42\x42\3" + body
    return bytes.fromhex("0180c2000000") + _SWITCH_MAC + len(llc).to_bytes(2, "big") + llc.ljust(46, b"\0")


def icmp_frame(source: str, refused: bytes, *, kind: int = 3, code: int = 3) -> bytes:
    """An error about the datagram in a frame of Ethernet."""
    quoted = refused[14:42]
    body = bytes([kind, code, 0, 0, 0, 0, 0, 0]) + quoted
    total = 20 + len(body)
    header = bytes([0x45, 0]) + total.to_bytes(2, "big") + bytes([0, 1, 0, 0, 64, 1, 0, 0])
    return refused[6:12] + mac_of(source) + b"\x08\0" + header + IPv4Address(source).packed + quoted[12:16] + body
