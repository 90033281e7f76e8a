"""Facts in two columns: what it is, how it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from fogportable.ui.theme import Kind, set_kind

_COLUMN_GAP = 16
_ROW_GAP = 10


class FactList(QWidget):
    """prefix: of the values' object names. headings: by the facts' names, in the order of the rows."""

    def __init__(self, prefix: str, headings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_COLUMN_GAP)
        self._grid.setVerticalSpacing(_ROW_GAP)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for place, (name, heading) in enumerate(headings.items()):
            title = QLabel(heading, self)
            set_kind(title, Kind.MUTED)
            value = QLabel(self)
            value.setObjectName(f"{prefix}{name}")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, place, 1)
            self._rows[name] = (title, value)

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Values by name; those that are not named stay as they are, and an empty one hides its row."""
        for name, text in facts.items():
            title, value = self._rows[name]
            value.setText(text)
            title.setVisible(bool(text))
            value.setVisible(bool(text))

    @property
    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name: value.text() for name, (_, value) in self._rows.items()}

    def text(self, name: str) -> str:
        """What is shown for a fact; "" when its row is hidden."""
        return self._rows[name][1].text()
