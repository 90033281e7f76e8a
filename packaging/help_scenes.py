"""Pictures of the guide and of the sheet of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fogportable.ui.help_part import HelpPart
from fogportable.ui.views.main_window import MainWindow


def _guide(window: MainWindow) -> QWidget | None:
    part = window.parts.the(HelpPart)
    part.show_guide()
    if part.guide is not None:
        part.guide.go_to("room.md")
    return part.guide


def _keys(window: MainWindow) -> QWidget | None:
    part = window.parts.the(HelpPart)
    part.show_keys()
    return part.sheet


#: Each is a window of its own.
HELP_SCENES = {"guide": _guide, "keys": _keys}
