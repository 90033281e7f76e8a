"""A card with a list of rows in their order and a form for the row in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.theme import FontRole, Kind, font, set_kind

Row = TypeVar("Row")


class RowsFrame(QFrame):
    """The widgets; `Rows` knows what a row is."""

    edited = Signal()

    def __init__(self, name: str, heading: str, form: FormCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_kind(self, Kind.CARD)
        title = QLabel(heading, self)
        title.setFont(font(FontRole.CARD_HEADING))
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}List")
        self.list.setAccessibleName(heading)
        self.list.setFixedHeight(164)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = form
        self.buttons = {
            word: self._button(f"{name}{word}", text)
            for word, text in (
                ("Add", self.tr("Add")),
                ("Remove", self.tr("Remove")),
                ("Up", self.tr("Up")),
                ("Down", self.tr("Down")),
            )
        }
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(10)
        for widget in (title, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.body.addWidget(form)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        return button


class Rows(Generic[Row]):
    """Rows as values. text_of: a row in the list. new_row: what Add makes. to_form: show in the form.

    from_form: the row with what the form holds. on_edited: after every edit.
    """

    def __init__(
        self,
        frame: RowsFrame,
        *,
        text_of: Callable[[Row], str],
        new_row: Callable[[], Row],
        to_form: Callable[[Row], None],
        from_form: Callable[[Row], Row],
        on_edited: Callable[[], None],
    ) -> None:
        self.frame = frame
        self.value: tuple[Row, ...] = ()
        self._text_of = text_of
        self._new_row = new_row
        self._to_form = to_form
        self._from_form = from_form
        self._on_edited = on_edited
        frame.list.currentRowChanged.connect(self._show_row)
        frame.form.edited.connect(self._take_form)
        frame.buttons["Add"].clicked.connect(self._add)
        frame.buttons["Remove"].clicked.connect(self._remove)
        frame.buttons["Up"].clicked.connect(self._up)
        frame.buttons["Down"].clicked.connect(self._down)
        self._show_row(-1)

    def set(self, rows: tuple[Row, ...]) -> None:
        """Show other rows. Does not count as an edit."""
        self._fill(rows, self.frame.list.currentRow())

    def choose(self, place: int) -> None:
        """Take a row in hand."""
        self.frame.list.setCurrentRow(place)

    def _fill(self, rows: tuple[Row, ...], place: int) -> None:
        self.value = rows
        view = self.frame.list
        view.blockSignals(True)
        view.clear()
        view.addItems([self._text_of(row) for row in rows])
        view.setCurrentRow(min(max(place, 0), len(rows) - 1))
        view.blockSignals(False)
        self._show_row(view.currentRow())

    def _show_row(self, place: int) -> None:
        has_row = 0 <= place < len(self.value)
        self.frame.form.setEnabled(has_row)
        if has_row:
            self._to_form(self.value[place])
        self.frame.buttons["Remove"].setEnabled(has_row)
        self.frame.buttons["Up"].setEnabled(place > 0)
        self.frame.buttons["Down"].setEnabled(has_row and place < len(self.value) - 1)

    def _take_form(self) -> None:
        place = self.frame.list.currentRow()
        if not 0 <= place < len(self.value):
            return
        row = self._from_form(self.value[place])
        self.value = (*self.value[:place], row, *self.value[place + 1 :])
        item = self.frame.list.item(place)
        item.setText(self._text_of(row))
        self._on_edited()

    def _add(self) -> None:
        self._edit((*self.value, self._new_row()), len(self.value))
        self.frame.form.setFocus()

    def _remove(self) -> None:
        place = self.frame.list.currentRow()
        self._edit((*self.value[:place], *self.value[place + 1 :]), place)

    def _up(self) -> None:
        self._swap(self.frame.list.currentRow() - 1)

    def _down(self) -> None:
        self._swap(self.frame.list.currentRow())

    def _swap(self, upper: int) -> None:
        rows = list(self.value)
        place = self.frame.list.currentRow()
        rows[upper], rows[upper + 1] = rows[upper + 1], rows[upper]
        self._edit(tuple(rows), upper if place == upper + 1 else upper + 1)

    def _edit(self, rows: tuple[Row, ...], place: int) -> None:
        self._fill(rows, place)
        self._on_edited()
