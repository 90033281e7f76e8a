"""Record conversations of real firmware in the laboratory: `python -m tests.golden.diagnosis.record DIR [NAME...]`.

Each scenario waits for what the computer's screen must say, so a label never rests on what the engine thinks. Needs
root, QEMU, dnsmasq and nft. Writes DIR/NAME.pcap; with --add they go into the library too.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from tests.golden.diagnosis import add
from tests.golden.diagnosis.scenarios import SCENARIOS, Scenario
from tests.golden.diagnosis.scenarios_aside import SCENARIOS_ASIDE
from tests.golden.diagnosis.scenarios_field import FIELD
from tests.golden.diagnosis.scenarios_link import SCENARIOS_LINK
from tests.system.lab import Capture, Computer, Lab, lab


def main() -> int:
    """Returns 1 when a screen did not say what it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--add", action="store_true")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    known = (*SCENARIOS, *SCENARIOS_ASIDE, *SCENARIOS_LINK, *FIELD)
    wanted = [each for each in known if not args.names or each.name in args.names]
    failed = 0
    for scenario in wanted:
        target = args.folder / f"{scenario.name}.pcap"
        try:
            with tempfile.TemporaryDirectory() as folder, lab(Path(folder)) as school:
                _record(school, scenario, target)
        except (AssertionError, subprocess.CalledProcessError, OSError):
            failed += 1
            print(f"{scenario.name}: FAILED", flush=True)
            traceback.print_exc(limit=3)
            continue
        print(f"{scenario.name}: {target.stat().st_size} octets", flush=True)
        if args.add:
            _add(scenario, target)
    return 1 if failed else 0


def _record(school: Lab, scenario: Scenario, target: Path) -> None:
    scenario.prepare(school)
    if scenario.power_on is not None and scenario.cable != "tap0":
        capture = _capture(school, scenario.cable, school.folder / "capture.pcap")
        computer = scenario.power_on(school, scenario)
    else:
        computer = _switched_on(school, scenario)
        capture = _capture(school, scenario.cable, school.folder / "capture.pcap")
    computer.wait_for(scenario.screen, scenario.within_s)
    if scenario.after_s:
        with contextlib.suppress(subprocess.TimeoutExpired):
            computer.popen.wait(scenario.after_s)
    target.write_bytes(capture.stop().read_bytes())


def _switched_on(school: Lab, scenario: Scenario) -> Computer:
    if scenario.power_on is not None:
        return scenario.power_on(school, scenario)
    return school.start_computer(scenario.firmware, scenario.mac, bridge=scenario.bridge)


def _capture(school: Lab, interface: str, path: Path) -> Capture:
    """On the client's own cable, everything."""
    command: list[str | Path] = ["tcpdump", "-i", interface, "--immediate-mode", "-U", "-w", path]
    process = school.start("net", "tcpdump", command)
    process.wait_for("listening on", 10)
    return Capture(process, path)


def _add(scenario: Scenario, capture: Path) -> None:
    notes = [part for note in scenario.notes for part in ("--note", note)]
    clients = [part for mac, verdict in scenario.others for part in ("--client", f"{mac}={verdict}")]
    first = ("--verdict", scenario.verdict, "--mac", scenario.mac)
    add.main([str(capture), *first, *clients, "--how", scenario.how, *notes])


if __name__ == "__main__":
    sys.exit(main())
