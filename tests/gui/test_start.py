"""How the window starts: what is there when it is first painted, what comes after, and that nobody misses the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.model import Room
from fogportable.resources import resources_folder
from fogportable.ui.deferred import Deferred
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import BOOT, FOG, LOG, NETWORK, REPORT
from tests.fakes.kit import FakeKit
from tests.gui.conftest import Clock, delete_now, look, pass_shortest_time, serve

#: What a first look at the window needs none of. A name stands for all that lies in it, too.
_LATER = (
    *("scapy", "tftpy", "tomlkit", "psutil", "netifaces", "platformdirs"),
    *("tomllib", "json", "http", "ssl", "urllib.request"),
    *(f"fogportable.{room}" for room in ("simulator", "dnsmasq", "bootfiles", "foglink", "fog", "services")),
    *(f"fogportable.{room}" for room in ("diagnostics", "events", "boot", "report", "cli.main")),
    *(f"fogportable.session.{name}" for name in ("kit", "facade")),
    *(f"fogportable.protocol.{name}" for name in ("dhcp", "pxe", "tftp", "http")),
    *(f"fogportable.ui.views.{name}" for name in ("boot_page", "boot_sides", "profile_side", "log_page")),
    *(f"fogportable.ui.views.{name}" for name in ("network_page", "room_rows", "waiting")),
    *(f"fogportable.ui.dialogs.{name}" for name in ("room", "import_report", "profile_files")),
)

_SCRIPT = """
import os, sys
from fogportable.ui import app

class Window(app.MainWindow):
    def __init__(self, kit):
        super().__init__(kit)
        self.opening.painted.connect(self.tell)

    def tell(self):
        print(*sorted(sys.modules), flush=True)
        os._exit(0)

