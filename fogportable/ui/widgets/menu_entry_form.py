"""The fields of one menu entry: its text, what it does, and only what that needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from fogportable.model import FIELDS_OF_ACTION, MenuAction, MenuEntry
from fogportable.ui.theme import FontRole, font
from fogportable.ui.widgets.problem_line import ProblemLine

#: The order of the combo: what technicians reach for first.
ACTIONS = (
    MenuAction.LOCAL_DISK,
    MenuAction.CHAIN_URL,
    MenuAction.CHAIN_FILE,
    MenuAction.KERNEL,
    MenuAction.WINPE,
    MenuAction.ISO,
    MenuAction.SHELL,
)


class MenuEntryForm(QWidget):
    """Shows one entry and tells every keystroke.

    edited: a new MenuEntry. default_asked: the user pressed "Make default".
    """

    edited = Signal(object)
    default_asked = Signal()

    def __init__(self, action_words: Mapping[MenuAction, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menuEntryForm")
        self._entry = MenuEntry("", MenuAction.LOCAL_DISK)
        self._labels: dict[str, QLabel] = {}
        self._problems: dict[str, ProblemLine] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.text_field = self._line("text", self.tr("Text"), self.tr("Install Debian"))
        self.action_field = self._action_field(action_words)
        self.note = self._note_line()
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "url": self._line("url", self.tr("Web address"), "http://192.168.1.5/boot.ipxe"),
            "file": self._line("file", self.tr("Boot file"), "grub/grubx64.efi"),
            "wim": self._line("wim", self.tr("WIM"), "winpe/boot.wim"),
            "bcd": self._line("bcd", self.tr("BCD"), "winpe/BCD"),
            "sdi": self._line("sdi", self.tr("boot.sdi"), "winpe/boot.sdi"),
            "wimboot": self._line("wimboot", self.tr("wimboot"), "wimboot"),
            "iso": self._line("iso", self.tr("ISO"), "iso/debian-live.iso"),
            "memdisk": self._line("memdisk", self.tr("memdisk"), "memdisk"),
            "kernel": self._line("kernel", self.tr("Kernel"), "debian/vmlinuz"),
            "initrd": self._lines("initrd", self.tr("Initrd"), "debian/initrd.gz"),
            "arguments": self._line("arguments", self.tr("Arguments"), "quiet"),
        }
        self.default_button = QPushButton(self.tr("Make default"), self)
        self.default_button.setObjectName("menuEntryDefault")
        self.default_button.setToolTip(self.tr("Taken when nobody chooses"))
        self.default_button.setAccessibleDescription(self.tr("Taken when nobody chooses"))
        self.default_button.clicked.connect(self._on_default_clicked)
        self._grid.addWidget(self.default_button, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._show_fields_of(self._entry.action)

    # --- building ---------------------------------------------------------------------------------------------

    def _line(self, name: str, label: str, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("such as {example}").format(example=example))
        field.textEdited.connect(self._on_edited)
        self._place(name, label, field)
        return field

    def _lines(self, name: str, label: str, example: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setPlaceholderText(self.tr("such as {example}, one per line").format(example=example))
        field.document().setDocumentMargin(7)
        field.setFixedHeight(2 * field.fontMetrics().lineSpacing() + 22)
        field.textChanged.connect(self._on_edited)
        self._place(name, label, field)
        return field

    def _action_field(self, action_words: Mapping[MenuAction, str]) -> QComboBox:
        field = QComboBox(self)
        for action in ACTIONS:
            field.addItem(action_words[action], action)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(14)
        field.activated.connect(self._on_edited)
        self._place("action", self.tr("Action"), field)
        return field

    def _note_line(self) -> QLabel:
        """What works on which computers, for actions that do not work on all."""
        note = QLabel(self)
        note.setObjectName("menuEntryNote")
        note.setWordWrap(True)
        note.setFont(font(FontRole.SECONDARY))
        self._grid.addWidget(note, self._grid.rowCount(), 1)
        return note

    def _words_on(self, action: MenuAction) -> str:
        return {
            MenuAction.WINPE: self.tr(
                "By wimboot, on BIOS and UEFI x64, not under Secure Boot. Debian has no package of wimboot: put the "
                "file into the boot folder. BCD and boot.sdi may be left out with wimboot 2.7 or newer."
            ),
            MenuAction.ISO: self.tr(
                "Surest with the image's own kernel and initrd; @iso@ in the arguments becomes the image's address. "
                "With memdisk: BIOS only. With neither, the image is read over HTTP: a BIOS starts any bootable CD, "
                "UEFI only one whose loader is made for UEFI and does not look for the CD again."
            ),
        }.get(action, "")

    def _place(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName("menuEntry" + name.capitalize())
        field.setAccessibleName(label)
        caption = QLabel(label, self)
        caption.setBuddy(field)
        problem = ProblemLine(self)
        problem.setObjectName(f"menuProblem{name.capitalize()}")
        row = self._grid.rowCount()
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(problem, row + 1, 1)
        self._labels[name] = caption
        self._problems[name] = problem

    # --- value ------------------------------------------------------------------------------------------------

    def entry(self) -> MenuEntry:
        """The entry as shown; what belongs to other actions is kept as it was."""
        shown = {name: self._value(name) for name in FIELDS_OF_ACTION[self._action()]}
        # Names and types agree by FIELDS_OF_ACTION, which the type checker cannot follow.
        return replace(self._entry, text=self.text_field.text(), action=self._action(), **shown)  # type: ignore[arg-type]

    def _action(self) -> MenuAction:
        return MenuAction(self.action_field.currentData())

    def _value(self, name: str) -> str | tuple[str, ...]:
        field = self._fields[name]
        if isinstance(field, QLineEdit):
            return field.text()
        return tuple(filter(None, map(str.strip, field.toPlainText().splitlines())))

    def set_entry(self, entry: MenuEntry, *, is_default: bool) -> None:
        """Show another entry, or the same one after a change from elsewhere. A field being typed in is left alone."""
        self.default_button.setText(self.tr("This is the default") if is_default else self.tr("Make default"))
        self.default_button.setEnabled(not is_default)
        if entry == self._entry:
            return
        self._entry = entry
        _set_text(self.text_field, entry.text)
        self.action_field.setCurrentIndex(ACTIONS.index(entry.action))
        for name, field in self._fields.items():
            value = getattr(entry, name)
            if isinstance(field, QLineEdit):
                _set_text(field, value)
            elif self._value(name) != value:
                was_blocked = field.blockSignals(True)
                field.setPlainText("\n".join(value))
                field.blockSignals(was_blocked)
        self._show_fields_of(entry.action)

    def set_problems(self, sentences: Mapping[str, str]) -> None:
        """Show what is wrong, by name of field; what is not named is fine."""
        wanted = ("text", "action", *FIELDS_OF_ACTION[self._entry.action])
        for name, line in self._problems.items():
            line.set_problem(sentences.get(name, "") if name in wanted else "")

    def _show_fields_of(self, action: MenuAction) -> None:
        wanted = FIELDS_OF_ACTION[action]
        words = self._words_on(action)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.action_field.setAccessibleDescription(words)
        for name, field in self._fields.items():
            field.setVisible(name in wanted)
            self._labels[name].setVisible(name in wanted)
            if name not in wanted:
                self._problems[name].set_problem("")

    # --- edits ------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        entry = self.entry()
        if entry == self._entry:
            return
        has_other_fields = entry.action != self._entry.action
        self._entry = entry
        if has_other_fields:
            self._show_fields_of(entry.action)
        self.edited.emit(entry)

    def _on_default_clicked(self) -> None:
        self.default_asked.emit()


def _set_text(field: QLineEdit, text: str) -> None:
    """Its beginning in sight; without moving the cursor of a field that shows it already."""
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)
