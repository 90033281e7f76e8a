"""`fogportable import-dnsmasq`: a profile out of configuration files of dnsmasq, and what became of each line."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from fogportable.cli.output import exit_code_of, plain, print_fault
from fogportable.config.profile import Profile
from fogportable.config.save import save_profile
from fogportable.errors import ConfigError, ExitCode, FaultCode, FogPortableError
from fogportable.model import ImportItem, ImportReport, ImportVerdict
from fogportable.platform.interfaces import find_interface, list_interfaces
from fogportable.session.import_dnsmasq import import_dnsmasq

#: What stands in a line is shown up to here; JSON has the whole.
_LONGEST_SHOWN = 400

#: Not the user's flags but the disk or a file's content: it could not be done.
_COULD_NOT = frozenset({FaultCode.PROFILE_NOT_SAVED, FaultCode.PROFILE_INCOMPLETE, FaultCode.DNSMASQ_NOT_TEXT})
_WIDEST = 100
_WORDS: dict[ImportVerdict, str] = {
    ImportVerdict.BECAME: "became",
    ImportVerdict.UNNEEDED: "unneeded",
    ImportVerdict.CORRECTED: "corrected",
    ImportVerdict.UNKNOWN: "unknown",
    ImportVerdict.NOT_SUPPORTED: "not supported",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `import-dnsmasq` takes."""
    parser.description = (
        "Read configuration files of dnsmasq as one, write a profile, and print what became of each line. "
        "Exit code 1 when something was wrong, could not be taken over, or is left to do."
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a configuration file, such as ltsp.conf")
    parser.add_argument("--output", type=Path, required=True, metavar="PROFILE", help="the profile to write")
    parser.add_argument(
        "--interface",
        default="",
        metavar="IF",
        help="network interface to serve on; without it the address in dhcp-range chooses, else a terminal is asked",
    )
    parser.add_argument("--force", action="store_true", help="write over a profile that is there")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when all is taken over, 1 when somebody should look at it, 2 usage, 3 when nothing was written."""
    try:
        report = _import(args)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return ExitCode.COULD_NOT_START if problem.code in _COULD_NOT else exit_code_of(problem)
    if args.json:
        print(json.dumps(report_values(report, args.output)))
    else:
        _print_report(report, args.output)
    return ExitCode.FOUND_WRONG if report.wants_eyes else ExitCode.DONE


def _import(args: argparse.Namespace) -> ImportReport:
    if args.output.exists() and not args.force:
        raise ConfigError(FaultCode.PROFILE_THERE, file=args.output)
    _refuse_to_replace(args.output, args.files)
    if args.interface:
        find_interface(args.interface)
    profile, report = import_dnsmasq(args.files, interface=args.interface)
    if not profile.network.interfaces and profile.private_network is None and not args.json:
        card = _ask_for_card()
        if card:
            profile, report = import_dnsmasq(args.files, interface=card)
    _write(profile, args.output)
    return report


def _ask_for_card() -> str:
    """The card that a person at a terminal names; "" to leave it open, and where nobody sits there."""
    cards = [each for each in list_interfaces() if each.unusable is None]
    if not cards or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    print("The configuration names no card of this machine. Which one shall serve?")
    for number, card in enumerate(cards, 1):
        print(plain(f"  {number}  {card.name}  {card.address or 'no address'}"))
    while True:
        try:
            answer = input("Number, or Enter to choose later: ").strip()
        except EOFError:
            answer = ""
        if not answer:
            return ""
        named = [card.name for number, card in enumerate(cards, 1) if answer in (str(number), card.name)]
        if named:
            return named[0]
        print(plain(f"{answer} is none of them."))


def _refuse_to_replace(output: Path, files: Sequence[Path]) -> None:
    """What is no file of its own is not replaced, by --force neither. Raises ConfigError."""
    if not output.exists():
        return
    problem = ""
    if not output.is_file():
        problem = "it is no file"
    elif any(each.exists() and each.samefile(output) for each in files):
        problem = "it is the configuration that is imported"
    if problem:
        raise ConfigError(FaultCode.PROFILE_NOT_SAVED, file=output, problem=problem)


def _write(profile: Profile, output: Path) -> None:
    """As a new file: with --force nothing of the one that is there stays, and it stays whole when this fails."""
    if not output.exists():
        save_profile(profile, output)
        return
    beside = output.with_name(f".{output.name}.import")
    try:
        save_profile(profile, beside)
        beside.replace(output.resolve())
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise ConfigError(FaultCode.PROFILE_NOT_SAVED, file=output, problem=words, detail=str(problem)) from problem
    finally:
        beside.unlink(missing_ok=True)


# --- words ------------------------------------------------------------------------------------------------------


def report_values(report: ImportReport, output: Path) -> dict[str, object]:
    """The report as JSON has it."""
    return {
        "profile": str(output),
        "lines": [_item_values(item) for item in report.items],
        "to_do": list(report.to_do),
        "wants_eyes": report.wants_eyes,
    }


def _item_values(item: ImportItem) -> dict[str, object]:
    return {
        "file": item.file,
        "line": item.line,
        "text": item.text,
        "verdict": item.verdict.value,
        "became": [{"key": each.key, "value": each.value} for each in item.became],
        "why": item.why,
    }


def _print_report(report: ImportReport, output: Path) -> None:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    file = None
    for item in report.items:
        if item.file != file:
            file = item.file
            print(plain(f"{file}:"))
        print(plain(f"{item.line:>4}  {_WORDS[item.verdict]:<13}  {_shortened(item.text)}"))
        for change in item.became:
            _print_indented(f"-> {change}", width)
        if item.why:
            _print_indented(item.why, width)
    for each in report.to_do:
        print(plain(f"To do: {each}"))
    counts = ", ".join(f"{count} {_WORDS[each]}" for each in ImportVerdict if (count := report.count(each)))
    print(plain(f"{output} is written. Lines: {counts or 'none'}."))
    sys.stdout.flush()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}... ({len(text)} characters)"


def _print_indented(text: str, width: int) -> None:
    print(textwrap.fill(plain(_shortened(text)), width, initial_indent=" " * 8, subsequent_indent=" " * 8))
