"""A card of fields: heading, explaining line, and one row for each field with its problem below."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fogportable.ui.fields.field import Field
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.card_picker import CardPicker
from fogportable.ui.widgets.problem_line import ProblemLine

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)

_MARGIN = 20


class FormCard(QFrame):
    """edited: a person changed a field to something good. heading: "" for a form inside another card."""

    edited = Signal()

    def __init__(self, name: str, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(10)
        self.body.setContentsMargins(0, 0, 0, 0)
        if heading:
            self._dress(heading)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.body.addLayout(self.form)

    def _dress(self, heading: str) -> None:
        """Make it a card with a heading."""
        set_kind(self, Kind.CARD)
        self.body.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        title = QLabel(heading, self)
        title.setFont(font(FontRole.CARD_HEADING))
        self.body.insertWidget(0, title)

    def add_note(self, text: str) -> QLabel:
        """An explaining line."""
        note = QLabel(text, self)
        note.setWordWrap(True)
        note.setFont(font(FontRole.SECONDARY))
        set_kind(note, Kind.MUTED)
        self.form.addRow(note)
        return note

    def add_text(
        self,
        name: str,
        label: str,
        value: Value,
        *,
        read: Callable[[str], Value],
        show: Callable[[Value], str],
        hint: str = "",
    ) -> Field[Value]:
        """A line of text that means a value."""
        editor = QLineEdit(self)
        editor.setPlaceholderText(hint)
        field = self._field(
            name, label, editor, value, lambda: read(editor.text()), lambda new: editor.setText(show(new))
        )
        editor.textEdited.connect(field.take_edit)
        return field

    def add_number(
        self, name: str, label: str, value: int, *, low: int, high: int, unit: str = "", lowest_word: str = ""
    ) -> Field[int]:
        """A whole number; lowest_word: what the lowest one means."""
        editor = QSpinBox(self)
        editor.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        editor.lineEdit().setTextMargins(6, 0, 0, 0)
        editor.setRange(low, high)
        editor.setSuffix(f" {unit}" if unit else "")
        editor.setSpecialValueText(lowest_word)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field = self._field(name, label, editor, value, editor.value, editor.setValue)
        editor.valueChanged.connect(field.take_edit)
        return field

    def add_flag(self, name: str, label: str, value: bool = False) -> Field[bool]:
        """Yes or no."""
        editor = QCheckBox(label, self)
        field = self._field(name, "", editor, value, editor.isChecked, editor.setChecked)
        editor.setAccessibleName(label.replace("&", ""))
        editor.toggled.connect(field.take_edit)
        return field

    def add_choice(self, name: str, label: str, value: Choice, words: dict[Choice, str]) -> Field[Choice]:
        """One of a few."""
        editor = QComboBox(self)
        keys = list(words)
        for key in keys:
            editor.addItem(words[key])
        field = self._field(
            name,
            label,
            editor,
            value,
            lambda: keys[max(0, editor.currentIndex())],
            lambda new: editor.setCurrentIndex(keys.index(new)),
        )
        editor.currentIndexChanged.connect(field.take_edit)
        return field

    def add_card(self, name: str, label: str, picker: CardPicker) -> Field[str]:
        """A network card, by its system name."""
        field = self._field(name, label, picker, "", lambda: picker.wanted_name, picker.choose)
        picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        picker.interface_chosen.connect(field.take_edit)
        return field

    def _field(
        self,
        name: str,
        label: str,
        editor: QWidget,
        value: Value,
        read: Callable[[], Value],
        write: Callable[[Value], None],
    ) -> Field[Value]:
        editor.setObjectName(name)
        problem = ProblemLine(self)
        words = QLabel(label, self)
        words.setBuddy(editor)
        words.setVisible(bool(label))
        editor.setAccessibleName(label.replace("&", ""))
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(editor)
        cell.addWidget(problem)
        self.form.addRow(words, cell) if label else self.form.addRow(cell)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return Field(editor, problem, value, read=read, write=write, on_edited=self.edited.emit)
