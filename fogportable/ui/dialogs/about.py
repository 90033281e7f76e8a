"""Help > About."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable import __version__


def show_about(parent: QWidget) -> None:
    """Version, purpose and licence; waits until it is closed."""
    from PySide6.QtWidgets import QMessageBox

    title = QCoreApplication.translate("About", "About FOG Portable")
    text = QCoreApplication.translate(
        "About", "FOG Portable {version}\n\nBoots a room of computers from this laptop.\nGPL-2.0-or-later."
    )
    QMessageBox.about(parent, title, text.format(version=__version__))
