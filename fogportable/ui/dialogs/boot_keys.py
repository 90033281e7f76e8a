"""Keys for network boot by maker: a card to read, to print and to take to the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

from fogportable.model import BootKeys
from fogportable.ui.theme import FontRole, font

_SIZE = (560, 560)
_MARGIN_MM = 18.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("BootKeysDialog", text)


class BootKeysDialog(QDialog):
    """ask_file, ask_printer: replaced in tests. What comes of saving is said in the dialog."""

    def __init__(self, keys: Sequence[BootKeys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bootKeysDialog")
        self.setWindowTitle(self.tr("Keys for network boot"))
        self.resize(*_SIZE)
        self.ask_file: Callable[[QWidget], Path | None] = ask_pdf
        self.ask_printer: Callable[[QWidget, QTextDocument], bool] = print_document
        self._html = card_html(keys)
        self.text = QTextBrowser(self)
        self.text.setObjectName("bootKeysText")
        self.text.setAccessibleName(self.tr("Keys by maker"))
        self.text.setHtml(self._html)
        self.outcome = QLabel(self)
        self.outcome.setObjectName("bootKeysOutcome")
        self.outcome.setWordWrap(True)
        self.outcome.setFont(font(FontRole.SECONDARY))
        self.outcome.hide()
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.print_button = buttons.addButton(self.tr("&Print…"), role.ActionRole)
        self.print_button.setObjectName("bootKeysPrint")
        self.save_button = buttons.addButton(self.tr("&Save as PDF…"), role.ActionRole)
        self.save_button.setObjectName("bootKeysSave")
        self.close_button = buttons.addButton(self.tr("&Close"), role.RejectRole)
        self.close_button.setObjectName("bootKeysClose")
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.outcome)
        layout.addWidget(buttons)
        self.close_button.setFocus()

    def _document(self) -> QTextDocument:
        """For paper: black on white whatever the window's colours are."""
        made = QTextDocument(self)
        made.setDefaultStyleSheet("body, td, th, p, h1 { color: black; }")
        made.setHtml(self._html)
        return made

    def _save(self) -> None:
        file = self.ask_file(self)
        if file is None:
            return
        is_saved = write_pdf(self._document(), file)
        words = (
            self.tr("Saved as {file}.") if is_saved else self.tr("{file} could not be written. Choose another place.")
        )
        self._tell(words.format(file=file))

    def _print(self) -> None:
        if self.ask_printer(self, self._document()):
            self._tell(self.tr("Sent to the printer."))

    def _tell(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.show()


def _headings() -> tuple[str, str, str]:
    return _tr("Maker"), _tr("Boot menu"), _tr("Settings")


def _how() -> str:
    return _tr("Press the key right after power-on, several times. Then choose network, LAN, PXE or IPv4.")


def card_html(keys: Sequence[BootKeys]) -> str:
    """The card; what makers write of themselves is text and no markup."""
    heading = "".join(f'<th align="left">{escape(each)}</th>' for each in _headings())
    rows = "".join(
        f"<tr><td>{escape(each.maker)}</td><td><b>{escape(each.menu or '-')}</b></td>"
        f"<td>{escape(each.settings or '-')}</td></tr>"
        for each in keys
    )
    notes = "".join(f"<p>{escape(each.maker)}: {escape(each.note)}</p>" for each in keys if each.note)
    return (
        f"<h1>{escape(_tr('Keys for network boot'))}</h1><p>{escape(_how())}</p>"
        f'<table cellspacing="0" cellpadding="4" width="100%"><tr>{heading}</tr>{rows}</table>{notes}'
    )


def write_pdf(document: QTextDocument, file: Path) -> bool:
    """On A4. False when the file cannot be written."""
    try:
        with file.open("wb"):
            pass
    except OSError:
        return False
    writer = QPdfWriter(str(file))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    document.print_(writer)
    return True


def ask_pdf(parent: QWidget) -> Path | None:
    """Where to; None when the person gave up."""
    name, _ = QFileDialog.getSaveFileName(parent, _tr("Save as PDF"), "boot-keys.pdf", "PDF (*.pdf)")
    return Path(name) if name else None


def print_document(parent: QWidget, document: QTextDocument) -> bool:
    """On a printer that the person chooses; False when none was."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # here: nothing else prints

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    document.print_(printer)
    return True
