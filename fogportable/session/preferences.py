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


@dataclass(frozen=True, slots=True)
class Preferences:
    """language: a code such as `de`; "" for the system's. shows_expert: what most rooms never need is shown too."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = ""
    shows_expert: bool = False


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
    if not wrong:
        return found, None
    reason = f"the value of {' and '.join(wrong)} is none that it can have"
    return found, describe(FaultCode.PREFERENCES_UNREAD, file=place, reason=reason)


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


def _plain(language: str) -> str:
    """A code has letters, digits and signs between them; nothing that TOML would read as more."""
    return "".join(each for each in language if each.isalnum() or each in "_-@")[:_LONGEST_LANGUAGE]
