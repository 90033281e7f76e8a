"""What a rule gives back, and words that several rules use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fogportable.diagnosis.facts import DhcpFact, Fact
from fogportable.diagnosis.names import text_of
from fogportable.diagnosis.runs import Reply, Run, Software
from fogportable.diagnosis.transfers import Fetch, Moment, Transfer
from fogportable.diagnosis.verdicts import Confidence, Evidence, Verdict
from fogportable.language import say
from fogportable.protocol.pxe.archs import arch_label

SURE, LIKELY = Confidence.SURE, Confidence.LIKELY

#: Frames of a kind that are named; more of the same prove no more.
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """values: what the sentences of this verdict in `diagnoses.toml` name in braces."""

    verdict: Verdict
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    values: Mapping[str, object] = field(default_factory=dict)


def sure_if(is_sure: bool) -> Confidence:
    """SURE or LIKELY."""
    return SURE if is_sure else LIKELY


def shown(items: Iterable[Fact | Moment | Reply], text: str) -> list[Evidence]:
    """The first few as evidence with the same words."""
    return [Evidence(each.frame, text) for each in list(items)[:_MOST_SHOWN]]


def ordered(*groups: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """All of them by frame, each frame and text once."""
    return tuple(sorted({each for group in groups for each in group}, key=lambda each: each.frame))


def who(run: Run) -> str:
    """`the firmware (UEFI x64 (7))`, `iPXE`."""
    if run.software is Software.IPXE or run.arch is None:
        return say(run.software.value)
    return f"{say(run.software.value)} ({arch_label(run.arch)})"


def asked(run: Run) -> list[Evidence]:
    """Its DISCOVERs."""
    return shown(run.discovers, say("{who} asks for an address and for network boot", who=who(run)))


def offered(replies: Iterable[Reply]) -> list[Evidence]:
    """Offers in words."""
    return [Evidence(each.frame, offer_words(each)) for each in list(replies)[: 2 * _MOST_SHOWN]]


def offer_words(reply: Reply) -> str:
    """Who offers what."""
    offer = reply.offer
    file = offer.uefi_file
    parts = [say("the address {address}", address=offer.address) if offer.gives_address else say("no address")]
    if offer.vendor_class:
        parts.append(say("the class {vendor_class}", vendor_class=text_of(offer.vendor_class)))
    if offer.vendor_options is not None:
        parts.append("option 43")
    if file:
        parts.append(say("the file {file}", file=text_of(file)))
    if reply.fact.packet.message_type == 5:
        return say("{server} answers with {parts}", server=offer.server, parts=", ".join(parts))
    return say("{server} offers {parts}", server=offer.server, parts=", ".join(parts))


def wanted(transfer: Transfer) -> list[Evidence]:
    """Its requests."""
    return shown(
        transfer.requests,
        say("asks {server} for {name} by TFTP", server=transfer.server[0], name=text_of(transfer.name)),
    )


def fetched(fetch: Fetch) -> list[Evidence]:
    """Its request."""
    moment = fetch.asked_at or fetch.begin
    words = (
        say("asks {server} for {target}", server=fetch.server[0], target=fetch.target)
        if fetch.target
        else say("opens a connection to {server}", server=fetch.server[0])
    )
    return [Evidence(moment.frame, say("{words} by HTTP", words=words))]


def unanswered(facts: Iterable[DhcpFact], text: str) -> list[Evidence]:
    """Requests of DHCP."""
    return shown(facts, text)
