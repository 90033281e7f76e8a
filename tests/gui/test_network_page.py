"""The Network page: who else answers, which addresses are given, and looking for DHCP servers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from ipaddress import IPv4Address

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.model import (
    FoundServer,
    LeaseSnapshot,
    PrivateNetwork,
    SessionState,
    SiteConflict,
    SiteConflictKind,
    SiteServer,
    SiteSnapshot,
)
from fogportable.ui import words
from fogportable.ui.models.fact_table import FactRow, FactTableModel
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.network_page import NetworkPage
from fogportable.ui.views.pages import BOOT, NETWORK
from fogportable.ui.widgets.fact_table import FactTable
from fogportable.ui.widgets.problem_line import ProblemLine
from tests.fakes.kit import USB, FakeKit
from tests.fakes.session import NOW, NOW_S, make_mac
from tests.gui.conftest import Clock, look, serve

ROUTER, OTHER = IPv4Address("192.168.1.1"), IPv4Address("192.168.1.9")
GYM = PrivateNetwork("gym0", IPv4Address("10.9.0.10"), IPv4Address("10.9.0.99"))

_NAMES_FILE = describe(FaultCode.SITE_NAMES_FILE, server=ROUTER, file="pxelinux.0")
_SECOND = describe(FaultCode.SITE_SECOND_PROXY, server=OTHER, uefi=OTHER, ipxe="us")
HEARD = SiteSnapshot(
    (
        SiteServer(
            ROUTER,
            "enx1",
            gives_addresses=True,
            first_heard_s=NOW_S - 60,
            last_heard_s=NOW_S - 31,
            boot_file="pxelinux.0",
            next_server=IPv4Address("192.168.1.5"),
            conflicts=(SiteConflict(SiteConflictKind.NAMES_FILE, ROUTER, "enx1", _NAMES_FILE),),
        ),
        SiteServer(
            OTHER,
            "enx1",
            gives_addresses=False,
            first_heard_s=NOW_S - 50,
            last_heard_s=NOW_S,
            conflicts=(SiteConflict(SiteConflictKind.SECOND_PROXY, OTHER, "enx1", _SECOND),),
        ),
    ),
    cards=("enx1",),
)


def _lease(number: int, *, ends_in_s: float | None = 1800, is_static: bool = False) -> LeaseSnapshot:
    ends = None if ends_in_s is None else NOW + timedelta(seconds=ends_in_s)
    return LeaseSnapshot("gym0", IPv4Address(f"10.9.0.{number}"), make_mac(number), f"pc-{number}", ends, is_static)


def _cells(table: FactTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.facts.rows]


@pytest.fixture
def page(window: MainWindow) -> NetworkPage:
    """Shown."""
    window.network_desk.now = lambda: NOW
    window.pages.show_network()
    return window.pages.network


# --- what is heard ---------------------------------------------------------------------------------------------


def test_before_start_it_is_said_that_nobody_was_listened_to(page: NetworkPage) -> None:
    assert page.site.state.words.startswith("Nobody heard yet")
    assert not page.site.servers.isVisible()
    assert "No address is given out" in page.leases.state.words
    assert not page.leases.table.isVisible()


def test_servers_are_listed_with_what_they_are_and_name(window: MainWindow, kit: FakeKit, page: NetworkPage) -> None:
    serve(window)
    kit.room.heard = HEARD
    look(window)
    assert page.site.servers.isVisible()
    assert _cells(page.site.servers) == [
        ("192.168.1.1", "Gives addresses", "pxelinux.0", "192.168.1.5", "enx1", "30 s"),
        ("192.168.1.9", "Boot server", "names none", "", "enx1", "just now"),
    ]
    assert page.site.state.words == "2 other servers heard"


def test_each_conflict_is_told_with_its_remedy_the_gravest_first(
    window: MainWindow, kit: FakeKit, page: NetworkPage
) -> None:
    serve(window)
    kit.room.heard = HEARD
    look(window)
    conflicts = page.site.conflicts
    assert conflicts.sentences == [str(_SECOND), str(_NAMES_FILE)]
    shown = conflicts.findChildren(ProblemLine)
    look(window)
    assert conflicts.findChildren(ProblemLine) == shown, "the same conflicts are not built anew"
    kit.room.heard = replace(HEARD, servers=HEARD.servers[:1])
    look(window)
    assert conflicts.sentences == [str(_NAMES_FILE)]


def test_what_cannot_be_heard_is_not_called_silence(window: MainWindow, kit: FakeKit, page: NetworkPage) -> None:
    serve(window)
    kit.room.heard = SiteSnapshot(unseen=describe(FaultCode.TAP_NOT_ALLOWED))
    look(window)
    assert page.site.state.words.startswith("Not heard: This user may not watch the network")
    kit.room.heard = SiteSnapshot(cards=("enx1",))
    look(window)
    assert "proves nothing" in page.site.state.words
    kit.room.heard = SiteSnapshot()
    kit.room.set_state(SessionState.SERVING, leasing=("gym0",))
    look(window)
    assert page.site.state.words.startswith("A private network only")


def test_a_rehearsal_says_that_it_stays_inside(window: MainWindow, page: NetworkPage) -> None:
    window.serving.rehearse()
    look(window)
    assert "does not leave this laptop" in page.site.state.words


# --- addresses --------------------------------------------------------------------------------------------------


def test_addresses_are_listed_in_their_order_and_run_out_before_the_eyes(
    window: MainWindow, kit: FakeKit, page: NetworkPage
) -> None:
    serve(window)
    kit.room.set_state(SessionState.SERVING, leasing=("gym0",), addresses_given=0)
    look(window)
    assert "No address given yet" in page.leases.state.words
    kit.room.given = (_lease(20), _lease(9, ends_in_s=None, is_static=True))
    look(window)
    assert _cells(page.leases.table) == [
        ("10.9.0.9", str(make_mac(9)), "pc-9", "Reserved", "never"),
        ("10.9.0.20", str(make_mac(20)), "pc-20", "Leased", "30 min"),
    ]
    assert page.leases.state.words == "2 addresses given on gym0"
    page.leases.table.selectRow(1)
    window.network_desk.now = lambda: NOW + timedelta(seconds=1770)
    kit.room.given = (*kit.room.given, _lease(10))
    look(window)
    assert [cells[4] for cells in _cells(page.leases.table)] == ["never", "30 s", "30 s"]
    assert page.leases.table.currentIndex().row() == 2, "the chosen row stays the chosen one"


def test_a_private_network_that_yielded_says_why(window: MainWindow, kit: FakeKit, page: NetworkPage) -> None:
    serve(window)
    fault = describe(FaultCode.PRIVATE_NETWORK_YIELDED, server=OTHER, mac=make_mac(1), interface="gym0")
    kit.room.set_state(SessionState.PAUSED, leasing=("gym0",), fault=fault)
    look(window)
    assert page.leases.state.words == str(fault)


def test_the_button_leads_to_the_private_network(window: MainWindow, qtbot: QtBot, page: NetworkPage) -> None:
    qtbot.mouseClick(page.leases.setup_button, Qt.MouseButton.LeftButton)
    assert window.pages.currentIndex() == BOOT
    assert window.pages.boot_sides.switch.tabText(window.pages.boot_sides.switch.currentIndex()) == "Private network"


# --- hidden -----------------------------------------------------------------------------------------------------


def test_nothing_is_read_while_the_page_is_hidden(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    look(window)
    assert kit.room.looks == 0
    kit.room.heard = HEARD
    window.pages.show_network()
    assert len(_cells(window.pages.network.site.servers)) == 2, "shown at once, not at the next tick"
    seen = kit.room.looks
    window.pages.show_room()
    look(window)
    assert kit.room.looks == seen


# --- looking ----------------------------------------------------------------------------------------------------


def _ask(window: MainWindow, qtbot: QtBot) -> str:
    site = window.pages.network.site
    site.look_button.setFocus()
    qtbot.keyClick(site.look_button, Qt.Key.Key_Space)
    look(window)
    return site.answer.words


def test_who_answers_is_named(window: MainWindow, kit: FakeKit, qtbot: QtBot, page: NetworkPage) -> None:
    kit.answering = (FoundServer(USB.name, ROUTER, make_mac(1)),)
    assert _ask(window, qtbot) == f"192.168.1.1 ({make_mac(1)}) gives addresses on enx1, as a site needs it."


def test_nobody_on_a_site_is_a_trouble_and_on_a_private_network_is_none(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, page: NetworkPage
) -> None:
    assert "Start the site's DHCP server" in _ask(window, qtbot)
    window.choices.replace(replace(window.choices.profile, private_network=replace(GYM, interface=USB.name)))
    assert _ask(window, qtbot) == "Nobody else answers on enx1: addresses can be given there."
    kit.answering = (FoundServer(USB.name, OTHER, None),)
    assert "192.168.1.9 gives addresses on enx1, so a private network is refused there" in _ask(window, qtbot)


def test_a_look_that_was_stopped_does_not_say_that_nobody_answered(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, page: NetworkPage
) -> None:
    kit.let_look_end.clear()
    button = page.site.look_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.text().replace("&", "") == "Stop looking"
    assert page.site.answer.words.startswith("Asking")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    look(window)
    assert page.site.answer.words == "Stopped before it was known whether one answers"
    assert button.text().replace("&", "") == "Look for DHCP servers"


def test_why_it_could_not_be_asked_is_said_with_a_remedy(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, page: NetworkPage
) -> None:
    said: list[str] = []
    window.announcer.speak = lambda sentence, _is_urgent: said.append(sentence)
    kit.look_error = ServiceError(FaultCode.LOOK_UNSEEN, interface="enx1")
    fault = kit.look_error.fault
    assert _ask(window, qtbot) == str(fault)
    assert str(fault) in said


def test_after_a_look_the_window_does_not_claim_that_nothing_was_sent(
    window: MainWindow, qtbot: QtBot, page: NetworkPage
) -> None:
    assert window.serve_bar.sentence.text() == "Nothing has been sent."
    _ask(window, qtbot)
    assert window.serve_bar.sentence.text() == "Stopped: nobody is answered now."
    assert "Nothing has been sent" not in window.foot.last_event.text()


def test_an_answer_goes_when_other_cards_are_chosen(window: MainWindow, qtbot: QtBot, page: NetworkPage) -> None:
    assert _ask(window, qtbot)
    window.choices.set_room(replace(window.choices.profile.room, name="Gym"))
    assert page.site.answer.words
    window.choices.choose_interface("wlan0")
    assert not page.site.answer.words


def test_closing_the_window_ends_a_look(kit: FakeKit, clock: Clock, qtbot: QtBot) -> None:
    kit.let_look_end.clear()
    window = MainWindow(kit, clock=clock)
    qtbot.addWidget(window)
    window.show()
    look(window)
    window.pages.show_network()
    window.pages.network.site.look_button.click()
    window.close()
    assert not window.isVisible()
    assert not any(job.thread is not None and job.thread.is_alive() for job in window.work._jobs.values())


# --- keys and sizes ---------------------------------------------------------------------------------------------


def test_tab_reaches_every_control_of_the_page(
    window: MainWindow, kit: FakeKit, qtbot: QtBot, page: NetworkPage
) -> None:
    serve(window)
    kit.room.heard = HEARD
    kit.room.given = (_lease(20),)
    kit.room.set_state(SessionState.SERVING, leasing=("gym0",))
    look(window)
    window.activateWindow()
    page.site.servers.setFocus()
    qtbot.waitUntil(page.site.servers.hasFocus)
    order = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert order == ["siteServers", "lookForServers", "leases", "setUpPrivateNetwork"]


def test_a_narrow_table_keeps_what_matters(window: MainWindow, kit: FakeKit, page: NetworkPage) -> None:
    serve(window)
    kit.room.heard = HEARD
    window.resize(640, 400)
    look(window)
    table = page.site.servers
    hidden = [table.isColumnHidden(column) for column in range(table.facts.columnCount())]
    assert hidden[:3] == [False, False, False]
    assert "Next server: 192.168.1.5" in table.facts.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    "keys", [("a",), ("a", "b", "c"), ("b", "c"), (), ("c", "b"), ("x", "a", "y", "b", "z", "c"), ("c", "a", "b")]
)
def test_rows_come_and_go_in_place(keys: tuple[str, ...]) -> None:
    model = FactTableModel(("one", "two"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([FactRow(key, (key, "old")) for key in "abc"])
    model.set_rows([FactRow(key, (key, "new")) for key in keys])
    assert [row.cells for row in model.rows] == [(key, "new") for key in keys]
    assert tester.model() is model


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-3, "0 s"), (0.2, "1 s"), (90, "90 s"), (91, "2 min"), (3600, "60 min"), (5401, "2 h"), (86400 * 3, "3 days")],
)
def test_what_is_left_is_never_told_shorter_than_it_is(seconds: float, text: str) -> None:
    assert words.left(seconds) == text


def test_the_page_has_its_place_in_the_rail(window: MainWindow) -> None:
    window.rail.buttons[NETWORK].click()
    assert window.pages.currentWidget() is window.pages.network
