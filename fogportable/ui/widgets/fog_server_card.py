"""Which FOG server it is: its address, what it said of itself, what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fogportable.errors import Fault, FaultCode
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.scan import FoundFog, ScanResult
from fogportable.fog.server import FogServer
from fogportable.ui.fog_facts import server_facts, server_headings, server_name
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_list import FactList
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

#: What a person mends by comparing a fingerprint.
_FOR_TRUST = frozenset({FaultCode.FOG_CERTIFICATE_UNKNOWN, FaultCode.FOG_CERTIFICATE_CHANGED})
#: More are scrolled.
_MOST_FOUND = 5
#: Told, and nothing to mend.
_HARMLESS = frozenset({FaultCode.FOG_REDIRECTED})


class FogServerCard(QFrame):
    """look_asked, find_asked: buttons, which also end what they began. trust_asked: the certificate's.

    address_edited: by a person. server_chosen: one of those that were found.
    """

    look_asked = Signal()
    find_asked = Signal()
    trust_asked = Signal()
    address_edited = Signal()
    server_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogServerCard")
        set_kind(self, Kind.CARD)
        self._address: FogAddress | None = None
        self._servers: tuple[FoundFog, ...] = ()
        heading = QLabel(self.tr("FOG server"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.field = QLineEdit(self)
        self.field.setObjectName("fogAddress")
        self.field.setAccessibleName(self.tr("Address of the FOG server"))
        self.field.setPlaceholderText("192.168.1.5, fog.school, https://fog.school/fog/")
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._on_return)
        self.look_button = QPushButton(self)
        self.look_button.setObjectName("fogLook")
        self.look_button.setAccessibleDescription(self.tr("Asks the server what it is; changes nothing on it"))
        self.look_button.clicked.connect(self.look_asked)
        self.find_button = QPushButton(self)
        self.find_button.setObjectName("fogFind")
        self.find_button.setAccessibleDescription(self.tr("Asks every address of the chosen network, some 40 a second"))
        self.find_button.clicked.connect(self.find_asked)
        self.state = ProblemLine(self)
        self.state.setObjectName("fogState")
        columns = (
            Column(self.tr("FOG server"), "https://192.168.188.188/fog/", stretches=True),
            Column(self.tr("Version"), "1.6.0-beta.2229"),
        )
        self.found = FactTable("fogFound", self.tr("FOG servers found"), columns, self, most_rows=_MOST_FOUND)
        self.found.activated.connect(self._on_found)
        self.facts = FactList("fogFact_", server_headings(), self)
        self.notes = ProblemList("fogNote", self)
        self.trust_button = QPushButton(self.tr("Co&mpare fingerprint…"), self)
        self.trust_button.setObjectName("fogTrust")
        self.trust_button.setAccessibleDescription(self.tr("Shows who signed the server's certificate, to trust it"))
        self.trust_button.clicked.connect(self.trust_asked)
        self._lay_out(heading)
        self.show_looking(False)
        self.show_finding(False)
        self.show_nothing()

    def _lay_out(self, heading: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.find_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addLayout(row)
        for widget in (self.state, self.found, self.notes, self.facts):
            layout.addWidget(widget)
        layout.addWidget(self.trust_button, 0, Qt.AlignmentFlag.AlignLeft)

    # --- the address ------------------------------------------------------------------------------------------

    @property
    def address(self) -> FogAddress | None:
        """What is typed, where it is an address; None for nothing and for nonsense, which is said."""
        return self._address

    def set_address(self, text: str) -> None:
        """Show an address, as of a profile."""
        if text != self.field.text():
            self.field.setText(text)
            self._read()

    def _on_edited(self) -> None:
        self._read()
        self.address_edited.emit()

    def _on_return(self) -> None:
        if self.look_button.isEnabled():
            self.look_asked.emit()

    def _read(self) -> None:
        text = self.field.text().strip()
        self.show_nothing()
        try:
            self._address = parse_fog_address(text) if text else None
        except ValueError as wrong:
            self._address = None
            self.state.set_problem(str(wrong))
        self.look_button.setEnabled(self._address is not None)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Nobody was asked yet."""
        self._show_none()
        self.trust_button.hide()
        self.state.set_nothing(
            self.tr("No server looked at"),
            self.tr("With one, computers get FOG's menu and tasks; without one, the boot menu of this laptop."),
        )
        self.look_button.setEnabled(self._address is not None)

    def _show_none(self) -> None:
        self.facts.hide()
        self.found.hide()
        self.found.facts.set_rows(())
        self.notes.show_faults(())

    def show_looking(self, is_looking: bool) -> None:
        """The button says what it does next."""
        self.look_button.setText(self.tr("Stop loo&king") if is_looking else self.tr("Loo&k at it"))
        self.field.setReadOnly(is_looking)
        self.find_button.setEnabled(not is_looking)
        if is_looking:
            self.trust_button.hide()

    def show_finding(self, is_finding: bool) -> None:
        """The button says what it does next."""
        self.find_button.setText(self.tr("Stop se&arching") if is_finding else self.tr("Se&arch the network"))
        self.field.setReadOnly(is_finding)
        self.look_button.setEnabled(not is_finding and self._address is not None)

    def show_found(self, result: ScanResult) -> None:
        """Who answered; a row is chosen by Enter or a double click."""
        self._show_none()
        self._servers = result.servers
        unknown = self.tr("unknown")
        self.found.facts.set_rows(
            [
                FactRow(each.ip, (each.address.url, each.version.text if each.version is not None else unknown))
                for each in result.servers
            ]
        )
        self.found.setVisible(bool(result.servers))
        self.notes.show_faults(result.notes)
        if len(result.servers) > 1:
            self.state.set_fine(result.words, self.tr("Choose one with Enter or a double click."))
        else:
            self.state.set_nothing("", result.words)

    def show_progress(self, sentence: str) -> None:
        """What is asked just now."""
        self.state.set_nothing("", sentence)

    def show_server(self, server: FogServer) -> None:
        """What it is, and what is wrong with it."""
        wrong = [note for note in server.notes if note.code not in _HARMLESS]
        if wrong:
            self.state.set_problem(server_name(server))
        else:
            self.state.set_fine("", server_name(server))
        self.facts.show_facts(server_facts(server))
        self.facts.show()
        self.notes.show_faults(server.notes, harmless=_HARMLESS)
        self._offer_trust(server.notes)

    def show_failure(self, fault: Fault) -> None:
        """Nothing was found out, and why."""
        self._show_none()
        self.state.set_failure("", str(fault))
        self._offer_trust((fault,))

    def _on_found(self, index: QModelIndex) -> None:
        self.server_chosen.emit(self._servers[index.row()].address)

    def _offer_trust(self, faults: Sequence[Fault]) -> None:
        self.trust_button.setVisible(any(fault.code in _FOR_TRUST for fault in faults))
