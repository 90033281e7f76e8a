"""The menu being edited: whatever is done to it, `menu()` says what the rows show."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from fogportable.model import Menu, MenuAction, MenuEntry
from fogportable.ui.models.menu_entries import MenuEntryModel, MenuRole

DISK = MenuEntry("Local disk", MenuAction.LOCAL_DISK)
SHELL = MenuEntry("Shell", MenuAction.SHELL)
LINUX = MenuEntry("Rescue", MenuAction.KERNEL, kernel="vmlinuz", initrd=("a", "b"), arguments="quiet")
THREE = Menu("Room 204", (DISK, SHELL, LINUX), 1, 30)


def test_model_keeps_the_rules_of_qt_models(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = MenuEntryModel()
    qtmodeltester.check(model)
    model.set_menu(THREE)
    model.move(0, 1)
    model.insert(1, SHELL)
    model.remove(0)
    model.set_default(2)
    qtmodeltester.check(model)


def test_menu_given_is_menu_returned(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    assert model.menu() == THREE


def test_default_stays_with_its_entry_when_others_move_come_and_go(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    model.move(0, 1)
    assert model.menu().entries[model.menu().default] == SHELL
    model.insert(0, DISK)
    assert model.menu().entries[model.menu().default] == SHELL
    model.remove(0)
    model.move(0, 1)
    assert model.menu().entries[model.menu().default] == SHELL


def test_removing_the_default_makes_the_first_the_default(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    model.remove(1)
    assert model.menu() == Menu("Room 204", (DISK, LINUX), 0, 30)


def test_ends_do_not_move_further(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    assert not model.move(0, -1)
    assert not model.move(2, 1)
    assert model.menu() == THREE


def test_fields_of_another_action_are_kept_while_editing_and_not_served(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    model.replace(2, MenuEntry("Rescue", MenuAction.SHELL, kernel="vmlinuz", arguments="quiet"))
    assert model.menu().entries[2] == MenuEntry("Rescue", MenuAction.SHELL)
    kept = model.entry(2)
    assert kept is not None
    assert kept.kernel == "vmlinuz"


def test_row_tells_a_screen_reader_what_it_does_and_whether_it_is_the_default(qtbot: QtBot) -> None:
    model = MenuEntryModel()
    model.set_menu(THREE)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Local disk, Boot from the local disk"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Shell, Open the iPXE shell, the default"


EDITS = st.one_of(
    st.tuples(st.just("insert"), st.integers(-1, 6)),
    st.tuples(st.just("remove"), st.integers(-1, 6)),
    st.tuples(st.just("up"), st.integers(-1, 6)),
    st.tuples(st.just("down"), st.integers(-1, 6)),
    st.tuples(st.just("default"), st.integers(-1, 6)),
)


@settings(max_examples=60, deadline=None)
@given(edits=st.lists(EDITS, max_size=25))
def test_rows_always_show_what_menu_returns(edits: list[tuple[str, int]]) -> None:
    model = MenuEntryModel()
    for number, (edit, row) in enumerate(edits):
        match edit:
            case "insert":
                model.insert(row, MenuEntry(f"entry {number}", MenuAction.SHELL))
            case "remove":
                model.remove(row)
            case "up":
                model.move(row, -1)
            case "down":
                model.move(row, 1)
            case "default":
                model.set_default(row)
        menu = model.menu()
        shown = [model.index(r).data(Qt.ItemDataRole.DisplayRole) for r in range(model.rowCount())]
        assert shown == [entry.text for entry in menu.entries]
        marked = [r for r in range(model.rowCount()) if model.index(r).data(MenuRole.IS_DEFAULT)]
        assert marked == ([menu.default] if menu.entries else [])
