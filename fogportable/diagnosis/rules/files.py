"""Rules about files on their way: asked for, found, and delivered."""

from __future__ import annotations

from itertools import pairwise

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.facts import ArpFact
from fogportable.diagnosis.names import (
    is_asked_by_grub,
    is_garbled,
    is_grub,
    is_grub_config,
    is_known_loader_in_other_case,
    is_mok_manager,
    is_of_fog,
    path_of,
    text_of,
)
from fogportable.diagnosis.rules.finding import Finding, fetched, offered, ordered, shown, sure_if, wanted
from fogportable.diagnosis.rules.offers import chosen_local_disk
from fogportable.diagnosis.rules.unusable import why_unusable
from fogportable.diagnosis.runs import Reply, Run, Software
from fogportable.diagnosis.transfers import BROUGHT, Transfer, TransferState
from fogportable.diagnosis.verdicts import Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.address import NO_ADDRESS

_NOT_FOUND, _DENIED = 1, 2
_HTTP_NOT_FOUND = 404
_ADMINISTRATIVE = frozenset({9, 10, 13})
_FRAGMENTATION_NEEDED = (3, 4)
_REASSEMBLY_EXCEEDED = (11, 1)
#: A block that a link with a shorter frame than Ethernet's may not carry.
_LARGE_BLOCK = 1024
_ASKS_AGAIN_WITHIN_S = 10.0
_MISSING_WORDS = (
    *("not found", "no such", "does not exist", "cannot open", "can't open", "unable to open", "missing"),
    *("cannot find", "can't find", "could not find"),
)
#: Windows says so, and takes backslashes.
_WORDS_OF_WINDOWS = "the system cannot find"


def tftp_never_asked(case: Case) -> Finding | None:
    """The client knows its boot file, and no request for it came."""
    run = case.run
    if run.transfers or run.fetches or chosen_local_disk(case) is not None:
        return None
    told = told_file(case)
    if told is None:
        return None
    server = told.offer.next_server if told.offer.next_server != NO_ADDRESS else told.offer.server
    looks = [each for each in run.arps if each.target == server and each.frame > told.frame]
    if not looks:
        looks = _looks_for_router(run, told)
    target = looks[0].target if looks else server
    is_unreachable = target not in run.arp_answered and _repeats(looks)
    is_ack = any(told is answer for answer in run.boot_server_answers)
    is_seen = is_ack or server in run.arp_answered
    if not is_unreachable and not (case.has_waited and is_seen):
        return None
    text = (
        say("looks for {target}, and nobody answers", target=target)
        if is_unreachable
        else say("looks for {target}", target=target)
    )
    evidence = ordered(offered([told]), shown(looks, text))
    values = {"server": server, "file": text_of(told.offer.uefi_file)}
    return Finding(Verdict.TFTP_NEVER_ASKED, sure_if(is_unreachable and len(looks) >= 3), evidence, values)


def tftp_data_blocked(case: Case) -> Finding | None:
    """Requests repeat: answers do not come, or do not reach the client."""
    failed = [each for each in case.failing if _is_firmwares(each) and not _lost_large(case, each)]
    blocked = [
        each
        for each in failed
        if each.state in (TransferState.UNANSWERED, TransferState.UNACKNOWLEDGED, TransferState.UNREACHABLE)
        or _is_deaf_server(each)
    ]
    if not blocked or failed[-1] is not blocked[-1] or case.is_blind:
        return None
    last = blocked[-1]
    same = [each for each in blocked if each.name == last.name]
    tries = sum(len(each.requests) for each in same)
    repeats = tries + sum(max(0, len(each.answers) - 1) for each in same)
    if repeats < 2 and not last.unreachable and not case.has_waited:
        return None
    answers = shown(
        (moment for each in same for moment in each.answers),
        say("{server} answers, and is not heard", server=last.server[0]),
    )
    rejected = shown(last.unreachable, say("{server} or a firewall rejects the request", server=last.server[0]))
    is_sure = (tries >= 3 and last.state is not TransferState.UNREACHABLE) or any(
        each.code in _ADMINISTRATIVE for each in last.unreachable
    )
    values = {"server": last.server[0], "file": text_of(last.name)}
    evidence = ordered(*(wanted(each) for each in same[:3]), answers, rejected)
    return Finding(Verdict.TFTP_DATA_BLOCKED, sure_if(is_sure), evidence, values)


