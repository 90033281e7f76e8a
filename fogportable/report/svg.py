"""Pictures as SVG inside a page: no script, no outside file, colours of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fogportable.report.canvas import GROUNDS, Anchor, Canvas, Fill, Point, Role, Stroke
from fogportable.report.plain_text import escaped

#: Dark enough on white paper (WCAG AA for the text roles), the light theme's colours.
COLORS: dict[Role, str] = {
    Role.TEXT: "#1A1D21",
    Role.MUTED: "#555D68",
    Role.HAIRLINE: "#D5D9E0",
    Role.BORDER: "#7D8590",
    Role.BASE: "#FFFFFF",
    Role.ACCENT: "#0B5FAE",
    Role.WORKING_GROUND: "#E4EFFA",
    Role.DONE: "#0A6B4A",
    Role.DONE_GROUND: "#E3F3EC",
    Role.NEEDS: "#8A5300",
    Role.FAILED: "#B3261E",
}

_FONT_SIZE = 12.0

#: Mean width of a character in the usual sans-serif fonts, as a share of the font's size; on the wide side.
_WIDTH_SHARE = 0.58

#: What is repeated to fill an area, on a white tile of 6 by 6.
_TILES = {
    Fill.RISING: '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="{color}" stroke-width="2.2" />',
    Fill.FALLING: '<path d="M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2" stroke="{color}" stroke-width="1.6" />',
    Fill.LEVEL: '<path d="M0,1.5 h6 M0,4.5 h6" stroke="{color}" stroke-width="1.5" />',
    Fill.DOTS: '<circle cx="1.5" cy="1.5" r="1" fill="{color}" /><circle cx="4.5" cy="4.5" r="1" fill="{color}" />',
}


class _SvgCanvas:
    """Collects marks. name: begins the names of its patterns, which are the whole page's."""

    def __init__(self, name: str, width: float, height: float) -> None:
        self._name = name
        self._width = width
        self._height = height
        self.marks: list[str] = []
        self.patterns: dict[str, str] = {}

    @property
    def width(self) -> float:
        return self._width

    @property
    def height(self) -> float:
        return self._height

    @property
    def em(self) -> float:
        return _FONT_SIZE * 1.1

    def text_width(self, text: str) -> float:
        return len(text) * _FONT_SIZE * _WIDTH_SHARE

    def area(self, points: Sequence[Point], role: Role, fill: Fill = Fill.SOLID) -> None:
        self.marks.append(f'<polygon points="{_points(points)}" fill="{self._paint(role, fill)}" />')

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        dash = f' stroke-dasharray="{" ".join(map(_figure, stroke.dash))}"' if stroke.dash else ""
        self.marks.append(
            f'<polyline points="{_points(points)}" fill="none" stroke="{COLORS[stroke.role]}" '
            f'stroke-width="{_figure(stroke.width)}" stroke-linejoin="round"{dash} />'
        )

    def text(self, at: Point, text: str, role: Role = Role.TEXT, anchor: Anchor = Anchor.START) -> None:
        self.marks.append(
            f'<text x="{_figure(at[0])}" y="{_figure(at[1])}" fill="{COLORS[role]}" '
            f'text-anchor="{anchor.value}">{escaped(text)}</text>'
        )

    def _paint(self, role: Role, fill: Fill) -> str:
        if fill is Fill.SOLID:
            return COLORS[role]
        name = f"{self._name}-{role.value}-{fill.value}"
        tile = _TILES[fill].format(color=COLORS[role])
        self.patterns[name] = (
            f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="{COLORS[GROUNDS.get(role, Role.BASE)]}" />{tile}</pattern>'
        )
        return f"url(#{name})"


def svg(name: str, title: str, draw: Callable[[Canvas], None], width: float = 720.0, height: float = 220.0) -> str:
    """A picture as an element of a page. title: what it shows, in words, for who cannot see it."""
    canvas = _SvgCanvas(name, width, height)
    draw(canvas)
    patterns = f"<defs>{''.join(canvas.patterns.values())}</defs>" if canvas.patterns else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title" '
        f'viewBox="0 0 {_figure(width)} {_figure(height)}" font-family="sans-serif" font-size="{_figure(_FONT_SIZE)}">'
        f'<title id="{name}-title">{escaped(title)}</title>{patterns}{"".join(canvas.marks)}</svg>'
    )


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_figure(x)},{_figure(y)}" for x, y in points)


def _figure(value: float) -> str:
    """Two decimals are finer than a printer's dot."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
