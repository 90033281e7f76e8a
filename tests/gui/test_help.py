"""The guide inside the window: every page and link, F1 at the focused control, searching, the sheet of keys."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fogportable.session.guide import guide_page, guide_pages
from fogportable.ui.dialogs.guide_window import GuideWindow, slug
from fogportable.ui.help_part import FIRST_PAGE, TOPICS, HelpPart, topic_of
from fogportable.ui.views.main_window import MainWindow

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
    plain = re.sub(r"^```.*?^```", "", guide_page(page), flags=re.MULTILINE | re.DOTALL)
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", plain, re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_guide_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", guide_page(page)):
        if "://" in target or target.startswith("pictures/"):
            continue
        name, _hash, heading = target.partition("#")
        assert name in PAGES, target
        assert not heading or heading in _headings(name), target


@pytest.mark.parametrize("topic", [*TOPICS.values(), FIRST_PAGE])
def test_every_topic_is_a_page_and_a_heading(guide: GuideWindow, topic: str) -> None:
    name, _hash, heading = topic.partition("#")
    guide.go_to(topic)
    assert guide.page == name
    assert slug(guide.heading_in_view()) == (heading or slug(guide.heading_in_view()))


def test_every_topic_names_a_widget_of_the_window(window: MainWindow) -> None:
    for deferred in window.pages.unbuilt():
        _ = deferred.widget
    _ = window.pages.boot_sides, window.room_page.rows
    for deferred in window.pages.boot_sides.unbuilt():
        _ = deferred.widget
    names = {each.objectName() for each in window.findChildren(QWidget)}
    assert set(TOPICS) <= names


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
