"""File > Open profile…, Save profile, Save profile as…: from a file dialog to a profile or a fault for the notice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from fogportable.config.profile import Profile
from fogportable.errors import ConfigError, Fault

SUFFIX = ".toml"


class ProfileKeeper(Protocol):
    """What reads and writes profiles. Both raise ConfigError."""

    def load_profile(self, path: Path) -> Profile: ...

    def save_profile(self, profile: Profile, path: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class ProfileOutcome:
    """What came of it. All None: the user thought better of it. fault: said in the notice, nothing was changed."""

    profile: Profile | None = None
    path: Path | None = None
    fault: Fault | None = None


def _filters() -> str:
    profiles = QCoreApplication.translate("ProfileFiles", "Profiles (*.toml)")
    everything = QCoreApplication.translate("ProfileFiles", "All files (*)")
    return f"{profiles};;{everything}"


def open_profile(parent: QWidget | None, keeper: ProfileKeeper, *, folder: Path) -> ProfileOutcome:
    """Ask for a profile and read it. folder: where the dialog opens."""
    title = QCoreApplication.translate("ProfileFiles", "Open profile")
    name, _filter = QFileDialog.getOpenFileName(parent, title, str(folder), _filters())
    return read_profile(keeper, Path(name)) if name else ProfileOutcome()


def read_profile(keeper: ProfileKeeper, path: Path) -> ProfileOutcome:
    """Read a profile whose name is known."""
    try:
        return ProfileOutcome(keeper.load_profile(path), path)
    except ConfigError as error:
        return ProfileOutcome(path=path, fault=error.fault)


def save_profile(keeper: ProfileKeeper, profile: Profile, path: Path) -> ProfileOutcome:
    """Write to the file it came from."""
    try:
        keeper.save_profile(profile, path)
    except ConfigError as error:
        return ProfileOutcome(path=path, fault=error.fault)
    return ProfileOutcome(profile, path)


def save_profile_as(
    parent: QWidget | None, keeper: ProfileKeeper, profile: Profile, *, suggestion: Path
) -> ProfileOutcome:
    """Ask for a name and write there. The dialog itself asks before it writes over another file."""
    title = QCoreApplication.translate("ProfileFiles", "Save profile as")
    dialog = QFileDialog(parent, title, str(suggestion.parent), _filters())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    dialog.selectFile(suggestion.name)
    if not dialog.exec() or not dialog.selectedFiles():
        return ProfileOutcome()
    return save_profile(keeper, profile, Path(dialog.selectedFiles()[0]))
