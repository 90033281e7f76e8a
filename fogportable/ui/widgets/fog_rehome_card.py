"""Where a FOG server that moved still names its old address, and scripts that lead computers to the new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.errors import Fault
from fogportable.fog.rehome import Place, Rehoming, Standing
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

_MOST_ROWS = 10


class FogRehomeCard(QFrame):
    """compare_asked, scripts_asked: the buttons."""

    compare_asked = Signal()
    scripts_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogRehomeCard")
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("Has the server moved?"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.state = ProblemLine(self)
        self.state.setObjectName("fogRehomeState")
        columns = (
            Column(self.tr("Place"), "setting FOG_WEB_HOST", stretches=True),
            Column(self.tr("Says"), "192.168.188.188"),
            Column(self.tr("That is"), self.tr("an address where nothing answers")),
        )
        self.places = FactTable("fogPlaces", self.tr("Places"), columns, self, most_rows=_MOST_ROWS)
        self.notes = ProblemList("fogRehomeNote", self)
        self.advice = QLabel(self)
        self.advice.setObjectName("fogRehomeAdvice")
        self.advice.setWordWrap(True)
        set_kind(self.advice, Kind.MUTED)
        self.compare_button = QPushButton(self.tr("E&xamine its addresses"), self)
        self.compare_button.setObjectName("fogCompare")
        self.compare_button.setAccessibleDescription(self.tr("Asks the server where it names its own address"))
        self.compare_button.clicked.connect(self.compare_asked)
        self.scripts_button = QPushButton(self.tr("Save &boot scripts…"), self)
        self.scripts_button.setObjectName("fogScripts")
        self.scripts_button.setAccessibleDescription(
            self.tr("A default.ipxe and an autoexec.ipxe that lead to the address that was used")
        )
        self.scripts_button.clicked.connect(self.scripts_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.compare_button)
        buttons.addWidget(self.scripts_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (heading, self.state, self.places, self.notes, self.advice):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.show_nothing(can_compare=False)

    def show_nothing(self, *, can_compare: bool) -> None:
        """Nothing was compared. can_compare: whether a server is known."""
        self._clear()
        self.state.set_nothing(
            self.tr("Not compared yet"),
            self.tr("A FOG server that came to another network still names its old address in many places."),
        )
        self.compare_button.setEnabled(can_compare)
        self.scripts_button.setEnabled(can_compare)

    def show_progress(self, sentence: str) -> None:
        self._clear()
        self.state.set_nothing("", sentence)
        self.compare_button.setEnabled(False)

    def show_rehoming(self, found: Rehoming) -> None:
        """Each place, the stale ones first."""
        if found.stale:
            self.state.set_problem(found.sentence)
        else:
            self.state.set_fine("", found.sentence)
        places = sorted(found.places, key=lambda place: place.standing is not Standing.STALE)
        self.places.facts.set_rows(
            [FactRow((number, place.named), self._cells(place)) for number, place in enumerate(places)]
        )
        self.places.setVisible(bool(places))
        self.notes.show_faults(found.notes)
        self.advice.setText("\n".join(found.advice))
        self.advice.setVisible(bool(found.advice))
        self.compare_button.setEnabled(True)

    def show_failure(self, fault: Fault) -> None:
        self._clear()
        self.state.set_failure("", str(fault))
        self.compare_button.setEnabled(True)

    def show_scripts(self, files: tuple[Path, ...]) -> None:
        """They were written."""
        words = self.tr("{names} were written into {folder}.")
        names = self.tr(" and ").join(file.name for file in files)
        self.state.set_fine("", words.format(names=names, folder=files[0].parent))

    def _clear(self) -> None:
        self.places.hide()
        self.places.facts.set_rows(())
        self.notes.show_faults(())
        self.advice.hide()

    def _cells(self, place: Place) -> tuple[str, str, str]:
        words = {
            Standing.RIGHT: self.tr("the address that was used"),
            Standing.OTHER: self.tr("another machine, which answers"),
            Standing.STALE: self.tr("an address where nothing answers"),
        }
        return place.named.label, place.named.host, words[place.standing]
