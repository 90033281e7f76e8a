"""The history of a room is bounded, loses no byte by being made coarser, and says where nobody looked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.model import ClientStage, FogLight
from fogportable.report.history import (
    MOST_TRACKED,
    RECENT_EVERY_S,
    RECENT_SAMPLES,
    STRETCHES,
    FunnelStage,
    History,
    RecentRates,
    Timeline,
    count_funnel,
    funnel_stage,
)
from tests.fakes.session import NOW, loading, make_client, make_mac, mixed_room

_COUNTS = (0,) * len(FunnelStage)

_looks = st.lists(
    st.tuples(st.floats(0.0, 5000.0), st.floats(0.0, 1e10)),
    min_size=1,
    max_size=200,
)


@given(_looks, st.sampled_from((2, 8, 64)))
def test_timeline_stays_within_its_bounds_and_covers_every_look(looks: list[tuple[float, float]], most: int) -> None:
    timeline = Timeline(capacity=most)
    now_s = 100.0
    for pause_s, rate in looks:
        now_s += pause_s
        timeline.add(now_s, rate, _COUNTS)
    stretches = timeline.stretches()
    assert 1 <= len(stretches) <= most
    assert len({each.length_s for each in stretches}) == 1
    assert [each.start_s for each in stretches] == [place * stretches[0].length_s for place in range(len(stretches))]
    last_s = now_s - 100.0 - looks[0][0]
    assert stretches[-1].start_s <= last_s + 1e-6
    assert last_s < stretches[-1].start_s + stretches[-1].length_s


@given(_looks)
def test_coarser_stretches_keep_the_peak_and_lie_between_nothing_and_it(looks: list[tuple[float, float]]) -> None:
    timeline = Timeline(capacity=4)
    now_s = 0.0
    for pause_s, rate in looks:
        now_s += pause_s
        timeline.add(now_s, rate, _COUNTS)
    stretches = timeline.stretches()
    assert max(each.peak_bytes_per_s for each in stretches) == max(rate for _, rate in looks)
    for each in stretches:
        if each.rate_bytes_per_s is None:
            assert each.peak_bytes_per_s == 0.0
        else:
            assert 0.0 <= each.rate_bytes_per_s <= each.peak_bytes_per_s * (1 + 1e-9)


def test_the_mean_of_a_steady_rate_stays_what_it_was() -> None:
    timeline = Timeline()
    for second in range(STRETCHES * 5):
        timeline.add(float(second), 7e6, _COUNTS)
    stretches = timeline.stretches()
    assert len(stretches) <= STRETCHES
    assert {each.rate_bytes_per_s for each in stretches} == {7e6}


def test_a_day_fits() -> None:
    timeline = Timeline()
    for minute in range(24 * 60 + 1):
        timeline.add(minute * 60.0, 1e6, _COUNTS)
    stretches = timeline.stretches()
    assert stretches[0].length_s == 256.0
    assert len(stretches) == 338


def test_where_nobody_looked_there_is_no_rate_and_the_counts_of_before() -> None:
    timeline = Timeline()
    timeline.add(0.0, 5e6, (3, *_COUNTS[1:]))
    timeline.add(10.0, 5e6, (1, *_COUNTS[1:]))
    stretches = timeline.stretches()
    assert [each.rate_bytes_per_s for each in stretches[1:10]] == [None] * 9
    assert [each.counts[0] for each in stretches] == [3] * 10 + [1]


def test_a_clock_that_stands_still_makes_no_second_stretch() -> None:
    timeline = Timeline()
    timeline.add(50.0, 1.0, _COUNTS)
    timeline.add(49.0, 3.0, _COUNTS)
    assert [(each.rate_bytes_per_s, each.peak_bytes_per_s) for each in timeline.stretches()] == [(2.0, 3.0)]


@given(st.lists(st.tuples(st.sets(st.integers(0, 5)), st.integers(1, 400)), max_size=12))
def test_a_computers_rates_are_those_it_had_and_nothing_in_between(steps: list[tuple[set[int], int]]) -> None:
    """Against a plain list of every sample for every computer."""
    recent = RecentRates()
    expected: dict[int, list[float]] = {number: [] for number in range(6)}
    now_s = 0.0
    for loads, times in steps:
        clients = [loading(number, "file", 100, 50) for number in loads]
        for _ in range(times):
            recent.add(now_s, clients, 1.0)
            now_s += RECENT_EVERY_S
            for number, rates in expected.items():
                rates.append(9_700_000.0 - number * 130_000 if number in loads else 0.0)
    for number, rates in expected.items():
        if any(rates):
            assert recent.of((make_mac(number), 0)) == tuple(rates[-RECENT_SAMPLES:])
        else:
            assert recent.of((make_mac(number), 0)) == ()


def test_rates_of_more_computers_than_are_kept_go_with_who_loaded_longest_ago() -> None:
    recent = RecentRates(most=3)
    for number in range(5):
        recent.add(number * RECENT_EVERY_S, [loading(number, "file", 100, 50)], 1.0)
    assert len(recent) == 3
    assert recent.of((make_mac(1), 0)) == ()
    assert recent.of((make_mac(4), 0))[-1] > 0


def test_the_fastest_of_those_that_load_now_comes_first() -> None:
    recent = RecentRates()
    recent.add(0.0, [loading(1, "a", 9, 1), loading(2, "a", 9, 1), loading(3, "a", 9, 1)], 1.0)
    recent.add(RECENT_EVERY_S, [loading(3, "a", 9, 1), loading(2, "a", 9, 1)], 1.0)
    recent.of((make_mac(1), 0))
    assert recent.loading() == ((make_mac(2), 0), (make_mac(3), 0))


def test_samples_that_were_missed_have_their_places() -> None:
    """A minimised window or a busy laptop looks less often; the axis of time stays true."""
    recent = RecentRates()
    for look in range(4):
        recent.add(look * 3 * RECENT_EVERY_S, [], float(look))
    assert recent.room() == (0.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0)
    recent.add(1e6, [loading(1, "a", 9, 1)], 7.0)
    assert recent.room() == (7.0,) * RECENT_SAMPLES
    assert len([rate for rate in recent.of((make_mac(1), 0)) if rate]) == 1


def test_a_thousand_computers_and_a_day_stay_small() -> None:
    history = History()
    room = tuple(loading(number, "file", 100, 50) for number in range(1000))
    for look in range(40):
        history.take(look * 2160.0, room, look)
    assert len(history.recent) <= MOST_TRACKED
    assert len(history.stretches()) <= STRETCHES


def test_the_rate_is_what_was_sent_between_two_looks() -> None:
    history = History()
    for second, sent in enumerate((0, 5_000_000, 5_000_000, 4_000_000, 9_000_000)):
        history.take(float(second), (), sent)
    assert [each.rate_bytes_per_s for each in history.stretches()] == [0.0, 5e6, 0.0, 0.0, 4e6]


def test_a_look_too_soon_is_passed_over_unless_it_is_the_last() -> None:
    history = History()
    assert history.take(0.0, (), 0)
    assert not history.take(0.5, (), 0)
    assert history.take(0.6, mixed_room(), 0, is_last=True)
    assert sum(history.stretches()[-1].counts) == 30


def test_a_hand_over_is_the_first_of_a_computer_that_comes_round_again() -> None:
    history = History()
    first = make_client(1, ClientStage.HANDED_OVER)
    history.take(0.0, (first,), 0)
    history.take(1.0, (make_client(1, ClientStage.LOADING),), 0)
    history.take(2.0, (make_client(1, ClientStage.HANDED_OVER, last_heard=NOW + timedelta(hours=1)),), 0)
    assert history.handed_over() == {(make_mac(1), 0): first.last_heard}


@pytest.mark.parametrize(
    ("stage", "other", "expected"),
    [
        (ClientStage.ASKING, {}, FunnelStage.ASKED),
        (ClientStage.ASKING, {"shape": "direct"}, FunnelStage.OFFERED),
        (ClientStage.LOADING, {"shape": "direct"}, FunnelStage.LOADING),
        (ClientStage.IN_MENU, {}, FunnelStage.IN_MENU),
        (ClientStage.HANDED_OVER, {}, FunnelStage.HANDED_OVER),
        (ClientStage.HANDED_OVER, {"lights": frozenset({FogLight.IMAGING})}, FunnelStage.IMAGING),
        (ClientStage.HANDED_OVER, {"lights": frozenset({FogLight.IMAGING, FogLight.DONE})}, FunnelStage.DONE),
        (ClientStage.NEEDS_YOU, {}, FunnelStage.FAILED),
        (ClientStage.FAILED, {}, FunnelStage.FAILED),
        (ClientStage.SILENT, {}, FunnelStage.SILENT),
        (ClientStage.LEFT_ALONE, {}, None),
    ],
)
def test_every_stage_has_its_place_in_the_funnel(
    stage: ClientStage, other: dict[str, object], expected: FunnelStage | None
) -> None:
    assert funnel_stage(make_client(1, stage, **other)) is expected


def test_those_left_alone_are_not_counted() -> None:
    assert sum(count_funnel(mixed_room())) == 30
