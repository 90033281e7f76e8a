"""What is odd beside the verdict: a second boot server, a file of the site, an attempt that failed before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.names import text_of
from fogportable.diagnosis.rules.finding import Finding
from fogportable.diagnosis.rules.unusable import why_unusable
from fogportable.diagnosis.runs import Software, rounds
from fogportable.diagnosis.verdicts import Note, Verdict
from fogportable.language import say
from fogportable.protocol.pxe import OfferClass

FindingsOf = Callable[[Case], list[Finding]]

_MOST = 12


def notes_of(case: Case, attempts: Sequence[Case], finding: Finding, findings_of: FindingsOf) -> tuple[Note, ...]:
    """Everything odd that is not the verdict itself, each once."""
    found: dict[tuple[Verdict, str], Note] = {}
    odd = [*_of_offers(case), *_of_delay(case), *_of_others(case, finding, findings_of)]
    odd += _of_pxe_before_http(case, findings_of)
    odd += _of_ipv4_before_ipv6(case, findings_of)
    for note in (*odd, *_of_before(case, attempts, findings_of)):
        if note.verdict is not finding.verdict or finding.verdict is Verdict.OK:
            found.setdefault((note.verdict, note.text), note)
    return tuple(list(found.values())[:_MOST])


def _of_offers(case: Case) -> Iterator[Note]:
    proxies = case.proxies
    if len(proxies) > 1:
        last = list(proxies.values())[1]
        servers = say(" and ").join(map(str, proxies))
        yield Note(Verdict.SECOND_PROXY, say("two boot servers answer: {servers}", servers=servers), last.frame)
    for run in case.chain:
        for offer in run.lease_offers:
            if offer.offer.offer_class is OfferClass.DHCP_BINL:
                text = say(
                    "the DHCP server {server} says PXEClient (option 60) without option 43", server=offer.offer.server
                )
                yield Note(Verdict.CLASS_WITHOUT_OPTION_43, text, offer.frame)
            elif offer.offer.ipxe_file and run.proxy_offers:
                file = text_of(offer.offer.ipxe_file)
                text = say(
                    "the site's DHCP server {server} names a boot file of its own, {file}",
                    server=offer.offer.server,
                    file=file,
                )
                yield Note(Verdict.SITE_BOOT_FILE_WINS, text, offer.frame)
        for offer in run.proxy_offers:
            reason = why_unusable(offer, run)
            if reason is not None:
                text = say("an offer of {server} cannot be used: {reason}", server=offer.offer.server, reason=reason)
                yield Note(Verdict.OFFER_INCOMPLETE, text, offer.frame)


def _of_delay(case: Case) -> Iterator[Note]:
    """Requests that nobody heard while spanning tree was about."""
    for run in case.chain:
        first_s = run.offers[0].time_s if run.offers else None
        before = [] if first_s is None else [each for each in run.discovers if each.time_s < first_s - 1.0]
        if case.room.spanning.first is not None and rounds(before) >= 2:
            text = say(
                "{rounds} requests went unheard before the first answer, and spanning tree runs on this port",
                rounds=rounds(before),
            )
            yield Note(Verdict.LINK_DELAY, text, before[0].frame)


def _of_pxe_before_http(case: Case, findings_of: FindingsOf) -> Iterator[Note]:
    """UEFI booted by HTTP when PXE had failed: why that failed."""
    first = case.chain[0]
    if case.run.software is not Software.HTTP_FIRMWARE or first.software is not Software.FIRMWARE or first.has_brought:
        return
    for found in findings_of(replace(case, chain=[first], returned=case.run.begin, systems=[]))[:1]:
        frame = found.evidence[0].frame if found.evidence else first.begin.frame
        yield Note(
            found.verdict, say("PXE failed before HTTP Boot was tried: {value}", value=found.verdict.value), frame
        )


def _of_ipv4_before_ipv6(case: Case, findings_of: FindingsOf) -> Iterator[Note]:
    """UEFI booted by IPv6: why IPv4 did not do."""
    if case.loaded_by_ipv6 is None:
        return
    for found in findings_of(case)[:1]:
        frame = found.evidence[0].frame if found.evidence else case.run.begin.frame
        yield Note(found.verdict, say("IPv4 failed before IPv6 was tried: {value}", value=found.verdict.value), frame)


def _of_others(case: Case, finding: Finding, findings_of: FindingsOf) -> Iterator[Note]:
    # Of a good boot only that counts which can be true beside it.
    is_open = finding.verdict not in (Verdict.OK, Verdict.UNKNOWN)
    for other in findings_of(case):
        if other.verdict is not finding.verdict and (is_open or other.verdict is Verdict.DUPLICATE_MAC):
            frame = other.evidence[0].frame if other.evidence else 0
            yield Note(other.verdict, say("{value} was seen as well", value=other.verdict.value), frame)


def _of_before(case: Case, attempts: Sequence[Case], findings_of: FindingsOf) -> Iterator[Note]:
    for number, earlier in enumerate(attempts):
        if earlier is case:
            return
        for other in findings_of(earlier)[:1]:
            frame = other.evidence[0].frame if other.evidence else earlier.run.begin.frame
            yield Note(
                other.verdict,
                say("attempt {number} before this one failed: {value}", number=number + 1, value=other.verdict.value),
                frame,
            )
