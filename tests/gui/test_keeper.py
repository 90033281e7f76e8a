"""The laptop itself: its troubles, the network it stands in, the tray, and preferences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from ipaddress import IPv4Network
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode, ServiceError, describe
from fogportable.events import LaptopTrouble, LaptopTroubleOver
from fogportable.model import ClientStage, Room, SessionState, TftpSettings
from fogportable.session.known_sites import KnownSite, SiteMark
from fogportable.session.preferences import Preferences, ThemeChoice
from fogportable.ui.dialogs.closing import Closing
from fogportable.ui.dialogs.preferences import PreferencesDialog
from fogportable.ui.high_contrast import ON_WHITE
from fogportable.ui.keeper_part import KeeperPart
from fogportable.ui.preferences_part import PreferencesPart
from fogportable.ui.theme import DARK, LIGHT, apply_theme, current_theme
from fogportable.ui.tray_desk import TrayDesk
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client, make_mac
from tests.gui.conftest import look, serve
from tests.gui.test_charge import _notices

_SHORT = describe(FaultCode.BATTERY_TOO_SHORT, minutes=25, needed=40)


def _keeper(window: MainWindow) -> KeeperPart:
    return window.parts.the(KeeperPart)


# --- troubles ---------------------------------------------------------------------------------------------------


def test_a_battery_that_will_not_do_is_a_notice_until_it_does(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.append(LaptopTrouble(fault=_SHORT))
    look(window)
    assert _notices(window)["laptop:battery_too_short"] == str(_SHORT)
    kit.room.append(LaptopTroubleOver(fault=_SHORT))
    look(window)
    assert "laptop:battery_too_short" not in _notices(window)


def test_troubles_of_the_laptop_end_with_serving(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.append(LaptopTrouble(fault=_SHORT))
    look(window)
    window.serving.stop()
    for _ in range(2):
        look(window)
    assert _notices(window) == {}


# --- known networks ---------------------------------------------------------------------------------------------


@pytest.fixture
def site(kit: FakeKit, tmp_path: Path) -> KnownSite:
    path = tmp_path / "lincoln.toml"
    kit.profiles[path] = replace(Profile(), room=Room("Lincoln School", 24))
    mark = SiteMark(make_mac(77), IPv4Network("192.168.1.0/24"))
    kit.charge.site = KnownSite(mark, "Lincoln School", path, date(2026, 11, 12))
    return kit.charge.site


def _take(window: MainWindow) -> None:
    for _ in range(2):
        look(window)


def test_a_known_network_offers_its_profile_and_starts_nothing(
    site: KnownSite, window: MainWindow, kit: FakeKit
) -> None:
    _take(window)
    assert _notices(window)["known-site"].startswith("This looks like Lincoln School, served on 12 ")
    window.notice_bar.action_button.click()
    _take(window)
    assert window.choices.path == site.profile
    assert window.choices.profile.room == Room("Lincoln School", 24)
    assert "known-site" not in _notices(window)
    assert "start" not in kit.calls


def test_a_router_that_was_not_heard_of_yet_is_looked_for_again(
    site: KnownSite, window: MainWindow, kit: FakeKit
) -> None:
    kit.charge.site = None
    _take(window)
    kit.charge.site = site
    window.choices.set_room(Room("Elsewhere", 3))
    _take(window)
    assert "known-site" in _notices(window)


def test_it_is_offered_once_and_not_when_its_profile_is_open(site: KnownSite, window: MainWindow, kit: FakeKit) -> None:
    _take(window)
    window.notice_bar.dismiss()
    window.choices.set_room(Room("Elsewhere", 3))
    _take(window)
    assert "known-site" not in _notices(window)
    window.desk.open_path(site.profile)
    _keeper(window).sites._offered.clear()
    _keeper(window).sites._looked_at = None
    window.choices.set_room(Room("Lincoln School", 25))
    _take(window)
    assert "known-site" not in _notices(window)


def test_the_offer_ends_with_start_and_the_network_is_remembered(
    site: KnownSite, window: MainWindow, kit: FakeKit
) -> None:
    _take(window)
    serve(window)
    assert "known-site" not in _notices(window)
    assert kit.charge.remembered == [], "what is in no file cannot be offered"
    window.serving.stop()
    _take(window)
    window.desk.open_path(site.profile)
    _take(window)
    serve(window)
    _take(window)
    assert kit.charge.remembered == [("enx1", "Lincoln School", site.profile)]


# --- tray -------------------------------------------------------------------------------------------------------


#: What the platform of the tests says of trays.
_no_tray_here = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A system with a tray: what its messages say."""
    told: list[str] = []

    def show_message(_icon: QSystemTrayIcon, _title: str, sentence: str, *_: object) -> None:
        told.append(sentence)

    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show_message)
    return told


@pytest.fixture
def room(said: list[str], window: MainWindow, kit: FakeKit) -> MainWindow:
    """Serving with a tray; one computer loads."""
    kit.room.rows = (make_client(1, ClientStage.LOADING),)
    window.choices.set_room(Room("Room 204", 2))
    serve(window)
    kit.room.set_state(SessionState.SERVING, loading_computers=1)
    look(window)
    return window


def _tray(window: MainWindow) -> TrayDesk:
    return _keeper(window).tray


@_no_tray_here
def test_the_icon_says_what_the_serve_bar_says_and_can_stop(room: MainWindow, kit: FakeKit) -> None:
    tray = _tray(room)
    assert tray.icon.isVisible()
    assert tray.icon.toolTip() == f"FOG Portable: Serving. {room.serve_bar.sentence.text()}"
    tray.stop_action.trigger()
    _take(room)
    assert "stop" in kit.calls
    assert not tray.stop_action.isEnabled()


