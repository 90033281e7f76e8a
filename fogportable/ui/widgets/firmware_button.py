"""Which firmware is shown: a button with a menu of those that are there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from fogportable.ui.widgets.chips import CHIP_HEIGHT


class FirmwareButton(QPushButton):
    """chosen: the firmware that is wanted, as rows name it; "" for all. Hidden while there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firmwareButton")
        self.setAccessibleName(self.tr("Firmware"))
        self.setFixedHeight(CHIP_HEIGHT)
        self._kinds: tuple[str, ...] = ()
        self._wanted = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_action)
        self.setMenu(self._menu)
        self._show()

    @property
    def wanted(self) -> str:
        return self._wanted

    @property
    def has_choice(self) -> bool:
        """Whether there are several kinds, or one is chosen."""
        return len(self._kinds) > 1 or bool(self._wanted)

    def set_kinds(self, kinds: Iterable[str]) -> None:
        """Those of the computers that are there; the chosen one stays, also when the last of it has gone."""
        found = tuple(sorted({*kinds, self._wanted} - {""}))
        if found != self._kinds:
            self._kinds = found
            self._show()

    def choose(self, firmware: str) -> None:
        """As if chosen from the menu."""
        if firmware != self._wanted:
            self._wanted = firmware
            self._show()
            self.chosen.emit(firmware)

    def _on_action(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def _show(self) -> None:
        self.setText(self._wanted or self.tr("Firmware"))
        self.setAccessibleDescription(self._wanted or self.tr("All firmware"))
        self.setToolTip(self.tr("Show only computers with one kind of firmware"))
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for firmware in ("", *self._kinds):
            action = self._menu.addAction(firmware or self.tr("All firmware"))
            action.setData(firmware)
            action.setCheckable(True)
            action.setChecked(firmware == self._wanted)
            self._group.addAction(action)
