"""The FOG server that a room is served for, looked at before Start. Blocks, within bounds."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.boot.boot_set import SET_FILE, BootSet, load_boot_set
from fogportable.bootfiles.from_fog import bring_from_fog
from fogportable.bootfiles.from_fog_web import bring_over_http
from fogportable.bootfiles.store import set_name_from
from fogportable.errors import FaultCode, FogError, describe
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.boot_names import AUTOEXEC_SCRIPT, SECOND_STAGES
from fogportable.fog.boot_rules import boot_rules
from fogportable.fog.server import FogServer, Generation
from fogportable.foglink.identify import identify
from fogportable.foglink.tftp import TFTP_PORT, Tftp
from fogportable.foglink.trust import usual_pins
from fogportable.foglink.web import USUAL_TIMEOUT_S, Web
from fogportable.model import BootRule, FogPlan, FogSettings


@dataclass(frozen=True, slots=True)
class FogDoors:
    """How the server is reached. tftp_port, timeout_s: other ones than usual in tests only."""

    web: Web
    tftp: Tftp

    @classmethod
    def of(cls, server: str, *, tftp_port: int = TFTP_PORT, timeout_s: float = USUAL_TIMEOUT_S) -> FogDoors:
        """By what a profile says of it. Raises FogError for what is no address."""
        try:
            address = parse_fog_address(server)
        except ValueError as problem:
            raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=server, detail=str(problem)) from problem
        return cls(Web(address, usual_pins(), timeout_s), Tftp(address.host, tftp_port))


@dataclass(frozen=True, slots=True)
class FogSite:
    """A FOG server as it was found. rules: which of its boot files each kind of computer gets; empty where its TFTP
    folder could not be looked into. boot_set: its boot files as they are kept here, None where they are not needed.
    """

    plan: FogPlan
    server: FogServer
    rules: tuple[BootRule, ...]
    boot_set: BootSet | None = None

    def why_nothing_to_boot(self) -> FogError:
        """Why no computer can be sent anywhere: its TFTP is silent, or has no boot files."""
        silent = next((each for each in self.plan.notes if each.code is FaultCode.FOG_TFTP_SILENT), None)
        if silent is not None:
            return FogError.of(silent)
        return FogError(FaultCode.FOG_BOOT_FILES_MISSING, address=self.server.address.host, archs="any computer")


def look_at_fog(
    settings: FogSettings,
    doors: FogDoors | None = None,
    *,
    on_progress: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> FogSite:
    """What the server of a profile is and has. doors: None for those of its address.

    Raises FogError where it is no FOG server or cannot be reached; what only is wrong with it is in the plan's notes.
    """
    doors = doors or FogDoors.of(settings.server)
    address = _address_of(doors.web.server)
    server = identify(doors.web, doors.tftp, on_progress=on_progress, should_stop=should_stop)
    version = "" if server.version is None else server.version.text
    plan = FogPlan(settings.mode, address, server.address.url, version, settings.finishes_to_disk, server.notes)
    names = server.file_names
    # A shim's second stage is not asked for by name: the server that has one has the other.
    names |= {SECOND_STAGES[name] for name in names & SECOND_STAGES.keys()}
    return FogSite(plan, server, boot_rules(names, is_1_6=AUTOEXEC_SCRIPT in names))


def with_boot_files(
    site: FogSite,
    doors: FogDoors,
    folder: Path,
    *,
    on_progress: Callable[[str], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> FogSite:
    """The same with its boot files: those kept from the last time, brought anew where the server's version is another.

    folder: of all boot sets. Where they cannot be brought, kept ones are good enough, and that is told in the notes.
    Raises FogError or BootFileError where there are none.
    """
    place = folder / set_name_from(f"fog-{site.server.address.host}")
    kept = load_boot_set(place) if (place / SET_FILE).is_file() else None
    if kept is not None and site.plan.version and kept.version == site.plan.version:
        return replace(site, boot_set=kept)
    try:
        if site.server.file_names:
            brought = bring_from_fog(site.server, doors.tftp, place, on_progress=on_progress, should_stop=should_stop)
        elif site.server.generation is Generation.V1_6:
            on_progress("Bringing boot files over HTTP.")
            brought = bring_over_http(site.server, doors.web.at(site.server.address), place)
        else:
            raise site.why_nothing_to_boot()
    except FogError as problem:
        if kept is None:
            raise
        fault = describe(FaultCode.FOG_FILES_KEPT, address=site.server.address.host, version=kept.version or "unknown")
        notes = tuple(dict.fromkeys((*site.plan.notes, problem.fault, fault)))
        return replace(site, boot_set=kept, plan=replace(site.plan, notes=notes))
    notes = tuple(dict.fromkeys((*site.plan.notes, *brought.notes)))
    return replace(site, boot_set=brought.boot_set, plan=replace(site.plan, notes=notes))


def _address_of(server: FogAddress) -> IPv4Address:
    """For DHCP, which carries no names. Raises FogError."""
    try:
        return IPv4Address(socket.gethostbyname(server.host))
    except OSError as problem:
        raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=server.host, detail=repr(problem)) from problem
