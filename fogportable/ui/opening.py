"""From the first paint of the window to everything being there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from fogportable.ui.bridge import Bridge
    from fogportable.ui.deferred import Deferred
    from fogportable.ui.surroundings import Surroundings


class Opening(QObject):
    """Paint, look, build: in this order, so that a person sees a window that can be used before anything else is done.

    The first look brings the kit, in its thread; the bridge is held until then, for asking the session would wait for
    it. Then what nobody has needed yet is built, one part per idle moment, so that the first click finds it ready.

    unbuilt: what is left; only its first is taken each time. painted: the window is on the screen for the first time.
    finished: everything is there.
    """

    painted = Signal()
    finished = Signal()

    def __init__(
        self,
        bridge: Bridge,
        surroundings: Surroundings,
        unbuilt: Callable[[], Iterator[Deferred[QWidget]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._surroundings = surroundings
        self._unbuilt = unbuilt
        self._is_painted = False
        self.is_first_look = True
        # Of no length: it fires once Qt has nothing else to do, and input comes first each time.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._build_next)
        bridge.hold()
        surroundings.looked.connect(self._on_looked)

    @property
    def is_building(self) -> bool:
        return self._idle.isActive()

    def on_paint(self) -> None:
        """The window paints itself; only the first time counts."""
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._on_painted)

    def stop(self) -> None:
        """The window closes: build nothing more."""
        self._idle.stop()

    def _on_painted(self) -> None:
        self.painted.emit()
        self._surroundings.look()

    def _on_looked(self) -> None:
        if self.is_first_look:
            self.is_first_look = False
            self._bridge.release()
            self._idle.start()

    def _build_next(self) -> None:
        deferred = next(self._unbuilt(), None)
        if deferred is None:
            self.finished.emit()
            return
        _ = deferred.widget
        self._idle.start()
