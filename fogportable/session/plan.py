"""From what the user chose (profile, flags, window) to a serving plan whose form is right."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from ipaddress import IPv4Network, collapse_addresses
from pathlib import Path

from fogportable.boot.boot_set import BootSet, recognise_folder
from fogportable.boot.rule_cover import used_rules
from fogportable.config.profile import Profile
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule, LeasingInterface, ServingInterface, ServingPlan

_SCRIPT_SIGNATURE = b"#!ipxe"

#: iPXE reads a script whole into memory; nobody writes one of a megabyte.
_LARGEST_SCRIPT_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Overrides:
    """What flags say over the profile. root: None keeps the profile's. rules: come first. ipxe_script: a file.

    relays: are added to the profile's.
    """

    root: Path | None = None
    rules: tuple[BootRule, ...] = field(default_factory=tuple)
    ipxe_script: Path | None = None
    relays: tuple[IPv4Network, ...] = ()


def plan_from_profile(
    profile: Profile,
    *,
    base: Path,
    interfaces: tuple[ServingInterface, ...],
    boot_sets: tuple[BootSet, ...],
    overrides: Overrides | None = None,
    leasing: tuple[LeasingInterface, ...] = (),
) -> ServingPlan:
    """Resolve folder, rules and script. base: the folder that a relative root starts from.

    leasing: private networks; on their cards nobody is proxied, though `interfaces` may name them too.

    Raises BootFileError: NO_BOOT_SET, ROOT_MISSING, NO_BOOT_FILES, SCRIPT_MISSING, SCRIPT_NOT_IPXE.
    """
    overrides = overrides or Overrides()
    chosen = _chosen_set(profile, boot_sets, has_root=bool(profile.boot.root) or overrides.root is not None)
    root = _root(profile, base, overrides, chosen)
    rules = overrides.rules + profile.boot.rules
    title = str(root)
    if chosen is not None:
        rules += chosen.rules
        title = chosen.title
    elif not any(rule.file for rule in rules):
        rules += recognise_folder(root).rules
    if not any(rule.file for rule in rules) and not profile.pxe_menu.entries:
        raise BootFileError(FaultCode.NO_BOOT_FILES)
    return ServingPlan(
        interfaces=tuple(each for each in interfaces if each.name not in {one.card.name for one in leasing}),
        root=root,
        rules=used_rules(rules),
        menu=profile.menu,
        ipxe_script=read_script(overrides.ipxe_script) if overrides.ipxe_script is not None else None,
        room=profile.room,
        title=title,
        leasing=leasing,
        shape=profile.boot.shape,
        ipxe_clients=profile.boot.ipxe_clients,
        next_server=profile.boot.next_server,
        pxe_menu=profile.pxe_menu,
        clients=profile.clients,
        options=profile.options,
        relays=tuple(collapse_addresses(profile.network.relays + overrides.relays)),
        tftp=profile.tftp,
        http=profile.http,
    )


def read_script(path: Path) -> bytes:
    """An iPXE script of the user's own. Raises BootFileError."""
    try:
        with path.open("rb") as file:
            script = file.read(_LARGEST_SCRIPT_BYTES)
    except OSError as problem:
        raise BootFileError(FaultCode.SCRIPT_MISSING, file=path, detail=str(problem)) from problem
    if not script.startswith(_SCRIPT_SIGNATURE):
        raise BootFileError(FaultCode.SCRIPT_NOT_IPXE, file=path)
    return script


def _chosen_set(profile: Profile, boot_sets: tuple[BootSet, ...], *, has_root: bool) -> BootSet | None:
    name = profile.boot.set
    if name:
        for each in boot_sets:
            if each.name == name:
                return each
        raise BootFileError(FaultCode.NO_BOOT_SET, name=name)
    return boot_sets[0] if boot_sets and not has_root else None


def _root(profile: Profile, base: Path, overrides: Overrides, chosen: BootSet | None) -> Path:
    if overrides.root is not None:
        root = overrides.root
    elif profile.boot.root:
        root = base / Path(profile.boot.root).expanduser()
    elif chosen is not None:
        root = chosen.folder
    else:
        raise BootFileError(FaultCode.NO_BOOT_FILES)
    if not root.is_dir() or not os.access(root, os.R_OK | os.X_OK):
        raise BootFileError(FaultCode.ROOT_MISSING, root=root)
    return root.resolve()
