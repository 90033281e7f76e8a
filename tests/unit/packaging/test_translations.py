"""Finding what is shown to people, and bringing languages up to date."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from spoken_words import SENTENCES, Spoken, spoken_in, spoken_words
from translations import (
    CATALOGUES,
    COMPILED,
    PROJECT,
    SOURCES,
    Translation,
    catalogue_text,
    compile_language,
    missing_from,
    read_translations,
    update,
)

LANGUAGES = [path.stem for path in sorted(SOURCES.glob("*.ts"))]

_SOURCE = """
from x import say, counted, to_say
WORDS = (to_say("a table"),)
def _tr(text):
    return QCoreApplication.translate("Facts", text)
def f(n, w):
    say(w)
    say("{who} asks.", who=1)
    counted(n, "1 PC", "{count} PCs")
    return _tr("one "
               "two").format()
class Page(QWidget):
    def g(self):
        self.tr("a") if x else self.tr("c")
        QCoreApplication.translate("Other", "d")
        painter.translate(1, 2)
        tr("Menus", "&e")
"""


def test_words_are_found_behind_every_function_that_shows_them() -> None:
    assert spoken_in(_SOURCE, "a.py") == [
        Spoken(SENTENCES, "a table"),
        Spoken(SENTENCES, "{who} asks."),
        Spoken(SENTENCES, "{count} PCs", is_counted=True),
        Spoken("Facts", "one two"),
        Spoken("Page", "a"),
        Spoken("Page", "c"),
        Spoken("Other", "d"),
        Spoken("Menus", "&e"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "def f(self):\n    self.tr(text)",
        "def f(self):\n    self.tr(f'{x}')",
        "def f():\n    say(f'{x} asks.')",
        "def f(box):\n    box.tr('Cancel')",
        "WORD = say('too early')",
        "class A:\n    word = counted(1, 'x', 'y')",
    ],
)
def test_what_could_never_be_translated_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"a\.py:"):
        spoken_in(source, "a.py")


def test_new_words_come_in_old_translations_stay_and_what_is_gone_leaves(tmp_path: Path) -> None:
    source = tmp_path / "de.ts"
    source.write_text('<!DOCTYPE TS><TS version="2.1" language="de_DE"></TS>')
    cat, dogs = Spoken("Page", 'a "cat"\n\\'), Spoken(SENTENCES, "{count} dogs", is_counted=True)
    update(source, [cat, dogs])
    assert {each.spoken: each.is_finished for each in read_translations(source)} == {cat: False, dogs: False}
    assert len(missing_from(source, [cat, dogs])) == 2
    text = source.read_text()
    text = text.replace('type="unfinished"', "")
    text = text.replace("<translation ></translation>", "<translation>eine Katze</translation>")
    text = text.replace("<numerusform></numerusform>", "<numerusform>1 Hund</numerusform>", 1)
    source.write_text(text.replace("<numerusform></numerusform>", "<numerusform>{count} Hunde</numerusform>", 1))
    assert missing_from(source, [cat, dogs]) == []
    bird = Spoken("Page", "bird")
    update(source, [dogs, bird])
    assert [(each.spoken, each.forms) for each in read_translations(source) if each.is_finished] == [
        (dogs, ("1 Hund", "{count} Hunde"))
    ]
    assert missing_from(source, [dogs]) == ["gone: Page: bird"]
    compile_language(source, tmp_path / "out")
    assert (tmp_path / "out" / "de.sentences").read_text() == "{count} dogs\t1 Hund\t{count} Hunde\n"


def test_sentences_with_breaks_stand_on_one_line() -> None:
    each = Translation(Spoken(SENTENCES, "a\nb"), ("c\nd",))
    assert catalogue_text([each]) == "a\\nb\tc\\nd\n"


# --- those that ship ------------------------------------------------------------------------------------------------


@pytest.fixture(params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_translations_put_in_the_same_values(code: str) -> None:
    """One form of a counted sentence may leave the number out, as it is a word in it."""
    wrong = [
        (each.spoken.text, form)
        for each in read_translations(SOURCES / f"{code}.ts")
        for form in each.forms
        if _names(each.spoken.text) != _names(form) | ({"count"} if each.spoken.is_counted else set())
    ]
    assert wrong == []


def test_translations_have_a_mnemonic_where_english_has_one_and_end_as_it_does(code: str) -> None:
    wrong = []
    for each in read_translations(SOURCES / f"{code}.ts"):
        for form in each.forms:
            ends = [text[-1:] if text[-1:] in "….:" else "" for text in (each.spoken.text.strip(), form.strip())]
            if ("&" in each.spoken.text) != ("&" in form) or ends[0] != ends[1]:
                wrong.append((each.spoken.text, form))
    assert wrong == []


def test_what_ships_is_what_was_translated(code: str) -> None:
    """A clone speaks every language without lrelease, so the compiled files are in the repository."""
    translations = [each for each in read_translations(SOURCES / f"{code}.ts") if each.is_finished]
    for ending, context in CATALOGUES.items():
        assert (COMPILED / f"{code}.{ending}").read_text(encoding="utf-8") == catalogue_text(translations, context)
    translator = QTranslator()
    assert translator.load(str(COMPILED / f"{code}.qm"))
    of_qt = [each for each in translations if each.spoken.context != SENTENCES]
    assert len(of_qt) > 700
    stale = [each for each in of_qt if translator.translate(each.spoken.context, each.spoken.text) != each.forms[0]]
    assert stale == [], "run packaging/dev.py translations"


def test_every_text_of_the_program_is_translated(code: str) -> None:
    """Whoever adds a text adds its German: `packaging/dev.py translations`, then what it lists."""
    assert missing_from(SOURCES / f"{code}.ts", spoken_words(PROJECT)) == []
