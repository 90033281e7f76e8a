"""When nothing is wrong: whether it booted, left for its own disk as asked, or has to stay open."""

from __future__ import annotations

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.heads import names_more
from fogportable.diagnosis.names import is_loader, is_optional, is_script, is_signed_grub, path_of, text_of
from fogportable.diagnosis.rules.finding import LIKELY, Finding, fetched, ordered, shown, sure_if, wanted
from fogportable.diagnosis.rules.offers import chosen_local_disk
from fogportable.diagnosis.runs import Software
from fogportable.diagnosis.transfers import Transfer, TransferState
from fogportable.diagnosis.verdicts import Confidence, Evidence, Verdict
from fogportable.language import say

#: A transfer that was under way this long (s) before the end of the capture has stopped.
_FORGOTTEN_S = 30.0


def good_outcome(case: Case) -> Finding | None:
    """It booted, or left for its disk; None when neither is seen."""
    brought, fetches = list(case.brought()), case.run.good_fetches
    if case.systems and (brought or fetches):
        system = shown([case.systems[0].begin], say("an operating system asks for an address"))
        steps = ordered(*(wanted(each) for each in brought[-2:]), system)
        has_stages = len({each.name for each in brought}) > 1 or bool(fetches)
        return _ok(sure_if(has_stages), steps, say("a system runs after its boot file was loaded"))
    disk = chosen_local_disk(case)
    if disk is not None and not brought:
        reason = say("a menu was offered with the local disk in it, and it asked for nothing else")
        return _ok(sure_if(bool(case.systems)), (disk,), reason)
    if not case.run.has_brought or _has_stopped(case):
        return None
    files = [each for each in case.run.brought if not is_optional(text_of(each.name))] or case.run.brought
    steps = ordered(*(wanted(each) for each in files[-3:]), *(fetched(each) for each in fetches[-3:]))
    return _ok(sure_if(_is_proven(case)), steps, _reason(case, files))


def booted_by_ipv6(case: Case) -> Finding | None:
    """IPv4 brought nothing, and then a file came by IPv6, of which no more is looked at."""
    loaded, asked = case.loaded_by_ipv6, case.asked_by_ipv6
    if loaded is None or asked is None or case.run.has_brought:
        return None
    steps = ordered(
        shown([asked], say("asks for a file by IPv6")), shown([loaded], say("the file comes by IPv6, block by block"))
    )
    return Finding(Verdict.OK, LIKELY, steps, {"reason": say("its file came by IPv6")})


def what_is_open(case: Case) -> Finding:
    """Why nothing is said."""
    run = case.run
    if run.unreadable and not run.discovers:
        reason = say("the capture holds only the beginnings of its packets")
    elif run.naks and not run.acks:
        reason = say("the DHCP server takes its offer back (NAK)")
    elif not run.has_lease and not run.offers:
        reason = say("it has only just asked when the capture ends")
    elif run.has_followed and run.unknown_name is not None:
        reason = say("it looks up {name}, and DNS does not tell its address", name=run.unknown_name)
    elif not run.has_followed:
        reason = say("it had its offers when the capture ends")
    elif case.failing or case.failing_fetches:
        reason = say("a file did not come, for no reason that is seen")
    elif run.has_brought:
        reason = say("what was loaded was not seen to do anything")
    else:
        reason = say("the capture ends in the middle")
    end = [Evidence(run.last.frame, say("the last sign of it"))] if run.last.frame else []
    return Finding(Verdict.UNKNOWN, LIKELY, tuple(end), {"reason": reason})


def _ok(confidence: Confidence, evidence: tuple[Evidence, ...], reason: str) -> Finding:
    return Finding(Verdict.OK, confidence, evidence, {"reason": reason})


def _has_stopped(case: Case) -> bool:
    """Something after the last good file failed, or a loader that must go on did not."""
    if case.failing or case.failing_fetches:
        return True
    last = case.run.brought[-1] if case.run.brought else None
    if last is None or case.run.good_fetches:
        return False
    if last.state is TransferState.STALLED or _is_waiting(case, last):
        return True
    if last.state is TransferState.MOVING and case.quiet_s > _FORGOTTEN_S:
        return True
    came_back = case.returned is not None and is_loader(text_of(last.name)) and not case.asked_after(last.end)
    return came_back and case.is_last


def _is_waiting(case: Case, last: Transfer) -> bool:
    """GRUB of a distribution must ask for its configuration."""
    return is_signed_grub(text_of(last.name)) and not case.asked_after(last.end) and case.quiet_s > 20.0


def _is_proven(case: Case) -> bool:
    """More than one stage ran: a script or a kernel was loaded by what was loaded before."""
    run = case.run
    fetched_names = {path_of(each.target) for each in run.good_fetches}
    if _waits_for_more(case):
        return False
    if run.software is Software.IPXE:
        names = [*(text_of(each.name) for each in run.brought), *fetched_names]
        return any(not is_loader(each) and not is_optional(each) for each in names)
    names = [*{text_of(each.name) for each in case.brought()}, *fetched_names]
    return len(names) > 1 or any(map(is_script, names))


def _waits_for_more(case: Case) -> bool:
    """What came last must go on by the network: a script that names files, a piece of FOG's, GRUB of a distribution."""
    run = case.run
    came = [(each.end.frame, text_of(each.name), each.head) for each in run.brought]
    came += [(each.end.frame, each.target, each.head) for each in run.good_fetches]
    if not came or case.systems:
        return False
    frame, name, head = max(came)
    asked = [*(each.begin.frame for each in run.transfers), *(each.begin.frame for each in run.fetches)]
    must_go_on = names_more(head) or is_signed_grub(name) or path_of(name).endswith("default.ipxe")
    return must_go_on and all(each < frame for each in asked)


def _reason(case: Case, files: list[Transfer]) -> str:
    fetches = case.run.good_fetches
    if fetches:
        return say("{target} came by HTTP", target=fetches[-1].target[:80])
    if not files:
        return "files came"
    last = files[-1]
    name = text_of(last.name)
    return (
        say("{name} came whole", name=name)
        if last.state is TransferState.DONE
        else say("{name} was on its way", name=name)
    )
