"""Networks of every kind, each asked by `fogportable probe`: the verdict, what is recommended, and the time it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from tests.system.lab import KIT_INTERFACE, Lab, missing_for_lab
from tests.system.odd_sites import ODD_NETWORKS, STORM
from tests.system.probed_sites import NETWORKS, Network
from tests.system.witness import dhcp_frames

pytestmark = pytest.mark.timeout(90)

#: What the command promises (s), and what starting Python and ending may take beside it on a busy machine.
LONGEST_S = 10.0
SPARE_S = 10.0
#: Networks asked at once: more would take longer than they may on two cores.
_SIDE_BY_SIDE = 7
_COMMAND = (sys.executable, "-m", "fogportable", "probe")


def probe(lab: Lab, *more: str) -> dict[str, Any]:
    """The one card of `probe --json`, after it was timed."""
    began_s = time.monotonic()
    done = subprocess.run(
        ["ip", "netns", "exec", lab.namespace("kit"), *_COMMAND, "--interface", KIT_INTERFACE, "--json", *more],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "FOGPORTABLE_HOME": str(lab.folder / "home")},
    )
    took_s = time.monotonic() - began_s
    assert done.returncode in (0, 1), done.stdout + done.stderr
    (card,) = json.loads(done.stdout)["cards"]
    assert card["listened_s"] < LONGEST_S
    assert took_s < LONGEST_S + SPARE_S
    return dict(card)


def _value(card: dict[str, Any], path: str) -> Any:
    def step(found: Any, key: str) -> Any:
        return found[int(key)] if key.isdigit() else found[key]

    return reduce(step, path.split("."), card)


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_verdict(cables: Lab, network: Network) -> None:
    network.build(cables)
    card = probe(cables)
    assert (card["verdict"], card["mode"]) == (network.kind, network.mode), json.dumps(card, indent=1)
    assert {path: _value(card, path) for path in network.says} == network.says, json.dumps(card, indent=1)


def _what_is_wrong(network: Network, folder: Path, prefix: str) -> str:
    """Of a network in a lab of its own; "" when nothing is."""
    folder.mkdir()
    made = Lab(folder, prefix)
    try:
        made.build()
        network.build(made)
        card = probe(made)
        said = {path: _value(card, path) for path in network.says}
        is_right = (card["verdict"], card["mode"]) == (network.kind, network.mode) and said == network.says
        return "" if is_right else f"{network}: {json.dumps(card, indent=1)}"
    except (AssertionError, subprocess.CalledProcessError, LookupError) as problem:
        return f"{network}: {problem!r}"
    finally:
        made.close()


@pytest.mark.parametrize("first", range(0, len(ODD_NETWORKS), _SIDE_BY_SIDE))
def test_verdicts_of_odd_networks(tmp_path: Path, first: int) -> None:
    """Asking is nearly all waiting, so several networks are asked at once."""
    reason = missing_for_lab()
    if reason is not None:
        pytest.skip(reason)
    networks = ODD_NETWORKS[first : first + _SIDE_BY_SIDE]
    with ThreadPoolExecutor(len(networks)) as pool:
        prefixes = (f"fo{os.getpid() % 100_000}{chr(ord('a') + number)}" for number in range(len(networks)))
        folders = (tmp_path / str(number) for number in range(len(networks)))
        wrong = list(filter(None, pool.map(_what_is_wrong, networks, folders, prefixes)))
    assert not wrong, "\n".join(wrong)


def test_storm_is_told_in_time(cables: Lab) -> None:
    STORM.build(cables)
    card = probe(cables)
    assert (card["verdict"], card["mode"]) == (STORM.kind, STORM.mode), json.dumps(card, indent=1)


def test_matrix_has_at_least_twenty_networks() -> None:
    assert len({each.name for each in NETWORKS}) >= 20


def test_only_discovers_of_one_computer_leave_from_the_cards_own_address(school: Lab) -> None:
    capture = school.start_capture()
    probe(school)
    frames = [each for each in dhcp_frames(capture.stop()) if each.source in ("0.0.0.0", "10.77.1.10")]
    assert {each.message for each in frames} == {1}
    assert 4 <= len(frames) <= 12


def test_no_lease_is_taken(school: Lab) -> None:
    probe(school)
    assert (school.folder / "leases").read_text() == ""
