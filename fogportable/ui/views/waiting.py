"""The Room page while serving and nobody has come: what to do at the computers, and what to look at if none comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fogportable.model import BootKeys, NetworkLook
from fogportable.ui.network_words import silence_reasons
from fogportable.ui.theme import FontRole, Kind, font, set_kind, with_tabular_figures
from fogportable.ui.widgets.fitting_page import FittingPage

#: Nobody waits this long (s) without wondering.
HINT_AFTER_S = 60.0

#: Takes all the width that it may, before the stretches beside it.
_MUCH = 1000


class Waiting(QScrollArea):
    """One centred block. keys_asked, check_asked: the buttons."""

    keys_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = FittingPage()
        set_kind(page, Kind.PAGE)
        self._block = QFrame(page)
        self._block.setMaximumWidth(640)
        set_kind(self._block, Kind.CARD)
        self._lay_out()
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        # Not centred by an alignment: so placed, its texts would not get the height that they need at their width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._block, _MUCH)
        middle.addStretch(1)
        around.addStretch(2)
        around.addLayout(middle)
        around.addStretch(3)
        page.fit(around)
        self.setWidget(page)
        self._look: NetworkLook | None = None
        self._is_observing: bool | None = None
        self.set_observing(False)
        self.show_progress(0, 0.0)

    def _lay_out(self) -> None:
        block = self._block
        inside = QVBoxLayout(block)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(0)
        self.heading = QLabel(block)
        self.heading.setObjectName("waitingHeading")
        self.heading.setFont(font(FontRole.STATE_WORD))
        inside.addWidget(self.heading)
        inside.addSpacing(8)
        self.meaning = QLabel(block)
        self.meaning.setObjectName("waitingMeaning")
        self.meaning.setWordWrap(True)
        inside.addWidget(self.meaning)
        inside.addSpacing(8)
        inside.addWidget(QLabel(self.tr("Switch on a PC and choose network boot:"), block))
        inside.addSpacing(14)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(24)
        self._keys.setVerticalSpacing(6)
        self._keys.setColumnStretch(1, 1)
        inside.addLayout(self._keys)
        inside.addSpacing(14)
        self.hint = QLabel(block)
        self.hint.setObjectName("silentHint")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.hint)
        inside.addSpacing(14)
        inside.addLayout(self._buttons())
        inside.addSpacing(10)
        self.counter = QLabel(block)
        self.counter.setObjectName("requestsHeard")
        self.counter.setFont(with_tabular_figures(font(FontRole.BASE)))
        set_kind(self.counter, Kind.MUTED)
        inside.addWidget(self.counter)

    def _buttons(self) -> QHBoxLayout:
        self.keys_button = QPushButton(self.tr("Boot ke&ys…"), self._block)
        self.keys_button.setObjectName("bootKeys")
        self.keys_button.setAccessibleDescription(self.tr("Keys of all makers, to print and take to the room"))
        self.keys_button.clicked.connect(self.keys_asked)
        self.check_button = QPushButton(self.tr("Check networ&k"), self._block)
        self.check_button.setObjectName("checkNetworkWaiting")
        self.check_button.setAccessibleDescription(self.tr("Asks what stands in the way here; serving goes on"))
        self.check_button.clicked.connect(self.check_asked)
        self.check_words = QLabel(self._block)
        self.check_words.setObjectName("checkWords")
        self.check_words.setWordWrap(True)
        set_kind(self.check_words, Kind.MUTED)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keys_button)
        row.addWidget(self.check_button)
        row.addWidget(self.check_words, 1)
        return row

    # --- showing ------------------------------------------------------------------------------------------------

    def show_keys(self, keys: Sequence[BootKeys]) -> None:
        """Those of common makers; the button leads to the rest. Once."""
        for place, each in enumerate(each for each in keys if each.is_common):
            name = QLabel(each.maker, self._block)
            set_kind(name, Kind.MUTED)
            pressed = QLabel(each.menu, self._block)
            pressed.setWordWrap(True)
            pressed.setFont(font(FontRole.STRONG))
            self._keys.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._keys.addWidget(pressed, place, 1)

    def set_observing(self, is_observing: bool) -> None:
        """Nothing is sent: nobody is waited for, and asking the network has its time before and after."""
        if is_observing is self._is_observing:
            return
        self._is_observing = is_observing
        waiting, listening = self.tr("Waiting for the first computer."), self.tr("Nothing was heard yet.")
        self.heading.setText(listening if is_observing else waiting)
        self.meaning.setText(self._meaning(0) if is_observing else "")
        self.meaning.setVisible(is_observing)
        self.check_button.setVisible(not is_observing)
        self.check_words.setText("")  # Stays in its place: it keeps the other button small.
        self.show_causes(self._look)

    def _meaning(self, requests_heard: int) -> str:
        """What hearing nobody means while observing."""
        if requests_heard:
            return self.tr(
                "Requests for an address were heard, so the cable is in a living network. None of them asked for "
                "network boot."
            )
        return self.tr(
            "That can mean that no computer was switched on since, that none of them starts over the network, or that "
            "their cable or VLAN is another one than this laptop's."
        )

    def show_causes(self, look: NetworkLook | None) -> None:
        """Why nobody may come. look: what asking this network has shown, None when nobody asked it."""
        self._look = look
        lines = [f"{number}. {text}" for number, text in enumerate(silence_reasons(look), start=1)]
        more = self.tr("Check network tells more of this network; serving goes on meanwhile.")
        if look is not None or self._is_observing:
            more = ""
        head = self.tr("Nothing heard yet. The usual causes, in this order:")
        self.hint.setText("\n".join(filter(None, (head, *lines, more))))

    def show_check(self, words: str, *, is_asking: bool) -> None:
        """What a check of the network is at; "" for nothing to say."""
        self.check_words.setText(words)
        self.check_button.setText(self.tr("Cancel chec&k") if is_asking else self.tr("Check networ&k"))

    def show_progress(self, requests_heard: int, waited_s: float) -> None:
        """requests_heard: DHCP requests of anybody. waited_s: since Start."""
        self.counter.setText(self.tr("DHCP requests heard: {count}").format(count=requests_heard))
        if self._is_observing:
            self.heading.setText(
                self.tr("No computer has asked for network boot yet.")
                if requests_heard
                else self.tr("Nothing was heard yet.")
            )
            self.meaning.setText(self._meaning(requests_heard))
        self.hint.setVisible(waited_s >= HINT_AFTER_S and requests_heard == 0)
