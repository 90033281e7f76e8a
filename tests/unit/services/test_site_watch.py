"""Requests that the watch is told of: kept until they matter, looked at in time, bounded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fogportable.boot import site_servers
from fogportable.boot.site_observer import PassingDatagram, SiteObserver
from fogportable.events import Event
from fogportable.services import site_watch
from fogportable.services.packet_ring import PacketRing
from fogportable.services.site_watch import SiteWatch
from tests.unit.boot.test_site_observer import CLASS, EVERYBODY, NOBODY, kinds, observer, passing, reply
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER


@pytest.fixture
def site() -> SiteObserver:
    return observer()


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def watch(site: SiteObserver, told: list[Event]) -> Iterator[SiteWatch]:
    def crash(bug: Exception) -> None:
        raise bug

    made = SiteWatch((), site, emit=told.append, on_crash=crash, ring=PacketRing(1 << 20))
    yield made
    made.stop()


def _ask(watch: SiteWatch, now: float, data: bytes = EDK2_DISCOVER) -> None:
    watch.note_request("kit0", (NOBODY, 68), (EVERYBODY, 67), data, now)


def test_requests_that_nobody_else_answers_are_not_looked_at(watch: SiteWatch) -> None:
    _ask(watch, 1.0)
    assert watch.next_deadline() is None


def test_second_boot_server_that_leaves_requests_unanswered_is_over_without_an_answer_to_them(
    watch: SiteWatch, site: SiteObserver, told: list[Event]
) -> None:
    site.receive(passing(EDK2_DISCOVER), 0.5)
    late = 1.0 + site_servers.GONE_AFTER_S + 1
    site.receive(reply(gives=NOBODY, options=CLASS, file=b"theirs"), 1.5)
    for number in range(site_servers.LEAVES_UNANSWERED):
        _ask(watch, 2.0 + number)
    _ask(watch, late + 1)
    assert watch.next_deadline() is not None
    watch.on_deadline(late + 2)
    assert watch.next_deadline() is None
    assert kinds(tuple(told)) == ["site_conflict_over"]


def test_rubbish_is_counted_and_forgotten(watch: SiteWatch, site: SiteObserver) -> None:
    site.receive(reply(gives=NOBODY, options=CLASS, file=b"theirs"), 1.0)
    _ask(watch, 2.0, b"rubbish")
    _ask(watch, 2.0, bytes(400))
    watch.on_deadline(3.0)
    assert watch.malformed_datagrams == 1
    assert watch.next_deadline() is None


def test_a_flood_of_requests_is_bounded(watch: SiteWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[float] = []

    def look(_: SiteObserver, __: PassingDatagram, now: float) -> tuple[Event, ...]:
        looked_at.append(now)
        return ()

    monkeypatch.setattr(SiteObserver, "receive", look)
    for number in range(site_watch._MOST_WAITING + 50):
        _ask(watch, float(number))
    watch.on_deadline(0.0)
    assert looked_at == [float(number) for number in range(50, site_watch._MOST_WAITING + 50)]
