"""Axes of a picture: round steps, labels in honest units, and where a value lies."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fogportable.report.canvas import Anchor, Canvas, Point, Role, Stroke
from fogportable.report.voice import Voice

#: Seconds between two labels of time that people read without counting.
_TIME_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
_MOST_TIME_LABELS = 6
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The field between the axes. length_s, top: what its width and height stand for, both above 0."""

    left: float
    right: float
    upper: float
    lower: float
    length_s: float
    top: float

    def x(self, seconds: float) -> float:
        return self.left + (self.right - self.left) * min(1.0, max(0.0, seconds / self.length_s))

    def y(self, value: float) -> float:
        return self.lower - (self.lower - self.upper) * min(1.0, max(0.0, value / self.top))

    def at(self, seconds: float, value: float) -> Point:
        return self.x(seconds), self.y(value)


def round_step(top: float, most: int = _MOST_LINES) -> float:
    """The smallest of 1, 2, 5, 10, ... of which `most` reach the top. top: above 0."""
    raw = top / most
    scale = 10.0 ** math.floor(math.log10(raw))
    return next(step * scale for step in (1.0, 2.0, 5.0, 10.0) if step * scale >= raw * (1 - 1e-9))


def rate_unit(top_bytes_per_s: float) -> tuple[str, float]:
    """The unit that an axis up to this rate is labelled in, and how many bytes a second it has."""
    for unit, size in (("GB/s", 1e9), ("MB/s", 1e6), ("kB/s", 1e3)):
        if top_bytes_per_s >= size:
            return unit, size
    return "B/s", 1.0


def time_step(length_s: float) -> float:
    """Seconds between two labels of time."""
    for step in _TIME_STEPS:
        if length_s / step <= _MOST_TIME_LABELS:
            return float(step)
    return float(_TIME_STEPS[-1] * math.ceil(length_s / _TIME_STEPS[-1] / _MOST_TIME_LABELS))


def time_label(seconds: float, step_s: float, voice: Voice) -> str:
    """`0`, `10 s`, `5 min`, `2 h`: as coarse as the step allows."""
    if seconds == 0:
        return "0"
    translate = voice.translate
    if step_s >= 3600:
        return translate("Report", "{count} h").format(count=round(seconds / 3600))
    if step_s >= 60:
        return translate("Report", "{minutes} min").format(minutes=round(seconds / 60))
    return translate("Report", "{count} s").format(count=round(seconds))


def whole_label(value: float) -> str:
    """`40`, `2.5`: no more digits than the step has."""
    return f"{value:g}"


def draw_time_axis(canvas: Canvas, frame: Frame, voice: Voice, *, is_ago: bool = False) -> None:
    """Labels below. is_ago: the right end is now, and labels say how long before."""
    canvas.line([(frame.left, frame.lower), (frame.right, frame.lower)], Stroke(Role.BORDER))
    step_s = time_step(frame.length_s)
    count = int(frame.length_s / step_s + 1e-9)
    for number in range(count + 1):
        seconds = number * step_s
        x = frame.x(frame.length_s - seconds if is_ago else seconds)
        canvas.line([(x, frame.lower), (x, frame.lower + canvas.em * 0.25)], Stroke(Role.BORDER))
        label = time_label(seconds, step_s, voice)
        if is_ago:
            label = voice.translate("Report", "now") if number == 0 else f"\N{MINUS SIGN}{label}"
        half = canvas.text_width(label) / 2
        middle = min(max(x, half), canvas.width - half)
        canvas.text((middle, frame.lower + canvas.em * 1.3), label, Role.MUTED, Anchor.MIDDLE)


def draw_value_lines(canvas: Canvas, frame: Frame, step: float, size: float, voice: Voice) -> None:
    """Level lines with their figures to the left. size: what one on the label stands for."""
    count = round(frame.top / step)
    for number in range(count + 1):
        y = frame.y(number * step)
        if number:
            canvas.line([(frame.left, y), (frame.right, y)], Stroke(Role.HAIRLINE))
        label = whole_label(number * step / size).replace(".", voice.decimal_mark)
        canvas.text((frame.left - canvas.em * 0.4, y + canvas.em * 0.3), label, Role.MUTED, Anchor.END)
