"""`fogportable bootfiles`: bring boot files, list boot sets, check them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from fogportable.boot.boot_folder import known_file
from fogportable.boot.boot_set import BootSet, load_boot_sets, notes_on, recognise_folder, require_arch
from fogportable.bootfiles.apt_sources import is_mirror
from fogportable.bootfiles.check import SetReport, check_set
from fogportable.bootfiles.fetch import SUITE, fetch_from_debian, import_folder
from fogportable.bootfiles.offers import Loader
from fogportable.bootfiles.store import is_set_name
from fogportable.cli.output import exit_code_of, fault_values, plain, print_fault
from fogportable.errors import BootFileError, ExitCode, FaultCode, FogPortableError
from fogportable.model import BootRule
from fogportable.platform.paths import boot_sets_folder
from fogportable.protocol.pxe.archs import ClientArch, arch_names, archs_label, parse_arch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `bootfiles` takes."""
    parser.description = "Boot sets: folders with the files that firmware loads first. They lie in your data folder."
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_get(actions)
    show = actions.add_parser("list", help="show the stored boot sets")
    show.add_argument("--json", action="store_true", help="one JSON object")
    show.set_defaults(run=_list)
    check = actions.add_parser("check", help="look at every boot file; exit code 1 when one is wrong")
    check.add_argument("--root", type=Path, metavar="DIR", help="a folder instead of the stored boot sets")
    check.add_argument("--json", action="store_true", help="one JSON object")
    check.set_defaults(run=_check)


