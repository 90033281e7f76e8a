"""Looks: contrast of every role on every ground, both themes complete, live switch, shapes and icons there."""

from __future__ import annotations

from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from fogportable.model import ClientStage, InterfaceKind, SessionState, Verdict
from fogportable.resources import resources_folder
from fogportable.session.preferences import ThemeChoice
from fogportable.ui.delegates.row_ground import paint_row_ground
from fogportable.ui.high_contrast import ON_BLACK, ON_WHITE
from fogportable.ui.icons import icon, kind_icon
from fogportable.ui.looks import Looks, theme_of
from fogportable.ui.shapes import Shape, draw_state_shape, shape_of_stage, shape_of_state, shape_of_verdict
from fogportable.ui.theme import DARK, LIGHT, FontRole, Theme, apply_theme, current_theme, font, style_sheet

#: WCAG 2.2: AA for text, and for the parts of controls that tell what they are.
AA_TEXT = 4.5
AA_CONTROL = 3.0
#: Of the same: AAA for text, which is what high contrast is for; and what its parts of controls reach.
AAA_TEXT = 7.0
HIGH_CONTROL = 4.5

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, ON_BLACK, ON_WHITE], ids=lambda theme: theme.name)

_TEXTS = ("text", "muted", "accent", "done", "needs", "failed")
_HIGH = (ON_BLACK, ON_WHITE)


def least_text(theme: Theme) -> float:
    return AAA_TEXT if theme in _HIGH else AA_TEXT


_GROUNDS = ("window", "base", "alternate", "panel", "selection")


@THEMES
@pytest.mark.parametrize(("text", "ground"), list(product(_TEXTS, _GROUNDS)))
def test_text_is_readable_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    colors = asdict(theme)
    assert contrast(colors[text], colors[ground]) >= least_text(theme)


@THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("selected_text", "selection"),
        ("done", "done_ground"),
        ("needs", "needs_ground"),
        ("failed", "failed_ground"),
        ("accent", "working_ground"),
        ("text", "done_ground"),
        ("text", "needs_ground"),
        ("text", "failed_ground"),
        ("text", "working_ground"),
        ("text", "hover"),
    ],
)
def test_pairs_that_belong_together_are_readable(theme: Theme, text: str, ground: str) -> None:
    colors = asdict(theme)
    assert contrast(colors[text], colors[ground]) >= least_text(theme)


@THEMES
@pytest.mark.parametrize(
    ("part", "ground"),
    [("border", "window"), ("border", "base"), ("accent", "trough"), ("done", "trough"), ("failed", "trough")],
)
def test_parts_of_controls_are_seen(theme: Theme, part: str, ground: str) -> None:
    colors = asdict(theme)
    assert contrast(colors[part], colors[ground]) >= (HIGH_CONTROL if theme in _HIGH else AA_CONTROL)


@pytest.mark.parametrize("theme", _HIGH, ids=lambda theme: theme.name)
def test_high_contrast_draws_an_edge_around_what_is_chosen_and_around_cards(theme: Theme) -> None:
    colors = asdict(theme)
    for part in ("selection_edge", "hairline", "border"):
        assert contrast(colors[part], colors["base"]) >= HIGH_CONTROL, part
    assert contrast(colors["selection_edge"], colors["selection"]) >= HIGH_CONTROL
    assert contrast(colors["disabled"], colors["window"]) >= AA_TEXT, "what cannot be used can still be read"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance"."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(value: str) -> float:
    channels = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@THEMES
def test_style_sheet_leaves_no_placeholder(theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


@THEMES
def test_every_state_has_a_shape_of_its_own(theme: Theme) -> None:
    """Form alone tells them apart: drawn in one colour, no two are the same. Stopped is "not seen" of a session."""
    pictures: dict[bytes, Shape] = {}
    for shape in set(Shape) - {Shape.STOPPED}:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw_state_shape(painter, QRectF(0, 0, 32, 32), shape, theme)
        painter.end()
        form = bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())
        assert any(form), f"{shape} draws nothing"
        assert form not in pictures, f"{shape} looks like {pictures.get(form)}"
        pictures[form] = shape


