"""The text of a profile as people wrote it: in sections that keep their comments while values change.

A section is one `[table]` or `[[array]]` line with what follows it and the comment lines directly above it, so that
a comment over an entry moves and goes with that entry.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import cast

import tomlkit
from tomlkit.items import AoT

from fogportable.config.positions import KeyPath, Positions, find_positions
from fogportable.config.profile import SCHEMA_VERSION, Profile
from fogportable.config.written import IDENTIFYING_KEYS, Row, Value, rows_of, single_values
from fogportable.model import Menu

_NEW_FILE_HEADING = "# A profile of FOG Portable. Every key is explained in profile.sample.toml.\n"


@dataclass(slots=True)
class _Section:
    """path: of the header, with index in an array of tables; () for what stands before the first header."""

    path: KeyPath
    text: str


class ProfileDocument:
    """One profile's text, edited in place."""

    def __init__(self, text: str) -> None:
        """text: TOML that has been read without faults; "" for a new file."""
        text = text.replace("\r\n", "\n")
        if text and not text.endswith("\n"):
            text += "\n"
        self._sections = _cut(text, find_positions(text))

    def text(self) -> str:
        """The whole file as it stands now."""
        return "".join(section.text for section in self._sections)

    def write(self, old: Profile, new: Profile, *, is_new: bool) -> None:
        """Bring the text from one profile to another. is_new: write every key, also those at their default."""
        if is_new:
            self._sections[0].text += _NEW_FILE_HEADING
            self._set((), "schema_version", SCHEMA_VERSION)
        had, before = rows_of(old), single_values(old)
        for table, wanted in rows_of(new).items():
            if had[table] != wanted and self._unfold(table[0]):
                self._forget(table[0], had, before)
        if old.private_network is not None and new.private_network is None:
            self._remove_table("private_network")
        for name, value in single_values(new).items():
            if is_new or value != before.get(name):
                table_name, _, key = name.rpartition(".")
                self._set((table_name,), key, value)
        self._write_default(old.menu if had["menu", "entry"] else Menu(), new.menu, is_new=is_new)
        for table, wanted in rows_of(new).items():
            if is_new or had[table] != wanted:
                self._write_rows(table, had[table], wanted)

    @staticmethod
    def _forget(table: str, had: dict[tuple[str, str], tuple[Row, ...]], before: dict[str, Value]) -> None:
        """What stood in a table that was taken out is written anew."""
        for path in had:
            if path[0] == table:
                had[path] = ()
        for name in [each for each in before if each.startswith(f"{table}.")]:
            del before[name]

    def _remove_table(self, table: str) -> None:
        """Take out a table with all that is in it."""
        self._unfold(table)
        self._sections[1:] = [section for section in self._sections[1:] if section.path[:1] != (table,)]

    def _unfold(self, table: str) -> bool:
        """Take out a table written as keys at the top, which cannot be followed by `[[table.row]]`."""
        top = self._sections[0]
        if not _holds(top, (table,)):
            return False
        top.text = _edit(top, lambda document: _take_out(document, table))
        return True

    def _write_default(self, old: Menu, new: Menu, *, is_new: bool) -> None:
        """The default is written by its text: it may move without a change in the file, and the other way round."""
        section = self._section_of(("menu", "default"))
        is_written = section is not None
        if section is not None and not new.entries:
            section.text = _edit(section, lambda document: _take_out(_table_in(document, ("menu",)), "default"))
            return
        text, before = _default_text(new), _default_text(old)
        if (is_new and new.entries) or (is_written and text != before) or (not is_written and new.default != 0):
            self._set(("menu",), "default", text)

    # --- single keys ----------------------------------------------------------------------------------------------

    def _set(self, table: tuple[str, ...], key: str, value: Value) -> None:
        section = self._section_of((*table, key)) or self._section_of(table) or self._new_section(table)
        section.text = _edit(section, lambda document: _put(_table_in(document, table), key, value))

    def _section_of(self, path: KeyPath) -> _Section | None:
        """The section in which a key, or a table of single keys, is written."""
        for section in self._sections:
            if section.path == path or (section.path == path[:-1] and _holds(section, path)):
                return section
        top = self._sections[0]  # dotted keys and inline tables: `room.name = "x"`, `room = {name = "x"}`
        return top if _holds(top, path) else None

    def _new_section(self, table: tuple[str, ...]) -> _Section:
        section = _Section(table, f"[{'.'.join(table)}]\n")
        inner = (index for index, each in enumerate(self._sections) if each.path[:1] == table)
        self._insert(next(inner, len(self._sections)), section)
        return section

    def _insert(self, at: int, section: _Section) -> None:
        """Put a section in, with a blank line on both sides."""
        self._sections.insert(at, section)
        if at + 1 < len(self._sections):
            section.text = section.text.rstrip("\n") + "\n\n"
        before = self._sections[at - 1]
        if before.text and not before.text.endswith("\n\n"):
            before.text += "\n"

    # --- arrays of tables -----------------------------------------------------------------------------------------

    def _write_rows(self, table: tuple[str, str], old: Sequence[Row], new: Sequence[Row]) -> None:
        slots = [index for index, section in enumerate(self._sections) if section.path[:-1] == table]
        if not slots or len(slots) != len(old):  # written as `rule = [{...}]`, or not at all
            self._remove(table)
            slots, old = [], ()
        sources = _match(old, new, IDENTIFYING_KEYS[table])
        texts = []
        for row, source in zip(new, sources, strict=True):
            section = _Section((*table, 0), f"[[{'.'.join(table)}]]\n")
            if source is not None:
                section.text = self._sections[slots[source]].text
            if source is None or old[source] != row:
                _write_row(section, table, old[source] if source is not None else {}, row)
            texts.append(section.text)
        self._fill(table, slots, texts)
        if not new and table == ("menu", "entry"):
            self._set(("menu",), "entry", [])  # Without any, the menu would get its standard entry.

    def _fill(self, table: tuple[str, str], slots: list[int], texts: list[str]) -> None:
        for slot, text in zip(slots, texts, strict=False):
            self._sections[slot].text = text if text.endswith("\n\n") else text + "\n"
        for surplus in reversed(slots[len(texts) :]):
            del self._sections[surplus]
        at = slots[-1] + 1 if len(slots) > 0 else self._end_of(table[0])
        for offset, text in enumerate(texts[len(slots) :]):
            self._insert(at + offset, _Section((*table, 0), text))

    def _end_of(self, table: str) -> int:
        last = [index for index, section in enumerate(self._sections) if section.path[:1] == (table,)]
        return last[-1] + 1 if last else len(self._sections)

    def _remove(self, table: tuple[str, str]) -> None:
        section = self._section_of(table)
        if section is not None:
            section.text = _edit(section, lambda document: _take_out(_table_in(document, table[:-1]), table[-1]))


