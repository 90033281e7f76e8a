"""A rehearsal of as many computers as wished."""

from __future__ import annotations

import pytest

from fogportable.model import SessionState
from fogportable.ui.seats_part import SeatsPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.gui.conftest import pass_shortest_time


def test_rehearsal_of_a_school_is_asked_for_by_number(
    window: MainWindow, kit: FakeKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fogportable.ui.dialogs import rehearsal_size

    offered: list[int] = []

    def ask(computers: int, _parent: object) -> int | None:
        offered.append(computers)
        return 1000 if len(offered) == 1 else None

    monkeypatch.setattr(rehearsal_size, "ask_rehearsal_size", ask)
    action = window.actions_by_name["rehearseMany"]
    action.trigger()
    pass_shortest_time(window)
    assert "rehearse 1000" in kit.calls
    assert window.serving.listed_computers == 1000
    assert not action.isEnabled()
    seating = window.parts.the(SeatsPart).seating
    assert (seating.room.columns, len(seating.seats)) == (20, 1000)
    kit.session.set_state(SessionState.STOPPED)
    window.bridge.tick()
    action.trigger()
    assert offered == [200, 1000], "the last number is offered again"


def test_size_of_a_rehearsal_is_from_one_to_a_thousand(window: MainWindow) -> None:
    from fogportable.ui.dialogs.rehearsal_size import RehearsalSizeDialog

    for wished, given in ((200, 200), (0, 1), (5000, 1000)):
        dialog = RehearsalSizeDialog(wished, window)
        assert dialog.computers() == given
        dialog.deleteLater()
