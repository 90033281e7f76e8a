"""Frames as facts."""

from __future__ import annotations

import struct
from ipaddress import IPv4Address

from fogportable.diagnosis.dissector import Dissector
from fogportable.diagnosis.facts import (
    ArpFact,
    BpduFact,
    Fact,
    FragmentsLost,
    Ipv6Fact,
    Ipv6Kind,
    TcpFact,
    TcpKind,
    TftpFact,
)
from fogportable.diagnosis.heads import read_head
from fogportable.diagnosis.names import archs_by_name, is_garbled, is_optional, is_signed_grub, path_of
from fogportable.protocol.tftp.packets import Opcode
from tests.fakes.ethernet import udp_frame
from tests.golden.diagnosis.talk import CLIENT, PROXY, Talk, arp_frame, bpdu_frame


def _facts(frames: list[bytes], *, times_s: list[float] | None = None) -> list[Fact]:
    dissector = Dissector()
    found: list[Fact] = []
    for number, frame in enumerate(frames, start=1):
        time_s = float(number) if times_s is None else times_s[number - 1]
        found += dissector.read(number, time_s, frame, 1, len(frame))
    return [*found, *dissector.finish()]


def _pieces(frame: bytes, size: int) -> list[bytes]:
    """The same datagram as IP fragments of `size` octets (a multiple of eight)."""
    header, payload = frame[14:34], frame[34:]
    pieces = []
    for start in range(0, len(payload), size):
        part = payload[start : start + size]
        more = 0x2000 if start + size < len(payload) else 0
        changed = header[:2] + struct.pack("!H", 20 + len(part)) + header[4:6] + struct.pack("!H", more | start // 8)
        pieces.append(frame[:14] + changed + header[8:] + part)
    return pieces


def _request_and_block() -> tuple[bytes, bytes]:
    talk = Talk()
    port = talk.rrq("a.efi")
    talk.data(port, 1, bytes(1468))
    return talk.frames[0][1], talk.frames[1][1]


def test_fragments_in_any_order_are_one_datagram() -> None:
    request, block = _request_and_block()
    pieces = _pieces(block, 800)
    assert len(pieces) == 2
    for order in (pieces, pieces[::-1]):
        facts = _facts([request, *order])
        (data,) = [each for each in facts if isinstance(each, TftpFact) and each.opcode is Opcode.DATA]
        assert (data.block, data.size) == (1, 1468)
        assert not [each for each in facts if isinstance(each, FragmentsLost)]


def test_a_missing_fragment_is_told_after_a_while_or_at_the_end() -> None:
    request, block = _request_and_block()
    first = _pieces(block, 800)[0]
    (lost,) = [each for each in _facts([request, first]) if isinstance(each, FragmentsLost)]
    assert (lost.frame, lost.destination, lost.octets) == (2, IPv4Address(CLIENT), 800)
    later = arp_frame(b"\2\0\0\0\0\1", CLIENT, PROXY, is_request=True)
    kinds = [type(each) for each in _facts([request, first, later], times_s=[0.0, 1.0, 30.0])]
    assert kinds.index(FragmentsLost) < kinds.index(ArpFact)


def test_answers_from_any_port_belong_to_the_transfer_and_other_datagrams_do_not() -> None:
    request, block = _request_and_block()
    other = udp_frame(b"\0\3\0\1hello", source=(PROXY, 5000), destination=(CLIENT, 5001))
    kinds = [each.opcode for each in _facts([request, block, other]) if isinstance(each, TftpFact)]
    assert kinds == [Opcode.RRQ, Opcode.DATA]


def test_spanning_tree_tells_its_delay_and_the_state_of_a_port() -> None:
    plain, learning, forwarding = (
        bpdu_frame(0, is_rapid=False),
        bpdu_frame(0x10, is_rapid=True),
        bpdu_frame(0x3C, is_rapid=True),
    )
    facts = [each for each in _facts([plain, learning, forwarding]) if isinstance(each, BpduFact)]
    assert [each.is_forwarding for each in facts] == [None, False, True]
    assert {each.delay_s for each in facts} == {15.0}


def test_firmware_that_asks_by_ipv6_is_told_from_ipxe_and_systems() -> None:
    def solicit(text: bytes) -> bytes:
        udp = struct.pack("!4H", 546, 547, 12 + len(text), 0) + b"\1\0\0\1" + text
        ip = b"\x60\0\0\0" + struct.pack("!HBB", len(udp), 17, 1) + bytes(32)
        return bytes(6) + b"\2\0\0\0\0\1" + b"\x86\xdd" + ip + udp

    texts = [b"PXEClient:Arch:00007:UNDI:003000", b"PXEClient:Arch:00007 iPXE", b"MSFT 5.0"]
    kinds = [each.kind for each in _facts([solicit(text) for text in texts]) if isinstance(each, Ipv6Fact)]
    assert kinds == [Ipv6Kind.FIRMWARE_SOLICIT, Ipv6Kind.OTHER_SOLICIT, Ipv6Kind.OTHER_SOLICIT]


def test_http_is_read_at_the_starts_of_segments() -> None:
    talk = Talk().http("/boot.php?mac=1", method="POST", status=302)
    facts = [each for each in _facts([frame for _, frame in talk.frames]) if isinstance(each, TcpFact)]
    assert [each.kind for each in facts] == [TcpKind.OPEN, TcpKind.ACCEPT, TcpKind.REQUEST, TcpKind.ANSWER]
    assert (facts[2].method, facts[2].target, facts[2].agent) == ("POST", "/boot.php?mac=1", "iPXE/1.21.1")
    assert (facts[3].status, facts[3].length) == (302, 7)


def test_head_of_a_program_tells_processor_and_signature() -> None:
    image = bytearray(1024)
    image[:2], image[0x3C:0x40], image[0x80:0x86] = b"MZ", b"\x80\0\0\0", b"PE\0\0\x64\xaa"
    image[0x98:0x9A] = b"\x0b\x02"
    unsigned = read_head(bytes(image))
    assert unsigned is not None
    assert (11 in unsigned.archs, unsigned.is_signed) == (True, False)
    image[0x98 + 0x70 + 32 : 0x98 + 0x70 + 40] = struct.pack("<II", 4096, 2048)
    signed = read_head(bytes(image))
    assert signed is not None
    assert signed.is_signed
    cut = read_head(bytes(image[:0x98]))
    assert cut is not None
    assert cut.is_signed is None
    assert read_head(bytes(1024)) is None
    assert read_head(b"MZ") is None


def test_names_tell_what_they_promise() -> None:
    assert archs_by_name("boot/undionly.kpxe") == {0}
    assert archs_by_name("i386-efi/ipxe.efi") == {6, 2}
    assert 7 in archs_by_name("EFI/shimx64.efi")
    assert archs_by_name("arm64-efi/snponly-shimaa64.efi") == {11}
    assert archs_by_name("loader.efi") == frozenset()
    assert archs_by_name("boot.ipxe") == frozenset()
    assert path_of(r"\Boot\BCD") == "Boot/BCD"
    assert path_of("tftp://10.0.0.1/a/b.efi?x=1") == "a/b.efi"
    assert is_optional("EFI/revocations_sbat.efi")
    assert is_optional("/grub/x86_64-efi/command.lst")
    assert is_optional("pxelinux.cfg/01-52-54-00-01-02-03")
    assert not is_optional("pxelinux.cfg/default")
    assert not is_optional("grub/grub.cfg")
    assert is_signed_grub("grubnetx64.efi.signed")
    assert not is_signed_grub("grub-x86_64.efi")
    assert is_garbled(b"a.efi\xff")
    assert not is_garbled(b"a.efi")
