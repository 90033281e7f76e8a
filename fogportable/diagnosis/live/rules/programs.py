"""Rules about what was loaded and does not go on: for another machine, not trusted, in circles, left alone."""

from __future__ import annotations

from fogportable.diagnosis.heads import read_head
from fogportable.diagnosis.live.case import LIKELY, SURE, Case, Found, moments
from fogportable.diagnosis.live.expected import Awaited
from fogportable.diagnosis.live.trail import Moment, Run, Software
from fogportable.diagnosis.names import (
    archs_by_name,
    is_efi_name,
    is_loader,
    is_mok_manager,
    is_signed_grub,
    plain_arch,
)
from fogportable.diagnosis.verdicts import Verdict
from fogportable.errors import FaultCode
from fogportable.language import say
from fogportable.model import FogLight, FogMode, OfferShape, PxeAction, SiteServer
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.pxe.archs import ClientArch, arch_label

#: Firmware that is back so soon (s) after its file was whole has not run it; a person who switches takes longer.
_BACK_WITHIN_S = 25.0
#: Two machines that ask within this time (s) of each other are on at the same time.
_TOGETHER_S = 60.0
#: iPXE of FOG that comes round so often has found no script.
_FOG_ROUNDS = 3
#: What a computer does by itself, apart from `explain`'s ids: there it is a good end when a menu asked for it.
LEFT_FOR_DISK = "left-for-disk"

_UEFI = frozenset(
    {
        ClientArch.X86_UEFI,
        ClientArch.X64_UEFI,
        ClientArch.ARM32_UEFI,
        ClientArch.ARM64_UEFI,
        ClientArch.RISCV64_UEFI,
        ClientArch.LOONGARCH64_UEFI,
    }
)


def wrong_architecture(case: Case) -> Found | None:
    """The program is for another processor, or for the other kind of firmware."""
    run = case.run
    if run.fault is not None and run.fault[1].code is FaultCode.BOOT_FILE_WRONG_ARCH:
        return Found(Verdict.WRONG_ARCHITECTURE, SURE, moments(run.fault[0]), fault=run.fault[1])
    stuck = _stuck_program(case)
    if stuck is None or stuck[0].arch is None:
        return None
    owner, good, _ = stuck
    file, arch = owner.last_file, plain_arch(owner.arch or 0)
    head = read_head(case.serving.head_of(file))
    if head is not None:
        is_wrong, is_sure = arch == ClientArch.X86_BIOS or (arch in _UEFI and arch not in head.archs), True
        kinds = ", ".join(arch_label(each) for each in sorted(head.archs) if each in _UEFI)
    else:
        archs = archs_by_name(file)
        is_wrong, is_sure = bool(archs) and (arch in _UEFI or arch == ClientArch.X86_BIOS) and arch not in archs, False
        kinds = ", ".join(arch_label(each) for each in sorted(archs))
    if not is_wrong:
        return None
    values = {"file": file, "kind": kinds or say("another processor"), "arch": arch_label(owner.arch or 0)}
    return Found(Verdict.WRONG_ARCHITECTURE, SURE if is_sure else LIKELY, moments(owner.asks[-1:], good), values)


def chainload_loop(case: Case) -> Found | None:
    """The breaker has stopped it."""
    fault = case.run.fault
    if fault is None or fault[1].code is not FaultCode.CHAINLOAD_LOOP:
        return None
    return Found(Verdict.CHAINLOAD_LOOP, SURE, moments(case.run.brought.values(), fault[0]), fault=fault[1])


def grub_without_config(case: Case) -> Found | None:
    """GRUB runs and asks nobody here: it asks the server that the site's lease names, or has none."""
    run = case.run
    if not case.misses(Awaited.LOADER) or not is_signed_grub(run.last_file) or run.lease_server is None:
        return None
    giver = _giver(case, run)
    own = run.next_server or "this laptop"
    evidence = moments(run.lease, run.last_good)
    if giver is None or giver.next_server in case.serving.own:
        return None
    if giver.next_server == NO_ADDRESS:
        return Found(Verdict.GRUB_NO_SERVER, LIKELY, evidence, {"server": giver.server, "own": own})
    values = {"server": giver.next_server, "own": own}
    return Found(Verdict.GRUB_ASKS_SITE_SERVER, LIKELY, evidence, values)


