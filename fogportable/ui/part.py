"""What the window is put together from besides its frame: a part brings its actions, hears of ticks and of Start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fogportable.ui.actions import Entry
    from fogportable.ui.bridge import Bridge, Tick
    from fogportable.ui.choices import Choices
    from fogportable.ui.kit import Kit
    from fogportable.ui.serving import Serving
    from fogportable.ui.views.main_window import MainWindow
    from fogportable.ui.views.pages import Pages
    from fogportable.ui.work import Work


class MenuName(Enum):
    """The menus of the bar."""

    FILE = auto()
    SERVE = auto()
    CLIENTS = auto()
    VIEW = auto()
    HELP = auto()


@dataclass(frozen=True, slots=True)
class Surface:
    """What a part may use. window: for dialogs, and for what has no signal of its own."""

    kit: Kit
    work: Work
    bridge: Bridge
    choices: Choices
    serving: Serving
    pages: Pages
    window: MainWindow


class Part(QObject):
    """One room of the window's work. Lives as long as the window; its module is read before the window is painted, so
    it imports what is heavy where it is used.

    noticed: a Notice; withdrawn: its key. said: a sentence worth saying aloud.
    """

    noticed = Signal(object)
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self.surface = surface

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        """Lines for the menus of the bar, below what the frame has there."""
        return {}

    def on_rows(self) -> Sequence[str]:
        """Names of actions that stand in the menu of the table too, in their order."""
        return ()

    def only_at_rest(self) -> Sequence[str]:
        """Names of actions that would change what is being served."""
        return ()

    def that_send(self) -> Sequence[str]:
        """Names of actions that send something by themselves: not while observing, which promises that nothing is."""
        return ()

    def take_tick(self, tick: Tick) -> None:
        """One look at the session, after the frame has shown it."""

    def choices_changed(self) -> None:
        """Another network, boot set, room or profile was chosen, or the surroundings are others now."""

    def set_serving(self, is_serving: bool) -> None:
        """Serving may have begun or ended; said more often than it changes."""

    def close(self) -> None:
        """The window closes: what is under way ends soon. Nothing is waited for here."""
