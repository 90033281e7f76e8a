"""One line that says how something stands: shape, word, sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from fogportable.ui.shapes import Shape, ShapeView
from fogportable.ui.theme import FontRole, font


class ProblemLine(QWidget):
    """Hidden while there is nothing to say. The sentence wraps; colour is never alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = ShapeView(14, Shape.NEEDS_YOU, self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._words.setFont(font(FontRole.SECONDARY))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(6)
        layout.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_problem(self, sentence: str) -> None:
        """Something to mend; "" when there is nothing."""
        self._show(Shape.NEEDS_YOU, "", sentence)

    def set_failure(self, word: str, sentence: str) -> None:
        self._show(Shape.FAILED, word, sentence)

    def set_fine(self, word: str, sentence: str) -> None:
        self._show(Shape.DONE, word, sentence)

    def set_nothing(self, word: str, sentence: str) -> None:
        """Neither good nor bad, such as a kind of computer that is left alone."""
        self._show(Shape.LEFT_ALONE, word, sentence)

    @property
    def words(self) -> str:
        """What is shown, "" when hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def shape(self) -> Shape:
        return self._shape.shape

    def _show(self, shape: Shape, word: str, sentence: str) -> None:
        text = f"{word}. {sentence}" if word and sentence else word or sentence
        self._shape.set_shape(shape)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.setVisible(bool(text))
