"""Single values of a profile, checked for type, range and length against their setting."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from fogportable.config.positions import KeyPath
from fogportable.config.problems import Problems, nearest
from fogportable.config.setting import Kind, Setting
from fogportable.config.settings import SETTINGS, TABLES, keys_of, setting
from fogportable.language import say, to_say
from fogportable.protocol.pxe.archs import ARCH_NAMES, parse_arch

Choice = TypeVar("Choice", bound=StrEnum)

_EXPECTED_ARCH = to_say('one of "bios", "x64", "ia32", "arm64", a number of option 93, or a list of them')


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as the parser gave it, with its place. name: dotted, without indices."""

    name: str
    path: KeyPath
    raw: Mapping[str, object]

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self.raw


class ValueReader:
    """Takes values out of raw tables. What is wrong goes to the problems; the default is used instead."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    # --- tables ---------------------------------------------------------------------------------------------------

    def table(self, parent: RawTable, key: str) -> RawTable:
        """A `[table]`; empty when it is not there."""
        inner = RawTable(_join(parent.name, key), (*parent.path, key), {})
        raw = parent.raw.get(key, {})
        if not isinstance(raw, dict):
            brackets = TABLES[inner.name]
            self._problems.bad_value(
                inner.path,
                say("it is {what}, not a table", what=name_of(raw)),
                say("{brackets} once, as a heading", brackets=brackets),
            )
            return inner
        return self._checked(RawTable(inner.name, inner.path, raw))

    def tables(self, parent: RawTable, key: str) -> tuple[RawTable, ...]:
        """The `[[tables]]` of an array; empty when there are none."""
        name, path = _join(parent.name, key), (*parent.path, key)
        raw = parent.raw.get(key, [])
        if not isinstance(raw, list) or not all(isinstance(each, dict) for each in raw):
            self._problems.bad_value(
                path,
                say("it is {what}, not a list of tables", what=name_of(raw)),
                say("{table} above each, with double brackets", table=TABLES[name]),
            )
            return ()
        return tuple(self._checked(RawTable(name, (*path, index), each)) for index, each in enumerate(raw))

    def top(self, raw: Mapping[str, object]) -> RawTable:
        """The whole document."""
        return self._checked(RawTable("", (), raw))

    def _checked(self, table: RawTable) -> RawTable:
        known = keys_of(table.name)
        for key in table.raw:
            if key not in known:
                elsewhere = next((each.name for each in SETTINGS if each.key == key.lower()), "")
                self._problems.unknown_key((*table.path, key), known, elsewhere=elsewhere)
        return table

    # --- values ---------------------------------------------------------------------------------------------------

    def number(self, table: RawTable, key: str) -> int:
        """A whole number in the range of its setting."""
        rule = _rule(table, key)
        default = rule.default if isinstance(rule.default, int) else rule.low
        if rule.is_required and not table.has(key):
            self._problems.bad_value((*table.path, key), say("it is missing"), say("{key} = a number", key=key))
            return default
        value = table.raw.get(key, default)
        unit = f" ({rule.unit})" if rule.unit else ""
        expected = (
            say("a whole number from {low} to {high}{unit}", low=rule.low, high=rule.high, unit=unit)
            if rule.low < rule.high
            else str(rule.low)
        )
        if not isinstance(value, int) or isinstance(value, bool):
            self._problems.bad_value((*table.path, key), say("it is {what}", what=name_of(value)), expected)
            return default
        if not rule.low <= value <= rule.high:
            self._problems.bad_value(
                (*table.path, key), say("{value} is out of range", value=number_text(value)), expected
            )
            return default
        return value

    def flag(self, table: RawTable, key: str) -> bool:
        """true or false."""
        default = bool(_rule(table, key).default)
        value = table.raw.get(key, default)
        if isinstance(value, bool):
            return value
        self._problems.bad_value(
            (*table.path, key), say("it is {what}", what=name_of(value)), say("true or false, without quotes")
        )
        return default

    def choice(self, table: RawTable, key: str, words: type[Choice]) -> Choice | None:
        """One of the words of an enum; None when it is missing or empty, and after a problem."""
        word = self.text(table, key)
        if not word:
            return None
        try:
            return words(word)
        except ValueError:
            meant = nearest(word, tuple(words))
            others = ", ".join(f'"{each}"' for each in words)
            self._problems.bad_value(
                (*table.path, key),
                say("there is no such {key}", key=key),
                say('"{meant}", which is probably meant; there are {others}', meant=meant, others=others)
                if meant
                else say("one of {others}", others=others),
            )
            return None

    def text(self, table: RawTable, key: str) -> str:
        """One line of text. "" or the default when it is missing; a missing required one is a problem."""
        rule = _rule(table, key)
        if not table.has(key) and not rule.is_required:
            return str(rule.default or "")
        return self._text(table.raw.get(key), (*table.path, key), rule)

    def texts(self, table: RawTable, key: str) -> tuple[str, ...]:
        """A list of different texts; a single one counts as a list where the setting allows it."""
        rule = _rule(table, key)
        path = (*table.path, key)
        raw = table.raw.get(key, [])
        if isinstance(raw, str) and rule.kind is Kind.TEXT_OR_TEXTS:
            raw = [raw]
        if not isinstance(raw, list):
            self._problems.bad_value(
                path,
                say("it is {what}", what=name_of(raw)),
                say('a list of texts, such as {key} = ["...", "..."]', key=key),
            )
            return ()
        found: list[str] = []
        for index, each in enumerate(raw):
            text = self._text(each, (*path, index), rule, may_be_empty=False)
            if text and text in found:
                self._problems.bad_value(
                    (*path, index), say("{text} stands there twice", text=quoted(text)), say("each name once")
                )
            elif text:
                found.append(text)
        return tuple(found)

    def archs(self, table: RawTable, key: str) -> frozenset[int]:
        """The option 93 numbers that `arch` stands for; empty when it is not written, and after a problem."""
        path = (*table.path, key)
        if not table.has(key):
            return frozenset()
        raw = table.raw[key]
        places = [((*path, i), each) for i, each in enumerate(raw)] if isinstance(raw, list) else [(path, raw)]
        if not places:
            self._problems.bad_value(path, say("the list is empty"), _EXPECTED_ARCH)
        found: set[int] = set()
        for place, each in places:
            found |= self._arch(each, place)
        return frozenset(found)

    def _arch(self, value: object, path: KeyPath) -> frozenset[int]:
        if isinstance(value, bool) or not isinstance(value, (int, str)):
            self._problems.bad_value(path, say("it is {what}", what=name_of(value)), _EXPECTED_ARCH)
            return frozenset()
        word = value if isinstance(value, str) else number_text(value)
        try:
            return parse_arch(word)
        except ValueError:
            meant = nearest(word, tuple(ARCH_NAMES))
            hint = (
                say('"{meant}", which is probably meant, or {expected}', meant=meant, expected=say(_EXPECTED_ARCH))
                if meant
                else _EXPECTED_ARCH
            )
            self._problems.bad_value(path, say("{word} is not an architecture", word=quoted(word)), hint)
            return frozenset()

    def _text(self, value: object, path: KeyPath, rule: Setting, *, may_be_empty: bool | None = None) -> str:
        if may_be_empty is None:
            may_be_empty = not rule.is_required
        problem, expected = "", say("a text in quotes of at most {longest} characters", longest=rule.longest)
        if value is None:
            problem, expected = say("it is missing"), f'{rule.key} = "..."'
        elif not isinstance(value, str):
            problem = f"it is {name_of(value)}"
        elif not value.strip() and not may_be_empty:
            problem = say("it is empty")
        elif has_control_characters(value):
            problem, expected = (
                say("it has a line break or another control character"),
                say("it as one plain line; a backslash between double quotes is written twice"),
            )
        elif len(value.encode()) > rule.longest:
            problem = say("it is {count} bytes long", count=len(value.encode()))
            expected = say("at most {longest} bytes; letters with accents take two or more", longest=rule.longest)
        else:
            return value
        self._problems.bad_value(path, problem, expected)
        return ""


def has_control_characters(text: str) -> bool:
    """True for line breaks of any script, NUL, escape and lone surrogates: nothing a menu or a packet may hold."""
    return any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text)


def number_text(value: int) -> str:
    """The digits, unless there are so many that Python refuses to write them (hexadecimal ones may be that long)."""
    return str(value) if abs(value) < 10**20 else say("a huge number")


def _rule(table: RawTable, key: str) -> Setting:
    return setting(_join(table.name, key))


def _join(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


def quoted(text: str) -> str:
    """A text of the file for a sentence: printable and short."""
    printable = "".join(char if not has_control_characters(char) else "?" for char in text)
    return f'"{_shortened(printable)}"'


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


def name_of(value: object) -> str:
    """What a value is, in words: `the text "5"`, `a table`."""
    match value:
        case bool():
            return say("the word {word}", word=str(value).lower())
        case str():
            return say("the text {text}", text=quoted(value))
        case int():
            return say("the number {value}", value=number_text(value))
        case float():
            return say("the number {value}", value=value)
        case dict():
            return say("a table")
        case list():
            return say("a list")
        case _:
            return say("a date or time")
