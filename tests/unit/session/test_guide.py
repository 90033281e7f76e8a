"""The guide's pages that are made of what the program knows."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.config.settings import SETTINGS
from fogportable.errors import FaultCode
from fogportable.language import ENGLISH, GERMAN, choose_language
from fogportable.resources import resources_folder
from fogportable.session.guide import guide_page, guide_pages, headings, place_of_heading

_FOLDER = resources_folder() / "guide"
#: Pages that are written, in every language.
WRITTEN = sorted(each.name for each in _FOLDER.glob("*.md"))
_TRANSLATIONS = Path(__file__).parents[3] / "packaging" / "languages" / "de.ts"
#: Words of other programs, and emphasis that is no label of the window.
_NOT_OURS = {"FOG Configuration", "FOG Settings", "API System", "User Management", "Likely:", "Likely: Secure Boot"}


@pytest.fixture
def german() -> Iterator[None]:
    choose_language(GERMAN)
    yield
    choose_language(ENGLISH)


def test_every_file_of_the_guide_is_in_its_contents() -> None:
    files = {each.name for each in (resources_folder() / "guide").glob("*.md")}
    assert files | {"messages.md", "profile.md"} == {page for page, _title in guide_pages()}


def test_every_message_has_its_place_in_the_guide() -> None:
    page = guide_page("messages.md")
    assert not [code for code in FaultCode if f"### {code}\n" not in page]


def test_every_key_of_a_profile_is_in_the_guide_with_its_range() -> None:
    page = guide_page("profile.md")
    assert not [each.name for each in SETTINGS if f"| `{each.name}` |" not in page]
    assert "| `room.computers` | a whole number, 0 to 10000 | `0` |" in page


def test_the_sample_in_the_guide_is_a_profile() -> None:
    sample = guide_page("profile.md").partition("```toml\n")[2].partition("```")[0]
    assert tomllib.loads(sample)["schema_version"] == 1


def test_a_page_that_is_none_is_not_made_up() -> None:
    with pytest.raises(FileNotFoundError):
        guide_page("nothing.md")


# --- in German ------------------------------------------------------------------------------------------------------


def _both(page: str) -> tuple[str, str]:
    return (_FOLDER / page).read_text(encoding="utf-8"), (_FOLDER / "de" / page).read_text(encoding="utf-8")


def _without_samples(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def test_every_written_page_is_there_in_german() -> None:
    assert sorted(each.name for each in (_FOLDER / "de").iterdir()) == WRITTEN


@pytest.mark.parametrize("page", WRITTEN)
def test_a_page_in_german_is_built_like_the_english_one(page: str) -> None:
    """So that none of the two can drift from the other in silence: headings, lists, tables, commands, links, code."""
    built = [
        {
            "headings": re.findall(r"^#+(?= )", _without_samples(text), re.MULTILINE),
            "points": re.findall(r"^(?:- |\d+\. )", text, re.MULTILINE),
            "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
            "commands": re.findall(r"^```\n.*?^```", text, re.MULTILINE | re.DOTALL),
            "links": sorted(re.findall(r"\]\(([^)]+)\)", text)),
            "code": sorted(re.findall(r"`([^`\n]+)`", _without_samples(text))),
            "pictures": re.findall(r"^!\[.{20,}\]\(([^)]+)\)$", text, re.MULTILINE),
        }
        for text in _both(page)
    ]
    assert built[0] == built[1]


@pytest.mark.parametrize("page", WRITTEN)
def test_labels_in_the_german_guide_are_those_of_the_german_window(page: str) -> None:
    english, german = (re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", _without_samples(text)) for text in _both(page))
    in_german: dict[str, set[str]] = {}
    for message in ElementTree.parse(_TRANSLATIONS).getroot().iter("message"):
        source, translated = (_as_label(message.findtext(part, "")) for part in ("source", "translation"))
        in_german.setdefault(source, set()).add(translated)
    labels = {part for label in english for part in label.split(" > ")} - _NOT_OURS
    wanted = {label: in_german[_as_label(label)] for label in labels if _as_label(label) in in_german}
    shown = {_as_label(part) for label in german for part in label.split(" > ")}
    assert {label: words for label, words in wanted.items() if not words & shown} == {}
    assert sorted(shown - set().union(*in_german.values()) - {_as_label(each) for each in _OF_GERMAN}) == []


#: As `_NOT_OURS`.
_OF_GERMAN = _NOT_OURS | {"Wahrscheinlich:", "Wahrscheinlich: Secure Boot", "Portfast", "shim", "GRUB"}


def _as_label(text: str) -> str:
    """As people read it."""
    return text.replace("&", "").removesuffix("…").strip()


def test_the_guide_is_read_in_the_language_that_is_spoken(german: None) -> None:
    assert guide_page("room.md").startswith("# Der Raum und seine Computer\n")
    assert dict(guide_pages())["seats.md"] == "Plätze"


def test_made_pages_are_german_too(german: None) -> None:
    messages, profile = guide_page("messages.md"), guide_page("profile.md")
    assert messages.startswith("# Alle Meldungen\n")
    assert "## Was Computer anzeigen" in messages
    assert "| `room.computers` | eine ganze Zahl, 0 bis 10000 | `0` |" in profile


@pytest.mark.parametrize("page", ["messages.md", "profile.md"])
def test_made_pages_have_the_same_headings_in_german(page: str) -> None:
    english = headings(guide_page(page))
    choose_language(GERMAN)
    try:
        assert len(headings(guide_page(page))) == len(english)
    finally:
        choose_language(ENGLISH)


def test_an_anchor_leads_to_the_same_place_in_german(german: None) -> None:
    place = place_of_heading("room.md", "find-a-computer")
    assert place is not None
    assert headings(guide_page("room.md"))[place] == "Einen Computer finden"
    assert place_of_heading("room.md", "nowhere") is None
