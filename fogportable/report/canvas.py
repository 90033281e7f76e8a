"""What pictures are drawn on: a few marks in role colours. Window and PDF paint them, a page has them as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

#: x to the right, y down.
Point = tuple[float, float]


class Role(StrEnum):
    """Colours by what they mean; names of the window's theme."""

    TEXT = "text"
    MUTED = "muted"
    HAIRLINE = "hairline"
    BORDER = "border"
    BASE = "base"
    ACCENT = "accent"
    WORKING_GROUND = "working_ground"
    DONE = "done"
    DONE_GROUND = "done_ground"
    NEEDS = "needs"
    FAILED = "failed"


class Fill(StrEnum):
    """How an area is filled: neighbours differ in more than colour."""

    SOLID = "solid"
    RISING = "rising"  # lines from bottom left to top right
    FALLING = "falling"
    LEVEL = "level"
    DOTS = "dots"


#: Behind the marks of a fill that is not solid.
GROUNDS = {Role.ACCENT: Role.WORKING_GROUND, Role.DONE: Role.DONE_GROUND}


class Anchor(StrEnum):
    """Which end of a text lies at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line. width: in units of the canvas. dash: lengths of dash and gap, empty for none."""

    role: Role
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Canvas(Protocol):
    """width, height: of what may be drawn on. em: height of a line of text, by which all distances are measured."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def em(self) -> float: ...

    def text_width(self, text: str) -> float: ...

    def area(self, points: Sequence[Point], role: Role, fill: Fill = Fill.SOLID) -> None:
        """A closed polygon."""
        ...

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        """An open line through all points."""
        ...

    def text(self, at: Point, text: str, role: Role = Role.TEXT, anchor: Anchor = Anchor.START) -> None:
        """at: on the base line."""
        ...
