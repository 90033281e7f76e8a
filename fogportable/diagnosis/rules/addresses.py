"""Rules about the address and the first answers: who is there at all."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.diagnosis.case import FALLS_BACK_WITHIN_S, Case
from fogportable.diagnosis.facts import DhcpFact
from fogportable.diagnosis.rules.finding import SURE, Finding, asked, offered, ordered, shown, sure_if
from fogportable.diagnosis.runs import BOOTERS, Reply, Run, Software, rounds
from fogportable.diagnosis.verdicts import Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.address import LIMITED_BROADCAST, NO_ADDRESS
from fogportable.protocol.dhcp import BROADCAST_FLAG, OptionCode

#: Unanswered this often and for this long (s), nobody is there: firmware sends the third after some 12 s.
_SURE_ROUNDS = 3
_LIKELY_SPAN_S = 2.5
#: Longer (s) than spanning tree takes with its usual delays: twice 15.
_SPANNING_S = 35.0
_SHORTEST_DELAY_S = 8.0


def no_dhcp_server(case: Case) -> Finding | None:
    """Nobody gives an address."""
    run = case.run
    if run.software not in BOOTERS or run.has_lease or run.lease_offers or case.room.spanning.blocked is not None:
        return None
    if _is_answered_soon(case):
        return None
    broadcast = [each for each in run.discovers if each.packet.giaddr == NO_ADDRESS]
    times = rounds(broadcast)
    span_s = broadcast[-1].time_s - broadcast[0].time_s if broadcast else 0.0
    if not broadcast or (times < 2 and not case.has_waited) or (times == 2 and span_s < _LIKELY_SPAN_S):
        return None
    if _looks_like_spanning_tree(case):
        return None
    # A unicast answer to somebody else does not reach every place where one can listen.
    would_be_seen = any(each.packet.flags & BROADCAST_FLAG for each in broadcast) or case.room.has_unicast_dhcp
    # While a port opens, requests go unheard one after the other, and the next one may be answered.
    is_patient = case.room.spanning.first is None or case.has_waited
    confidence = sure_if(would_be_seen and case.hears_servers and times >= _SURE_ROUNDS and is_patient)
    evidence = ordered(asked(run), offered(run.proxy_offers))
    return Finding(Verdict.NO_DHCP_SERVER, confidence, evidence, {"times": times})


def no_pxe_answer(case: Case) -> Finding | None:
    """An address, and no word about booting."""
    run = case.run
    has_answers = bool(run.lease_offers or run.acks)
    if run.software not in BOOTERS or not has_answers or run.has_followed or case.boot_offers or case.is_relayed:
        return None
    if _says_boot(run) or not _has_decided(case) or not run.discovers:
        return None
    # iPXE asks twice within a second, and a slow answer may still come; what nobody heard was not answered by anybody.
    first_s = min(each.time_s for each in (*run.lease_offers, *run.acks))
    asked_again = any(each.time_s > first_s + _LIKELY_SPAN_S for each in run.discovers)
    is_sure = case.has_waited or (asked_again and run.software is not Software.IPXE)
    # U-Boot takes the next server of any lease, and has names of its own to ask for.
    is_sure = is_sure and any(_is_of_pxe(each) for each in run.discovers)
    confidence = sure_if(is_sure)
    evidence = ordered(asked(run), offered(run.lease_offers), offered(run.acks[:1]))
    return Finding(Verdict.NO_PXE_ANSWER, confidence, evidence, {"server": _server_of(run)})


def relay_not_served(case: Case) -> Finding | None:
    """Behind a relay, and the boot server does not answer there."""
    run = case.run
    if run.software not in BOOTERS or not case.is_relayed or run.has_followed or _says_boot(run):
        return None
    misdirected = [each for each in case.boot_offers if _misses_relay(each, run)]
    if len(misdirected) != len(case.boot_offers):
        return None
    servers = _silent_servers(run) | {each.offer.server for each in misdirected}
    is_answered = bool(run.lease_offers or run.acks)
    if not _has_decided(case) or (not is_answered and rounds(run.discovers) < 2):
        return None
    relays = {each.packet.giaddr for each in (*run.discovers, *(each.fact for each in run.offers))} - {NO_ADDRESS}
    evidence = ordered(asked(run), offered(run.lease_offers), offered(run.acks[:1]))
    values = {
        "relay": ", ".join(map(str, sorted(relays))) or say("unknown"),
        "server": ", ".join(map(str, sorted(servers))) or say("the boot server"),
    }
    return Finding(Verdict.RELAY_NOT_SERVED, sure_if(bool(servers) and is_answered), evidence, values)


def link_delay(case: Case) -> Finding | None:
    """The port of the switch was not yet open while the computer asked."""
    run, spanning = case.run, case.room.spanning
    if run.software not in BOOTERS or run.has_lease or not run.discovers:
        return None
    unheard = run.discovers
    if spanning.blocked is not None and spanning.blocked.time_s <= unheard[-1].time_s:
        blocked = shown([spanning.blocked], say("the switch says that this port does not forward yet"))
        return Finding(Verdict.LINK_DELAY, SURE, ordered(asked(run), blocked), {"seconds": _seconds(run)})
    if spanning.first is not None and not run.offers and _looks_like_spanning_tree(case):
        told = shown([spanning.first], say("spanning tree runs on this port"))
        return Finding(Verdict.LINK_DELAY, sure_if(False), ordered(asked(run), told), {"seconds": _seconds(run)})
    if spanning.first is not None and run.offers and not case.failing:
        first_s = run.offers[0].time_s
        before = [each for each in unheard if each.time_s < first_s - 1.0]
        if rounds(before) >= 2 and first_s - before[0].time_s >= _SHORTEST_DELAY_S and case.has_waited:
            answer = Evidence(run.offers[0].frame, say("the first answer that it gets"))
            values = {"seconds": round(first_s - before[0].time_s)}
            return Finding(Verdict.LINK_DELAY, sure_if(False), ordered(asked(run), [answer]), values)
    first_seen_s = _secs(run)
    if spanning.first is not None and first_seen_s >= _SHORTEST_DELAY_S and run.software is Software.FIRMWARE:
        text = say(
            "the first request that is seen is {first_seen_s} s old: those before it were not let through",
            first_seen_s=first_seen_s,
        )
        late = [Evidence(unheard[0].frame, text)]
        if case.has_waited:
            return Finding(Verdict.LINK_DELAY, sure_if(False), ordered(asked(run), late), {"seconds": first_seen_s})
    return None


def _looks_like_spanning_tree(case: Case) -> bool:
    """Spanning tree is heard, nobody else but it and the client, and the client gave up before a port opens."""
    spanning, run = case.room.spanning, case.run
    if spanning.first is None or not run.discovers:
        return False
    last_s = run.discovers[-1].time_s
    start_s = min(spanning.first.time_s, run.discovers[0].time_s)
    delay_s = max(_SPANNING_S, 2 * spanning.first.delay_s + 5)
    if last_s - start_s > delay_s:
        return False
    others = [
        mac
        for mac, moment in case.room.heard.items()
        if moment.time_s <= last_s and mac not in (case.client.mac, spanning.first.sender)
    ]
    return not others


def _is_answered_soon(case: Case) -> bool:
    """What the firmware tried next was given an address: there is a server, and the first requests did not reach it."""
    later = [each for each in case.client.runs if each.begin.frame > case.run.begin.frame and each.lease_offers]
    return any(each.begin.time_s - case.run.last.time_s < FALLS_BACK_WITHIN_S for each in later)


def _has_decided(case: Case) -> bool:
    """What was offered is all that there is: it asked again, took an address, or was watched for a while."""
    run = case.run
    if rounds(run.discovers) >= 2 or case.has_waited:
        return True
    return bool(run.selects or run.acks) and run.software is not Software.HTTP_FIRMWARE


def _says_boot(run: Run) -> bool:
    return any(each.offer.ipxe_file or each.offer.says_pxe for each in (*run.acks, *run.lease_offers))


def _silent_servers(run: Run) -> set[IPv4Address]:
    """Whom a relay asked, and who never answered."""
    asked_ones = {each.destination[0] for each in run.discovers if each.packet.giaddr != NO_ADDRESS}
    answered = {each.fact.source[0] for each in (*run.offers, *run.acks)} | {each.offer.server for each in run.offers}
    return {each for each in asked_ones - answered if each != LIMITED_BROADCAST}


def _misses_relay(reply: Reply, run: Run) -> bool:
    """Sent to everybody in the server's own network, and not to the relay that asked."""
    is_asked_by_relay = any(each.packet.giaddr != NO_ADDRESS and each.destination[1] == 67 for each in run.discovers)
    is_relays_own = reply.fact.source[0] == reply.fact.packet.giaddr
    return is_asked_by_relay and reply.fact.destination[0] == LIMITED_BROADCAST and not is_relays_own


def _is_of_pxe(fact: DhcpFact) -> bool:
    return fact.packet.options.get(OptionCode.VENDOR_CLASS, b"").startswith((b"PXEClient", b"HTTPClient"))


def _server_of(run: Run) -> IPv4Address:
    return next(each.offer.server for each in (*run.lease_offers, *run.acks))


def _secs(run: Run) -> int:
    """Seconds since it began, as the first request says: EDK2 counts them, iPXE uses the field otherwise."""
    secs = run.discovers[0].packet.secs
    return secs if secs < 256 else secs >> 8


def _seconds(run: Run) -> int:
    return round(run.discovers[-1].time_s - run.discovers[0].time_s)
