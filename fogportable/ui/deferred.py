"""A part of the window that is built when it is first needed, and not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

_Widget_co = TypeVar("_Widget_co", bound=QWidget, covariant=True)


class Deferred(Generic[_Widget_co]):
    """build: called once, by the first who asks for `widget`. built: the widget, None before."""

    def __init__(self, build: Callable[[], _Widget_co]) -> None:
        self._build: Callable[[], _Widget_co] | None = build
        self._joins: list[Callable[[_Widget_co], object]] = []
        self.built: _Widget_co | None = None

    @property
    def widget(self) -> _Widget_co:
        """Built now if it was not before."""
        if self.built is not None:
            return self.built
        assert self._build is not None, "a widget asks for itself while it is built"
        build, self._build = self._build, None
        self.built = made = build()
        joins, self._joins = self._joins, []
        for join in joins:
            join(made)
        return made

    def when_built(self, join: Callable[[_Widget_co], object]) -> None:
        """Call it with the widget once that is there, in the order of asking; at once if it is."""
        if self.built is None:
            self._joins.append(join)
        else:
            join(self.built)
