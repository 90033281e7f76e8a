"""What the user has chosen: one profile, the file it came from, and whether it was changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fogportable.config.profile import BootSettings, Profile
from fogportable.model import Menu, Room


class Choices(QObject):
    """Holds the profile that all pages edit; it is frozen, so an edit is a new one.

    changed: after every edit, and after another profile was opened. menu_changed: the menu among it.
    """

    changed = Signal()
    menu_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = Profile()
        self._saved = self._profile
        self._path: Path | None = None
        self._obvious_card = ""

    @property
    def profile(self) -> Profile:
        return self._profile

    @property
    def path(self) -> Path | None:
        """The file it came from; None for one that was never saved."""
        return self._path

    @property
    def base(self) -> Path:
        """The folder that relative paths of the profile start from."""
        return self._path.resolve().parent if self._path is not None else Path.cwd()

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self._profile != self._saved

    def open(self, profile: Profile, path: Path | None) -> None:
        """Take over another profile, as it stands in its file."""
        self._path, self._saved, self._obvious_card = path, profile, ""
        self.replace(profile)

    def take_unsaved(self, profile: Profile) -> None:
        """Take over a profile that stands in no file yet."""
        self._path, self._saved, self._obvious_card = None, Profile(), ""
        self.replace(profile)

    def was_saved(self, path: Path) -> None:
        self._path, self._saved = path, self._profile
        self.changed.emit()

    def replace(self, profile: Profile) -> None:
        """Take over an edited profile."""
        before, self._profile = self._profile, profile
        self.changed.emit()
        if before.menu != profile.menu:
            self.menu_changed.emit()

    def choose_interface(self, name: str) -> None:
        """What the user chose; "" for none."""
        self._obvious_card = ""
        self._take_interface(name)

    def settle_interface(self, obvious: str) -> bool:
        """Choose for the user what is obvious, and take that back where a private network needs the card.

        obvious: the only card there is, "" where there is a choice. True when the profile was changed.
        """
        chosen, private = self._profile.network.interfaces, self._profile.private_network
        if private is not None:
            if not self._obvious_card or chosen != (self._obvious_card,) or private.interface != self._obvious_card:
                return False
            self.choose_interface("")
            return True
        if chosen or not obvious:
            return False
        self._obvious_card = obvious
        self._take_interface(obvious)
        return True

    def _take_interface(self, name: str) -> None:
        self.replace(replace(self._profile, network=replace(self._profile.network, interfaces=(name,) if name else ())))

    def choose_boot_set(self, name: str) -> None:
        """A stored set; it brings its own folder, and rules made for another one are dropped."""
        self._take_files(set=name)

    def choose_folder(self, root: str) -> None:
        """A folder of the user's own."""
        self._take_files(root=root)

    def _take_files(self, *, set: str = "", root: str = "") -> None:
        """Files of this laptop, so no FOG server any more."""
        boot = with_source(self._profile.boot, set=set, root=root)
        self.replace(replace(self._profile, boot=boot, fog=replace(self._profile.fog, server="")))

    def set_boot(self, boot: BootSettings, menu: Menu) -> None:
        """What the Boot page edits."""
        self.replace(replace(self._profile, boot=boot, menu=menu))

    def set_room(self, room: Room) -> None:
        self.replace(replace(self._profile, room=room))


def with_source(boot: BootSettings, *, set: str = "", root: str = "") -> BootSettings:
    """Other boot files; what does not depend on them stays."""
    from fogportable.ui.models.boot_rules import special_rules

    return replace(boot, set=set, root=root, rules=special_rules(boot.rules))
