"""Help > About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable import __version__
from fogportable.resources import resources_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

_NOTICE = "NOTICE"


def show_about(parent: QWidget) -> None:
    """Version, purpose and licence; waits until it is closed."""
    about_box(parent).exec()


def about_box(parent: QWidget) -> QMessageBox:
    """The box, with whose work runs here and under which licences behind its button for details."""
    from PySide6.QtWidgets import QMessageBox

    title = QCoreApplication.translate("About", "About FOG Portable")
    text = QCoreApplication.translate(
        "About", "FOG Portable {version}\n\nBoots a room of computers from this laptop.\nGPL-2.0-or-later."
    )
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text.format(version=__version__), parent=parent)
    box.setIconPixmap(parent.windowIcon().pixmap(64))
    box.setDetailedText(_notice())
    return box


def _notice() -> str:
    """A text of law, so in English always."""
    try:
        return (resources_folder() / _NOTICE).read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        return f"{_NOTICE}: {problem.strerror}"
