"""The check before Start for the command line: of each chosen card, with what a window does not ask for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fogportable.boot.boot_set import load_boot_sets
from fogportable.config.profile import Profile
from fogportable.errors import Fault, ServiceError
from fogportable.model import (
    Finding,
    LaptopChanges,
    NetworkInterface,
    ServingInterface,
    ServingPlan,
    Topic,
    Verdict,
    WirePorts,
)
from fogportable.platform.interfaces import find_interface, list_interfaces, serving_interfaces
from fogportable.platform.paths import boot_sets_folder
from fogportable.platform.privilege import Ask
from fogportable.session.address_twin import find_twin
from fogportable.session.firewall_check import FirewallReport, check_firewall
from fogportable.session.firewall_opening import FirewallOpening
from fogportable.session.fog_look import found_fog, serves_files
from fogportable.session.leasing import leasing_interfaces, misplaced
from fogportable.session.plan import has_own_files, plan_from_profile
from fogportable.session.preflight import check_before_start

#: What is the same on every card.
_ONCE = frozenset({Topic.RIGHTS, Topic.BOOT_FILES})


@dataclass(frozen=True, slots=True)
class CheckedCard:
    """interface: "" while none is chosen. firewall: how each kind of packet fares there."""

    interface: str
    findings: tuple[Finding, ...]
    firewall: FirewallReport


def check_cards(profile: Profile, base: Path, names: Sequence[str]) -> tuple[CheckedCard, ...]:
    """Check everything. names: cards, beating the profile's; without any, the one that a person most likely means.

    What is the same on every card is told with the first one. Blocks for some seconds. Sends ARP probes where allowed.
    Raises ServiceError INTERFACE_UNKNOWN.
    """
    cards: list[NetworkInterface | None] = [find_interface(name) for name in _names(profile, names)]
    checked = [_check(card, profile, base) for card in cards or [_likely_card()]]
    later = [replace(each, findings=_without(each.findings, _ONCE)) for each in checked[1:]]
    return (checked[0], *later)


def laptop_changes() -> LaptopChanges:
    """What FOG Portable has changed on this laptop, be it now or in a run that crashed."""
    return FirewallOpening(Ask.NEVER).changes()


def worst(cards: Sequence[CheckedCard]) -> Verdict:
    """The gravest of all verdicts."""
    seen = {finding.verdict for card in cards for finding in card.findings}
    return next((each for each in (Verdict.BLOCKED, Verdict.WARNING, Verdict.UNKNOWN) if each in seen), Verdict.OK)


def _check(card: NetworkInterface | None, profile: Profile, base: Path) -> CheckedCard:
    report = FirewallReport(Finding(Topic.FIREWALL, Verdict.UNKNOWN, ""))

    def look(interface: NetworkInterface | None, ports: WirePorts, http: int | None) -> Finding:
        nonlocal report
        report = check_firewall(interface, ports, http, tftp=profile.tftp)
        return report.finding

    findings = check_before_start(
        card,
        _plan_of(profile, base, card),
        http=profile.http,
        serves_files=serves_files(profile.fog),
        private=_private_fault(profile),
        others=list_interfaces(),
        firewall=look,
    )
    twin = find_twin(card) if card is not None else None
    if twin is not None:
        findings = tuple(_with_fault(each, twin) if each.topic is Topic.NETWORK else each for each in findings)
    return CheckedCard(card.name if card is not None else "", findings, report)


def _names(profile: Profile, names: Sequence[str]) -> tuple[str, ...]:
    private = profile.private_network
    of_profile = (*profile.network.interfaces, *((private.interface,) if private is not None else ()))
    return tuple(dict.fromkeys(filter(None, names or of_profile)))


def _likely_card() -> NetworkInterface | None:
    """The first that can serve; None when none can."""
    return next((each for each in list_interfaces() if each.unusable is None), None)


def _plan_of(profile: Profile, base: Path, card: NetworkInterface | None) -> Callable[[], ServingPlan]:
    def make() -> ServingPlan:
        interfaces: tuple[ServingInterface, ...] = ()
        if card is not None:
            with contextlib.suppress(ServiceError):  # Told under the card's own topic.
                interfaces = serving_interfaces((card.name,))
        return plan_from_profile(
            profile,
            base=base,
            interfaces=interfaces,
            boot_sets=load_boot_sets(boot_sets_folder()),
            fog=found_fog(profile.fog, has_own_files(profile)),
        )

    return make


def _private_fault(profile: Profile) -> Fault | None:
    try:
        leasing = leasing_interfaces(profile.private_network)
    except ServiceError as problem:
        return problem.fault
    return next((fault for each in leasing if (fault := misplaced(each)) is not None), None)


def _with_fault(finding: Finding, fault: Fault) -> Finding:
    verdict = Verdict.BLOCKED if finding.verdict is Verdict.BLOCKED else Verdict.WARNING
    sentence = fault.message if finding.verdict is Verdict.OK else finding.sentence
    return replace(finding, verdict=verdict, sentence=sentence, faults=(*finding.faults, fault))


def _without(findings: Sequence[Finding], topics: frozenset[Topic]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.topic not in topics)
