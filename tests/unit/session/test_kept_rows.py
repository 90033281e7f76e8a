"""Rows of computers that wait are kept from look to look, and never shown when they are old."""

from __future__ import annotations

from datetime import timedelta

from fogportable.events import Crowd, Event, FogProgress, LeaseRequestSeen, StallDiagnosed, StallOver
from fogportable.model import ClientDiagnosis, ClientSnapshot, FogLight
from tests.unit.session.test_clients import ADDRESS, MAC, START, Room, asked, finished, offered, started


def test_a_row_is_the_same_object_until_something_is_heard_and_never_an_old_one() -> None:
    room = Room()
    told: tuple[Event, ...] = (
        asked(uuid="11111111-2222-3333-4444-555555555555"),
        offered(),
        LeaseRequestSeen(client=MAC, address=ADDRESS, dhcp_server=None),
        StallDiagnosed(
            client=MAC, diagnosis=ClientDiagnosis("unknown", "likely", "It waits.", "Look.", needs_you=True)
        ),
        StallOver(client=MAC, diagnosis=ClientDiagnosis("unknown", "likely", "It waits.", "Look."), lasted_s=9.0),
        started("ipxe.efi"),
        finished("ipxe.efi"),
        asked(uuid="99999999-2222-3333-4444-555555555555"),
        asked(uuid="11111111-2222-3333-4444-555555555555"),
        FogProgress(client=MAC, light=FogLight.IMAGING, words="images"),
    )
    for event in told:
        room.sees(event)
        assert _rows(room) == _rows_made_anew(room), event
        shown = _rows(room)
        assert all(one is other for one, other in zip(_rows(room), shown, strict=True))
    room.tracker.show_imaging(MAC, "45 %")
    assert _rows(room) == _rows_made_anew(room)
    assert _rows(room)[0].doing == "FOG: 45 %"


def test_a_computer_of_a_crowd_that_changes_places_at_a_dock_shows_no_old_row() -> None:
    room = Room()
    numbers = ("11111111-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555")
    for turn, number in enumerate((*numbers, *numbers), 1):
        time = START + timedelta(seconds=turn)
        room.tracker.apply_crowd(Crowd(turn, float(turn), time, [MAC.octets], [asked(uuid=number)].__getitem__))
        assert _rows(room) == _rows_made_anew(room)


def _rows(room: Room) -> tuple[ClientSnapshot, ...]:
    return room.tracker.snapshots((), room.now_s)


def _rows_made_anew(room: Room) -> tuple[ClientSnapshot, ...]:
    for client in room.tracker._every():
        client.row = None
    return _rows(room)
