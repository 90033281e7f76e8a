"""Rules about port 4011 and menu entries that a boot server must answer."""

from __future__ import annotations

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.rules.finding import Finding, offered, ordered, shown, sure_if
from fogportable.diagnosis.rules.unusable import listed_servers
from fogportable.diagnosis.runs import BootAsk, Reply, Run, Software, rounds
from fogportable.diagnosis.verdicts import Confidence, Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe import BootItem
from fogportable.protocol.pxe.vendor_options import VendorOption, boot_item

#: Where boot servers answer from.
_SERVER_PORTS = frozenset({67, 4011})


def no_answer_4011(case: Case) -> Finding | None:
    """The boot server was asked on port 4011 and did not answer, or not where it was asked from."""
    run = case.run
    if run.transfers or run.fetches:
        return None
    asks = [ask for ask in run.asks if ask.item is None]
    if not asks or asks[-1] is not run.asks[-1]:
        return None
    ask = asks[-1]
    heard = [answer for answer in ask.answers if _reaches(answer, ask)]
    times = rounds(ask.requests)
    if heard or case.is_blind or any(each.answers for each in asks[:-1]):
        return None
    if ask.answers:
        if times < 2 and not case.has_waited:
            return None
        is_elsewhere = not any(_is_to_asker(answer, ask) for answer in ask.answers)
        return _finding(ask, sure_if(times >= 2 and is_elsewhere), _misdirected(ask))
    if times < 2 and not ask.unreachable and not case.has_waited:
        return None
    rejected = shown(ask.unreachable, say("{server} says that nothing listens on port 4011", server=ask.server))
    return _finding(ask, sure_if(times >= 3 or bool(ask.unreachable)), rejected)


def discovery_unanswered(case: Case) -> Finding | None:
    """A chosen menu entry has a server that does not answer."""
    run = case.run
    if run.transfers or run.fetches:
        return None
    if not run.asks or run.asks[-1].item is None:
        return _listed_server_absent(case)
    asks = [ask for ask in run.asks if ask.item is not None]
    useful = [answer for ask in asks for answer in ask.answers if _is_for_item(answer, ask.item, run)]
    times = sum(rounds(ask.requests) for ask in asks)
    other = [answer for ask in asks for answer in ask.answers]
    # UEFI takes the DHCP server's plain answer for the boot server's, and gives up.
    is_decided = times >= 2 or case.has_waited or bool(other) or any(ask.unreachable for ask in asks)
    if useful or case.is_blind or not is_decided:
        return None
    text = say("looks for the server of the menu entry that was chosen")
    evidence = ordered(*(shown(ask.requests, text) for ask in asks), offered(other))
    servers = ", ".join(dict.fromkeys(_place(ask) for ask in asks))
    item = asks[-1].item
    values = {"server": servers, "type": item.type if item is not None else 0}
    return Finding(Verdict.DISCOVERY_UNANSWERED, sure_if(times >= 2), evidence, values)


def _listed_server_absent(case: Case) -> Finding | None:
    """The menu lists a server that is not there: all that is seen is the search for its hardware address."""
    run = case.run
    for reply in (*reversed(run.boot_server_answers), *reversed(run.proxy_offers)):
        if not reply.offer.has_menu:
            continue
        listed = listed_servers((reply.offer.vendor_options or {}).get(VendorOption.BOOT_SERVERS, b""))
        looks = [each for each in run.arps if each.target in listed and each.frame > reply.frame]
        absent = [each for each in looks if each.target not in run.arp_answered]
        if len(absent) < 2 or absent != looks:
            return None
        text = say("looks for {target}, which the menu lists, and nobody answers", target=absent[0].target)
        evidence = ordered(offered([reply]), shown(absent, text))
        values = {"server": absent[0].target, "type": listed[absent[0].target]}
        return Finding(Verdict.DISCOVERY_UNANSWERED, sure_if(len(absent) >= 3), evidence, values)
    return None


def _is_for_item(answer: Reply, item: BootItem | None, run: Run) -> bool:
    """A boot server's answer: iPXE wants its own words back, EDK2 takes any that names a file."""
    if boot_item(answer.fact.packet.options.get(OptionCode.VENDOR_OPTIONS, b"")) == item:
        return True
    return run.software is not Software.IPXE and answer.offer.says_pxe and bool(answer.offer.uefi_file)


def _reaches(answer: Reply, ask: BootAsk) -> bool:
    """EDK2 asks from port 4011 and hears nothing on 68; others ask from 68. What a NAT sends from a port of its own
    is not what was asked."""
    return _is_to_asker(answer, ask) and answer.fact.source[1] in _SERVER_PORTS


def _is_to_asker(answer: Reply, ask: BootAsk) -> bool:
    return any(each.source[1] == answer.fact.destination[1] for each in ask.requests)


def _misdirected(ask: BootAsk) -> list[Evidence]:
    port = ask.requests[0].source[1]
    from_elsewhere = [each for each in ask.answers if each.fact.source[1] not in _SERVER_PORTS]
    if from_elsewhere:
        own = from_elsewhere[0].fact.source[1]
        return shown(
            from_elsewhere, say("{server} answers from port {port}, which was not asked", server=ask.server, port=own)
        )
    return shown(
        ask.answers,
        say("{server} answers to another port than {port}, where it was asked from", server=ask.server, port=port),
    )


def _finding(ask: BootAsk, confidence: Confidence, more: list[Evidence]) -> Finding:
    asks = shown(ask.requests, say("asks {server} on port 4011 for its boot file", server=ask.server))
    return Finding(Verdict.NO_ANSWER_4011, confidence, ordered(asks, more), {"server": ask.server})


def _place(ask: BootAsk) -> str:
    return "everybody" if ask.server.packed[3] == 255 else str(ask.server)
