"""The guide's pages as Markdown: written ones from `resources/guide`, and two made of what the program knows.

Written pages are in English there and in another language in the folder of its code, with the same headings in the same
order and the same links (a test): an anchor is named by the English heading and leads to the same place in each.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fogportable.config.setting import Kind, Setting
from fogportable.config.settings import SETTINGS
from fogportable.language import ENGLISH, Language, language, say, to_say
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
    """One page by its file name, in the language that is spoken. Reads files. Raises FileNotFoundError for none."""
    made = _MADE.get(name)
    return made() if made is not None else _written_page(name, language())


def _written_page(name: str, spoken: Language) -> str:
    folder = resources_folder() / "guide"
    translated = folder / spoken.code / name
    place = translated if spoken is not ENGLISH and translated.is_file() else folder / name
    return place.read_text(encoding="utf-8")


def guide_folder() -> Path:
    """Where the pictures of the pages lie: paths in them are relative to it."""
    return resources_folder() / "guide"


def slug(heading: str) -> str:
    """`Choose a network` as links name it: `choose-a-network`. Source: the anchors of GitHub, where it is read too."""
    return re.sub(r"[^\w-]", "", heading.strip().lower().replace(" ", "-"))


def headings(page: str) -> list[str]:
    """Of a text in Markdown, in order, without those inside of samples."""
    plain = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^#+ (.+)$", plain, re.MULTILINE)


def place_of_heading(name: str, anchor: str) -> int | None:
    """Which heading of a page, from 0, a link such as `choose-a-network` means; None for none. Reads a file."""
    page = guide_page(name) if name in _MADE else _written_page(name, ENGLISH)
    anchors = [slug(each) for each in headings(page)]
    return anchors.index(anchor) if anchor in anchors else None


def _messages_page() -> str:
    """What the program says, what a capture says and what computers show, each with its remedy."""
    lines = [
        "# " + say("Every message"),
        "",
        say(
            "What FOG Portable can tell you and what to do about each, in the words that window and command line use. "
            "Words in braces are values that it puts in."
        ),
        "",
        "## " + say("What happened, and what to do"),
        "",
    ]
    for code, fault in _texts("faults.toml").items():
        lines += [f"### {code}", "", say(fault["message"]), "", say(fault["remedy"]), ""]
    lines += ["## " + say("What is wrong with a computer"), "", say("The verdicts of `fogportable explain`."), ""]
    for code, verdict in _texts("diagnoses.toml").items():
        lines += [f"### {code}", "", say(verdict["sentence"]), "", say(verdict["remedy"]), ""]
    lines += ["## " + say("What computers show"), ""]
    for each in _texts("error_codes.toml")["code"]:
        lines += [f"### {each['shown']}", "", say(each["meaning"]), "", say(each["remedy"]), ""]
    return "\n".join(lines)


def _profile_page() -> str:
    """Every key with its kind, range and default, and the sample in which each is explained."""
    head = (say("key"), say("what it is"), say("left out"))
    lines = [
        "# " + say("The profile, key by key"),
        "",
        say(
            "A profile is one TOML file with everything a room needs. The window saves it, keeps your comments, and "
            "says of a wrong value in which line it stands. What each key means stands in the sample below."
        ),
        "",
        f"| {' | '.join(head)} |",
        "|---|---|---|",
        *(f"| `{each.name}` | {_kind(each)} | {_default(each)} |" for each in SETTINGS),
        "",
        "## " + say("A sample with every key"),
        "",
        "```toml",
        (resources_folder() / "profile.sample.toml").read_text(encoding="utf-8").rstrip(),
        "```",
        "",
    ]
    return "\n".join(lines)


#: The kinds in words, to be said in another language; in English they are their own.
_KINDS = {
    Kind.NUMBER: to_say("a whole number"),
    Kind.NUMBER_OR_WORD: to_say("a whole number or a word in quotes"),
    Kind.FLAG: to_say("true or false"),
    Kind.TEXT: to_say("a text in quotes"),
    Kind.TEXTS: to_say("a list of texts"),
    Kind.TEXT_OR_TEXTS: to_say("a text in quotes or a list of them"),
    Kind.ARCHS: to_say("an architecture or a list of them"),
}


def _kind(setting: Setting) -> str:
    words = say(_KINDS[setting.kind])
    if setting.high:
        words += say(", {low} to {high}", low=setting.low, high=setting.high)
    return f"{words} ({setting.unit})" if setting.unit else words


def _default(setting: Setting) -> str:
    if setting.is_required:
        return say("must be there")
    if setting.default in (None, ""):
        return say("see the sample")
    return f"`{str(setting.default).lower() if isinstance(setting.default, bool) else setting.default}`"


def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((resources_folder() / name).read_text(encoding="utf-8"))


_MADE: Mapping[str, Callable[[], str]] = {"messages.md": _messages_page, "profile.md": _profile_page}
