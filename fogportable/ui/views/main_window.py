"""The window: puts serve bar, notice, rail, pages and status bar together and passes on what each one says."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import ClientStage, SessionState, Verdict
from fogportable.ui import words
from fogportable.ui.actions import Actions
from fogportable.ui.announce import Announcer
from fogportable.ui.bar_state import count_of, count_room, describe_bar
from fogportable.ui.bridge import Bridge
from fogportable.ui.choice_desk import ChoiceDesk
from fogportable.ui.choices import Choices
from fogportable.ui.dialogs.about import show_about
from fogportable.ui.facts import facts, promise
from fogportable.ui.fog_part import FogPart
from fogportable.ui.import_desk import ImportDesk
from fogportable.ui.leaving import Leaving
from fogportable.ui.menus import add_menus
from fogportable.ui.network_desk import NetworkDesk
from fogportable.ui.observe_button import show_observing
from fogportable.ui.opening import Opening
from fogportable.ui.part import Surface
from fogportable.ui.parts import Parts
from fogportable.ui.profile_desk import ProfileDesk
from fogportable.ui.profile_pages import ProfilePages
from fogportable.ui.regions import Regions
from fogportable.ui.seats_part import SeatsPart
from fogportable.ui.serving import Serving
from fogportable.ui.surroundings import Surroundings
from fogportable.ui.views.foot import Foot
from fogportable.ui.views.pages import Pages
from fogportable.ui.views.rail import Rail
from fogportable.ui.views.serve_bar import ServeBar
from fogportable.ui.widgets.notice_bar import Gravity, Notice, NoticeBar
from fogportable.ui.work import Work

if TYPE_CHECKING:
    from fogportable.ui.bridge import Tick
    from fogportable.ui.kit import Kit
    from fogportable.ui.views.room_rows import RoomRows

#: Logical pixels below which the rail shows icons only and the second line of the serve bar goes away.
NARROW_WIDTH = 900

#: Actions that would change what is being served.
_ONLY_AT_REST = (
    *("observe", "rehearse", "rehearseMany", "checkAgain", "getBootFiles"),
    *("openProfile", "newProfile", "importDnsmasq", "cards"),
)

_MAY_STOP = (SessionState.SERVING, SessionState.PAUSED, SessionState.OBSERVING)

_WANTED_SIZE = QSize(1360, 800)

#: Longer than any Stop takes (s).
_LAST_WAIT_S = 40.0


class MainWindow(QMainWindow):
    """One window for one kit.

    Until it is painted nothing of the kit is used but the profile of last time, and nothing is built that cannot be
    seen; see `Opening`.
    """

    def __init__(self, kit: Kit, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._kit = kit
        self._clock = clock
        self._stages: list[ClientStage] = []
        self.choices = Choices(self)
        self.work = Work()
        self.bridge = Bridge(kit, self.work, self, clock=clock)
        self.serving = Serving(kit, self.work, self.bridge, self.choices, self)
        self.leaving = Leaving(self.serving, self)
        self.surroundings = Surroundings(kit, self.work, self.bridge, self.choices, self)
        self.desk = ProfileDesk(kit, self.choices, self)
        self.choice_desk = ChoiceDesk(self.choices, self)
        self.import_desk = ImportDesk(kit, self.work, self.choices, self)
        self._build()
        self.actions_by_name = Actions(self)
        add_menus(self.actions_by_name, self)
        self.announcer = Announcer(self, clock)
        self.opening = Opening(self.bridge, self.surroundings, self.pages.unbuilt, self)
        self._connect()
        self.resize(_WANTED_SIZE.boundedTo(self.screen().availableSize()))
        self.setMinimumSize(480, 320)
        self._fit()  # Here too: what was polished already would have to be polished again.
        self.desk.open_last()
        self._show_choices()
        self._show_serving()
        self.serve_bar.main_button.setFocus()

    # --- building ---------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.serve_bar = ServeBar(self)
        self.notice_bar = NoticeBar(self)
        self.rail = Rail(self)
        self.pages = Pages(self._kit, self)
        self.room_page = self.pages.room
        self.profile_pages = ProfilePages(self._kit, self.choices, self.pages, self)
        self.network_desk = NetworkDesk(
            self._kit, self.work, self.bridge, self.choices, self.pages.later_network, self, clock=self._clock
        )
        self.parts = Parts(Surface(self._kit, self.work, self.bridge, self.choices, self.serving, self.pages, self))
        self.fog = self.parts.the(FogPart)
        self.foot = Foot(self)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.serve_bar)
        layout.addWidget(self.notice_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.foot)
        self.setCentralWidget(centre)
        self._regions = Regions((self.serve_bar, self.notice_bar, self.rail, self.pages), self)

    def _connect(self) -> None:
        self.bridge.ticked.connect(self._on_tick)
        self.choices.changed.connect(self._on_choices)
        self.surroundings.changed.connect(self._on_surroundings)
        self.desk.opened.connect(self.profile_pages.show_anew)
        self.import_desk.opened.connect(self.profile_pages.show_anew)
        for source in (self.serving, self.desk, self.import_desk, *self.parts):
            source.noticed.connect(self._on_notice)
            source.withdrawn.connect(self.notice_bar.withdraw)
        self.network_desk.said.connect(self._say)
        for part in self.parts:
            part.said.connect(self.announcer.mention)
        self.serving.changed.connect(self._show_serving)
        self.serving.ended.connect(self.surroundings.look)
        bar = self.serve_bar
        bar.main_pressed.connect(self.serving.press)
        bar.observe_pressed.connect(self.serving.press_observe)
        bar.interface_chosen.connect(self.choices.choose_interface)
        bar.boot_chosen.connect(self.choices.choose_boot_set)
        bar.folder_asked.connect(self.choice_desk.choose_folder)
        bar.fetch_asked.connect(self.fetch_boot_files)
        bar.room_asked.connect(self.choice_desk.edit_room)
        self.choice_desk.given_up.connect(self._show_choices)
        self.choice_desk.rehearsal_wished.connect(self.serving.rehearse)
        bar.change_pressed.connect(self.pages.show_boot)
        self.rail.page_chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self.rail.choose)
        self.foot.event_pressed.connect(self.pages.show_event)
        cards = self.room_page.before_start
        cards.check_asked.connect(self.surroundings.look_anew)
        cards.rehearse_asked.connect(self.serving.rehearse)
        bar.profiles_button.setMenu(self.actions_by_name.menus[0])
        self.room_page.later_rows.when_built(self._offer_actions)

    # --- pages ------------------------------------------------------------------------------------------------

    def show_cards(self) -> None:
        """Help > Before you start. Pressed again, back to the rows."""
        self.pages.show_room()
        if not self.serving.is_at_rest:
            return
        if self.room_page.is_showing_cards:
            self.room_page.show_rows()
        else:
            self.room_page.show_cards()
            self.surroundings.look()

    def _offer_actions(self, rows: RoomRows) -> None:
        rows.offer([self.actions_by_name[name] for name in ("copy", *self.parts.on_rows())])

    def next_region(self) -> None:
        self._regions.go(1)

    def previous_region(self) -> None:
        self._regions.go(-1)

    # --- choices ----------------------------------------------------------------------------------------------

    def fetch_boot_files(self) -> None:
        """The Boot page brings them and shows how far it is."""
        self.pages.show_boot()
        self.pages.boot.start_fetch()

    def close_window(self) -> None:
        """Ctrl+Q. QWidget.close returns whether it closed, which no slot may."""
        self.close()

    def about(self) -> None:
        show_about(self)

    def _on_choices(self) -> None:
        self.profile_pages.show()
        self._show_choices()
        self.surroundings.look()

    def _on_surroundings(self) -> None:
        self._show_choices()
        remedy = self.room_page.before_start.first_remedy()
        is_blocked = any(each.verdict is Verdict.BLOCKED for each in self.surroundings.findings)
        if self.opening.is_first_look and is_blocked and remedy is not None and self.serve_bar.main_button.hasFocus():
            remedy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self) -> None:
        profile, found = self.choices.profile, self.surroundings.found
        self.serve_bar.show_choices(found.interfaces, found.boot_sets, profile)
        card = self.serve_bar.interface()
        if self.choices.settle_interface(card.name if card is not None else ""):
            return  # Chosen for the user, and shown by now.
        self.profile_pages.look_around(found)
        cards = self.room_page.before_start
        cards.show_findings(found.findings)
        cards.facts.show_facts(facts(profile, card, found.boot_sets))
        cards.promise.setText(promise(profile))
        title = " - ".join(filter(None, ("FOG Portable", profile.room.name)))
        self.setWindowTitle(title + ("*" if self.choices.is_changed and self.choices.path is not None else ""))
        self.parts.choices_changed()
        show_observing(self.serving, self.serve_bar, self.actions_by_name["observe"])
        self._show_bar()

    # --- serving ----------------------------------------------------------------------------------------------

    def _on_tick(self, tick: Tick) -> None:
        self.serving.show_tick(tick)
        if tick.is_new_session:
            self.serve_bar.spark.clear()
        self.pages.take_events(tick)
        for record in tick.events.records[-5:]:
            self.foot.show_event(record)
        is_running = not self.serving.is_at_rest
        self.room_page.show_tick(
            tick,
            is_running=is_running,
            listed=self.serving.listed_computers,
            waited_s=self.serving.waited_s(tick.now_s),
            is_observing=self.serving.is_observing,
        )
        if is_running:
            self.serve_bar.show_rate(tick.status.rate_bytes_per_s, tick.now_s)
        self._stages = [client.stage for client in tick.clients]
        self.announcer.tell(tick)
        self.parts.take_tick(tick)
        self._show_bar()
        self.foot.show_status(tick.status, is_narrow=self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < NARROW_WIDTH

    def _show_bar(self) -> None:
        serving = self.serving
        progress = self.parts.the(SeatsPart).progress
        count = count_room(self._stages, serving.listed_computers) if progress is None else count_of(progress)
        self.serve_bar.show_state(
            describe_bar(
                serving.state,
                serving.status,
                count,
                self.surroundings.findings,
                is_rehearsing=serving.is_rehearsal,
                has_asked=self.network_desk.has_asked,
                is_patient=serving.is_patient,
                is_observing=serving.is_observing,
                waited_s=serving.waited_s(self._clock()),
            )
        )
        stages = self._stages if progress is None else tuple(progress.stages())
        self.serve_bar.show_room(stages, count.total if count.is_listed else 0, words.done_means(count.end))

    def _show_serving(self) -> None:
        """Start and Stop change what can be done."""
        serving, is_running = self.serving, not self.serving.is_at_rest
        is_rehearsal = is_running and serving.is_rehearsal
        self.serve_bar.set_serving(is_running, is_rehearsal=is_rehearsal, is_observing=serving.is_observing)
        focus = self.focusWidget()
        if self.serving.state is SessionState.STARTING and focus is not None and self.room_page.isAncestorOf(focus):
            # The cards go away; the focus must not fall into the table, which would hold its rows.
            self.serve_bar.main_button.setFocus()
        self.profile_pages.set_serving(is_running)
        self.parts.set_serving(serving.is_for_computers)
        actions = self.actions_by_name
        for name in (*_ONLY_AT_REST, *self.parts.only_at_rest()):
            actions[name].setEnabled(not is_running)
        actions["start"].setEnabled(serving.may_start)
        actions["stop"].setEnabled(serving.state in _MAY_STOP)
        for name in self.parts.that_send():
            actions[name].setEnabled(not serving.is_observing)
        show_observing(self.serving, self.serve_bar, self.actions_by_name["observe"])
        self.surroundings.set_watching(not is_running and self.isVisible() and not self.isMinimized())
        self._show_bar()
        self.leaving.go_on()

    def _on_notice(self, notice: Notice) -> None:
        self.notice_bar.post(notice)
        self.announcer.say(notice.sentence, is_urgent=notice.gravity is Gravity.FAILED)

    def _say(self, sentence: str) -> None:
        self.foot.show_asked()
        self._show_bar()
        self.announcer.say(sentence, is_urgent=False)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.opening.on_paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self._is_narrow
        for part in (self.serve_bar, self.rail, self.room_page):
            part.set_narrow(is_narrow)
        self.foot.show_status(self.serving.status, is_narrow=is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.pages.step_back()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_serving()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.surroundings.set_watching(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.bridge.set_minimised(self.isMinimized())
            self._show_serving()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks only when somebody would be hit; what is begun is ended before the window goes."""
        if self.serving.is_at_rest:
            self.surroundings.set_watching(False)
            self.bridge.stop()
            self.opening.stop()
            self.network_desk.stop_looking()
            self.parts.close()
            self.work.wait(_LAST_WAIT_S)
            event.accept()
            return
        event.ignore()
        self.leaving.begin()

    def end(self) -> None:
        """Close without a question, as a signal asks for."""
        self.leaving.end()
