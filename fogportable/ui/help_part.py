"""Help: the guide inside the window, F1 at the part of the focused control, and the sheet of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.dialogs.guide_window import GuideWindow
    from fogportable.ui.dialogs.key_sheet import KeySheet

#: Where the guide tells of a control: its name or that of a widget it lies in, the innermost first.
TOPICS: Mapping[str, str] = {
    "networkPicker": "getting-started.md#choose-a-network",
    "bootPicker": "getting-started.md#bring-boot-files",
    "roomPicker": "room.md#name-the-room",
    "startButton": "getting-started.md#press-start",
    "findField": "room.md#find-a-computer",
    "stageChips": "room.md#what-the-words-mean",
    "clientTable": "room.md#what-the-words-mean",
    "noticeBar": "troubleshooting.md",
    "roomPage": "getting-started.md",
    "tftpSinglePort": "troubleshooting.md#it-asks-for-a-file-again-and-again",
    "menuEditor": "boot-and-menu.md#the-boot-menu",
    "bootSideFirmwareMenu": "boot-and-menu.md#the-firmwares-menu",
    "bootSideRules": "boot-and-menu.md#rules",
    "bootSidePrivateNetwork": "private-network.md",
    "bootSideExpert": "profile.md",
    "bootSides": "boot-and-menu.md",
    "networkPage": "network.md",
    "fogPage": "fog.md",
    "logPage": "troubleshooting.md#read-the-log",
}

#: Where nothing else fits.
FIRST_PAGE = "index.md"


class HelpPart(Part):
    """The guide and the sheet are built by the first who asks; the guide stays open beside the window."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.guide: GuideWindow | None = None
        self.sheet: KeySheet | None = None

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        tr = QCoreApplication.translate
        return {
            MenuName.HELP: (
                Entry("guide", tr("Menus", "&Guide"), self.show_guide),
                Entry("helpHere", tr("Menus", "&Help on this control"), self.show_topic, ("F1",)),
                Entry("keySheet", tr("Menus", "&Keys"), self.show_keys, ("Ctrl+/",)),
            )
        }

    def show_guide(self) -> None:
        """The guide from its first page."""
        self._show(FIRST_PAGE)

    def show_topic(self) -> None:
        """The guide at what is said of the control that has the focus."""
        self._show(topic_of(QApplication.focusWidget()))

    def show_keys(self) -> None:
        """All keys of the menus, as they are now."""
        from fogportable.ui.dialogs.key_sheet import KeySheet

        if self.sheet is None:
            self.sheet = KeySheet(self.surface.window)
        self.sheet.show_menus(self.surface.window.actions_by_name.menus)
        self.sheet.show()
        self.sheet.activateWindow()

    def close(self) -> None:
        for window in (self.guide, self.sheet):
            if window is not None:
                window.close()

    def _show(self, target: str) -> None:
        from fogportable.ui.dialogs.guide_window import GuideWindow

        if self.guide is None:
            self.guide = GuideWindow(self.surface.window)
        self.guide.go_to(target)
        self.guide.show()
        self.guide.activateWindow()


def topic_of(widget: QWidget | None) -> str:
    """Page and heading that tell of a control: `room.md#find-a-computer`."""
    while widget is not None:
        topic = TOPICS.get(widget.objectName())
        if topic is not None:
            return topic
        widget = widget.parentWidget()
    return FIRST_PAGE
