"""The one question when the window is closed while somebody is loading; it names the cost."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Closing(StrEnum):
    """What the user answered."""

    KEEP = "keep"
    STOP = "stop"
    CANCEL = "cancel"


def closing_box(parent: QWidget | None, loading: int) -> QMessageBox:
    """The question, not yet shown. Its buttons carry their answer as property `closing`."""
    from PySide6.QtWidgets import QMessageBox

    one = QCoreApplication.translate("Closing", "1 computer is still loading.")
    many = QCoreApplication.translate("Closing", "{count} computers are still loading.").format(count=loading)
    box = QMessageBox(parent)
    box.setObjectName("closingBox")
    box.setWindowTitle(QCoreApplication.translate("Closing", "FOG Portable is serving"))
    box.setText(one if loading == 1 else many)
    box.setInformativeText(
        QCoreApplication.translate("Closing", "Keep serving puts the window aside and goes on. Stop gives them 30 s.")
    )
    roles = QMessageBox.ButtonRole
    keep = box.addButton(QCoreApplication.translate("Closing", "&Keep serving"), roles.AcceptRole)
    stop = box.addButton(QCoreApplication.translate("Closing", "&Stop and close"), roles.DestructiveRole)
    cancel = box.addButton(QCoreApplication.translate("Closing", "&Cancel"), roles.RejectRole)
    for button, answer in ((keep, Closing.KEEP), (stop, Closing.STOP), (cancel, Closing.CANCEL)):
        button.setProperty("closing", answer.value)
    box.setDefaultButton(keep)
    box.setEscapeButton(cancel)
    return box


def ask_closing(parent: QWidget | None, loading: int) -> Closing:
    """Ask. loading: computers that would be hit; at least 1."""
    box = closing_box(parent, loading)
    box.exec()
    clicked = box.clickedButton()
    answer = Closing.CANCEL if clicked is None else Closing(clicked.property("closing"))
    box.deleteLater()
    return answer
