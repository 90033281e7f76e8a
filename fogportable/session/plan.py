"""From what the user chose (profile, flags, window) to a serving plan whose form is right."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network, collapse_addresses
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.boot.boot_folder import known_file
from fogportable.boot.boot_set import BootSet, recognise_folder
from fogportable.boot.fog_script import FOG_NEEDS
from fogportable.boot.rule_cover import used_rules
from fogportable.config.profile import Profile
from fogportable.errors import BootFileError, ConfigError, FaultCode
from fogportable.model import (
    BootRule,
    FogMode,
    HttpSettings,
    IpxeClients,
    LeasingInterface,
    ServingInterface,
    ServingPlan,
)

if TYPE_CHECKING:
    from fogportable.session.fog_site import FogSite

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
    fog: FogSite | None = None,
) -> ServingPlan:
    """Resolve folder, rules and script. base: the folder that a relative root starts from.

    leasing: private networks; on their cards nobody is proxied, though `interfaces` may name them too.
    fog: the server of the profile as it was found, None without one.

    Raises BootFileError: NO_BOOT_SET, ROOT_MISSING, NO_BOOT_FILES, SCRIPT_MISSING, SCRIPT_NOT_IPXE; FogError where a
    FOG server has no boot files; ConfigError FOG_WITH_PXE_MENU.
    """
    overrides = overrides or Overrides()
    if fog is not None and profile.pxe_menu.entries:
        raise ConfigError(FaultCode.FOG_WITH_PXE_MENU, address=fog.server.address)
    if fog is not None and fog.plan.mode is FogMode.POINT:
        return _pointing(
            fog, _common(profile, base, interfaces, overrides, leasing), overrides.rules + profile.boot.rules
        )
    if fog is not None and not profile.boot.set:
        boot_sets = () if fog.boot_set is None else (fog.boot_set,)
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
    plan = replace(
        _common(profile, base, interfaces, overrides, leasing),
        root=root,
        rules=used_rules(rules),
        ipxe_script=read_script(overrides.ipxe_script) if overrides.ipxe_script is not None else None,
        title=title,
    )
    return plan if fog is None else _relaying(fog, plan)


def _common(
    profile: Profile,
    base: Path,
    interfaces: tuple[ServingInterface, ...],
    overrides: Overrides,
    leasing: tuple[LeasingInterface, ...],
) -> ServingPlan:
    """What does not depend on where the boot files are."""
    return ServingPlan(
        interfaces=tuple(each for each in interfaces if each.name not in {one.card.name for one in leasing}),
        root=base,
        rules=(),
        menu=profile.menu,
        room=profile.room,
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


def _pointing(fog: FogSite, common: ServingPlan, own_rules: tuple[BootRule, ...]) -> ServingPlan:
    """Everybody is sent to the FOG server, and iPXE as well as firmware: FOG's own goes on from there by itself."""
    if not any(rule.file for rule in own_rules) and not fog.rules:
        raise fog.why_nothing_to_boot()
    return replace(
        common,
        rules=used_rules(own_rules + fog.rules),
        title=f"FOG server {fog.server.address}",
        ipxe_clients=IpxeClients.FIRMWARE,
        next_server=fog.plan.address,
        http=HttpSettings(is_enabled=False),
        fog=fog.plan,
    )


def _relaying(fog: FogSite, plan: ServingPlan) -> ServingPlan:
    """Files come from here, and every iPXE gets the script that leads to the server's boot.php."""
    for rule in plan.rules:
        known = known_file(plan.root, rule.file) if rule.file and rule.next_server is None else None
        # By content, never by where it seems to come from.
        if known is not None and known.product == "iPXE" and known.has_feature(FOG_NEEDS) is False:
            values = {"file": rule.file, "product": known.product, "version": known.version, "origin": known.origin}
            raise BootFileError(FaultCode.FOG_LOADER_UNABLE, **values)
    return replace(plan, ipxe_clients=IpxeClients.SCRIPT, next_server=None, ipxe_script=None, fog=fog.plan)


def has_own_files(profile: Profile, overrides: Overrides | None = None) -> bool:
    """Whether somebody named a folder or a boot set."""
    is_overridden = overrides is not None and overrides.root is not None
    return is_overridden or bool(profile.boot.root or profile.boot.set)


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
