"""Rules about what firmware was given to run: for another machine, itself again, or not trusted."""

from __future__ import annotations

from collections import Counter

from fogportable.diagnosis.case import LOADS_AGAIN_WITHIN_S, Case
from fogportable.diagnosis.heads import read_head
from fogportable.diagnosis.names import (
    archs_by_custom,
    archs_by_name,
    is_efi_name,
    is_loader,
    is_mok_manager,
    is_optional,
    is_shim,
    path_of,
    plain_arch,
    text_of,
)
from fogportable.diagnosis.rules.finding import LIKELY, Finding, fetched, ordered, shown, sure_if, wanted
from fogportable.diagnosis.runs import Run, Software
from fogportable.diagnosis.transfers import Moment, Transfer, TransferState
from fogportable.diagnosis.verdicts import Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.pxe.archs import ClientArch, arch_label

_BIOS = ClientArch.X86_BIOS
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


def wrong_architecture(case: Case) -> Finding | None:
    """A program for another processor, or for the other kind of firmware."""
    program = _loaded_last(case) or _broken_off(case)
    run = case.run
    if program is None and run.software is Software.HTTP_FIRMWARE:
        return _wrong_by_http(case)
    if program is None or run.arch is None or program not in run.transfers or case.asked_after(program.end):
        return None
    arch = plain_arch(run.arch)
    by_head = _mismatch_of_head(program.head, text_of(program.name), arch, run)
    by_name = _mismatch_of_name(program, arch, is_given_up=case.returned is not None)
    is_nothing = case.returned is not None and arch in _UEFI and run.software is Software.FIRMWARE
    by_nature = say("the file is no program for UEFI") if is_nothing and _is_no_program(program.head) else None
    reason = by_head or by_name or by_nature
    if reason is None or (by_head is None and read_head(program.head) is not None):
        return None
    is_sure = by_head is not None or (case.returned is not None and bool(archs_by_name(text_of(program.name))))
    said = [Evidence(program.end.frame, reason)]
    back = shown(
        [] if case.returned is None else [case.returned], say("the firmware goes on to its next way of booting")
    )
    values = {"file": text_of(program.name), "arch": arch_label(run.arch), "reason": reason}
    return Finding(Verdict.WRONG_ARCHITECTURE, sure_if(is_sure), ordered(wanted(program), said, back), values)


def _wrong_by_http(case: Case) -> Finding | None:
    """The same of what UEFI HTTP Boot loaded last, by the program's header."""
    run = case.run
    if run.arch is None or not run.good_fetches or case.failing_fetches:
        return None
    program = run.good_fetches[-1]
    reason = _mismatch_of_head(program.head, program.target, plain_arch(run.arch), run)
    if reason is None or case.asked_after(program.end):
        return None
    values = {"file": program.target, "arch": arch_label(run.arch), "reason": reason}
    evidence = ordered(fetched(program), [Evidence(program.end.frame, reason)])
    return Finding(Verdict.WRONG_ARCHITECTURE, sure_if(True), evidence, values)


def _broken_off(case: Case) -> Transfer | None:
    """A program of which a BIOS agent took as much as it has room for, and then gave up."""
    last = case.run.transfers[-1] if case.run.transfers else None
    if last is None or case.run.arch != _BIOS or last.state is not TransferState.ABORTED:
        return None
    return last if is_loader(text_of(last.name)) and not case.failing else None


def chainload_loop(case: Case) -> Finding | None:
    """iPXE is given iPXE again."""
    loads: Counter[str] = Counter()
    by_firmware: Counter[str] = Counter()
    moments: dict[str, list[Moment]] = {}
    for run in case.chain:
        for name, moment in _programs_of(run):
            (loads if run.software is Software.IPXE else by_firmware)[name] += 1
            moments.setdefault(name, []).append(moment)
    if not loads or not _is_still_looping(case):
        return None
    name, times = loads.most_common(1)[0]
    whole = times + by_firmware[name]
    goes_round = case.run.software is Software.IPXE and case.run.begin.frame > moments[name][-1].frame
    if times < 2 and not (times == 1 and by_firmware[name]):
        return None
    evidence = ordered(shown(moments[name], say("loads {name}, {whole} times in all", name=name, whole=whole)))
    values = {"file": name, "times": whole}
    return Finding(Verdict.CHAINLOAD_LOOP, sure_if(times >= 2 or goes_round), evidence, values)


