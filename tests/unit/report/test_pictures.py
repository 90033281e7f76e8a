"""Pictures stay inside their frame, have axes in honest units, and say in words what they show."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.report.axes import rate_unit, round_step, time_label, time_step
from fogportable.report.canvas import Anchor, Fill, Point, Role, Stroke
from fogportable.report.history import History, Stretch
from fogportable.report.pictures import Line, draw_funnel, draw_recent, draw_throughput
from fogportable.report.sentences import funnel_words, throughput_words
from fogportable.report.svg import svg
from fogportable.report.voice import Voice
from tests.fakes.session import mixed_room
from tests.unit.report.reports import history_of_mixed_room


class SeenCanvas:
    """Remembers what is drawn."""

    def __init__(self, width: float = 600.0, height: float = 200.0, em: float = 12.0) -> None:
        self.width, self.height, self.em = width, height, em
        self.areas: list[tuple[list[Point], Role, Fill]] = []
        self.lines: list[tuple[list[Point], Stroke]] = []
        self.texts: list[tuple[Point, str, Anchor]] = []

    def text_width(self, text: str) -> float:
        return len(text) * self.em * 0.55

    def area(self, points: Sequence[Point], role: Role, fill: Fill = Fill.SOLID) -> None:
        self.areas.append((list(points), role, fill))

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        self.lines.append((list(points), stroke))

    def text(self, at: Point, text: str, role: Role = Role.TEXT, anchor: Anchor = Anchor.START) -> None:
        self.texts.append((at, text, anchor))

    def words(self) -> list[str]:
        return [text for _, text, _ in self.texts]

    def assert_all_inside(self) -> None:
        points = [*(p for each in self.areas for p in each[0]), *(p for each in self.lines for p in each[0])]
        for x, y in points:
            assert -0.5 <= x <= self.width + 0.5
            assert -0.5 <= y <= self.height + 0.5
        for (x, y), text, anchor in self.texts:
            wide = self.text_width(text)
            left = {Anchor.START: x, Anchor.MIDDLE: x - wide / 2, Anchor.END: x - wide}[anchor]
            assert left >= -0.5, text
            assert left + wide <= self.width + 0.5, text
            assert 0 < y <= self.height, text


_histories = st.lists(st.tuples(st.floats(1.0, 3000.0), st.integers(0, 10**10), st.integers(0, 32)), max_size=40)


def _history(looks: list[tuple[float, int, int]]) -> History:
    history, now_s, sent, room = History(), 0.0, 0, mixed_room()
    for pause_s, more, heard in looks:
        now_s += pause_s
        sent += more
        history.take(now_s, room[:heard], sent)
    return history


@given(_histories, st.sampled_from((260.0, 600.0, 1200.0)))
def test_nothing_is_drawn_outside(looks: list[tuple[float, int, int]], width: float) -> None:
    stretches = _history(looks).stretches()
    for draw in (draw_throughput, draw_funnel):
        canvas = SeenCanvas(width)
        draw(canvas, stretches, Voice())
        canvas.assert_all_inside()


@given(st.lists(st.floats(0, 1e9), max_size=300), st.lists(st.floats(0, 1e9), max_size=300))
def test_the_last_minutes_stay_inside(room: list[float], one: list[float]) -> None:
    canvas = SeenCanvas()
    draw_recent(canvas, room, [Line("Dell, 192.168.1.20", tuple(one))], Voice())
    canvas.assert_all_inside()


def test_throughput_has_its_unit_and_the_time_since_the_beginning() -> None:
    canvas = SeenCanvas()
    draw_throughput(canvas, history_of_mixed_room().stretches(), Voice())
    assert "MB/s" in canvas.words()
    assert "0" in canvas.words()
    assert "1 min" in canvas.words() or "60 s" in canvas.words() or "50 s" in canvas.words()


def test_last_minutes_end_now_and_name_their_lines() -> None:
    canvas = SeenCanvas()
    draw_recent(canvas, [1e6] * 300, [Line("Dell", (2e6,) * 300), Line("HP", (1e6,) * 300)], Voice())
    assert {"now", "Dell", "HP", "MB/s", "\N{MINUS SIGN}4 min"} <= set(canvas.words())
    strokes = [stroke for _, stroke in canvas.lines if stroke.width == 1.6]
    assert len(strokes) == 5  # The room, two computers and their marks in the legend.
    assert len({(stroke.role, stroke.dash) for stroke in strokes}) == 3


def test_no_line_is_drawn_where_nobody_looked() -> None:
    empty = (0,) * 9
    run = [Stretch(float(second), 1.0, 5e6, 5e6, empty) for second in range(3)]
    gap = [Stretch(float(second), 1.0, None, 0.0, empty) for second in range(3, 8)]
    later = [Stretch(float(second), 1.0, 5e6, 5e6, empty) for second in range(8, 11)]
    canvas = SeenCanvas()
    draw_throughput(canvas, [*run, *gap, *later], Voice())
    areas = [points for points, role, _ in canvas.areas if role is Role.WORKING_GROUND]
    assert len(areas) == 2
    assert max(x for x, _ in areas[0]) < min(x for x, _ in areas[1])


def test_neighbours_in_the_funnel_differ_in_more_than_colour() -> None:
    canvas = SeenCanvas()
    draw_funnel(canvas, history_of_mixed_room().stretches(), Voice())
    layers = list(dict.fromkeys((role, fill) for _, role, fill in canvas.areas))
    assert len(layers) >= 5
    assert all(one[1] is not other[1] or one[0] is Role.HAIRLINE for one, other in itertools.pairwise(layers))


def test_funnel_names_each_stage_with_its_last_figure() -> None:
    stretches = history_of_mixed_room().stretches()
    canvas = SeenCanvas()
    draw_funnel(canvas, stretches, Voice())
    assert "Handed over 8" in canvas.words()
    assert "Computers" in canvas.words()
    assert "Handed over 8" in funnel_words(stretches, Voice())


def test_words_beside_the_pictures_have_the_figures() -> None:
    words = throughput_words(history_of_mixed_room().stretches(), Voice())
    assert "1 min" in words
    assert "MB/s" in words
    assert throughput_words((), Voice()) == "Nothing has been sent yet."
    assert funnel_words((), Voice()) == "No computer has been heard yet."


@given(st.floats(1.0, 1e12))
def test_steps_of_an_axis_are_round_and_few(top: float) -> None:
    step = round_step(top)
    assert step * 4 >= top * (1 - 1e-6)
    assert 1 <= -(-top // step) <= 4 + 1e-6
    assert f"{step:.0e}"[0] in "125"


@pytest.mark.parametrize(
    ("top", "unit"), [(999.0, "B/s"), (1000.0, "kB/s"), (999_999.0, "kB/s"), (1e6, "MB/s"), (2.5e9, "GB/s")]
)
def test_rates_are_labelled_in_the_unit_that_fits(top: float, unit: str) -> None:
    assert rate_unit(top)[0] == unit


@given(st.floats(1.0, 40 * 86400.0))
def test_labels_of_time_are_few_and_differ(length_s: float) -> None:
    step = time_step(length_s)
    labels = [time_label(number * step, step, Voice()) for number in range(int(length_s / step) + 1)]
    assert len(labels) <= 7
    assert len(set(labels)) == len(labels)


def test_svg_names_what_it_shows() -> None:
    picture = svg("one", 'A <b> & "c"', lambda canvas: canvas.text((1, 1), "<i>"))
    assert '<title id="one-title">A &lt;b&gt; &amp; &quot;c&quot;</title>' in picture
    assert ">&lt;i&gt;</text>" in picture
