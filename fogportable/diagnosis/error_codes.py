"""What computers show when network boot fails: firmware's codes, iPXE's numbers, texts of loaders."""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
from dataclasses import dataclass, replace

from fogportable.diagnosis.verdicts import Verdict
from fogportable.language import say
from fogportable.resources import resources_folder

#: A number that iPXE shows; its first octet is the kind of error (iPXE, include/errno.h).
_IPXE_NUMBER = re.compile(r"(?:ipxe\.org/(?:err/)?|0x|\b)([0-9a-f]{8})\b", re.IGNORECASE)

#: A code of firmware as people type it: `pxe e53`, `PXEE53`, `PXE_E53`, with the letter O for the number.
_PXE_CODE = re.compile(r"\bpxe[\s_:\u2010-\u2014-]*([emt])[\s-]*([0-9o][0-9a-fo])\b", re.IGNORECASE)
_BARE_CODE = re.compile(r"[emt][\s-]?[0-9o][0-9a-fo]", re.IGNORECASE)
#: Words with a slip of a letter or two are still those; shorter ones are too many others as well.
_SAME_WORDS = 0.9
_FEWEST_WORDS = 10
#: A pattern that is nothing but words.
_IS_PLAIN = re.compile(r"[\w /'-]+(\?[\w /'-]*)*")

#: With fewer everything would fit.
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """shown: as people know it. meaning, remedy: for people. verdicts: what a capture may say then."""

    shown: str
    meaning: str
    remedy: str
    verdicts: tuple[Verdict, ...]


def look_up(typed: str) -> CodeMeaning | None:
    """The meaning of what somebody read off a screen; None when nothing in it is known. The first fit wins."""
    text = _PXE_CODE.sub(_as_written, " ".join(typed.split()))
    if _BARE_CODE.fullmatch(text):
        text = _PXE_CODE.sub(_as_written, f"PXE-{text}")
    number = _IPXE_NUMBER.search(text)
    wanted = [] if number is None else [f"ipxe:{number[1][:2].lower()}"]
    for each, patterns in _table():
        if any(pattern.pattern in wanted or pattern.search(text) for pattern in patterns):
            return _said(each)
    return _misspelt(text)


def _as_written(code: re.Match[str]) -> str:
    return f"PXE-{code[1]}{code[2].lower().replace('o', '0')}"


def _misspelt(text: str) -> CodeMeaning | None:
    """The one whose words are nearest, where they are nearly the same."""
    letters = _letters(text)
    if len(letters) < _FEWEST_WORDS:
        return None
    likeness = difflib.SequenceMatcher(b=letters, autojunk=False)
    best, found = _SAME_WORDS, None
    for each, patterns in _table():
        for words in (_letters(pattern.pattern) for pattern in patterns if _IS_PLAIN.fullmatch(pattern.pattern)):
            if len(words) < _FEWEST_WORDS:
                continue
            likeness.set_seq1(words)
            if likeness.real_quick_ratio() > best and likeness.ratio() > best:
                best, found = likeness.ratio(), each
    return None if found is None else _said(found)


def find(typed: str, most: int) -> tuple[CodeMeaning, ...]:
    """What somebody may mean who has typed so far: what is known for sure first, then what its letters stand in."""
    letters = _letters(typed)
    known = look_up(typed)
    found = [] if known is None else [known]
    if len(letters) >= _FEWEST_LETTERS:
        by_name = [each for each in all_codes() if letters in _letters(each.shown)]
        by_meaning = [each for each in all_codes() if letters in _letters(each.meaning)]
        found += [each for each in dict.fromkeys((*by_name, *by_meaning)) if each is not known]
    return tuple(found[:most])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def all_codes() -> tuple[CodeMeaning, ...]:
    """Everything that is known, in the order of the table."""
    return tuple(_said(meaning) for meaning, _ in _table())


def _said(meaning: CodeMeaning) -> CodeMeaning:
    """In the language of the program; the table is kept in English."""
    return replace(meaning, meaning=say(meaning.meaning), remedy=say(meaning.remedy))


@functools.cache
def _table() -> tuple[tuple[CodeMeaning, tuple[re.Pattern[str], ...]], ...]:
    with (resources_folder() / "error_codes.toml").open("rb") as file:
        entries = tomllib.load(file)["code"]
    return tuple(
        (
            CodeMeaning(each["shown"], each["meaning"], each["remedy"], tuple(map(Verdict, each["verdicts"]))),
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in each["patterns"]),
        )
        for each in entries
    )
