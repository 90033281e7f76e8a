"""Several lines that say how something stands, one below the other."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fogportable.errors import Fault, FaultCode
from fogportable.ui.widgets.problem_line import ProblemLine


class ProblemList(QWidget):
    """Hidden while there is nothing to say. name: the lines' object names begin with it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._faults: tuple[Fault, ...] | None = None
        self._lines: list[ProblemLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.show_faults(())

    def show_faults(self, faults: Sequence[Fault], harmless: Set[FaultCode] = frozenset()) -> None:
        """A line each. harmless: codes of what is only told."""
        if tuple(faults) == self._faults:
            return
        self._faults = tuple(faults)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self._lines = [self._line(place, fault, fault.code in harmless) for place, fault in enumerate(faults)]
        self.setVisible(bool(self._lines))

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [line.words for line in self._lines]

    def _line(self, place: int, fault: Fault, is_harmless: bool) -> ProblemLine:
        line = ProblemLine(self)
        line.setObjectName(f"{self._name}{place}")
        if is_harmless:
            line.set_nothing("", str(fault))
        else:
            line.set_problem(str(fault))
        self._layout.addWidget(line)
        return line
