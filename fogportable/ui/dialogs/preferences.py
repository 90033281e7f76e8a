"""How somebody wants the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fogportable.errors import ServiceError
from fogportable.language import available_languages
from fogportable.session.preferences import Preferences, ThemeChoice
from fogportable.ui.theme import FontRole, Kind, font, set_kind

AskPreferences = Callable[[QWidget | None, Preferences, Callable[[], int]], Preferences | None]


def languages() -> Sequence[tuple[str, str]]:
    """Codes and what their speakers call them; the first is the system's."""
    spoken = ((each.code, each.name) for each in available_languages())
    return (("", QCoreApplication.translate("PreferencesDialog", "As the system")), *spoken)


class PreferencesDialog(QDialog):
    """forget_sites: forgets the networks that were served; gives how many."""

    def __init__(self, wanted: Preferences, forget_sites: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("Preferences"))
        self._forget_sites = forget_sites
        self._given = wanted
        self._theme = QComboBox(self)
        self._theme.setObjectName("preferredTheme")
        for choice, words in (
            (ThemeChoice.SYSTEM, self.tr("As the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
            (ThemeChoice.HIGH_CONTRAST, self.tr("High contrast")),
        ):
            self._theme.addItem(words, choice)
        self._theme.setCurrentIndex(max(0, self._theme.findData(wanted.theme)))
        self._language = QComboBox(self)
        self._language.setObjectName("preferredLanguage")
        for code, name in languages():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(0, self._language.findData(wanted.language)))
        self._expert = QCheckBox(self.tr("&Show expert settings"), self)
        self._expert.setObjectName("preferredExpert")
        self._expert.setChecked(wanted.shows_expert)
        self._expert.setAccessibleDescription(self.tr("The side Expert of the Boot page"))
        self._forget = QPushButton(self.tr("&Forget known networks"), self)
        self._forget.setObjectName("forgetSites")
        self._forget.clicked.connect(self._on_forget)
        self._forgotten = self._note("")
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Colours"), self._theme)
        form.addRow(self.tr("&Language"), self._language)
        form.addRow("", self._note(self.tr("A language counts from the next start of the program.")))
        form.addRow("", self._expert)
        form.addRow("", self._note(self.tr("Shapes of offers, further DHCP options, TFTP and HTTP.")))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._forget)
        row.addWidget(self._forgotten, 1)
        form.addRow("", row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def _note(self, text: str) -> QLabel:
        note = QLabel(text, self)
        note.setFont(font(FontRole.SECONDARY))
        note.setWordWrap(True)
        set_kind(note, Kind.MUTED)
        return note

    def preferences(self) -> Preferences:
        """As chosen."""
        return replace(
            self._given,
            theme=self._theme.currentData(),
            language=self._language.currentData(),
            shows_expert=self._expert.isChecked(),
        )

    def _on_forget(self) -> None:
        """At once: it is no preference, and Cancel does not bring them back."""
        try:
            count = self._forget_sites()
        except ServiceError as problem:
            self._forgotten.setText(str(problem.fault))
            return
        self._forgotten.setText(
            self.tr("1 network is forgotten.")
            if count == 1
            else self.tr("{count} networks are forgotten.").format(count=count)
        )


def ask_preferences(parent: QWidget | None, wanted: Preferences, forget_sites: Callable[[], int]) -> Preferences | None:
    """Ask; None when cancelled."""
    dialog = PreferencesDialog(wanted, forget_sites, parent)
    return dialog.preferences() if dialog.exec() == QDialog.DialogCode.Accepted else None