@_no_tray_here
def test_keep_serving_puts_the_window_into_the_tray_and_the_icon_brings_it_back(
    room: MainWindow, said: list[str]
) -> None:
    room.leaving.ask = lambda _parent, _loading: Closing.KEEP
    room.close()
    assert room.isHidden()
    assert said == ["Serving goes on. The icon here brings the window back."]
    assert room.bridge.interval_ms == 1000
    _tray(room).icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not room.isHidden()
    assert room.bridge.interval_ms == 100


@_no_tray_here
def test_failures_and_all_done_are_said_only_while_nobody_sees_the_window(
    room: MainWindow, kit: FakeKit, said: list[str]
) -> None:
    failed = make_client(2, ClientStage.FAILED, doing="ipxe.efi did not arrive")
    kit.room.rows = (make_client(1, ClientStage.LOADING), failed)
    look(room)
    assert said == []
    _tray(room).hide_window()
    said.clear()
    kit.room.rows = (make_client(1, ClientStage.FAILED, doing="ipxe.efi did not arrive"), failed)
    look(room)
    assert said == ["Dell: ipxe.efi did not arrive"]
    kit.room.rows = tuple(make_client(place, ClientStage.HANDED_OVER) for place in (1, 2))
    for _ in range(3):
        look(room)
    assert said[1:] == ["All 2 computers are handed over. You can stop now."]


def test_without_a_tray_the_window_is_made_small(window: MainWindow, kit: FakeKit) -> None:
    serve(window)
    kit.room.set_state(SessionState.SERVING, loading_computers=1)
    look(window)
    window.leaving.ask = lambda _parent, _loading: Closing.KEEP
    window.close()
    assert window.isMinimized()
    assert not _tray(window).icon.isVisible()


# --- preferences ------------------------------------------------------------------------------------------------


@pytest.fixture
def _light_again(qapp: object) -> object:
    yield
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)


def _answer(wanted: Preferences) -> Callable[[QWidget | None, Preferences, Callable[[], int]], Preferences]:
    return lambda _parent, _before, _forget: wanted


@pytest.mark.usefixtures("_light_again")
def test_colours_are_applied_kept_and_in_step_with_the_view_menu(window: MainWindow, kit: FakeKit) -> None:
    part = window.parts.the(PreferencesPart)
    part.ask = _answer(Preferences(ThemeChoice.DARK))
    window.actions_by_name["preferences"].trigger()
    assert current_theme() is DARK
    assert window.actions_by_name["looksDark"].isChecked()
    assert kit.preferences == Preferences(ThemeChoice.DARK)
    window.actions_by_name["looksLight"].trigger()
    assert kit.preferences == Preferences(ThemeChoice.LIGHT)
    assert part.wanted.theme is ThemeChoice.LIGHT
    window.actions_by_name["looksHighContrast"].trigger()
    assert current_theme() is ON_WHITE
    assert kit.preferences == Preferences(ThemeChoice.HIGH_CONTRAST)


@pytest.mark.usefixtures("_light_again")
def test_what_was_kept_is_applied_by_the_next_window(qtbot: QtBot, kit: FakeKit) -> None:
    kit.preferences = Preferences(ThemeChoice.DARK, shows_expert=True)
    window = MainWindow(kit)
    qtbot.addWidget(window)
    assert current_theme() is DARK
    assert window.actions_by_name["looksDark"].isChecked()
    assert window.pages.boot_sides.switch.isTabVisible(4)


def test_expert_settings_are_hidden_until_asked_for_or_used(window: MainWindow, kit: FakeKit) -> None:
    switch = window.pages.boot_sides.switch
    assert not switch.isTabVisible(4)
    window.choices.replace(replace(window.choices.profile, tftp=TftpSettings(is_single_port=True)))
    assert switch.isTabVisible(4), "a profile that uses them shows them"
    window.choices.replace(replace(window.choices.profile, tftp=TftpSettings()))
    assert not switch.isTabVisible(4)
    window.parts.the(PreferencesPart).ask = _answer(Preferences(shows_expert=True))
    window.actions_by_name["preferences"].trigger()
    assert switch.isTabVisible(4)


def test_preferences_that_cannot_be_kept_count_until_the_window_closes(window: MainWindow, kit: FakeKit) -> None:
    kit.save_error = ServiceError(FaultCode.PREFERENCES_NOT_SAVED, file="x", reason="full")
    window.parts.the(PreferencesPart).ask = _answer(Preferences(shows_expert=True))
    window.actions_by_name["preferences"].trigger()
    assert _notices(window)["preferences"] == str(kit.save_error.fault)
    assert window.parts.the(PreferencesPart).wanted.shows_expert


def test_a_damaged_file_is_told_in_the_window(qtbot: QtBot, kit: FakeKit) -> None:
    kit.preferences_fault = describe(FaultCode.PREFERENCES_UNREAD, file="x", reason="y")
    window = MainWindow(kit)
    qtbot.addWidget(window)
    assert _notices(window)["preferences"] == str(kit.preferences_fault)


@pytest.mark.parametrize(
    "wanted", [Preferences(), Preferences(ThemeChoice.LIGHT, "en", True), Preferences(ThemeChoice.HIGH_CONTRAST)]
)
def test_the_dialog_gives_back_what_it_was_given(qtbot: QtBot, wanted: Preferences) -> None:
    dialog = PreferencesDialog(wanted, lambda: 0)
    qtbot.addWidget(dialog)
    assert dialog.preferences() == wanted


def test_known_networks_can_be_forgotten_in_the_dialog(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Preferences(), lambda: 3)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QPushButton, "forgetSites")
    assert button is not None
    button.click()
    assert dialog._forgotten.text() == "3 networks are forgotten."
