"""This laptop's firewall: opened with a person's consent, listed while it is open, taken back at Stop or later."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.errors import Fault, FogPortableError
from fogportable.model import ChangeOwner, LaptopChanges
from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.dialogs.firewall import FirewallDialog
    from fogportable.ui.firewall_kit import FirewallKit, PlannedChange
    from fogportable.ui.views.network_page import NetworkPage
    from fogportable.ui.widgets.notice_bar import Gravity
    from fogportable.ui.work import Job

_log = logging.getLogger("fogportable.window")

#: Jobs of this part; one at a time, as all are about one firewall.
_JOB = "firewall"
_OPEN, _LEFT = "firewall", "firewall-left"


class FirewallPart(Part):
    """changes: what is changed on this laptop, as far as known. dialog: the question while it is shown."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.changes = LaptopChanges()
        self.dialog: FirewallDialog | None = None
        self._is_left_told = False
        self._is_serving = False
        surface.pages.room.before_start.changes.undo_asked.connect(self.take_back)
        surface.pages.later_network.when_built(self._join)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        text = QCoreApplication.translate("Menus", "Allow in &firewall…")
        return {MenuName.SERVE: (Entry("allowInFirewall", text, self.allow),)}

    # --- what the window tells ----------------------------------------------------------------------------------

    def choices_changed(self) -> None:
        if not self._is_serving:
            self._take(self.surface.window.surroundings.found.changes)

    def set_serving(self, is_serving: bool) -> None:
        if is_serving == self._is_serving:
            return
        self._is_serving = is_serving
        if is_serving and self.changes.owner is ChangeOwner.LEFT:
            self._work(self.surface.kit.firewall.changes, self._on_started)  # Start takes that back.

    def close(self) -> None:
        """Nothing was started, or it was stopped: what is open still is open for nobody."""
        if self.changes.owner is ChangeOwner.OURS:
            self.surface.work.start(_JOB, partial(_take_back_last, self.surface.kit.firewall), lambda _: None)

    # --- what to do ---------------------------------------------------------------------------------------------

    def allow(self) -> None:
        """Find out what is to be changed, and ask for consent."""
        self._work(partial(self.surface.kit.firewall.plan, self.surface.choices.profile), self._on_planned)

    def take_back(self) -> None:
        """From the list and from the notice: not to wait for Stop."""
        self._work(self.surface.kit.firewall.take_back, self._on_taken_back)

    # --- inside -------------------------------------------------------------------------------------------------

    def _work(self, work: Callable[[], object], on_done: Callable[[Job], None]) -> None:
        if self.surface.work.start(_JOB, work, on_done):
            self.surface.bridge.wake()
            self._show()

    def _on_planned(self, job: Job) -> None:
        self._show()
        if job.fault is not None:
            self._fail(job.fault)
        elif job.result is None:
            self._tell(_OPEN, self.tr("The firewall lets computers in already."))
            self.surface.window.surroundings.look()
        else:
            self._ask(job.result)  # type: ignore[arg-type]  # what `plan` gives

    def _ask(self, planned: PlannedChange) -> None:
        from fogportable.ui.dialogs.firewall import FirewallDialog

        dialog = FirewallDialog(planned.lines(), asks=self.surface.kit.firewall.asks, parent=self.surface.window)
        dialog.accepted.connect(partial(self._open, planned))
        dialog.finished.connect(self._on_closed)
        self.dialog = dialog
        dialog.open()

    def _on_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _open(self, planned: PlannedChange) -> None:
        self._work(partial(_open_and_list, self.surface.kit.firewall, planned), self._on_opened)

    def _on_opened(self, job: Job) -> None:
        if isinstance(job.result, LaptopChanges):
            self._take(job.result)
            self._tell(_OPEN, self.tr("Computers are let in through the firewall until Stop."))
        elif job.fault is not None:
            self._fail(job.fault)
        self._look_again()

    def _on_taken_back(self, job: Job) -> None:
        if job.fault is not None:
            self._fail(job.fault)
        elif isinstance(job.result, LaptopChanges):
            self._tell_taken_back(job.result)
        self._look_again()

    def _on_started(self, job: Job) -> None:
        if isinstance(job.result, LaptopChanges) and job.result.owner is None:
            self._tell_taken_back(self.changes)
            self._take(job.result)

    def _tell_taken_back(self, what: LaptopChanges) -> None:
        self.withdrawn.emit(_LEFT)
        self._take(LaptopChanges())
        if what.owner is ChangeOwner.OURS:
            self._tell(_OPEN, self.tr("What was opened in the firewall was taken back."))
        elif what.owner is not None:
            sentence = self.tr(
                "FOG Portable ended without Stop before. What it had opened in the firewall was taken back: {commands}"
            )
            self._tell(_LEFT, sentence.format(commands=_shortened(what.commands)))

    def _take(self, changes: LaptopChanges) -> None:
        self.changes = changes
        self._show()
        if changes.owner in (ChangeOwner.LEFT, ChangeOwner.TAKEN_BACK) and not self._is_left_told:
            self._is_left_told = True
            self._offer_to_take_back(changes)

    def _offer_to_take_back(self, changes: LaptopChanges) -> None:
        if changes.owner is ChangeOwner.TAKEN_BACK or not self.surface.kit.firewall.asks:
            self.take_back()
            return
        from fogportable.ui.widgets.notice_bar import Gravity, Notice

        sentence = self.tr(
            "FOG Portable ended without Stop before, and its openings in the firewall are still there. Taking them "
            "back asks for your password."
        )
        self.noticed.emit(Notice(_LEFT, Gravity.NEEDS, sentence, self.tr("Take back"), self.take_back))

    def _look_again(self) -> None:
        """While a room is served nothing is checked."""
        self._show()
        if not self._is_serving:
            self.surface.window.surroundings.look()

    def _join(self, page: NetworkPage) -> None:
        page.changes.undo_asked.connect(self.take_back)
        self._show()

    def _show(self) -> None:
        can_undo = not self.surface.work.is_running(_JOB)
        page = self.surface.pages.later_network.built
        cards = [self.surface.pages.room.before_start.changes, *([page.changes] if page is not None else [])]
        for card in cards:
            card.show_changes(self.changes, can_undo=can_undo)

    def _fail(self, fault: Fault) -> None:
        from fogportable.ui.widgets.notice_bar import Gravity

        self._tell(_OPEN, str(fault), Gravity.NEEDS)

    def _tell(self, key: str, sentence: str, gravity: Gravity | None = None) -> None:
        from fogportable.ui.widgets.notice_bar import Gravity, Notice

        self.noticed.emit(Notice(key, gravity or Gravity.DONE, sentence))


def _open_and_list(firewall: FirewallKit, planned: PlannedChange) -> LaptopChanges:
    firewall.open(planned)
    return firewall.changes()


def _take_back_last(firewall: FirewallKit) -> None:
    """Nobody is there any more who could be told; the next start finds what is left."""
    try:
        firewall.take_back()
    except FogPortableError as problem:
        _log.warning("%s %s", problem.fault, problem.fault.detail)


def _shortened(commands: Sequence[str]) -> str:
    """The first one, and how many more."""
    more = len(commands) - 1
    if more <= 0:
        return "".join(commands)
    return QCoreApplication.translate("FirewallPart", "{command} and {count} more").format(
        command=commands[0], count=more
    )
