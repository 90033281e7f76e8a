"""`serve --open-firewall`: open while it serves, shut afterwards, and after a crash at the next start."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.config.save import save_profile
from fogportable.errors import FaultCode, ServiceError
from fogportable.model import BootRule, ChangeOwner, HttpSettings, LaptopChanges, TftpSettings, Topic, Verdict
from fogportable.platform.firewall_change import FirewallChange
from fogportable.platform.firewall_hands import AskedHands
from fogportable.platform.privilege import Ask
from fogportable.session.firewall_opening import FirewallOpening
from fogportable.session.kit import RoomKit
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces() or (None if shutil.which("nft") else "not installed: nft")
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(90)]

CLOSED = "table inet site { chain in { type filter hook input priority 0; policy drop; }; }"


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        made.kit.run("nft", CLOSED)
        yield made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "ipxe.efi").write_bytes(b"MZ" + bytes(4096))
    return tmp_path


@dataclass
class Serving:
    """A running `serve --json`; lines: what it said until it served."""

    process: subprocess.Popen[str]
    lines: list[dict[str, object]] = field(default_factory=list)

    def wait_until_it_serves(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))
            if self.lines[-1]["event"] == "session_started":
                return
        raise AssertionError(f"it ended: {self.lines}")


def _serve(lab: Wire, root: Path, *flags: str) -> Serving:
    command = [sys.executable, "-m", "fogportable", "serve", "--interface", "kit0", "--root", str(root), "--json"]
    with lab.kit.entered():
        process = subprocess.Popen(
            [*command, "--boot", "x64=ipxe.efi", *flags],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "FOGPORTABLE_HOME": str(root / "home")},
        )
    serving = Serving(process)
    serving.wait_until_it_serves()
    return serving


def _rules(lab: Wire) -> str:
    with lab.kit.entered():
        return subprocess.run(["nft", "list", "ruleset"], check=True, capture_output=True, text=True).stdout


def test_ports_are_open_while_it_serves_and_as_before_afterwards(lab: Wire, root: Path) -> None:
    before = _rules(lab)
    serving = _serve(lab, root, "--open-firewall")
    assert serving.lines[0]["event"] == "firewall"
    assert 'udp dport 67 accept comment "fog-portable"' in _rules(lab)
    assert f"{serving.lines[0]['commands']}".count("nft insert rule inet site in iifname") == 5
    serving.process.send_signal(signal.SIGTERM)
    rest, _ = serving.process.communicate(timeout=30)
    assert serving.process.returncode == 0
    assert _rules(lab) == before
    last = json.loads(rest.splitlines()[-1])
    assert last["sentence"] == "Took back what was opened in the firewall."
    assert last["commands"] == serving.lines[0]["commands"]


def test_what_a_crash_left_open_is_taken_back_by_the_next_start_without_the_flag(lab: Wire, root: Path) -> None:
    before = _rules(lab)
    serving = _serve(lab, root, "--open-firewall")
    serving.process.kill()
    serving.process.communicate(timeout=30)
    assert "fog-portable" in _rules(lab)
    again = _serve(lab, root)
    assert again.lines[0]["sentence"] == "Took back what an earlier run had opened in the firewall."
    assert _rules(lab) == before
    again.process.send_signal(signal.SIGTERM)
    again.process.communicate(timeout=30)


def test_open_firewall_is_not_touched(lab: Wire, root: Path) -> None:
    lab.kit.run("nft", "flush ruleset")
    serving = _serve(lab, root, "--open-firewall")
    assert serving.lines[0]["sentence"] == "The firewall lets everything in already."
    assert _rules(lab) == ""
    serving.process.send_signal(signal.SIGTERM)
    serving.process.communicate(timeout=30)


class Hands(AskedHands):
    """Reads as usual, and hears what it is asked to change. error: raised instead."""

    def __init__(self, error: OSError | None = None) -> None:
        super().__init__(Ask.NEVER)
        self.error = error
        self.made: list[FirewallChange] = []

    def make(self, change: FirewallChange) -> None:
        if self.error is not None:
            raise self.error
        self.made.append(change)

    def undo(self, change: FirewallChange) -> None:
        self.made.remove(change)


def _planned(opening: FirewallOpening, *, serves_files: bool = True) -> FirewallChange:
    change = opening.plan(["kit0"], http=HttpSettings(), tftp=TftpSettings(), serves_files=serves_files)
    assert change is not None
    return change


def test_firewall_that_may_not_be_changed_is_told_with_what_to_type(lab: Wire, tmp_path: Path) -> None:
    refusing = Hands(PermissionError("only an administrator may change the firewall"))
    opening = FirewallOpening(Ask.NEVER, file=tmp_path / "change.json", hands=refusing)
    with lab.kit.entered(), pytest.raises(ServiceError) as refused:
        opening.open(_planned(opening))
    assert refused.value.code is FaultCode.FIREWALL_NOT_CHANGED
    assert "nft insert rule inet site in" in refused.value.fault.remedy
    assert opening.changes() == LaptopChanges(), "nothing was made, so nothing is to be taken back"


def test_only_the_questions_are_let_in_where_another_server_has_the_files(lab: Wire, tmp_path: Path) -> None:
    opening = FirewallOpening(Ask.NEVER, file=tmp_path / "change.json", hands=Hands())
    with lab.kit.entered():
        change = _planned(opening, serves_files=False)
    assert [each[each.index("dport") + 1] for each in change.do] == ["67", "4011"]


def test_what_cannot_be_taken_back_is_told_with_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "change.json"
    file.write_text("{")
    with pytest.raises(ServiceError) as refused:
        FirewallOpening(Ask.NEVER, file=file).undo()
    assert refused.value.code is FaultCode.FIREWALL_NOT_UNDONE
    assert str(file) in refused.value.fault.remedy


#: Opens as the window does, and is gone without a word.
_CRASH = """
import os, sys
from fogportable.config.load import load_profile
from fogportable.session.kit import RoomKit
kit = RoomKit()
kit.firewall.open(kit.firewall.plan(load_profile(__import__("pathlib").Path(sys.argv[1]))))
os._exit(9)
"""


def test_windows_kit_opens_until_stop_and_takes_back_what_a_crash_left(
    lab: Wire, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(root / "home"))
    rule = BootRule(frozenset({7, 9}), "ipxe.efi")
    profile = Profile(network=NetworkSettings(("kit0",)), boot=BootSettings(root=str(root), rules=(rule,)))
    file = root / "room.toml"
    save_profile(profile, file)
    before = _rules(lab)
    with lab.kit.entered():
        kit = RoomKit()
        assert kit.firewall.changes() == LaptopChanges()
        planned = kit.firewall.plan(profile)
        assert planned is not None
        assert _rules(lab) == before, "a plan changes nothing"
        kit.firewall.open(planned)
        assert kit.firewall.changes() == LaptopChanges(planned.lines(), ChangeOwner.OURS)
        (found,) = (each for each in kit.check(profile, root) if each.topic is Topic.FIREWALL)
        assert found.verdict is Verdict.OK
        assert kit.firewall.plan(profile) is None, "everything gets in by now"
        kit.start(profile, root)
        assert "fog-portable" in _rules(lab), "Start takes nothing back that was opened for it"
        assert RoomKit().firewall.changes().owner is ChangeOwner.ELSEWHERE
        assert RoomKit().firewall.take_back() == LaptopChanges(), "another one answers for it"
        kit.stop()
        assert _rules(lab) == before
        subprocess.run([sys.executable, "-c", _CRASH, str(file)], check=False, timeout=30)
        after_crash = RoomKit()
        assert after_crash.firewall.changes() == LaptopChanges(planned.lines(), ChangeOwner.LEFT)
        after_crash.start(profile, root)
        assert _rules(lab) == before
        after_crash.stop()


def test_check_lists_what_a_crashed_run_left(lab: Wire, root: Path) -> None:
    serving = _serve(lab, root, "--open-firewall")
    opened = serving.lines[0]["commands"]
    for owner in ("elsewhere", "left"):
        with lab.kit.entered():
            done = subprocess.run(
                [sys.executable, "-m", "fogportable", "check", "--interface", "kit0", "--json"],
                capture_output=True,
                env={**os.environ, "FOGPORTABLE_HOME": str(root / "home")},
                timeout=50,
                check=False,
            )
        assert json.loads(done.stdout)["changes"] == {"owner": owner, "commands": opened}
        serving.process.kill()
        serving.process.communicate(timeout=30)
