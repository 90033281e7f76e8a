"""The Room page while serving and nobody has come: what to do at the computers, and what to look at if none comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fogportable.ui import words
from fogportable.ui.theme import FontRole, Kind, font, set_kind, with_tabular_figures

#: Nobody waits this long (s) without wondering.
HINT_AFTER_S = 60.0


class Waiting(QScrollArea):
    """One centred block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        set_kind(page, Kind.PAGE)
        block = QFrame(page)
        block.setMaximumWidth(640)
        set_kind(block, Kind.CARD)
        inside = QVBoxLayout(block)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(0)
        self.heading = QLabel(self.tr("Waiting for the first computer."), block)
        self.heading.setFont(font(FontRole.STATE_WORD))
        inside.addWidget(self.heading)
        inside.addSpacing(8)
        inside.addWidget(QLabel(self.tr("Switch on a PC and choose network boot:"), block))
        inside.addSpacing(14)
        inside.addLayout(self._keys(block))
        inside.addSpacing(18)
        self.hint = self._hint(block)
        inside.addWidget(self.hint)
        inside.addSpacing(14)
        self.counter = QLabel(block)
        self.counter.setObjectName("requestsHeard")
        self.counter.setFont(with_tabular_figures(font(FontRole.BASE)))
        set_kind(self.counter, Kind.MUTED)
        inside.addWidget(self.counter)
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(2)
        around.addWidget(block, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        self.setWidget(page)
        self.show_progress(0, 0.0)

    def _keys(self, block: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (maker, key) in enumerate(words.boot_keys()):
            name = QLabel(maker, block)
            set_kind(name, Kind.MUTED)
            pressed = QLabel(key, block)
            pressed.setFont(font(FontRole.STRONG))
            grid.addWidget(name, place, 0)
            grid.addWidget(pressed, place, 1)
        return grid

    def _hint(self, block: QWidget) -> QLabel:
        hint = QLabel(
            self.tr(
                "Nothing heard yet. The usual causes, in this order:\n"
                "1. The switch port stays shut for 30 s after a PC is switched on (spanning tree).\n"
                "2. The PC hangs in another network or VLAN than this laptop.\n"
                "3. Network boot is switched off in the firmware of the PC."
            ),
            block,
        )
        hint.setObjectName("silentHint")
        hint.setWordWrap(True)
        return hint

    def show_progress(self, requests_heard: int, waited_s: float) -> None:
        """requests_heard: DHCP requests of anybody. waited_s: since Start."""
        self.counter.setText(self.tr("DHCP requests heard: {count}").format(count=requests_heard))
        self.hint.setVisible(waited_s >= HINT_AFTER_S and requests_heard == 0)
