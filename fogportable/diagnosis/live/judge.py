"""From a computer's trail to what stands in its way: rules in the order in which causes count."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable

from fogportable.diagnosis.live.case import Case, Found, moments, signs
from fogportable.diagnosis.live.rules import answers, files, programs
from fogportable.diagnosis.verdicts import Verdict
from fogportable.language import say
from fogportable.model import ClientDiagnosis
from fogportable.resources import resources_folder

#: The earliest cause counts.
RULES: tuple[Callable[[Case], Found | None], ...] = (
    programs.duplicate_mac,
    programs.chainload_loop,
    answers.no_dhcp_server,
    answers.taken_by_site,
    answers.offer_too_late,
    answers.no_answer_4011,
    answers.offer_ignored,
    answers.tftp_never_asked,
    files.tftp_data_blocked,
    files.fragments_lost,
    files.file_missing,
    files.name_garbled,
    programs.wrong_architecture,
    files.name_case,
    programs.grub_without_config,
    programs.secure_boot_refused,
    answers.http_no_uri,
    programs.fog_chain_broken,
    programs.left_for_disk,
)

#: A computer that nothing explains is called stuck after this many times its patience.
_UNKNOWN_AFTER = 2.0


def judge(case: Case) -> ClientDiagnosis | None:
    """None while nothing is wrong, or too early to say so."""
    for rule in RULES:
        found = rule(case)
        if found is not None:
            return _said(found)
    return _unknown(case)


def _unknown(case: Case) -> ClientDiagnosis | None:
    """It is stuck, and nothing that was seen says why. Who only asked may have been switched off: that is no riddle."""
    step = case.step
    if step is None or step.step.within_s is None or not (case.run.has_come or case.run.lease is not None):
        return None
    if case.now_s - step.since.time_s < _UNKNOWN_AFTER * step.step.within_s:
        return None
    if case.unheard is not None:
        return None  # It asks for its file at this moment.
    values = {"last": step.since.text, "next": step.step.text}
    return _said(Found(Verdict.UNKNOWN, None, moments(step.since), values, needs_you=False))


def _said(found: Found) -> ClientDiagnosis:
    if found.fault is not None:
        sentence, remedy = found.fault.message, found.fault.remedy
    else:
        name = f"{found.rule}.{found.variant}" if found.variant else str(found.rule)
        entry = _table()[name]
        sentence, remedy = say(entry["sentence"], **found.values), say(entry["remedy"], **found.values)
    confidence = None if found.confidence is None else found.confidence.value
    return ClientDiagnosis(str(found.rule), confidence, sentence, remedy, signs(found.evidence), found.needs_you)


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    with (resources_folder() / "stalls.toml").open("rb") as file:
        return tomllib.load(file)
