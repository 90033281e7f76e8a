"""Rules about offers: which one won, and why none could be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv4Address

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.names import path_of, text_of
from fogportable.diagnosis.rules.finding import LIKELY, SURE, Finding, asked, fetched, offered, ordered, sure_if, wanted
from fogportable.diagnosis.rules.unusable import listed_servers, menu_types, why_unusable
from fogportable.diagnosis.runs import BOOTERS, BootAsk, Reply, Run, Software, distinct, rounds
from fogportable.diagnosis.verdicts import Evidence, Verdict
from fogportable.language import decimal, say
from fogportable.protocol.address import NO_ADDRESS
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.pxe import OfferClass
from fogportable.protocol.pxe.vendor_options import VendorOption


def site_boot_file_wins(case: Case) -> Finding | None:
    """The DHCP server's own file was taken before a proxy's, and did not boot."""
    run, lease = case.run, case.run.lease
    if lease is None or not run.proxy_offers or not lease.offer.ipxe_file:
        return None
    site = {lease.offer.server, lease.offer.next_server, lease.fact.source[0]} - {NO_ADDRESS}
    if any(each.offer.server in site for each in run.proxy_offers):
        return None
    name = path_of(text_of(lease.offer.ipxe_file))
    proxied = {path_of(text_of(each.offer.ipxe_file)) for each in run.proxy_offers}
    failed = [each for each in case.failing if path_of(text_of(each.name)) == name and each.server[0] in site]
    fetches = [each for each in case.failing_fetches if path_of(each.target) == name]
    if name in proxied:
        return None
    if not failed and not fetches:
        return _site_server_absent(case, lease)
    steps = [*(wanted(failed[0]) if failed else fetched(fetches[0]))]
    evidence = ordered(offered(run.lease_offers or [lease]), offered(run.proxy_offers), steps)
    values = {"server": lease.offer.server, "file": text_of(lease.offer.ipxe_file)}
    return Finding(Verdict.SITE_BOOT_FILE_WINS, SURE, evidence, values)


def _site_server_absent(case: Case, lease: Reply) -> Finding | None:
    """iPXE follows the site's answer to a machine that is not there: all that is seen is the search for it."""
    run, server = case.run, lease.offer.next_server
    if run.software is not Software.IPXE or run.has_followed:
        return None
    if any(server in (each.offer.server, each.offer.next_server) for each in run.proxy_offers):
        return None
    looks = [each for each in run.arps if each.target == server and each.frame > lease.frame]
    if len(looks) < 2 or server in run.arp_answered:
        return None
    absent = [Evidence(each.frame, say("looks for {server}, and nobody answers", server=server)) for each in looks[:4]]
    evidence = ordered(offered(run.lease_offers or [lease]), offered(run.proxy_offers), absent)
    values = {"server": lease.offer.server, "file": text_of(lease.offer.ipxe_file)}
    return Finding(Verdict.SITE_BOOT_FILE_WINS, sure_if(len(looks) >= 3), evidence, values)


def class_without_option_43(case: Case) -> Finding | None:
    """The DHCP server says PXEClient and no more, so it is asked on port 4011 and does not answer."""
    run = case.run
    said = [
        each
        for each in (*run.lease_offers, *run.acks)
        if each.offer.gives_address and each.offer.offer_class is OfferClass.DHCP_BINL
    ]
    if not said or run.transfers or run.fetches:
        return None
    site = {address for each in said for address in (each.offer.boot_server, each.offer.server)}
    failed = [ask for ask in run.asks if ask.item is None and not ask.answers and ask.server in site]
    answered = [ask for ask in run.asks if ask.answers]
    if answered or (run.asks and not failed) or (not failed and not case.has_waited and rounds(run.discovers) < 3):
        return None
    is_sure = any(rounds(ask.requests) >= 2 or ask.unreachable for ask in failed)
    if failed and not is_sure and not case.has_waited:
        return None
    evidence = ordered(offered(said), *(asks_of(ask) for ask in failed))
    # UEFI asks the next server, iPXE the server itself.
    asked_one = failed[-1].server if failed else said[0].offer.boot_server
    values = {"server": said[0].offer.server, "boot_server": asked_one}
    return Finding(Verdict.CLASS_WITHOUT_OPTION_43, sure_if(is_sure), evidence, values)


def offer_incomplete(case: Case) -> Finding | None:
    """Whoever offers boot does it in a way that this software cannot use."""
    run = case.run
    if run.software not in BOOTERS or run.transfers or run.fetches:
        return None
    return _unusable_ack(case) or _unusable_offers(case)


