"""Help: the guide inside the window, F1 at the part of the focused control, and the sheet of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.dialogs.guide_window import GuideWindow
    from fogportable.ui.dialogs.key_sheet import KeySheet

#: Where the guide tells of a control: its name or that of a widget it lies in, the innermost first.
TOPICS: Mapping[str, str] = {
    # The bar at the top, notices, the foot.
    "networkPicker": "getting-started.md#choose-a-network",
    "bootPicker": "getting-started.md#bring-boot-files",
    "roomPicker": "room.md#name-the-room",
    "roomBar": "room.md#how-long-it-still-takes",
    "rateSpark": "report.md#in-the-window",
    "startButton": "getting-started.md#press-start",
    "setupButton": "getting-started.md",
    "profilesButton": "profile.md",
    "serveBar": "getting-started.md",
    "noticeBar": "troubleshooting.md",
    "statusBar": "troubleshooting.md#read-the-log",
    "ratePopover": "report.md#in-the-window",
    # Pages.
    "roomPage": "room.md",
    "beforeStart": "getting-started.md",
    "checkCard": "getting-started.md#look-at-the-checks",
    "allowInFirewall": "troubleshooting.md#the-firewall-of-this-laptop",
    "changesCard": "troubleshooting.md#the-firewall-of-this-laptop",
    "networkChanges": "troubleshooting.md#the-firewall-of-this-laptop",
    "firewallDialog": "troubleshooting.md#the-firewall-of-this-laptop",
    "networkCard": "network.md#the-same-in-the-window",
    "planCard": "getting-started.md#press-start",
    "rehearse": "getting-started.md#rehearse-without-pcs",
    "rehearsalSizeDialog": "getting-started.md#rehearse-without-pcs",
    "waiting": "troubleshooting.md#nothing-is-heard-at-all",
    "findField": "room.md#find-a-computer",
    "stageChips": "room.md#what-the-words-mean",
    "stageBox": "room.md#what-the-words-mean",
    "clientTable": "room.md#what-the-words-mean",
    "viewSwitch": "seats.md",
    "seatView": "seats.md",
    "learnBar": "seats.md#learn-who-sits-where",
    "clientDrawer": "room.md#the-journey-of-one-computer",
    "bootSides": "boot-and-menu.md",
    "bootPage": "boot-and-menu.md",
    "bootFilesCard": "boot-and-menu.md#files-for-each-kind-of-computer",
    "menuCard": "boot-and-menu.md#the-boot-menu",
    "menuEditor": "boot-and-menu.md#the-boot-menu",
    "bootSideFirmwareMenu": "boot-and-menu.md#the-firmwares-menu",
    "bootSideRules": "boot-and-menu.md#rules",
    "clientsApprove": "in-charge.md#only-computers-i-approve",
    "clientsApproved": "in-charge.md#only-computers-i-approve",
    "bootSidePrivateNetwork": "private-network.md",
    "bootSideExpert": "profile.md",
    "tftpSinglePort": "troubleshooting.md#it-asks-for-a-file-again-and-again",
    "networkPage": "network.md",
    "siteCard": "network.md#other-servers",
    "leasesCard": "private-network.md",
    "fogPage": "fog.md",
    "fogServingCard": "fog.md#point-or-relay",
    "fogTasksCard": "fog.md#sign-in",
    "fogRehomeCard": "fog.md#the-server-has-moved",
    "logPage": "troubleshooting.md#read-the-log",
    "reportPage": "report.md",
    # Questions and windows of their own.
    "architectureDialog": "boot-and-menu.md#files-for-each-kind-of-computer",
    "assignSeatDialog": "seats.md#learn-who-sits-where",
    "autoStopDialog": "in-charge.md#stop-by-itself",
    "bootKeysDialog": "getting-started.md#press-start",
    "closingBox": "in-charge.md#put-the-window-aside",
    "codeLensDialog": "troubleshooting.md#it-shows-a-code",
    "fingerprintDialog": "fog.md#a-certificate-of-its-own",
    "fogCancelDialog": "fog.md#deploy-capture-multicast",
    "fogPreviewDialog": "fog.md#how-far-each-computer-is",
    "fogRegisterDialog": "fog.md#deploy-capture-multicast",
    "fogSignInDialog": "fog.md#sign-in",
    "fogTaskDialog": "fog.md#deploy-capture-multicast",
    "importReport": "boot-and-menu.md#from-dnsmasq",
    "keySheet": "index.md",
    "packetsDialog": "room.md#the-journey-of-one-computer",
    "columnsDialog": "room.md",
    "preferencesDialog": "preferences.md",
    "roomDialog": "seats.md#give-the-room-seats",
    "roomDisplay": "seats.md#for-everybody-in-the-room",
    "saveSessionDialog": "sessions.md#save-a-session",
    "explainedView": "sessions.md#read-a-capture",
    "savedWindow": "sessions.md#open-one-or-a-capture",
    "wakeBox": "in-charge.md#switch-computers-on-from-here",
}

#: Where nothing else fits.
FIRST_PAGE = "index.md"

_KEY_NAME = "helpKey"


class HelpPart(Part):
    """The guide and the sheet are built by the first who asks; the guide stays open beside the window."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.guide: GuideWindow | None = None
        self.sheet: KeySheet | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._give_key)

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
        """Beside the window; over a question that must be answered first, as that would shut it out."""
        from fogportable.ui.dialogs.guide_window import GuideWindow

        over = QApplication.activeModalWidget() or self.surface.window
        if self.guide is not None and self.guide.parentWidget() is not over:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None
        if self.guide is None:
            self.guide = GuideWindow(over)
            self.guide.destroyed.connect(self._forget_guide)
        self.guide.go_to(target)
        self.guide.show()
        self.guide.activateWindow()

    def _forget_guide(self) -> None:
        """It ended with the question that it stood over; or another one took its place, which stays."""
        if self.guide is not None and not isValid(self.guide):
            self.guide = None

    def _give_key(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """F1 of the menus does not reach other windows: each gets a key of its own when somebody comes to it."""
        top = focused.window() if focused is not None else None
        if top is None or top is self.surface.window or top is self.guide or top.parentWidget() is None:
            return
        if top.findChild(QShortcut, _KEY_NAME, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            key = QShortcut(QKeySequence(Qt.Key.Key_F1), top)
            key.setObjectName(_KEY_NAME)
            key.activated.connect(self.show_topic)


def topic_of(widget: QWidget | None) -> str:
    """Page and heading that tell of a control: `room.md#find-a-computer`."""
    while widget is not None:
        topic = TOPICS.get(widget.objectName())
        if topic is not None:
            return topic
        widget = widget.parentWidget()
    return FIRST_PAGE
