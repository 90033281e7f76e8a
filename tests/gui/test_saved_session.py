"""Saving a session with its preview, opening one and a capture: read only, and never taken for serving."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode
from fogportable.model import SessionState
from fogportable.session.rehearsal import Rehearsal
from fogportable.session.saved.bundle import BundleError, Material, compose
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.opening import open_bundle
from fogportable.session.saved.shelf import gather
from fogportable.ui.saved_desk import SavedDesk
from fogportable.ui.saved_part import SavedPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.gui.conftest import look

CAPTURE = next((Path(__file__).parents[1] / "golden" / "diagnosis").rglob("*.pcap*"))


@pytest.fixture(scope="module")
def material() -> Material:
    rehearsal = Rehearsal()
    rehearsal.start(8)
    pause = threading.Event()
    while not rehearsal.is_done:
        pause.wait(0.02)
    rehearsal.stop()
    return gather(rehearsal.session, profile=Profile())


@pytest.fixture
def desk(window: MainWindow, kit: FakeKit, material: Material) -> SavedDesk:
    kit.saved.material = material
    return window.parts.the(SavedPart).desk


def test_the_preview_is_shown_before_anything_is_written(
    window: MainWindow, desk: SavedDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "room.fogsession"
    monkeypatch.setattr(desk, "ask_where", lambda: file)
    window.actions_by_name["saveSession"].trigger()
    look(window)
    dialog = desk.dialog
    assert dialog is not None
    look(window)
    assert "8 computers" in dialog.contains.text()
    assert "In it as they are" in dialog.hidden.text()
    assert not file.exists()
    dialog.macs.setChecked(True)
    assert not dialog.save_button.isEnabled()
    look(window)
    look(window)
    assert "Masked: " in dialog.hidden.text()
    dialog.save_button.click()
    look(window)
    assert open_bundle(file).masked == Redaction(macs=True)
    assert desk.dialog is None


def test_what_cannot_be_saved_is_told_in_the_window(window: MainWindow, desk: SavedDesk, kit: FakeKit) -> None:
    kit.saved.error = BundleError(FaultCode.BUNDLE_EMPTY)
    told: list[str] = []
    desk.noticed.connect(lambda notice: told.append(notice.sentence))
    window.actions_by_name["saveSession"].trigger()
    look(window)
    assert desk.dialog is None
    assert "nothing has been served yet" in told[0]


def test_an_opened_session_has_its_table_and_log_and_serves_nothing(
    window: MainWindow, desk: SavedDesk, kit: FakeKit, material: Material, tmp_path: Path
) -> None:
    file = tmp_path / "room.fogsession"
    compose(material, Redaction()).write(file)
    desk.open_path(file)
    look(window)
    (opened,) = desk.windows
    assert opened.banner.text().startswith("Saved session of ")
    assert opened.banner.text().endswith("Nothing is served.")
    assert opened.windowTitle().startswith("room.fogsession")
    assert opened.table is not None
    assert opened.table.model().rowCount() == 8
    assert opened.log is not None
    assert opened.log.model.rowCount() == len(material.state.records)
    assert opened.explained.list.count() == 8
    assert not [each for each in opened.findChildren(QPushButton) if each.text() in ("Start", "Stop")]
    assert kit.session.status().state is SessionState.STOPPED
    assert window.serving.is_at_rest
    opened.close_button.click()
    assert desk.windows == []


def test_a_capture_is_told_from_a_session_by_its_content(window: MainWindow, desk: SavedDesk, tmp_path: Path) -> None:
    file = tmp_path / "named.fogsession"
    file.write_bytes(CAPTURE.read_bytes())
    desk.open_path(file)
    look(window)
    (opened,) = desk.windows
    assert opened.banner.text().startswith("Capture named.fogsession, ")
    assert opened.table is None
    assert opened.explained.list.count() == 1
    assert opened.explained.sentence.text().endswith(".")


def test_a_file_that_is_neither_is_refused_in_words(window: MainWindow, desk: SavedDesk, tmp_path: Path) -> None:
    told: list[str] = []
    desk.noticed.connect(lambda notice: told.append(notice.sentence))
    for content in (b"PK\3\4 but no more", b"some text"):
        (tmp_path / "it").write_bytes(content)
        desk.open_path(tmp_path / "it")
        look(window)
    assert len(told) == 2
    assert "is not a saved session" in told[0]
    assert desk.windows == []


def test_diagnostics_go_to_the_clipboard(window: MainWindow, desk: SavedDesk) -> None:
    window.actions_by_name["copyDiagnostics"].trigger()
    look(window)
    assert QGuiApplication.clipboard().text().startswith("FOG Portable: ")


@pytest.mark.parametrize(
    ("name", "key"), [("openFile", "Ctrl+O"), ("saveSession", "Ctrl+S"), ("copyDiagnostics", "Ctrl+Shift+C")]
)
def test_each_has_the_key_that_people_expect(window: MainWindow, name: str, key: str) -> None:
    assert window.actions_by_name[name].shortcut().toString() == key
