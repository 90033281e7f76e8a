"""The columns of the client table: which are there, how wide, in which order, and which give way in a narrow window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from fogportable.session.preferences import ColumnWish
from fogportable.ui.models.client_row import Column

#: Order in which columns give way when the window gets narrow, until somebody orders them.
_GIVE_WAY = (Column.LAST_HEARD, Column.MAC, Column.IP, Column.RATE, Column.FILE, Column.COMPUTER, Column.FOG)

#: What a table is for: these can be moved, but not taken away.
ALWAYS = frozenset({Column.STATE, Column.DOING})

#: Nobody reads less of a column (px).
_NARROWEST = 44


def name_of(column: Column) -> str:
    """What a column is called in the file of preferences."""
    return column.name.lower()


class TableColumns(QObject):
    """changed: somebody moved or resized a column by its heading.

    Of what is wished, a column of seats or of FOG is shown only where there is something to say in it. DOING takes what
    is left. Where all is not room enough, columns give way: in the order of `_GIVE_WAY`, or, once somebody has put them
    in order, from the last one on.
    """

    changed = Signal()

    def __init__(self, table: QTableView, widths: Mapping[Column, int]) -> None:
        super().__init__(table)
        self._table = table
        self._usual = dict(widths)
        self._wishes: tuple[ColumnWish, ...] = ()
        self._hidden: frozenset[Column] = frozenset()
        self._widths = dict(widths)
        self._absent = {Column.FOG, Column.SEAT}
        self._is_ours = False
        self._head = table.horizontalHeader()
        self._head.setMinimumSectionSize(_NARROWEST)
        self._head.setSectionsMovable(True)
        self._head.setFirstSectionMovable(False)
        for column in Column:
            is_rest = column is Column.DOING
            mode = QHeaderView.ResizeMode.Stretch if is_rest else QHeaderView.ResizeMode.Interactive
            self._head.setSectionResizeMode(column, mode)
        self._lay_out()
        self._head.sectionResized.connect(self._on_resized)
        self._head.sectionMoved.connect(self._on_moved)

    def show_fog(self, has_lights: bool) -> None:
        """Whether a FOG server says something of the computers."""
        self._set_there(Column.FOG, has_lights)

    def show_seats(self, width: int) -> None:
        """width: of the longest name, in px; 0 for a room without seats."""
        self._usual[Column.SEAT] = width
        self._widths[Column.SEAT] = self._wished_width(Column.SEAT) or width
        self._set_there(Column.SEAT, width > 0)
        self._lay_out()

    def _set_there(self, column: Column, is_there: bool) -> None:
        if is_there is (column in self._absent):
            self._absent ^= {column}
            self._lay_out()

    # --- wishes -----------------------------------------------------------------------------------------------------

    @property
    def wishes(self) -> tuple[ColumnWish, ...]:
        """All columns from left to right, as somebody wants them; empty while nobody asked for anything."""
        return self._wishes

    def wish(self, wishes: Sequence[ColumnWish]) -> None:
        """Show columns like this. Names that are none are passed over; columns that are not named come last, as usual.

        None at all: as usual.
        """
        by_name = {name_of(column): column for column in Column}
        known = [each for each in dict.fromkeys(wishes) if each.name in by_name and each.name != name_of(Column.STATE)]
        known = list({each.name: each for each in known}.values())
        named = {each.name for each in known}
        rest = [ColumnWish(name) for name in by_name if name not in named and name != name_of(Column.STATE)]
        state = next((each for each in wishes if each.name == name_of(Column.STATE)), ColumnWish(name_of(Column.STATE)))
        whole = (state, *known, *rest)
        self._wishes = whole if wishes else ()
        self._hidden = frozenset(by_name[each.name] for each in whole if not each.is_shown) - ALWAYS
        self._widths = dict(self._usual)
        self._widths.update({by_name[each.name]: max(each.width, _NARROWEST) for each in whole if each.width})
        with self._by_us():
            for place, each in enumerate(whole):
                self._head.moveSection(self._head.visualIndex(by_name[each.name]), place)
        self._lay_out()

    def as_shown(self) -> tuple[ColumnWish, ...]:
        """What would have to be wished to get what is there."""
        order = sorted(Column, key=self._head.visualIndex)
        return tuple(
            ColumnWish(
                name_of(column),
                column not in self._hidden,
                0 if column is Column.DOING or self._widths[column] == self._usual[column] else self._widths[column],
            )
            for column in order
        )

    def _wished_width(self, column: Column) -> int:
        return next((each.width for each in self._wishes if each.name == name_of(column)), 0)

    # --- laying out -------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Let columns give way until the others have room."""
        there = [column for column in Column if column not in self._hidden and column not in self._absent]
        room = self._table.viewport().width() - sum(self._widths[column] for column in there)
        dropped = set()
        for column in self._give_way():
            if room >= 0:
                break
            if column in there:
                dropped.add(column)
                room += self._widths[column]
        with self._by_us():
            for column in Column:
                is_hidden = column not in there or column in dropped
                if self._table.isColumnHidden(column) is not is_hidden:
                    self._table.setColumnHidden(column, is_hidden)

    def _give_way(self) -> Sequence[Column]:
        if not self._wishes:
            return _GIVE_WAY
        order = sorted(Column, key=self._head.visualIndex, reverse=True)
        return [column for column in order if column not in ALWAYS]

    def _lay_out(self) -> None:
        with self._by_us():
            for column, width in self._widths.items():
                if column is not Column.DOING and width:
                    self._table.setColumnWidth(column, width)
        self.fit()

    @contextmanager
    def _by_us(self) -> Iterator[None]:
        """What the heading tells meanwhile is no wish of anybody."""
        before, self._is_ours = self._is_ours, True
        try:
            yield
        finally:
            self._is_ours = before

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        column = Column(section)
        if self._is_ours or column is Column.DOING or not width or width == self._widths[column]:
            return  # DOING takes what is left, and a column that is hidden has no width.
        self._widths[column] = width
        self._wishes = self.as_shown()
        self.changed.emit()

    def _on_moved(self, _section: int, _before: int, _after: int) -> None:
        if not self._is_ours:
            self._wishes = self.as_shown()
            self.fit()
            self.changed.emit()