def test_every_stage_state_and_verdict_has_a_shape() -> None:
    for stage in ClientStage:
        assert shape_of_stage(stage) in Shape
    for state in SessionState:
        assert shape_of_state(state) in Shape
    for verdict in Verdict:
        assert shape_of_verdict(verdict) in Shape


def test_every_kind_of_card_and_every_drawing_makes_an_icon(qapp: QApplication) -> None:
    for kind in InterfaceKind:
        assert not kind_icon(kind).isNull()
    for file in (resources_folder() / "icons").glob("*.svg"):
        image = icon(file.stem).pixmap(20, 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), file.name


def test_icon_without_a_drawing_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_no_type_is_smaller_than_nine_points(qapp: QApplication) -> None:
    for role in FontRole:
        assert font(role).pointSizeF() >= 9.0


def test_looks_switch_live_and_back(qapp: QApplication) -> None:
    looks = Looks(qapp)
    try:
        looks.dark()
        assert current_theme() is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
        looks.light()
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window
    finally:
        apply_theme(qapp, LIGHT)
        looks.deleteLater()


class FakeHints(QObject):
    """What Qt tells of the system, as far as the colours depend on it."""

    colorSchemeChanged = Signal(object)  # noqa: N815 (Qt's name)
    contrastPreferenceChanged = Signal(object)  # noqa: N815 (Qt's name)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.preference = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.preference

    def accessibility(self) -> FakeHints:
        return self


@pytest.fixture
def hints(monkeypatch: pytest.MonkeyPatch) -> FakeHints:
    made = FakeHints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: made)
    return made


@pytest.mark.parametrize(
    ("scheme", "choice", "theme"),
    [
        (Qt.ColorScheme.Light, ThemeChoice.SYSTEM, LIGHT),
        (Qt.ColorScheme.Dark, ThemeChoice.SYSTEM, DARK),
        (Qt.ColorScheme.Light, ThemeChoice.HIGH_CONTRAST, ON_WHITE),
        (Qt.ColorScheme.Dark, ThemeChoice.HIGH_CONTRAST, ON_BLACK),
        (Qt.ColorScheme.Dark, ThemeChoice.LIGHT, LIGHT),
    ],
)
def test_a_choice_means_colours_that_fit_the_system(
    hints: FakeHints, scheme: Qt.ColorScheme, choice: ThemeChoice, theme: Theme
) -> None:
    hints.scheme = scheme
    assert theme_of(choice) is theme


def test_a_system_that_asks_for_high_contrast_gets_it_at_once_and_only_while_it_is_followed(
    qapp: QApplication, hints: FakeHints
) -> None:
    looks = Looks(qapp)
    try:
        hints.preference, hints.scheme = Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Dark
        hints.contrastPreferenceChanged.emit(hints.preference)
        assert current_theme() is ON_BLACK
        hints.scheme = Qt.ColorScheme.Light
        hints.colorSchemeChanged.emit(hints.scheme)
        assert current_theme() is ON_WHITE
        looks.dark()
        hints.contrastPreferenceChanged.emit(hints.preference)
        assert current_theme() is DARK, "what somebody chose counts more"
        looks.high_contrast()
        assert current_theme() is ON_WHITE
    finally:
        apply_theme(qapp, LIGHT)
        looks.deleteLater()


@THEMES
def test_a_chosen_row_of_the_table_is_framed_where_the_ground_does_not_tell_it(theme: Theme) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_row_ground(painter, QRectF(0, 0, 20, 20), theme, "base", is_selected=True)
    painter.end()
    assert image.pixelColor(10, 10) == theme.color("selection")
    assert [image.pixelColor(10, y) for y in (0, 19)] == [theme.color("selection_edge")] * 2
