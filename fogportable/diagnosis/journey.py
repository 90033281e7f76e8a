"""How far a computer came, as lines for people, with the frame of each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.names import is_optional, text_of
from fogportable.diagnosis.rules.finding import offer_words, who
from fogportable.diagnosis.runs import BootAsk, Run, Software, rounds
from fogportable.diagnosis.transfers import Fetch, Transfer, TransferState
from fogportable.diagnosis.verdicts import Evidence
from fogportable.language import say

#: Attempts and files that are told; in the middle of a long list they are counted.
_MOST_ATTEMPTS = 6
_MOST_FILES = 20


def journey_of(attempts: Sequence[Case]) -> tuple[Evidence, ...]:
    """Of the last attempts, in order of frames."""
    steps: list[Evidence] = []
    for case in attempts[-_MOST_ATTEMPTS:]:
        for run in (*case.chain, *case.systems):
            steps += _of_run(run)
    return tuple(sorted(steps, key=lambda each: each.frame))


def _of_run(run: Run) -> Iterator[Evidence]:
    if run.discovers:
        times = rounds(run.discovers)
        often = say(", {times} times", times=times) if times > 1 else ""
        aim = say("an address") if run.software is Software.SYSTEM else say("an address and network boot")
        yield Evidence(run.discovers[0].frame, say("{who} asks for {aim}{often}", who=who(run), aim=aim, often=often))
    told = set()
    for offer in run.offers:
        if offer.offer.server not in told:
            told.add(offer.offer.server)
            yield Evidence(offer.frame, offer_words(offer))
    if run.acks:
        yield Evidence(run.acks[0].frame, say("it has the address {address}", address=run.acks[0].offer.address))
    for ask in run.asks:
        yield from _of_ask(ask)
    for transfer in run.transfers[:_MOST_FILES]:
        yield _of_transfer(transfer)
    for fetch in run.fetches[:_MOST_FILES]:
        yield _of_fetch(fetch)
    left = len(run.transfers[_MOST_FILES:]) + len(run.fetches[_MOST_FILES:])
    if left:
        yield Evidence(run.last.frame, say("and {left} more files", left=left))


def _of_ask(ask: BootAsk) -> Iterator[Evidence]:
    item = "" if ask.item is None else say(" for menu entry {type}", type=ask.item.type)
    times = rounds(ask.requests)
    often = say(", {times} times", times=times) if times > 1 else ""
    yield Evidence(
        ask.requests[0].frame,
        say("asks {server} on port {port}{item}{often}", server=ask.server, port=ask.port, item=item, often=often),
    )
    for answer in ask.answers[:1]:
        yield Evidence(answer.frame, offer_words(answer))


def _of_transfer(transfer: Transfer) -> Evidence:
    name = text_of(transfer.name)
    if transfer.state is TransferState.PROBED:
        result = say("its size only, as firmware asks first")
    elif transfer.state is TransferState.REFUSED and is_optional(name):
        result = say("not there, and need not be")
    else:
        error = "" if transfer.error is None else f" ({transfer.error.text})"
        result = f"{say(transfer.state.value)}{error}"
    return Evidence(
        transfer.begin.frame,
        say("{name} from {server} by TFTP: {result}", name=name, server=transfer.server[0], result=result),
    )


def _of_fetch(fetch: Fetch) -> Evidence:
    if fetch.status is not None:
        result = say("status {status}", status=fetch.status)
    elif fetch.is_reset:
        result = "refused"
    else:
        result = "not answered"
    return Evidence(
        fetch.begin.frame,
        say(
            "{target} at {server} by HTTP: {result}",
            target=fetch.target or say("a connection"),
            server=fetch.server[0],
            result=result,
        ),
    )
