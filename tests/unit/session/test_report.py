"""A report is put together from the session: seats, who is missing, and what was sent to whom."""

from __future__ import annotations

from dataclasses import replace

from fogportable.model import Room, Seat, SessionState
from fogportable.report.facts import Course, Delivery
from fogportable.session.report import make_report
from tests.fakes.session import NOW, FakeSession, make_client, make_mac


def test_computers_have_their_seats_and_known_ones_that_were_not_heard_are_missing() -> None:
    session = FakeSession()
    session.rows = (make_client(1), make_client(7))
    seats = (Seat(1, mac=make_mac(1)), Seat(2, mac=make_mac(2)), Seat(3))
    report = make_report(session, room=Room("204", 3, 3, 1, "204-{nn}", seats), now=NOW)
    assert [line.seat for line in report.lines] == ["204-01", ""]
    assert report.missing == ("204-02",)
    assert report.not_seen == 1


def test_what_was_sent_to_a_dock_is_told_once() -> None:
    session = FakeSession()
    session.rows = (make_client(1), replace(make_client(1), number=1))
    session.path_taken = Course(started=NOW, deliveries=(Delivery(make_mac(1), sent_bytes=500),), unplaced_bytes=7)
    report = make_report(session, handed_over={(make_mac(1), 0): NOW}, now=NOW)
    assert [line.delivery.sent_bytes for line in report.lines] == [0, 500]
    assert [line.handed_over for line in report.lines] == [NOW, None]
    assert report.sent_bytes == 507


def test_report_says_whether_the_session_goes_on() -> None:
    session = FakeSession()
    assert not make_report(session, now=NOW).is_serving
    session.set_state(SessionState.SERVING)
    assert make_report(session, now=NOW).is_serving
