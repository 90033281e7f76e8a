"""The answers, field by field, and where they go."""

from __future__ import annotations

import ast
import inspect
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.dhcp import DhcpPacket, MessageType, decode
from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe import BootAnswer, DhcpPort, build_boot_server_ack, build_offer, reply, reply_route
from tests.unit.protocol.dhcp.frames import EDK2_BOOT_SERVER_REQUEST, EDK2_DISCOVER, IPXE_DISCOVER, varied

SERVER = IPv4Address("192.168.88.2")
ANSWER = BootAnswer(SERVER, SERVER, "boot.efi")
SCRIPT = BootAnswer(SERVER, SERVER, "tftp://192.168.88.2/boot.ipxe", is_for_ipxe=True)
NOBODY = (IPv4Address("0.0.0.0"), 68)
RELAY = IPv4Address("10.77.2.254")


def offer(frame: bytes, answer: BootAnswer = ANSWER) -> bytes:
    payload = build_offer(decode(frame), answer)
    assert payload is not None
    return payload


def ack(frame: bytes, answer: BootAnswer = ANSWER) -> bytes:
    payload = build_boot_server_ack(decode(frame), answer)
    assert payload is not None
    return payload


def test_offer_octet_by_octet() -> None:
    """The OFFER recommended for OVMF's DISCOVER."""
    expected = (
        bytes.fromhex("02010600 d8ddb176 0000 8000 00000000 00000000 c0a85802 00000000")
        + bytes.fromhex("525400aabb01").ljust(16, b"\0")
        + b"192.168.88.2".ljust(64, b"\0")
        + b"boot.efi".ljust(128, b"\0")
        + bytes.fromhex("63825363 350102 3604c0a85802 3c09505845436c69656e74 6111" + 17 * "00" + "2b04060108ff 420c")
        + b"192.168.88.2\x43\x09boot.efi\0\xff"
    )
    assert offer(EDK2_DISCOVER) == expected.ljust(300, b"\0")


def test_offer_to_a_client_without_broadcast_flag_has_it() -> None:
    packet = decode(offer(varied(EDK2_DISCOVER, flags=0, ciaddr=IPv4Address("10.0.0.9"), secs=12)))
    assert (packet.flags, packet.secs, packet.ciaddr) == (0x8000, 0, IPv4Address(0))


def test_boot_server_ack_field_by_field() -> None:
    packet = decode(ack(varied(EDK2_BOOT_SERVER_REQUEST, flags=0x8001, hops=2)))
    assert (packet.op, packet.htype, packet.hlen, packet.hops) == (2, 1, 6, 2)
    assert (packet.xid, packet.flags) == (0xEE295E92, 0x8000)
    assert packet.ciaddr == IPv4Address("192.168.88.134")
    assert packet.yiaddr == IPv4Address(0)
    assert packet.siaddr == SERVER
    assert (packet.sname, packet.file) == (b"192.168.88.2", b"boot.efi")
    assert packet.message_type is MessageType.ACK
    assert list(packet.options) == [53, 54, 60, 97, 66, 67]


def test_next_server_may_be_another_machine() -> None:
    other = IPv4Address("192.168.88.9")
    packet = decode(offer(EDK2_DISCOVER, BootAnswer(SERVER, other, "boot.efi")))
    assert (packet.siaddr, packet.sname, packet.options[66]) == (other, b"192.168.88.9", b"192.168.88.9")
    assert packet.options[54] == SERVER.packed


def test_ipxe_gets_priority_over_the_site_and_firmware_does_not() -> None:
    for build in (offer, ack):
        assert decode(build(IPXE_DISCOVER, SCRIPT)).options[175] == b"\x01\x01\x01"
        assert decode(build(IPXE_DISCOVER, SCRIPT)).options[67] == b"tftp://192.168.88.2/boot.ipxe\0"
        assert 175 not in decode(build(EDK2_DISCOVER)).options


def test_machine_id_is_echoed_as_sent_or_not_at_all() -> None:
    odd = b"\x01" + bytes(range(16))
    assert decode(offer(varied(EDK2_DISCOVER, {97: odd}))).options[97] == odd
    assert decode(offer(varied(EDK2_DISCOVER, {97: b"\0" * 255}))).options[97] == b"\0" * 255
    assert 97 not in decode(offer(varied(EDK2_DISCOVER, {97: None}))).options
    assert 97 not in decode(offer(varied(EDK2_DISCOVER, {97: b"\0" * 256}))).options


def test_file_that_the_client_asks_for_is_not_echoed() -> None:
    assert decode(offer(varied(EDK2_DISCOVER, file=b"x" * 128, sname=b"y" * 64))).file == b"boot.efi"


def test_longest_name_of_the_file_field() -> None:
    name = "d/" + "f" * 125
    packet = decode(offer(EDK2_DISCOVER, BootAnswer(SERVER, SERVER, name)))
    assert (packet.file, packet.options[67]) == (name.encode(), name.encode() + b"\0")


def test_longer_name_goes_into_option_67_alone() -> None:
    name = "f" * 254
    packet = decode(offer(EDK2_DISCOVER, BootAnswer(SERVER, SERVER, name)))
    assert (packet.file, packet.options[67]) == (b"", name.encode() + b"\0")


@pytest.mark.parametrize("name", ["", "f" * 255, "a\0b", "a\nb", "a\x7f"])
def test_name_that_no_packet_can_carry_is_refused(name: str) -> None:
    with pytest.raises(ProtocolMisuse):
        BootAnswer(SERVER, SERVER, name)


