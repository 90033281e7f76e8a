"""Where this machine gets its Debian packages from: the mirror that its administrator chose.

Source: sources.list(5), both forms. Read only; nothing of it is ever changed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_log = logging.getLogger("fogportable.bootfiles")

APT_FOLDER = Path("/etc/apt")

#: Names of Debian's releases and what they are called by age; a mirror that carries one carries the others.
_DEBIAN_SUITES = frozenset(
    {"bullseye", "bookworm", "trixie", "forky", "duke", "sid"}
    | {"oldoldstable", "oldstable", "stable", "testing", "unstable"}
)
_MAIN = "main"
#: `bookworm-updates` and `bookworm-backports` lie on the same mirror, security updates on one of their own.
_SAME_ARCHIVE = re.compile(r"-(updates|proposed-updates|backports(-sloppy)?)$")
_ONE_LINE = re.compile(r"^deb\s+(?:\[[^\]]*\]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)\s+(?P<components>[^#]+)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s\[\]#\"]+")
#: Nothing that can be asked over the network.
_LOCAL_ONLY = ("cdrom:",)


@dataclass(frozen=True, slots=True)
class Source:
    """One place to get packages from."""

    uri: str
    suites: tuple[str, ...]
    components: tuple[str, ...]

    @property
    def is_debian(self) -> bool:
        """Whether it is an archive of Debian's own releases (not its security updates, not a derivative's)."""
        names = {_SAME_ARCHIVE.sub("", suite.rstrip("/")) for suite in self.suites}
        return bool(names & _DEBIAN_SUITES) and _MAIN in self.components and not self.uri.startswith(_LOCAL_ONLY)


def is_mirror(address: str) -> bool:
    """Whether this can stand in a list of sources as an archive's address."""
    return _ADDRESS.fullmatch(address) is not None


def debian_mirror(apt_folder: Path = APT_FOLDER) -> str | None:
    """The first configured address of Debian's archive; None where there is none, as on Ubuntu."""
    return next((source.uri for source in sources(apt_folder) if source.is_debian), None)


def sources(apt_folder: Path = APT_FOLDER) -> Iterator[Source]:
    """Every enabled source of binary packages, in apt's order. Files that cannot be read are passed over."""
    files = [apt_folder / "sources.list", *sorted((apt_folder / "sources.list.d").glob("*"))]
    for path in files:
        if path.suffix not in (".list", ".sources"):
            continue
        try:
            text = path.read_text("utf-8", errors="replace")
        except OSError as problem:
            _log.debug("%s is passed over: %s", path, problem)
            continue
        yield from _paragraphs(text) if path.suffix == ".sources" else _lines(text)


def _lines(text: str) -> Iterator[Source]:
    for line in text.splitlines():
        match = _ONE_LINE.match(line.strip())
        if match is not None:
            yield Source(match["uri"], (match["suite"],), tuple(match["components"].split()))


def _paragraphs(text: str) -> Iterator[Source]:
    """The deb822 form: fields in paragraphs, continued by lines that begin with white space."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for paragraph in re.split(r"\n[ \t]*\n", "\n".join(lines)):
        fields = _fields(paragraph)
        is_enabled = fields.get("enabled", "yes").lower() not in ("no", "false", "0", "without", "off", "disable")
        if not is_enabled or "deb" not in fields.get("types", "").split():
            continue
        suites = tuple(fields.get("suites", "").split())
        for uri in fields.get("uris", "").split():
            yield Source(uri, suites, tuple(fields.get("components", "").split()))


def _fields(paragraph: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in paragraph.splitlines():
        if line[:1] in (" ", "\t"):
            if name:
                fields[name] += " " + line.strip()
            continue
        name, separator, value = line.partition(":")
        name = name.strip().lower()
        if not separator:
            name = ""
        else:
            fields[name] = value.strip()
    return fields
