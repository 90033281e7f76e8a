"""The looks of the window: role colours in light and dark, palette, fonts and the one style sheet.

Those of high contrast stand in `ui/high_contrast.py`, and which counts is said by `ui/looks.py`.

Colours by role, never by name; widgets and delegates ask `current_theme()` each time they paint, so that a switch
needs no bookkeeping. Every text role is at least AA (4.5 : 1) on every ground it stands on; a test computes it.
"""

from __future__ import annotations

import functools
from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fogportable.resources import resources_folder


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of role colours as #RRGGBB.

    *_ground: behind a notice or tile in that state. on_accent: text on a filled accent. hairline, trough: decoration.
    accent_hover, accent_pressed: the filled button under the pointer and held down. selection_edge: around what is
    chosen, where the ground alone does not tell it; else the colour of that ground.
    """

    name: str
    window: str
    base: str
    alternate: str
    panel: str
    text: str
    muted: str
    border: str
    hairline: str
    trough: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    done: str
    needs: str
    failed: str
    selection: str
    selection_edge: str
    selected_text: str
    done_ground: str
    needs_ground: str
    failed_ground: str
    working_ground: str
    disabled: str
    hover: str

    def color(self, role: str) -> QColor:
        """The colour of a role, such as "accent". Raises AttributeError for a role that is none."""
        return _color(getattr(self, role))


LIGHT = Theme(
    name="light",
    window="#F4F5F7",
    base="#FFFFFF",
    alternate="#F8F9FB",
    panel="#ECEEF2",
    text="#1A1D21",
    muted="#555D68",
    border="#7D8590",
    hairline="#D5D9E0",
    trough="#D9DEE6",
    accent="#0B5FAE",
    on_accent="#FFFFFF",
    accent_hover="#0A559B",
    accent_pressed="#084880",
    done="#0A6B4A",
    needs="#8A5300",
    failed="#B3261E",
    selection="#CFE3F7",
    selection_edge="#CFE3F7",
    selected_text="#1A1D21",
    done_ground="#E3F3EC",
    needs_ground="#FFF3DC",
    failed_ground="#FDE9E7",
    working_ground="#E4EFFA",
    disabled="#8A919B",
    hover="#EDF2F8",
)

DARK = Theme(
    name="dark",
    window="#1C1F24",
    base="#15181C",
    alternate="#1A1D22",
    panel="#252A31",
    text="#E8EAED",
    muted="#A8B0BA",
    border="#7F8894",
    hairline="#383F48",
    trough="#353C46",
    accent="#6FB1F2",
    on_accent="#0B1520",
    accent_hover="#86BEF5",
    accent_pressed="#5AA0E4",
    done="#5CC79B",
    needs="#F0B44C",
    failed="#FF8A80",
    selection="#23405E",
    selection_edge="#23405E",
    selected_text="#FFFFFF",
    done_ground="#15302A",
    needs_ground="#352A14",
    failed_ground="#3A1F1D",
    working_ground="#182C42",
    disabled="#6B737E",
    hover="#20262E",
)


class FontRole(StrEnum):
    """Sizes of type: base 10 pt, secondary 9 pt and never smaller."""

    BASE = "base"
    STRONG = "strong"
    SECONDARY = "secondary"
    CARD_HEADING = "card_heading"
    STATE_WORD = "state_word"
    BUTTON_MAIN = "button_main"
    FIXED = "fixed"


class Kind(StrEnum):
    """What a widget is to the style sheet. Set by `set_kind`."""

    PRIMARY = "primary"  # the one filled button
    MAIN = "main"  # the big button in the serve bar when it is not the primary one
    CARD = "card"  # a frame on the page
    BAR = "bar"  # the serve bar
    PANEL = "panel"  # rail and status bar
    PAGE = "page"
    MUTED = "muted"  # secondary text
    CHIP = "chip"
    RAIL = "rail"
    NOTICE_NEEDS = "notice-needs"
    NOTICE_FAILED = "notice-failed"
    NOTICE_DONE = "notice-done"
    NOTICE_WORKING = "notice-working"


_BASE_PT = 10.0
_SECONDARY_PT = 9.0
_CARD_HEADING_PT = 11.0
_STATE_WORD_PT = 15.0
_MAIN_BUTTON_PT = 11.0

_theme = LIGHT


def current_theme() -> Theme:
    """The theme of the moment."""
    return _theme


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program these looks, live. Widgets hear of it as PaletteChange and StyleChange."""
    global _theme
    _theme = theme
    app.setFont(font(FontRole.BASE))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def set_kind(widget: QWidget, kind: Kind | None) -> None:
    """Say what a widget is to the style sheet; None for an ordinary one of its class."""
    if widget.property("kind") == (kind and kind.value):
        return
    widget.setProperty("kind", None if kind is None else kind.value)
    polish_again(widget)


def polish_again(widget: QWidget) -> None:
    """A property that the style sheet looks at is another one now. Before it is first shown that comes by itself."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def font(role: FontRole) -> QFont:
    """The system's UI font in the size and weight of a role."""
    if role is FontRole.FIXED:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(_BASE_PT)
        return fixed
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setPointSizeF(
        {
            FontRole.SECONDARY: _SECONDARY_PT,
            FontRole.CARD_HEADING: _CARD_HEADING_PT,
            FontRole.STATE_WORD: _STATE_WORD_PT,
            FontRole.BUTTON_MAIN: _MAIN_BUTTON_PT,
        }.get(role, _BASE_PT)
    )
    if role in (FontRole.STRONG, FontRole.CARD_HEADING, FontRole.STATE_WORD, FontRole.BUTTON_MAIN):
        made.setWeight(QFont.Weight.DemiBold)
    return made


def with_tabular_figures(base: QFont) -> QFont:
    """The same font with digits of one width, for columns of numbers."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(theme: Theme) -> QPalette:
    """All roles and the disabled group; nothing is left to the style's guess."""
    made = QPalette()
    roles = QPalette.ColorRole
    table = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.base,
        roles.AlternateBase: theme.alternate,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Button: theme.base,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.on_accent,
        roles.ToolTipBase: theme.panel,
        roles.ToolTipText: theme.text,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.selected_text,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.base,
        roles.Midlight: theme.hairline,
        roles.Mid: theme.hairline,
        roles.Dark: theme.border,
        roles.Shadow: theme.border,
    }
    for role, value in table.items():
        made.setColor(role, _color(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, _color(theme.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, _color(theme.hairline))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Accent, _color(theme.disabled))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet for frames, buttons, fields, chips and focus. Item views are painted by delegates."""
    words = {key: str(value) for key, value in asdict(theme).items()}
    arrow = resources_folder() / "qss" / f"arrow-down-{theme.name}.svg"
    check = resources_folder() / "qss" / f"check-{theme.name}.svg"
    return _sheet_template().substitute(words, arrow_down=arrow.as_posix(), check=check.as_posix())


@functools.cache
def _color(value: str) -> QColor:
    return QColor(value)


@functools.cache
def _sheet_template() -> Template:
    return Template((resources_folder() / "qss" / "window.qss").read_text(encoding="utf-8"))
