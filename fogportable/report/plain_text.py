"""Texts of strangers made harmless: names of files, hosts and rooms come from packets and from other people."""

from __future__ import annotations

import html
import re

#: What no page may hold (controls, halves of surrogate pairs, non-characters), and what turns the direction of the
#: text around it, so that a name could pass for another.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)

#: What a spreadsheet takes for the beginning of a formula, see OWASP "CSV Injection"; some take the wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def visible(text: str) -> str:
    """The same text with a replacement mark (U+FFFD) for what must not be in it."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(text: str) -> str:
    """For the text and the attributes of a page."""
    return html.escape(visible(text), quote=True)


def cell(text: str) -> str:
    """For a field of CSV: a text that a spreadsheet would run as a formula is led by an apostrophe, on one line."""
    shown = " ".join(visible(text).split("\n")) if "\n" in text else visible(text)
    return f"'{shown}" if text.startswith(_FORMULA) or shown.lstrip().startswith(_FORMULA) else shown
