"""What became of each line of a dnsmasq configuration, before its profile is used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import ImportReport, ImportVerdict
from fogportable.ui.models.import_lines import (
    EyesFilter,
    ImportColumn,
    ImportLineModel,
    result_words,
    verdict_word,
)
from fogportable.ui.theme import FontRole, font
from fogportable.ui.widgets.problem_line import ProblemLine

_WIDE, _HIGH = 940, 560


class ImportReportDialog(QDialog):
    """Accepted by "Use this profile". Shown with `open`, so that the window's tick goes on."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Import dnsmasq configuration"))
        self._report = report
        self._model = ImportLineModel(report, self)
        self._filter = EyesFilter(self)
        self._filter.setSourceModel(self._model)
        self.summary = QLabel(self._summary_words(), self)
        self.summary.setObjectName("importSummary")
        self.summary.setWordWrap(True)
        self.to_do = [self._to_do_line(sentence) for sentence in report.to_do]
        self.only_eyes = QCheckBox(self.tr("&Only what needs your eyes"), self)
        self.only_eyes.setObjectName("importOnlyEyes")
        self.only_eyes.toggled.connect(self._filter.set_strict)
        self.table = self._make_table()
        self.detail = QLabel(self)
        self.detail.setObjectName("importDetail")
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.detail.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.table.selectRow(0)
        screen = self.screen().availableSize()
        self.resize(min(_WIDE, screen.width() - 40), min(_HIGH, screen.height() - 40))

    def _build(self) -> None:
        buttons = QDialogButtonBox(self)
        self.use_button = buttons.addButton(self.tr("&Use this profile"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use_button.setObjectName("importUse")
        self.use_button.setDefault(True)
        self.copy_button = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setObjectName("importCopy")
        self.copy_button.setAutoDefault(False)
        self.copy_button.setToolTip(self.tr("Copy the whole report (Ctrl+C)"))
        self.copy_button.clicked.connect(self.copy)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        for line in self.to_do:
            layout.addWidget(line)
        layout.addWidget(self.only_eyes)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addWidget(buttons)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("importLines")
        table.setAccessibleName(self.tr("Lines of the configuration"))
        table.setModel(self._filter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ImportColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ImportColumn.BECAME, QHeaderView.ResizeMode.Stretch)
        table.setFont(font(FontRole.BASE))
        return table

    def _to_do_line(self, sentence: str) -> ProblemLine:
        line = ProblemLine(self)
        line.set_problem(sentence)
        return line

    def _summary_words(self) -> str:
        counts = [
            f"{self._report.count(verdict)} {verdict_word(verdict).lower()}"
            for verdict in ImportVerdict
            if self._report.count(verdict)
        ]
        lines = ", ".join(counts) or self.tr("no line says anything")
        return self.tr("Of {count} lines: {lines}. Nothing is saved until you save the profile.").format(
            count=len(self._report.items), lines=lines
        )

    def _show_detail(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not current.isValid():
            self.detail.setText("")
            return
        item = self._model.item(self._filter.mapToSource(current).row())
        self.detail.setText(f"{item.text}\n{result_words(item) or verdict_word(item.verdict)}")

    def copy(self) -> None:
        """The whole report as text."""
        lines = [
            f"{item.file}:{item.line}: {item.text}\n    {verdict_word(item.verdict)}. {result_words(item)}".rstrip()
            for item in self._report.items
        ]
        lines += [self.tr("To do: {sentence}").format(sentence=each) for each in self._report.to_do]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
