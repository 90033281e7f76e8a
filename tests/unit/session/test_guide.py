"""The guide's pages that are made of what the program knows."""

from __future__ import annotations

import tomllib

import pytest

from fogportable.config.settings import SETTINGS
from fogportable.errors import FaultCode
from fogportable.resources import resources_folder
from fogportable.session.guide import guide_page, guide_pages


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
