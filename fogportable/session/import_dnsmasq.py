"""Import of dnsmasq configuration, for both front ends: files in, a profile and a report out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fogportable.config.profile import Profile
from fogportable.dnsmasq.draft import Machine
from fogportable.dnsmasq.lines import LARGEST_BYTES, ConfigLine, read_lines
from fogportable.dnsmasq.translate import translate
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import ImportItem, ImportReport, NetworkInterface
from fogportable.platform.interfaces import list_interfaces


def import_dnsmasq(
    files: Sequence[Path], *, interface: str = "", interfaces: tuple[NetworkInterface, ...] | None = None
) -> tuple[Profile, ImportReport]:
    """Read all files as one configuration, as dnsmasq does with a folder of them.

    interface: the card to serve on, whatever `dhcp-range` says; "" lets it choose. interfaces: the cards of this
    machine, None to look. Nothing is written.
    Raises ConfigError DNSMASQ_MISSING, DNSMASQ_NOT_TEXT.
    """
    lines: list[ConfigLine] = []
    for file in files:
        lines.extend(read_lines(_read(file), str(file)))
    machine = Machine(list_interfaces() if interfaces is None else interfaces, interface)
    found = translate(tuple(lines), machine, tuple(str(file) for file in files))
    items = tuple(
        ImportItem(line.file, line.number, line.text, outcome.verdict, outcome.became, outcome.why)
        for line, outcome in zip(lines, found.outcomes, strict=True)
    )
    return found.profile, ImportReport(items, found.to_do)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        raise ConfigError(FaultCode.DNSMASQ_MISSING, file=file, detail=str(problem)) from problem
