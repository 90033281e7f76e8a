"""Two pictures of a session: what was sent over time, and how many computers stood at which stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogportable.report.axes import (
    Frame,
    draw_time_axis,
    draw_value_lines,
    rate_unit,
    round_step,
    whole_label,
)
from fogportable.report.canvas import Anchor, Canvas, Fill, Point, Role, Stroke
from fogportable.report.history import RECENT_EVERY_S, FunnelStage, Stretch
from fogportable.report.sentences import stage_words
from fogportable.report.voice import Voice

#: How each stage is filled and outlined, in the order in which they are piled up: who is done lies at the bottom.
_LAYERS: tuple[tuple[FunnelStage, Role, Fill], ...] = (
    (FunnelStage.DONE, Role.DONE, Fill.SOLID),
    (FunnelStage.HANDED_OVER, Role.DONE, Fill.RISING),
    (FunnelStage.IMAGING, Role.ACCENT, Fill.SOLID),
    (FunnelStage.IN_MENU, Role.ACCENT, Fill.LEVEL),
    (FunnelStage.LOADING, Role.ACCENT, Fill.RISING),
    (FunnelStage.OFFERED, Role.MUTED, Fill.FALLING),
    (FunnelStage.ASKED, Role.MUTED, Fill.DOTS),
    (FunnelStage.SILENT, Role.HAIRLINE, Fill.SOLID),
    (FunnelStage.FAILED, Role.FAILED, Fill.SOLID),
)

#: Lines of single computers: told apart by dash as well as by colour.
_LINES: tuple[Stroke, ...] = (
    Stroke(Role.TEXT, 1.6),
    Stroke(Role.NEEDS, 1.6, (6.0, 3.0)),
    Stroke(Role.DONE, 1.6, (2.0, 2.0)),
    Stroke(Role.MUTED, 1.6, (9.0, 3.0, 2.0, 3.0)),
)

#: Single computers in one picture.
MOST_LINES = len(_LINES)


@dataclass(frozen=True, slots=True)
class Line:
    """The rates of one computer over the last minutes. name: for the legend."""

    name: str
    rates: tuple[float, ...]


def draw_throughput(canvas: Canvas, stretches: Sequence[Stretch], voice: Voice) -> None:
    """The room's rate over the whole session: the mean of each stretch as an area, its peak as a thin line."""
    length_s = stretches[-1].start_s + stretches[-1].length_s if stretches else 60.0
    top = max((each.peak_bytes_per_s for each in stretches), default=0.0)
    frame = _rate_frame(canvas, length_s, top, voice)
    for run in _runs(stretches):
        mean = [(each.start_s + each.length_s / 2, each.rate_bytes_per_s or 0.0) for each in run]
        peak = [(each.start_s + each.length_s / 2, each.peak_bytes_per_s) for each in run]
        _draw_area(canvas, frame, mean)
        if len(run) > 1 and run[0].length_s > 1.0:
            canvas.line([frame.at(*point) for point in peak], Stroke(Role.MUTED, 0.8, (2.0, 2.0)))
    draw_time_axis(canvas, frame, voice)


def draw_recent(canvas: Canvas, room: Sequence[float], lines: Sequence[Line], voice: Voice) -> None:
    """The last minutes: the room as an area, some computers as lines. Samples as `RecentRates` has them."""
    length_s = max(60.0, (len(room) - 1) * RECENT_EVERY_S)
    top = max([0.0, *room, *(rate for line in lines for rate in line.rates)])
    frame = _rate_frame(canvas, length_s, top, voice)
    _draw_area(canvas, frame, _ending_now(room, length_s))
    for line, stroke in zip(lines[:MOST_LINES], _LINES, strict=False):
        points = [frame.at(*point) for point in _ending_now(line.rates, length_s)]
        if len(points) > 1:
            canvas.line(points, stroke)
    draw_time_axis(canvas, frame, voice, is_ago=True)
    _draw_line_legend(canvas, frame, lines)