def _add_get(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    get = actions.add_parser(
        "get",
        help="bring boot files",
        description="Bring loaders from Debian 13 by apt, without touching this machine's packages and without root; "
        "or copy a folder. ipxe: for BIOS, x64 and ARM64, shows the boot menu. pxelinux: for the BIOS, with modules of "
        "its menus and memdisk. secure-boot: shim and GRUB for x64, both signed, show the boot menu.",
    )
    get.add_argument(
        "loader",
        type=_loader,
        nargs="?",
        metavar="LOADER",
        help=f"{', '.join(Loader)} (default: {Loader.IPXE})",
    )
    source = get.add_mutually_exclusive_group()
    source.add_argument("--from", dest="folder", type=Path, metavar="DIR", help="copy this folder instead")
    source.add_argument(
        "--mirror", type=_mirror, metavar="URL", help="archive of Debian, if not the one of this machine's apt"
    )
    get.add_argument(
        "--name", type=_set_name, help="name of the boot set (default: the loader's usual one, or the folder's)"
    )
    get.add_argument(
        "--arch",
        type=_archs,
        action="append",
        default=[],
        metavar="ARCH",
        help="fail unless there is a file for bios, x64, ia32, arm64 or a number of option 93; may be repeated",
    )
    get.add_argument("--json", action="store_true", help="one JSON object at the end, progress on standard error")
    get.set_defaults(run=_get, refuse=get.error)


def _mirror(text: str) -> str:
    if not is_mirror(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not the address of a package archive")
    return text


def _set_name(text: str) -> str:
    if not is_set_name(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name: use lower case letters, digits, '.', '_' and '-'")
    return text


def _loader(text: str) -> Loader:
    try:
        return Loader(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(Loader)}") from None


def _archs(text: str) -> frozenset[int]:
    try:
        return parse_arch(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from problem


# --- get --------------------------------------------------------------------------------------------------------


def _get(args: argparse.Namespace) -> int:
    wanted = frozenset[int]().union(*args.arch)
    try:
        boot_set = _bring(args, wanted)
        require_arch(boot_set, wanted)
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return exit_code_of(problem)
    if args.json:
        print(json.dumps({"boot_set": _set_values(boot_set)}))
    else:
        _print_set(boot_set)
    return ExitCode.DONE


def _bring(args: argparse.Namespace, wanted: frozenset[int]) -> BootSet:
    def on_progress(sentence: str) -> None:
        print(plain(sentence), file=sys.stderr if args.json else sys.stdout, flush=True)

    if args.folder is not None:
        if args.loader is not None:
            args.refuse("a LOADER comes from Debian, --from copies a folder: give one of the two")
        return import_folder(args.folder, boot_sets_folder(), name=args.name, on_progress=on_progress)
    loader = args.loader or Loader.IPXE
    if loader is Loader.IPXE and ClientArch.X86_UEFI in wanted:
        # Known before anything is downloaded.
        raise BootFileError(FaultCode.IA32_HAS_NO_IPXE)
    return fetch_from_debian(
        boot_sets_folder(),
        on_progress=on_progress,
        loader=loader,
        name=args.name,
        suite=SUITE,
        mirror=args.mirror,
    )


# --- list and check ---------------------------------------------------------------------------------------------


def _list(args: argparse.Namespace) -> int:
    sets = load_boot_sets(boot_sets_folder())
    if args.json:
        print(json.dumps({"boot_sets": [_set_values(each) for each in sets]}))
    elif not sets:
        print("There is no boot set yet. Run: fogportable bootfiles get")
    else:
        for boot_set in sets:
            _print_set(boot_set)
    return ExitCode.DONE


def _check(args: argparse.Namespace) -> int:
    try:
        reports = [check_set(each) for each in _sets_to_check(args.root)]
    except FogPortableError as problem:
        print_fault(problem, as_json=args.json)
        return ExitCode.FOUND_WRONG
    if args.json:
        print(json.dumps({"boot_sets": [_report_values(report) for report in reports]}))
    else:
        for report in reports:
            _print_report(report)
    return ExitCode.FOUND_WRONG if any(report.faults for report in reports) else ExitCode.DONE


def _sets_to_check(root: Path | None) -> tuple[BootSet, ...]:
    if root is not None:
        if not root.is_dir():
            raise BootFileError(FaultCode.ROOT_MISSING, root=root)
        return (recognise_folder(root),)
    sets = load_boot_sets(boot_sets_folder())
    if not sets:
        raise BootFileError(FaultCode.NO_BOOT_FILES)
    return sets


# --- words ------------------------------------------------------------------------------------------------------


def _print_set(boot_set: BootSet) -> None:
    _print_heading(boot_set)
    for rule in boot_set.rules:
        print(plain(f"  {archs_label(rule.archs):<22} {rule.file}{_known_words(boot_set, rule)}"))
    for note in notes_on(boot_set):
        print(plain(f"  {note}"))


def _print_report(report: SetReport) -> None:
    _print_heading(report.boot_set)
    for rule, faults in report.rules:
        print(plain(f"  {'x' if faults else ' '} {archs_label(rule.archs):<20} {rule.file}"))
        for fault in faults:
            print(plain(f"      {fault}"))
    for fault in report.changed:
        print(plain(f"  x {fault}"))
    if not report.faults:
        print("  Everything is as it should be.")


def _print_heading(boot_set: BootSet) -> None:
    version = f" {boot_set.version}" if boot_set.version else ""
    print(plain(f"{boot_set.name}: {boot_set.title}{version}"))
    print(plain(f"  in {boot_set.folder}"))


def _known_words(boot_set: BootSet, rule: BootRule) -> str:
    known = known_file(boot_set.folder, rule.file)
    if known is None:
        return ""
    signed = ", signed" if known.is_signed else ""
    return f"  ({known.product} {known.version}{signed})"


def _set_values(boot_set: BootSet) -> dict[str, object]:
    return {
        "name": boot_set.name,
        "title": boot_set.title,
        "folder": str(boot_set.folder),
        "origin": boot_set.origin,
        "version": boot_set.version,
        "rules": [_rule_values(boot_set, rule) for rule in boot_set.rules],
        "files": [{"name": f.name, "sha256": f.sha256, "size_bytes": f.size_bytes} for f in boot_set.files],
        "notes": [fault_values(note) for note in notes_on(boot_set)],
    }


def _rule_values(boot_set: BootSet, rule: BootRule) -> dict[str, object]:
    known = known_file(boot_set.folder, rule.file)
    return {
        "arch": arch_names(rule.archs),
        "numbers": sorted(map(int, rule.archs)),
        "file": rule.file,
        "product": None if known is None else known.product,
        "version": None if known is None else known.version,
        "is_signed": None if known is None else known.is_signed,
        "has_script": None if known is None else known.has_script,
        "features": None if known is None or known.features is None else sorted(known.features),
    }


def _report_values(report: SetReport) -> dict[str, object]:
    return _set_values(report.boot_set) | {"faults": [fault_values(fault) for fault in report.faults]}
