"""What the corpus begins with: requests of real firmware, our captures, and the odd ones of the standards.

`python -m tests.fuzz.seeds` writes those that are not in the corpus yet. What a fuzzer finds is put beside them by
hand, with a name that says what it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.protocol.dhcp import decode
from fogportable.protocol.errors import MalformedPacket
from fogportable.protocol.tftp import Opcode, encode_ack, encode_error
from fogportable.protocol.tftp.packets import ErrorCode
from tests.fuzz.targets import join_conversation
from tests.golden.pcap import CapturedDatagram, read_datagrams
from tests.unit.protocol.dhcp import frames
from tests.unit.protocol.dhcp.frames import varied

CORPUS = Path(__file__).parent / "corpus"
_GOLDEN = Path(__file__).parents[1] / "golden"
_DHCP_PORTS = {67, 68, 4011}
_MOST_OF_A_TRANSFER = 24


def seeds() -> dict[str, dict[str, bytes]]:
    """By folder and file name."""
    dhcp = dict(_dhcp_of_standards()) | dict(_dhcp_of_captures())
    return {
        "dhcp": dhcp,
        "http": dict(_http()),
        "tftp": dict(_tftp_of_standards()) | dict(_tftp_of_captures()),
        "vendor": dict(_vendor(dhcp)),
    }


def _dhcp_of_standards() -> Iterator[tuple[str, bytes]]:
    known = ("EDK2_DISCOVER", "EDK2_BOOT_SERVER_REQUEST", "EDK2_BOOT_ITEM_REQUEST", "IPXE_DISCOVER")
    for name in (*known, "IPXE_BOOT_ITEM_REQUEST", "HTTP_DISCOVER"):
        yield name.lower().replace("_", "-"), getattr(frames, name)
    edk2 = frames.EDK2_DISCOVER
    yield "empty", b""
    yield "header-only", edk2[:240]
    yield "no-end", edk2[:-1]
    yield "cut-option", edk2[:-10]
    yield "xid-0", varied(edk2, xid=0)
    yield "relayed", varied(edk2, {82: b"\1\4eth0\2\2ab"}, giaddr=IPv4Address("10.77.2.1"))
    yield "item-behind-relay", varied(frames.EDK2_BOOT_ITEM_REQUEST, {82: b"\1\1x"}, giaddr=IPv4Address("10.77.2.1"))
    yield "split-option", varied(edk2, {60: b"PXEClient:Arch:00007:UNDI:003000" + b"x" * 400})
    yield (
        "overload",
        varied(edk2, {52: b"\3"}, sname=b"\x0c\4name\xff".ljust(64, b"\0"), file=b"\x43\1f\xff".ljust(128)),
    )
    yield "http-file-in-file", varied(frames.HTTP_DISCOVER, {93: b"\0\x0f"})
    yield (
        "raspberry-pi",
        varied(
            edk2, {93: b"\0\0", 60: b"PXEClient:Arch:00000:UNDI:002001"}, chaddr=b"\xb8\x27\xeb\1\2\3".ljust(16, b"\0")
        ),
    )
    yield "inform", varied(edk2, {53: b"\x08"}, ciaddr=IPv4Address("192.168.88.134"))


def _captured() -> Iterator[tuple[str, CapturedDatagram]]:
    for capture in sorted(_GOLDEN.rglob("*.pcap")):
        for datagram in read_datagrams(capture):
            yield capture.stem, datagram


def _dhcp_of_captures() -> Iterator[tuple[str, bytes]]:
    """One of each kind: who sent what type with which options."""
    kinds = set()
    for capture, datagram in _captured():
        if not {datagram.source[1], datagram.destination[1]} <= _DHCP_PORTS:
            continue
        try:
            packet = decode(datagram.payload)
        except MalformedPacket:
            continue
        if len(datagram.payload) > 700:
            continue
        kind = (packet.op, packet.message_type, datagram.destination[1], tuple(packet.options), bool(packet.file))
        if kind not in kinds:
            kinds.add(kind)
            yield f"{capture}-{len(kinds)}", datagram.payload


def _vendor(dhcp: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    values: dict[bytes, None] = {}
    for data in dhcp.values():
        try:
            value = decode(data).options.get(43)
        except MalformedPacket:
            continue
        if value:
            values[value] = None
    yield from ((f"value-{number}", value) for number, value in enumerate(values))
    yield "twice", b"\6\1\x2b\6\1\x08\xff"
    yield "cut", b"\6\1\x08\x09\x20\1"
    yield "padded", b"\0\0\6\1\x08\xff\0\0junk"


def _tftp_of_captures() -> Iterator[tuple[str, bytes]]:
    """The client's side of transfers, one of each request without its name."""
    talks: dict[tuple[str, tuple[IPv4Address, int]], list[bytes]] = {}
    for capture, datagram in _captured():
        key = (capture, datagram.source)
        is_request = datagram.destination[1] == 69 and datagram.payload[:2] == b"\0\1"
        if is_request and key not in talks:
            talks[key] = [datagram.payload]
        elif key in talks and len(talks[key]) < _MOST_OF_A_TRANSFER:
            talks[key].append(datagram.payload)
    kinds = set()
    for (capture, _), datagrams in talks.items():
        kind = (datagrams[0].split(b"\0octet\0")[-1], len(datagrams) > 2)
        if kind not in kinds:
            kinds.add(kind)
            yield f"{capture}-{len(kinds)}", join_conversation(0x63, datagrams)


