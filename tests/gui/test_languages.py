"""The window in German, in a language that nobody speaks, and from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from fogportable.language import GERMAN, language
from fogportable.ui import words
from fogportable.ui.models.client_row import Column
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.widgets.elided_label import ElidedLabel
from tests.fakes.kit import ALL_WELL, FakeKit
from tests.fakes.languages import spoken
from tests.gui import test_accessibility
from tests.gui.conftest import look
from tests.gui.test_accessibility import WHERE, go_to


@pytest.fixture(params=["de"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language that the window of a test speaks; asked for before `window`."""
    with spoken(qapp, request.param):
        yield request.param


def _all_tongues(*codes: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("tongue", codes, indirect=True)


# --- German ---------------------------------------------------------------------------------------------------------


def test_german_is_spoken_by_the_window_by_sentences_and_by_qt(tongue: str, window: MainWindow) -> None:
    assert language() is GERMAN
    assert window.serve_bar.main_button.text().replace("&", "") == "Start"
    assert [button.accessibleName() for button in window.rail.buttons][:3] == ["Raum", "Booten", "Netzwerk"]
    assert window.actions_by_name["quit"].text() == "&Beenden"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert words.decimal(1234.5) == "1234,5"
    assert words.amount_of(1_000_000, 2_000_000) == "1,0 von 2,0 MB"


@WHERE
def test_mnemonics_are_unique_in_german(tongue: str, window: MainWindow, kit: FakeKit, where: str) -> None:
    test_accessibility.test_mnemonics_are_unique_over_menu_bar_and_page(window, kit, where)


def test_mnemonics_of_remedies_and_menus_are_unique_in_german(tongue: str, window: MainWindow, kit: FakeKit) -> None:
    test_accessibility.test_mnemonics_are_unique_in_every_menu(window)
    test_accessibility.test_mnemonics_are_unique_with_every_remedy_shown(window, kit)


@WHERE
def test_controls_have_names_of_their_own_in_german(tongue: str, window: MainWindow, kit: FakeKit, where: str) -> None:
    test_accessibility.test_every_control_has_a_name_for_people(window, kit, where)
    test_accessibility.test_no_two_controls_of_a_region_are_called_alike(window, kit, where)


# --- longer words ---------------------------------------------------------------------------------------------------


def _worded(window: QWidget) -> list[QLabel | QAbstractButton]:
    return [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]


def _clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words are wider than their place, but those that break or shorten them themselves."""
    found = []
    for each in _worded(window):
        breaks = (isinstance(each, QLabel) and each.wordWrap()) or isinstance(each, ElidedLabel)
        is_icon = isinstance(each, QToolButton) and each.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        if breaks or is_icon or not each.isVisible():
            continue
        lines = each.text().replace("&", "").split("\n")
        wide = max(each.fontMetrics().horizontalAdvance(line) for line in lines)
        if wide > each.width():
            found.append(f"{each.objectName()}: {each.text()} is {wide} wide in {each.width()}")
    return found


@_all_tongues("de", "pseudo")
@WHERE
def test_no_word_is_cut_off(tongue: str, window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    look(window)
    assert _clipped(window) == []


#: What no language changes: names, numbers with units, what the fakes say.
_DATA = re.compile(
    r"^(Acer|Asus|Dell|Fujitsu|HP|Lenovo ThinkPad, ThinkCentre|F8, Esc)$|USB Ethernet|iPXE 1\.21|BIOS|UEFI|F12|"
    r"[\d.,]+ MB/s|/srv/boot-sets|What to do|Another boot server also answers\."
)


@_all_tongues("pseudo")
@WHERE
def test_every_word_of_the_window_can_be_translated(tongue: str, window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    faked = {finding.sentence for finding in ALL_WELL}
    shown = [each.text() for each in _worded(window)]
    assert [
        text
        for text in shown
        if any(map(str.isalpha, text)) and "~]" not in text and text not in faked and not _DATA.search(text)
    ] == []


# --- right to left --------------------------------------------------------------------------------------------------


@_all_tongues("mirror")
def test_cells_of_the_table_mirror(tongue: str, window: MainWindow, kit: FakeKit) -> None:
    """The shape stands at the beginning of its cell, and a sentence over several cells is seen."""
    go_to(window, kit, "serving")
    table = window.room_page.rows.table
    asking = next(row for row in range(table.model().rowCount()) if table.model().index(row, 0).data() == "Asking")
    table.scrollTo(table.model().index(asking, 0))
    picture = table.viewport().grab().toImage()
    for column in (Column.STATE, Column.DOING):
        place = table.visualRect(table.model().index(asking, column))
        ground = picture.pixelColor(place.center().x(), place.top() + 1)
        inked = [
            x
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
            if picture.pixelColor(x, y) != ground
        ]
        assert max(inked, default=0) > place.right() - 20


@_all_tongues("mirror")
@WHERE
def test_the_window_mirrors(tongue: str, window: MainWindow, kit: FakeKit, where: str) -> None:
    go_to(window, kit, where)
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if where != "narrow":
        assert window.rail.mapTo(window, window.rail.rect().center()).x() > window.width() / 2
    window.grab()
