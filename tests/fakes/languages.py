"""Languages for tests: German as it ships, one that nobody speaks and that shows what has no translation, and taking
back what was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from fogportable.language import ENGLISH, Language, choose_language
from fogportable.ui.translation import speak

PSEUDO = Language("qps", "Pseudo", ",")

_ACCENTS = str.maketrans("aceinosuyAEIOSU", "áçéíñóšüýÁÉÍÓŠÜ")
#: How much longer another language may be.
_GROWTH = 0.4


def pseudo(text: str) -> str:
    """`[Šéttíñgš~~~]`: longer, with accents, in brackets; what is in braces, and what & marks, stays."""
    parts, depth, kept_next = [], 0, False
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        is_kept = depth > 0 or letter == "}" or kept_next
        parts.append(letter if is_kept else letter.translate(_ACCENTS))
        kept_next = letter == "&"
    longer = ("~~~~ " * len(text))[: round(len(text) * _GROWTH)].rstrip()  # with breaks, as words have them
    return f"[{''.join(parts)}{longer}~]"


class PseudoCatalogue:
    """Knows every sentence."""

    def get(self, english: str) -> tuple[str, ...]:
        return (pseudo(english),)


class _PseudoTranslator(QTranslator):
    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return "" if context.startswith("Q") and context[1:2].isupper() else pseudo(source)  # Qt's own stay


@contextmanager
def spoken(app: QApplication, code: str) -> Iterator[None]:
    """`de` as the program speaks it, `pseudo`, or `mirror`: English from right to left. Taken back afterwards."""
    locale, direction = QLocale(), app.layoutDirection()
    if code == "pseudo":
        translator = _PseudoTranslator(app)
        app.installTranslator(translator)
        choose_language(PSEUDO, PseudoCatalogue())
    elif code == "mirror":
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    else:
        speak(app, code, {})
    yield
    for each in app.findChildren(QTranslator):
        app.removeTranslator(each)
        each.deleteLater()
    choose_language(ENGLISH)
    QLocale.setDefault(locale)
    app.setLayoutDirection(direction)
