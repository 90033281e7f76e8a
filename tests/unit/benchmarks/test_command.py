"""The words of the benchmarks."""

from __future__ import annotations

import importlib

import pytest

from tests.benchmarks.__main__ import PARTS, main, parse


def test_usual_run_is_seven_rounds_of_a_second() -> None:
    arguments = parse([])
    assert (arguments.rounds, arguments.seconds, arguments.parts) == (7, 1.0, [])


def test_quick_run_is_one_short_round_unless_said_otherwise() -> None:
    assert parse(["--quick"]).rounds == 1
    assert parse(["--quick"]).seconds < 1
    assert parse(["--quick", "--rounds", "2"]).rounds == 2


@pytest.mark.parametrize("words", [["ftp"], ["--rounds", "0"], ["--seconds", "0"], ["--seconds", "3600"]])
def test_wrong_words_end_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_cells_with_names(part: str) -> None:
    cells = importlib.import_module(f"tests.benchmarks.cells_{part}").CELLS
    assert cells
    assert len({cell.__name__ for cell in cells}) == len(cells)
