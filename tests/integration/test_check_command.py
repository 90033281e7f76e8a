"""`fogportable check` in a network of its own: firewalls, a twin on the wire, and a change that is undone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path
from typing import Any

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ChangeOwner, LaptopChanges, WirePorts
from fogportable.platform.firewall import Passage, judge_firewall, read_firewall
from fogportable.platform.firewall_change import FrontEnd, plan_change
from fogportable.platform.firewall_record import ChangeRecord
from fogportable.platform.interfaces import find_interface
from fogportable.platform.privilege import Ask
from fogportable.session.address_twin import find_twin
from fogportable.session.firewall_check import packets_heard
from fogportable.session.firewall_opening import FirewallOpening
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces() or (None if shutil.which("nft") else "not installed: nft")
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(60)]

KEEPS_OUT_4011 = "table inet site { chain in { type filter hook input priority 0; udp dport 4011 drop; }; }"
KEEPS_OUT_ALL = "table inet site { chain in { type filter hook input priority 0; policy drop; }; }"


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


def _check(lab: Wire, *more: str) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-m", "fogportable", "check", "--interface", "kit0", "--json", *more]
    with lab.kit.entered():
        done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert not done.stderr
    return done.returncode, json.loads(done.stdout)


def _topic(said: dict[str, Any], topic: str) -> dict[str, Any]:
    (card,) = said["cards"]
    (found,) = (each for each in card["findings"] if each["topic"] == topic)
    return dict(found)


def test_free_machine_is_in_order_but_for_its_boot_files(lab: Wire) -> None:
    code, said = _check(lab)
    assert (code, said["verdict"]) == (1, "blocked")
    assert [_topic(said, each)["verdict"] for each in ("rights", "ports", "network", "firewall")] == ["ok"] * 4
    assert _topic(said, "boot_files")["faults"][0]["code"] == "no_boot_files"


def test_nft_rule_that_drops_4011_is_told_with_the_command_that_opens_it(lab: Wire) -> None:
    lab.kit.run("nft", KEEPS_OUT_4011)
    _, said = _check(lab)
    (fault,) = _topic(said, "firewall")["faults"]
    assert "keeps out 4011/udp: nftables table inet site, chain in" in fault["message"]
    assert "nft insert rule inet site in" in fault["remedy"]
    passages = {each["packet"]: each["passage"] for each in said["cards"][0]["firewall"]}
    assert passages == {
        "67/udp": "allowed",
        "4011/udp": "blocked",
        "69/udp": "allowed",
        "TFTP transfers": "allowed",
        "80/tcp": "allowed",
    }


@pytest.mark.parametrize("program", ["iptables-nft", "iptables-legacy"])
def test_iptables_of_both_kinds_are_read(lab: Wire, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"not installed: {program}")
    try:
        lab.kit.run(program, "-A", "INPUT", "-i", "kit0", "-p", "udp", "--dport", "67", "-j", "DROP")
    except subprocess.CalledProcessError:
        pytest.skip(f"this kernel has no tables for {program}")
    _, said = _check(lab)
    (fault,) = _topic(said, "firewall")["faults"]
    assert "iptables, table filter: -A INPUT -i kit0 -p udp -m udp --dport 67 -j DROP" in fault["message"]


def test_held_port_is_told_with_its_holder(lab: Wire) -> None:
    holder = "import socket,sys; s=socket.socket(2,2); s.bind(('',69)); print('bound',flush=True); sys.stdin.read()"
    with lab.kit.entered():
        process = subprocess.Popen(
            [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bound\n"
        code, said = _check(lab)
        process.communicate("")
    ports = _topic(said, "ports")
    assert (code, ports["verdict"]) == (1, "blocked")
    assert f"(process {process.pid})" in ports["sentence"]


def test_machine_with_the_same_address_is_found_by_asking(lab: Wire) -> None:
    with lab.kit.entered():
        assert find_twin(find_interface("kit0")) is None
    lab.pc.run("ip", "address", "add", "10.77.0.2/24", "dev", "pc0")
    _, said = _check(lab)
    assert FaultCode.ADDRESS_TAKEN.value in [each["code"] for each in _topic(said, "network")["faults"]]


def test_card_that_is_not_there_and_wrong_profile_have_their_exit_codes(lab: Wire, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("nonsense = [")
    code, said = _check(lab, "--profile", str(tmp_path / "wrong.toml"))
    assert (code, said["fault"]["code"]) == (2, "profile_not_toml")
    code, said = _check(lab, "--interface", "nosuch0")
    assert (code, said["fault"]["code"]) == (3, "interface_unknown")


def test_boot_keys_are_printed_without_looking_at_anything() -> None:
    command = [sys.executable, "-m", "fogportable", "check", "--boot-keys"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert any(line.startswith("Dell ") and "F12" in line for line in done.stdout.splitlines())
    (keys,) = json.loads(
        subprocess.run([*command, "--json"], capture_output=True, text=True, timeout=30, check=True).stdout
    ).values()
    assert len(keys) >= 10


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_reader_that_has_seen_enough_gets_no_complaint(unbuffered: str) -> None:
    """As with `| head -1`: what is printed after the reader has gone goes nowhere."""
    command = "sys.stdin.read(); sys.exit(main(['check', '--boot-keys']))"
    with subprocess.Popen(
        [sys.executable, "-c", f"import sys; from fogportable.cli.main import main; {command}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read() == ""
        assert process.wait(30) == 0


# --- a change, and its end ----------------------------------------------------------------------------------------


def _passages() -> list[Passage]:
    card = replace(find_interface("kit0"), addresses=(IPv4Interface("10.77.0.2/24"),))
    facts = read_firewall("kit0")
    return [judge_firewall(facts, each).passage for each in packets_heard(card, WirePorts(), 80)]


@pytest.mark.parametrize(
    ("closed", "front_end"),
    [
        (("nft", KEEPS_OUT_ALL), FrontEnd.NFTABLES),
        (("iptables-nft", "-P", "INPUT", "DROP"), FrontEnd.IPTABLES),
    ],
)
def test_change_lets_the_packets_in_and_is_undone_to_the_letter(
    lab: Wire, tmp_path: Path, closed: tuple[str, ...], front_end: FrontEnd
) -> None:
    if shutil.which(closed[0]) is None:
        pytest.skip(f"not installed: {closed[0]}")
    lab.kit.run(*closed)
    file = tmp_path / "state" / "firewall.json"
    with lab.kit.entered():
        before = read_firewall("kit0")
        assert Passage.ALLOWED not in _passages()
        packets = packets_heard(find_interface("kit0"), WirePorts(), 80)
        change = plan_change(before, packets)
        assert change is not None
        assert change.front_end is front_end
        opening = FirewallOpening(Ask.NEVER, file=file)
        opening.open(change)
        assert set(_passages()) == {Passage.ALLOWED}
        # A start after a crash finds what was written down, and nothing else.
        assert ChangeRecord(file).read() == change
        assert opening.undo() == LaptopChanges(change.lines(), ChangeOwner.OURS)
        assert Passage.ALLOWED not in _passages()
        assert "fog-portable" not in str(read_firewall("kit0"))
        assert opening.undo() == LaptopChanges()
        assert os.listdir(file.parent) == []


def test_change_that_fails_midway_leaves_nothing_behind(lab: Wire, tmp_path: Path) -> None:
    lab.kit.run("nft", KEEPS_OUT_ALL)
    file = tmp_path / "firewall.json"
    with lab.kit.entered():
        change = plan_change(read_firewall("kit0"), packets_heard(find_interface("kit0"), WirePorts(), 80))
        assert change is not None
        broken = replace(change, do=(*change.do, ("nft", "insert", "rule", "inet", "nosuch", "in", "accept")))
        with pytest.raises(ServiceError) as failed:
            FirewallOpening(Ask.NEVER, file=file).open(broken)
        assert failed.value.code is FaultCode.FIREWALL_NOT_CHANGED
        assert "nosuch" in failed.value.fault.detail
        assert Passage.ALLOWED not in _passages()
    assert not file.exists()