def file_missing(case: Case) -> Finding | None:
    """The server does not have the file, and the client did not go on without it."""
    refused = [each for each in case.failing if each.state is TransferState.REFUSED and _is_missing(each)]
    refused = [each for each in refused if not _is_named_wrongly(case, each) and not _of_other_rules(case, each)]
    if refused and refused[-1] is case.failing[-1]:
        last = refused[-1]
        assert last.error is not None
        assert last.error_at is not None
        said = Evidence(
            last.error_at.frame,
            say(
                "{server} answers: {text} ({code})",
                server=last.server[0],
                text=last.error.text or say("error"),
                code=last.error.code,
            ),
        )
        values = {"server": last.server[0], "file": text_of(last.name)}
        # Loaders go on to the next name at once; of the boot file that was offered there is no other.
        is_needed = _is_named(case.run, text_of(last.name)) or (case.has_waited and not _runs_scripts(case))
        is_sure = last.error.code == _NOT_FOUND and is_needed
        # A switch or a telephone loads its settings as a computer loads its boot file.
        has_booted = any(run.software is not Software.SYSTEM for run in case.chain)
        is_sure = is_sure and has_booted and not is_grub_config(text_of(last.name))
        return Finding(Verdict.FILE_MISSING, sure_if(is_sure), ordered(wanted(last), [said]), values)
    absent = [each for each in case.failing_fetches if each.status is not None and 400 <= each.status < 500]
    if not absent or absent[-1] is not case.failing_fetches[-1] or is_of_fog(absent[-1].target):
        return None
    fetch = absent[-1]
    assert fetch.answered_at is not None
    said = Evidence(
        fetch.answered_at.frame,
        say("{server} answers with status {status}", server=fetch.server[0], status=fetch.status),
    )
    values = {"server": fetch.server[0], "file": fetch.target}
    is_needed = _is_named(case.run, fetch.target) or case.run.software is Software.HTTP_FIRMWARE
    is_sure = fetch.status == _HTTP_NOT_FOUND and is_needed
    return Finding(Verdict.FILE_MISSING, sure_if(is_sure), ordered(fetched(fetch), [said]), values)


def name_garbled(case: Case) -> Finding | None:
    """The client asks for a name with octets in it that nobody gave it."""
    failed = [each for each in case.failing if is_garbled(each.name) or _has_rest(case, each.name)]
    if not failed or failed[-1] is not case.failing[-1]:
        return None
    last = failed[-1]
    evidence = ordered(offered(_named(case.run)), wanted(last))
    values = {"server": last.server[0], "file": text_of(last.name)}
    return Finding(Verdict.NAME_GARBLED, sure_if(is_garbled(last.name)), evidence, values)


def name_case(case: Case) -> Finding | None:
    """The file is there under the same letters in another case, or with other separators."""
    failed = [each for each in case.failing if each.state is TransferState.REFUSED and not is_garbled(each.name)]
    if not failed or failed[-1] is not case.failing[-1] or not _is_missing(failed[-1]):
        return None
    last = failed[-1]
    twin = _twin(case, text_of(last.name))
    if twin is None and not _is_of_windows(last) and not is_known_loader_in_other_case(text_of(last.name)):
        return None
    told = [] if twin is None else [Evidence(*twin)]
    values = {"server": last.server[0], "file": text_of(last.name)}
    return Finding(Verdict.NAME_CASE, sure_if(twin is not None), ordered(wanted(last), told), values)


def fragments_lost(case: Case) -> Finding | None:
    """Large blocks are cut up on the way, and pieces are missing."""
    failed = [each for each in case.failing if _lost_large(case, each)]
    if not failed:
        return None
    last = failed[-1]
    pieces = shown(case.run.lost, say("a piece of this datagram never came"))
    codes = [*last.unreachable, *last.refused_by_client]
    told = [each for each in codes if (each.type, each.code) in (_FRAGMENTATION_NEEDED, _REASSEMBLY_EXCEEDED)]
    stalled = [] if last.stalled_at is None else [Evidence(last.stalled_at.frame, say("the same block is sent again"))]
    evidence = ordered(wanted(last), pieces, shown(told, say("a block was too large for the way")), stalled)
    values = {"server": last.server[0], "size": last.block_size}
    return Finding(Verdict.FRAGMENTS_LOST, sure_if(bool(pieces or told)), evidence, values)


def _lost_large(case: Case, transfer: Transfer) -> bool:
    has_told = any(
        (each.type, each.code) in (_FRAGMENTATION_NEEDED, _REASSEMBLY_EXCEEDED)
        for each in (*transfer.unreachable, *transfer.refused_by_client)
    )
    is_waiting = transfer.state in (
        TransferState.STALLED,
        TransferState.UNACKNOWLEDGED,
        TransferState.UNANSWERED,
        TransferState.UNREACHABLE,
    )
    has_lost = any(each.destination == transfer.client[0] for each in case.run.lost)
    if is_waiting and (has_lost or has_told):
        return True
    is_first = transfer.state is TransferState.STALLED and transfer.highest_ack == 0 and transfer.highest_data >= 1
    return is_first and transfer.block_size >= _LARGE_BLOCK


