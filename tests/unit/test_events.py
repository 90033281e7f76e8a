"""What events say to people."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from fogportable.events import FileNotFound, Level, size_words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 bytes"),
        (922, "922 bytes"),
        (1000, "1.0 kB"),
        (108_847, "108.8 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (1_100_000, "1.1 MB"),
        (999_950_000, "1.0 GB"),
        (12_000_000_000, "12.0 GB"),
    ],
)
def test_sizes_are_rounded_to_one_decimal(size_bytes: int, words: str) -> None:
    assert size_words(size_bytes) == words


def test_a_name_tried_on_the_off_chance_is_no_warning() -> None:
    address = IPv4Address("10.0.0.9")
    assert FileNotFound(address=address, file="autoexec.ipxe", expected=True).level is Level.DETAIL
    assert FileNotFound(address=address, file="ipxe.efi", expected=False).level is Level.WARNING
