"""`fogportable explain`: what a capture file says of every computer that tried to boot, or what an error code means."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fogportable.cli.output import plain, print_fault
from fogportable.diagnosis import Diagnosis, Verdict
from fogportable.diagnosis.error_codes import CodeMeaning, look_up
from fogportable.diagnostics.explain import Explanation
from fogportable.errors import ExitCode, FogPortableError
from fogportable.protocol.address import MacAddress
from fogportable.session.saved.verdicts import explain_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `explain` takes."""
    parser.description = (
        "Read a capture (pcap or pcapng) made anywhere and say of every computer in it how far it came, what is wrong, "
        "by which frames, and what to do. With --code: what an error on a computer's screen means."
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="capture or saved session to read")
    parser.add_argument("--code", metavar="TEXT", help="what the screen shows: PXE-E53, ipxe.org/4c126035, grub> ...")
    parser.add_argument("--client", type=_mac, metavar="MAC", help="only this computer of the capture")
    parser.add_argument("--json", action="store_true", help="a list of one JSON object per computer")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when the file was read, 1 when it is damaged or the code is not known, 3 when nothing was read."""
    if args.file is None and args.code is None:
        args.parser.error("name a capture, or a code with --code")
    explanation = None
    if args.file is not None:
        try:
            explanation = explain_file(args.file)
        except FogPortableError as problem:
            print_fault(problem)
            return ExitCode.COULD_NOT_START
    diagnoses = [] if explanation is None else list(explanation.diagnoses)
    if args.client is not None:
        diagnoses = [each for each in diagnoses if each.client == args.client]
    if args.code is not None:
        return _run_code(args, diagnoses)
    assert explanation is not None
    if args.json:
        print(json.dumps([diagnosis_values(each) for each in diagnoses], indent=2))
    else:
        _print(diagnoses, explanation)
    if explanation.fault is not None:
        print_fault(explanation.fault)
        return ExitCode.FOUND_WRONG
    return ExitCode.DONE


def _run_code(args: argparse.Namespace, diagnoses: list[Diagnosis]) -> int:
    meaning = look_up(args.code)
    if args.json:
        print(
            json.dumps({"code": args.code, "meaning": _meaning_values(meaning), "clients": _joined(meaning, diagnoses)})
        )
    elif meaning is None:
        print(plain(f"{args.code} is not known here."))
    else:
        print(plain(f"{meaning.shown}: {meaning.meaning}"))
        print(plain(f"  {meaning.remedy}"))
    if not args.json:
        for each in diagnoses:
            fits = meaning is not None and each.verdict in meaning.verdicts
            print(plain(f"{each.client}: {each.verdict.value}{', which fits' if fits else ''}. {each.sentence}"))
    return ExitCode.FOUND_WRONG if meaning is None else ExitCode.DONE


def _meaning_values(meaning: CodeMeaning | None) -> dict[str, object] | None:
    if meaning is None:
        return None
    return {
        "code": meaning.shown,
        "meaning": meaning.meaning,
        "remedy": meaning.remedy,
        "verdicts": [each.value for each in meaning.verdicts],
    }


def _joined(meaning: CodeMeaning | None, diagnoses: list[Diagnosis]) -> list[dict[str, object]]:
    return [
        {**diagnosis_values(each), "fits": meaning is not None and each.verdict in meaning.verdicts}
        for each in diagnoses
    ]


def diagnosis_values(diagnosis: Diagnosis) -> dict[str, object]:
    """One computer as JSON has it."""
    return {
        "client": str(diagnosis.client),
        "verdict": diagnosis.verdict.value,
        "confidence": None if diagnosis.confidence is None else diagnosis.confidence.value,
        "sentence": diagnosis.sentence,
        "remedy": diagnosis.remedy,
        "evidence": [{"frame": each.frame, "text": each.text} for each in diagnosis.evidence],
        "notes": [{"id": each.verdict.value, "text": each.text, "frame": each.frame} for each in diagnosis.notes],
        "journey": [{"frame": each.frame, "text": each.text} for each in diagnosis.journey],
    }


def _print(diagnoses: list[Diagnosis], explanation: Explanation) -> None:
    if not diagnoses:
        print(f"No computer asked for network boot in these {explanation.frames} frames.")
    for each in diagnoses:
        confidence = "" if each.confidence is None else f" ({each.confidence.value})"
        print(plain(f"{each.client}: {each.verdict.value}{confidence}"))
        print(plain(f"  {each.sentence}"))
        if each.verdict is not Verdict.OK:
            print(plain(f"  {each.remedy}"))
        for step in each.journey:
            print(plain(f"  {step.frame:>6}  {step.text}"))
        for frames, text in _grouped(each):
            print(plain(f"  Evidence ({frames}): {text}."))
        for note in each.notes:
            print(plain(f"  Note (frame {note.frame}): {note.text}."))
    sys.stdout.flush()


def _grouped(diagnosis: Diagnosis) -> list[tuple[str, str]]:
    """Evidence with the same words in one line: its frames, and the words."""
    frames: dict[str, list[int]] = {}
    for proof in diagnosis.evidence:
        frames.setdefault(proof.text, []).append(proof.frame)
    return [
        (f"frame{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}", text)
        for text, numbers in frames.items()
    ]


def _mac(text: str) -> MacAddress:
    try:
        return MacAddress.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong
