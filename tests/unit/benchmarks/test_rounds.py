"""Turns, ratios inside rounds, goals."""

from __future__ import annotations

import pytest

from tests.benchmarks.rounds import Contestant, Rounds, Row, Sample, Spread, at_least, at_most, ceiling_remark


def sample(amount: float, client_cpu_s: float = 0.5) -> Sample:
    return Sample(amount, seconds=1.0, cpu_s=0.5, client_cpu_s=client_cpu_s, said={})


def test_contestants_take_turns_inside_each_round() -> None:
    order: list[str] = []

    def turn(name: str) -> Contestant:
        def run() -> Sample:
            order.append(name)
            return sample(len(order))

        return Contestant(name, run)

    rounds = Rounds([turn("a"), turn("b")], 3)
    assert order == ["a", "b"] * 3
    assert rounds.of("b", lambda each: each.amount) == (2, 4, 6)


def test_ratio_is_taken_inside_rounds_before_the_median() -> None:
    row = Row("rate", "MB/s", ours=(10.0, 100.0, 1.0), peer="other", theirs=(10.0, 50.0, 4.0), goal=at_least(1.0))
    assert row.judged == Spread(median=1.0, least=0.25, most=2.0)
    assert row.is_met is True


def test_figure_without_a_peer_is_judged_itself() -> None:
    row = Row("memory", "MB", ours=(140.0, 160.0, 155.0), goal=at_most(150.0))
    assert row.judged == Spread(155.0, 140.0, 160.0)
    assert row.is_met is False


def test_peer_may_be_shown_beside_a_figure_that_is_judged_itself() -> None:
    row = Row("burst", "lost", ours=(0.0, 0.0), peer="other", theirs=(0.0, 12.0), goal=at_most(0), is_ratio=False)
    assert row.judged == Spread(0.0, 0.0, 0.0)
    assert row.is_met is True


def test_row_without_goal_is_neither_met_nor_missed() -> None:
    assert Row("rate", "MB/s", ours=(1.0,)).is_met is None


def test_figures_come_from_amount_time_and_cpu() -> None:
    it = Sample(2**30, seconds=2.0, cpu_s=3.0, client_cpu_s=1.0, said={})
    assert it.cpu_s_per_gib == 3.0
    assert it.mb_per_s == pytest.approx(2**30 / 2e6)
    assert it.client_share == 0.5
    assert Sample(1000, 1.0, 0.02, 0.0, {}).cpu_us_each == pytest.approx(20.0)


def test_busy_client_makes_the_ratio_a_ceiling() -> None:
    rounds = Rounds([Contestant("a", lambda: sample(1, 0.2)), Contestant("b", lambda: sample(1, 0.98))], 3)
    assert "ceiling" in ceiling_remark(rounds.client_share())
    assert ceiling_remark(0.5) == ""
