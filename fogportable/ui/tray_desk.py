"""The icon in the system's tray while a room is served: its state, Stop, and a word when nobody sees the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from fogportable.model import ClientStage, SessionState
from fogportable.ui import words
from fogportable.ui.bar_state import BarState, count_room
from fogportable.ui.bridge import Tick
from fogportable.ui.part import Surface
from fogportable.ui.shapes import Shape, shape_icon


class TrayDesk(QObject):
    """Where the system has no tray, closing makes the window small instead. Made when serving first begins."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self._shape: Shape | None = None
        self._failed = 0
        self._is_done_told = False
        self.icon = QSystemTrayIcon(surface.window)
        self.icon.setObjectName("tray")
        menu = QMenu(surface.window)
        menu.addAction(self.tr("&Show the window")).triggered.connect(self.show_window)
        self.stop_action = menu.addAction(self.tr("S&top"))
        self.stop_action.triggered.connect(surface.serving.stop)
        menu.addSeparator()
        menu.addAction(self.tr("&Quit")).triggered.connect(surface.window.close_window)
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.show_window)

    @property
    def is_there(self) -> bool:
        """Whether the system has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Serving begins."""
        self._failed, self._is_done_told = 0, False
        self._set_shape(Shape.STARTING)
        if self.is_there:
            self.icon.show()
            self._surface.window.leaving.put_aside = self.hide_window

    def take_tick(self, tick: Tick) -> None:
        """One look at the session, after the serve bar has shown it."""
        window = self._surface.window
        state = window.serve_bar.state
        if state is None:
            return
        self._show_state(state)
        serving = self._surface.serving
        self.stop_action.setEnabled(serving.state in (SessionState.SERVING, SessionState.PAUSED))
        stages = [client.stage for client in tick.clients]
        self._tell_failures(tick)
        count = count_room(stages, serving.listed_computers)
        is_done = count.is_all_done
        if is_done and not self._is_done_told:
            whom = words.computers(count.total)
            self._say(self.tr("All {computers} are handed over. You can stop now.").format(computers=whom))
        self._is_done_told = is_done

    def show_window(self) -> None:
        """Bring it back."""
        window = self._surface.window
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        self._surface.bridge.set_minimised(False)

    def hide_window(self) -> None:
        """Serving goes on without it."""
        self._surface.window.hide()
        self._surface.bridge.set_minimised(True)
        self._say(self.tr("Serving goes on. The icon here brings the window back."))

    def close(self) -> None:
        """The window closes."""
        self.icon.hide()

    def _show_state(self, state: BarState) -> None:
        self._set_shape(state.shape)
        words = f"FOG Portable: {state.word}. {state.sentence}"
        if words != self.icon.toolTip():
            self.icon.setToolTip(words)

    def _set_shape(self, shape: Shape) -> None:
        if shape is not self._shape:
            self._shape = shape
            self.icon.setIcon(shape_icon(shape))

    def _tell_failures(self, tick: Tick) -> None:
        failed = [client for client in tick.clients if client.stage is ClientStage.FAILED]
        if len(failed) > self._failed:
            last = max(failed, key=lambda client: client.last_heard_s)
            more = len(failed) - self._failed
            who = last.vendor or str(last.mac)
            self._say(
                self.tr("{computer}: {doing}").format(computer=who, doing=last.doing)
                if more == 1
                else self.tr("{count} computers failed.").format(count=more)
            )
        self._failed = len(failed)

    def _say(self, sentence: str) -> None:
        """Only where nobody sees the window: there it stands anyway."""
        window = self._surface.window
        if (window.isHidden() or window.isMinimized()) and self.icon.isVisible():
            self.icon.showMessage("FOG Portable", sentence, self.icon.icon())

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.show_window()
