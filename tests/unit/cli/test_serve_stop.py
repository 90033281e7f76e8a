"""How long and until when, as people write it."""

from __future__ import annotations

import argparse
from datetime import time

import pytest

from fogportable.cli.serve_stop import span_s, time_of_day


@pytest.mark.parametrize(
    ("text", "seconds"), [("2h", 7200), ("90m", 5400), ("1h30m", 5400), ("45s", 45), ("10min", 600), ("10", 600)]
)
def test_times_are_read_as_people_write_them(text: str, seconds: float) -> None:
    assert span_s(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "0h", "-5m", "h", "2 h", "1d", "200h", "30m2h"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        span_s(text)


def test_a_time_of_day_has_hours_and_minutes() -> None:
    assert time_of_day("16:30") == time(16, 30)
    for text in ("24:00", "16:60", "1630", "4 pm", "16:3"):
        with pytest.raises(argparse.ArgumentTypeError):
            time_of_day(text)
