"""Making computers known to a FOG server: their names by a pattern, and the image that they get."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from fogportable.errors import FogError
from fogportable.fog.hosts import host_names
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Ground
from fogportable.protocol.address import MacAddress
from fogportable.ui.widgets.problem_line import ProblemLine

_ROWS_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Registration:
    """Names and addresses belong together. image: None for none."""

    names: tuple[str, ...]
    macs: tuple[MacAddress, ...]
    image: FogImage | None = None


#: Asks a person: parent, the computers, what the server knows, a pattern to begin with. None when cancelled.
AskRegistration = Callable[[QWidget | None, Sequence[MacAddress], Ground, str], Registration | None]


class RegisterDialog(QDialog):
    """Shows the names as they would be, while the pattern is typed."""

    def __init__(self, macs: Sequence[MacAddress], known: Ground, pattern: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fogRegisterDialog")
        self.setWindowTitle(self.tr("Register in FOG"))
        self._macs = tuple(macs)
        self._taken = tuple(host.name for host in known.machines)
        self._names: tuple[str, ...] = ()
        self.pattern = QLineEdit(pattern, self)
        self.pattern.setObjectName("fogPattern")
        self.pattern.setAccessibleName(self.tr("Names"))
        self.image = QComboBox(self)
        self.image.setObjectName("fogRegisterImage")
        self.image.setAccessibleName(self.tr("Image"))
        self.image.addItem(self.tr("none yet"), None)
        for image in known.images:
            self.image.addItem(image.name, image)
        self.rows = QListWidget(self)
        self.rows.setObjectName("fogNames")
        self.rows.setAccessibleName(self.tr("Computers and their names"))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.rows.setMinimumHeight(_ROWS_HEIGHT // 2)
        self.problem = ProblemLine(self)
        self.problem.setObjectName("fogPatternProblem")
        self._build()
        self.pattern.textChanged.connect(self._show_names)
        self._show_names()
        self.pattern.selectAll()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Names"), self.pattern)
        form.addRow(self.tr("&Image"), self.image)
        why = QLabel(
            self.tr("room-## counts over names that are free; pc-@ takes the end of the hardware address."), self
        )
        why.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = buttons.addButton(self.tr("&Register"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("fogRegisterAccept")
        self.accept_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(why)
        layout.addWidget(self.problem)
        layout.addWidget(self.rows, 1)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def _show_names(self) -> None:
        try:
            self._names = host_names(self.pattern.text().strip(), self._macs, self._taken)
        except FogError as wrong:
            self._names = ()
            self.problem.set_problem(str(wrong.fault))
        else:
            self.problem.set_problem("")
        self.rows.clear()
        self.rows.addItems([f"{name}  ({mac})" for name, mac in zip(self._names, self._macs, strict=False)])
        self.accept_button.setEnabled(bool(self._names))

    def registration(self) -> Registration:
        """As shown."""
        return Registration(self._names, self._macs, self.image.currentData())


def ask_registration(
    parent: QWidget | None, macs: Sequence[MacAddress], known: Ground, pattern: str
) -> Registration | None:
    """Ask; None when cancelled."""
    dialog = RegisterDialog(macs, known, pattern, parent)
    return dialog.registration() if dialog.exec() == QDialog.DialogCode.Accepted else None
