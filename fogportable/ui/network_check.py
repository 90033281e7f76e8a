"""Asking the chosen network and keeping what was learned: when, where, and whether that still holds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fogportable.model import NetworkInterface, NetworkLook, SiteMode
from fogportable.ui import words
from fogportable.ui.network_words import network_facts
from fogportable.ui.shapes import Shape

if TYPE_CHECKING:
    from fogportable.errors import Fault
    from fogportable.ui.bridge import Bridge
    from fogportable.ui.kit import Kit
    from fogportable.ui.widgets.network_card import NetworkCard
    from fogportable.ui.work import Job, Work

_CHECK, _NAME = "network", "kit-name"
#: A check ends before this (s), a password apart.
_LONGEST_S = 9.5


class NetworkCheck(QObject):
    """One check at a time; it never holds Start back. changed: `look` is another one. said: worth saying aloud.

    look: the last answer, None before. asked_on: the card as it was then. has_asked: something was sent.
    clock: monotonic seconds, as the window's.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(
        self, kit: Kit, work: Work, bridge: Bridge, card: NetworkCard, clock: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._card = card
        self._clock = clock
        self._chosen: NetworkInterface | None = None
        self._should_stop = threading.Event()
        self._is_cancelled = False
        self._asks_for_password = False
        self._began_s = 0.0
        self._learned_s = 0.0
        self._fault: Fault | None = None
        self._names: dict[IPv4Address, str] = {}
        self.look: NetworkLook | None = None
        self.asked_on: NetworkInterface | None = None
        self.has_asked = False

    # --- what is ------------------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        return self._work.is_running(_CHECK) and not self._is_cancelled

    @property
    def is_stale(self) -> bool:
        """Whether the card is another one now, or has other addresses, or its cable was moved."""
        before, now = self.asked_on, self._chosen
        if before is None or now is None:
            return before is not now
        return (before.name, before.mac, before.addresses, before.has_link) != (
            now.name,
            now.mac,
            now.addresses,
            now.has_link,
        )

    @property
    def current_look(self) -> NetworkLook | None:
        """What was learned, as long as it holds."""
        return None if self.is_stale else self.look

    @property
    def fault(self) -> Fault | None:
        """Why the last check came to nothing; None when it did not."""
        return self._fault

    # --- what to do ---------------------------------------------------------------------------------------------

    def press(self) -> None:
        """The button: ask, or end asking."""
        if self.is_asking:
            self._should_stop.set()
            self._is_cancelled = True
            self.show()
            return
        card = self._chosen
        if card is None or self._why_not(card):
            return
        self._should_stop = threading.Event()
        check = partial(self._kit.network.check, card.name, self._should_stop.is_set)
        if self._work.start(_CHECK, check, partial(self._on_checked, card)):
            self._is_cancelled, self._began_s, self.has_asked = False, self._clock(), True
            self._bridge.wake()
            self.show()

    def set_card(self, card: NetworkInterface | None) -> None:
        """The card that is chosen now, as the system shows it; None for none."""
        if card != self._chosen:
            if self._chosen is not None and (card is None or card.name != self._chosen.name):
                self._should_stop.set()  # Of another card nobody wants to know any more.
                self._is_cancelled = self._work.is_running(_CHECK)
            self._chosen = card
            self.changed.emit()
        self.show()

    def stop(self) -> None:
        """The window closes."""
        self._should_stop.set()

    def show(self) -> None:
        """Bring the card up to date; called now and then, for what was learned grows old."""
        card = self._card
        if self.is_asking:
            self._show_asking()
        elif self._fault is not None and not self.is_stale:
            card.show_failure(str(self._fault), self._when())
        elif self.look is not None:
            self._show_answer(self.look)
        else:
            self._asks_for_password = not self._kit.network.may_listen()
            card.show_unasked(self._why_not(self._chosen), asks_for_password=self._asks_for_password)
        is_ending = self._work.is_running(_CHECK) and self._is_cancelled
        card.set_possible(not self._why_not(self._chosen) and not is_ending)

    # --- inside -------------------------------------------------------------------------------------------------

    def _show_asking(self) -> None:
        went_s = max(0.0, self._clock() - self._began_s)
        name = "" if self._chosen is None else self._chosen.friendly_name
        sentence = self.tr("Asking on {card}, this takes up to 10 s.").format(card=name)
        when = self.tr("You can start meanwhile.")
        if self._asks_for_password:
            when = self.tr("Your system may ask for your password. {more}").format(more=when)
        self._card.show_asking(sentence, when, min(1.0, went_s / _LONGEST_S))

    def _show_answer(self, look: NetworkLook) -> None:
        shape = Shape.DONE if look.is_fine else Shape.NEEDS_YOU
        sentence = look.sentence
        if look.fault is not None and not look.is_fine:
            sentence = f"{sentence}\n{look.fault.remedy}"
        facts = network_facts(look, self._names)
        facts["notes"] = "\n".join(each.message for each in look.notes)
        if self.is_stale:
            shape = Shape.NOT_SEEN
        button = {
            SiteMode.PRIVATE_NETWORK: self.tr("Private network…"),
            SiteMode.POINT: self.tr("FOG server…"),
        }
        self._card.show_answer(
            shape, sentence, self._when(), facts, advice_button="" if look.mode is None else button.get(look.mode, "")
        )

    def _when(self) -> str:
        asked_on = self.asked_on
        age = words.age(max(0.0, self._clock() - self._learned_s))
        name = "" if asked_on is None else asked_on.friendly_name
        if self.is_stale:
            words_of_old = self.tr("Out of date: heard {age} ago on {card}, and the network is another one now.")
            return words_of_old.format(age=age, card=name)
        if self._clock() - self._learned_s < words.JUST_NOW_S:
            return self.tr("Heard just now on {card}.").format(card=name)
        return self.tr("Heard {age} ago on {card}.").format(age=age, card=name)

    def _why_not(self, card: NetworkInterface | None) -> str:
        if card is None:
            return self.tr("Choose a network first.")
        if not card.is_up or card.has_link is False:
            return self.tr("The cable of {card} is not plugged in.").format(card=card.friendly_name)
        return ""

    def _on_checked(self, card: NetworkInterface, job: Job) -> None:
        was_cancelled, self._is_cancelled = self._is_cancelled, False
        if not was_cancelled:
            self.asked_on, self._learned_s, self._fault = card, self._clock(), job.fault
            self.look = job.result if isinstance(job.result, NetworkLook) else None
            self._names = {}
            self._ask_for_names()
            self.changed.emit()
            said = str(job.fault) if job.fault is not None else "" if self.look is None else self.look.sentence
            self.said.emit(said)
        self.show()

    def _ask_for_names(self) -> None:
        """Another kit is a colleague's laptop, which the site may know by a name."""
        kit = next((each for each in self.look.boot_servers if each.is_kit), None) if self.look is not None else None
        if kit is not None:
            ask = partial(self._kit.network.name_of, kit.server)
            self._work.start(_NAME, ask, partial(self._on_named, kit.server))

    def _on_named(self, server: IPv4Address, job: Job) -> None:
        if isinstance(job.result, str) and job.result:
            self._names[server] = job.result
            self.show()
