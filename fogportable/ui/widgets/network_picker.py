"""The choice of the network card to serve on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.ui import icons
from fogportable.ui.models.interfaces import KindIcon
from fogportable.ui.widgets.card_picker import CardPicker

#: Where classrooms hang; chosen without asking when there is exactly one.
_CABLE = (InterfaceKind.WIRED, InterfaceKind.USB)


class NetworkPicker(CardPicker):
    """Chooses the only card there is for the user.

    No card can be chosen beside a private network only, and none is chosen for the user then: with one card, that
    would be the private network's.
    """

    _private: str | None = None

    def __init__(self, parent: QWidget | None = None, *, kind_icon: KindIcon = icons.kind_icon) -> None:
        super().__init__(parent, kind_icon=kind_icon)
        self.setObjectName("networkPicker")
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(self.tr("The network card that computers are answered on"))

    def set_interfaces(self, interfaces: tuple[NetworkInterface, ...]) -> None:
        self._cards.set_interfaces(interfaces)
        if not self._wanted:
            self._choose_the_obvious()
        self._show_choice()

    def set_private(self, card: str | None) -> None:
        """The system name of the private network's card, "" before it is chosen; None without a private network."""
        self._private = card

    def choose(self, name: str) -> None:
        self._wanted = self._wanted_words = name
        if not name:
            self._choose_the_obvious()
        self._show_choice()

    def _words_for_none(self) -> str:
        """What no card means; "" where it means nothing."""
        card = self._private
        if not card:
            return "" if card is None else self.tr("The private network only")
        row = self._cards.row_of(card)
        interface = None if row is None else self._cards.interface_at(row)
        name = card if interface is None else interface.friendly_name
        return self.tr("Private network on {card} only").format(card=name)

    def _choose_the_obvious(self) -> None:
        if self._private is not None:
            return
        usable = [i for i in self._cards.interfaces if i.unusable is None]
        by_cable = [i for i in usable if i.kind in _CABLE]
        candidates = by_cable or usable
        if len(candidates) == 1:
            self._wanted = candidates[0].name

    def _show_choice(self) -> None:
        self._cards.set_none_words(self._words_for_none())
        super()._show_choice()
