"""The window in the language that was chosen: its own words, Qt's words, numbers and the direction of reading.

A language is chosen before the first widget is made and stays until the program ends: a choice in the preferences
counts from the next start, as sentences that were said already (rows, log) would stay in the old one.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from fogportable.language import ENGLISH, Language, choose_language, wished_language
from fogportable.resources import resources_folder


def speak(app: QApplication, wish: str, environment: Mapping[str, str]) -> Language:
    """Choose the language and install its words. wish: a code from the preferences, "" for the system's language."""
    system = wished_language("", environment) if sys.platform not in ("win32", "darwin") else _language_of_qt()
    chosen = wished_language(wish, environment) if wish else system
    choose_language(chosen)
    if chosen is not ENGLISH:
        _install(app, str(resources_folder() / "languages"), f"{chosen.code}.qm")
        _install(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{chosen.code}.qm")
    if chosen is not system:
        from PySide6.QtCore import QLocale  # here: its enums of all languages and countries take long to make

        QLocale.setDefault(QLocale(chosen.code))  # else the system's, which knows the country too
    return chosen


def _install(app: QApplication, folder: str, name: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


def _language_of_qt() -> Language:
    """Where the environment says nothing: on Windows and macOS."""
    from PySide6.QtCore import QLocale

    return wished_language(QLocale.system().name(), {})
