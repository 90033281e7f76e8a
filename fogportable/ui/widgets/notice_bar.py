"""At most one notice about the room, never about one computer; a second one makes it "1 of 2"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fogportable.ui.shapes import Shape, ShapeView
from fogportable.ui.theme import FontRole, Kind, font, set_kind

_HEIGHT = 46


class Gravity(StrEnum):
    """How bad it is; the worst notice is shown first."""

    FAILED = "failed"
    NEEDS = "needs"
    DONE = "done"
    WORKING = "working"


_KINDS = {
    Gravity.FAILED: (Kind.NOTICE_FAILED, Shape.FAILED),
    Gravity.NEEDS: (Kind.NOTICE_NEEDS, Shape.NEEDS_YOU),
    Gravity.DONE: (Kind.NOTICE_DONE, Shape.DONE),
    Gravity.WORKING: (Kind.NOTICE_WORKING, Shape.STARTING),
}
_ORDER = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class Notice:
    """key: a later notice with the same key takes its place. button: words of the one action, "" for none.

    action: a bound method, called when the button is pressed.
    """

    key: str
    gravity: Gravity
    sentence: str
    button: str = ""
    action: Callable[[], None] | None = None


class NoticeBar(QFrame):
    """Shows the gravest notice; hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._notices: dict[str, Notice] = {}
        self._shape = ShapeView(20, Shape.NEEDS_YOU, self)
        self.sentence_label = QLabel(self)
        self.sentence_label.setObjectName("noticeSentence")
        self.sentence_label.setWordWrap(True)
        self.sentence_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._count = QLabel(self)
        self._count.setObjectName("noticeCount")
        self._count.setFont(font(FontRole.SECONDARY))
        set_kind(self._count, Kind.MUTED)
        self.action_button = QPushButton(self)
        self.action_button.setObjectName("noticeAction")
        self.hide_button = QPushButton(self.tr("H&ide"), self)
        self.hide_button.setObjectName("noticeHide")
        self.hide_button.setAccessibleDescription(self.tr("Hides this notice"))
        self.hide_button.clicked.connect(self.dismiss)
        self.action_button.clicked.connect(self._act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 7)
        layout.setSpacing(8)
        layout.addWidget(self._shape)
        layout.addWidget(self.sentence_label, 1)
        layout.addWidget(self._count)
        layout.addWidget(self.action_button)
        layout.addWidget(self.hide_button)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def current(self) -> Notice | None:
        """What is shown."""
        by_gravity = sorted(self._notices.values(), key=lambda notice: _ORDER.index(notice.gravity))
        return by_gravity[0] if by_gravity else None

    def post(self, notice: Notice) -> None:
        self._notices[notice.key] = notice
        self._show()

    def withdraw(self, key: str) -> None:
        """It is no longer so."""
        if self._notices.pop(key, None) is not None:
            self._show()

    def dismiss(self) -> None:
        """The reader has seen it."""
        notice = self.current
        if notice is not None:
            self.withdraw(notice.key)

    def _act(self) -> None:
        notice = self.current
        if notice is not None and notice.action is not None:
            notice.action()

    def _show(self) -> None:
        notice = self.current
        if notice is None:
            self.hide()
            return
        kind, shape = _KINDS[notice.gravity]
        set_kind(self, kind)
        self._shape.set_shape(shape)
        self.sentence_label.setText(notice.sentence)
        self._count.setText(self.tr("1 of {count}").format(count=len(self._notices)))
        self._count.setVisible(len(self._notices) > 1)
        self.action_button.setText(notice.button)
        self.action_button.setVisible(bool(notice.button))
        self.show()
