"""Patterns of hardware addresses."""

from __future__ import annotations

import pytest

from fogportable.protocol.address import MacAddress, MacPattern

HP = MacAddress.parse("00:11:0a:12:34:56")


@pytest.mark.parametrize("text", ["00:11:0a", "00-11-0A", "00:11:0a:*:*:*", "00:11:0a:12:34:56", " 00:11:0a:12 "])
def test_a_pattern_matches_an_address_that_begins_with_its_octets(text: str) -> None:
    assert MacPattern.parse(text).matches(HP)


@pytest.mark.parametrize("text", ["00:11:0b", "00:11:0a:12:34:57", "11:0a"])
def test_a_pattern_does_not_match_another_address(text: str) -> None:
    assert not MacPattern.parse(text).matches(HP)


@pytest.mark.parametrize("text", ["", "*", "00:*:0a", "0:1:2", "00:11:0a:12:34:56:78", "zz", "00110a"])
def test_what_is_no_beginning_of_an_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="52:54:00"):
        MacPattern.parse(text)


def test_a_pattern_is_written_as_it_is_read() -> None:
    assert str(MacPattern.parse("00-11-0A")) == "00:11:0a"


@pytest.mark.parametrize(
    "text",
    [
        "00:11:0A:12:34:56",
        "00-11-0a-12-34-56",
        "0011.0a12.3456",
        "00110a123456",
        "00 11 0a 12 34 56",
        " 00110a-123456 ",
    ],
)
def test_an_address_is_read_in_the_ways_people_and_switches_write_it(text: str) -> None:
    assert MacAddress.parse(text) == HP


@pytest.mark.parametrize(
    "text",
    [
        "",
        "00:11:0a:12:34",
        "00:11:0a:12:34:56:78",
        "0:11:0a:12:34:56",
        "192.168.100.111",
        "00:11-0a:12:34:56",
        "0x110a123456",
    ],
)
def test_what_is_no_address_is_refused_also_ip_addresses_of_twelve_digits(text: str) -> None:
    with pytest.raises(ValueError, match="52:54:00"):
        MacAddress.parse(text)
