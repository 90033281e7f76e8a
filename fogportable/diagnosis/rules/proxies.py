"""The rule about a second boot server, which looks at what other rules find."""

from __future__ import annotations

from fogportable.diagnosis.case import Case
from fogportable.diagnosis.rules.files import tftp_never_asked, told_file
from fogportable.diagnosis.rules.finding import LIKELY, Finding, offered, ordered, sure_if, wanted
from fogportable.diagnosis.rules.offers import asks_of
from fogportable.diagnosis.runs import BootAsk, Run, rounds
from fogportable.diagnosis.verdicts import Verdict
from fogportable.language import say


def second_proxy(case: Case) -> Finding | None:
    """Two boot servers answer, and what the client made of it failed."""
    proxies = case.proxies
    if len(proxies) < 2:
        return None
    transfers, asks = case.failing, _failed_asks(case.run)
    if not transfers and not asks:
        return _never_asked(case)
    at = transfers[0].server[0] if transfers else asks[0].server
    followed = {each.offer.next_server for each in proxies.values()} | set(proxies)
    steps = wanted(transfers[0]) if transfers else asks_of(asks[0])
    evidence = ordered(offered(proxies.values()), steps)
    values = {"servers": say(" and ").join(map(str, sorted(proxies))), "server": at}
    # Where the capture leaves out the ports of transfers, one that came looks like one that is not answered.
    is_proven = not transfers or transfers[0].error is not None or len(transfers[0].requests) > 2
    return Finding(Verdict.SECOND_PROXY, sure_if(at in followed and is_proven), evidence, values)


def _never_asked(case: Case) -> Finding | None:
    """One of them was followed, and then nothing was asked for."""
    found = tftp_never_asked(case)
    told = told_file(case)
    if found is None or told is None or not {told.offer.server, told.offer.next_server} & set(case.proxies):
        return None
    values = {"servers": say(" and ").join(map(str, sorted(case.proxies))), "server": found.values["server"]}
    return Finding(Verdict.SECOND_PROXY, LIKELY, ordered(offered(case.proxies.values()), found.evidence), values)


def _failed_asks(run: Run) -> list[BootAsk]:
    if run.transfers or run.fetches:
        return []
    return [ask for ask in run.asks if not ask.answers and (rounds(ask.requests) >= 2 or ask.unreachable)]
