"""The scripts for iPXE, and the menu for GRUB, that are served without lying in the boot folder."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address

from fogportable.boot.boot_folder import find_file
from fogportable.boot.file_names import AccessViolation
from fogportable.boot.fog_script import MARKER, MARKER_NAME, is_fog_script, render_fog_relay
from fogportable.boot.grub_menu import GRUB_NAMES, render_grub_menu
from fogportable.boot.menu import AUTOEXEC_NAME, render_autoexec, render_menu
from fogportable.boot.policy import SCRIPT_NAME
from fogportable.model import FinishedComputer, FogPlan, Menu, ServingPlan


def script_called(
    name: str, plan: ServingPlan, menu: Menu, server: IPv4Address, ports: tuple[int, int | None]
) -> bytes | None:
    """What is served by this name, in lower case; None where the folder is asked.

    server: our address that the client asked. ports: of TFTP and, if there is one, of HTTP there.
    """
    if name in GRUB_NAMES:
        return None if _has(plan, name) else render_grub_menu(menu, server)
    if name == AUTOEXEC_NAME:
        return render_autoexec(server, ports[0]) if _leads_to_menu(plan) else None
    if name != SCRIPT_NAME or _has_own_script(plan):
        return None
    return plan.ipxe_script if plan.ipxe_script is not None else render_menu(menu, server, *ports)


def fog_script_called(
    name: str,
    plan: ServingPlan,
    fog: FogPlan,
    server: IPv4Address,
    tftp_port: int,
    finished: Sequence[FinishedComputer],
) -> bytes | None:
    """The same for a room that is led to a FOG server. finished: who goes to its own disk."""
    if name == MARKER_NAME:
        return MARKER
    if not is_fog_script(name):
        return None
    return render_fog_relay(fog.url, server, tftp_port, plan.rules, finished)


def _leads_to_menu(plan: ServingPlan) -> bool:
    """Not where rules give scripts of their own, which only answers by DHCP can do, nor where the folder has its own
    `autoexec.ipxe`, as FOG 1.6's has.
    """
    return not any(rule.script for rule in plan.rules) and not _has(plan, AUTOEXEC_NAME)


def _has(plan: ServingPlan, name: str) -> bool:
    """Whether the folder has a file of this name, be it one that it will refuse."""
    try:
        return find_file(plan.root, name) is not None
    except (AccessViolation, OSError):
        return True


def _has_own_script(plan: ServingPlan) -> bool:
    """Whether every iPXE is told to load a `boot.ipxe` of the user's own: then nobody needs ours by that name."""
    return any(
        rule.script.lstrip("/").casefold() == SCRIPT_NAME and not (rule.archs or rule.macs or rule.uuids)
        for rule in plan.rules
    )
