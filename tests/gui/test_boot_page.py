"""The Boot page: what is chosen is what it gives back, and what is wrong is said beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fogportable.boot.boot_set import BootSet
from fogportable.config.profile import BootSettings, Profile
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule, Menu, MenuAction, MenuEntry
from fogportable.ui.models.boot_rules import BootRuleRows
from fogportable.ui.shapes import Shape
from fogportable.ui.views.boot_page import BootPage
from fogportable.ui.widgets import boot_files_card
from fogportable.ui.widgets.arch_row import ArchRowWidget
from tests.fakes.boot_kit import FakeBootKit, make_boot_set

BIOS = frozenset({0})
X64 = frozenset({7, 9})
ARM64 = frozenset({11})


@pytest.fixture
def debian(tmp_path: Path) -> BootSet:
    files = {"undionly.kpxe": BIOS, "snponly.efi": X64}
    return make_boot_set(tmp_path / "debian", "debian-13", "iPXE from Debian 13", files)


@pytest.fixture
def other(tmp_path: Path) -> BootSet:
    return make_boot_set(tmp_path / "other", "grub", "GRUB", {"grubx64.efi": X64})


@pytest.fixture
def kit(debian: BootSet, other: BootSet) -> FakeBootKit:
    return FakeBootKit(debian, other)


@pytest.fixture
def page(qtbot: QtBot, kit: FakeBootKit) -> BootPage:
    made = BootPage(kit)
    qtbot.addWidget(made)
    made.resize(1152, 640)
    made.set_profile(Profile(), Path("/"))
    made.show()
    return made


def row(page: BootPage, name: str) -> ArchRowWidget:
    found = page.findChild(ArchRowWidget, f"archRow_{name}")
    assert found is not None
    return found


def type_file(page: BootPage, name: str, file: str) -> None:
    field = page.findChild(QComboBox, f"archFile_{name}")
    assert field is not None
    field.setFocus()
    line = field.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, file)
    QTest.keyClick(line, Qt.Key.Key_Return)


# --- boot files -----------------------------------------------------------------------------------------------------


def test_without_a_choice_the_first_stored_set_is_proposed_and_nothing_written_down(
    page: BootPage, debian: BootSet
) -> None:
    assert page.files_card.set_field.currentText() == "iPXE from Debian 13"
    assert page.boot_settings() == BootSettings()
    assert page.rules() == debian.rules
    assert page.files_card.folder() == debian.folder


def test_usual_kinds_are_always_shown_with_shape_and_word(page: BootPage) -> None:
    assert (row(page, "bios").verdict.shape, row(page, "bios").verdict.words) == (Shape.DONE, "Good")
    assert row(page, "arm64").verdict.words == "No file. These computers get no answer."
    assert row(page, "arm64").verdict.shape is Shape.LEFT_ALONE


def test_ia32_row_says_why_there_is_no_file(page: BootPage) -> None:
    assert "Debian's ipxe package has no file for 32-bit UEFI" in row(page, "ia32").verdict.words


def test_another_set_replaces_set_and_rules(qtbot: QtBot, page: BootPage, other: BootSet) -> None:
    type_file(page, "bios", "mine.0")
    page.files_card.set_field.setFocus()
    with qtbot.waitSignal(page.settings_changed):
        QTest.keyClick(page.files_card.set_field, Qt.Key.Key_Down)
    assert page.boot_settings() == BootSettings(set="grub")
    assert page.rules() == other.rules


def test_typed_file_comes_before_the_sets_own_and_is_checked_at_once(qtbot: QtBot, page: BootPage) -> None:
    with qtbot.waitSignal(page.settings_changed):
        type_file(page, "x64", "missing.efi")
    assert page.boot_settings().rules == (BootRule(X64, "missing.efi"),)
    assert page.rules()[0] == BootRule(X64, "missing.efi")
    assert row(page, "x64").verdict.shape is Shape.FAILED
    assert row(page, "x64").verdict.words.startswith("Broken. The boot file missing.efi for UEFI x64 (7) is not there.")
    assert [fault.code for fault in page.faults()] == [FaultCode.BOOT_FILE_MISSING]


def test_emptied_field_goes_back_to_the_sets_own_file(page: BootPage) -> None:
    type_file(page, "x64", "missing.efi")
    type_file(page, "x64", "")
    assert page.boot_settings().rules == ()
    assert row(page, "x64").file_field.currentText() == "snponly.efi"
    assert row(page, "x64").verdict.words == "Good"


def test_file_picked_outside_the_folder_is_refused_in_words(
    page: BootPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "elsewhere.efi"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(outside), ""))
    row(page, "x64").browse_button.click()
    assert "lies outside the boot folder" in page.files_card.set_problem.words
    assert page.boot_settings().rules == ()


def test_file_picked_inside_the_folder_is_named_below_it(
    page: BootPage, debian: BootSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    (debian.folder / "arm").mkdir()
    (debian.folder / "arm" / "grub.efi").write_bytes(b"x")
    picked = str(debian.folder / "arm" / "grub.efi")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (picked, ""))
    row(page, "arm64").browse_button.click()
    assert page.boot_settings().rules == (BootRule(ARM64, "arm/grub.efi"),)
    assert row(page, "arm64").verdict.words == "Good"


def test_folder_of_ones_own_is_recognised_and_an_edit_writes_all_of_it_down(
    page: BootPage, debian: BootSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(debian.folder))
    page.files_card.folder_button.click()
    assert page.boot_settings() == BootSettings(root=str(debian.folder))
    recognised = page.rules()
    assert BootRule(BIOS, "undionly.kpxe") in recognised
    type_file(page, "arm64", "arm.efi")
    assert page.boot_settings().rules == (*recognised, BootRule(ARM64, "arm.efi"))


def test_unknown_set_and_missing_folder_are_said(page: BootPage, tmp_path: Path) -> None:
    page.set_profile(Profile(boot=BootSettings(set="gone")), tmp_path)
    assert "There is no boot set called gone." in page.files_card.set_problem.words
    page.set_profile(Profile(boot=BootSettings(root="nowhere")), tmp_path)
    assert f"The boot folder {tmp_path / 'nowhere'} is not there." in page.files_card.set_problem.words
    page.set_profile(Profile(), tmp_path)
    assert page.files_card.set_problem.words == ""


def test_first_run_without_any_set_says_what_to_do(qtbot: QtBot) -> None:
    page = BootPage(FakeBootKit())
    qtbot.addWidget(page)
    page.set_profile(Profile(), Path("/"))
    assert page.files_card.set_problem.words == "There are no boot files yet. Get them, or choose a folder."


def test_another_kind_of_computer_can_be_added_and_removed(page: BootPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boot_files_card, "ask_architecture", lambda _parent, _taken: "16")
    page.files_card.other_button.click()
    type_file(page, "16", "snponly.efi")
    assert page.boot_settings().rules == (BootRule(frozenset({16}), "snponly.efi"),)
    row(page, "16").remove_button.click()
    assert page.boot_settings().rules == ()
    assert "16" not in [each.name for each in page.findChildren(ArchRowWidget) if not each.isHidden()]


def test_serving_locks_the_boot_files_and_not_the_menu(page: BootPage) -> None:
    page.set_serving(True)
    assert not row(page, "bios").file_field.isEnabled()
    assert not page.files_card.set_field.isEnabled()
    assert page.files_card.locked_words.isVisible()
    assert page.menu_editor.isEnabled()
    assert page.menu_note.text() == "Changes apply to computers that ask from now on."
    page.set_serving(False)
    assert row(page, "bios").file_field.isEnabled()


# --- bringing boot files --------------------------------------------------------------------------------------------


def test_fetched_set_is_chosen(qtbot: QtBot, page: BootPage, kit: FakeBootKit, tmp_path: Path) -> None:
    kit.fetched = make_boot_set(tmp_path / "new", "new", "Newly brought", {"ipxe.efi": X64})
    page.files_card.fetch_bar.get_button.click()
    qtbot.waitUntil(lambda: page.files_card.fetch_bar.progress_words.text() == kit.fetch_lines[0])
    assert page.files_card.fetch_bar.cancel_button.isVisible()
    assert not page.files_card.fetch_bar.get_button.isEnabled()
    kit.let_fetch_end.set()
    qtbot.waitUntil(lambda: not page.files_card.fetch_bar.is_running)
    assert page.boot_settings() == BootSettings(set="new")
    assert page.files_card.set_field.currentText() == "Newly brought"
    assert page.files_card.fetch_bar.progress_words.text() == "The boot files are there."


def test_failed_fetch_says_what_and_what_to_do(qtbot: QtBot, page: BootPage, kit: FakeBootKit) -> None:
    kit.fetch_error = BootFileError(FaultCode.FETCH_NO_APT)
    kit.let_fetch_end.set()
    page.files_card.fetch_bar.get_button.click()
    qtbot.waitUntil(lambda: not page.files_card.fetch_bar.is_running)
    assert page.files_card.fetch_bar.problem.words.startswith("Boot files are brought by apt")
    assert page.files_card.fetch_bar.get_button.isEnabled()
    assert page.boot_settings() == BootSettings()


def test_cancelled_fetch_changes_nothing(qtbot: QtBot, page: BootPage, kit: FakeBootKit, tmp_path: Path) -> None:
    kit.fetched = make_boot_set(tmp_path / "new", "new", "Newly brought", {"ipxe.efi": X64})
    page.files_card.fetch_bar.get_button.click()
    page.files_card.fetch_bar.cancel_button.click()
    qtbot.waitUntil(lambda: not page.files_card.fetch_bar.is_running)
    assert page.files_card.fetch_bar.progress_words.text() == "Cancelled. Nothing was changed."
    assert page.boot_settings() == BootSettings()


def test_cancel_that_comes_too_late_is_not_called_a_cancel(
    qtbot: QtBot, page: BootPage, kit: FakeBootKit, tmp_path: Path
) -> None:
    kit.fetched = make_boot_set(tmp_path / "new", "new", "Newly brought", {"ipxe.efi": X64})
    kit.let_fetch_end.set()
    page.files_card.fetch_bar.get_button.click()
    qtbot.waitUntil(lambda: len(kit.sets) == 3)
    page.files_card.fetch_bar.cancel_button.click()
    qtbot.waitUntil(lambda: not page.files_card.fetch_bar.is_running)
    assert page.files_card.fetch_bar.progress_words.text() == "The boot files are there."
    assert page.boot_settings() == BootSettings(set="new")


# --- rules as rows --------------------------------------------------------------------------------------------------

RULES = (BootRule(BIOS | {20}, "a"), BootRule(X64, "b"), BootRule(ARM64, "c"))


def test_rules_of_a_profile_come_back_as_they_were_until_edited() -> None:
    rows = BootRuleRows()
    rows.set_base((BootRule(X64, "own"),))
    rows.set_chosen(RULES)
    assert rows.chosen == RULES
    assert [each.name for each in rows.rows()] == ["bios", "x64", "arm64", "ia32", "20"]


def test_edit_of_one_kind_keeps_the_others_and_their_order() -> None:
    rows = BootRuleRows()
    rows.set_chosen(RULES)
    assert rows.choose("bios", "z")
    assert rows.chosen == (BootRule(BIOS, "z"), BootRule(frozenset({20}), "a"), *RULES[1:])
    assert not rows.choose("bios", "z")


def test_choosing_the_sets_own_file_is_no_choice() -> None:
    rows = BootRuleRows()
    rows.set_base((BootRule(X64, "own"),))
    rows.choose("x64", "other")
    assert rows.choose("x64", "own")
    assert rows.chosen == ()


def test_recognised_folder_gives_back_nothing_until_something_is_chosen() -> None:
    rows = BootRuleRows()
    rows.set_base(RULES, is_recognised=True)
    assert (rows.chosen, rows.effective) == ((), RULES)
    rows.choose("arm64", "mine")
    assert rows.effective == rows.chosen == (*RULES[:2], BootRule(ARM64, "mine"))
    rows.choose("arm64", "c")
    assert not rows.chosen


# --- the whole page -------------------------------------------------------------------------------------------------


def test_menu_of_the_profile_is_given_back_and_setting_it_is_no_change(qtbot: QtBot, page: BootPage) -> None:
    menu = Menu("Room", (MenuEntry("Shell", MenuAction.SHELL),), 0, 0)
    with qtbot.assertNotEmitted(page.changed):
        page.set_profile(Profile(menu=menu), Path("/"))
    assert page.menu() == menu


@pytest.mark.parametrize("size", [(1152, 640), (596, 330), (1900, 1000)])
def test_no_card_is_cut_off_at_the_side(qtbot: QtBot, page: BootPage, size: tuple[int, int]) -> None:
    inside = page.widget()
    assert inside is not None
    page.resize(*size)
    qtbot.waitUntil(lambda: inside.width() == page.viewport().width())


def test_every_control_has_a_name_and_no_two_are_alike(page: BootPage) -> None:
    controls = [
        each
        for kind in (QPushButton, QComboBox, QLineEdit)
        for each in page.findChildren(kind)
        if each.isVisible() and not isinstance(each.parent(), QComboBox)
    ]
    names = [
        each.accessibleName() or (each.text().rstrip("…") if isinstance(each, QPushButton) else "")
        for each in controls
        if each.objectName() != "qt_spinbox_lineedit"
    ]
    assert all(names)
    assert len(names) == len(set(names))


def test_list_and_form_are_stacked_once_the_style_says_how_large_they_are(qtbot: QtBot, kit: FakeBootKit) -> None:
    page = BootPage(kit)
    qtbot.addWidget(page)
    page.setStyleSheet("#menuEditor QPushButton { padding: 5px 20px; }")
    page.resize(596, 330)
    page.show()
    inside = page.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: page.menu_editor.form.y() > page.menu_editor.list.y())
    qtbot.waitUntil(lambda: inside.width() == page.viewport().width())
