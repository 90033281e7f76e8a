"""Conversations, real ones and made ones, replayed: what our engine answers, as text that people can read."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.golden.dhcp.cases import CASES
from tests.golden.dhcp.conversation import Captured, Case, told
from tests.golden.pcap import read_datagrams

_HERE = Path(__file__).parent


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answers_are_as_committed(case: Case) -> None:
    text = told(case)
    if os.environ.get("UPDATE_GOLDEN"):
        case.expected.write_text(text, "utf-8")
    assert text == case.expected.read_text("utf-8")


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []
    assert len({case.shows for case in CASES}) == len(CASES)


def test_every_capture_and_every_text_belongs_to_a_case_and_every_case_has_both() -> None:
    captures = {case.conversation.path for case in CASES if isinstance(case.conversation, Captured)}
    assert {each for each in captures if each.parent == _HERE} == set(_HERE.glob("*.pcap"))
    assert all(each.is_file() for each in captures)
    assert {case.expected for case in CASES} == set(_HERE.glob("*.expected.txt"))


def test_every_capture_has_its_line_of_where_it_comes_from() -> None:
    sources = (_HERE.parent / "SOURCES.md").read_text("utf-8")
    for folder in ("dhcp", "site"):
        captures = {f"{folder}/{each.name}" for each in (_HERE.parent / folder).glob("*.pcap")}
        named = {line.split("|")[1].strip() for line in sources.splitlines() if line.startswith(f"| {folder}/")}
        assert named == captures


def test_reader_refuses_what_is_no_capture(tmp_path: Path) -> None:
    file = tmp_path / "x.pcap"
    file.write_bytes(bytes(24))
    with pytest.raises(ValueError, match="not a pcap"):
        list(read_datagrams(file))
