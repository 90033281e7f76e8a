"""One field of a form: an editor, its problem in words, and the last good value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from fogportable.ui.widgets.problem_line import ProblemLine

Value = TypeVar("Value")


class Field(Generic[Value]):
    """Reads its editor after each edit. Nonsense is said beside it, and the value stays as it was.

    read: what is typed; raises ValueError with a sentence for people. write: shows a value.
    on_edited: called after a good edit.
    """

    def __init__(
        self,
        editor: QWidget,
        problem: ProblemLine,
        value: Value,
        *,
        read: Callable[[], Value],
        write: Callable[[Value], None],
        on_edited: Callable[[], None],
    ) -> None:
        self.editor = editor
        self.problem = problem
        self.value = value
        self._read = read
        self._write = write
        self._on_edited = on_edited
        self.set(value)

    def set(self, value: Value) -> None:
        """Show another value. Does not count as an edit; what is typed stays when it means the same."""
        if value != self.value or self.problem.words or self._typed() != value:
            with QSignalBlocker(self.editor):
                self._write(value)
        self.value = value
        self.problem.set_problem("")

    def _typed(self) -> Value | None:
        try:
            return self._read()
        except ValueError:
            return None

    def take_edit(self, *_: object) -> None:
        """The editor changed."""
        try:
            value = self._read()
        except ValueError as wrong:
            self.problem.set_problem(str(wrong))
            return
        self.problem.set_problem("")
        if value != self.value:
            self.value = value
            self._on_edited()
