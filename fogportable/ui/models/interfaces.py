"""The network cards as a list: usable ones first, the others below with the reason, not selectable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QIcon

from fogportable.figures import speed_words
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.ui.theme import current_theme

#: Draws the icon of a kind of card in the colours of the theme of the moment.
KindIcon = Callable[[InterfaceKind], QIcon]


def interface_words(interface: NetworkInterface) -> str:
    """`USB Ethernet · 192.168.1.20/24 · 1 Gb/s`, or the name and why it cannot be used."""
    if interface.unusable is not None:
        return f"{interface.friendly_name} · {interface.unusable.message}"
    address = str(interface.address) if interface.address is not None else ""
    speed = speed_words(interface.speed_mbit_s) if interface.speed_mbit_s else ""
    return " · ".join(filter(None, (interface.friendly_name, address, speed)))


class InterfaceModel(QAbstractListModel):
    """One row per card. Order: usable first, else as the system gives them.

    With `set_none_words`, a last row that stands for no card at all.
    """

    def __init__(self, parent: QObject | None = None, *, kind_icon: KindIcon | None = None) -> None:
        super().__init__(parent)
        self._kind_icon = kind_icon
        self._interfaces: tuple[NetworkInterface, ...] = ()
        self._none_words = ""

    def set_none_words(self, words: str) -> None:
        """Offer no card as a choice, in these words; "" does not offer it."""
        if words == self._none_words:
            return
        place = len(self._interfaces)
        if words and self._none_words:
            self._none_words = words
            self.dataChanged.emit(self.index(place), self.index(place))
        elif words:
            self.beginInsertRows(QModelIndex(), place, place)
            self._none_words = words
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), place, place)
            self._none_words = ""
            self.endRemoveRows()

    def set_interfaces(self, interfaces: tuple[NetworkInterface, ...]) -> None:
        """Show these. The same cards with other facts change in place, so that an open list stays open."""
        ordered = tuple(sorted(interfaces, key=_is_unusable))
        if ordered == self._interfaces:
            return
        if [i.name for i in ordered] == [i.name for i in self._interfaces]:
            self._interfaces = ordered
            self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))
            return
        self.beginResetModel()
        self._interfaces = ordered
        self.endResetModel()

    @property
    def interfaces(self) -> tuple[NetworkInterface, ...]:
        return self._interfaces

    def interface_at(self, row: int) -> NetworkInterface | None:
        return self._interfaces[row] if 0 <= row < len(self._interfaces) else None

    def is_none_row(self, row: int) -> bool:
        """Whether this row stands for no card."""
        return bool(self._none_words) and row == len(self._interfaces)

    def row_of(self, name: str) -> int | None:
        """The row of the card with this system name; "" for no card."""
        if not name and self._none_words:
            return len(self._interfaces)
        return next((row for row, i in enumerate(self._interfaces) if i.name == name), None)

    def first_usable_row(self) -> int | None:
        return 0 if self._interfaces and not _is_unusable(self._interfaces[0]) else None

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._interfaces) + bool(self._none_words)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        interface = self.interface_at(index.row()) if index.isValid() else None
        is_none = index.isValid() and self.is_none_row(index.row())
        if not is_none and (interface is None or interface.unusable is not None):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and self.is_none_row(index.row()):
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._none_words if is_text else None
        interface = self.interface_at(index.row()) if index.isValid() else None
        if interface is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return interface_words(interface)
            case Qt.ItemDataRole.ToolTipRole:
                if interface.unusable is not None:
                    return str(interface.unusable)
                return f"{interface_words(interface)} · {interface.name}"
            case Qt.ItemDataRole.DecorationRole:
                return None if self._kind_icon is None else self._kind_icon(interface.kind)
            case Qt.ItemDataRole.ForegroundRole if interface.unusable is not None:
                return QBrush(current_theme().color("muted"))  # not selectable, but its reason must be read
        return None


def _is_unusable(interface: NetworkInterface) -> bool:
    return interface.unusable is not None
