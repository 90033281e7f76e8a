"""The card "Boot files": which set or folder is served, and which file each kind of computer gets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fogportable.config.profile import BootSettings
from fogportable.errors import BootFileError, Fault, FaultCode, describe
from fogportable.model import BootRule
from fogportable.ui.boot_folder import list_boot_files, name_below
from fogportable.ui.choices import with_source
from fogportable.ui.dialogs.architecture import ask_architecture
from fogportable.ui.kit import BootSetInfo, chosen_set
from fogportable.ui.models.boot_rules import ArchRow, BootRuleRows
from fogportable.ui.theme import FontRole, Kind, font, set_kind
from fogportable.ui.widgets.arch_row import ArchRowWidget
from fogportable.ui.widgets.fetch_bar import FetchBar
from fogportable.ui.widgets.problem_line import ProblemLine


class BootFileKit(Protocol):
    """What the card needs of `ui.kit.Kit`."""

    def boot_sets(self) -> Sequence[BootSetInfo]: ...

    def check_rule(self, root: Path, rule: BootRule) -> tuple[Fault, ...]: ...

    def recognise_folder(self, folder: Path) -> BootSetInfo: ...

    def fetch_boot_files(
        self, on_progress: Callable[[str], None], should_stop: Callable[[], bool] = ...
    ) -> BootSetInfo: ...


class BootFilesCard(QFrame):
    """Edits `BootSettings`. Which set and folder: `settings()`. What comes of it: `folder()`, `rules()`.

    settings_changed: the user changed something.
    """

    settings_changed = Signal()

    def __init__(self, kit: BootFileKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bootFilesCard")
        set_kind(self, Kind.CARD)
        self._kit = kit
        self._settings = BootSettings()
        self._base = Path()
        self._sets: tuple[BootSetInfo, ...] = ()
        self._folder: Path | None = None
        self._rows = BootRuleRows()
        self._widgets: dict[str, ArchRowWidget] = {}
        self._faults: tuple[Fault, ...] = ()
        self._is_locked = False
        self._build_choice()
        self.fetch_bar = FetchBar(kit.fetch_boot_files, self)
        self.fetch_bar.brought.connect(self._on_brought)
        self._lay_out()

    # --- value ------------------------------------------------------------------------------------------------

    def settings(self) -> BootSettings:
        return replace(self._settings, rules=self._rows.chosen)

    def set_settings(self, settings: BootSettings, base: Path) -> None:
        """Show other settings. base: the folder that a relative root starts from. Does not count as a change."""
        self._settings = settings
        self._base = base
        self._rows.set_chosen(settings.rules)
        self.refresh()

    def rules(self) -> tuple[BootRule, ...]:
        """All rules in force, the set's own included."""
        return self._rows.effective

    def folder(self) -> Path | None:
        """The folder that is served; None when nothing is chosen and no set is stored."""
        return self._folder

    def faults(self) -> tuple[Fault, ...]:
        """What the last check found."""
        return self._faults

    def refresh(self) -> None:
        """Read the stored sets again and check every file."""
        self._sets = tuple(self._kit.boot_sets())
        self._resolve()
        self._show_choice()
        self.show_rows()

    def set_serving(self, is_serving: bool) -> None:
        """While serving, computers load from this set: it cannot change under them."""
        self._is_locked = is_serving
        self.locked_words.setVisible(is_serving)
        for control in (self.set_field, self.folder_button, self.other_button):
            control.setEnabled(not is_serving)
        self.fetch_bar.set_locked(is_serving)
        for row in self._widgets.values():
            row.set_locked(is_serving)

    # --- building ---------------------------------------------------------------------------------------------

    def _build_choice(self) -> None:
        self.set_field = QComboBox(self)
        self.set_field.setObjectName("bootSet")
        self.set_field.setAccessibleName(self.tr("Boot set"))
        self.set_field.setPlaceholderText(self.tr("None yet"))
        self.set_field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_field.setMinimumContentsLength(12)
        self.set_field.activated.connect(self._on_set_chosen)
        self.folder_button = QPushButton(self.tr("Folder…"), self)
        self.folder_button.setObjectName("bootFolder")
        self.folder_button.setAccessibleName(self.tr("Folder"))
        self.folder_button.setToolTip(self.tr("Serve the boot files of a folder where they lie"))
        self.folder_button.clicked.connect(self._on_choose_folder)
        self.place_words = QLabel(self)
        self.place_words.setObjectName("bootPlace")
        self.place_words.setWordWrap(True)
        self.place_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place_words.setFont(font(FontRole.SECONDARY))
        set_kind(self.place_words, Kind.MUTED)
        self.set_problem = ProblemLine(self)
        self.set_problem.setObjectName("bootSetProblem")
        self.locked_words = QLabel(self.tr("To change the boot files, stop first: computers load from this set."), self)
        self.locked_words.setObjectName("bootLocked")
        self.locked_words.setWordWrap(True)
        self.locked_words.hide()
        self._rows_frame = QWidget(self)
        self._rows_layout = QVBoxLayout(self._rows_frame)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(10)
        self.other_button = QPushButton(self.tr("Other kind…"), self)
        self.other_button.setObjectName("bootOtherKind")
        self.other_button.setAccessibleName(self.tr("Other kind"))
        self.other_button.setToolTip(self.tr("A boot file for another kind of computer, by its number"))
        self.other_button.clicked.connect(self._on_other_kind)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Boot files"), self)
        heading.setFont(font(FontRole.CARD_HEADING))
        caption = QLabel(self.tr("Boot set"), self)
        caption.setBuddy(self.set_field)
        choice = QGridLayout()
        choice.setHorizontalSpacing(8)
        choice.setVerticalSpacing(4)
        choice.addWidget(caption, 0, 0)
        choice.addWidget(self.set_field, 0, 1)
        choice.addWidget(self.folder_button, 0, 2)
        choice.addWidget(self.place_words, 1, 1, 1, 2)
        choice.addWidget(self.set_problem, 2, 1, 1, 2)
        choice.setColumnStretch(1, 1)
        choice.setColumnMinimumWidth(0, 128)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.fetch_bar, 1)
        buttons.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self.locked_words)
        layout.addLayout(choice)
        layout.addWidget(self._rows_frame)
        layout.addStretch(1)
        layout.addLayout(buttons)

    # --- which set or folder ----------------------------------------------------------------------------------

    def _resolve(self) -> None:
        """Find the folder and what it offers, as `session.plan` does."""
        chosen = chosen_set(self._settings, self._sets)
        self.set_problem.set_problem("")
        if self._settings.set and chosen is None:
            self._say_problem(describe(FaultCode.NO_BOOT_SET, name=self._settings.set))
        if self._settings.root:
            self._folder = self._base / Path(self._settings.root).expanduser()
        else:
            self._folder = None if chosen is None else chosen.folder
        self._rows.set_base(() if chosen is None else chosen.rules)
        if self._folder is None:
            if not self._settings.set:
                self.set_problem.set_problem(self.tr("There are no boot files yet. Get them, or choose a folder."))
        elif not self._folder.is_dir():
            self._say_problem(describe(FaultCode.ROOT_MISSING, root=self._folder))
        elif chosen is None:
            self._recognise(self._folder)

    def _recognise(self, folder: Path) -> None:
        rules: tuple[BootRule, ...] = ()
        try:
            rules = tuple(self._kit.recognise_folder(folder).rules)
        except BootFileError as error:
            self._say_problem(error.fault)
        self._rows.set_base(rules, is_recognised=True)
        if not self._rows.effective and not self.set_problem.words:
            self.set_problem.set_problem(self.tr("No boot file was recognised in this folder. Choose files below."))

    def _say_problem(self, fault: Fault) -> None:
        self.set_problem.set_problem(str(fault))

    def _show_choice(self) -> None:
        self.set_field.clear()
        for each in self._sets:
            self.set_field.addItem(each.title, each.name)
        chosen = chosen_set(self._settings, self._sets)
        if self._settings.root and not self._settings.set:
            self.set_field.addItem(self.tr("A folder of your own"), None)
            self.set_field.setCurrentIndex(self.set_field.count() - 1)
        else:
            self.set_field.setCurrentIndex(-1 if chosen is None else self._sets.index(chosen))
        self.place_words.setText("" if self._folder is None else str(self._folder))
        self.place_words.setVisible(self._folder is not None)

    def _on_set_chosen(self, row: int) -> None:
        name = self.set_field.itemData(row)
        chosen = chosen_set(self._settings, self._sets)
        if name is None or (chosen is not None and chosen.name == name and not self._settings.root):
            return
        self._take(with_source(self.settings(), set=name))

    def _on_choose_folder(self) -> None:
        start = str(self._folder or Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder with boot files"), start)
        if name:
            self._take(with_source(self.settings(), root=name))

    def _take(self, settings: BootSettings) -> None:
        """Another set or folder: what was chosen for the one before does not carry over."""
        self.set_settings(settings, self._base)
        self.settings_changed.emit()

    # --- rows -------------------------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Check every file and say how it stands."""
        rows = self._rows.rows()
        offered = () if self._folder is None else list_boot_files(self._folder)
        self._match_widgets(rows)
        found: list[Fault] = []
        for row in rows:
            faults = self._check(row)
            found += faults
            self._widgets[row.name].show_row(row, offered, faults)
        self._faults = tuple(found)

    def _check(self, row: ArchRow) -> tuple[Fault, ...]:
        if row.rule is None or self._folder is None:
            return ()
        return tuple(self._kit.check_rule(self._folder, row.rule))

    def _match_widgets(self, rows: tuple[ArchRow, ...]) -> None:
        names = [row.name for row in rows]
        for name in [name for name in self._widgets if name not in names]:
            widget = self._widgets.pop(name)
            self._rows_layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, row in enumerate(rows):
            if row.name in self._widgets:
                continue
            widget = ArchRowWidget(row, self._rows_frame)
            widget.file_chosen.connect(self._on_file_chosen)
            widget.browse_asked.connect(self._on_browse)
            widget.remove_asked.connect(self._on_remove)
            widget.set_locked(self._is_locked)
            self._widgets[row.name] = widget
            self._rows_layout.insertWidget(place, widget)

    def _on_file_chosen(self, name: str, file: str) -> None:
        if self._rows.choose(name, file):
            self.settings_changed.emit()
        self.show_rows()

    def _on_browse(self, name: str) -> None:
        folder = self._folder or Path.home()
        picked, _filter = QFileDialog.getOpenFileName(self, self.tr("Choose a boot file"), str(folder))
        if not picked:
            return
        file = name_below(folder, Path(picked))
        if file is None:
            self._say_problem(describe(FaultCode.BOOT_FILE_OUTSIDE, file=picked, root=folder))
            return
        self._on_file_chosen(name, file)

    def _on_other_kind(self) -> None:
        taken = frozenset(number for row in self._rows.rows() for number in row.archs)
        name = ask_architecture(self, taken)
        if name is not None and self._rows.add(name):
            self.show_rows()
            newest = self._rows.rows()[-1].name
            self._widgets[newest].file_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self, name: str) -> None:
        before = self._rows.chosen
        self._rows.remove(name)
        self.show_rows()
        if self._rows.chosen != before:
            self.settings_changed.emit()

    def _on_brought(self, brought: BootSetInfo) -> None:
        self._take(with_source(self.settings(), set=brought.name))