def secure_boot_refused(case: Case) -> Found | None:
    """The program came whole, fits the computer, and was not started."""
    run = case.run
    asked = [moment for moment, event in run.missing if is_mok_manager(event.file)]
    asked += [moment for name, moment in run.brought.items() if is_mok_manager(name)]
    programs = [name for name in run.brought if is_efi_name(name) and not is_mok_manager(name)]
    if asked and programs and not run.has_asked_after(asked[-1]) and case.now_s - asked[-1].time_s >= 5.0:
        evidence = moments(run.brought[programs[-1]], asked)
        return Found(Verdict.SECURE_BOOT_REFUSED, LIKELY, evidence, {"file": programs[-1]})
    stuck = _stuck_program(case)
    if stuck is None:
        return None
    owner, good, back = stuck
    if owner.software is Software.IPXE or owner.arch is None or plain_arch(owner.arch) not in _UEFI:
        return None
    if not is_efi_name(owner.last_file):
        return None
    head = read_head(case.serving.head_of(owner.last_file))
    # A signed program that is silent may run and find no card: only that the firmware is back speaks against it.
    if back is None and (head is None or head.is_signed is not False):
        return None
    return Found(Verdict.SECURE_BOOT_REFUSED, LIKELY, moments(good, back), {"file": owner.last_file})


def duplicate_mac(case: Case) -> Found | None:
    """Two machines take turns with one address."""
    turns: list[tuple[str, Moment]] = []
    for machine, moment in case.trail.machines:
        if not turns or turns[-1][0] != machine:
            turns.append((machine, moment))
    for first, second, third in zip(turns, turns[1:], turns[2:], strict=False):
        if first[0] == third[0] and third[1].time_s - second[1].time_s < _TOGETHER_S:
            return Found(Verdict.DUPLICATE_MAC, SURE, moments(first[1], second[1], third[1]))
    return None


def fog_chain_broken(case: Case) -> Found | None:
    """FOG's iPXE runs, and its script or its server does not answer."""
    trail, run = case.trail, case.run
    values = {"server": case.serving.fog_server}
    if case.serving.fog is FogMode.RELAY and FogLight.SCRIPT in trail.lights and FogLight.SERVER not in trail.lights:
        if not case.misses(Awaited.FOG):
            return None
        confidence = SURE if len(trail.scripts) >= 2 else LIKELY
        return Found(Verdict.FOG_CHAIN_BROKEN, confidence, moments(trail.scripts), {**values, "file": "boot.php"})
    if case.serving.fog is not FogMode.POINT or run.software is not Software.IPXE or trail.lights:
        return None
    rounds = [each for each in trail.runs if each.software is Software.IPXE and each.asks]
    asks = [moment for each in rounds for moment in each.asks[:1]]
    if len(rounds) < _FOG_ROUNDS:
        return None
    return Found(Verdict.FOG_CHAIN_BROKEN, LIKELY, moments(asks), {**values, "file": "default.ipxe"})


def left_for_disk(case: Case) -> Found | None:
    """Its own system has started, and it loaded nothing: it did not want to, or gave up."""
    trail, run = case.trail, case.run
    if trail.system is None or trail.lights or trail.menu is not None or trail.left_alone is not None:
        return None
    if any(each.brought or each.loading for each in trail.runs) or run.offer is None or run.taken is not None:
        return None
    if run.shape is OfferShape.MENU:
        entries = case.serving.pxe_menu.entries_for(run.arch or 0)
        if any(each.action is not PxeAction.FILE for each in entries):
            return None  # As it was asked to, maybe.
    return Found(LEFT_FOR_DISK, LIKELY, moments(run.offer, trail.system), {"file": run.file}, needs_you=False)


def _stuck_program(case: Case) -> tuple[Run, Moment, Moment | None] | None:
    """The run whose boot program did nothing, when that was whole, and when the firmware was back; None for neither.

    Firmware that is back tells it at once; else the program had its time.
    """
    run, before = case.run, case.trail.before
    if case.misses(Awaited.LOADER) and run.last_good is not None:
        return run, run.last_good, None
    if before is None or before.last_good is None or not run.asks or len(case.trail.runs) > 1 or run.has_come:
        return None
    good, back = before.last_good, run.asks[0]
    if back.time_s - good.time_s > _BACK_WITHIN_S or before.has_asked_after(good) or not is_loader(before.last_file):
        return None
    return before, good, back


def _giver(case: Case, run: Run) -> SiteServer | None:
    """What is known of the server that its address is from."""
    servers = [each for each in case.serving.site() if each.interface == run.interface and each.gives_addresses]
    return next((each for each in servers if each.server == run.lease_server), None)
