"""The addresses that a private network gives, live; where none is served, a sentence says so."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.model import LeaseSnapshot, SessionStatus
from fogportable.ui import words
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine

#: More are scrolled.
_MOST_ROWS = 12


class LeasesCard(QFrame):
    """setup_asked: the button that leads to the private network's settings."""

    setup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leasesCard")
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("Addresses given"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.state = ProblemLine(self)
        self.state.setObjectName("leasesState")
        columns = (
            Column(self.tr("Address"), "192.168.188.188"),
            Column(self.tr("Hardware address"), "52:54:00:12:34:56", gives_way=2),
            Column(self.tr("Name"), "client-room204-30", stretches=True),
            Column(self.tr("State"), self.tr("Reserved"), gives_way=1),
            Column(self.tr("Ends in"), self.tr("{count} min").format(count=59)),
        )
        self.table = FactTable("leases", self.tr("Addresses given"), columns, self, most_rows=_MOST_ROWS)
        self.setup_button = QPushButton(self.tr("Private network…"), self)
        self.setup_button.setObjectName("setUpPrivateNetwork")
        self.setup_button.setAccessibleDescription(self.tr("Leads to the side of the Boot page where it is set up"))
        self.setup_button.clicked.connect(self.setup_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (heading, self.state, self.table):
            layout.addWidget(widget)
        layout.addWidget(self.setup_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_leases(self, leases: tuple[LeaseSnapshot, ...], status: SessionStatus, now: datetime) -> None:
        """As they are now. now: aware."""
        self.table.setVisible(bool(leases))
        ordered = sorted(leases, key=lambda lease: lease.address)
        self.table.facts.set_rows([self._row(lease, now) for lease in ordered])
        if status.leasing and not status.state.is_at_rest:
            self._show_serving(leases, status)
        else:
            self.state.set_nothing(
                self.tr("No address is given out"), self.tr("That needs a private network, on a card of its own.")
            )

    def _show_serving(self, leases: tuple[LeaseSnapshot, ...], status: SessionStatus) -> None:
        cards = ", ".join(status.leasing)
        count = len(leases)
        if status.fault is not None:
            self.state.set_problem(str(status.fault))
        elif not count:
            self.state.set_nothing(
                self.tr("No address given yet"), self.tr("{card} gives one to who asks.").format(card=cards)
            )
        else:
            given = self.tr("1 address given on {card}") if count == 1 else self.tr("{count} addresses given on {card}")
            self.state.set_fine(given.format(count=count, card=cards), "")

    def _row(self, lease: LeaseSnapshot, now: datetime) -> FactRow:
        state = self.tr("Reserved") if lease.is_static else self.tr("Leased")
        ends = self.tr("never") if lease.ends is None else words.left((lease.ends - now).total_seconds())
        return FactRow(
            (lease.interface, lease.address), (str(lease.address), str(lease.mac), lease.host_name, state, ends)
        )
