"""Rules about loaders that run and do not find their way: GRUB, FOG's iPXE; and two computers with one address."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.facts import DhcpFact
from fogportable.diagnosis.names import is_asked_by_grub, is_of_fog, is_shim, is_signed_grub, text_of
from fogportable.diagnosis.rules.finding import (
    LIKELY,
    Finding,
    fetched,
    offered,
    ordered,
    shown,
    sure_if,
    wanted,
)
from fogportable.diagnosis.runs import BOOTERS, Run, Software
from fogportable.diagnosis.transfers import Transfer, TransferState
from fogportable.diagnosis.verdicts import Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.dhcp import DhcpPacket, OptionCode

_GRUB_BLOCK = ("blksize", "1024")
#: Two machines that ask within this time (s) of each other are on at the same time.
_TOGETHER_S = 60.0


def grub_asks_site_server(case: Case) -> Finding | None:
    """GRUB asks the machine that its lease names, not the one that it came from."""
    run, lease = case.run, case.run.lease
    programs = {each.server[0] for run in case.chain for each in run.brought}
    if not programs or not _has_loader(case):
        return None
    failed = [
        each for each in (*case.failing, *case.failing_probes) if _is_grubs(each) and each.server[0] not in programs
    ]
    site = set() if lease is None else {lease.offer.server, lease.offer.next_server} - {NO_ADDRESS}
    if not failed:
        return _grub_looks_for_it(case, site - programs)
    failed.sort(key=lambda each: each.begin.frame)
    server = failed[0].server[0]
    rejected = shown(failed[0].unreachable, say("{server} has no TFTP server", server=server))
    evidence = ordered(offered(run.acks[:1]), *(wanted(each) for each in failed[:3]), rejected)
    values = {"server": server, "file": text_of(failed[0].name), "own": min(programs)}
    return Finding(Verdict.GRUB_ASKS_SITE_SERVER, sure_if(server in site), evidence, values)


def _grub_looks_for_it(case: Case, site: set[IPv4Address]) -> Finding | None:
    """The machine of the lease is not there at all: GRUB's ARP requests are all that is seen."""
    last = case.last_program
    if last is None or case.asked_after(last.end) or not is_signed_grub(text_of(last.name)):
        return None
    looks = [each for each in case.run.arps if each.target in site and each.frame > last.end.frame]
    if len(looks) < 2 or looks[0].target in case.run.arp_answered:
        return None
    values = {"server": looks[0].target, "file": "grub.cfg", "own": last.server[0]}
    evidence = ordered(
        wanted(last), shown(looks, say("looks for {target}, and nobody answers", target=looks[0].target))
    )
    return Finding(Verdict.GRUB_ASKS_SITE_SERVER, LIKELY, evidence, values)


def grub_no_server(case: Case) -> Finding | None:
    """GRUB was loaded, its lease names no server, and it asks nobody."""
    last, lease = case.last_program, case.run.lease
    if last is None or lease is None or not is_signed_grub(text_of(last.name)) or case.failing:
        return None
    if case.asked_after(last.end) or lease.offer.next_server != NO_ADDRESS or last not in case.run.transfers:
        return None
    nobody = Evidence(
        lease.frame, say("the lease of {server} names no server (siaddr is 0.0.0.0)", server=lease.offer.server)
    )
    values = {"server": lease.offer.server, "own": last.server[0]}
    return Finding(Verdict.GRUB_NO_SERVER, LIKELY, ordered([nobody], wanted(last)), values)


def fog_chain_broken(case: Case) -> Finding | None:
    """FOG's iPXE runs, and its script or its server does not answer."""
    failed = [each for each in case.failing if is_of_fog(text_of(each.name))]
    if failed and failed[-1] is case.failing[-1]:
        last = failed[-1]
        if last.state is TransferState.UNANSWERED and len(last.requests) < 2 and not case.has_waited:
            return None
        said = (
            []
            if last.error_at is None
            else [Evidence(last.error_at.frame, say("{server} refuses it", server=last.server[0]))]
        )
        rejected = shown(last.unreachable, say("{server} has no TFTP server", server=last.server[0]))
        is_sure = last.state in (TransferState.REFUSED, TransferState.UNREACHABLE) or len(last.requests) >= 3
        values = {"server": last.server[0], "file": text_of(last.name)}
        return Finding(Verdict.FOG_CHAIN_BROKEN, sure_if(is_sure), ordered(wanted(last), said, rejected), values)
    is_fogs = any(is_of_fog(text_of(each.name)) for each in case.brought()) or any(
        is_of_fog(each.target) for each in case.run.fetches
    )
    if is_fogs and not case.failing_fetches:
        return _fog_server_absent(case)
    if not is_fogs:
        return None
    fetch = case.failing_fetches[-1]
    is_refused = fetch.is_reset or bool(fetch.unreachable) or fetch.status is not None
    if not is_refused and len(fetch.opens) < 2 and not case.has_waited:
        return None
    said = (
        []
        if fetch.answered_at is None
        else [Evidence(fetch.answered_at.frame, say("answered with {status}", status=fetch.status))]
    )
    reset = (
        [Evidence(fetch.end.frame, say("{server} refuses the connection", server=fetch.server[0]))]
        if fetch.is_reset
        else []
    )
    opens = shown(fetch.opens, say("opens a connection to {server}", server=fetch.server[0]))
    values = {"server": fetch.server[0], "file": fetch.target or "boot.php"}
    return Finding(Verdict.FOG_CHAIN_BROKEN, sure_if(is_refused), ordered(opens, fetched(fetch), said, reset), values)


