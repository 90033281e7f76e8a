"""The seat map: as many tiles in a row as the room has columns. Arrow keys go in two dimensions, Space selects."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.ui.delegates.seat_tile import SeatTileDelegate
from fogportable.ui.models.dragged import MIME, computers_of
from fogportable.ui.models.seat_map import SeatMapModel

#: A tile never gets lower than this (px); then the map scrolls, with tiles of the usual height.
SHORTEST_TILE = 58
_USUAL_HEIGHT = 107
#: Nor taller in the window: a room of four computers is no poster.
_TALLEST_TILE = 168


class SeatView(QListView):
    """opened: the ClientSnapshot of a tile, by Enter or double click. moved: keys of computers, and the place on which
    they were dropped. is_far: fills all there is, for the room display."""

    opened = Signal(object)
    moved = Signal(object, int)

    def __init__(self, model: SeatMapModel, parent: QWidget | None = None, *, is_far: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("roomDisplayView" if is_far else "seatView")
        self.setAccessibleName(self.tr("Seats"))
        self._is_far = is_far
        self._tiles = model
        self._margin = 0
        self._painter = SeatTileDelegate(self, is_far=is_far)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(not is_far)
        self.setAcceptDrops(not is_far)
        if is_far:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Nothing but tiles; keys are the window's.
        else:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self.fit)
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)

    def fit(self) -> None:
        """Make the tiles so large that the grid fills the view, and small enough that it fits where it may."""
        columns = max(1, self._tiles.columns)
        rows = max(1, -(-self._tiles.rowCount() // columns))
        area = self.contentsRect().size()
        height = area.height() // rows
        is_scrolled = height < SHORTEST_TILE
        if is_scrolled:
            height = max(SHORTEST_TILE, min(_USUAL_HEIGHT, area.height()))
            area.setWidth(area.width() - self.verticalScrollBar().sizeHint().width())
        # Never "as needed": then a layout keeps room for a bar that is not there, and a tile too few in each row.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if is_scrolled else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if bar is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        width, rest = divmod(area.width() - 1, columns)
        size = QSize(max(1, width), height if self._is_far else min(height, _TALLEST_TILE))
        margin = rest if rest >= size.width() else 0  # What is left must be less than a tile, or a row takes one more.
        if (size, margin) != (self.gridSize(), self._margin):
            self._margin = margin
            self.setViewportMargins(0, 0, margin, 0)
            self.setGridSize(size)

    def chosen(self) -> tuple[ClientSnapshot, ...]:
        """The computers of the chosen tiles, in the order of the seats; those never heard are none."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = (self._tiles.tile_at(row).client for row in rows)
        return tuple(each for each in found if each is not None and each.stage is not ClientStage.LEFT_ALONE)

    def _open(self, index: QModelIndex) -> None:
        client = self._tiles.tile_at(index.row()).client
        if client is not None:
            self.opened.emit(client)

    def _is_seat(self, index: QModelIndex) -> bool:
        return index.isValid() and self._tiles.tile_at(index.row()).seat is not None

    # --- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.dirty = event.region()
        super().paintEvent(event)
        self._painter.dirty = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and self._is_seat(self.indexAt(event.position().toPoint())):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not event.mimeData().hasFormat(MIME) or not self._is_seat(index):
            event.ignore()
            return
        seat = self._tiles.tile_at(index.row()).seat
        assert seat is not None
        event.acceptProposedAction()
        self.moved.emit(computers_of(event.mimeData()), seat.place)
