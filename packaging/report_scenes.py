"""Scenes of the Report page: a room of thirty over ten minutes, as the fake session has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fogportable.model import ClientSnapshot, ClientStage, SessionState
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.session import NOW_S, FakeSession, make_client, mixed_room

#: Looks of the window, and seconds between them.
_LOOKS = 290
_EVERY_S = 2.0


def show_report(
    window: MainWindow, session: FakeSession, look: Callable[[], None], set_clock: Callable[[float], None]
) -> None:
    """Serve, let the room come in, and show the page with two computers chosen in the table."""
    set_clock(NOW_S - (_LOOKS + 1) * _EVERY_S)
    window.serving.start()
    window.work.wait(10)
    window.serving._hold.stop()
    look()
    room = mixed_room()
    sent = 0
    for number in range(_LOOKS):
        set_clock(NOW_S - (_LOOKS - number) * _EVERY_S)
        heard = min(len(room), 1 + number * len(room) // 90)
        rows = [_earlier(place, number, each) for place, each in enumerate(room[:heard])]
        sent += int(_EVERY_S * (40e6 + 0.25e6 * number - (14e6 if number % 11 < 4 else 0)) * min(1.0, heard / 20))
        session.rows = tuple(rows)
        session.set_state(SessionState.SERVING, sent_bytes=sent, rate_bytes_per_s=82e6, loading_computers=11)
        window.bridge.tick()
    set_clock(NOW_S)
    session.rows = room
    look()
    table = window.room_page.rows.table
    for row in (3, 4):
        table.selectRow(row)
    look()
    window.pages.show_report()
    look()
    window.pages.report.failures.selectRow(0)
    look()


def _earlier(place: int, number: int, client: ClientSnapshot) -> ClientSnapshot:
    """How a computer stood before it came to where it is now."""
    came = place * 3
    if client.stage is ClientStage.LEFT_ALONE:
        return client
    if number < came + 8:
        return make_client(place + 1, ClientStage.ASKING)
    if number < came + 20:
        return make_client(place + 1, ClientStage.ASKING, shape="direct")
    if number < came + 70 and client.stage is ClientStage.HANDED_OVER:
        return replace(client, stage=ClientStage.LOADING, rate_bytes_per_s=4e6 + 1e5 * (number % 13))
    return client
