"""The part of a window's kit that needs no session: menus looked over, profiles and preferences read and written.

What its methods promise stands in `ui.kit.Kit`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fogportable.boot.menu import MenuProblem, menu_problems
from fogportable.boot.pxe_menu import PxeMenuProblem, menu_size_bytes, pxe_menu_problems
from fogportable.boot.reply_options import OptionProblem, option_problems
from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.errors import Fault
from fogportable.model import ImportReport, Menu, PxeMenu, ReplyOptions
from fogportable.session.last_profile import last_profile, remember_profile
from fogportable.session.preferences import Preferences, load_preferences, save_preferences


class ProfileKit:
    """Holds nothing."""

    def menu_problems(self, menu: Menu) -> Sequence[MenuProblem]:
        return menu_problems(menu)

    def option_problems(self, options: ReplyOptions) -> Sequence[OptionProblem]:
        return option_problems(options)

    def pxe_menu_problems(self, menu: PxeMenu) -> Sequence[PxeMenuProblem]:
        return pxe_menu_problems(menu)

    def pxe_menu_size(self, menu: PxeMenu, arch: int) -> int:
        return menu_size_bytes(menu, arch)

    def load_profile(self, path: Path) -> Profile:
        return load_profile(path)

    def save_profile(self, profile: Profile, path: Path) -> None:
        from fogportable.config.save import save_profile

        save_profile(profile, path)

    def import_dnsmasq(self, files: Sequence[Path]) -> tuple[Profile, ImportReport]:
        from fogportable.session.import_dnsmasq import import_dnsmasq

        return import_dnsmasq(files)

    def last_profile(self) -> Path | None:
        return last_profile()

    def remember_profile(self, path: Path | None) -> None:
        remember_profile(path)

    def load_preferences(self) -> tuple[Preferences, Fault | None]:
        return load_preferences()

    def save_preferences(self, wanted: Preferences) -> None:
        save_preferences(wanted)