app.MainWindow = Window
app.run_window()
"""


def test_the_first_paint_needs_little_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "FOGPORTABLE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    there = done.stdout.split()
    assert "fogportable.ui.views.main_window" in there
    assert [name for name in there if any(name == each or name.startswith(f"{each}.") for each in _LATER)] == []


@contextmanager
def _opened(kit: FakeKit, clock: Clock) -> Iterator[MainWindow]:
    """A window that was made and not yet shown; at rest again at the end."""
    made = MainWindow(kit, clock=clock)
    made.resize(1280, 800)
    yield made
    if not made.serving.is_at_rest:
        pass_shortest_time(made)
        made.serving.stop()
        look(made)
    made.close()
    made.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    delete_now(app)


@pytest.fixture
def unshown(kit: FakeKit, clock: Clock) -> Iterator[MainWindow]:
    with _opened(kit, clock) as made:
        yield made


@pytest.fixture
def sample() -> Profile:
    """Every key there is."""
    return load_profile(resources_folder() / "profile.sample.toml")


def _unbuilt(window: MainWindow) -> list[Deferred[QWidget]]:
    pages = window.pages
    rows = (window.room_page.later_rows, window.room_page.later_waiting)
    parts: tuple[Deferred[QWidget], ...] = (
        *(pages.later_boot, pages.later_network, pages.later_fog, pages.later_log, pages.later_report),
        *rows,
    )
    return [each for each in parts if not each.built]


def _build_all(window: MainWindow) -> None:
    for deferred in window.pages.unbuilt():
        _ = deferred.widget


# --- before the first paint -----------------------------------------------------------------------------------------


def test_nothing_is_built_or_asked_before_the_window_is_painted(
    unshown: MainWindow, kit: FakeKit, qtbot: QtBot
) -> None:
    seen: list[tuple[int, list[str]]] = []
    unshown.opening.painted.connect(lambda: seen.append((len(_unbuilt(unshown)), list(kit.calls))))
    with qtbot.waitSignal(unshown.opening.painted):
        unshown.show()
    assert seen == [(7, [])]


def test_every_page_is_built_in_idle_moments_after_the_first_look(unshown: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unshown.opening.finished, timeout=10_000):
        unshown.show()
    assert _unbuilt(unshown) == []
    assert list(unshown.pages.unbuilt()) == []


def test_a_window_that_closes_builds_nothing_more(unshown: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unshown.opening.painted):
        unshown.show()
    unshown.work.wait(5)
    unshown.bridge.tick()
    assert unshown.opening.is_building
    unshown.close()
    assert not unshown.opening.is_building


def test_keys_names_and_tips_of_pages_are_there_before_the_pages(unshown: MainWindow) -> None:
    keys = [
        unshown.actions_by_name[name].shortcut().toString()
        for name in ("showBoot", "showNetwork", "showFog", "showLog", "showReport")
    ]
    assert keys == ["Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"]
    buttons = unshown.rail.findChildren(QToolButton)
    assert [each.accessibleName() for each in buttons] == ["Room", "Boot", "Network", "FOG", "Log", "Report"]
    assert all(each.toolTip() for each in buttons)
    assert len(_unbuilt(unshown)) == 7


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_2, BOOT),
        (Qt.Key.Key_3, NETWORK),
        (Qt.Key.Key_4, FOG),
        (Qt.Key.Key_5, LOG),
        (Qt.Key.Key_6, REPORT),
    ],
)
def test_a_key_shows_a_page_that_was_not_built_yet(unshown: MainWindow, qtbot: QtBot, key: Qt.Key, page: int) -> None:
    unshown.show()
    unshown.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(unshown, key, Qt.KeyboardModifier.ControlModifier)
    assert unshown.pages.currentIndex() == page
    assert unshown.rail.buttons[page].isChecked()
    shown = unshown.pages.currentWidget()
    assert shown is not None
    assert shown.isVisible()
    assert shown.findChildren(QWidget), "the page, and not what held its place"


# --- nothing depends on a page --------------------------------------------------------------------------------------


def test_a_profile_is_opened_saved_and_served_without_any_page(
    unshown: MainWindow, kit: FakeKit, sample: Profile
) -> None:
    unshown.choices.open(sample, Path("/room.toml"))
    unshown.choices.set_room(Room("Other", 7))
    unshown.desk.save()
    wanted = replace(sample, room=Room("Other", 7))
    assert kit.profiles[Path("/room.toml")] == wanted
    unshown.serving.start()
    unshown.work.wait(5)
    assert kit.started_with == wanted
    assert len(_unbuilt(unshown)) == 7


def test_pages_built_late_show_what_those_built_early_show(clock: Clock, sample: Profile, qapp: QApplication) -> None:
    pictures = []
    for is_early in (True, False):
        with _opened(FakeKit(), clock) as window:
            if is_early:
                _build_all(window)
            window.choices.open(sample, Path("/room.toml"))
            window.profile_pages.show_anew()
            window.choices.replace(replace(sample, boot=replace(sample.boot, rules=sample.boot.rules[:1])))
            window.show()
            look(window)
            serve(window)
            _build_all(window)
            delete_now(qapp)
            sides = window.pages.boot_sides
            pages = (sides.switch, sides.files, *sides.sides, window.pages.network, window.pages.log)
            pictures.append([line for page in pages for line in _picture(page)])
            assert window.choices.profile.boot.rules == sample.boot.rules[:1], "showing a page edits nothing"
    early, late = pictures
    assert len(early) > 200
    assert late == early


def _picture(page: QWidget) -> list[str]:
    """What somebody would see of a page: what is not hidden, whether it is shut, and what it says."""
    return [
        f"{each.objectName()} {each.isEnabled()} {_words(each)}"
        for each in (page, *page.findChildren(QWidget))
        if each is page or each.isVisibleTo(page)
    ]


def _words(widget: QWidget) -> str:
    match widget:
        case QLabel() | QLineEdit():
            return widget.text()
        case QAbstractButton():
            return f"{widget.text()} {widget.isChecked()}"
        case QComboBox():
            return " | ".join([widget.currentText(), *map(widget.itemText, range(widget.count()))])
        case QSpinBox():
            return str(widget.value())
        case QListWidget():
            return " | ".join(widget.item(row).text() for row in range(widget.count()))
        case QTabBar():
            return " | ".join(map(widget.tabText, range(widget.count())))
    return ""


# --- deferred -------------------------------------------------------------------------------------------------------


def test_deferred_is_built_once_and_told_to_whoever_waited(qapp: QApplication) -> None:
    made: list[QWidget] = []

    def build() -> QWidget:
        made.append(QWidget())
        return made[-1]

    deferred = Deferred(build)
    told: list[tuple[str, QWidget]] = []
    deferred.when_built(lambda widget: told.append(("first", widget)))
    deferred.when_built(lambda widget: told.append(("second", widget)))
    assert deferred.built is None
    assert deferred.widget is deferred.widget is deferred.built
    deferred.when_built(lambda widget: told.append(("late", widget)))
    assert told == [("first", made[0]), ("second", made[0]), ("late", made[0])]