def _rrq(name: bytes, options: str = "", opcode: Opcode = Opcode.RRQ, mode: bytes = b"octet") -> bytes:
    return opcode.to_bytes(2, "big") + name + b"\0" + mode + b"\0" + options.replace(" ", "\0").encode()


def _tftp_of_standards() -> Iterator[tuple[str, bytes]]:
    acks = [encode_ack(block) for block in range(8)]
    abort = encode_error(ErrorCode.OPTION_REFUSED, "User aborted the transfer")
    yield "edk2-probe", join_conversation(3, [_rrq(b"ipxe.efi", "tsize 0 blksize 1468 windowsize 4 "), abort])
    yield "edk2-load", join_conversation(0x63, [_rrq(b"ipxe.efi", "blksize 1468 windowsize 4 "), acks[0], acks[4]])
    yield "no-options", join_conversation(3, [_rrq(b"undionly.kpxe.0"), *acks[1:]])
    yield "silence", join_conversation(3, [_rrq(b"/tftpboot/x.0", "blksize 512 "), acks[0], *[b""] * 8])
    yield "window-loss", join_conversation(0x65, [_rrq(b"f", "windowsize 16 "), acks[0], acks[3], acks[3], acks[5]])
    numbers = [encode_ack(block) for block in (0, *range(64, 6400, 64))]
    yield "rollover", join_conversation(0xA5, [_rrq(b"f", "blksize 8 windowsize 64 "), *numbers])
    yield "junk-options", join_conversation(3, [_rrq(b"f", "blksize abc blksize -5 timeout 0 tsize  rollover 0 ")])
    yield "huge-options", join_conversation(3, [_rrq(b"f", f"blksize {'9' * 40} windowsize 65536 timeout 256 ")])
    yield "write", join_conversation(3, [_rrq(b"new", opcode=Opcode.WRQ)])
    yield "netascii", join_conversation(3, [_rrq(b"f", mode=b"netascii")])
    names = (
        b"..\\secret",
        b"C:\\x",
        b"a//b/./c",
        b"aux.efi",
        b"f:stream",
        b"name\xff\xff",
        b"x" * 300,
        b"\xc3\xb6.cfg",
    )
    for number, name in enumerate(names):
        yield f"name-{number}", join_conversation(3, [_rrq(name)])


def _http() -> Iterator[tuple[str, bytes]]:
    def head(first: str, *fields: str) -> bytes:
        return "\r\n".join((first, *fields, "", "")).encode("latin-1")

    host = "Host: 192.168.88.2"
    yield "edk2-head", head("HEAD /ipxe.efi HTTP/1.1", host, "Accept: */*", "User-Agent: UefiHttpBoot/1.0")
    yield "edk2-get", head("GET /ipxe.efi HTTP/1.1", host, "Accept: */*", "User-Agent: UefiHttpBoot/1.0")
    yield "ipxe", head("GET /boot.ipxe HTTP/1.1", "Connection: keep-alive", "User-Agent: iPXE/1.21.1", host)
    yield "ipxe-range", head("GET /x.iso HTTP/1.1", host, "Range: bytes=2048-4095")
    yield "grub", head("GET //boot/grub.cfg HTTP/1.1", host, "User-Agent: GRUB 2.06", "Range: bytes=512-")
    yield "suffix", head("GET /f HTTP/1.1", host, "Range: bytes=-500", 'If-Range: "tag"')
    yield "ranges", head("GET /f HTTP/1.1", host, "Range: bytes=0-1,5-9,9-")
    yield "absolute", head("GET http://192.168.88.2:8080/f?x=%00#y HTTP/1.0")
    yield "quoted", head("GET /..%2f%2e%2e%5csecret HTTP/1.1", host)
    yield (
        "conditions",
        head("GET /f HTTP/1.1", host, 'If-None-Match: W/"tag", *', "If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT"),
    )
    yield "body", head("POST /f HTTP/1.1", host, "Content-Length: 3", "Transfer-Encoding: chunked")
    yield "smuggled", b"GET /f HTTP/1.1\nHost: a\n\nX: y\r\n\r\n"
    yield "folded", b"GET /f HTTP/1.1\r\nHost: a\r\n b\r\nA:b\r\n\r\n"


def main() -> None:
    """Write what is missing."""
    for folder, files in seeds().items():
        (CORPUS / folder).mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (CORPUS / folder / f"{name}.bin").write_bytes(data)


if __name__ == "__main__":
    main()
