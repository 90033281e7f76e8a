"""The menu bar as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import SEPARATOR, Actions, Entry
from fogportable.ui.looks import Looks
from fogportable.ui.part import MenuName

if TYPE_CHECKING:
    from fogportable.ui.views.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def add_menus(actions: Actions, window: MainWindow) -> None:
    """File, Serve, Clients, View, Help. The first is also the menu of the profiles button."""
    _add_file(actions, window)
    _add_serve(actions, window)
    _add_clients(actions, window)
    _add_view(actions, window)
    _add_help(actions, window)


def _add_file(actions: Actions, window: MainWindow) -> None:
    desk = window.desk
    actions.add_menu(
        _tr("&File"),
        (
            Entry("newProfile", _tr("&New profile"), desk.new),
            Entry("openProfile", _tr("&Open profile…"), desk.open),
            Entry("saveProfile", _tr("&Save profile"), desk.save),
            Entry("saveProfileAs", _tr("Save profile &as…"), desk.save_as),
            SEPARATOR,
            Entry("importDnsmasq", _tr("&Import dnsmasq configuration…"), window.import_desk.ask, ("Ctrl+I",)),
            *window.parts.entries(MenuName.FILE),
            SEPARATOR,
            Entry("quit", _tr("&Quit"), window.close_window, ("Ctrl+Q",)),
        ),
    )


def _add_serve(actions: Actions, window: MainWindow) -> None:
    serving = window.serving
    actions.add_menu(
        _tr("S&erve"),
        (
            Entry("start", _tr("&Start"), serving.start, ("F5",)),
            Entry("observe", _tr("Obser&ve"), serving.observe, ("Ctrl+F5",)),
            Entry("stop", _tr("S&top"), serving.stop, ("Shift+F5",)),
            SEPARATOR,
            Entry("checkAgain", _tr("&Check again"), window.surroundings.look_anew),
            Entry("rehearse", _tr("&Rehearse without PCs"), serving.rehearse),
            Entry("rehearseMany", _tr("Rehearse wit&h more…"), window.choice_desk.rehearse_many),
            SEPARATOR,
            Entry("getBootFiles", _tr("&Get boot files…"), window.fetch_boot_files),
            Entry("room", _tr("Roo&m…"), window.choice_desk.edit_room),
            *window.parts.entries(MenuName.SERVE),
        ),
    )


def _add_clients(actions: Actions, window: MainWindow) -> None:
    actions.add_menu(
        _tr("&Clients"),
        (
            Entry("find", _tr("&Find"), window.pages.focus_find, ("Ctrl+F",)),
            Entry("copy", _tr("&Copy"), window.pages.copy, ("Ctrl+C",)),
            SEPARATOR,
            Entry("nextTrouble", _tr("&Next that needs you"), window.pages.next_trouble, ("F8",)),
            Entry("previousTrouble", _tr("&Previous that needs you"), window.pages.previous_trouble, ("Shift+F8",)),
            *window.parts.entries(MenuName.CLIENTS),
        ),
    )


def _add_view(actions: Actions, window: MainWindow) -> None:
    looks = Looks(window)
    actions.add_menu(
        _tr("&View"),
        (
            Entry("showRoom", _tr("&Room"), window.pages.show_room, ("Ctrl+1",)),
            Entry("showBoot", _tr("&Boot"), window.pages.show_boot, ("Ctrl+2",)),
            Entry("showNetwork", _tr("Net&work"), window.pages.show_network, ("Ctrl+3",)),
            Entry("showFog", _tr("&FOG"), window.pages.show_fog, ("Ctrl+4",)),
            Entry("showLog", _tr("&Log"), window.pages.show_log, ("Ctrl+5", "Ctrl+L")),
            Entry("showReport", _tr("R&eport"), window.pages.show_report, ("Ctrl+6",)),
            SEPARATOR,
            Entry("nextRegion", _tr("&Next part of the window"), window.next_region, ("F6",)),
            Entry("previousRegion", _tr("&Previous part of the window"), window.previous_region, ("Shift+F6",)),
            SEPARATOR,
            Entry("looksSystem", _tr("Colours of the &system"), looks.follow_system, group="looks"),
            Entry("looksLight", _tr("L&ight colours"), looks.light, group="looks"),
            Entry("looksDark", _tr("&Dark colours"), looks.dark, group="looks"),
            Entry("looksHighContrast", _tr("High &contrast"), looks.high_contrast, group="looks"),
            *window.parts.entries(MenuName.VIEW),
        ),
    )
    actions["looksSystem"].setChecked(True)


def _add_help(actions: Actions, window: MainWindow) -> None:
    actions.add_menu(
        _tr("&Help"),
        (
            Entry("cards", _tr("&Before you start"), window.show_cards),
            *window.parts.entries(MenuName.HELP),
            SEPARATOR,
            Entry("about", _tr("&About FOG Portable"), window.about),
        ),
    )
