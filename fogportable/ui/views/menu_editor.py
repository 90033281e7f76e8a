"""The boot menu: its entries in order, one of them as a form, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase, QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import LONGEST_MENU_TIMEOUT_S, Menu, MenuAction, MenuEntry
from fogportable.ui.delegates.menu_entry import LINE_HEIGHT, MenuEntryDelegate
from fogportable.ui.kit import MenuProblem
from fogportable.ui.models.menu_entries import MenuEntryModel
from fogportable.ui.widgets.menu_entry_form import MenuEntryForm
from fogportable.ui.widgets.menu_screen import MenuScreen
from fogportable.ui.widgets.problem_line import ProblemLine


class MenuKit(Protocol):
    """What the editor needs of `ui.kit.Kit`."""

    def render_menu(self, menu: Menu) -> str: ...

    def menu_problems(self, menu: Menu) -> Sequence[MenuProblem]: ...


class _EntryList(QListView):
    """Four entries at least; more where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(200, 4 * LINE_HEIGHT + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 4 * LINE_HEIGHT + 4)


class _ScriptView(QPlainTextEdit):
    """As high as the drawing it takes turns with."""

    def sizeHint(self) -> QSize:
        return QSize(300, 130)


class MenuEditor(QWidget):
    """Edits a menu; every edit yields a new frozen `menu()`.

    menu_changed: the user changed something.
    """

    menu_changed = Signal()

    def __init__(self, kit: MenuKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menuEditor")
        self._kit = kit
        self.model = MenuEntryModel(self)
        self._build_head()
        self._build_list()
        self._build_preview()
        self._lay_out()
        self.model.menu_changed.connect(self._on_menu_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.set_menu(Menu())

    # --- value ------------------------------------------------------------------------------------------------

    def menu(self) -> Menu:
        return self.model.menu()

    def set_menu(self, menu: Menu) -> None:
        """Edit another menu. Does not count as a change."""
        self.model.set_menu(menu)
        self.title_field.setText(menu.title)
        self._set_timeout(menu.timeout_s)
        self.list.setCurrentIndex(self.model.index(0))
        self._show_everything()

    def _set_timeout(self, timeout_s: int) -> None:
        was_blocked = self.timeout_field.blockSignals(True)
        self.timeout_field.setValue(timeout_s)
        self.timeout_field.blockSignals(was_blocked)

    # --- for the page -----------------------------------------------------------------------------------------

    def side_by_side_width(self) -> int:
        """What list and form need beside each other, in pixels."""
        items = (self._middle.itemAt(0), self._middle.itemAt(1))
        return sum(item.minimumSize().width() for item in items if item is not None) + self._middle.spacing()

    def set_narrow(self, is_narrow: bool) -> None:
        """List and form one above the other."""
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    # --- building ---------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.title_field = QLineEdit(self)
        self.title_field.setObjectName("menuTitle")
        self.title_field.setAccessibleName(self.tr("Title"))
        self.title_field.textEdited.connect(self.model.set_title)
        self.title_problem = ProblemLine(self)
        self.timeout_field = QSpinBox(self)
        self.timeout_field.setObjectName("menuTimeout")
        self.timeout_field.setAccessibleName(self.tr("Take the default after"))
        self.timeout_field.setAccessibleDescription(self.tr("Seconds; 0 waits until somebody chooses"))
        self.timeout_field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.timeout_field.lineEdit().setTextMargins(6, 0, 0, 0)
        self.timeout_field.setRange(0, LONGEST_MENU_TIMEOUT_S)
        self.timeout_field.setSuffix(self.tr(" s"))
        self.timeout_field.setSpecialValueText(self.tr("Wait for ever"))
        self.timeout_field.setToolTip(self.tr("0 waits until somebody chooses"))
        self.timeout_field.valueChanged.connect(self.model.set_timeout_s)

    def _build_list(self) -> None:
        self.list = _EntryList(self)
        self.list.setObjectName("menuEntries")
        self.list.setAccessibleName(self.tr("Entries"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(MenuEntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.add_button = self._button("menuAdd", self.tr("Add"), self.tr("Add an entry below"), "Alt+Insert")
        self.add_button.clicked.connect(self.add_entry)
        self.remove_button = self._button("menuRemove", self.tr("Remove"), self.tr("Remove the entry"), "Alt+Delete")
        self.remove_button.clicked.connect(self.remove_entry)
        self.up_button = self._button("menuUp", self.tr("Up"), self.tr("Move the entry up"), "Alt+Up")
        self.up_button.clicked.connect(self.move_up)
        self.down_button = self._button("menuDown", self.tr("Down"), self.tr("Move the entry down"), "Alt+Down")
        self.down_button.clicked.connect(self.move_down)
        for keys, slot in (
            ("Alt+Insert", self.add_entry),
            ("Alt+Delete", self.remove_entry),
            ("Alt+Up", self.move_up),
            ("Alt+Down", self.move_down),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)
        self.form = MenuEntryForm({action: self.model.action_words(action) for action in MenuAction}, self)
        self.form.edited.connect(self._on_entry_edited)
        self.form.default_asked.connect(self._on_default_asked)
        self.menu_problem = ProblemLine(self)
        self.menu_problem.setObjectName("menuProblem")

    def _button(self, name: str, text: str, tip: str, keys: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        shortcut = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip} ({shortcut})")
        button.setAccessibleDescription(tip)
        return button

    def _build_preview(self) -> None:
        self.preview_switch = QTabBar(self)
        self.preview_switch.setObjectName("menuPreviewSwitch")
        self.preview_switch.setAccessibleName(self.tr("Preview"))
        self.preview_switch.addTab(self.tr("On the screen"))
        self.preview_switch.addTab(self.tr("Script"))
        self.preview_switch.setDrawBase(False)
        self.preview_switch.setExpanding(False)
        self.screen_view = MenuScreen(self)
        self.script_view = _ScriptView(self)
        self.script_view.setObjectName("menuScript")
        self.script_view.setAccessibleName(self.tr("Script"))
        self.script_view.setAccessibleDescription(self.tr("The iPXE script that computers get as boot.ipxe"))
        self.script_view.setReadOnly(True)
        self.script_view.setTabChangesFocus(True)
        self.script_view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.script_view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.script_view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview = QStackedWidget(self)
        self.preview.addWidget(self.screen_view)
        self.preview.addWidget(self.script_view)
        self.preview_switch.currentChanged.connect(self.preview.setCurrentIndex)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(4)
        for column, (words, field) in enumerate(
            ((self.tr("Title"), self.title_field), (self.tr("Take the default after"), self.timeout_field))
        ):
            caption = QLabel(words, self)
            caption.setBuddy(field)
            head.addWidget(caption, 0, 2 * column)
            head.addWidget(field, 0, 2 * column + 1)
        head.setColumnStretch(1, 1)
        head.addWidget(self.title_problem, 1, 1, 1, 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            buttons.addWidget(button, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        left.addWidget(self.menu_problem)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(16)
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self.form, 1)
        switch_row = QHBoxLayout()
        switch_row.addWidget(self.preview_switch)
        switch_row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(self._middle, 3)
        layout.addLayout(switch_row)
        layout.addWidget(self.preview, 2)

    # --- edits ------------------------------------------------------------------------------------------------

    def add_entry(self) -> None:
        """A new entry below the current one, ready to be named."""
        row = self.list.currentIndex().row() + 1
        self.model.insert(row, MenuEntry(self.tr("New entry"), MenuAction.CHAIN_URL))
        self.list.setCurrentIndex(self.model.index(row))
        self.form.text_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.text_field.selectAll()

    def remove_entry(self) -> None:
        """The current entry; the next one becomes current."""
        row = self.list.currentIndex().row()
        self.model.remove(row)
        self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        self._show_everything()

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        self.model.move(self.list.currentIndex().row(), by)
        self.list.scrollTo(self.list.currentIndex())

    def _on_entry_edited(self, entry: MenuEntry) -> None:
        self.model.replace(self.list.currentIndex().row(), entry)

    def _on_default_asked(self) -> None:
        self.model.set_default(self.list.currentIndex().row())

    def _on_menu_changed(self) -> None:
        self._show_everything()
        self.menu_changed.emit()

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_entry()
        self._show_problems()

    # --- showing ----------------------------------------------------------------------------------------------

    def _show_everything(self) -> None:
        menu = self.menu()
        self._show_entry()
        self._show_problems()
        script = self._kit.render_menu(menu)
        self.screen_view.set_script(script)
        if script != self.script_view.toPlainText():
            self.script_view.setPlainText(script)

    def _show_entry(self) -> None:
        row = self.list.currentIndex().row()
        entry = self.model.entry(row)
        self.form.setEnabled(entry is not None)
        self.remove_button.setEnabled(entry is not None)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < self.model.rowCount() - 1)
        if entry is not None:
            self.form.set_entry(entry, is_default=row == self.model.default)

    def _show_problems(self) -> None:
        row = self.list.currentIndex().row()
        here: dict[str, str] = {}
        general: list[str] = []
        titles: list[str] = []
        elsewhere: list[int] = []
        for problem in self._kit.menu_problems(self.menu()):
            if problem.entry == row and problem.entry is not None:
                here.setdefault(problem.field, problem.sentence)
            elif problem.entry is not None:
                elsewhere.append(problem.entry)
            elif problem.field == "title":
                titles.append(problem.sentence)
            else:
                general.append(problem.sentence)
        self.form.set_problems(here)
        self.title_problem.set_problem(titles[0] if titles else "")
        if elsewhere and not general:
            text = self.model.index(elsewhere[0]).data()
            general.append(self.tr("Something is missing in “{entry}”.").format(entry=text))
        self.menu_problem.set_problem(general[0] if general else "")
