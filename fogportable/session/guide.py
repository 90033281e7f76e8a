"""The guide's pages as Markdown: written ones from `resources/guide`, and two made of what the program knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from fogportable.config.setting import Setting
from fogportable.config.settings import SETTINGS
from fogportable.resources import resources_folder

#: The page that lists the others.
FIRST_PAGE = "index.md"


def guide_pages() -> tuple[tuple[str, str], ...]:
    """File name and title of every page, in the order of the first page's list. Reads a file."""
    index = guide_page(FIRST_PAGE)
    title = re.match(r"# (.+)", index)
    assert title is not None
    listed = re.findall(r"^- \[([^\]]+)\]\(([\w-]+\.md)\)", index, re.MULTILINE)
    return ((FIRST_PAGE, title[1]), *((page, words) for words, page in listed))


def guide_page(name: str) -> str:
    """One page by its file name. Reads files. Raises FileNotFoundError for a page that is none."""
    made = _MADE.get(name)
    return made() if made is not None else (resources_folder() / "guide" / name).read_text(encoding="utf-8")


def _messages_page() -> str:
    """What the program says, what a capture says and what computers show, each with its remedy."""
    lines = [
        "# Every message",
        "",
        "What FOG Portable can tell you and what to do about each, in the words that window and command line use. "
        "Words in braces are values that it puts in.",
        "",
        "## What happened, and what to do",
        "",
    ]
    for code, fault in _texts("faults.toml").items():
        lines += [f"### {code}", "", fault["message"], "", fault["remedy"], ""]
    lines += ["## What is wrong with a computer", "", "The verdicts of `fogportable explain`.", ""]
    for code, verdict in _texts("diagnoses.toml").items():
        lines += [f"### {code}", "", verdict["sentence"], "", verdict["remedy"], ""]
    lines += ["## What computers show", ""]
    for each in _texts("error_codes.toml")["code"]:
        lines += [f"### {each['shown']}", "", each["meaning"], "", each["remedy"], ""]
    return "\n".join(lines)


def _profile_page() -> str:
    """Every key with its kind, range and default, and the sample in which each is explained."""
    lines = [
        "# The profile, key by key",
        "",
        "A profile is one TOML file with everything a room needs. The window saves it, keeps your comments, and says "
        "of a wrong value in which line it stands. What each key means stands in the sample below.",
        "",
        "| key | what it is | left out |",
        "|---|---|---|",
        *(f"| `{each.name}` | {_kind(each)} | {_default(each)} |" for each in SETTINGS),
        "",
        "## A sample with every key",
        "",
        "```toml",
        (resources_folder() / "profile.sample.toml").read_text(encoding="utf-8").rstrip(),
        "```",
        "",
    ]
    return "\n".join(lines)


def _kind(setting: Setting) -> str:
    words = setting.kind.value
    if setting.high:
        words += f", {setting.low} to {setting.high}"
    return f"{words} ({setting.unit})" if setting.unit else words


def _default(setting: Setting) -> str:
    if setting.is_required:
        return "must be there"
    if setting.default in (None, ""):
        return "see the sample"
    return f"`{str(setting.default).lower() if isinstance(setting.default, bool) else setting.default}`"


def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((resources_folder() / name).read_text(encoding="utf-8"))


_MADE: Mapping[str, Callable[[], str]] = {"messages.md": _messages_page, "profile.md": _profile_page}
