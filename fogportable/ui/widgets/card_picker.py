"""The choice of a network card by its system name, kept also while the card is not there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from fogportable.model import NetworkInterface
from fogportable.ui import icons
from fogportable.ui.models.interfaces import InterfaceModel, KindIcon, interface_words


class CardPicker(QComboBox):
    """Cards by kind, name, address and speed; the unusable ones below, with the reason, not selectable.

    The choice is kept by the card's system name: a card that is unplugged stays chosen and says so, and one that
    comes back is chosen again. Another card is never taken in its place: that would be another network.
    interface_chosen: the user chose this NetworkInterface, or None where no card can be chosen.
    """

    interface_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, kind_icon: KindIcon = icons.kind_icon) -> None:
        super().__init__(parent)
        self._cards = InterfaceModel(self, kind_icon=kind_icon)
        self._wanted = ""
        self._wanted_words = ""
        self.setModel(self._cards)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(12)
        self.activated.connect(self._on_activated)
        self._show_choice()

    def set_interfaces(self, interfaces: tuple[NetworkInterface, ...]) -> None:
        """Show the cards as they are now; the choice stays."""
        self._cards.set_interfaces(interfaces)
        self._show_choice()

    def choose(self, name: str) -> None:
        """Choose a card by its system name, also one that is not there now. "" goes back to no choice."""
        self._wanted = self._wanted_words = name
        self._show_choice()

    def interface(self) -> NetworkInterface | None:
        """The chosen card as it is now, usable or not; None when none is chosen or the chosen one is not there."""
        return self._cards.interface_at(self.currentIndex())

    @property
    def wanted_name(self) -> str:
        """System name of the chosen card, also while it is not there. "" when none was chosen."""
        return self._wanted

    def _show_choice(self) -> None:
        row = self._cards.row_of(self._wanted)
        interface = None if row is None else self._cards.interface_at(row)
        if interface is not None:
            self._wanted_words = interface.friendly_name
        self.setPlaceholderText(self._words_for_nothing())
        self.setCurrentIndex(-1 if row is None else row)
        self.setToolTip("" if interface is None else interface_words(interface))

    def _words_for_nothing(self) -> str:
        if self._wanted:
            return self.tr("{name} is not there").format(name=self._wanted_words)
        if self._cards.first_usable_row() is None:
            return self.tr("No usable network")
        return self.tr("Choose a network")

    def _on_activated(self, row: int) -> None:
        interface = self._cards.interface_at(row)
        if not self._cards.is_none_row(row) and (interface is None or interface.unusable is not None):
            return
        self._wanted = interface.name if interface is not None else ""
        self._show_choice()
        self.interface_chosen.emit(interface)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def showPopup(self) -> None:
        """Make the list as wide as its longest reason, within the window."""
        room = self.window().width() - 24
        self.view().setMinimumWidth(max(self.width(), min(self.view().sizeHintForColumn(0) + 24, room)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel over the field must not change the network."""
        event.ignore()
