"""The guide in a window of its own: pages of Markdown from the program's resources, with contents and a search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fogportable.session.guide import guide_folder, guide_page, guide_pages, place_of_heading
from fogportable.ui.widgets.guide_browser import GuideBrowser, with_captions

_SIZE = (1100, 740)
_CONTENTS_WIDTH = 250
_CONTENTS_LINE = 30


class GuideWindow(QWidget):
    """Contents on the left, the page on the right. Links between pages stay here; those to the web ask the system."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guideWindow")
        self.setWindowTitle(self.tr("FOG Portable guide"))
        self.resize(*_SIZE)
        self._page = ""
        self.contents = self._contents()
        self.browser = GuideBrowser(guide_folder(), self)
        self.browser.anchorClicked.connect(self._on_link)
        self.find_field = QLineEdit(self)
        self.find_field.setObjectName("guideFind")
        self.find_field.setAccessibleName(self.tr("Find in the guide"))
        self.find_field.setPlaceholderText(self.tr("Find in the guide  (Ctrl+F)"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.returnPressed.connect(self.find_next)
        self.found_label = QLabel(self)
        self.found_label.setObjectName("guideFound")
        self.next_button = QPushButton(self.tr("Find &next"), self)
        self.next_button.clicked.connect(self.find_next)
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self, self._focus_find)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)

    def _contents(self) -> QListWidget:
        """The pages in the order of the first page's links."""
        contents = QListWidget(self)
        contents.setObjectName("guideContents")
        contents.setAccessibleName(self.tr("Contents"))
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page, title in guide_pages():
            item = QListWidgetItem(title, contents)
            item.setData(Qt.ItemDataRole.UserRole, page)
            item.setSizeHint(QSize(0, _CONTENTS_LINE))
        contents.currentItemChanged.connect(self._on_contents)
        return contents

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.addWidget(self.find_field, 1)
        search.addWidget(self.found_label)
        search.addWidget(self.next_button)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(search)
        column.addWidget(self.browser, 1)
        splitter = QSplitter(self)
        splitter.addWidget(self.contents)
        splitter.addWidget(right)
        splitter.setSizes([_CONTENTS_WIDTH, _SIZE[0] - _CONTENTS_WIDTH])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    # --- going places -----------------------------------------------------------------------------------------------

    def go_to(self, target: str) -> None:
        """Show `page.md` or `page.md#anchor`; an unknown anchor shows the page from its top."""
        page, _hash, anchor = target.partition("#")
        if page and page != self._page:
            self._page = page
            self.browser.show_page(guide_page(page))
            self._mark_contents(page)
        self._show_heading(anchor)

    @property
    def page(self) -> str:
        """The file that is shown."""
        return self._page

    def heading_in_view(self) -> str:
        """The heading that the page was last led to; "" for its top."""
        cursor = self.browser.textCursor()
        return cursor.block().text() if cursor.block().blockFormat().headingLevel() else ""

    def _show_heading(self, anchor: str) -> None:
        top = QTextCursor(self.browser.document())
        wanted = place_of_heading(self._page, anchor) if anchor else None
        block = self.browser.document().begin()
        passed = 0
        while wanted is not None and block.isValid():
            if block.blockFormat().headingLevel():
                if passed == wanted:
                    top = QTextCursor(block)
                    break
                passed += 1
            block = block.next()
        # To its end first, so that the heading comes to the top of the view and not to its foot.
        self.browser.moveCursor(QTextCursor.MoveOperation.End)
        self.browser.setTextCursor(top)

    def _mark_contents(self, page: str) -> None:
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == page:
                self.contents.setCurrentItem(item)

    def _on_contents(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self._page:
            self.go_to(item.data(Qt.ItemDataRole.UserRole))

    def _on_link(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        name = Path(link.path()).name
        self.go_to(f"{name}#{link.fragment()}" if link.hasFragment() else name)

    # --- finding ----------------------------------------------------------------------------------------------------

    def find_next(self) -> None:
        """The next place with the words, over all pages, beginning again after the last."""
        words = self.find_field.text().strip()
        if not words:
            return
        if self.browser.find(words):
            self.found_label.setText("")
            return
        page = self._next_page_with(words)
        if page is None:
            self.found_label.setText(self.tr("Not in the guide"))
            return
        self.found_label.setText("")
        if page == self._page:
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        else:
            self.go_to(page)
        self.browser.find(words)

    def _next_page_with(self, words: str) -> str | None:
        pages = [self.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.contents.count())]
        here = pages.index(self._page) if self._page in pages else 0
        for page in (*pages[here + 1 :], *pages[: here + 1]):
            document = QTextDocument()
            document.setMarkdown(with_captions(guide_page(page)))
            if not document.find(words).isNull():
                return str(page)
        return None

    def _focus_find(self) -> None:
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def _on_escape(self) -> None:
        """One step back: first the words, then the window."""
        if self.find_field.text():
            self.find_field.clear()
            self.browser.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close()
