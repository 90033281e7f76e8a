"""What is said aloud to a screen reader: the first computer, trouble, notices; at most one per 5 s, failures first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.ui import words

if TYPE_CHECKING:
    from fogportable.protocol.address import MacAddress
    from fogportable.ui.bridge import Tick

#: Shortest time between two announcements (s).
EVERY_S = 5.0

_TROUBLE = frozenset({ClientStage.NEEDS_YOU, ClientStage.FAILED})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Announcer", text)


class Announcer:
    """speak: replaced in tests; gets the sentence and whether it interrupts."""

    def __init__(self, widget: QWidget, clock: Callable[[], float]) -> None:
        self._widget = widget
        self._clock = clock
        self._next_s = 0.0
        self._waiting: list[tuple[bool, str]] = []
        self._in_trouble: set[tuple[MacAddress, int]] = set()
        self._has_first = False
        self.speak: Callable[[str, bool], None] = self._speak

    def mention(self, sentence: str) -> None:
        """It can wait."""
        self.say(sentence, is_urgent=False)

    def say(self, sentence: str, *, is_urgent: bool) -> None:
        """Now, or as soon as it may be."""
        self._waiting.append((is_urgent, sentence))
        self._flush()

    def tell(self, tick: Tick) -> None:
        """What this tick brought that somebody should hear."""
        if tick.is_new_session:
            self._in_trouble.clear()
            self._has_first = False
        ours = [client for client in tick.clients if client.stage is not ClientStage.LEFT_ALONE]
        if ours and not self._has_first:
            self._has_first = True
            sentence = _tr("First computer heard: {computer}").format(computer=words.computer(ours[0]))
            self._waiting.append((False, sentence))
        self._tell_trouble([client for client in ours if client.stage in _TROUBLE])
        self._flush()

    def _tell_trouble(self, clients: list[ClientSnapshot]) -> None:
        fresh = [client for client in clients if client.key not in self._in_trouble]
        self._in_trouble = {client.key for client in clients}
        if len(fresh) == 1:
            self._waiting.append((True, f"{words.stage_word(fresh[0].stage)}: {fresh[0].doing}"))
        elif fresh:
            self._waiting.append((True, _tr("{count} computers need you").format(count=len(fresh))))

    def _flush(self) -> None:
        now = self._clock()
        if not self._waiting or now < self._next_s:
            return
        self._next_s = now + EVERY_S
        is_urgent, sentence = next((each for each in self._waiting if each[0]), self._waiting[0])
        self._waiting.clear()
        self.speak(sentence, is_urgent)

    def _speak(self, sentence: str, is_urgent: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self._widget, sentence)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
