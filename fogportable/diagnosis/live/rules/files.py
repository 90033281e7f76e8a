"""Rules about files on their way."""

from __future__ import annotations

from fogportable.diagnosis.live.case import LIKELY, SURE, Case, Found, moments
from fogportable.diagnosis.live.expected import Awaited
from fogportable.diagnosis.names import is_grub_config, is_mok_manager
from fogportable.diagnosis.verdicts import Verdict
from fogportable.errors import FaultCode
from fogportable.protocol.tftp.transfer import STOPPED_ANSWERING

#: TFTP's block without options; every link carries it.
_PLAIN_BLOCK = 512

#: Firmware asks for its file again after 4 to 6 s: twice by now.
_REPEATS_WITHIN_S = 12.0

_NOT_THERE = frozenset({FaultCode.BOOT_FILE_MISSING, FaultCode.BOOT_FILE_EMPTY, FaultCode.BOOT_FILE_BROKEN})


def tftp_data_blocked(case: Case) -> Found | None:
    """It asks for its file, and none of the answers reaches it."""
    silent, running = case.run.silence, case.unheard
    if silent is None:
        if running is None or running[1] < _REPEATS_WITHIN_S or case.run.has_asked_for_file:
            return None
        # The transfer ends only once its client has given up: a firmware's half a minute is long enough as it is.
        evidence = moments(case.run.offer, case.run.lease)
        return Found(Verdict.TFTP_DATA_BLOCKED, LIKELY, evidence, {"file": running[0], "times": 1})
    tries = [moment for moment, _ in case.run.unheard]
    before = case.trail.before
    if before is not None and before.silence is not None:
        tries = [*(moment for moment, _ in before.unheard), *tries]
    # Once may be a client that was switched off in that moment.
    if len(tries) < 2 and not case.misses(Awaited.ANOTHER_FILE):
        return None
    confidence = SURE if len(tries) >= 2 else LIKELY
    values = {"file": silent[1], "times": len(tries)}
    return Found(Verdict.TFTP_DATA_BLOCKED, confidence, moments(case.run.lease, tries), values)


def file_missing(case: Case) -> Found | None:
    """The file is not in the boot folder, and it did not go on without."""
    run = case.run
    if run.fault is not None and run.fault[1].code in _NOT_THERE:
        return Found(Verdict.FILE_MISSING, SURE, moments(run.fault[0]), fault=run.fault[1])
    absent = run.absence
    if absent is None or not case.misses(Awaited.ANOTHER_FILE):
        return None
    if _is_garbled(absent[1].file) or is_mok_manager(absent[1].file):
        return None
    # GRUB tries many names for its configuration, and a script of one's own may do without.
    is_tried = is_grub_config(absent[1].file) or (case.trail.menu is not None and case.serving.has_own_script)
    return Found(Verdict.FILE_MISSING, LIKELY if is_tried else SURE, moments(absent[0]), {"file": absent[1].file})


def name_garbled(case: Case) -> Found | None:
    """It asks for a name with characters in it that no boot file has."""
    absent = case.run.absence
    if absent is None or not case.misses(Awaited.ANOTHER_FILE) or not _is_garbled(absent[1].file):
        return None
    return Found(Verdict.NAME_GARBLED, SURE, moments(case.run.offer, absent[0]), {"file": absent[1].file})


def name_case(case: Case) -> Found | None:
    """Several files fit the name it asked for when case is not told apart, and what it was given does not run."""
    run = case.run
    if not case.misses(Awaited.LOADER):
        return None
    for moment, event in run.rescued:
        if event.others and event.file == run.last_file:
            values = {"asked": event.asked, "file": event.file, "others": ", ".join(event.others)}
            return Found(Verdict.NAME_CASE, LIKELY, moments(moment, run.last_good), values)
    return None


def fragments_lost(case: Case) -> Found | None:
    """What is small arrives, and the first large block does not."""
    run = case.run
    failed = run.failure
    if failed is None or not failed[1].reason.startswith(STOPPED_ANSWERING) or failed[1].sent_bytes:
        return None
    size = run.block_sizes.get(failed[1].transfer_id, 0)
    if size <= _PLAIN_BLOCK or failed[1].size_bytes < size:
        return None
    return Found(
        Verdict.FRAGMENTS_LOST, LIKELY, moments(run.loading, failed[0]), {"size": size, "file": failed[1].file}
    )


def _is_garbled(file: str) -> bool:
    """Characters as they come out of octets that are no text."""
    return any(not (" " <= each <= "~") for each in file)
