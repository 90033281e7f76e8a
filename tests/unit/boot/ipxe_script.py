"""iPXE's way of reading a script, written down again from its rules, to see what it would run. No commands are run."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENDS = ("||", "&&", ";")


@dataclass(frozen=True)
class Line:
    """One line: its jump label or None, its commands as lists of words, and what stands between them."""

    label: str | None
    commands: tuple[tuple[str, ...], ...]
    ends: tuple[str, ...]

    @property
    def shape(self) -> tuple[object, ...]:
        """Everything but the words after the first of each command."""
        return (self.label, tuple(command[:1] for command in self.commands), self.ends)


def read_script(script: bytes) -> list[Line]:
    """All lines but empty ones and comments. `\\` at the end of a line joins it with the next."""
    assert script.startswith(b"#!ipxe\n")
    text = script.decode("latin-1").replace("\r\n", "\n")
    lines = [_line(each) for each in re.sub(r"\\\n", "", text).split("\n")]
    return [line for line in lines if line.label is not None or any(line.commands)]


def _line(text: str) -> Line:
    words = text.split()  # splits at what C's isspace() knows, and at more
    label = None
    if words and words[0].startswith(":"):
        label, words = words[0][1:], words[1:]
    commands: list[tuple[str, ...]] = []
    ends: list[str] = []
    command: list[str] = []
    for word in words:
        if word.startswith("#"):
            break
        if word in _ENDS:
            commands.append(tuple(command))
            ends.append(word)
            command = []
        else:
            command.append(word)
    return Line(label, (*commands, tuple(command)), tuple(ends))


def expansions(script: bytes) -> list[str]:
    """Everything that iPXE would expand."""
    return re.findall(r"\$\{[^}]*\}?", script.decode("latin-1"))
