"""Pictures of saving a session and of an opened one: a rehearsal that is done, nothing is sent."""

from __future__ import annotations

import functools
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.session.rehearsal import Rehearsal
from fogportable.session.saved.bundle import Bundle, compose
from fogportable.session.saved.kit import OpenedFile, SavedRoomKit
from fogportable.session.saved.masks import Redaction
from fogportable.session.saved.shelf import gather
from fogportable.ui.dialogs.save_session import SaveSessionDialog
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.saved_window import SavedWindow
from tests.fakes.saved_kit import FakeSavedKit

_ROOM = 12


#: Recorded with real firmware.
_CAPTURE = Path(__file__).parents[1] / "tests" / "golden" / "diagnosis" / "library" / "room-of-three.pcap"


@functools.cache
def _saved() -> tuple[Bundle, OpenedFile]:
    rehearsal = Rehearsal()
    rehearsal.start(_ROOM)
    pause = threading.Event()
    while not rehearsal.is_done:
        pause.wait(0.02)
    rehearsal.stop()
    bundle = compose(gather(rehearsal.session, profile=Profile()), Redaction(macs=True))
    with tempfile.TemporaryDirectory(prefix="fogportable-") as folder:
        file = Path(folder) / "room-12.fogsession"
        bundle.write(file)
        return bundle, SavedRoomKit(lambda: rehearsal.session).open(file)


def _dialog(window: MainWindow) -> QWidget:
    dialog = SaveSessionDialog(window)
    dialog.macs.setChecked(True)
    dialog.show_bundle(_saved()[0])
    dialog.adjustSize()
    return dialog


def _window(tab: int, window: MainWindow) -> QWidget:
    opened = SavedWindow(_saved()[1], window)
    opened.resize(window.size())
    opened.tabs.setCurrentIndex(tab)
    return opened


def _capture(window: MainWindow) -> QWidget:
    """A room of three, the one without its file chosen."""
    opened = SavedWindow(FakeSavedKit().open(_CAPTURE, lambda _frames: None, lambda: False), window)
    opened.resize(window.size())
    opened.explained.list.setCurrentRow(1)
    return opened


SAVED_SCENES: Mapping[str, Callable[[MainWindow], QWidget]] = {
    "save-session": _dialog,
    "saved-session": functools.partial(_window, 0),
    "saved-log": functools.partial(_window, 1),
    "saved-packets": functools.partial(_window, 2),
    "opened-capture": _capture,
}