def _unusable_ack(case: Case) -> Finding | None:
    run = case.run
    # A menu entry that is not answered properly is a discovery in vain, another rule's.
    for ask in [each for each in reversed(run.asks) if each.item is None]:
        for answer in ask.answers:
            reason = why_unusable(answer, run, is_ack=True)
            if reason is None:
                return None
            is_sure = case.has_waited or rounds(ask.requests) >= 2
            evidence = ordered(
                asks_of(ask),
                [
                    Evidence(
                        answer.frame, say("{server} answers, but {reason}", server=answer.offer.server, reason=reason)
                    )
                ],
            )
            values = {"server": answer.offer.server, "reason": reason}
            return Finding(Verdict.OFFER_INCOMPLETE, sure_if(is_sure), evidence, values)
    return None


def _unusable_offers(case: Case) -> Finding | None:
    run = case.run
    offers = case.boot_offers
    if run.software is Software.HTTP_FIRMWARE:
        offers = [each for each in offers if each.offer.address == NO_ADDRESS or each.offer.says_pxe]
    if not offers or run.asks:
        return None
    reasons = [(each, why_unusable(each, run)) for each in offers]
    if any(reason is None for _, reason in reasons) or not _is_decided(case):
        return None
    first, reason = reasons[0]
    is_sure = rounds(run.discovers) >= 2 or case.has_waited
    told = [
        Evidence(each.frame, say("{server} offers boot, but {why}", server=each.offer.server, why=why))
        for each, why in reasons[:4]
    ]
    evidence = ordered(asked(run), told)
    return Finding(
        Verdict.OFFER_INCOMPLETE, sure_if(is_sure), evidence, {"server": first.offer.server, "reason": str(reason)}
    )


def offer_ignored(case: Case) -> Finding | None:
    """What was offered can be used and came in time, and the client did not take it."""
    run = case.run
    usable = [each for each in case.boot_offers if why_unusable(each, run) is None and not _lacks_uri(each, run)]
    if run.software not in BOOTERS or run.has_followed or not usable or not (run.lease_offers or run.acks) or run.naks:
        return None
    if chosen_local_disk(case) is not None or _is_late(case, usable) or case.room.spanning.blocked is not None:
        return None
    # What it looks for the hardware address of, it has chosen, whether or not the rest can be seen from here.
    boot_servers = {address for each in usable for address in (each.offer.server, each.offer.next_server)}
    boot_servers |= {address for each in usable for address in _listed_servers(each)}
    if any(each.target in boot_servers | run.routers and each.frame > usable[0].frame for each in run.arps):
        return None
    seen_s = max(min(each.time_s for each in usable), min((each.time_s for each in run.lease_offers), default=0.0))
    again = [each for each in distinct(run.discovers) if each.time_s > seen_s + 1.0]
    took_lease = bool(run.selects or run.acks)
    if _waits_for_name(usable, run) or (not run.acks and rounds(run.selects) > 1):
        return None
    if took_lease:
        # A prompt may hold the screen, and iPXE looks for IPv6, before anything is asked.
        went_on = case.returned is not None or bool(case.systems)
        if not went_on and case.quiet_s < case.patience_s + _prompt_s(usable):
            return None
    elif not again or (run.software is Software.IPXE and not case.has_waited):
        # iPXE asks twice before it takes an offer, to hear every boot server.
        return None
    is_sure = len(again) >= 2 and not took_lease
    evidence = ordered(offered(usable), offered(run.lease_offers), asked(run))
    values = {"server": usable[0].offer.server}
    return Finding(Verdict.OFFER_IGNORED, sure_if(is_sure), evidence, values)


def offer_too_late(case: Case) -> Finding | None:
    """The boot server answered when the client had already chosen."""
    run = case.run
    usable = [each for each in run.proxy_offers if why_unusable(each, run) is None]
    if run.software not in BOOTERS or run.has_followed or not usable or not _is_late(case, usable):
        return None
    first = min(usable, key=lambda each: each.time_s)
    began_s = max(each.time_s for each in run.discovers if each.time_s <= first.time_s) if run.discovers else 0.0
    chosen = Evidence(run.selects[0].frame, say("the client has chosen, and asks for the address"))
    text = say(
        "{server} offers boot {time_s} s after it was asked",
        server=first.offer.server,
        time_s=decimal(first.time_s - began_s),
    )
    evidence = ordered(asked(run), [chosen, Evidence(first.frame, text)])
    values = {"server": first.offer.server, "seconds": f"{first.time_s - began_s:.1f}"}
    return Finding(Verdict.OFFER_TOO_LATE, SURE if run.acks else LIKELY, evidence, values)


