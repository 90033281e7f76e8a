"""The boot half of the kit for tests of the Boot page: real checks and scripts, stored sets given, no network."""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.boot_set import BootSet, recognise_folder
from fogportable.boot.menu import MenuProblem, menu_problems, render_menu
from fogportable.boot.pxe_menu import PxeMenuProblem, menu_size_bytes, pxe_menu_problems
from fogportable.boot.reply_options import OptionProblem, option_problems
from fogportable.errors import BootFileError, Fault, FaultCode, describe
from fogportable.model import BootRule, LearnedShape, Menu, PxeMenu, ReplyOptions
from fogportable.protocol.pxe.archs import arch_label


class FakeBootKit:
    """check_rule finds nothing but missing files. fetch waits for `let_fetch_end`, then gives `fetched` or raises."""

    def __init__(self, *sets: BootSet) -> None:
        self.sets = sets
        self.learned: tuple[LearnedShape, ...] = ()
        self.fetched: BootSet | None = None
        self.fetch_error: Exception | None = None
        self.fetch_lines = ("Asking the package lists…", "Bringing ipxe…")
        self.let_fetch_end = threading.Event()

    def boot_sets(self) -> Sequence[BootSet]:
        return self.sets

    def check_rule(self, root: Path, rule: BootRule) -> tuple[Fault, ...]:
        if (root / rule.file).is_file():
            return ()
        arch = arch_label(min(rule.archs))
        return (describe(FaultCode.BOOT_FILE_MISSING, file=rule.file, arch=arch, root=root),)

    def recognise_folder(self, folder: Path) -> BootSet:
        return recognise_folder(folder)

    def fetch_boot_files(
        self, on_progress: Callable[[str], None], should_stop: Callable[[], bool] = lambda: False
    ) -> BootSet:
        on_progress(self.fetch_lines[0])
        while not self.let_fetch_end.wait(0.01):
            if should_stop():
                raise BootFileError(FaultCode.FETCH_STOPPED)
        on_progress(self.fetch_lines[1])
        if self.fetch_error is not None:
            raise self.fetch_error
        assert self.fetched is not None
        self.sets = (*self.sets, self.fetched)
        return self.fetched

    def render_menu(self, menu: Menu) -> str:
        return render_menu(menu, IPv4Address("192.168.1.20")).decode()

    def option_problems(self, options: ReplyOptions) -> Sequence[OptionProblem]:
        return option_problems(options)

    def learned_shapes(self) -> tuple[LearnedShape, ...]:
        return self.learned

    def forget_learned(self, model: LearnedShape | None = None) -> None:
        self.learned = () if model is None else tuple(each for each in self.learned if each != model)

    def pxe_menu_problems(self, menu: PxeMenu) -> Sequence[PxeMenuProblem]:
        return pxe_menu_problems(menu)

    def pxe_menu_size(self, menu: PxeMenu, arch: int) -> int:
        return menu_size_bytes(menu, arch)

    def menu_problems(self, menu: Menu) -> Sequence[MenuProblem]:
        return menu_problems(menu)


def make_boot_set(folder: Path, name: str, title: str, files: dict[str, frozenset[int]]) -> BootSet:
    """A set whose files are there, with a little content."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / file).write_bytes(struct.pack("<H", 0xAA55) * 64)
    return BootSet(name, title, folder, tuple(BootRule(archs, file) for file, archs in files.items()))
