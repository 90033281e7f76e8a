"""DHCP packets: octets in, values out, and back."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import DhcpPacket, MessageType, OptionCode, decode, encode
from fogportable.protocol.errors import MalformedPacket, ProtocolMisuse
from tests.unit.protocol.dhcp.frames import (
    ALL_FRAMES,
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    IPXE_BOOT_ITEM_REQUEST,
    IPXE_DISCOVER,
)

COOKIE = bytes.fromhex("63825363")
HEADER = EDK2_DISCOVER[:240]

ADDRESSES = st.integers(0, 0xFFFFFFFF).map(IPv4Address)
#: 52 with the values 1 to 3 is taken apart by `decode`, so it cannot come back as it was.
OPTION_NUMBERS = st.integers(1, 254).filter(lambda code: code != OptionCode.OVERLOAD)


def without_trailing_nuls(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(max_size=size).map(lambda value: value.rstrip(b"\0"))


PACKETS = st.builds(
    DhcpPacket,
    op=st.sampled_from([1, 2]),
    htype=st.integers(1, 255),
    hlen=st.integers(0, 16),
    hops=st.integers(0, 255),
    xid=st.integers(0, 0xFFFFFFFF),
    secs=st.integers(0, 0xFFFF),
    flags=st.integers(0, 0xFFFF),
    ciaddr=ADDRESSES,
    yiaddr=ADDRESSES,
    siaddr=ADDRESSES,
    giaddr=ADDRESSES,
    chaddr=st.binary(min_size=16, max_size=16),
    sname=without_trailing_nuls(64),
    file=without_trailing_nuls(128),
    options=st.dictionaries(OPTION_NUMBERS, st.binary(max_size=600), max_size=12),
)


def test_vectors_have_the_lengths_seen_on_the_wire() -> None:
    assert [len(each) for each in (EDK2_DISCOVER, IPXE_DISCOVER, HTTP_DISCOVER)] == [347, 400, 340]


def test_discover_of_edk2_is_read_field_by_field() -> None:
    packet = decode(EDK2_DISCOVER)
    assert (packet.op, packet.htype, packet.hlen, packet.hops) == (1, 1, 6, 0)
    assert (packet.xid, packet.secs, packet.flags) == (0xD8DDB176, 0, 0x8000)
    assert packet.ciaddr == packet.yiaddr == packet.siaddr == packet.giaddr == IPv4Address(0)
    assert packet.mac == EDK2_MAC
    assert packet.message_type is MessageType.DISCOVER
    assert packet.options[OptionCode.VENDOR_CLASS] == b"PXEClient:Arch:00007:UNDI:003000"
    assert list(packet.options) == [53, 57, 55, 97, 94, 93, 60]


def test_option_43_before_53_is_read() -> None:
    packet = decode(EDK2_BOOT_ITEM_REQUEST)
    assert next(iter(packet.options)) == OptionCode.VENDOR_OPTIONS
    assert packet.message_type is MessageType.REQUEST


def test_xid_0_is_a_transaction_like_any_other() -> None:
    assert decode(IPXE_BOOT_ITEM_REQUEST).xid == 0


@pytest.mark.parametrize("frame", ALL_FRAMES)
def test_real_frames_come_back_octet_by_octet(frame: bytes) -> None:
    assert encode(decode(frame)) == frame


@given(PACKETS)
def test_packet_survives_the_wire(packet: DhcpPacket) -> None:
    arrived = decode(encode(packet))
    assert arrived == packet
    assert list(arrived.options) == list(packet.options)


@given(st.binary(max_size=700) | st.binary(max_size=400).map(lambda tail: HEADER + tail))
def test_arbitrary_octets_raise_nothing_but_malformed_packet(data: bytes) -> None:
    try:
        packet = decode(data)
    except MalformedPacket:
        return
    assert decode(encode(packet)) == packet


@given(st.sampled_from(ALL_FRAMES), st.data())
def test_mutated_real_frames_raise_nothing_but_malformed_packet(frame: bytes, data: st.DataObject) -> None:
    broken = bytearray(frame[: data.draw(st.integers(0, len(frame)))])
    for _ in range(data.draw(st.integers(0, 8))):
        if broken:
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        packet = decode(bytes(broken))
    except MalformedPacket:
        return
    assert decode(encode(packet)) == packet


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"", 0),
        (EDK2_DISCOVER[:239], 239),
        (HEADER[:236] + b"\x63\x82\x53\x64", 236),
        (b"\x00" + EDK2_DISCOVER[1:], 0),
        (b"\x03" + EDK2_DISCOVER[1:], 0),
        (b"\x01\x01\x11" + EDK2_DISCOVER[3:], 2),
        (b"\x01\x01\xff" + EDK2_DISCOVER[3:], 2),
        (b"\x01\x00\x06" + EDK2_DISCOVER[3:], 1),
    ],
    ids=["empty", "short", "cookie", "op 0", "op 3", "hlen 17", "hlen 255", "htype 0"],
)
def test_what_is_no_dhcp_is_malformed(data: bytes, offset: int) -> None:
    with pytest.raises(MalformedPacket) as caught:
        decode(data)
    assert caught.value.offset == offset


def test_hardware_address_may_be_a_guid_or_missing() -> None:
    guid = bytes(range(16))
    packet = decode(EDK2_DISCOVER[:2] + b"\x10" + EDK2_DISCOVER[3:28] + guid + EDK2_DISCOVER[44:])
    assert packet.mac == MacAddress(guid)
    assert decode(b"\x01\x00\x00" + EDK2_DISCOVER[3:]).mac is None


def test_options_may_end_without_the_end_mark() -> None:
    assert decode(HEADER + b"\x35\x01\x01").options == {53: b"\x01"}


@pytest.mark.parametrize("tail", [b"\x3c", b"\x3c\x09", b"\x3c\x09PXEClien"])
def test_option_that_runs_past_the_end_is_left_out(tail: bytes) -> None:
    assert decode(HEADER + b"\x35\x01\x01" + tail).options == {53: b"\x01"}


def test_pad_is_skipped_and_nothing_is_read_after_the_end_mark() -> None:
    assert decode(HEADER + b"\0\0\x35\x01\x01\0\xff\x35\x01\x02").options == {53: b"\x01"}


def test_pieces_of_an_option_are_joined_in_order() -> None:
    assert decode(HEADER + b"\x3c\x03PXE\x35\x01\x01\x3c\x06Client\xff").options == {60: b"PXEClient", 53: b"\x01"}


def test_option_without_a_value_is_kept() -> None:
    assert decode(HEADER + b"\x3c\x00\xff").options == {60: b""}


def overloaded(which: int) -> bytes:
    sname = b"\x3c\x03sna\xff".ljust(64, b"\0")
    file = b"\x3c\x03fil\xff".ljust(128, b"\0")
    return HEADER[:44] + sname + file + COOKIE + b"\x3c\x03opt\x34\x01" + bytes([which]) + b"\xff"


@pytest.mark.parametrize(
    ("which", "value", "sname", "file"),
    [
        (1, b"optfil", b"\x3c\x03sna\xff", b""),
        (2, b"optsna", b"", b"\x3c\x03fil\xff"),
        (3, b"optfilsna", b"", b""),
    ],
)
def test_overloaded_fields_are_read_after_the_options(which: int, value: bytes, sname: bytes, file: bytes) -> None:
    packet = decode(overloaded(which))
    assert packet.options == {60: value}
    assert (packet.sname, packet.file) == (sname, file)


def test_unknown_overload_is_left_as_an_option() -> None:
    packet = decode(overloaded(4))
    assert packet.options == {60: b"opt", 52: b"\x04"}
    assert packet.file == b"\x3c\x03fil\xff"


def test_overload_inside_an_overloaded_field_does_not_loop() -> None:
    sname = b"\x34\x01\x03\xff".ljust(64, b"\0")
    data = HEADER[:44] + sname + sname.ljust(128, b"\0") + COOKIE + b"\x34\x01\x03\xff"
    assert decode(data).options == {}


@pytest.mark.parametrize("value", [b"", b"\x00", b"\x13", b"\xff", b"\x01\x01"])
def test_odd_message_type_is_none(value: bytes) -> None:
    assert DhcpPacket(options={53: value}).message_type is None


def test_address_option_needs_four_octets() -> None:
    packet = DhcpPacket(options={54: b"\x0a\x00\x00\x01", 50: b"\x0a\x00"})
    assert packet.address_option(54) == IPv4Address("10.0.0.1")
    assert packet.address_option(50) is None
    assert packet.address_option(1) is None


def test_encode_pads_to_300_octets() -> None:
    assert len(encode(DhcpPacket())) == 300


def test_encode_splits_a_long_value() -> None:
    data = encode(DhcpPacket(options={43: bytes(range(256)) + b"end"}))
    assert data[240:242] == b"\x2b\xff"
    assert data[497:499] == b"\x2b\x04"


@pytest.mark.parametrize(
    "packet",
    [
        DhcpPacket(chaddr=bytes(6)),
        DhcpPacket(sname=bytes(65)),
        DhcpPacket(file=bytes(129)),
        DhcpPacket(xid=1 << 32),
        DhcpPacket(flags=-1),
        DhcpPacket(options={0: b"x"}),
        DhcpPacket(options={255: b"x"}),
    ],
    ids=["chaddr", "sname", "file", "xid", "flags", "pad", "end"],
)
def test_encode_refuses_what_does_not_fit(packet: DhcpPacket) -> None:
    with pytest.raises(ProtocolMisuse):
        encode(packet)


def test_packet_is_a_value() -> None:
    assert replace(decode(EDK2_DISCOVER), xid=1) != decode(EDK2_DISCOVER)
