"""What the Network page shows and asks: snapshots of the session while it can be seen, and looking for servers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fogportable.model import SessionState
from fogportable.ui.bridge import Bridge, Tick
from fogportable.ui.choices import Choices
from fogportable.ui.deferred import Deferred
from fogportable.ui.work import Job, Work

if TYPE_CHECKING:
    from fogportable.config.profile import Profile
    from fogportable.model import FoundServer
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.network_page import NetworkPage
    from fogportable.ui.widgets.problem_line import ProblemLine

_LOOK = "look"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class NetworkDesk(QObject):
    """Reads nothing while the page is hidden. said: a sentence worth saying aloud. has_asked: DHCP servers, ever.

    clock: monotonic seconds, as the window's. now: replaced for pictures.
    """

    said = Signal(str)

    def __init__(
        self,
        kit: Kit,
        work: Work,
        bridge: Bridge,
        choices: Choices,
        page: Deferred[NetworkPage],
        parent: QObject,
        *,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work = work
        self._bridge = bridge
        self._choices = choices
        self._page = page
        self._clock = clock
        self.now: Callable[[], datetime] = _utc_now
        self.has_asked = False
        self._asked_cards: tuple[str, ...] = ()
        self._should_stop = threading.Event()
        choices.changed.connect(self._on_choices)
        bridge.ticked.connect(self._on_tick)
        page.when_built(self._join)

    def _join(self, page: NetworkPage) -> None:
        page.came_up.connect(self._refresh)
        page.site.look_asked.connect(self._on_look)

    def stop_looking(self) -> None:
        """Let a look that is under way end soon."""
        self._should_stop.set()

    def _on_tick(self, _tick: Tick) -> None:
        page = self._page.built
        if page is not None and page.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        session = self._kit.session
        may_ask = session.status().state is not SessionState.OBSERVING or self._work.is_running(_LOOK)
        self._page.widget.site.look_button.setEnabled(may_ask)
        self._page.widget.show_network(session.site(), session.leases(), session.status(), self._clock(), self.now())

    # --- looking for servers ------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        if self._work.is_running(_LOOK):
            self.stop_looking()
            return
        self._should_stop = threading.Event()
        profile = self._choices.profile
        look = partial(self._kit.look_for_servers, profile, self._should_stop.is_set)
        if self._work.start(_LOOK, look, partial(self._on_looked, profile)):
            self.has_asked, self._asked_cards = True, _cards_of(profile)
            self._page.widget.site.show_looking(True)
            self._bridge.wake()

    def _on_choices(self) -> None:
        """An answer of other cards than those that are chosen now misleads."""
        is_answered = self.has_asked and not self._work.is_running(_LOOK)
        if is_answered and self._asked_cards != _cards_of(self._choices.profile):
            self._asked_cards = ()
            self._page.widget.site.answer.set_problem("")

    def _on_looked(self, profile: Profile, job: Job) -> None:
        site = self._page.widget.site
        site.show_looking(False)
        if job.fault is not None:
            site.answer.set_failure("", str(job.fault))
        elif not isinstance(job.result, tuple):
            site.answer.set_nothing(self.tr("Stopped before it was known whether one answers"), "")
        else:
            _Answer(profile, job.result).show(site.answer)
        self.said.emit(site.answer.words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkAnswer", text)


class _Answer:
    """Who answered, in a sentence for each card with what to do about it."""

    def __init__(self, profile: Profile, found: tuple[FoundServer, ...]) -> None:
        self._found = {each.interface: each for each in found}
        self._private = profile.private_network.interface if profile.private_network is not None else ""
        self._cards = _cards_of(profile)

    def show(self, line: ProblemLine) -> None:
        sentences = " ".join(self._sentence(card) for card in dict.fromkeys(self._cards))
        # A site needs a server, a private network must have none.
        if all((card in self._found) is (card != self._private) for card in self._cards):
            line.set_fine("", sentences)
        else:
            line.set_problem(sentences)

    def _sentence(self, card: str) -> str:
        server = self._found.get(card)
        if server is None and card == self._private:
            words = _tr("Nobody else answers on {card}: addresses can be given there.")
        elif server is None:
            words = _tr(
                "Nobody answers on {card}, so computers get no address there. Start the site's DHCP server, or set up "
                "a private network."
            )
        elif card == self._private:
            words = _tr(
                "{server} gives addresses on {card}, so a private network is refused there. Serve {card} without one, "
                "or unplug that server."
            )
        else:
            words = _tr("{server} gives addresses on {card}, as a site needs it.")
        return words.format(card=card, server=_name(server))


def _cards_of(profile: Profile) -> tuple[str, ...]:
    """Names of the cards that a profile serves on, the private network's last."""
    private = profile.private_network
    return (*profile.network.interfaces, *((private.interface,) if private is not None and private.interface else ()))


def _name(server: FoundServer | None) -> str:
    """`192.168.1.1 (00:11:22:33:44:55)`."""
    if server is None:
        return ""
    return str(server.server) if server.mac is None else f"{server.server} ({server.mac})"