def _fog_server_absent(case: Case) -> Finding | None:
    """The script names a machine that is not there: all that is seen is the search for its hardware address."""
    brought = list(case.brought())
    if not brought or case.run.good_fetches or not is_of_fog(text_of(brought[-1].name)):
        return None
    looks = [each for each in case.run.arps if each.frame > brought[-1].end.frame]
    absent = [each for each in looks if each.target not in case.run.arp_answered]
    if len(absent) < 2 or case.asked_after(brought[-1].end):
        return None
    server = absent[-1].target
    values = {"server": server, "file": "boot.php"}
    evidence = ordered(wanted(brought[-1]), shown(absent, say("looks for {server}, and nobody answers", server=server)))
    return Finding(Verdict.FOG_CHAIN_BROKEN, sure_if(len(absent) >= 3), evidence, values)


def duplicate_mac(case: Case) -> Finding | None:
    """Two computers with one hardware address, on at the same time: their requests go through one another."""
    # Firmware and iPXE of one machine may name it differently, so each is compared with its like.
    for kinds in ((Software.IPXE,), tuple(BOOTERS - {Software.IPXE})):
        requests = [each for run in case.client.runs if run.software in kinds for each in _leasing(run)]
        found = _two_machines(sorted(requests, key=lambda each: each.frame))
        if found is not None:
            return found
    return None


def _two_machines(requests: list[DhcpFact]) -> Finding | None:
    named = [(each, name) for each in requests if (name := machine_of(each.packet)) is not None]
    proven = _alternating(named, least=1)
    # Each machine keeps its number of the conversation while it asks; one alone never goes back to an earlier one.
    numbered = [(each, f"{each.packet.xid:08x}") for each in requests if each.packet.xid]
    found = proven or _alternating(numbered, least=2)
    if not found:
        return None
    kind = say("the machine") if proven else say("the conversation")
    shown_turns = [Evidence(each.frame, say("asks as {kind} {name}", kind=kind, name=name)) for each, name in found[:4]]
    return Finding(Verdict.DUPLICATE_MAC, sure_if(bool(proven)), ordered(shown_turns))


def _leasing(run: Run) -> list[DhcpFact]:
    return [*run.discovers, *run.selects]


def _alternating(named: list[tuple[DhcpFact, str]], *, least: int) -> list[tuple[DhcpFact, str]]:
    """Requests in which two names take turns: A, B, and A again soon. Empty with less than `least` returns."""
    turns = [pair for number, pair in enumerate(named) if number == 0 or pair[1] != named[number - 1][1]]
    returns = [
        number
        for number in range(2, len(turns))
        if turns[number][1] == turns[number - 2][1]
        and turns[number][0].time_s - turns[number - 1][0].time_s < _TOGETHER_S
    ]
    return turns[returns[0] - 2 :] if len(returns) >= least else []


def machine_of(packet: DhcpPacket) -> str | None:
    """The machine's number (option 97) in a form that is the same in both orders of octets; None without one."""
    option = packet.options.get(OptionCode.CLIENT_MACHINE_ID, b"")
    number = option[1:]
    if len(option) != 17 or len(set(number)) == 1:
        return None
    swapped = number[3::-1] + number[5:3:-1] + number[7:5:-1] + number[8:]
    return min(number.hex(), swapped.hex())


def _has_loader(case: Case) -> bool:
    """GRUB, or a shim that brings one, was loaded, or something that may be either."""
    names = [text_of(each.name) for each in case.brought()]
    return any(is_signed_grub(each) or is_shim(each) or each.lower().endswith((".efi", ".0", ".img")) for each in names)


def _is_grubs(transfer: Transfer) -> bool:
    return is_asked_by_grub(text_of(transfer.name)) or (
        _GRUB_BLOCK in transfer.request.options and text_of(transfer.name).startswith("/")
    )
