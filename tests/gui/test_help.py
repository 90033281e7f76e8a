"""The guide inside the window: every page and link, F1 at the focused control, searching, the sheet of keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import fogportable
from fogportable.session.guide import guide_folder, guide_page, guide_pages, headings, slug
from fogportable.ui.dialogs.guide_window import GuideWindow
from fogportable.ui.help_part import FIRST_PAGE, TOPICS, HelpPart, topic_of
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.languages import spoken

PAGES = [page for page, _title in guide_pages()]


@pytest.fixture
def help_part(window: MainWindow) -> HelpPart:
    return window.parts.the(HelpPart)


@pytest.fixture
def guide(window: MainWindow, qtbot: QtBot) -> GuideWindow:
    made = GuideWindow(window)
    qtbot.addWidget(made)
    return made


def _headings(page: str) -> set[str]:
    return {slug(heading) for heading in headings(guide_page(page))}


def _named_in_sources() -> set[str]:
    """Every name that some widget of the window has."""
    found: set[str] = set()
    for file in (Path(fogportable.__file__).parent / "ui").rglob("*.py"):
        for given in re.findall(r"setObjectName\(([^)]*)\)", file.read_text(encoding="utf-8")):
            found.update(re.findall(r'"(\w+)"', given))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_guide_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", guide_page(page)):
        if "://" in target or target.startswith("pictures/"):
            continue
        name, _hash, heading = target.partition("#")
        assert name in PAGES, target
        assert not heading or heading in _headings(name), target


def test_every_topic_is_a_page_and_a_heading(guide: GuideWindow) -> None:
    for topic in {*TOPICS.values(), FIRST_PAGE}:
        name, _hash, heading = topic.partition("#")
        guide.go_to(topic)
        assert guide.page == name
        assert not heading or slug(guide.heading_in_view()) == heading, topic


def _everything_of(window: MainWindow) -> list[QWidget]:
    for deferred in window.pages.unbuilt():
        _ = deferred.widget
    _ = window.pages.boot_sides, window.room_page.rows
    for deferred in window.pages.boot_sides.unbuilt():
        _ = deferred.widget
    return window.findChildren(QWidget)


def test_every_topic_names_a_widget(window: MainWindow) -> None:
    names = {each.objectName() for each in _everything_of(window)}
    assert set(TOPICS) <= names | _named_in_sources()


#: Names of what stands by itself; the main window's and the guide's own need no topic.
_BY_THEMSELVES = re.compile(r"\w+(Dialog|Page|Window|Box|Sheet|Display|Drawer|Popover)")
_NO_TOPIC = {"mainWindow", "guideWindow", "guidePage"}
#: Of a dialog or a page, which has a topic: these are boxes for a choice or lists inside.
_INSIDE = {"assignSeatBox", "ratePage"}


def test_every_page_and_question_has_a_topic() -> None:
    """By the sources, so that a new dialog cannot be forgotten."""
    alone = {each for each in _named_in_sources() if _BY_THEMSELVES.fullmatch(each)} - _NO_TOPIC - _INSIDE
    assert len(alone) > 20
    assert sorted(alone - set(TOPICS)) == []


def test_every_card_of_the_window_leads_to_its_part_of_the_guide(window: MainWindow) -> None:
    cards = [each for each in _everything_of(window) if re.fullmatch(r"\w+(Card|Page|Bar|Side\w+)", each.objectName())]
    assert len(cards) > 15
    assert [each.objectName() for each in cards if topic_of(each) == FIRST_PAGE] == []


def test_f1_in_a_question_tells_of_it_over_it(window: MainWindow, help_part: HelpPart, qtbot: QtBot) -> None:
    """A question shuts out the window with its menus, and every window that is not its own."""
    window.show()
    dialog = QDialog(window)
    dialog.setObjectName("autoStopDialog")
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    assert help_part.guide is not None
    assert help_part.guide.page == "in-charge.md"
    assert help_part.guide.browser.isEnabled()
    assert help_part.guide.parentWidget() is dialog
    dialog.close()
    help_part.show_guide()
    assert help_part.guide is not None
    assert help_part.guide.parentWidget() is window


def test_every_picture_is_there_fits_and_has_words(guide: GuideWindow) -> None:
    guide.show()
    for page in PAGES:
        pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", guide_page(page))
        guide.go_to(page)
        for words, file in pictures:
            assert (guide_folder() / file).is_file(), file
            assert len(words) > 20, file
            assert words in guide.browser.toPlainText()
        shown = guide.browser.shown_sizes()
        assert len(shown) == len(pictures)
        assert [each for each in shown if not 0 < each[0] <= guide.browser.viewport().width()] == []


def test_every_picture_of_the_guide_is_used_and_all_are_small() -> None:
    files = list((guide_folder() / "pictures").iterdir())
    used = {file for page in PAGES for file in re.findall(r"\]\((pictures/[^)]+)\)", guide_page(page))}
    assert {f"pictures/{each.name}" for each in files} == used
    assert sum(each.stat().st_size for each in files) <= 1_500_000


def test_a_picture_shrinks_with_the_window(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.go_to("room.md")
    guide.show()
    guide.resize(640, 500)
    qtbot.waitUntil(lambda: guide.browser.shown_sizes()[0][0] <= guide.browser.viewport().width())
    assert guide.browser.horizontalScrollBar().maximum() == 0


def test_f1_tells_of_the_focused_control(window: MainWindow, help_part: HelpPart, qtbot: QtBot) -> None:
    window.show()
    window.serve_bar.room_picker.setFocus()
    assert topic_of(window.serve_bar.room_picker) == "room.md#name-the-room"
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is window.serve_bar.room_picker)
    help_part.show_topic()
    assert help_part.guide is not None
    assert help_part.guide.isVisible()
    assert help_part.guide.page == "room.md"


def test_a_control_that_nothing_is_said_of_leads_to_the_first_page() -> None:
    assert topic_of(None) == FIRST_PAGE


def test_links_between_pages_stay_in_the_guide(guide: GuideWindow) -> None:
    guide.go_to("index.md")
    guide.browser.anchorClicked.emit(QUrl("fog.md#sign-in"))
    assert guide.page == "fog.md"
    assert guide.heading_in_view() == "Sign in"
    assert guide.contents.currentItem().text() == "A FOG server"


def test_search_goes_on_over_all_pages_and_begins_again(guide: GuideWindow) -> None:
    guide.go_to("index.md")
    guide.find_field.setText("keeps accidents away")
    guide.find_next()
    assert guide.page == "security.md"
    assert guide.browser.textCursor().selectedText() == "keeps accidents away"
    guide.find_next()
    assert guide.page == "security.md"
    assert guide.browser.textCursor().selectedText() == "keeps accidents away"


def test_what_is_not_in_the_guide_is_said(guide: GuideWindow) -> None:
    guide.go_to("index.md")
    guide.find_field.setText("zzz-nowhere")
    guide.find_next()
    assert guide.found_label.text() == "Not in the guide"
    assert guide.page == "index.md"


def test_the_sheet_has_every_key_of_the_menus(window: MainWindow, help_part: HelpPart) -> None:
    help_part.show_keys()
    assert help_part.sheet is not None
    tree = help_part.sheet.tree
    shown = set()
    for row in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(row)
        assert head is not None
        lines = [head.child(line) for line in range(head.childCount())]
        shown |= {line.text(0) for line in lines if line is not None}
    menus = window.actions_by_name.menus
    wanted = {action.text().replace("&", "") for menu in menus for action in menu.actions() if action.shortcuts()}
    assert shown == wanted
    assert "Start" in shown


def test_the_guide_opens_in_german_at_the_same_place(qapp: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    with spoken(qapp, "de"):
        guide = GuideWindow(window)
        qtbot.addWidget(guide)
        guide.go_to("seats.md#for-everybody-in-the-room")
        assert guide.heading_in_view() == "Für alle im Raum"
        assert guide.contents.currentItem().text() == "Plätze"
        guide.find_field.setText("hält Versehen fern")
        guide.find_next()
        assert guide.page == "security.md"
