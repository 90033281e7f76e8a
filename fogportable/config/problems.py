"""What is wrong in a profile: collected while reading, told in the order of the lines."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from fogportable.config.positions import KeyPath, Positions
from fogportable.errors import Fault, FaultCode, describe
from fogportable.language import say

#: Characters of a key that are shown.
_LONGEST_KEY = 60


class Problems:
    """Collects faults of one file, each with the line it stands in."""

    def __init__(self, file: Path, positions: Positions) -> None:
        self._file = file
        self._positions = positions
        self._found: list[tuple[int, Fault]] = []
        self._paths: set[KeyPath] = set()

    def bad_value(self, path: KeyPath, problem: str, expected: str) -> None:
        """problem: what is wrong, without a full stop. expected: what to write, completes "Write ..."."""
        line = self._positions.line_of(path)
        fault = describe(
            FaultCode.PROFILE_BAD_VALUE,
            file=self._file,
            key=dotted(path),
            line=line,
            problem=say(problem),
            expected=say(expected),
        )
        self._found.append((line, fault))
        self._paths.add(path)

    def bad_sentence(self, path: KeyPath, sentence: str, expected: str) -> None:
        """As `bad_value`, for a problem that is a sentence already."""
        words = sentence.rstrip(".")
        self.bad_value(path, words[:1].lower() + words[1:], expected)

    def unknown_key(self, path: KeyPath, known: Sequence[str], *, elsewhere: str = "") -> None:
        """elsewhere: the dotted name of the same key in another table, when there is one."""
        line = self._positions.line_of(path)
        word = str(path[-1])
        near = difflib.get_close_matches(word.lower(), known, n=1)
        if near:
            suggestion = say("Did you mean {key}?", key=dotted((*path[:-1], near[0])))
        elif elsewhere:
            suggestion = say("Did you mean {key}? Move it there.", key=elsewhere)
        else:
            suggestion = say("Take it out, or use one of: {known}.", known=", ".join(known))
        fault = describe(
            FaultCode.PROFILE_UNKNOWN_KEY, file=self._file, key=dotted(path), line=line, suggestion=suggestion
        )
        self._found.append((line, fault))
        self._paths.add(path)

    def has(self, path: KeyPath) -> bool:
        """Whether something is already said about this key or about a part of its value."""
        return any(known[: len(path)] == path for known in self._paths)

    def line_of(self, path: KeyPath) -> int:
        """As `Positions.line_of`."""
        return self._positions.line_of(path)

    def in_order(self) -> tuple[Fault, ...]:
        """What was found, in the order of the lines."""
        return tuple(fault for _, fault in sorted(self._found, key=lambda each: each[0]))


def dotted(path: KeyPath) -> str:
    """`menu.entry.text`: without indices, since the line says which one."""
    words = ".".join(part for part in path if isinstance(part, str))
    printable = "".join(char if char.isprintable() else "?" for char in words)
    return printable if len(printable) <= _LONGEST_KEY else printable[: _LONGEST_KEY - 3] + "..."


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant, or ""."""
    near = difflib.get_close_matches(word, known, n=1) or difflib.get_close_matches(word.lower(), known, n=1)
    return near[0] if near else ""
