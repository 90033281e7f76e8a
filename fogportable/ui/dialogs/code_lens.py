"""One field for what a computer's screen shows: what it means, what to do, and what was seen of that computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.session.code_lens import CodeMatch
from fogportable.ui.code_kit import CodeKit
from fogportable.ui.theme import FontRole, Kind, font, set_kind

#: Meanings that are offered at once.
MOST_MATCHES = 6
_WIDTH, _HEIGHT, _LIST_HEIGHT = 560, 520, 132


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodeLensDialog", text)


class CodeLensDialog(QDialog):
    """Not modal: somebody stands at the computer and reads aloud."""

    def __init__(self, codes: CodeKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeLensDialog")
        self.setWindowTitle(_tr("What does this code mean?"))
        self._codes = codes
        self._matches: tuple[CodeMatch, ...] = ()
        self._clients: tuple[ClientSnapshot, ...] = ()
        self.field = QLineEdit(self)
        self.field.setObjectName("codeField")
        self.field.setPlaceholderText(_tr("PXE-E16, ipxe.org/04…, grub>, any words of the screen"))
        self.field.setClearButtonEnabled(True)
        self.computer = QComboBox(self)
        self.computer.setObjectName("codeComputer")
        self.matches = QListWidget(self)
        self.matches.setObjectName("codeMatches")
        self.matches.setAccessibleName(_tr("What it may be"))
        self.matches.setFixedHeight(_LIST_HEIGHT)
        self.shown = self._label("codeShown", FontRole.STRONG)
        self.meaning = self._label("codeMeaning")
        self.remedy = self._label("codeRemedy")
        self.seen = self._label("codeSeen")
        self._build()
        self.field.textChanged.connect(self._look)
        self.matches.currentRowChanged.connect(self._show)
        self.computer.currentIndexChanged.connect(self._show_seen)
        self.take_clients(())
        self._look("")

    def take_clients(self, clients: Sequence[ClientSnapshot]) -> None:
        """The computers of the room as they are now; the chosen one stays chosen."""
        chosen = self._chosen()
        self._clients = tuple(each for each in clients if each.stage is not ClientStage.LEFT_ALONE)
        names = [_tr("none"), *map(_name_of, self._clients)]
        if names != [self.computer.itemText(place) for place in range(self.computer.count())]:
            self.computer.blockSignals(True)
            self.computer.clear()
            self.computer.addItems(names)
            self.computer.blockSignals(False)
            self.choose((chosen,) if chosen is not None else ())
        self._show_seen()

    def choose(self, clients: Sequence[ClientSnapshot]) -> None:
        """The first of these; nothing changes without one."""
        for client in clients[:1]:
            places = [place for place, each in enumerate(self._clients, start=1) if _is_same(each, client)]
            self.computer.setCurrentIndex(places[0] if places else 0)

    # --- inside -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_tr("The &screen shows"), self.field)
        form.addRow(_tr("C&omputer"), self.computer)
        answer = QFrame(self)
        set_kind(answer, Kind.CARD)
        lines = QVBoxLayout(answer)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(8)
        for label in (self.shown, self.meaning, self.remedy, self.seen):
            lines.addWidget(label)
        lines.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.matches)
        layout.addWidget(answer, 1)
        layout.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _label(self, name: str, role: FontRole | None = None) -> QLabel:
        made = QLabel(self)
        made.setObjectName(name)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role is not None:
            made.setFont(font(role))
        return made

    def _look(self, typed: str) -> None:
        self._matches = self._codes.find(typed, MOST_MATCHES)
        self.matches.blockSignals(True)
        self.matches.clear()
        self.matches.addItems([each.shown for each in self._matches])
        self.matches.setCurrentRow(0 if self._matches else -1)
        self.matches.blockSignals(False)
        self._show(self.matches.currentRow())

    def _show(self, row: int) -> None:
        match = self._matches[row] if 0 <= row < len(self._matches) else None
        if match is not None:
            texts = (match.shown, match.meaning, match.remedy)
        elif self.field.text().strip():
            texts = (_tr("Not known here."), _tr("Type a code or a few words as the screen has them."), "")
        else:
            texts = ("", _tr("Type what the computer's screen shows."), "")
        for label, text in zip((self.shown, self.meaning, self.remedy), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_seen()

    def _show_seen(self) -> None:
        client, row = self._chosen(), self.matches.currentRow()
        match = self._matches[row] if 0 <= row < len(self._matches) else None
        self.seen.setVisible(client is not None)
        self.seen.setText("" if client is None else _seen_of(client, match))

    def _chosen(self) -> ClientSnapshot | None:
        place = self.computer.currentIndex() - 1
        return self._clients[place] if 0 <= place < len(self._clients) else None


def _name_of(client: ClientSnapshot) -> str:
    return " · ".join(each for each in (str(client.mac), client.firmware) if each)


def _is_same(one: ClientSnapshot, other: ClientSnapshot) -> bool:
    return (one.mac, one.uuid) == (other.mac, other.uuid)


def _seen_of(client: ClientSnapshot, match: CodeMatch | None) -> str:
    """What this kit saw of it, and whether that is what the screen says."""
    found = client.diagnosis
    if found is not None and found.needs_you:
        seen = f"{found.words} {found.remedy}"
    elif client.fault is not None:
        seen = str(client.fault)
    else:
        seen = client.doing
    lines = [_tr("Seen of it here: {what}").format(what=seen)]
    if match is not None and found is not None and found.rule in match.rules:
        lines.append(_tr("That fits what the screen shows."))
    return "\n".join(lines)
