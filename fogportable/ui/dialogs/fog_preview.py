"""What FOG would give to one computer that boots now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from fogportable.fog.preview import Preview
from fogportable.ui.theme import FontRole, font
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

#: Shows it to a person.
ShowPreview = Callable[[QWidget | None, Preview], None]


class PreviewDialog(QDialog):
    """Whom FOG takes it for, what happens, the entries of a menu, and what stands in the way."""

    def __init__(self, seen: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogPreviewDialog")
        self.setWindowTitle(self.tr("What FOG would give"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for name, text, role in (
            ("fogPreviewWho", seen.who, FontRole.BASE),
            ("fogPreviewSentence", seen.sentence, FontRole.STRONG),
        ):
            label = QLabel(text, self)
            label.setObjectName(name)
            label.setFont(font(role))
            label.setWordWrap(True)
            layout.addWidget(label)
        lost = ProblemLine(self)
        lost.setObjectName("fogPreviewLost")
        if seen.is_destructive:
            lost.set_problem(self.tr("What is on its disk is lost then."))
        layout.addWidget(lost)
        self.lines = QListWidget(self)
        self.lines.setObjectName("fogPreviewLines")
        self.lines.setAccessibleName(self.tr("Entries of the menu"))
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for line in seen.lines:
            mark = self.tr("{entry}  (taken by itself)") if line.is_default else "{entry}"
            self.lines.addItem(mark.format(entry=line.words))
        self.lines.setVisible(bool(seen.lines))
        layout.addWidget(self.lines, 1)
        notes = ProblemList("fogPreviewNote", self)
        notes.show_faults(seen.notes)
        layout.addWidget(notes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)


def show_preview(parent: QWidget | None, seen: Preview) -> None:
    """Until somebody closes it."""
    PreviewDialog(seen, parent).exec()
