"""The funnel as filter: a chip per stage with its count; where they do not fit, one box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QWidget

from fogportable.model import ClientStage
from fogportable.ui.models.client_table import STAGES_OF_CHIP, Chip
from fogportable.ui.shapes import Shape, shape_icon
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.words import computers

_SHAPES: dict[Chip, Shape | None] = {
    Chip.ALL: None,
    Chip.NEED_YOU: Shape.NEEDS_YOU,
    Chip.WOULD_BOOT: Shape.WOULD_BOOT,
    Chip.STARTING: Shape.LOADING,
    Chip.IN_MENU: Shape.IN_MENU,
    Chip.IMAGING: Shape.IMAGING,
    Chip.HANDED_OVER: Shape.HANDED_OVER,
    Chip.DONE: Shape.DONE,
    Chip.SILENT: Shape.SILENT,
    Chip.NOT_SEEN: Shape.NOT_SEEN,
    Chip.LEFT_ALONE: Shape.LEFT_ALONE,
}

CHIP_HEIGHT = 28
_CHIP_SIDE = 12

#: Shown only while somebody is in them.
_RARE = frozenset({Chip.WOULD_BOOT, Chip.IMAGING, Chip.DONE, Chip.SILENT, Chip.NOT_SEEN, Chip.LEFT_ALONE})


def count_chips(stages: Sequence[ClientStage]) -> dict[Chip, int]:
    """How many computers each chip would show."""
    by_stage = Counter(stages)
    return {chip: sum(by_stage[stage] for stage in wanted) for chip, wanted in STAGES_OF_CHIP.items()}


class ChipButton(QPushButton):
    """A chip as wide as its text in bold, so that nothing shifts when it is pressed."""

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(font(FontRole.STRONG)).horizontalAdvance(self.text())
        icon = 0 if self.icon().isNull() else self.iconSize().width() + 4
        return QSize(strong + icon + 2 * _CHIP_SIDE, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class StageChips(QWidget):
    """chosen: the Chip that the user pressed.

    not_seen: computers of the room that were never heard and have no seat of their own; told, not pressed, for there
    are no rows to show.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stageChips")
        self.setAccessibleName(self.tr("Show"))
        self._counts: Mapping[Chip, int] = dict.fromkeys(Chip, 0)
        self._not_seen = 0
        self._chip = Chip.ALL
        self._row = QWidget(self)
        self._group = QButtonGroup(self)
        self._buttons: dict[Chip, QPushButton] = {}
        self._build_row()
        self._box = QComboBox(self)
        self._box.setObjectName("stageBox")
        self._box.setAccessibleName(self.tr("Show"))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for chip in Chip:
            self._box.addItem("", chip)
        self._box.activated.connect(self._on_box)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._row)
        self._stack.addWidget(self._box)
        self._show_icons()
        self._show_counts()

    def _build_row(self) -> None:
        layout = QHBoxLayout(self._row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for chip in Chip:
            button = ChipButton(self._row)
            button.setObjectName(f"chip_{chip.value}")
            button.setCheckable(True)
            button.setFixedHeight(CHIP_HEIGHT)
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(self._word(chip))
            set_kind(button, Kind.CHIP)
            button.clicked.connect(partial(self.choose, chip))
            self._group.addButton(button)
            self._buttons[chip] = button
            layout.addWidget(button)
        self._missing = QLabel(self._row)
        self._missing.setObjectName("notSeen")
        set_kind(self._missing, Kind.MUTED)
        layout.addSpacing(4)
        layout.addWidget(self._missing)
        layout.addStretch(1)
        self._buttons[Chip.ALL].setChecked(True)

    @property
    def chip(self) -> Chip:
        return self._chip

    def choose(self, chip: Chip, _is_checked: bool = True) -> None:
        """Press a chip."""
        self._chip = chip
        self._buttons[chip].setChecked(True)
        self._show_counts()
        self.chosen.emit(chip)

    def set_counts(self, counts: Mapping[Chip, int], not_seen: int) -> None:
        """How many there are in each stage now."""
        if (counts, not_seen) != (self._counts, self._not_seen):
            self._counts, self._not_seen = counts, not_seen
            self._show_counts()

    def set_compact(self, is_compact: bool) -> None:
        """One box in place of the chips."""
        self._stack.setCurrentWidget(self._box if is_compact else self._row)

    @property
    def is_compact(self) -> bool:
        return self._stack.currentWidget() is self._box

    def shown(self) -> tuple[tuple[Chip, int], ...]:
        """The chips that are there, and how long their numbers are."""
        return tuple((chip, len(button.text())) for chip, button in self._buttons.items() if not button.isHidden())

    def row_width(self) -> int:
        """What the chips need side by side."""
        return self._row.sizeHint().width()

    # --- inside -----------------------------------------------------------------------------------------------

    def _word(self, chip: Chip) -> str:
        return {
            Chip.ALL: self.tr("All"),
            Chip.NEED_YOU: self.tr("Need you"),
            Chip.WOULD_BOOT: self.tr("Would boot"),
            Chip.STARTING: self.tr("Starting"),
            Chip.IN_MENU: self.tr("In menu"),
            Chip.IMAGING: self.tr("Imaging"),
            Chip.HANDED_OVER: self.tr("Handed over"),
            Chip.DONE: self.tr("Done"),
            Chip.SILENT: self.tr("Silent"),
            Chip.NOT_SEEN: self.tr("Not seen"),
            Chip.LEFT_ALONE: self.tr("Left alone"),
        }[chip]

    def _show_counts(self) -> None:
        for chip, button in self._buttons.items():
            count = self._counts.get(chip, 0)
            text = f"{self._word(chip)}  {count}"
            padded = text if button.icon().isNull() else f" {text}"
            if button.text() != padded:
                button.setText(padded)
                button.setAccessibleDescription(computers(count))
            button.setVisible(chip not in _RARE or count > 0 or chip is self._chip)
            self._box.setItemText(list(Chip).index(chip), self.tr("Show: {what}").format(what=text.lower()))
        self._box.setCurrentIndex(list(Chip).index(self._chip))
        self._missing.setText(self.tr("{count} not seen yet").format(count=self._not_seen))
        self._missing.setVisible(self._not_seen > 0)

    def _show_icons(self) -> None:
        for place, chip in enumerate(Chip):
            shape = _SHAPES[chip]
            if shape is not None:
                drawn = shape_icon(shape)
                self._buttons[chip].setIcon(drawn)
                self._box.setItemIcon(place, drawn)

    def _on_box(self, place: int) -> None:
        self.choose(self._box.itemData(place))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_icons()
        super().changeEvent(event)