def secure_boot_refused(case: Case) -> Finding | None:
    """Loaded whole, and not started."""
    manager = [each for run in case.chain for each in run.transfers if is_mok_manager(text_of(each.name))]
    programs = [each for each in case.brought() if is_efi_name(text_of(each.name))]
    if manager and programs and not case.asked_after(manager[-1].end) and not _has_system(case):
        file = [each for each in programs if each.begin.frame < manager[0].begin.frame]
        # Right after shim: a key waits to be enrolled, and nothing was refused.
        if file and not is_shim(text_of(file[-1].name)):
            values = {"file": text_of(file[-1].name)}
            said = wanted(manager[0])
            return Finding(Verdict.SECURE_BOOT_REFUSED, sure_if(True), ordered(wanted(file[-1]), said), values)
    program = _loaded_last(case)
    if program is None or program not in case.run.transfers or case.asked_after(program.end):
        return None
    if case.run.arch is None or plain_arch(case.run.arch) not in _UEFI or not is_efi_name(text_of(program.name)):
        return None
    if case.run.software is not Software.FIRMWARE or case.returned is None:
        return None
    back = [Evidence(case.returned.frame, say("the firmware goes on to its next way of booting at once"))]
    values = {"file": text_of(program.name)}
    # A program that runs, shows something and exits looks the same from here.
    return Finding(Verdict.SECURE_BOOT_REFUSED, LIKELY, ordered(wanted(program), back), values)


def _is_no_program(head: bytes) -> bool:
    """Text, a picture, another format. Zeros are what a capture shows whose contents were taken out."""
    return len(head) >= 64 and not head.startswith(b"MZ") and any(head[:64])


def _loaded_last(case: Case) -> Transfer | None:
    """The program brought last, when nothing failed afterwards."""
    program = case.last_program
    return None if program is None or case.failing or case.failing_fetches else program


def _mismatch_of_head(octets: bytes, name: str, arch: int, run: Run) -> str | None:
    """What its header says against the client; kernels that iPXE loads look like EFI programs and run on a BIOS."""
    head = read_head(octets)
    if head is None:
        return None
    if arch == _BIOS and run.software is Software.IPXE and not is_efi_name(name):
        return None
    if arch == _BIOS or (arch in _UEFI and arch not in head.archs):
        kinds = ", ".join(arch_label(each) for each in sorted(head.archs) if each in _UEFI)
        return say(
            "the file is a program for {kinds}, and this is {arch}",
            kinds=kinds or say("another processor"),
            arch=arch_label(arch),
        )
    return None


def _mismatch_of_name(program: Transfer, arch: int, *, is_given_up: bool) -> str | None:
    """is_given_up: firmware went on without starting it; then also a name that is one of x64 by custom counts."""
    name = text_of(program.name)
    if arch == _BIOS and is_efi_name(name):
        return say("{name} is a program for UEFI, and this is a BIOS", name=name)
    archs = archs_by_name(name) or (archs_by_custom(name) if is_given_up else frozenset())
    if arch in _UEFI and archs and arch not in archs:
        return say(
            "{name} is a program for {arch}, and this is {arch2}",
            name=name,
            arch=arch_label(min(archs)),
            arch2=arch_label(arch),
        )
    return None


def _programs_of(run: Run) -> list[tuple[str, Moment]]:
    """Programs it brought, each once: firmware and iPXE may ask twice."""
    found: dict[str, Moment] = {}
    for transfer in run.brought:
        name = path_of(text_of(transfer.name))
        if is_loader(name):
            found.setdefault(name, transfer.begin)
    for fetch in run.good_fetches:
        name = path_of(fetch.target)
        if is_loader(name) and fetch.method == "GET":
            found.setdefault(name, fetch.begin)
    return list(found.items())


def _is_still_looping(case: Case) -> bool:
    """The last run brought nothing else: no script, no kernel."""
    names = [path_of(text_of(each.name)) for each in case.run.brought]
    names += [path_of(each.target) for each in case.run.good_fetches]
    return all(is_loader(each) or is_optional(each) for each in names) and not _has_system(case)


def _has_system(case: Case) -> bool:
    return bool(case.systems)


def loaded_again(earlier: Case, later: Case) -> bool:
    """Firmware loaded the same program twice in a row, at once: the first one did not run."""
    first, second = earlier.last_program, later.last_program
    if first is None or second is None or first.name != second.name or earlier.systems:
        return False
    if any(each.software is Software.IPXE for each in (*earlier.chain, *later.chain)):
        return False
    ended = first.state in (TransferState.DONE, TransferState.MOVING) and not earlier.asked_after(first.end)
    return ended and later.run.begin.time_s - first.end.time_s < LOADS_AGAIN_WITHIN_S


def refused_again(earlier: Case, later: Case) -> Finding | None:
    """The finding for a program that `loaded_again` says did not run; None when a BIOS is at it."""
    program = later.last_program
    if program is None or later.run.arch is None or plain_arch(later.run.arch) not in _UEFI:
        return None
    first = earlier.last_program
    said = [] if first is None else wanted(first)
    values = {"file": text_of(program.name)}
    return Finding(Verdict.SECURE_BOOT_REFUSED, sure_if(False), ordered(said, wanted(program)), values)
