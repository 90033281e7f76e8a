"""What shall end serving by itself."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import LONGEST_STOP_AFTER_S, USUAL_QUIET_S, StopWish

_USUAL_AFTER_MIN = 120
_LONGEST_QUIET_MIN = 240


class AutoStopDialog(QDialog):
    """Three conditions; the first that comes true ends serving, none of them means: by hand only."""

    def __init__(self, wish: StopWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("autoStopDialog")
        self.setWindowTitle(self.tr("Stop by itself"))
        self._has_at = QCheckBox(self.tr("&At a time of day"), self)
        self._at = QTimeEdit(self)
        self._at.setDisplayFormat("HH:mm")
        self._has_after = QCheckBox(self.tr("A&fter"), self)
        self._after = _minutes(self, int(LONGEST_STOP_AFTER_S / 60))
        self._has_quiet = QCheckBox(self.tr("&When all are done and nobody has loaded for"), self)
        self._quiet = _minutes(self, _LONGEST_QUIET_MIN)
        self._build()
        self._show(wish)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        names = ("stopAt", "stopAfter", "stopWhenDone")
        rows = ((self._has_at, self._at), (self._has_after, self._after), (self._has_quiet, self._quiet))
        whats = (self.tr("Time of day"), self.tr("Minutes from Start"), self.tr("Minutes without loading"))
        for row, (name, what, (box, field)) in enumerate(zip(names, whats, rows, strict=True)):
            box.setObjectName(name)
            field.setObjectName(f"{name}Value")
            field.setAccessibleName(what)
            field.setMinimumWidth(110)
            field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            field.lineEdit().setTextMargins(6, 0, 0, 0)
            field.setEnabled(False)
            box.toggled.connect(field.setEnabled)
            grid.addWidget(box, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(0, 1)
        why = QLabel(
            self.tr(
                "The first that comes true stops serving. A computer that is loading is not cut off. While serving, "
                "minutes count from now."
            ),
            self,
        )
        why.setObjectName("autoStopWhy")
        why.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addWidget(why)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(
            max(460, self.minimumSizeHint().width())
        )  # a minimum of ours would beat that of longer words

    def _show(self, wish: StopWish) -> None:
        at = wish.at or time(16, 30)
        self._at.setTime(QTime(at.hour, at.minute))
        self._after.setValue(_USUAL_AFTER_MIN if wish.after_s is None else max(1, round(wish.after_s / 60)))
        quiet_s = USUAL_QUIET_S if wish.quiet_s is None else wish.quiet_s
        self._quiet.setValue(max(1, round(quiet_s / 60)))
        self._has_at.setChecked(wish.at is not None)
        self._has_after.setChecked(wish.after_s is not None)
        self._has_quiet.setChecked(wish.quiet_s is not None)

    def wish(self) -> StopWish:
        """As chosen."""
        at = self._at.time()
        return StopWish(
            time(at.hour(), at.minute()) if self._has_at.isChecked() else None,
            self._after.value() * 60.0 if self._has_after.isChecked() else None,
            self._quiet.value() * 60.0 if self._has_quiet.isChecked() else None,
        )


def _minutes(parent: QWidget, most: int) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(1, most)
    box.setSuffix(QCoreApplication.translate("AutoStopDialog", " min"))
    return box


def edit_stop_wish(parent: QWidget | None, wish: StopWish) -> StopWish | None:
    """Ask; None when cancelled."""
    dialog = AutoStopDialog(wish, parent)
    return dialog.wish() if dialog.exec() == QDialog.DialogCode.Accepted else None