def _cut(text: str, positions: Positions) -> list[_Section]:
    lines = [line + "\n" for line in text.split("\n")[:-1]]
    sections = [_Section((), "")]
    start = 0
    for header in positions.headers:
        end = header.line - 1
        while end > start and end in positions.comment_lines:  # lines count from 1, so this is the one above
            end -= 1
        sections[-1].text = "".join(lines[start:end])
        sections.append(_Section(header.path, ""))
        start = end
    sections[-1].text = "".join(lines[start:])
    return sections


def _holds(section: _Section, path: KeyPath) -> bool:
    return path in find_positions(section.text).lines


def _table_in(document: MutableMapping[str, object], path: KeyPath) -> MutableMapping[str, object]:
    """Walk down; an array of tables in a section has one element."""
    found: object = document
    for name in path:
        if not isinstance(name, str):
            continue
        found = cast(MutableMapping[str, object], found)[name]
        if isinstance(found, (AoT, list)):
            found = found[0]
    return cast(MutableMapping[str, object], found)


def _edit(section: _Section, change: Callable[[tomlkit.TOMLDocument], None]) -> str:
    """The section's text after a change. New keys come before the blank and comment lines at its end."""
    lines = section.text.split("\n")[:-1]
    comments = find_positions(section.text).comment_lines
    end = len(lines)
    while end and (not lines[end - 1].strip() or end in comments):
        end -= 1
    if end == 0:
        end = len(lines)  # A preamble of comments only: its heading stays above.
    document = tomlkit.parse("".join(line + "\n" for line in lines[:end]))
    change(document)
    return tomlkit.dumps(document) + "".join(line + "\n" for line in lines[end:])


def _put(table: MutableMapping[str, object], key: str, value: Value) -> None:
    table[key] = tomlkit.item(value)


def _take_out(table: MutableMapping[str, object], key: str) -> None:
    del table[key]


def _write_row(section: _Section, table: KeyPath, had: Row, wanted: Row) -> None:
    """Change, add and take out keys of one array element; those that stay the same are not touched."""

    def change(document: tomlkit.TOMLDocument) -> None:
        row = _table_in(document, table)
        for key in [each for each in row if each not in wanted]:
            _take_out(row, key)
        for key, value in wanted.items():
            if key not in had or had[key] != value:
                _put(row, key, value)

    section.text = _edit(section, change)


def _default_text(menu: Menu) -> str:
    return menu.entries[menu.default].text if 0 <= menu.default < len(menu.entries) else ""


def _is_alike(one: Row, other: Row, keys: tuple[str, ...]) -> bool:
    """Whether two rows have a value of an identifying key in common."""
    return any(_as_set(one.get(key)) & _as_set(other.get(key)) for key in keys)


def _as_set(value: Value | None) -> frozenset[int | str]:
    if value is None:
        return frozenset()
    return frozenset(value) if isinstance(value, list) else frozenset({value})


def _match(old: Sequence[Row], new: Sequence[Row], keys: tuple[str, ...]) -> list[int | None]:
    """For each new row the old one it came from: an equal one, else one alike, else the one in its place."""
    sources: list[int | None] = [None] * len(new)
    free = list(range(len(old)))
    for is_match in (operator.eq, lambda one, other: _is_alike(one, other, keys)):
        for index, row in enumerate(new):
            if sources[index] is not None:
                continue
            found = next((each for each in free if is_match(old[each], row)), None)
            if found is not None:
                sources[index] = found
                free.remove(found)
    for index in free:
        if index < len(new) and sources[index] is None:
            sources[index] = index
    return sources
