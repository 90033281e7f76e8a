"""How much of DHCP option 43 the firmware's menu takes, for each kind of computer: a bar and words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fogportable.ui.theme import FontRole, current_theme, font, with_tabular_figures

#: Bytes of option 43, its own end mark included.
BUDGET = 255

_LINE = 38
_BAR = 6


class MenuMeter(QWidget):
    """Nothing is shown without sizes. words: what it says, for people who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menuMeter")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sizes: dict[str, int] = {}
        self.set_sizes({})

    def set_sizes(self, sizes: dict[str, int]) -> None:
        """sizes: bytes by kind of computer in words."""
        self._sizes = dict(sizes)
        self.setAccessibleName("; ".join(self.words) or self.tr("No menu"))
        self.setFixedHeight(_LINE * len(self._sizes))
        self.setVisible(bool(self._sizes))
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """`UEFI x64: 184 of 255 bytes`, one line for each kind."""
        return tuple(self._line(kind, size) for kind, size in self._sizes.items())

    def _line(self, kind: str, size: int) -> str:
        text = self.tr("{kind}: {size} of {budget} bytes").format(kind=kind, size=size, budget=BUDGET)
        return text if size <= BUDGET else text + self.tr(", too many")

    def sizeHint(self) -> QSize:
        return QSize(200, _LINE * len(self._sizes))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(with_tabular_figures(font(FontRole.SECONDARY)))
        theme = current_theme()
        for row, (kind, size) in enumerate(self._sizes.items()):
            top = row * _LINE
            role = "failed" if size > BUDGET else "text"
            painter.setPen(theme.color(role))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, self.width(), _LINE - _BAR - 8), flags, self._line(kind, size))
            trough = QRectF(0, top + _LINE - _BAR - 6, self.width(), _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("trough"))
            painter.drawRoundedRect(trough, 3, 3)
            painter.setBrush(theme.color("failed" if size > BUDGET else "accent"))
            filled = QRectF(trough)
            filled.setWidth(trough.width() * min(1.0, size / BUDGET))
            painter.drawRoundedRect(filled, 3, 3)
        painter.end()
