"""Option 43 of PXE."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.pxe.vendor_options import (
    DIRECT_BOOT,
    BootItem,
    boot_item,
    encode_vendor_options,
    parse_vendor_options,
)

SUB_OPTIONS = st.dictionaries(st.integers(1, 254), st.binary(max_size=30), max_size=6)


def test_direct_boot_is_discovery_control_with_bit_3_alone() -> None:
    assert bytes.fromhex("060108ff") == DIRECT_BOOT


@given(SUB_OPTIONS)
def test_what_is_written_is_read_back_in_rising_order(options: dict[int, bytes]) -> None:
    assert list(parse_vendor_options(encode_vendor_options(options)).items()) == sorted(options.items())


@given(st.binary(max_size=300))
def test_any_octets_can_be_read(data: bytes) -> None:
    parse_vendor_options(data)
    boot_item(data)


def test_of_a_repeated_sub_option_the_last_counts() -> None:
    assert parse_vendor_options(bytes.fromhex("060108 060102 ff")) == {6: b"\x02"}


def test_pads_are_skipped_and_the_end_mark_ends() -> None:
    assert parse_vendor_options(bytes.fromhex("00 060108 00 ff 470400000000")) == {6: b"\x08"}


@pytest.mark.parametrize("tail", ["47", "4704", "4704800000"])
def test_truncated_sub_option_is_left_out(tail: str) -> None:
    assert parse_vendor_options(bytes.fromhex("060108" + tail)) == {6: b"\x08"}


def test_boot_item_has_type_and_layer() -> None:
    assert boot_item(bytes.fromhex("4704 8002 0001 ff")) == BootItem(0x8002, 1)


@pytest.mark.parametrize("data", ["", "060108ff", "4703800000ff", "4705800000000000ff"])
def test_no_boot_item_without_four_octets(data: str) -> None:
    assert boot_item(bytes.fromhex(data)) is None


@pytest.mark.parametrize("options", [{0: b""}, {255: b""}, {9: bytes(256)}, {9: bytes(200), 10: bytes(60)}])
def test_what_does_not_fit_is_refused(options: dict[int, bytes]) -> None:
    with pytest.raises(ProtocolMisuse):
        encode_vendor_options(options)
