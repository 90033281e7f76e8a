"""Figures for people."""

from __future__ import annotations

import pytest

from fogportable.figures import size_words, speed_words


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


@pytest.mark.parametrize(
    ("mbit", "words"), [(10, "10 Mb/s"), (100, "100 Mb/s"), (1000, "1 Gb/s"), (2500, "2.5 Gb/s"), (10000, "10 Gb/s")]
)
def test_speeds_are_in_the_unit_on_the_box(mbit: int, words: str) -> None:
    assert speed_words(mbit) == words