def http_no_uri(case: Case) -> Finding | None:
    """HTTP Boot was answered without an address of a file."""
    run = case.run
    if run.software is not Software.HTTP_FIRMWARE or run.fetches:
        return None
    answers = [each for each in (*run.offers, *run.acks) if each.offer.vendor_class.startswith(b"HTTPClient")]
    if not answers or any(not _lacks_uri(each, run) for each in answers):
        return None
    times = rounds(run.discovers)
    if times < 2 and not case.has_waited and not run.acks:
        return None
    evidence = ordered(asked(run), offered(answers))
    return Finding(
        Verdict.HTTP_NO_URI, sure_if(times >= 2 or case.has_waited), evidence, {"server": answers[0].offer.server}
    )


def chosen_local_disk(case: Case) -> Evidence | None:
    """Where a menu let the client leave for its disk, and it asked nobody since. None when that did not happen."""
    run = case.run
    if run.transfers or run.fetches or any(ask.item is not None for ask in run.asks):
        return None
    for reply in (*reversed(run.boot_server_answers), *reversed(case.boot_offers)):
        options = reply.offer.vendor_options or {}
        menu = options.get(VendorOption.BOOT_MENU, b"")
        types = menu_types(menu)
        # That menu is what a Raspberry Pi wants to read; it has no other disk in mind.
        is_real = reply.offer.has_menu and b"Raspberry Pi Boot" not in menu
        is_default = types[:1] == [0] and options.get(VendorOption.MENU_PROMPT, b"\xff")[:1] != b"\xff"
        took_lease = bool(run.selects or run.acks or run.asks)
        if is_real and took_lease and 0 in types and (is_default or case.has_waited):
            return Evidence(
                reply.frame, say("the menu of {server} has the local disk in it", server=reply.offer.server)
            )
    return None


def _listed_servers(reply: Reply) -> Iterable[IPv4Address]:
    """Those of the entries of its menu."""
    return listed_servers((reply.offer.vendor_options or {}).get(VendorOption.BOOT_SERVERS, b""))


def _waits_for_name(usable: list[Reply], run: Run) -> bool:
    """HTTP Boot from a server with a name: it is looked up first, and of that nothing is seen here."""
    hosts = [each.offer.uefi_file.partition(b"://")[2].partition(b"/")[0].partition(b":")[0] for each in usable]
    return run.software is Software.HTTP_FIRMWARE and any(re.search(rb"[A-Za-z]", each) for each in hosts)


def _is_late(case: Case, usable: list[Reply]) -> bool:
    """All usable answers of boot servers came when the client had asked for its address."""
    selects = case.run.selects
    return bool(selects) and all(each.time_s > selects[0].time_s for each in usable)


def _is_decided(case: Case) -> bool:
    run = case.run
    return rounds(run.discovers) >= 2 or case.has_waited or bool(run.selects or run.acks)


def _lacks_uri(reply: Reply, run: Run) -> bool:
    if run.software is not Software.HTTP_FIRMWARE or reply.fact.is_cut:
        return False
    return not reply.offer.uefi_file.lower().startswith((b"http://", b"https://"))


def _prompt_s(usable: list[Reply]) -> int:
    """How long a prompt stands; a minute for one that waits for a key."""
    prompts = [(each.offer.vendor_options or {}).get(VendorOption.MENU_PROMPT, b"")[:1] for each in usable]
    waits = [min(each[0], 60) for each in prompts if each]
    return max(waits, default=0)


def asks_of(ask: BootAsk) -> list[Evidence]:
    """Its requests."""
    text = say("asks {server} on port {port} for its boot file", server=ask.server, port=ask.port)
    return [Evidence(each.frame, text) for each in ask.requests[:4]]


def file_size_misleads(case: Case) -> Finding | None:
    """Option 13 names a size that firmware trusts more than the file."""
    run = case.run
    replies = [*run.boot_server_answers, *run.proxy_offers]
    sized = [each for each in replies if OptionCode.BOOT_FILE_SIZE in each.fact.packet.options]
    aborted = [each for each in run.transfers if each.is_error_from_client and each.error and each.error.code == 3]
    if not sized or not aborted or case.asked_after(aborted[-1].end):
        return None
    reason = say("it names a size of the file (option 13) that is not the file's")
    evidence = ordered(
        [Evidence(sized[0].frame, say("{server} answers, but {reason}", server=sized[0].offer.server, reason=reason))],
        wanted(aborted[-1]),
    )
    values = {"server": sized[0].offer.server, "reason": reason}
    return Finding(Verdict.OFFER_INCOMPLETE, LIKELY, evidence, values)
