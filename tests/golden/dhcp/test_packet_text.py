"""Packets in words."""

from __future__ import annotations

import pytest
from hypothesis import given

from fogportable.protocol.dhcp import DhcpPacket, decode
from tests.golden.packet_text import option_text, packet_lines
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER
from tests.unit.protocol.dhcp.test_codec import PACKETS


def test_request_of_firmware_in_words() -> None:
    lines = packet_lines(decode(EDK2_DISCOVER))
    assert lines[0] == "request xid=d8ddb176 secs=0 flags=8000 hops=0"
    assert lines[1] == "chaddr=52:54:00:aa:bb:01 htype=1"
    assert "53 message_type: DISCOVER (1)" in lines
    assert "93 client_arch: UEFI x64 (7)" in lines
    assert "60 vendor_class: 'PXEClient:Arch:00007:UNDI:003000'" in lines
    assert "57 max_message_size: 1472" in lines


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        (53, b"\x13", "19"),
        (53, b"", "empty"),
        (54, b"\x0a\0\0\x01", "10.0.0.1"),
        (54, b"\x0a", "0a"),
        (60, b"a\x1b\xff", "'a\\x1b\\xff'"),
        (93, b"\0\x07\0\x0b", "UEFI x64 (7), UEFI ARM64 (11)"),
        (93, b"\x07", "07"),
        (97, bytes(17), "00" * 17),
        (3, b"\x0a\0\0\x01\x0a\0\0\x02", "10.0.0.1, 10.0.0.2"),
        (51, b"\0\0\x0e\x10", "3600"),
        (210, b"/tftpboot/", "'/tftpboot/'"),
        (43, bytes.fromhex("060108ff"), "060108ff (6=08: load the file now)"),
        (43, bytes.fromhex("060100ff"), "060100ff (6=00: any way)"),
        (43, bytes.fromhex("060190ff"), "060190ff (6=90)"),
        (43, bytes.fromhex("0704e8010001"), "0704e8010001 (7=232.1.0.1)"),
        (43, bytes.fromhex("470480020000ff"), "470480020000ff (71=type 8002 layer 0000)"),
        (43, bytes.fromhex("0a0203410a010000"), "0a0203410a010000 (10=at once '')"),
        (43, bytes.fromhex("0a04ff505845"), "0a04ff505845 (10=for ever 'PXE')"),
        (
            43,
            bytes.fromhex("080a8000010a000001000100" + "0907000000800001" + "41"),
            "080a8000010a000001000100090700000080000141 (8=[8000 10.0.0.1, 0001 any server], 9=[0000 '', 8000 'A'])",
        ),
        (
            43,
            bytes.fromhex("0904800005410803800001"),
            "0904800005410803800001 (9=[broken 80000541], 8=[broken 800001])",
        ),
        (254, b"", "empty"),
        (254, bytes(17), "00, 17 times"),
    ],
)
def test_options_in_words(code: int, value: bytes, text: str) -> None:
    assert option_text(code, value) == text


def test_option_without_a_name_and_client_without_an_address() -> None:
    lines = packet_lines(DhcpPacket(op=2, hlen=0, options={254: b"\x01"}))
    assert lines[0].startswith("reply ")
    assert lines[1] == "chaddr=none htype=1"
    assert lines[-1] == "254 option: 01"


@given(PACKETS)
def test_any_packet_has_printable_lines(packet: DhcpPacket) -> None:
    assert all(line.isprintable() for line in packet_lines(packet))
