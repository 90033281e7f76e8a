"""Packets and options: what we read, what we never choke on, and the same bytes as tftpy's."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tftpy.TftpPacketFactory import TftpPacketFactory
from tftpy.TftpPacketTypes import TftpPacketACK, TftpPacketDAT, TftpPacketERR, TftpPacketOACK, TftpPacketRRQ

from fogportable.protocol.errors import MalformedPacket, ProtocolMisuse
from fogportable.protocol.tftp import (
    ErrorCode,
    Opcode,
    OptionPolicy,
    Request,
    block_of,
    encode_ack,
    encode_data,
    encode_error,
    encode_oack,
    encode_request,
    negotiate,
    opcode_of,
    parse_error,
    parse_oack,
    parse_request,
)

_WORD = st.text(st.characters(codec="ascii", min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=20)


def _request(*options: tuple[str, str]) -> Request:
    return Request(Opcode.RRQ, b"ipxe.efi", "octet", options)


def test_request_of_edk2_is_read_in_its_order() -> None:
    data = b"\0\1ipxe.efi\0octet\0tsize\x000\0blksize\x001468\0windowsize\x004\0"
    assert parse_request(data) == _request(("tsize", "0"), ("blksize", "1468"), ("windowsize", "4"))


def test_mode_and_option_names_are_case_insensitive() -> None:
    assert parse_request(b"\0\1f\0OcTeT\0BLKSIZE\x00512\0") == Request(Opcode.RRQ, b"f", "octet", (("blksize", "512"),))


@pytest.mark.parametrize("padding", [b"\0", b"\0\0\0\0\0", b"stray", b"blksize\0", b"blksize\x001", b"\0x\0y\0"])
def test_garbage_after_the_last_complete_pair_is_ignored(padding: bytes) -> None:
    assert parse_request(b"\0\1f\0octet\0tsize\x000\0" + padding).options == (("tsize", "0"),)


def test_option_given_twice_counts_once() -> None:
    assert parse_request(b"\0\1f\0octet\0blksize\x00512\0blksize\x001024\0").options == (("blksize", "512"),)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"\0\1", b"\0\1f", b"\0\1f\0", b"\0\1f\0octet", b"\0\1\0octet\0", b"\0\3\0\1data", b"\xff\xff"],
)
def test_malformed_request_is_named_so(data: bytes) -> None:
    with pytest.raises(MalformedPacket):
        parse_request(data)


@given(st.binary(max_size=600))
def test_reading_any_bytes_raises_nothing_but_malformed_packet(data: bytes) -> None:
    for parse in (parse_request, parse_oack, parse_error, opcode_of, block_of):
        with contextlib.suppress(MalformedPacket):
            parse(data)


@given(_WORD, st.lists(st.tuples(_WORD.map(str.lower), _WORD), max_size=5, unique_by=lambda pair: pair[0]))
def test_request_survives_both_ways(name: str, options: list[tuple[str, str]]) -> None:
    request = Request(Opcode.RRQ, name.encode(), "octet", tuple(options))
    assert parse_request(encode_request(request)) == request


@given(_WORD, st.integers(8, 65464), st.booleans())
def test_request_of_tftpy_is_read_as_tftpy_meant_it(name: str, block_size: int, wants_size: bool) -> None:
    packet = TftpPacketRRQ()
    packet.filename, packet.mode = name, "octet"
    packet.options = {"blksize": str(block_size)} | ({"tsize": "0"} if wants_size else {})
    request = parse_request(bytes(packet.encode().buffer))
    assert request.filename == name.encode()
    assert dict(request.options) == packet.options


@given(st.integers(0, 200_000), st.binary(max_size=1468))
def test_tftpy_reads_our_data_and_ack(block: int, payload: bytes) -> None:
    factory = TftpPacketFactory()
    packet = factory.parse(encode_data(block, payload))
    assert isinstance(packet, TftpPacketDAT)
    assert (packet.blocknumber, bytes(packet.data)) == (block & 0xFFFF, payload)
    ack = factory.parse(encode_ack(block))
    assert isinstance(ack, TftpPacketACK)
    assert ack.blocknumber == block & 0xFFFF


def test_tftpy_reads_our_oack_and_error() -> None:
    factory = TftpPacketFactory()
    oack = factory.parse(encode_oack([("tsize", "1048576"), ("blksize", "1468")]))
    assert isinstance(oack, TftpPacketOACK)
    assert {bytes(k): bytes(v) for k, v in _as_bytes(oack.options)} == {b"tsize": b"1048576", b"blksize": b"1468"}
    error = factory.parse(encode_error(ErrorCode.FILE_NOT_FOUND, "File not found"))
    assert isinstance(error, TftpPacketERR)
    assert error.errorcode == 1


def _as_bytes(options: dict[str | bytes, str | bytes]) -> list[tuple[bytes, bytes]]:
    def octets(text: str | bytes) -> bytes:
        return text if isinstance(text, bytes) else text.encode()

    return [(octets(name), octets(value)) for name, value in options.items()]


def test_oack_without_options_is_our_own_bug() -> None:
    with pytest.raises(ProtocolMisuse):
        encode_oack([])


def test_nul_inside_a_field_is_our_own_bug() -> None:
    with pytest.raises(ProtocolMisuse):
        encode_request(Request(Opcode.RRQ, b"a\0b", "octet"))


def test_error_text_of_a_peer_is_printable_and_bounded() -> None:
    error = parse_error(b"\0\5\0\x08" + b"User \x1b[31m\xe4" + b"x" * 400 + b"\0")
    assert error.code == 8
    assert error.text.startswith("User ?[31m?x")
    assert len(error.text) == 80


# --- options ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "block_size", "answer"),
    [
        ("7", 512, ()),
        ("8", 8, ("8",)),
        ("512", 512, ("512",)),
        ("1468", 1468, ("1468",)),
        ("1469", 1468, ("1468",)),
        ("65464", 1468, ("1468",)),
        ("99999999", 1468, ("1468",)),
        ("9" * 5000, 512, ()),
        ("abc", 512, ()),
        ("-5", 512, ()),
        ("+512", 512, ()),
        ("", 512, ()),
        ("0", 512, ()),
        ("12.5", 512, ()),
        ("\u0661\u0662", 512, ()),
    ],
)
def test_block_size_is_never_raised_and_junk_is_left_out(asked: str, block_size: int, answer: tuple[str, ...]) -> None:
    terms = negotiate(_request(("blksize", asked)), OptionPolicy(), 100)
    assert terms.block_size == block_size
    assert tuple(value for _, value in terms.answer) == answer


@pytest.mark.parametrize(("mtu", "block_size"), [(1500, 1468), (9000, 1468), (65536, 1468), (1400, 1368), (576, 544)])
def test_block_fits_into_one_frame(mtu: int, block_size: int) -> None:
    assert negotiate(_request(("blksize", "65464")), OptionPolicy.for_mtu(mtu), 1).block_size == block_size


@pytest.mark.parametrize(
    ("mtu", "limit", "block_size"),
    [(1500, 1024, 1024), (1000, 1024, 968), (1500, 8, 8), (9000, 9000, 1468)],
)
def test_limit_of_blocks_and_the_mtu_both_hold(mtu: int, limit: int, block_size: int) -> None:
    assert negotiate(_request(("blksize", "65464")), OptionPolicy.for_mtu(mtu, limit), 1).block_size == block_size


@pytest.mark.parametrize(("limit", "granted"), [(1, 1), (4, 4), (64, 64), (0, 1)])
def test_limit_of_windows_holds(limit: int, granted: int) -> None:
    policy = OptionPolicy.for_mtu(1500, window_limit=limit)
    assert negotiate(_request(("windowsize", "65535")), policy, 1).window_size == granted


@pytest.mark.parametrize(("asked", "granted"), [("0", 1), ("1", 1), ("4", 4), ("16", 16), ("17", 16), ("65535", 16)])
def test_window_size_is_capped(asked: str, granted: int) -> None:
    assert negotiate(_request(("windowsize", asked)), OptionPolicy(), 1).window_size == granted


@pytest.mark.parametrize(("asked", "granted"), [("0", None), ("1", 1), ("255", 255), ("256", None), ("x", None)])
def test_timeout_is_echoed_as_asked_or_left_out(asked: str, granted: int | None) -> None:
    terms = negotiate(_request(("timeout", asked)), OptionPolicy(), 1)
    assert terms.timeout_s == granted
    assert terms.answer == ((("timeout", asked),) if granted else ())


def test_size_above_four_gib_is_told_in_full() -> None:
    assert negotiate(_request(("tsize", "0")), OptionPolicy(), 5 * 2**30).answer == (("tsize", "5368709120"),)


def test_unknown_options_are_left_out_and_order_is_the_clients() -> None:
    asked = (("windowsize", "4"), ("utimeout", "9"), ("multicast", ""), ("tsize", "0"), ("blksize", "1432"))
    terms = negotiate(_request(*asked), OptionPolicy(), 7)
    assert terms.answer == (("windowsize", "4"), ("tsize", "7"), ("blksize", "1432"))


@given(st.lists(st.tuples(st.sampled_from(["blksize", "tsize", "timeout", "windowsize", "x"]), st.text(max_size=8))))
def test_answer_holds_only_what_was_asked_and_never_more(options: list[tuple[str, str]]) -> None:
    asked = dict(options)
    terms = negotiate(_request(*asked.items()), OptionPolicy(), 12345)
    for name, value in terms.answer:
        assert name in asked
        if name in ("blksize", "windowsize"):
            assert int(value) <= int(asked[name])
        if name == "timeout":
            assert value == asked[name]
