"""The journey of one computer as a list model: its steps, and what should come next as the last row."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from fogportable.model import Journey, JourneyStep, NextStep


class StepRole(IntEnum):
    """What a row offers beside its text."""

    STEP = Qt.ItemDataRole.UserRole + 1
    NEXT = Qt.ItemDataRole.UserRole + 2
    TIME_TEXT = Qt.ItemDataRole.UserRole + 3
    BEGINS_ATTEMPT = Qt.ItemDataRole.UserRole + 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("JourneyModel", text)


class JourneyModel(QAbstractListModel):
    """Grows at its end as long as the computer is the same; everything else begins anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = Journey()

    @property
    def journey(self) -> Journey:
        return self._journey

    def show(self, journey: Journey) -> bool:
        """Take in a look; True when anything changed."""
        before, self_steps = self._journey, self._journey.steps
        if journey == before:
            return False
        is_longer = journey.steps[: len(self_steps)] == self_steps and bool(self_steps)
        if not is_longer or (before.next_step is None) is not (journey.next_step is None):
            self.beginResetModel()
            self._journey = journey
            self.endResetModel()
            return True
        grown = len(journey.steps) - len(self_steps)
        if grown:
            self.beginInsertRows(QModelIndex(), len(self_steps), len(journey.steps) - 1)
        self._journey = journey
        if grown:
            self.endInsertRows()
        last = self.index(self.rowCount() - 1)
        self.dataChanged.emit(last, last)
        return True

    def text(self) -> str:
        """All rows as lines."""
        return "\n".join(
            f"{index.data(StepRole.TIME_TEXT):8}  {index.data(Qt.ItemDataRole.DisplayRole)}"
            for index in map(self.index, range(self.rowCount()))
        )

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._journey.steps) + (self._journey.next_step is not None)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        row, steps = index.row(), self._journey.steps
        if row >= len(steps):
            return self._of_next(self._journey.next_step, role)
        return self._of_step(steps[row], steps[row - 1] if row else None, role)

    def _of_next(self, step: NextStep | None, role: int) -> Any:
        if step is None:
            return None
        patience = "" if step.within_s is None else _tr(" (within {seconds} s)").format(seconds=round(step.within_s))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _tr("Next: {step}").format(step=step.text) + patience
            case Qt.ItemDataRole.AccessibleTextRole:
                return _tr("Expected next: {step}").format(step=step.text) + patience
            case StepRole.NEXT:
                return step
            case StepRole.TIME_TEXT:
                return ""
        return None

    def _of_step(self, step: JourneyStep, before: JourneyStep | None, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return step.text[:1].upper() + step.text[1:]
            case Qt.ItemDataRole.AccessibleTextRole:
                odd = _tr("trouble, ") if step.is_odd else ""
                return f"{self._time(step)}, {odd}{step.text}"
            case StepRole.STEP:
                return step
            case StepRole.TIME_TEXT:
                return self._time(step)
            case StepRole.BEGINS_ATTEMPT:
                return before is not None and before.attempt != step.attempt
        return None

    @staticmethod
    def _time(step: JourneyStep) -> str:
        return step.time.astimezone().strftime("%H:%M:%S")
