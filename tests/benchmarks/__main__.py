"""The benchmarks: `python3 packaging/dev.py bench [PART...]`. Prints tables and keeps everything as JSON.

Exit codes: 0 measured, whether goals are met or not; 1 a server broke or sent wrong octets; 2 usage.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.compiler import Clients
from tests.benchmarks.contestants import FILE, MIDDLE_FILE, REPOSITORY, SHORT_FILE, Bench, make_root
from tests.benchmarks.debian import DebianServers
from tests.benchmarks.processes import Broken
from tests.benchmarks.rounds import Settings, Skipped, Table
from tests.benchmarks.table import Result, as_json, machine, text_of
from tests.fakes.namespaces import Namespace, missing_for_namespaces

Cell = Callable[[Bench], Table]

#: Each a module cells_NAME, in the order in which they run.
PARTS = ("tftp", "gui", "wire", "http", "dhcp", "memory", "start")

#: Not tracked by git.
_KEPT = REPOSITORY / ".benchmarks"
#: For documentation (RFC 5737); nobody is reached by it.
_ANY_ADDRESS = "192.0.2.1/32"
_SIZES = {FILE: 64 * 2**20, MIDDLE_FILE: 8 * 2**20, SHORT_FILE: 2**20}
_QUICK_SIZES = {FILE: 4 * 2**20, MIDDLE_FILE: 2**20, SHORT_FILE: 64 * 2**10}


def main(words: Sequence[str]) -> int:
    arguments = parse(words)
    settings = Settings(arguments.rounds, arguments.seconds, arguments.quick)
    print(_about(settings), flush=True)
    try:
        with open_bench(settings) as bench:
            results = [_run(part, bench) for part in arguments.parts or PARTS]
            versions = bench.debian.versions
    except Skipped as reason:
        print(f"Nothing can be measured: {reason}.")
        return 1
    arguments.json.parent.mkdir(parents=True, exist_ok=True)
    arguments.json.write_text(as_json(results, settings, versions))
    missed = sum(row.is_met is False for result in results for table in result.tables for row in table.rows)
    print(f"{missed} goals missed. All rounds: {arguments.json}")
    return int(any(result.is_broken for result in results))


def parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure, beside the C servers of Debian.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; without one, all")
    parser.add_argument("--rounds", type=int, help="of each cell (7)")
    parser.add_argument("--seconds", type=float, help="of load in each sample (1)")
    parser.add_argument("--quick", action="store_true", help="one short round of each, to see that all works")
    parser.add_argument("--json", type=Path, default=_KEPT / "latest.json", metavar="FILE")
    arguments = parser.parse_args(words)
    if unknown := [part for part in arguments.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; choose from {', '.join(PARTS)}")
    usual = (1, 0.2) if arguments.quick else (7, 1.0)
    arguments.rounds = usual[0] if arguments.rounds is None else arguments.rounds
    arguments.seconds = usual[1] if arguments.seconds is None else arguments.seconds
    if arguments.rounds < 1 or not 0 < arguments.seconds <= 60:
        parser.error("at least one round, and up to a minute of load")
    return arguments


def _about(settings: Settings) -> str:
    it = machine()
    lines = [
        f"{it['cpu']}, {it['cores']} cores, Linux {it['kernel']}, Python {it['python']}; load {it['load_before']:.2f}",
        f"{settings.rounds} rounds of {settings.seconds:g} s, in turns; ratios inside rounds, then their median",
        "servers on core 0, load clients on core 1; whoever has not its turn stands still\n",
    ]
    return "\n".join(lines)


def _run(part: str, bench: Bench) -> Result:
    """Each cell is printed as soon as it is measured."""
    cells: Sequence[Cell] = importlib.import_module(f"tests.benchmarks.cells_{part}").CELLS
    result = Result(part)
    for cell in cells:
        try:
            table = cell(bench)
        except (Skipped, Broken) as reason:
            result.note(cell.__name__, reason)
            print(f"{part}, {cell.__name__}: {result.not_measured[cell.__name__]}\n", flush=True)
        else:
            result.tables.append(table)
            print(text_of(table), flush=True)
    return result


@contextlib.contextmanager
def open_bench(settings: Settings) -> Iterator[Bench]:
    """Raises Skipped where no network can be made."""
    reason = missing_for_namespaces()
    if reason is not None:
        raise Skipped(reason)
    folder = Path(tempfile.mkdtemp(prefix="fogportable-bench-"))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        root = make_root(folder, _QUICK_SIZES if settings.is_quick else _SIZES)
        debian = DebianServers(_KEPT / "packages")
        programs = folder / "clients"
        programs.mkdir()
        network = stack.enter_context(contextlib.closing(Namespace()))
        # tftpd-hpa understands no address of its own where there is none but loopback's (AI_ADDRCONFIG).
        network.run("ip", "address", "add", _ANY_ADDRESS, "dev", "lo")
        yield Bench(settings, folder, root, network, Clients(programs), debian)


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main(sys.argv[1:]))
