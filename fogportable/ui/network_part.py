"""What is on this network, before Start and while nobody comes. The desks are read when they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.model import NetworkInterface
    from fogportable.ui.bridge import Tick
    from fogportable.ui.dialogs.boot_keys import BootKeysDialog
    from fogportable.ui.network_check import NetworkCheck
    from fogportable.ui.views.waiting import Waiting

#: What was learned grows old in words this often (s).
_SHOW_EVERY_S = 1.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class NetworkPart(Part):
    """The card "This network", and the block of the silent room. keys_dialog: while it is shown."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._check: NetworkCheck | None = None
        self._shown_s = 0.0
        self.keys_dialog: BootKeysDialog | None = None
        card = surface.pages.room.before_start.network_card
        card.check_asked.connect(self.check_network)
        card.advice_asked.connect(self.follow_advice)
        surface.pages.room.later_waiting.when_built(self._join)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {
            MenuName.SERVE: (Entry("checkNetwork", _tr("Check net&work"), self.check_network, ("Ctrl+K",)),),
            MenuName.HELP: (Entry("bootKeys", _tr("Keys for &network boot…"), self.show_keys),),
        }

    def that_send(self) -> Sequence[str]:
        return ("checkNetwork",)

    def _join(self, waiting: Waiting) -> None:
        waiting.show_keys(self.surface.kit.network.boot_keys())
        waiting.keys_asked.connect(self.show_keys)
        waiting.check_asked.connect(self.check_network)
        self._show_waiting()

    @property
    def checking(self) -> NetworkCheck:
        """Made after the first look, by when the kit is there."""
        if self._check is None:
            from fogportable.ui.network_check import NetworkCheck

            on = self.surface
            card = on.pages.room.before_start.network_card
            self._check = made = NetworkCheck(on.kit, on.work, on.bridge, card, on.bridge.now_s, self)
            made.changed.connect(self._show_waiting)
            made.said.connect(self._on_said)
            made.set_card(self._chosen_card())
        return self._check

    # --- what the window tells ----------------------------------------------------------------------------------

    def take_tick(self, tick: Tick) -> None:
        checking = self.checking
        if tick.now_s - self._shown_s < _SHOW_EVERY_S and not checking.is_asking:
            return
        self._shown_s = tick.now_s
        room = self.surface.pages.room
        if room.before_start.isVisible():
            checking.show()
        elif room.is_showing_waiting:
            self._show_waiting()

    def choices_changed(self) -> None:
        if self._check is not None:
            self._check.set_card(self._chosen_card())

    def close(self) -> None:
        if self._check is not None:
            self._check.stop()

    # --- what to do ---------------------------------------------------------------------------------------------

    def check_network(self) -> None:
        """Ask; pressed again, end asking."""
        window = self.surface.window
        self.checking.press()
        if self.checking.is_asking:
            window.network_desk.has_asked = True
            if window.serving.is_at_rest:
                self.surface.pages.show_room()
                self.surface.pages.room.show_cards()
        self._show_waiting()

    def follow_advice(self) -> None:
        """The second button of the card."""
        from fogportable.model import SiteMode

        look = self.checking.look
        if look is not None and look.mode is SiteMode.POINT:
            self.surface.pages.show_fog()
        else:
            self.surface.pages.show_private_network()

    def show_keys(self) -> None:
        """Keys of all makers, beside the window."""
        from fogportable.ui.dialogs.boot_keys import BootKeysDialog

        if self.keys_dialog is None:
            made = BootKeysDialog(self.surface.kit.network.boot_keys(), self.surface.window)
            made.finished.connect(self._on_keys_closed)
            self.keys_dialog = made
        self.keys_dialog.show()

    # --- inside -------------------------------------------------------------------------------------------------

    def _on_keys_closed(self) -> None:
        if self.keys_dialog is not None:
            self.keys_dialog.deleteLater()
            self.keys_dialog = None

    def _on_said(self, sentence: str) -> None:
        """Something was sent, which the bar says from now on."""
        self.surface.window.network_desk.said.emit(sentence)

    def _show_waiting(self) -> None:
        waiting, check = self.surface.pages.room.later_waiting.built, self._check
        if waiting is None or check is None:
            return
        waiting.show_causes(check.current_look)
        words = ""
        if check.is_asking:
            words = self.tr("Asking, this takes up to 10 s.")
        elif check.current_look is not None:
            words = check.current_look.sentence
        elif check.fault is not None:
            words = str(check.fault)
        waiting.show_check(words, is_asking=check.is_asking)

    def _chosen_card(self) -> NetworkInterface | None:
        """The card of the picker, else that of the private network."""
        window = self.surface.window
        card = window.serve_bar.interface()
        private = self.surface.choices.profile.private_network
        if card is None and private is not None:
            cards = window.surroundings.found.interfaces
            return next((each for each in cards if each.name == private.interface), None)
        return card
