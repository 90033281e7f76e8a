"""The magic packet."""

from __future__ import annotations

import pytest

from fogportable.protocol.address import MacAddress
from fogportable.protocol.wake import is_wakeable, magic_packet


def test_magic_packet_is_six_octets_of_ones_and_the_address_sixteen_times() -> None:
    packet = magic_packet(MacAddress.parse("52:54:00:12:34:56"))
    assert packet.hex() == "ff" * 6 + "525400123456" * 16


@pytest.mark.parametrize("text", ["01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00"])
def test_groups_and_nobody_are_not_woken(text: str) -> None:
    mac = MacAddress.parse(text)
    assert not is_wakeable(mac)
    with pytest.raises(ValueError, match="no address of a card"):
        magic_packet(mac)


def test_a_machine_number_in_place_of_an_address_is_not_woken() -> None:
    assert not is_wakeable(MacAddress(bytes(range(16))))
