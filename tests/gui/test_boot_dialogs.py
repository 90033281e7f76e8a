"""The small dialogs: room, kind of computer, profile files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from fogportable.config.profile import Profile
from fogportable.errors import ConfigError, FaultCode
from fogportable.model import Room
from fogportable.ui.boot_folder import list_boot_files, name_below
from fogportable.ui.dialogs.architecture import ArchitectureDialog
from fogportable.ui.dialogs.profile_files import ProfileOutcome, open_profile, save_profile, save_profile_as
from fogportable.ui.dialogs.room import RoomDialog
from fogportable.ui.words import room_words


class Keeper:
    """Keeps one profile in memory; refuses where told to."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.saved: dict[Path, Profile] = {}
        self._refuses = refuses

    def load_profile(self, path: Path) -> Profile:
        if self._refuses:
            raise ConfigError(FaultCode.PROFILE_MISSING, file=path)
        return Profile(room=Room("204", 30))

    def save_profile(self, profile: Profile, path: Path) -> None:
        if self._refuses:
            raise ConfigError(FaultCode.PROFILE_NOT_SAVED, file=path, problem="the disk is full")
        self.saved[path] = profile


# --- room -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (Room("Room 204", 30), "Room 204 · 30 computers"),
        (Room("Room 204", 0), "Room 204"),
        (Room("", 1), "1 computer"),
        (Room(), "No list"),
    ],
)
def test_room_in_words(room: Room, expected: str) -> None:
    assert room_words(room) == expected


def test_room_is_typed_by_keyboard(qtbot: QtBot) -> None:
    dialog = RoomDialog(Room("Old", 12))
    qtbot.addWidget(dialog)
    dialog.show()
    name, computers = dialog.findChild(QLineEdit, "roomName"), dialog.findChild(QSpinBox, "roomComputers")
    assert name is not None
    assert computers is not None
    QTest.keyClick(name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(name, " Room 7 ")
    QTest.keyClick(computers, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(computers, "24")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(name, Qt.Key.Key_Return)
    assert dialog.room() == Room("Room 7", 24)


# --- kind of computer -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "is_good"),
    [("16", "16", True), ("77", "77", True), ("x64", "x64", False), ("banana", "banana", False), ("70000", "", False)],
)
def test_kind_is_a_number_that_is_not_in_the_list(qtbot: QtBot, typed: str, name: str, is_good: bool) -> None:
    dialog = ArchitectureDialog(frozenset({0, 6, 7, 9, 11}))
    qtbot.addWidget(dialog)
    dialog.kind_field.setEditText(typed)
    assert dialog.ok_button.isEnabled() is is_good
    assert bool(dialog.problem.words) is not is_good
    if is_good:
        assert dialog.name() == name


def test_first_kind_offered_can_be_taken_as_it_is(qtbot: QtBot) -> None:
    dialog = ArchitectureDialog(frozenset({0, 6, 7, 9, 11}))
    qtbot.addWidget(dialog)
    assert (dialog.name(), dialog.ok_button.isEnabled()) == ("1", True)


# --- profile files --------------------------------------------------------------------------------------------------


def test_opened_profile_comes_with_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "room.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    outcome = open_profile(None, Keeper(), folder=tmp_path)
    assert (outcome.profile, outcome.path, outcome.fault) == (Profile(room=Room("204", 30)), file, None)


def test_cancelled_open_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    assert open_profile(None, Keeper(), folder=tmp_path) == ProfileOutcome()


def test_unreadable_profile_is_a_fault_with_a_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "x.toml"), ""))
    outcome = open_profile(None, Keeper(refuses=True), folder=tmp_path)
    assert outcome.profile is None
    assert outcome.fault is not None
    assert outcome.fault.code is FaultCode.PROFILE_MISSING


def test_profile_that_cannot_be_saved_is_a_fault(tmp_path: Path) -> None:
    outcome = save_profile(Keeper(refuses=True), Profile(), tmp_path / "x.toml")
    assert outcome.fault is not None
    assert "the disk is full" in outcome.fault.message


def test_saved_under_another_name_gets_the_suffix(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def accept(dialog: QFileDialog) -> int:
        assert dialog.defaultSuffix() == "toml"
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    keeper = Keeper()
    outcome = save_profile_as(None, keeper, Profile(), suggestion=tmp_path / "room-204")
    assert outcome.path == tmp_path / "room-204.toml"
    assert list(keeper.saved) == [tmp_path / "room-204.toml"]


# --- boot folder ----------------------------------------------------------------------------------------------------


def test_only_boot_programs_are_offered_with_slashes_and_not_too_deep(tmp_path: Path) -> None:
    for name in ("b.efi", "a/snp.EFI", "readme.txt", "a/b/c/d/deep.efi", "pxelinux.0"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert list_boot_files(tmp_path) == ("a/snp.EFI", "b.efi", "pxelinux.0")
    assert list_boot_files(tmp_path / "missing") == ()


def test_name_below_a_folder(tmp_path: Path) -> None:
    assert name_below(tmp_path, tmp_path / "a" / "b.efi") == "a/b.efi"
    assert name_below(tmp_path / "a", tmp_path / "b.efi") is None
