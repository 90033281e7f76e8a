"""Loaders for Secure Boot: whether shim finds its next stage, and whether that comes to us for its menu.

Found by experiment, OVMF with Microsoft's keys: GRUB 2.06 of Debian 12 takes its server from the ACK of the network's
own DHCP server. With dnsmasq there it asks that machine for every file, some 32 s each; with ISC dhcpd, whose next
server is 0.0.0.0, and by HTTP boot it stops at `grub>` and asks nobody. GRUB 2.12 of Debian 13 takes it from the offer
that brought it, and comes to us by PXE and by HTTP, whatever the network's server says.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from pathlib import Path

from fogportable.boot.boot_folder import find_file, known_file
from fogportable.boot.file_names import AccessViolation
from fogportable.boot.overlays import overlays_of
from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import BootRule

#: Shim asks for its next stage beside itself: those of distributions for GRUB, iPXE's for its own name without `shim`.
_SHIM = re.compile(r"(?:[^/]*-)?shim(?P<cpu>x64|aa64|ia32)\.efi(\.signed)?", re.IGNORECASE)
_OLD_GRUB = "2.06-"


def secure_boot_faults(
    root: Path, rule: BootRule, *, gives_addresses: bool, has_overlays: bool = True
) -> tuple[Fault, ...]:
    """What would stop a computer after its sound boot file has started; empty for other loaders.

    gives_addresses: whether the computers have their addresses from us, as in a private network.
    has_overlays: as in `check_rule`.
    """
    faults: dict[Fault, None] = {}
    for overlays in overlays_of(root, rule) if has_overlays else ((),):
        faults |= dict.fromkeys(_faults_at(root, rule, overlays, gives_addresses=gives_addresses))
    return tuple(faults)


def _faults_at(root: Path, rule: BootRule, overlays: Sequence[str], *, gives_addresses: bool) -> tuple[Fault, ...]:
    file = rule.file.replace("\\", "/").lstrip("/")
    shim = _SHIM.fullmatch(posixpath.basename(file))
    loader = file
    if shim is not None:
        loader = posixpath.join(posixpath.dirname(file), _next_stage(posixpath.basename(file), shim["cpu"].lower()))
        if not _is_there(root, loader, overlays):
            return (describe(FaultCode.SHIM_WITHOUT_NEXT_STAGE, file=rule.file, next=loader),)
    known = known_file(root, loader, overlays)
    if known is None or known.product != "GRUB" or gives_addresses:
        return ()
    if known.version.startswith(_OLD_GRUB) or "+2.06+" in known.version:
        return (describe(FaultCode.GRUB_ASKS_OTHERS, file=loader, version=known.version),)
    return ()


def _next_stage(shim: str, cpu: str) -> str:
    """`snponly-shimx64.efi` starts `snponly.efi`, `shimx64.efi` starts `grubx64.efi`."""
    before, dash, _ = shim.lower().partition("-shim")
    return f"{before}.efi" if dash else f"grub{cpu}.efi"


def _is_there(root: Path, name: str, overlays: Sequence[str]) -> bool:
    try:
        return find_file(root, name, overlays) is not None
    except (AccessViolation, OSError):
        return False
