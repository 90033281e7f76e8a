"""A network that was served before is known again, and its profile offered; nothing is started by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fogportable.session.known_sites import KnownSite, SiteMark
from fogportable.ui.part import Surface
from fogportable.ui.widgets.notice_bar import Gravity, Notice
from fogportable.ui.work import Job

_NOTICE = "known-site"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where this laptop was looked for: a card and its address."""

    card: str
    address: str


class SiteDesk(QObject):
    """noticed: a Notice; withdrawn: its key."""

    noticed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.window)
        self._surface = surface
        self._looked_at: _Place | None = None
        self._offered: set[SiteMark] = set()
        self._site: KnownSite | None = None

    def look(self) -> None:
        """Whether the chosen card is in a known network; once for each place."""
        surface = self._surface
        card = surface.window.serve_bar.interface()
        if card is None or not surface.serving.is_at_rest:
            return
        place = _Place(card.name, str(card.address))
        if place == self._looked_at:
            return
        if surface.work.start("site", partial(surface.kit.charge.known_site, card.name), self._on_looked):
            self._looked_at = place
            surface.bridge.wake()

    def remember(self) -> None:
        """This network is served now, with the profile that is open; without a file there is nothing to offer."""
        surface = self._surface
        self._withdraw()
        card, path = surface.window.serve_bar.interface(), surface.choices.path
        if card is not None and path is not None and not surface.serving.is_rehearsal:
            room = surface.choices.profile.room.name
            work = partial(surface.kit.charge.remember_site, card.name, room, path)
            surface.work.start("remember-site", work, lambda _: None)

    def use(self) -> None:
        """Open the profile of the network. Starting is left to the person."""
        site = self._site
        self._withdraw()
        if site is not None:
            self._surface.window.desk.open_path(site.profile)

    def _on_looked(self, job: Job) -> None:
        site = job.result
        surface = self._surface
        if site is None:
            self._looked_at = None  # The router may not have been heard of yet: the next change asks again.
        if not isinstance(site, KnownSite) or site.mark in self._offered or not surface.serving.is_at_rest:
            return
        self._offered.add(site.mark)
        if _is_same(site.profile, surface.choices.path):
            return
        self._site = site
        name = site.room or site.profile.stem
        sentence = self.tr("This looks like {room}, served on {day}. Use its profile?").format(
            room=name, day=_day_words(site)
        )
        self.noticed.emit(Notice(_NOTICE, Gravity.WORKING, sentence, self.tr("&Use"), self.use))

    def _withdraw(self) -> None:
        self._site = None
        self.withdrawn.emit(_NOTICE)


def _is_same(one: Path, other: Path | None) -> bool:
    return other is not None and one == other.resolve()


def _day_words(site: KnownSite) -> str:
    """`12 November 2026`, in the words of the locale."""
    from PySide6.QtCore import QDate, QLocale

    day = site.served
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
