"""What is known of one key of a profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value looks like in the file."""

    NUMBER = "a whole number"
    NUMBER_OR_WORD = "a whole number or a word in quotes"
    FLAG = "true or false"
    TEXT = "a text in quotes"
    TEXTS = "a list of texts"
    TEXT_OR_TEXTS = "a text in quotes or a list of them"
    ARCHS = "an architecture or a list of them"


@dataclass(frozen=True, slots=True)
class Setting:
    """One key.

    table: dotted, "" for the top. default: None when the key is required or its absence means something of its own.
    low, high: range of a number. longest: characters of a text. unit: "" when it has none.
    actions: menu actions that use the key; empty for keys of other tables and for those that all actions use.
    """

    table: str
    key: str
    kind: Kind
    default: int | str | bool | None = None
    low: int = 0
    high: int = 0
    longest: int = 200
    unit: str = ""
    is_required: bool = False
    actions: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Dotted, as the documents write it: `menu.entry.text`."""
        return f"{self.table}.{self.key}" if self.table else self.key
