"""`fogportable check`: what can be known before Start, with what to do about it; and the keys of the makers."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from fogportable.cli.output import exit_code_of, fault_values, plain, print_fault
from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.errors import ExitCode, FogPortableError
from fogportable.model import ChangeOwner, Finding, LaptopChanges, Topic, Verdict
from fogportable.platform.battery import Power, read_power
from fogportable.session.boot_keys import boot_keys_lines, read_boot_keys
from fogportable.session.check import CheckedCard, check_cards, laptop_changes, worst
from fogportable.session.laptop import power_trouble, power_words

_MARKS = {Verdict.OK: "ok     ", Verdict.UNKNOWN: "unknown", Verdict.WARNING: "warning", Verdict.BLOCKED: "blocked"}
_TOPICS = {
    Topic.RIGHTS: "Rights",
    Topic.PORTS: "Ports",
    Topic.NETWORK: "Network",
    Topic.FIREWALL: "Firewall",
    Topic.BOOT_FILES: "Boot files",
}

_WHOSE_CHANGES = {
    ChangeOwner.OURS: "",
    ChangeOwner.ELSEWHERE: ", until the FOG Portable that serves now is stopped",
    ChangeOwner.LEFT: " by a run that ended without Stop; the next start takes it back",
    ChangeOwner.TAKEN_BACK: " by a run that ended without Stop, and taken back since",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `check` takes."""
    parser.description = (
        "Look at rights, ports, network cards, firewall and boot files before anything is served. Nothing is changed. "
        "Exit code 1 when something is in the way, 2 for a wrong profile, 3 when there is no such card."
    )
    parser.add_argument("--interface", action="append", default=[], metavar="IF", help="card to look at; repeatable")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="TOML profile; flags beat it")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument(
        "--boot-keys", action="store_true", help="only print which key brings up network boot, by maker"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when nothing is in the way, 1 when something is; what may not be seen counts as nothing."""
    try:
        if args.boot_keys:
            return _print_boot_keys(as_json=args.json)
        profile, base = Profile(), Path.cwd()
        if args.profile is not None:
            profile, base = load_profile(args.profile), args.profile.resolve().parent
        cards = check_cards(profile, base, args.interface)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    if args.json:
        print(json.dumps(_values(cards)))
    else:
        for card in cards:
            _print_card(card)
        _print_power(read_power())
        _print_changes(laptop_changes())
    return ExitCode.DONE if worst(cards) in (Verdict.OK, Verdict.UNKNOWN) else ExitCode.FOUND_WRONG


def _print_boot_keys(*, as_json: bool) -> int:
    keys = read_boot_keys()
    print(json.dumps({"boot_keys": [asdict(each) for each in keys]}) if as_json else "\n".join(boot_keys_lines(keys)))
    return ExitCode.DONE


def _print_card(card: CheckedCard) -> None:
    if card.interface:
        print(plain(card.interface))
    for finding in card.findings:
        print(plain(f"  {_MARKS[finding.verdict]}  {_TOPICS[finding.topic]}: {finding.sentence}"))
        for fault in finding.faults:
            text = fault.remedy if fault.message == finding.sentence else str(fault)
            print(plain(f"           {text}"))


def _print_power(power: Power | None) -> None:
    """Nothing on a machine without battery."""
    if power is not None:
        trouble = power_trouble(power, None)
        mark = _MARKS[Verdict.OK if trouble is None else Verdict.WARNING]
        print(plain(f"  {mark}  Power: {power_words(power)}"))
        if trouble is not None:
            print(plain(f"           {trouble.remedy}"))


def _print_changes(changes: LaptopChanges) -> None:
    """Nothing where nothing is changed."""
    if changes.owner is None:
        return
    print(plain(f"Changed on this laptop{_WHOSE_CHANGES[changes.owner]}:"))
    for each in changes.commands:
        print(plain(f"  {each}"))


def _power_values(power: Power | None) -> dict[str, object] | None:
    return None if power is None else asdict(power)


def _values(cards: tuple[CheckedCard, ...]) -> dict[str, object]:
    return {
        "verdict": worst(cards).value,
        "cards": [_card_values(each) for each in cards],
        "power": _power_values(read_power()),
        "changes": _changes_values(laptop_changes()),
    }


def _changes_values(changes: LaptopChanges) -> dict[str, object]:
    return {"owner": None if changes.owner is None else changes.owner.value, "commands": changes.commands}


def _card_values(card: CheckedCard) -> dict[str, object]:
    return {
        "interface": card.interface or None,
        "findings": [_finding_values(each) for each in card.findings],
        "firewall": [
            {"packet": packet.label, "passage": judged.passage.value, "rule": judged.rule}
            for packet, judged in card.firewall.judged
        ],
    }


def _finding_values(finding: Finding) -> dict[str, object]:
    return {
        "topic": finding.topic.value,
        "verdict": finding.verdict.value,
        "sentence": finding.sentence,
        "faults": [fault_values(each) for each in finding.faults],
    }
