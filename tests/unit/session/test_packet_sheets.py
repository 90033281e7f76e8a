"""Packets as sheets for a person."""

from __future__ import annotations

from fogportable.diagnostics.dissection import dissect
from fogportable.session.packet_sheets import hex_of
from tests.fakes.ethernet import udp_frame
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER


def test_octets_stand_sixteen_in_a_line_with_their_characters() -> None:
    assert hex_of(b"") == ""
    lines = hex_of(b"boot.ipxe\0\xff" + bytes(10)).splitlines()
    assert lines[0] == "0000  62 6f 6f 74 2e 69 70 78 65 00 ff 00 00 00 00 00  boot.ipxe......."
    assert lines[1].startswith("0010  00 00 00 00 00  ")
    assert lines[1].endswith("  .....")
    assert lines[0].index("boot") == lines[1].index(".....")


def test_a_discover_is_taken_apart_layer_by_layer() -> None:
    frame = udp_frame(EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67))
    words = dissect(frame)
    headings = [line for line in words.splitlines() if line and not line.startswith(" ")]
    assert headings == ["Ethernet", "IP", "UDP", "BOOTP", "DHCP options"]
    assert "message-type=discover" in words


def test_octets_that_mean_nothing_do_no_harm() -> None:
    assert dissect(b"")
    frame = udp_frame(b"\1\1\6\0" + b"\xff" * 300, source=("0.0.0.0", 68), destination=("255.255.255.255", 67))
    assert "UDP" in dissect(frame)
