"""Bring the languages up to date: what is shown (`spoken_words`), its translations (`languages/CODE.ts`), the files
that the program reads (`resources/languages`).

    python packaging/translations.py [--check]

Without --check: new English goes into each .ts by pyside6-lupdate, what is gone leaves it, and lrelease compiles. Then
translate what is left, in Qt Linguist or any editor, and run it again. With --check nothing is written. Ends with 1
when something is not translated or, with --check, not up to date.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spoken_words import SENTENCES, Spoken, spoken_words

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = PROJECT / "packaging" / "languages"
COMPILED = PROJECT / "resources" / "languages"
#: Endings of catalogues to the context that each holds.
CATALOGUES = {"sentences": SENTENCES, "report": "Report"}


@dataclass(frozen=True)
class Translation:
    """One message of a .ts file. forms: one, or one for each kind of number; empty strings where it is not finished."""

    spoken: Spoken
    forms: tuple[str, ...]

    @property
    def is_finished(self) -> bool:
        return bool(self.forms) and all(self.forms)


def read_translations(source: Path) -> list[Translation]:
    """All messages of a .ts file but those that are gone from the program. Raises ParseError for what is no XML."""
    found = []
    for context in ElementTree.parse(source).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            is_counted = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation] if is_counted else [translation.text or ""]
            open_ones = translation.get("type") == "unfinished"
            spoken = Spoken(context.findtext("name", ""), message.findtext("source", ""), is_counted)
            found.append(Translation(spoken, () if open_ones else tuple(forms)))
    return found


def catalogue_text(translations: Iterable[Translation], context: str = SENTENCES) -> str:
    """The file of `fogportable.language`: a line for each finished sentence, English and its forms by tabs."""
    lines = [
        "\t".join(part.replace("\n", "\\n") for part in (each.spoken.text, *each.forms))
        for each in translations
        if each.spoken.context == context and each.is_finished
    ]
    return "".join(f"{line}\n" for line in sorted(lines))


def update(source: Path, words: Sequence[Spoken]) -> None:
    """Let lupdate merge the words into a .ts file: translations stay, what is gone leaves."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "words.py"
        calls = [
            f"QCoreApplication.translate({_quoted(each.context)}, {_quoted(each.text)}"
            + (', "", 2)\n' if each.is_counted else ")\n")
            for each in words
        ]
        listing.write_text("".join(calls), encoding="utf-8")
        options = ("-silent", "-no-obsolete", "-locations", "none", "-sort-messages")
        _tool("pyside6-lupdate", *options, str(listing), "-ts", str(source))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_language(source: Path, compiled: Path) -> None:
    """Write CODE.qm with what Qt translates, and catalogues for `fogportable.language`: CODE.sentences of what it says,
    CODE.report of what Qt translates of a report, for the command line, which knows no Qt.
    """
    tree = ElementTree.parse(source)
    root = tree.getroot()
    for context in root.findall("context"):
        if context.findtext("name") == SENTENCES:
            root.remove(context)
    compiled.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        of_qt = Path(folder) / source.name
        tree.write(of_qt, encoding="utf-8", xml_declaration=True)
        made = compiled / f"{source.stem}.new"
        _tool("pyside6-lrelease", "-silent", "-nounfinished", str(of_qt), "-qm", str(made))
        made.replace(compiled / f"{source.stem}.qm")  # Not written over: a program that runs has it open.
    translations = read_translations(source)
    for ending, of_context in CATALOGUES.items():
        catalogue = catalogue_text(translations, of_context)
        (compiled / f"{source.stem}.{ending}").write_text(catalogue, encoding="utf-8")


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / name), *arguments], check=True)


def missing_from(source: Path, words: Iterable[Spoken]) -> list[str]:
    """What a .ts file lacks, what it has too much, and what nobody has translated."""
    there = {each.spoken: each for each in read_translations(source)}
    wanted = set(words)
    open_ones = sorted(each for each in wanted & set(there) if not there[each].is_finished)
    return [
        *(f"new: {each.context}: {each.text}" for each in sorted(wanted - set(there))),
        *(f"gone: {each.context}: {each.text}" for each in sorted(set(there) - wanted)),
        *(f"not translated: {each.context}: {each.text}" for each in open_ones),
    ]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="translations.py", description="Bring the languages up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing, and say what is not up to date")
    is_check = parser.parse_args(arguments).check
    words = spoken_words(PROJECT)
    is_wrong = False
    for source in sorted(SOURCES.glob("*.ts")):
        if not is_check:
            update(source, words)
            compile_language(source, COMPILED)
        complaints = missing_from(source, words)
        is_wrong = is_wrong or bool(complaints)
        print(f"{source.name}: {len(words)} texts, {len(complaints) or 'nothing'} to do.")
        print("".join(f"  {complaint!r}\n" for complaint in complaints), end="")
    return 1 if is_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
