"""Sentences in the language that was chosen."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from fogportable.language import (
    ENGLISH,
    GERMAN,
    available_languages,
    choose_language,
    counted,
    decimal,
    language,
    read_catalogue,
    say,
    to_say,
    wished_language,
)


@pytest.fixture
def german() -> Iterator[None]:
    choose_language(GERMAN, {"{who} is there.": ("{who} ist da.",), "{count} PCs": ("1 Rechner", "{count} Rechner")})
    yield
    choose_language(ENGLISH)


def test_english_is_said_as_it_is_written_and_reads_nothing() -> None:
    assert language() is ENGLISH
    assert say("{who} is there.", who="PC 7") == "PC 7 is there."
    assert say("50 {percent}") == "50 {percent}"
    assert (counted(1, "1 PC", "{count} PCs"), counted(0, "1 PC", "{count} PCs")) == ("1 PC", "0 PCs")
    assert decimal(9.75) == "9.8"
    assert to_say("later") == "later"


def test_another_language_says_it_with_its_own_forms(german: None) -> None:
    assert say("{who} is there.", who="PC 7") == "PC 7 ist da."
    assert (counted(1, "1 PC", "{count} PCs"), counted(3, "1 PC", "{count} PCs")) == ("1 Rechner", "3 Rechner")
    assert decimal(9.75) == "9,8"


def test_what_the_catalogue_lacks_is_said_in_english(german: None) -> None:
    assert say("{who} left.", who="PC 7") == "PC 7 left."
    assert counted(2, "1 cat", "{count} cats") == "2 cats"


def test_the_catalogue_that_ships_is_read_when_the_first_sentence_is_said() -> None:
    choose_language(GERMAN)
    try:
        assert say("not a sentence of the program") == "not a sentence of the program"
    finally:
        choose_language(ENGLISH)


def test_lines_of_a_catalogue_keep_their_breaks() -> None:
    assert all("\\n" not in text for text in read_catalogue(GERMAN))


@pytest.mark.parametrize(
    ("wish", "environment", "wanted"),
    [
        ("", {}, "en"),
        ("", {"LANG": "de_DE.UTF-8"}, "de"),
        ("", {"LANG": "de_AT@euro"}, "de"),
        ("", {"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ("", {"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ("", {"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        ("", {"LANG": "C", "FOGPORTABLE_LANGUAGE": "de"}, "de"),
        ("", {"LANG": "tlh_001"}, "en"),
        ("de", {"LANG": "en_GB.UTF-8"}, "de"),
        ("en", {"LANG": "de_DE.UTF-8"}, "en"),
        ("de-AT", {}, "de"),
    ],
)
def test_language_is_that_of_the_wish_then_of_the_environment(
    wish: str, environment: dict[str, str], wanted: str
) -> None:
    assert wished_language(wish, environment).code == wanted


def test_english_is_the_first_of_those_to_choose_from() -> None:
    assert [each.code for each in available_languages()] == ["en", "de"]
    assert "json" not in vars(sys.modules["fogportable.language"])
