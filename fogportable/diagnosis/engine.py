"""From conversations to one diagnosis for each computer: rules in the order in which causes count."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Mapping, Sequence

from fogportable.diagnosis.case import Case, cases
from fogportable.diagnosis.conversations import Conversations
from fogportable.diagnosis.journey import journey_of
from fogportable.diagnosis.notes import notes_of
from fogportable.diagnosis.outcome import booted_by_ipv6, good_outcome, what_is_open
from fogportable.diagnosis.rules import addresses, boot_servers, files, loaders, offers, programs, proxies
from fogportable.diagnosis.rules.finding import Finding
from fogportable.diagnosis.runs import Client
from fogportable.diagnosis.verdicts import Confidence, Diagnosis, Verdict
from fogportable.language import say
from fogportable.resources import resources_folder

Rule = Callable[[Case], Finding | None]

#: In the order of `Verdict`. A verdict may have more than one rule.
RULES: tuple[Rule, ...] = (
    addresses.no_dhcp_server,
    addresses.no_pxe_answer,
    offers.site_boot_file_wins,
    offers.class_without_option_43,
    proxies.second_proxy,
    offers.offer_incomplete,
    offers.file_size_misleads,
    offers.offer_ignored,
    offers.offer_too_late,
    boot_servers.no_answer_4011,
    boot_servers.discovery_unanswered,
    addresses.relay_not_served,
    files.tftp_never_asked,
    files.tftp_data_blocked,
    files.file_missing,
    programs.wrong_architecture,
    programs.chainload_loop,
    loaders.grub_asks_site_server,
    loaders.grub_no_server,
    programs.secure_boot_refused,
    offers.http_no_uri,
    files.name_garbled,
    files.name_case,
    files.fragments_lost,
    loaders.duplicate_mac,
    addresses.link_delay,
    loaders.fog_chain_broken,
)

#: With two machines behind one address these may be what the other one did.
_EXPLAINED_BY_TWO_MACHINES = frozenset(
    {
        Verdict.OFFER_IGNORED,
        Verdict.NO_ANSWER_4011,
        Verdict.TFTP_NEVER_ASKED,
        Verdict.TFTP_DATA_BLOCKED,
        Verdict.SECURE_BOOT_REFUSED,
    }
)


def diagnose(room: Conversations) -> tuple[Diagnosis, ...]:
    """One diagnosis for each computer that tried to boot from the network, in order of its first packet."""
    found = [(client, cases(client, room)) for client in room.clients.values()]
    tried = [(client, attempts) for client, attempts in found if attempts]
    tried.sort(key=lambda pair: pair[1][0].chain[0].begin.frame)
    return tuple(_of_client(client, attempts) for client, attempts in tried)


def findings_of(case: Case) -> list[Finding]:
    """Everything that the rules find wrong in one attempt, the earliest cause first."""
    found = [finding for rule in RULES if (finding := rule(case)) is not None]
    if any(each.verdict is Verdict.DUPLICATE_MAC for each in found):
        found = [each for each in found if each.verdict not in _EXPLAINED_BY_TWO_MACHINES]
    order = list(Verdict)
    return sorted(found, key=lambda each: order.index(each.verdict))


def _of_client(client: Client, attempts: Sequence[Case]) -> Diagnosis:
    case, finding = _decisive(attempts)
    values: Mapping[str, object] = finding.values
    entry = _table()[finding.verdict.value]
    return Diagnosis(
        client=client.mac,
        verdict=finding.verdict,
        confidence=_confidence(case, finding, attempts),
        sentence=say(entry["sentence"], **values),
        remedy=say(entry["remedy"], **values),
        evidence=finding.evidence,
        notes=notes_of(case, attempts, finding, findings_of),
        journey=journey_of(attempts),
    )


def _confidence(case: Case, finding: Finding, attempts: Sequence[Case]) -> Confidence | None:
    """A fault whose beginning is not in the capture may have another cause; a good boot proves itself.

    What an earlier attempt showed is not known of a later one that came as far as an offer.
    """
    if finding.verdict is Verdict.UNKNOWN:
        return None
    newest = attempts[-1]
    if newest is not case and (newest.run.has_lease or newest.run.offers) and finding.verdict is not Verdict.OK:
        return Confidence.LIKELY
    is_whole = case.has_beginning and (case.hears_servers or finding.verdict is not Verdict.OK)
    is_whole = is_whole and case.asked_by_ipv6 is None
    return finding.confidence if is_whole or finding.verdict is Verdict.DUPLICATE_MAC else Confidence.LIKELY


def _decisive(attempts: Sequence[Case]) -> tuple[Case, Finding]:
    """The last attempt that tells something: one that has only just begun says nothing against the one before."""
    newest, has_begun_only = len(attempts) - 1, True
    for number in range(newest, -1, -1):
        case = attempts[number]
        found = _judge(case, attempts[number - 1] if number else None)
        if found is not None and (found.verdict is not Verdict.OK or number == newest or has_begun_only):
            return case, found
        if found is not None or case.failing or case.failing_fetches or case.has_waited:
            break
        has_begun_only = has_begun_only and not case.run.has_lease and not case.run.offers
    last = attempts[-1]
    return last, what_is_open(last)


def _judge(case: Case, before: Case | None) -> Finding | None:
    by_ipv6 = booted_by_ipv6(case)
    if by_ipv6 is not None:
        return by_ipv6
    found = findings_of(case)
    if found:
        return found[0]
    again = None if before is None or not programs.loaded_again(before, case) else programs.refused_again(before, case)
    return again or good_outcome(case)


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    with (resources_folder() / "diagnoses.toml").open("rb") as file:
        return tomllib.load(file)
