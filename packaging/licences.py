"""Whose work runs with the program, and under which licences: read from what is installed for it.

scapy is GPL-2.0-only, so the whole may be given away under that alone, and every part must go with it: Apache-2.0 alone
does not (https://www.gnu.org/licenses/license-list.html#apache2).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from speech import CouldNotStart

#: SPDX names of licences under which a part may be in one program with GPL-2.0-only.
COMPATIBLE = frozenset(
    {"0BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-CMU", "Unlicense", "Zlib"}
    | {"GPL-2.0-only", "GPL-2.0-or-later", "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later"}
    | {"PSF-2.0", "Python-2.0"}
)
#: What packages write that know no SPDX.
_OTHER_WORDS = {
    "MIT License": "MIT",
    "OSI Approved :: MIT License": "MIT",
    "OSI Approved :: BSD License": "BSD-3-Clause",
    "OSI Approved :: Apache Software License": "Apache-2.0",
    "OSI Approved :: Python Software Foundation License": "PSF-2.0",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
}
_TOKEN = re.compile(r"\(|\)|[^\s()]+")
_TEXT_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "AUTHORS")


@dataclass(frozen=True)
class Component:
    """One part of the program that others made.

    licence: an SPDX expression, or what the part says where that is none. purl: its address by purl-spec, "" for none.
    source: where its source code is. texts: the licence's words, as they come with the part.
    """

    name: str
    version: str
    licence: str
    source: str = ""
    purl: str = ""
    texts: tuple[str, ...] = ()


def python_components(project: Path) -> tuple[Component, ...]:
    """All Python packages that the program needs on this machine, by name. project: with pyproject.toml.

    Raises CouldNotStart for one that is not installed.
    """
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Component] = {}
    _follow(settings["project"]["dependencies"], found)
    return tuple(found[name] for name in sorted(found))


def _follow(requirements: Sequence[str], found: dict[str, Component]) -> None:
    for text in requirements:
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker is not None and not requirement.marker.evaluate({"extra": ""})):
            continue
        try:
            installed = distribution(requirement.name)
        except PackageNotFoundError:
            raise CouldNotStart(f"The package {name} is not installed: run python3 packaging/dev.py test.") from None
        found[name] = component_of(installed)
        _follow(installed.requires or (), found)


def component_of(installed: Distribution) -> Component:
    """What an installed package says of itself."""
    name = canonicalize_name(installed.metadata["Name"])
    urls = [line.partition(", ") for line in installed.metadata.get_all("Project-URL") or ()]
    by_title = {title.lower(): url for title, _, url in urls}
    titles = ("source", "source code", "repository", "homepage")
    source = next((by_title[each] for each in titles if each in by_title), "")
    return Component(
        name,
        installed.version,
        _licence_of(installed),
        source or _field(installed, "Home-page"),
        f"pkg:pypi/{name}@{installed.version}",
        tuple(_texts_of(installed)),
    )


def _licence_of(installed: Distribution) -> str:
    metadata = installed.metadata
    classifiers = metadata.get_all("Classifier") or ()
    known = [each.removeprefix("License :: ") for each in classifiers if each.startswith("License :: ")]
    first_line = _field(installed, "License").split("\n")[0]
    said = _field(installed, "License-Expression") or first_line or " AND ".join(known) or "unknown"
    return _OTHER_WORDS.get(said, said)


def _field(installed: Distribution, name: str) -> str:
    """The first of that name; nothing where it is not said."""
    return str((installed.metadata.get_all(name) or [""])[0])


def _texts_of(installed: Distribution) -> Iterator[str]:
    for file in sorted(installed.files or (), key=str):
        if file.parent.as_posix().endswith("dist-info") or "licenses" in file.parts:
            path = Path(str(file.locate()))
            if file.name.upper().startswith(_TEXT_NAMES) and path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def may_be_combined(licence: str) -> bool:
    """Whether a part under this licence may be in one program with GPL-2.0-only. licence: an SPDX expression.

    Of several by choice (OR) one must be; of several at once (AND) all. What is unknown may not. Source: SPDX 2.3,
    annex D.
    """
    tokens = _TOKEN.findall(licence)
    verdict, rest = _choice(tokens)
    return verdict and not rest


def _choice(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    verdict, rest = _conjunction(tokens)
    while rest[:1] == ["OR"]:
        other, rest = _conjunction(rest[1:])
        verdict = verdict or other
    return verdict, rest


def _conjunction(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    verdict, rest = _single(tokens)
    while rest[:1] == ["AND"]:
        other, rest = _single(rest[1:])
        verdict = verdict and other
    return verdict, rest


def _single(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    if not tokens:
        return False, []
    if tokens[0] == "(":
        verdict, rest = _choice(tokens[1:])
        return verdict and rest[:1] == [")"], rest[1:]
    # An exception only allows more.
    rest = tokens[3:] if tokens[1:2] == ["WITH"] else tokens[1:]
    return tokens[0] in COMPATIBLE, rest
