"""How somebody wants the window: kept over runs in one small file of their own."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.platform.paths import state_folder

_LARGEST_FILE_BYTES = 65_536
_LONGEST_LANGUAGE = 20


class ThemeChoice(StrEnum):
    """Which colours. Values are those of the file."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


#: More than a table has; a file with more is damaged.
_MOST_COLUMNS = 32
_WIDEST_PX = 4000


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """One column of the table of computers. width: in px; 0 for as usual."""

    name: str
    is_shown: bool = True
    width: int = 0


@dataclass(frozen=True, slots=True)
class Preferences:
    """language: a code such as `de`; "" for the system's. shows_expert: what most rooms never need is shown too.

    columns: of the table of computers, from left to right; none for as usual.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = ""
    shows_expert: bool = False
    columns: tuple[ColumnWish, ...] = ()


def preferences_file() -> Path:
    """Where they are kept."""
    return state_folder() / "preferences.toml"


def load_preferences(file: Callable[[], Path] = preferences_file) -> tuple[Preferences, Fault | None]:
    """As kept, and why some of it does not count: what is wrong in the file has its default instead.

    Without a file all is as usual, and nothing of TOML is even imported.
    """
    place = file()
    try:
        with place.open("rb") as opened:
            data = opened.read(_LARGEST_FILE_BYTES)
    except FileNotFoundError:
        return Preferences(), None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return Preferences(), describe(FaultCode.PREFERENCES_UNREAD, file=place, reason=reason)
    import tomllib

    try:
        raw = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        return Preferences(), describe(FaultCode.PREFERENCES_UNREAD, file=place, reason=str(problem))
    return _read(raw, place)


def _read(raw: dict[str, object], place: Path) -> tuple[Preferences, Fault | None]:
    found, wrong = Preferences(), []
    try:
        found = replace(found, theme=ThemeChoice(str(raw.get("theme", found.theme))))
    except ValueError:
        wrong.append("theme")
    language = raw.get("language", "")
    if isinstance(language, str) and len(language) <= _LONGEST_LANGUAGE and language.isprintable():
        found = replace(found, language=language)
    else:
        wrong.append("language")
    is_expert = raw.get("expert", found.shows_expert)
    if isinstance(is_expert, bool):
        found = replace(found, shows_expert=is_expert)
    else:
        wrong.append("expert")
    try:
        found = replace(found, columns=_columns(raw.get("columns", [])))
    except ValueError:
        wrong.append("columns")
    if not wrong:
        return found, None
    reason = f"the value of {' and '.join(wrong)} is none that it can have"
    return found, describe(FaultCode.PREFERENCES_UNREAD, file=place, reason=reason)


def _columns(raw: object) -> tuple[ColumnWish, ...]:
    """Raises ValueError for what no window of ours writes."""
    if not isinstance(raw, list) or len(raw) > _MOST_COLUMNS:
        raise ValueError("no list of columns")
    found = []
    for each in raw:
        if not isinstance(each, dict):
            raise ValueError("a column is a table")
        name, is_shown, width = each.get("name"), each.get("shown", True), each.get("width", 0)
        if not isinstance(name, str) or not name.isidentifier() or not isinstance(is_shown, bool):
            raise ValueError("a column has a name and is shown or not")
        if not isinstance(width, int) or isinstance(width, bool) or not 0 <= width <= _WIDEST_PX:
            raise ValueError("a width is a number of px")
        found.append(ColumnWish(name, is_shown, width))
    return tuple(found)


def save_preferences(wanted: Preferences, file: Callable[[], Path] = preferences_file) -> None:
    """At once and whole. A file that could not be read is kept beside, as `preferences.toml.old`.

    Raises ServiceError PREFERENCES_NOT_SAVED.
    """
    place = file()
    _, fault = load_preferences(file)
    text = (
        "# How FOG Portable looks. Written by its window.\n"
        f'theme = "{wanted.theme}"\n'
        f'language = "{_plain(wanted.language)}"\n'
        f"expert = {str(wanted.shows_expert).lower()}\n"
        f"columns = [{''.join(map(_column_line, wanted.columns))}]\n"
    )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if fault is not None and place.is_file():
            os.replace(place, place.with_suffix(".toml.old"))
        draft = place.with_suffix(".new")
        draft.write_text(text, "utf-8")
        os.replace(draft, place)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ServiceError(FaultCode.PREFERENCES_NOT_SAVED, file=place, reason=reason) from problem


def _column_line(wish: ColumnWish) -> str:
    """One element of the array; the comma after the last is TOML too."""
    return f'\n  {{name = "{wish.name}", shown = {str(wish.is_shown).lower()}, width = {wish.width}}},'


def _plain(language: str) -> str:
    """A code has letters, digits and signs between them; nothing that TOML would read as more."""
    return "".join(each for each in language if each.isalnum() or each in "_-@")[:_LONGEST_LANGUAGE]
