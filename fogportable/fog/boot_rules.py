"""Rules that give each kind of computer the best of a FOG server's boot files."""

from __future__ import annotations

from collections.abc import Set

from fogportable.fog.boot_names import AUTOEXEC_SCRIPT, SECOND_STAGES, SERVED_ARCHS, boot_file_for
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import ARCH_NAMES, arch_name


def boot_rules(present: Set[str], *, is_1_6: bool) -> tuple[BootRule, ...]:
    """One for each kind of computer that has a file. present: names that are there, second stages of shims too.

    is_1_6: the server is of that generation, which names other files first. A shim without what it starts is passed
    over.
    """
    usable = frozenset(name for name in present if SECOND_STAGES.get(name, name) in present)
    usable = usable | {AUTOEXEC_SCRIPT} if is_1_6 else usable - {AUTOEXEC_SCRIPT}
    found = ((arch, boot_file_for(arch, usable)) for arch in SERVED_ARCHS)
    return tuple(BootRule(ARCH_NAMES[arch_name(arch)], file) for arch, file in found if file is not None)
