"""Questions and menus in German, in a language that nobody speaks, and from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fogportable.model import Room, StopWish
from fogportable.room.seating import Seating
from fogportable.session.preferences import Preferences
from fogportable.ui.dialogs.architecture import ArchitectureDialog
from fogportable.ui.dialogs.assign_seat import AssignSeatDialog
from fogportable.ui.dialogs.auto_stop import AutoStopDialog
from fogportable.ui.dialogs.boot_keys import BootKeysDialog
from fogportable.ui.dialogs.closing import closing_box
from fogportable.ui.dialogs.code_lens import CodeLensDialog
from fogportable.ui.dialogs.fingerprint import FingerprintDialog
from fogportable.ui.dialogs.fog_sign_in import SignInDialog
from fogportable.ui.dialogs.packets import PacketsDialog
from fogportable.ui.dialogs.preferences import PreferencesDialog
from fogportable.ui.dialogs.room import RoomDialog
from fogportable.ui.dialogs.save_session import SaveSessionDialog
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.languages import spoken
from tests.gui.test_languages import _clipped

_ROOM = Room("204", 0, 6, 5, "204-{nn}")

#: What each is made with; names and addresses are digits, as only words are looked at.
QUESTIONS: Mapping[str, Callable[[FakeKit], QDialog]] = {
    "architecture": lambda _kit: ArchitectureDialog(frozenset({0})),
    "assign seat": lambda _kit: AssignSeatDialog("1", Seating(_ROOM), 9),
    "stop by itself": lambda _kit: AutoStopDialog(StopWish()),
    "boot keys": lambda kit: BootKeysDialog(kit.network.boot_keys()),
    "closing": lambda _kit: closing_box(None, 3),
    "code": lambda kit: CodeLensDialog(kit.codes),
    "fingerprint": lambda _kit: FingerprintDialog("10.0.0.5", "12:" * 31 + "34"),
    "sign in": lambda _kit: SignInDialog("10.0.0.5", has_keyring=True),
    "packets": lambda _kit: PacketsDialog("1", (), None),
    "preferences": lambda _kit: PreferencesDialog(Preferences(), lambda: 3),
    "room": lambda _kit: RoomDialog(_ROOM),
    "save session": lambda _kit: SaveSessionDialog(),
}

every_question = pytest.mark.parametrize("question", sorted(QUESTIONS))


@pytest.fixture(params=["de"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    with spoken(qapp, request.param):
        yield request.param


def _tongues(*codes: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("tongue", codes, indirect=True)


@pytest.fixture
def asked(tongue: str, question: str, kit: FakeKit, qtbot: QtBot) -> QDialog:
    """The question, shown in that language."""
    dialog = QUESTIONS[question](kit)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def _worded(dialog: QDialog) -> list[QWidget]:
    found = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    return [each for each in found if each.isVisible()]


@_tongues("de", "pseudo")
@every_question
def test_no_word_of_a_question_is_cut_off(asked: QDialog) -> None:
    assert _clipped(asked) == []


@_tongues("pseudo")
@every_question
def test_every_word_of_a_question_can_be_translated(asked: QDialog) -> None:
    texts = [str(each.property("text")).replace("\N{ZERO WIDTH SPACE}", "") for each in _worded(asked)]
    texts = [text for text in texts if not text.startswith("openssl ")]  # a command, to be typed as it is
    assert [text for text in (asked.windowTitle(), *texts) if any(map(str.isalpha, text)) and "~" not in text] == []


@_tongues("de")
@every_question
def test_letters_of_a_question_are_unique_in_german(asked: QDialog) -> None:
    texts = [str(each.property("text")).replace("&&", "") for each in _worded(asked)]
    letters = [text.partition("&")[2][:1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)), letters


@_tongues("mirror")
@every_question
def test_a_question_mirrors(asked: QDialog) -> None:
    assert asked.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert _clipped(asked) == []
    assert not asked.grab().isNull()


@_tongues("pseudo")
def test_every_line_of_the_menus_can_be_translated(tongue: str, window: MainWindow) -> None:
    menus = window.actions_by_name.menus
    texts = [menu.title() for menu in menus] + [each.text() for menu in menus for each in menu.actions()]
    assert [text for text in texts if text and not text.endswith("~]")] == []
