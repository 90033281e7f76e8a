"""One page of the guide as it is read: Markdown with pictures, their words below them, never wider than the page."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

#: What the body of a page is indented by (px).
_MARGIN = 16
_ABOVE_HEADING = 18
_BELOW_HEADING = 6
#: A scroll bar may come beside a page that was measured without one.
_SCROLL_BAR = 20

_PICTURE = re.compile(r"^!\[([^\]]+)\]\(([^)]+)\)$", re.MULTILINE)


def with_captions(page: str) -> str:
    """What a picture shows stands below it too: for screen readers, for the search, for who sees it badly."""
    return _PICTURE.sub(r"![\1](\2)\n\n*\1*", page)


class GuideBrowser(QTextBrowser):
    """Links are told by `anchorClicked` and not followed."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """folder: where the pictures of pages lie."""
        super().__init__(parent)
        self._folder = folder
        self._pictures: tuple[str, ...] = ()
        self._fitted_px = 0
        self.setObjectName("guidePage")
        self.setAccessibleName(self.tr("Guide page"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(_MARGIN)

    def show_page(self, page: str) -> None:
        """From its top. page: Markdown."""
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{self._folder}/"))
        self._pictures = tuple(file for _words, file in _PICTURE.findall(page))
        self.setMarkdown(with_captions(page))
        self._air_headings()
        self._fitted_px = 0
        self._fit_pictures()

    def shown_sizes(self) -> list[tuple[int, int]]:
        """Width and height (logical px) of the page's pictures as they are shown, in order."""
        found = (self.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(f)) for f in self._pictures)
        sizes = (each.deviceIndependentSize().toSize() for each in found if isinstance(each, QPixmap))
        return [(size.width(), size.height()) for size in sizes]

    def _fit_pictures(self) -> None:
        """Scaled by us: the document would leave out pixels, and letters with them."""
        widest = self.width() - 2 * _MARGIN - _SCROLL_BAR
        if widest == self._fitted_px or widest <= 0:
            return
        self._fitted_px = widest
        ratio = self.devicePixelRatioF()
        for file in self._pictures:
            picture = QPixmap(str(self._folder / file))
            wide = round(min(picture.width(), widest) * ratio)
            if not picture.isNull() and wide != picture.width():
                picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
            place = self.document().baseUrl().resolved(QUrl(file))
            self.document().addResource(QTextDocument.ResourceType.ImageResource, place, picture)
        self.document().markContentsDirty(0, self.document().characterCount())

    def _air_headings(self) -> None:
        """Markdown's headings stand close below what is before them."""
        block = self.document().begin().next()
        while block.isValid():
            if block.blockFormat().headingLevel():
                form = block.blockFormat()
                form.setTopMargin(_ABOVE_HEADING)
                form.setBottomMargin(_BELOW_HEADING)
                QTextCursor(block).setBlockFormat(form)
            block = block.next()

    # --- Qt -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pictures()
