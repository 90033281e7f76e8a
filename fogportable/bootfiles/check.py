"""Whether stored boot sets and boot folders are still what they should be."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fogportable.boot.boot_set import BootSet, StoredFile, check_rule
from fogportable.boot.catalogue import sha256_of
from fogportable.errors import Fault, FaultCode, describe
from fogportable.language import say
from fogportable.model import BootRule


@dataclass(frozen=True, slots=True)
class SetReport:
    """What was found in one set. rules: each with its faults. changed: files that are not what was brought."""

    boot_set: BootSet
    rules: tuple[tuple[BootRule, tuple[Fault, ...]], ...]
    changed: tuple[Fault, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong, rules first."""
        return (*(fault for _, faults in self.rules for fault in faults), *self.changed)


def check_set(boot_set: BootSet) -> SetReport:
    """Look at every boot file's header, and hash every stored file. Takes as long as reading them."""
    rules = tuple((rule, check_rule(boot_set.folder, rule)) for rule in boot_set.rules)
    if not rules:
        return SetReport(boot_set, (), (describe(FaultCode.FOLDER_WITHOUT_BOOT_FILES, folder=boot_set.folder),))
    missing = {rule.file for rule, faults in rules if any(each.code is FaultCode.BOOT_FILE_MISSING for each in faults)}
    changed = tuple(
        describe(FaultCode.BOOT_FILE_CHANGED, file=file.name, name=boot_set.name, detail=detail)
        for file in boot_set.files
        if file.name not in missing and (detail := _difference(boot_set.folder, file))
    )
    return SetReport(boot_set, rules, changed)


def _difference(folder: Path, file: StoredFile) -> str:
    """How a file differs from what was stored; "" when it does not. The name comes from a file people may edit."""
    path = os.path.realpath(folder / file.name)
    if os.path.commonpath((os.path.realpath(folder), path)) != os.path.realpath(folder):
        return say("it lies outside the folder")
    try:
        found = sha256_of(Path(path))
    except OSError as problem:
        return problem.strerror or str(problem)
    return "" if found == file.sha256 else f"sha256 is {found}, was {file.sha256}"
