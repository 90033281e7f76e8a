"""Who else answers on the network: what was heard while serving, what stands in the way, and who answers when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fogportable.model import SessionStatus, SiteServer, SiteSnapshot
from fogportable.protocol.address import NO_ADDRESS
from fogportable.ui import words
from fogportable.ui.models.fact_table import FactRow
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.fact_table import Column, FactTable
from fogportable.ui.widgets.problem_line import ProblemLine
from fogportable.ui.widgets.problem_list import ProblemList

_MOST_ROWS = 6


class SiteCard(QFrame):
    """look_asked: the button, which also ends a look that is under way."""

    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteCard")
        set_kind(self, Kind.CARD)
        heading = QLabel(self.tr("This site"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        self.state = ProblemLine(self)
        self.state.setObjectName("siteState")
        self.servers = FactTable("siteServers", self.tr("Other servers"), self._columns(), self, most_rows=_MOST_ROWS)
        self.conflicts = ProblemList("siteConflict", self)
        self.look_button = QPushButton(self)
        self.look_button.setObjectName("lookForServers")
        self.look_button.setAccessibleDescription(
            self.tr("Asks on the chosen cards as a computer would, and takes no address")
        )
        self.look_button.clicked.connect(self.look_asked)
        self.answer = ProblemLine(self)
        self.answer.setObjectName("lookAnswer")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self.state)
        layout.addWidget(self.servers)
        layout.addWidget(self.conflicts)
        layout.addLayout(row)
        self.show_looking(False)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Server"), "192.168.188.188"),
            Column(self.tr("What it is"), self.tr("Gives addresses")),
            Column(self.tr("Boot file"), "ipxe/snponly-x64.efi", stretches=True),
            Column(self.tr("Next server"), "192.168.188.188", gives_way=2),
            Column(self.tr("Card"), "enp0s31f6", gives_way=3),
            Column(self.tr("Last heard"), self.tr("just now"), gives_way=1),
        )

    def show_looking(self, is_looking: bool) -> None:
        """The button says what it does next."""
        self.look_button.setText(self.tr("Stop loo&king") if is_looking else self.tr("Loo&k for DHCP servers"))
        if is_looking:
            self.answer.set_nothing(self.tr("Asking, this takes up to 5 s"), "")

    def show_site(self, site: SiteSnapshot, status: SessionStatus, now_s: float) -> None:
        """What was heard up to now. now_s: monotonic."""
        self._show_state(site, status)
        self.servers.setVisible(bool(site.servers))
        self.servers.facts.set_rows([self._row(server, now_s) for server in site.servers])
        # Those that stand in the way come first; a harmless one says why nothing needs to be done.
        harmless = {each.fault.code for each in site.conflicts if each.kind.is_harmless}
        self.conflicts.show_faults([each.fault for each in site.conflicts], harmless)

    def _show_state(self, site: SiteSnapshot, status: SessionStatus) -> None:
        line = self.state
        if site.servers:
            count = len(site.servers)
            heard = self.tr("1 other server heard") if count == 1 else self.tr("{count} other servers heard")
            when = self.tr("That was while serving last.") if status.state.is_at_rest else ""
            self.state.set_nothing(heard.format(count=count), when)
        elif site.unseen is not None:
            line.set_problem(self.tr("Not heard: {why}").format(why=site.unseen))
        elif status.state.is_at_rest:
            line.set_nothing(
                self.tr("Nobody heard yet"),
                self.tr("Other servers are listened to while FOG Portable serves or observes."),
            )
        elif site.cards:
            line.set_nothing(
                self.tr("Nobody heard yet"),
                self.tr("An offer that is sent to one computer alone does not pass a switch, so this proves nothing."),
            )
        elif status.leasing:
            line.set_nothing(
                self.tr("A private network only"),
                self.tr("FOG Portable falls silent there as soon as another DHCP server is heard."),
            )
        else:
            line.set_nothing(self.tr("Nobody is listened to"), self.tr("What runs now does not leave this laptop."))

    def _row(self, server: SiteServer, now_s: float) -> FactRow:
        kind = self.tr("Gives addresses") if server.gives_addresses else self.tr("Boot server")
        cells = (
            str(server.server),
            kind,
            server.boot_file or self.tr("names none"),
            str(server.next_server) if server.next_server != NO_ADDRESS else "",
            server.interface,
            words.age(max(0.0, now_s - server.last_heard_s)),
        )
        return FactRow((server.server, server.interface, server.gives_addresses), cells)