def draw_funnel(canvas: Canvas, stretches: Sequence[Stretch], voice: Voice) -> None:
    """How many computers stood where, piled up over the whole session, with a legend that has the last figures."""
    em = canvas.em
    words = stage_words(voice)
    shown = [layer for layer in _LAYERS if any(each.counts[layer[0]] for each in stretches)]
    most = max((sum(each.counts) for each in stretches), default=0)
    step = max(1.0, round_step(max(most, 1)))
    top = step * max(1, -(-most // step))
    labels = {stage: _legend_label(words[stage], stretches[-1].counts[stage]) for stage, _, _ in shown}
    legend = max((canvas.text_width(label) for label in labels.values()), default=0.0) + em * 2.8 if shown else em
    left = canvas.text_width(whole_label(top)) + em
    length_s = stretches[-1].start_s + stretches[-1].length_s if stretches else 60.0
    frame = Frame(left, canvas.width - legend, em * 1.7, canvas.height - em * 1.7, length_s, top)
    canvas.text((0.0, em), voice.translate("Report", "Computers"), Role.MUTED)
    draw_value_lines(canvas, frame, step, 1.0, voice)
    base = [0.0] * len(stretches)
    for stage, role, fill in shown:
        upper = [below + each.counts[stage] for below, each in zip(base, stretches, strict=True)]
        _draw_layer(canvas, frame, stretches, base, upper, role, fill)
        base = upper
    draw_time_axis(canvas, frame, voice)
    for place, (stage, role, fill) in enumerate(reversed(shown)):
        y = frame.upper + em * (1.5 * place)
        x = frame.right + em
        box = [(x, y), (x + em, y), (x + em, y + em), (x, y + em)]
        canvas.area(box, role, fill)
        canvas.line([*box, box[0]], Stroke(Role.BORDER, 0.8))
        canvas.text((x + em * 1.5, y + em * 0.85), labels[stage])


def _legend_label(word: str, count: int) -> str:
    return f"{word} {count}"


def _rate_frame(canvas: Canvas, length_s: float, top: float, voice: Voice) -> Frame:
    """Axis of rates: lines, labels and the unit above them."""
    em = canvas.em
    step = round_step(max(top, 1000.0))
    ceiling = step * max(1, -(-max(top, 1000.0) // step))
    unit, size = rate_unit(ceiling)
    left = max(canvas.text_width(whole_label(number * step / size)) for number in range(5)) + em
    frame = Frame(left, canvas.width - em * 0.5, em * 1.7, canvas.height - em * 1.7, length_s, ceiling)
    canvas.text((0.0, em), unit, Role.MUTED)
    draw_value_lines(canvas, frame, step, size, voice)
    return frame


def _runs(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Stretches without those in which nobody looked: a line over them would be a guess."""
    runs: list[list[Stretch]] = [[]]
    for each in stretches:
        if each.rate_bytes_per_s is not None:
            runs[-1].append(each)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _ending_now(rates: Sequence[float], length_s: float) -> list[Point]:
    first_s = length_s - (len(rates) - 1) * RECENT_EVERY_S
    return [(first_s + place * RECENT_EVERY_S, rate) for place, rate in enumerate(rates)]


def _draw_area(canvas: Canvas, frame: Frame, points: Sequence[Point]) -> None:
    if len(points) < 2:
        return
    line = [frame.at(*point) for point in points]
    canvas.area([(line[0][0], frame.lower), *line, (line[-1][0], frame.lower)], Role.WORKING_GROUND)
    canvas.line(line, Stroke(Role.ACCENT, 1.6))


def _draw_layer(
    canvas: Canvas,
    frame: Frame,
    stretches: Sequence[Stretch],
    lower: Sequence[float],
    upper: Sequence[float],
    role: Role,
    fill: Fill,
) -> None:
    """Steps, not slopes: a computer stands here or there, and nothing lies between."""
    ends = [(each.start_s, each.start_s + each.length_s) for each in stretches]
    above = [frame.at(end, value) for pair, value in zip(ends, upper, strict=True) for end in pair]
    below = [frame.at(end, value) for pair, value in zip(ends, lower, strict=True) for end in pair]
    canvas.area([*above, *reversed(below)], role, fill)
    canvas.line(above, Stroke(Role.BASE, 1.0))


def _draw_line_legend(canvas: Canvas, frame: Frame, lines: Sequence[Line]) -> None:
    em = canvas.em
    right = canvas.width - em * 0.5
    for line, stroke in zip(reversed(lines[:MOST_LINES]), reversed(_LINES[: len(lines)]), strict=False):
        right -= canvas.text_width(line.name)
        if right < frame.left + em * 4:
            return  # No room: the words beside the picture name all.
        canvas.text((right, em), line.name, Role.TEXT, Anchor.START)
        right -= em * 0.4
        canvas.line([(right - em * 1.8, em * 0.65), (right, em * 0.65)], stroke)
        right -= em * 2.6
