"""The language of whoever sits here, for what people alone read of the command line: the guide and reports.

All else is English always, as scripts, guides and reports of bugs read it.
"""

from __future__ import annotations

import os

from fogportable.language import ENGLISH, Language, read_catalogue, wished_language
from fogportable.report.voice import Voice
from fogportable.session.preferences import load_preferences


def own_language() -> Language:
    """By FOGPORTABLE_LANGUAGE, which is set for one command, else as the window speaks. Reads a file."""
    wish = os.environ.get("FOGPORTABLE_LANGUAGE") or load_preferences()[0].language
    return wished_language(wish, os.environ)


def report_voice(spoken: Language) -> Voice:
    """How a report is written in this language. Reads a file."""
    if spoken is ENGLISH:
        return Voice()
    texts = read_catalogue(spoken, "report")
    return Voice(lambda _context, english: texts.get(english, (english,))[0], spoken.decimal_mark, spoken.code)
