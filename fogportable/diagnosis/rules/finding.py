"""What a rule gives back, and words that several rules use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fogportable.diagnosis.facts import DhcpFact, Fact
from fogportable.diagnosis.names import text_of
from fogportable.diagnosis.runs import Reply, Run, Software
from fogportable.diagnosis.transfers import Fetch, Moment, Transfer
from fogportable.diagnosis.verdicts import Confidence, Evidence, Verdict
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
        return run.software.value
    return f"{run.software.value} ({arch_label(run.arch)})"


def asked(run: Run) -> list[Evidence]:
    """Its DISCOVERs."""
    return shown(run.discovers, f"{who(run)} asks for an address and for network boot")


def offered(replies: Iterable[Reply]) -> list[Evidence]:
    """Offers in words."""
    return [Evidence(each.frame, offer_words(each)) for each in list(replies)[: 2 * _MOST_SHOWN]]


def offer_words(reply: Reply) -> str:
    """Who offers what."""
    offer = reply.offer
    file = offer.uefi_file
    parts = [f"the address {offer.address}" if offer.gives_address else "no address"]
    if offer.vendor_class:
        parts.append(f"the class {text_of(offer.vendor_class)}")
    if offer.vendor_options is not None:
        parts.append("option 43")
    if file:
        parts.append(f"the file {text_of(file)}")
    kind = "answers with" if reply.fact.packet.message_type == 5 else "offers"
    return f"{offer.server} {kind} {', '.join(parts)}"


def wanted(transfer: Transfer) -> list[Evidence]:
    """Its requests."""
    return shown(transfer.requests, f"asks {transfer.server[0]} for {text_of(transfer.name)} by TFTP")


def fetched(fetch: Fetch) -> list[Evidence]:
    """Its request."""
    moment = fetch.asked_at or fetch.begin
    words = f"asks {fetch.server[0]} for {fetch.target}" if fetch.target else f"opens a connection to {fetch.server[0]}"
    return [Evidence(moment.frame, f"{words} by HTTP")]


def unanswered(facts: Iterable[DhcpFact], text: str) -> list[Evidence]:
    """Requests of DHCP."""
    return shown(facts, text)
