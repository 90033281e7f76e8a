"""The serve bar: is the room fine, what is served where, and the one big button. Start moves nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fogportable.config.profile import Profile
from fogportable.model import ClientStage, NetworkInterface
from fogportable.ui import words
from fogportable.ui.bar_state import BarState
from fogportable.ui.kit import BootSetInfo
from fogportable.ui.shapes import Shape, ShapeView, shape_role
from fogportable.ui.theme import FontRole, Kind, current_theme, font, polish_again, set_kind
from fogportable.ui.widgets.elided_label import ElidedLabel
from fogportable.ui.widgets.network_picker import NetworkPicker
from fogportable.ui.widgets.room_bar import RoomBar
from fogportable.ui.widgets.sparkline import Sparkline

HEIGHT = 108
NARROW_HEIGHT = 46
_MAIN_WIDTH = 158
_NARROW_MAIN_WIDTH = 96

#: What the entries of the boot picker stand for; a set's name comes after the first.
_SET, _FOLDER, _FETCH = "set:", "folder", "fetch"


class _Pick(QStackedWidget):
    """A picker that turns into plain text in its place while serving."""

    def __init__(self, picker: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.picker = picker
        self.plain = ElidedLabel("", self)
        self.plain.setObjectName(f"{picker.objectName()}Text")
        self.plain.setContentsMargins(9, 0, 0, 0)
        self.addWidget(picker)
        self.addWidget(self.plain)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)

    def set_plain(self, is_plain: bool, text: str) -> None:
        self.plain.setText(text)
        self.setCurrentWidget(self.plain if is_plain else self.picker)


class ServeBar(QWidget):
    """Shows what it is told; decides nothing.

    main_pressed: the big button. observe_pressed: the one beside it. boot_chosen: name of a stored set. folder_asked,
    fetch_asked, room_asked: the user wants to choose. change_pressed: "Change…" while serving.
    """

    main_pressed = Signal()
    observe_pressed = Signal()
    interface_chosen = Signal(str)
    boot_chosen = Signal(str)
    folder_asked = Signal()
    fetch_asked = Signal()
    room_asked = Signal()
    change_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serveBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self, Kind.BAR)
        self._is_narrow = False
        self._is_serving = False
        self._has_rate = False
        self._is_rehearsal = False
        self._state: BarState | None = None
        self._build_state()
        self._build_pickers()
        self._lay_out()

    # --- building ---------------------------------------------------------------------------------------------

    def _build_state(self) -> None:
        self.shape = ShapeView(22, Shape.STOPPED, self)
        self.shape.setObjectName("stateShape")
        self.word = QLabel(self)
        self.word.setObjectName("stateWord")
        self.word.setFont(font(FontRole.STATE_WORD))
        self.sentence = ElidedLabel("", self)
        self.sentence.setObjectName("stateSentence")
        self.room_bar = RoomBar(self)
        self.room_bar.hide()
        self.spark = Sparkline(self)
        self.spark.hide()
        self.main_button = QPushButton(self)
        self.main_button.setObjectName("startButton")
        self.main_button.setFont(font(FontRole.BUTTON_MAIN))
        self.main_button.setFixedWidth(_MAIN_WIDTH)
        self.main_button.clicked.connect(self.main_pressed)
        self.observe_button = QPushButton(self)
        self.observe_button.setObjectName("observeButton")
        self.observe_button.setToolTip("Ctrl+F5")
        self.observe_button.clicked.connect(self.observe_pressed)
        self.setup_button = QPushButton(self.tr("Set&up…"), self)
        self.setup_button.setObjectName("setupButton")
        self.setup_button.setCheckable(True)
        self.setup_button.setAccessibleDescription(self.tr("Shows network, boot files and room"))
        self.setup_button.toggled.connect(self._show_second_line)
        self.setup_button.hide()

    def _build_pickers(self) -> None:
        self.network_picker = NetworkPicker(self)
        self.network_picker.interface_chosen.connect(self._on_interface)
        self.boot_picker = QComboBox(self)
        self.boot_picker.setObjectName("bootPicker")
        self.boot_picker.setAccessibleName(self.tr("Boot"))
        self.boot_picker.setAccessibleDescription(self.tr("The boot files that computers get"))
        self.boot_picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.boot_picker.setMinimumContentsLength(10)
        self.boot_picker.setPlaceholderText(self.tr("No boot files yet"))
        self.boot_picker.activated.connect(self._on_boot)
        self.room_picker = QPushButton(self)
        self.room_picker.setObjectName("roomPicker")
        self.room_picker.setAccessibleName(self.tr("Room"))
        self.room_picker.clicked.connect(self.room_asked)
        self.profiles_button = QPushButton(self.tr("&Profiles…"), self)
        self.profiles_button.setObjectName("profilesButton")
        self.profiles_button.setAccessibleDescription(self.tr("Opens and saves what is chosen here"))
        self.change_button = QPushButton(self.tr("Chan&ge…"), self)
        self.change_button.setObjectName("changeButton")
        self.change_button.setAccessibleDescription(self.tr("Shows what can be changed while serving"))
        self.change_button.clicked.connect(self.change_pressed)
        self._end = QStackedWidget(self)
        self._end.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._end.addWidget(self.profiles_button)
        self._end.addWidget(self.change_button)
        self._network = _Pick(self.network_picker, self)
        self._boot = _Pick(self.boot_picker, self)
        self._room = _Pick(self.room_picker, self)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(self.sentence)
        middle.addWidget(self.room_bar)
        middle.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self.shape)
        first.addSpacing(10)
        first.addWidget(self.word)
        first.addSpacing(20)
        first.addLayout(middle, 1)
        first.addSpacing(16)
        first.addWidget(self.spark)
        first.addSpacing(16)
        first.addWidget(self.setup_button)
        first.addSpacing(8)
        first.addWidget(self.observe_button)
        first.addSpacing(8)
        first.addWidget(self.main_button)
        self._second = QWidget(self)
        second = QGridLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setHorizontalSpacing(8)
        self._labels: list[QLabel] = []
        for place, (text, pick, stretch) in enumerate(
            (
                (self.tr("&Network"), self._network, 34),
                (self.tr("B&oot"), self._boot, 24),
                (self.tr("&Room"), self._room, 22),
            )
        ):
            label = QLabel(text, self._second)
            label.setBuddy(pick.picker)
            set_kind(label, Kind.MUTED)
            self._labels.append(label)
            second.addWidget(label, 0, place * 3)
            second.addWidget(pick, 0, place * 3 + 1)
            second.setColumnStretch(place * 3 + 1, stretch)
            second.setColumnMinimumWidth(place * 3 + 2, 8)
        second.setColumnStretch(9, 10)
        second.addWidget(self._end, 0, 10)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 11, 16, 13)
        self._layout.setSpacing(10)
        self._layout.addLayout(first)
        self._layout.addWidget(self._second)
        self.setFixedHeight(HEIGHT)

    # --- showing ----------------------------------------------------------------------------------------------

    @property
    def state(self) -> BarState | None:
        """What it shows; None before anything."""
        return self._state

    def show_state(self, state: BarState) -> None:
        """Shape, word, sentence and button."""
        if state == self._state:
            return
        self._state = state
        self.shape.set_shape(state.shape)
        self.word.setText(state.word)
        self.sentence.setText(state.sentence)
        self.main_button.setText(state.button)
        # Why Start would come to nothing, for whoever hears the button and does not see the bar.
        self.main_button.setAccessibleDescription(state.sentence if state.shape is Shape.FAILED else "")
        set_kind(self.main_button, Kind.PRIMARY if state.is_primary else Kind.MAIN)
        self._paint_word()

    def show_observing(self, *, is_observing: bool, is_possible: bool, is_shown: bool) -> None:
        """The button beside the big one. is_observing: it ends that now. is_shown: False while serving."""
        button = self.observe_button
        button.setText(self.tr("S&top listening") if is_observing else self.tr("Observe"))
        button.setAccessibleDescription(
            self.tr("Ends listening; what was heard stays")
            if is_observing
            else self.tr("Listens, sends nothing, and says what each computer would boot")
        )
        button.setToolTip("Shift+F5" if is_observing else "Ctrl+F5")
        button.setEnabled(is_possible)
        button.setVisible(is_shown)

    def show_room(self, stages: Sequence[ClientStage], total: int, done_means: str = "") -> None:
        """The bar of blocks. done_means: which event is the end, in words."""
        self.room_bar.set_room(stages, total)
        if done_means != self.room_bar.toolTip():
            self.room_bar.setToolTip(done_means)

    def show_rate(self, rate_bytes_per_s: float, now_s: float) -> None:
        self.spark.add(rate_bytes_per_s, now_s)

    def show_choices(
        self, interfaces: tuple[NetworkInterface, ...], boot_sets: Sequence[BootSetInfo], profile: Profile
    ) -> None:
        """What can be chosen, and what is."""
        picker, private = self.network_picker, profile.private_network
        picker.set_private(None if private is None else private.interface)
        picker.set_interfaces(interfaces)
        wanted = next(iter(profile.network.interfaces), "")
        if wanted != picker.wanted_name and (wanted or private is not None):
            picker.choose(wanted)
        self._fill_boot_picker(boot_sets, profile)
        self.room_picker.setText(words.room_words(profile.room))
        self.room_picker.setAccessibleDescription(words.room_words(profile.room))
        self._show_plain()

    def set_serving(self, is_serving: bool, *, is_rehearsal: bool = False, is_observing: bool = False) -> None:
        """Pickers become text in their places; the bar and the rate appear, but not where nothing is sent. A rehearsal
        serves nothing of what is chosen, and says so."""
        self._is_serving = is_serving
        self._is_rehearsal = is_rehearsal
        self._has_rate = is_serving and not is_observing
        self.room_bar.setVisible(self._has_rate)
        self.spark.setVisible(self._has_rate and not self._is_narrow)
        self._end.setCurrentWidget(self.change_button if is_serving else self.profiles_button)
        self._show_plain()

    def set_narrow(self, is_narrow: bool) -> None:
        """Below 900 px: the second line goes behind "Setup…"."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.setup_button.setVisible(is_narrow)
        self.spark.setVisible(self._has_rate and not is_narrow)
        for label in self._labels:
            label.setVisible(not is_narrow)
        self.main_button.setFixedWidth(_NARROW_MAIN_WIDTH if is_narrow else _MAIN_WIDTH)
        self.main_button.setProperty("narrow", is_narrow)
        polish_again(self.main_button)
        side, top = (10, 6) if is_narrow else (16, 11)
        self._layout.setContentsMargins(side, top, side, top + 2)
        self._show_second_line(self.setup_button.isChecked())

    def interface(self) -> NetworkInterface | None:
        """The chosen network card."""
        return self.network_picker.interface()

    # --- inside -----------------------------------------------------------------------------------------------

    def _show_second_line(self, is_wanted: bool) -> None:
        is_shown = is_wanted or not self._is_narrow
        self._second.setVisible(is_shown)
        self.setFixedHeight((NARROW_HEIGHT + 40 if is_shown else NARROW_HEIGHT) if self._is_narrow else HEIGHT)

    def _show_plain(self) -> None:
        if self._is_rehearsal:
            self._network.set_plain(self._is_serving, self.tr("inside this laptop only"))
            self._boot.set_plain(self._is_serving, self.tr("files made for the rehearsal"))
            self._room.set_plain(self._is_serving, self.tr("computers made of software"))
            return
        self._network.set_plain(self._is_serving, self.network_picker.currentText())
        self._boot.set_plain(self._is_serving, self.boot_picker.currentText())
        self._room.set_plain(self._is_serving, self.room_picker.text())

    def _fill_boot_picker(self, boot_sets: Sequence[BootSetInfo], profile: Profile) -> None:
        picker = self.boot_picker
        picker.clear()
        for each in boot_sets:
            picker.addItem(each.title, _SET + each.name)
        chosen = next((place for place, each in enumerate(boot_sets) if each.name == profile.boot.set), -1)
        if profile.boot.root:
            picker.insertItem(0, profile.boot.root)
            picker.setItemData(0, profile.boot.root, Qt.ItemDataRole.ToolTipRole)
            chosen = 0
        elif not profile.boot.set and boot_sets:
            chosen = 0  # As the session would take it: the first stored set.
        if profile.fog.server:
            picker.insertItem(0, self.tr("FOG at {server}").format(server=words.fog_place(profile.fog.server)))
            picker.setItemData(0, profile.fog.server, Qt.ItemDataRole.ToolTipRole)
            chosen = 0
        if picker.count():
            picker.insertSeparator(picker.count())
        picker.addItem(self.tr("Choose a folder…"), _FOLDER)
        picker.addItem(self.tr("Get boot files…"), _FETCH)
        picker.setCurrentIndex(chosen)

    def _on_interface(self, interface: NetworkInterface | None) -> None:
        self.interface_chosen.emit(interface.name if interface is not None else "")

    def _on_boot(self, place: int) -> None:
        choice = str(self.boot_picker.itemData(place) or "")
        if choice == _FOLDER:
            self.folder_asked.emit()
        elif choice == _FETCH:
            self.fetch_asked.emit()
        elif choice:
            self.boot_chosen.emit(choice.removeprefix(_SET))

    def _paint_word(self) -> None:
        if self._state is None:
            return
        palette = self.word.palette()
        role = shape_role(self._state.shape)
        strong = current_theme().color(role if role in ("failed", "needs") else "text")
        palette.setColor(self.word.foregroundRole(), strong)
        self.word.setPalette(palette)

    # --- Qt ---------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "word"):
            self._paint_word()
        super().changeEvent(event)