def _is_deaf_server(transfer: Transfer) -> bool:
    """The client acknowledges, the server does not hear it, and both say the same again."""
    is_at_start = transfer.highest_data <= transfer.window and transfer.highest_ack >= transfer.highest_data
    return transfer.state is TransferState.STALLED and is_at_start and not transfer.has_last_block


def _looks_for_router(run: Run, told: Reply) -> list[ArpFact]:
    """The way to a server of another network begins at the router."""
    return [each for each in run.arps if each.target in run.routers and each.frame > told.frame]


def _repeats(looks: list[ArpFact]) -> bool:
    """Asked again soon, so not answered: each stage of a boot asks once for itself."""
    return any(later.time_s - sooner.time_s < _ASKS_AGAIN_WITHIN_S for sooner, later in pairwise(looks))


def told_file(case: Case) -> Reply | None:
    """The answer that names the boot file the client should now ask for."""
    run = case.run
    for answer in reversed(run.boot_server_answers):
        if answer.offer.uefi_file and why_unusable(answer, run, is_ack=True) is None:
            return answer
    if run.asks or not (run.acks or run.selects):
        return None
    usable = [each for each in case.boot_offers if each.offer.uefi_file and why_unusable(each, run) is None]
    looked = {each.target for each in run.arps}
    routed = [each for each in usable if _looks_for_router(run, each)]
    followed = [each for each in usable if {each.offer.next_server, each.offer.server} & looked] or routed
    return followed[-1] if followed else None


def _named(run: Run) -> list[Reply]:
    return [each for each in (*run.boot_server_answers, *run.offers, *run.acks) if each.offer.uefi_file]


def _is_named(run: Run, name: str) -> bool:
    """An offer names it."""
    return path_of(name) in {path_of(text_of(each.offer.uefi_file)) for each in _named(run)}


def _runs_scripts(case: Case) -> bool:
    """iPXE and GRUB run what people write, which may look for a file and do without it."""
    names = [text_of(each.name) for each in case.brought()]
    return case.run.software is Software.IPXE or any(is_grub(each) for each in names)


def _has_rest(case: Case, name: bytes) -> bool:
    """An offered name with something behind it that is no ending of a file."""
    for each in _named(case.run):
        for offered_name in (each.offer.file_field, each.offer.file_option):
            rest = name[len(offered_name) :]
            is_longer = bool(offered_name) and name.startswith(offered_name) and bool(rest)
            if is_longer and rest[:1] != b"." and not rest.isalnum():
                return True
    return False


def _twin(case: Case, name: str) -> tuple[int, str] | None:
    """Frame and words of the same name in another writing, offered or brought to anybody."""
    folded = path_of(name).lower()
    for each in _named(case.run):
        for raw in (each.offer.file_field, each.offer.file_option):
            offered_name = text_of(raw)
            if (
                raw
                and offered_name != name
                and path_of(offered_name).lower() == folded
                and path_of(offered_name) != path_of(name)
            ):
                return each.frame, say(
                    "{server} offers {offered_name}", server=each.offer.server, offered_name=offered_name
                )
    for client in case.room.clients.values():
        for run in client.runs:
            for transfer in run.transfers:
                other = text_of(transfer.name)
                if other != name and path_of(other).lower() == folded and transfer.state in BROUGHT:
                    return transfer.begin.frame, say("{other} is there", other=other)
    return None


def _is_of_windows(transfer: Transfer) -> bool:
    r"""`\Boot\BCD`: loaders of Windows ask with backslashes and capital letters."""
    is_told_by_windows = transfer.error is not None and _WORDS_OF_WINDOWS in transfer.error.text.lower()
    return b"\\" in transfer.name and not is_told_by_windows


def _is_missing(transfer: Transfer) -> bool:
    error = transfer.error
    if error is None:
        return False
    return error.code in (_NOT_FOUND, _DENIED) or any(word in error.text.lower() for word in _MISSING_WORDS)


def _is_named_wrongly(case: Case, transfer: Transfer) -> bool:
    name = text_of(transfer.name)
    if is_garbled(transfer.name) or _has_rest(case, transfer.name) or _is_of_windows(transfer):
        return True
    return _twin(case, name) is not None or is_known_loader_in_other_case(name)


def _of_other_rules(case: Case, transfer: Transfer) -> bool:
    name = text_of(transfer.name)
    if is_of_fog(name) or is_mok_manager(name):
        return True
    programs = {each.server[0] for run in case.chain for each in run.brought}
    return is_asked_by_grub(name) and transfer.server[0] not in programs and bool(programs)


def _is_firmwares(transfer: Transfer) -> bool:
    """Not a loader's own search, for which other rules are there."""
    name = text_of(transfer.name)
    return not is_asked_by_grub(name) and not is_of_fog(name) and not is_garbled(transfer.name)
