"""In which line of a TOML text each key stands. The parsers do not say, and a person with a wrong value needs it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

#: A key's place in the document: names, and indices (from 0) inside arrays and arrays of tables.
KeyPath = tuple[str | int, ...]

#: Numbers, booleans and dates; a date and its time may be parted by one space (TOML 1.0, Offset Date-Time).
_BARE_VALUE = re.compile(r"(\d{4}-\d\d-\d\d (?=\d))?[^\s,\]}#]+")


@dataclass(frozen=True, slots=True)
class Header:
    """One `[table]` or `[[array.of.tables]]` line. path ends with the index for an array of tables."""

    path: KeyPath
    line: int


@dataclass(frozen=True, slots=True)
class Positions:
    """Lines count from 1. comment_lines: lines that hold a comment and nothing else."""

    lines: dict[KeyPath, int]
    headers: tuple[Header, ...]
    comment_lines: frozenset[int]

    def line_of(self, path: KeyPath) -> int:
        """The line of a key, or of the nearest table around it when the key is not written; 1 without any."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def find_positions(text: str) -> Positions:
    """Scan a text that `tomllib` accepts. What it does not accept gives unspecified lines or an IndexError."""
    return _Scanner(text.replace("\r\n", "\n") + "\n").scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._lines: dict[KeyPath, int] = {}
        self._headers: list[Header] = []
        self._comments: set[int] = set()
        self._array_sizes: dict[KeyPath, int] = {}

    def scan(self) -> Positions:
        table: KeyPath = ()
        while self._skip_blanks():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return Positions(self._lines, tuple(self._headers), frozenset(self._comments))

    # --- moving ---------------------------------------------------------------------------------------------------

    def _step(self, count: int = 1) -> None:
        self._line += self._text.count("\n", self._at, self._at + count)
        self._at += count

    def _skip_spaces(self) -> None:
        while self._text[self._at] in " \t":
            self._at += 1

    def _skip_blanks(self) -> bool:
        """Go to the next thing that is neither space nor comment. False at the end."""
        while self._at < len(self._text):
            char = self._text[self._at]
            if char == "#":
                self._comment()
            elif char in " \t\r\n":
                self._step()
            else:
                return True
        return False

    def _comment(self) -> None:
        start = self._text.rfind("\n", 0, self._at) + 1
        if not self._text[start : self._at].strip():
            self._comments.add(self._line)
        self._at = self._text.index("\n", self._at)

    # --- keys -----------------------------------------------------------------------------------------------------

    def _header(self) -> KeyPath:
        is_array = self._text.startswith("[[", self._at)
        line = self._line
        self._step(2 if is_array else 1)
        names = self._dotted_key()
        self._step(2 if is_array else 1)
        path = self._inside_arrays(names[:-1])
        for end in range(1, len(path) + 1):
            self._lines.setdefault(path[:end], line)
        path = (*path, names[-1])
        self._lines.setdefault(path, line)
        if is_array:
            index = self._array_sizes.get(path, 0)
            self._array_sizes[path] = index + 1
            path = (*path, index)
            self._lines[path] = line
        else:
            self._lines[path] = line
        self._headers.append(Header(path, line))
        return path

    def _inside_arrays(self, names: tuple[str, ...]) -> KeyPath:
        """A header names an array of tables without an index and means its last element (TOML 1.0, Array of Tables)."""
        path: KeyPath = ()
        for name in names:
            path = (*path, name)
            if path in self._array_sizes:
                path = (*path, self._array_sizes[path] - 1)
        return path

    def _dotted_key(self) -> tuple[str, ...]:
        names: list[str] = []
        while True:
            self._skip_spaces()
            names.append(self._simple_key())
            self._skip_spaces()
            if self._text[self._at] != ".":
                return tuple(names)
            self._at += 1

    def _simple_key(self) -> str:
        start = self._at
        if self._text[start] in "\"'":
            self._string()
            return next(iter(tomllib.loads(self._text[start : self._at] + "=0")))
        while self._text[self._at].isalnum() or self._text[self._at] in "-_":
            self._at += 1
        return self._text[start : self._at]

    def _pair(self, table: KeyPath) -> None:
        line = self._line
        path = (*table, *self._dotted_key())
        for end in range(len(table) + 1, len(path) + 1):
            self._lines.setdefault(path[:end], line)
        self._step()  # the equals sign
        self._skip_spaces()
        self._value(path)

    # --- values ---------------------------------------------------------------------------------------------------

    def _value(self, path: KeyPath) -> None:
        char = self._text[self._at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._array(path)
        elif char == "{":
            self._inline_table(path)
        else:
            bare = _BARE_VALUE.match(self._text, self._at)
            self._at = bare.end() if bare is not None else self._at + 1

    def _array(self, path: KeyPath) -> None:
        self._step()
        index = 0
        while self._skip_blanks() and self._text[self._at] != "]":
            if self._text[self._at] == ",":
                self._step()
                continue
            self._lines[(*path, index)] = self._line
            self._value((*path, index))
            index += 1
        self._step()

    def _inline_table(self, path: KeyPath) -> None:
        self._step()
        while self._skip_blanks() and self._text[self._at] != "}":
            if self._text[self._at] == ",":
                self._step()
                continue
            self._pair(path)
        self._step()

    def _string(self) -> None:
        quote = self._text[self._at]
        if self._text.startswith(quote * 3, self._at):
            self._long_string(quote)
            return
        self._at += 1
        while self._text[self._at] != quote:
            self._at += 2 if quote == '"' and self._text[self._at] == "\\" else 1
        self._at += 1

    def _long_string(self, quote: str) -> None:
        self._step(3)
        while not self._text.startswith(quote * 3, self._at):
            self._step(2 if quote == '"' and self._text[self._at] == "\\" else 1)
        while self._text.startswith(quote * 4, self._at):  # up to two quotes may stand before the closing ones
            self._at += 1
        self._at += 3
