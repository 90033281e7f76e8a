"""Reports in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from fogportable.report.voice import Voice


def window_voice() -> Voice:
    """For texts of the context "Report"; `translate` may be called from any thread."""
    # The code of the language that these texts are in, and not of the one that the system asks for.
    language = QCoreApplication.translate("Report", "en")
    return Voice(QCoreApplication.translate, QLocale().decimalPoint(), language)
