"""The language in which sentences are said, chosen once when the program starts.

A sentence is written in English where it is said, as a literal: `say("{who} took the address {address}.", who=...)`.
The English text is its key in the catalogue of a language (`resources/languages/CODE.sentences`), which is read when
the first sentence is said; in English nothing is read. `packaging/dev.py translations` finds the literals and those of
`resources/*.toml`. What machines read (`--json`, names of events, codes, profiles) is never said, and stays English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from fogportable.resources import resources_folder

#: Names of the environment in the order in which POSIX programs ask them; the first that is set counts.
_ENVIRONMENT = ("FOGPORTABLE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Language:
    """code: ISO 639-1. name: what those who speak it call it. decimal_mark: between ones and tenths."""

    code: str
    name: str
    decimal_mark: str = "."


ENGLISH = Language("en", "English")
GERMAN = Language("de", "Deutsch", ",")

_LANGUAGES = (ENGLISH, GERMAN)


class Catalogue(Protocol):
    """Sentences of one language by their English. Of one with a number: one form for each kind of number."""

    def get(self, english: str) -> tuple[str, ...] | None:
        """The forms, at least one; None when the sentence is not known."""


@dataclass(slots=True)
class _Choice:
    """What this program speaks. catalogue: None before the first sentence, and in English always."""

    language: Language = ENGLISH
    catalogue: Catalogue | None = None


_choice = _Choice()


def available_languages() -> tuple[Language, ...]:
    """Those that are complete, English first."""
    return _LANGUAGES


def language() -> Language:
    """The one that is spoken."""
    return _choice.language


def wished_language(wish: str, environment: Mapping[str, str]) -> Language:
    """The language to speak. wish: a code that a person chose, "" for the system's; unknown ones are English."""
    words = wish or next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    code = words.replace("-", "_").split("_")[0].split(".")[0].lower()
    return next((each for each in _LANGUAGES if each.code == code), ENGLISH)


def choose_language(chosen: Language, catalogue: Catalogue | None = None) -> None:
    """Speak this from now on; what was said stays as it is. catalogue: None for the one that ships with the program."""
    _choice.language, _choice.catalogue = chosen, catalogue


def to_say(sentence: str) -> str:
    """The sentence itself: marks a literal that is kept in English and said later."""
    return sentence


def to_count(one: str, many: str) -> tuple[str, str]:
    """Both forms: marks literals that are kept in English and counted later."""
    return one, many


def say(sentence: str, /, **values: object) -> str:
    """A sentence in the language that was chosen, in English where the catalogue has none; values put in."""
    if _choice.language is not ENGLISH:
        sentence = (_forms(sentence) or (sentence,))[0]
    return sentence.format_map(values) if values else sentence


def counted(count: int, one: str, many: str, /, **values: object) -> str:
    """`1 computer`, `30 computers`: the form that fits a number. one, many: in English; both may name `{count}`."""
    forms: tuple[str, ...] = (one, many)
    if _choice.language is not ENGLISH:
        forms = _forms(many) or forms
    sentence = forms[0] if count == 1 or len(forms) == 1 else forms[1]
    return sentence.format_map({"count": count, **values})


def decimal(value: float, digits: int = 1) -> str:
    """A number with the decimal mark of the language."""
    return f"{value:.{digits}f}".replace(".", _choice.language.decimal_mark)


def _forms(english: str) -> tuple[str, ...] | None:
    if _choice.catalogue is None:
        _choice.catalogue = read_catalogue(_choice.language)
    return _choice.catalogue.get(english)


def read_catalogue(spoken: Language, kind: str = "sentences") -> Mapping[str, tuple[str, ...]]:
    """The sentences of a language as they lie in `resources/languages`: a line each, English and its forms by tabs.

    kind: `report` for the texts of a report.

    Not JSON, whose module the start of the window does without. Raises OSError when the file is missing.
    """
    text = (resources_folder() / "languages" / f"{spoken.code}.{kind}").read_text(encoding="utf-8")
    lines = (line.replace("\\n", "\n").split("\t") for line in text.split("\n") if line)
    return {english: tuple(forms) for english, *forms in lines}
