"""Help > What does this code mean?: meanings while somebody types, joined with what was seen of the computer."""

from __future__ import annotations

import pytest

from fogportable.model import ClientDiagnosis, ClientStage, SessionState
from fogportable.ui.code_part import CodePart
from fogportable.ui.dialogs.code_lens import CodeLensDialog
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client, make_mac
from tests.gui.conftest import look

BLOCKED = ClientDiagnosis(
    "tftp-data-blocked", "likely", "The computer asks for its file, and the answers do not reach it.", "Open port 69."
)


@pytest.fixture
def lens(window: MainWindow) -> CodeLensDialog:
    window.actions_by_name["codeLens"].trigger()
    dialog = window.parts.the(CodePart).dialog
    assert dialog is not None
    return dialog


def test_meaning_and_what_to_do_stand_there_while_somebody_types(lens: CodeLensDialog) -> None:
    lens.field.setText("pxe-e5")
    assert lens.matches.count() > 1
    lens.field.setText("PXE-E53")
    assert lens.shown.text() == "PXE-E53"
    assert lens.meaning.text().endswith(".")
    assert lens.remedy.text().endswith(".")


def test_another_meaning_can_be_chosen(lens: CodeLensDialog) -> None:
    lens.field.setText("pxe-e5")
    lens.matches.setCurrentRow(1)
    assert lens.shown.text() == lens.matches.item(1).text()


def test_what_nobody_knows_is_said_to_be_unknown(lens: CodeLensDialog) -> None:
    lens.field.setText("qwertz")
    assert lens.shown.text() == "Not known here."
    assert not lens.matches.count()


def test_a_chosen_row_is_joined_with_the_code(window: MainWindow, kit: FakeKit) -> None:
    kit.room.set_state(SessionState.SERVING)
    kit.room.rows = (make_client(1), make_client(2, ClientStage.NEEDS_YOU, diagnosis=BLOCKED))
    look(window)
    rows = window.pages.room.rows
    rows.table.selectRow(next(row for row in range(2) if rows.model.client_at(row).mac == make_mac(2)))
    window.actions_by_name["codeLens"].trigger()
    lens = window.parts.the(CodePart).dialog
    assert lens is not None
    assert str(make_mac(2)) in lens.computer.currentText()
    lens.field.setText("PXE-E32")
    assert "Likely: The computer asks for its file" in lens.seen.text()
    assert "That fits what the screen shows." in lens.seen.text()
    lens.computer.setCurrentIndex(0)
    assert not lens.seen.isVisibleTo(lens)


def test_the_chosen_computer_stays_chosen_when_others_come(lens: CodeLensDialog) -> None:
    lens.take_clients((make_client(2),))
    lens.choose((make_client(2),))
    lens.take_clients((make_client(1), make_client(2)))
    assert str(make_mac(2)) in lens.computer.currentText()


def test_text_of_a_computer_is_shown_as_text_only(lens: CodeLensDialog) -> None:
    lens.take_clients((make_client(1, doing="<b>bold</b>"),))
    lens.choose((make_client(1),))
    assert "<b>bold</b>" in lens.seen.text()