def test_relay_information_is_last_and_unchanged() -> None:
    information = bytes.fromhex("0104c0ffee01") + b"\x02\x03abc"
    payload = offer(varied(IPXE_DISCOVER, {82: information}, giaddr=RELAY, hops=1), SCRIPT)
    packet = decode(payload)
    assert (packet.giaddr, packet.hops) == (RELAY, 1)
    assert list(packet.options)[-1] == 82
    assert packet.options[82] == information
    assert payload.rstrip(b"\0").endswith(bytes([82, len(information)]) + information + b"\xff")


def test_what_does_not_fit_is_left_out_in_order() -> None:
    packet = decode(varied(IPXE_DISCOVER, {57: (576).to_bytes(2, "big"), 82: b"r" * 180}))
    whole = len(build_offer(packet, SCRIPT) or b"")
    assert whole <= 548
    full = decode(build_offer(packet, SCRIPT) or b"")
    assert {66, 67, 82, 175} <= full.options.keys()
    without_name = decode(build_offer(packet, SCRIPT, max_bytes=whole - 1) or b"")
    assert 66 not in without_name.options
    assert {67, 82, 175} <= without_name.options.keys()
    without_priority = decode(build_offer(packet, SCRIPT, max_bytes=whole - 15) or b"")
    assert {66, 175}.isdisjoint(without_priority.options)
    assert {67, 82} <= without_priority.options.keys()
    assert build_offer(packet, SCRIPT, max_bytes=whole - 20) is None


@pytest.mark.parametrize(("size", "fits"), [(0, False), (576, False), (700, True), (0xFFFF, True)])
def test_option_57_limits_the_reply_but_never_below_548(size: int, fits: bool) -> None:
    frame = varied(EDK2_DISCOVER, {57: size.to_bytes(2, "big"), 82: b"r" * 255})
    payload = build_offer(decode(frame), ANSWER)
    assert (payload is not None) is fits
    assert payload is None or 548 < len(payload) <= 672


def test_relay_information_that_cannot_stay_whole_means_no_reply() -> None:
    assert build_offer(decode(varied(EDK2_DISCOVER, {82: bytes(256)})), ANSWER) is None


@given(
    st.dictionaries(st.sampled_from([97, 82, 57, 77, 175, 43]), st.binary(max_size=255)),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=254),
    st.booleans(),
)
def test_replies_are_300_to_1472_octets_without_address_and_without_repetition(
    options: dict[int, bytes], file: str, is_for_ipxe: bool
) -> None:
    packet = decode(varied(EDK2_DISCOVER, dict(options)))
    for build in (build_offer, build_boot_server_ack):
        payload = build(packet, BootAnswer(SERVER, SERVER, file, is_for_ipxe))
        if payload is None:
            continue
        assert 300 <= len(payload) <= 1472
        assert payload[16:20] == bytes(4)
        codes = option_codes(payload)
        assert len(codes) == len(set(codes))
        assert decode(payload).options[54] == SERVER.packed


def option_codes(payload: bytes) -> list[int]:
    """Option numbers as they stand, so that a repeated one shows twice."""
    codes = []
    at = 240
    while payload[at] != 255:
        codes.append(payload[at])
        at += 2 + payload[at + 1]
    return codes


def test_no_function_of_the_reply_writer_takes_an_address_for_the_client() -> None:
    for name, function in inspect.getmembers(reply, inspect.isfunction):
        assert not {"yiaddr", "address", "client_address"} & inspect.signature(function).parameters.keys(), name
    assert "4x" in reply._HEADER.format


def test_nothing_but_the_reply_writer_writes_packets_for_the_engine() -> None:
    """The general encoder, which can write any `yiaddr`, is not within the engine's reach."""
    package = Path(reply.__file__).parents[2]
    for source in [
        *package.glob("boot/*.py"),
        *package.glob("protocol/pxe/*.py"),
        package / "services/dhcp_service.py",
    ]:
        imported = {
            alias.name
            for node in ast.walk(ast.parse(source.read_text()))
            if isinstance(node, ast.ImportFrom) and "dhcp" in (node.module or "")
            for alias in node.names
        }
        assert not imported & {"encode", "encode_options", "*"}, source


@pytest.mark.parametrize(
    ("giaddr", "port", "source", "route"),
    [
        (RELAY, DhcpPort.DISCOVERY, (RELAY, 67), ((RELAY, 67), DhcpPort.DISCOVERY)),
        (RELAY, DhcpPort.BOOT_SERVER, (RELAY, 67), ((RELAY, 67), DhcpPort.DISCOVERY)),
        (None, DhcpPort.DISCOVERY, NOBODY, ((IPv4Address("255.255.255.255"), 68), DhcpPort.DISCOVERY)),
        (
            None,
            DhcpPort.DISCOVERY,
            (IPv4Address("10.0.0.9"), 4242),
            ((IPv4Address("255.255.255.255"), 68), DhcpPort.DISCOVERY),
        ),
        (
            None,
            DhcpPort.BOOT_SERVER,
            (IPv4Address("10.0.0.9"), 4011),
            ((IPv4Address("10.0.0.9"), 4011), DhcpPort.BOOT_SERVER),
        ),
        (
            None,
            DhcpPort.BOOT_SERVER,
            (IPv4Address("10.0.0.9"), 68),
            ((IPv4Address("10.0.0.9"), 68), DhcpPort.BOOT_SERVER),
        ),
        (None, DhcpPort.BOOT_SERVER, NOBODY, ((IPv4Address("255.255.255.255"), 68), DhcpPort.BOOT_SERVER)),
    ],
)
def test_where_replies_go(
    giaddr: IPv4Address | None,
    port: DhcpPort,
    source: tuple[IPv4Address, int],
    route: tuple[tuple[IPv4Address, int], DhcpPort],
) -> None:
    assert reply_route(DhcpPacket(giaddr=giaddr or IPv4Address(0)), port, source) == route
