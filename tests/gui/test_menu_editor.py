"""The menu editor: what is shown is what `menu()` returns, by mouse and by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from fogportable.model import FIELDS_OF_ACTION, Menu, MenuAction, MenuEntry
from fogportable.ui.views.menu_editor import MenuEditor
from fogportable.ui.widgets.menu_entry_form import ACTIONS
from fogportable.ui.widgets.menu_screen import Screen, read_screen
from fogportable.ui.widgets.problem_line import ProblemLine
from tests.fakes.boot_kit import FakeBootKit

DISK = MenuEntry("Local disk", MenuAction.LOCAL_DISK)
FOG = MenuEntry("FOG", MenuAction.CHAIN_URL, url="http://192.168.1.5/fog/boot.php")
MEMTEST = MenuEntry("Memory test", MenuAction.CHAIN_FILE, file="memtest.efi")
LINUX = MenuEntry("Rescue", MenuAction.KERNEL, kernel="linux", initrd=("a.gz", "b.gz"), arguments="quiet splash")
SHELL = MenuEntry("Shell", MenuAction.SHELL)
EVERY_ACTION = Menu("Room 204", (DISK, FOG, MEMTEST, LINUX, SHELL), 1, 30)


@pytest.fixture
def editor(qtbot: QtBot) -> MenuEditor:
    made = MenuEditor(FakeBootKit())
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.set_menu(EVERY_ACTION)
    made.show()
    made.activateWindow()
    return made


def field(editor: MenuEditor, name: str) -> QWidget:
    found = editor.form.findChild(QWidget, "menuEntry" + name.capitalize())
    assert isinstance(found, QWidget)
    return found


def problem_of(editor: MenuEditor, name: str) -> str:
    line = editor.form.findChild(ProblemLine, "menuProblem" + name.capitalize())
    assert line is not None
    return line.words


def shown_value(editor: MenuEditor, name: str) -> str | tuple[str, ...]:
    widget = field(editor, name)
    if isinstance(widget, QLineEdit):
        return widget.text()
    assert isinstance(widget, QPlainTextEdit)
    return tuple(widget.toPlainText().split())


def choose_row(editor: MenuEditor, row: int) -> None:
    editor.list.setCurrentIndex(editor.model.index(row))


def retype(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    for letter in text:
        # QTest.keyClicks knows ASCII only.
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))


@pytest.mark.parametrize("row", range(5))
def test_form_shows_exactly_the_fields_of_the_action(editor: MenuEditor, row: int) -> None:
    choose_row(editor, row)
    entry = EVERY_ACTION.entries[row]
    fields = ("url", "file", "wim", "bcd", "sdi", "wimboot", "iso", "memdisk", "kernel", "initrd", "arguments")
    visible = tuple(name for name in fields if field(editor, name).isVisible())
    assert visible == FIELDS_OF_ACTION[entry.action]
    assert {name: shown_value(editor, name) for name in visible} == {name: getattr(entry, name) for name in visible}
    assert editor.form.text_field.text() == entry.text
    assert editor.form.action_field.currentData() == entry.action


@pytest.mark.parametrize(
    ("entry", "typed", "words"),
    [
        (MenuEntry("PE", MenuAction.WINPE, wim="boot.wim"), {"bcd": "winpe/BCD"}, "not under Secure Boot"),
        (MenuEntry("CD", MenuAction.ISO, iso="a.iso"), {"memdisk": "memdisk"}, "@iso@"),
    ],
)
def test_entries_of_windows_and_of_images_are_edited_and_say_what_works_where(
    editor: MenuEditor, entry: MenuEntry, typed: dict[str, str], words: str
) -> None:
    editor.set_menu(Menu("Room", (DISK, entry), 0, 5))
    assert not editor.form.note.isVisible()
    choose_row(editor, 1)
    for name, value in typed.items():
        assert field(editor, name).accessibleName()
        retype(field(editor, name), value)
    assert editor.menu().entries[1] == replace(entry, **typed)  # type: ignore[arg-type]
    assert editor.form.note.isVisible()
    assert words in editor.form.note.text()
    assert editor.form.action_field.accessibleDescription() == editor.form.note.text()


def test_looking_at_entries_changes_nothing(qtbot: QtBot, editor: MenuEditor) -> None:
    with qtbot.assertNotEmitted(editor.menu_changed):
        for row in (3, 0, 4, 2, 1):
            choose_row(editor, row)
    assert editor.menu() == EVERY_ACTION


@pytest.mark.parametrize(
    ("row", "name", "typed", "value"),
    [
        (0, "text", "Disk first", "Disk first"),
        (1, "url", "http://10.0.0.1/x.ipxe", "http://10.0.0.1/x.ipxe"),
        (2, "file", "grub/grub.efi", "grub/grub.efi"),
        (3, "kernel", "vmlinuz", "vmlinuz"),
        (3, "initrd", "one.gz\ntwo.gz\n", ("one.gz", "two.gz")),
        (3, "arguments", "", ""),
    ],
)
def test_typed_value_is_in_the_menu_at_once(
    qtbot: QtBot, editor: MenuEditor, row: int, name: str, typed: str, value: object
) -> None:
    choose_row(editor, row)
    before = editor.menu()
    with qtbot.waitSignal(editor.menu_changed):
        retype(field(editor, name), typed)
    assert getattr(editor.menu().entries[row], name) == value
    assert editor.menu() is not before
    others = [e for i, e in enumerate(editor.menu().entries) if i != row]
    assert others == [e for i, e in enumerate(EVERY_ACTION.entries) if i != row]


def test_other_action_shows_its_fields_and_keeps_what_was_typed(editor: MenuEditor) -> None:
    choose_row(editor, 3)
    editor.form.action_field.setFocus()
    steps = ACTIONS.index(MenuAction.SHELL) - ACTIONS.index(MenuAction.KERNEL)
    for _ in range(steps):
        QTest.keyClick(editor.form.action_field, Qt.Key.Key_Down)
    assert editor.menu().entries[3] == MenuEntry("Rescue", MenuAction.SHELL)
    assert not field(editor, "kernel").isVisible()
    for _ in range(steps):
        QTest.keyClick(editor.form.action_field, Qt.Key.Key_Up)
    assert editor.menu().entries[3] == LINUX


def test_problem_stands_below_its_field_and_goes_when_mended(editor: MenuEditor) -> None:
    choose_row(editor, 1)
    retype(field(editor, "url"), "")
    assert problem_of(editor, "url") == "The address is missing."
    choose_row(editor, 0)
    assert editor.menu_problem.words == "Something is missing in “FOG”."
    choose_row(editor, 1)
    retype(field(editor, "url"), "http://10.0.0.1/")
    assert problem_of(editor, "url") == ""
    assert editor.menu_problem.words == ""


def test_title_that_iPXE_cannot_show_is_said(editor: MenuEditor) -> None:
    retype(editor.title_field, "教室")
    assert "no character that iPXE can show" in editor.title_problem.words


def test_timeout_of_zero_is_called_wait_for_ever(editor: MenuEditor) -> None:
    editor.timeout_field.setValue(0)
    assert editor.menu().timeout_s == 0
    assert editor.timeout_field.text() == "Wait for ever"
    assert editor.timeout_field.maximum() == 3600


def test_preview_is_the_script_that_is_served_and_its_first_screen(editor: MenuEditor) -> None:
    retype(editor.title_field, "Räume; exit")
    script = editor.script_view.toPlainText()
    assert script == FakeBootKit().render_menu(editor.menu())
    texts = ("Local disk", "FOG", "Memory test", "Rescue", "Shell")
    assert read_screen(script) == Screen("Raume exit", texts, default=1, timeout_s=30)
    lines = editor.screen_view.visible_lines()
    assert [(text.split()[0], is_selected) for _row, text, is_selected in lines][1:3] == [
        ("Local", False),
        ("FOG", True),
    ]
    assert "(30)" in lines[2][1]


def test_long_menu_shows_the_default_on_the_screen(editor: MenuEditor) -> None:
    editor.set_menu(Menu("T", tuple(MenuEntry(f"E{n}", MenuAction.SHELL) for n in range(40)), 35, 5))
    assert [text.split()[0] for _row, text, is_selected in editor.screen_view.visible_lines() if is_selected] == ["E35"]


def test_menu_without_entries_shows_what_computers_do_then(editor: MenuEditor) -> None:
    for _ in range(5):
        editor.remove_button.click()
    assert editor.menu().entries == ()
    assert not editor.form.isEnabled()
    assert not editor.remove_button.isEnabled()
    assert any("local disk" in text for _row, text, _is_selected in editor.screen_view.visible_lines())


def test_menu_is_edited_from_end_to_end_by_keyboard_alone(qtbot: QtBot, editor: MenuEditor) -> None:
    editor.set_menu(Menu("T", (DISK, SHELL), 0, 10))
    editor.title_field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.title_field)
    assert type_here("Room 7") is editor.title_field
    press(Qt.Key.Key_Tab)
    type_here("25")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.list
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    assert type_here("FOG server") is editor.form.text_field
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    type_here("http://10.0.0.5/boot.php")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)  # Make default
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    fog = MenuEntry("FOG server", MenuAction.CHAIN_URL, url="http://10.0.0.5/boot.php")
    assert editor.menu() == Menu("Room 7", (fog, DISK, SHELL), 0, 25)
    editor.list.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert editor.menu() == Menu("Room 7", (fog, DISK), 0, 25)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def type_here(text: str) -> QWidget:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(target, text)
    return target


TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_characters="\x7f"), max_size=20)
WORD = st.text("abcxyz./-${}", min_size=1, max_size=12)
ENTRIES = st.one_of(
    st.builds(MenuEntry, TEXT, st.sampled_from((MenuAction.LOCAL_DISK, MenuAction.SHELL))),
    st.builds(MenuEntry, TEXT, st.just(MenuAction.CHAIN_URL), url=TEXT),
    st.builds(MenuEntry, TEXT, st.just(MenuAction.CHAIN_FILE), file=TEXT),
    st.builds(
        MenuEntry,
        TEXT,
        st.just(MenuAction.KERNEL),
        kernel=TEXT,
        initrd=st.lists(WORD, max_size=3).map(tuple),
        arguments=TEXT,
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=TEXT, entries=st.lists(ENTRIES, min_size=1, max_size=5).map(tuple), timeout_s=st.integers(0, 3600))
def test_any_menu_is_shown_and_given_back_unchanged(
    editor: MenuEditor, title: str, entries: tuple[MenuEntry, ...], timeout_s: int
) -> None:
    menu = Menu(title, entries, len(entries) - 1, timeout_s)
    editor.set_menu(menu)
    for row, entry in enumerate(entries):
        choose_row(editor, row)
        assert editor.form.entry() == entry
    assert editor.menu() == menu
    assert (editor.title_field.text(), editor.timeout_field.value()) == (title, timeout_s)
