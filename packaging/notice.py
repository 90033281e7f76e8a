#!/usr/bin/env python3
"""Writes `resources/NOTICE`: whose work runs with the program. With --check it only looks; a test does that too.

Without versions, which are the machine's own in a clone; a package has a NOTICE of its own with versions and texts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from licences import Component, python_components
from speech import say

PROJECT = Path(__file__).resolve().parent.parent
NOTICE = PROJECT / "resources" / "NOTICE"

_HEAD = """FOG Portable is free software under the GNU General Public License, version 2 or, at your option, any later
version (GPL-2.0-or-later). It comes without any warranty. With scapy in it, the whole is under version 2 alone.

It runs with the work of others:
"""
_CHOICE = "Of the licences of Qt, PySide6 and shiboken6, GPL-2.0-only is the one that is used here."
_RULE = "-" * 100


def notice_of(components: Sequence[Component], *, has_versions: bool) -> str:
    """The text for people. has_versions: also versions, and the texts of the licences at the end."""
    titles = [f"{each.name} {each.version}".strip() if has_versions else each.name for each in components]
    width = max(map(len, titles))
    licences = max(len(each.licence) for each in components)
    lines = [
        f"{title:<{width}}  {each.licence:<{licences}}  {each.source}".rstrip()
        for title, each in zip(titles, components, strict=True)
    ]
    text = "\n".join([_HEAD, *lines, "", _CHOICE, ""])
    return text + ("".join(_texts(components)) if has_versions else "")


def _texts(components: Sequence[Component]) -> list[str]:
    """Each text once, under the names of all that come with it."""
    owners: dict[str, list[str]] = {}
    for each in components:
        for text in each.texts:
            owners.setdefault(text, []).append(each.name)
    return [f"\n{_RULE}\n{', '.join(dict.fromkeys(names))}\n{_RULE}\n\n{text}\n" for text, names in owners.items()]


def main(words: Sequence[str]) -> int:
    """Write it, or with --check only compare. Returns 1 when it was not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 for what is to do")
    arguments = parser.parse_args(words)
    wanted = notice_of(python_components(PROJECT), has_versions=False)
    if NOTICE.is_file() and NOTICE.read_text(encoding="utf-8") == wanted:
        return 0
    if arguments.check:
        say("resources/NOTICE is out of date: run python3 packaging/notice.py in .venv.")
        return 1
    NOTICE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
