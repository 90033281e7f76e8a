"""The report in the window: what is seen of a session over time, its page, and the words when a room is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fogportable.model import SessionState
from fogportable.ui.actions import Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.report.facts import SessionReport
    from fogportable.report.history import History
    from fogportable.report.pictures import Line
    from fogportable.ui.bridge import Tick
    from fogportable.ui.report_desk import ReportDesk
    from fogportable.ui.views.report_page import ReportPage
    from fogportable.ui.widgets.rate_popover import RatePopover

#: With more computers the page is shown anew less often: to put a report together takes some milliseconds then.
_MANY = 200
_MANY_EVERY = 5

_ALL_DONE = "all-done"


class ReportPart(Part):
    """Keeps the history of the session that is shown, and feeds the page while somebody looks at it."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._history: History | None = None
        self._desk: ReportDesk | None = None
        self._popover: RatePopover | None = None
        self._is_serving = False
        self._is_done_told = False
        self._looks = 0
        surface.pages.later_report.when_built(self._join)
        surface.window.serve_bar.spark.clicked.connect(self.show_rates)

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {MenuName.FILE: (Entry("printReport", self.tr("&Print the report…"), self.print, ("Ctrl+P",)),)}

    # --- the session ------------------------------------------------------------------------------------------------

    def set_serving(self, is_serving: bool) -> None:
        if is_serving and not self._is_serving:
            self._history, self._is_done_told, self._looks = None, False, 0
            self.withdrawn.emit(_ALL_DONE)
        self._is_serving = is_serving

    def take_tick(self, tick: Tick) -> None:
        if tick.is_new_session:
            self._history = None
        if tick.status.state is SessionState.OBSERVING:
            self._history = None  # Nothing is sent, so nothing becomes of anybody.
            return
        is_at_rest = tick.status.state.is_at_rest
        if self._history is None:
            if is_at_rest:
                return
            from fogportable.report.history import History

            self._history = History()
        if not self._history.take(tick.now_s, tick.clients, tick.status.sent_bytes, is_last=is_at_rest):
            return
        self._looks += 1
        self._tell_done(tick)
        page = self.surface.pages.later_report.built
        if page is not None and page.isVisible():
            is_due = is_at_rest or len(tick.clients) < _MANY or self._looks % _MANY_EVERY == 0
            self._show(page, is_report_due=is_due)
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_rates(self._history.recent.room(), self.lines())

    def _tell_done(self, tick: Tick) -> None:
        """Once, when every computer of the room was handed over."""
        listed = self.surface.serving.listed_computers
        if self._is_done_told or not listed or len(tick.clients) < listed or not self._is_serving:
            return
        from fogportable.model import ClientStage

        ours = [client for client in tick.clients if client.stage is not ClientStage.LEFT_ALONE]
        if len(ours) < listed or any(client.stage is not ClientStage.HANDED_OVER for client in ours):
            return
        self._is_done_told = True
        from fogportable.report.sentences import summary
        from fogportable.ui.report_voice import window_voice
        from fogportable.ui.widgets.notice_bar import Gravity, Notice

        sentence = summary(self.report(), window_voice())
        self.noticed.emit(Notice(_ALL_DONE, Gravity.DONE, sentence, self.tr("Report"), self.show_page))

    def report(self) -> SessionReport:
        """How it stands now."""
        history, choices = self._history, self.surface.choices
        return self.surface.kit.make_report(
            history.stretches() if history is not None else (),
            history.handed_over() if history is not None else {},
            choices.path.stem if choices.path is not None else "",
            None if self.surface.serving.is_rehearsal else choices.profile.room,
        )

    def lines(self) -> tuple[Line, ...]:
        """The rates of the computers chosen in the table; without a choice, of the fastest one."""
        from fogportable.report.pictures import MOST_LINES, Line
        from fogportable.ui import words

        if self._history is None:
            return ()
        recent = self._history.recent
        rows = self.surface.pages.room.later_rows.built
        chosen = [] if rows is None else [(each.key, words.computer(each)) for each in rows.chosen_computers()]
        made = [Line(f"{name} {str(key[0])[-5:]}", recent.of(key)) for key, name in chosen[:MOST_LINES]]
        return tuple(line for line in made if line.rates)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_page(self) -> None:
        self.withdrawn.emit(_ALL_DONE)
        self.surface.pages.show_report()

    def show_rates(self) -> None:
        """A press on the line in the serve bar."""
        from fogportable.ui.widgets.rate_popover import RatePopover

        if self._popover is None:
            self._popover = RatePopover(self.surface.window)
            self._popover.page_asked.connect(self.show_page)
        if self._popover.isVisible():
            self._popover.hide()
            return
        room = self._history.recent.room() if self._history is not None else ()
        self._popover.show_rates(room, self.lines())
        self._popover.open_below(self.surface.window.serve_bar.spark)

    def print(self) -> None:
        self.show_page()
        if self._desk is not None:
            self._desk.print()

    def _join(self, page: ReportPage) -> None:
        from fogportable.ui.report_desk import ReportDesk

        self._desk = ReportDesk(self.surface, page, self.report, self)
        self._desk.noticed.connect(self.noticed)
        self._desk.said.connect(self.said)
        page.came_up.connect(self._on_came_up)

    def _on_came_up(self) -> None:
        page = self.surface.pages.later_report.built
        if page is not None:
            self._show(page, is_report_due=True)

    def _show(self, page: ReportPage, *, is_report_due: bool) -> None:
        if self._history is None:
            page.show_nothing()
            return
        page.show_pictures(self._history.stretches(), self._history.recent.room(), self.lines())
        if is_report_due:
            page.show_report(self.report())

    def close(self) -> None:
        if self._desk is not None:
            self._desk.cancel()
