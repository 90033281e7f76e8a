"""`fogportable observe` on a wire: what would happen is said, and an outside capture hears nothing of us."""

from __future__ import annotations

import json
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.ethernet import udp_frame
from tests.fakes.namespaces import Wire, missing_for_namespaces
from tests.fakes.quiet_wire import frames_heard, outlet_of, quiet_wire
from tests.unit.boot.test_site_observer import CLASS, SITE, reply
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

_missing = missing_for_namespaces()
pytestmark = [pytest.mark.skipif(_missing is not None, reason=str(_missing)), pytest.mark.timeout(90)]

_DISCOVER = udp_frame(
    EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67), source_mac=EDK2_MAC.octets
)


@pytest.fixture
def lab() -> Iterator[Wire]:
    with quiet_wire() as made:
        yield made


@pytest.fixture
def outlet(lab: Wire) -> Iterator[socket.socket]:
    with outlet_of(lab) as sock:
        yield sock


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "ipxe.efi").write_bytes(b"MZ" + bytes(4096))
    (tmp_path / "room.toml").write_text('[boot]\nroot = "."\n[[boot.rule]]\narch = "x64"\nfile = "ipxe.efi"\n')
    return tmp_path


class _Observer:
    """A running `observe --json`, read line by line."""

    def __init__(self, lab: Wire, *flags: str) -> None:
        command = [sys.executable, "-m", "fogportable", "observe", "--interface", "kit0", "--json", *flags]
        with lab.kit.entered():
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait_for_computer(self, outlet: socket.socket, *frames: bytes) -> dict[str, Any]:
        """Send until it says something of a computer: when it listens is not told by anything else."""
        assert self.process.stdout is not None
        deadline_s = time.monotonic() + 60
        while time.monotonic() < deadline_s:
            for frame in frames:
                outlet.send(frame)
            if select.select([self.process.stdout], [], [], 0.3)[0]:
                said = json.loads(self.process.stdout.readline())
                if said["news"] == "computer":
                    return dict(said)
        raise AssertionError("nothing was said of the computer")

    def end(self) -> list[dict[str, Any]]:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        assert (self.process.returncode, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]


def test_what_start_would_change_is_said_and_not_one_frame_is_sent(
    lab: Wire, outlet: socket.socket, root: Path
) -> None:
    frames_heard(outlet)
    observer = _Observer(lab, "--profile", str(root / "room.toml"))
    said = observer.wait_for_computer(outlet, _DISCOVER)
    assert (said["client"], said["file"], said["chance"]) == (str(EDK2_MAC), "ipxe.efi", "sure")
    leftover = reply(options=CLASS).data
    outlet.send(udp_frame(leftover, source=(str(SITE), 67), destination=("255.255.255.255", 68)))
    assert observer.process.stdout is not None
    news = [json.loads(observer.process.stdout.readline()) for _ in range(3)]
    assert [each.get("event") for each in news[:2]] == ["dhcp_server_seen", "site_conflict_found"]
    assert (news[2]["chance"], news[2]["other"]) == ("none", str(SITE))
    (end,) = observer.end()
    assert [each["client"] for each in end["computers"]] == [str(EDK2_MAC)]
    assert [each["conflicts"] for each in end["servers"]] == [["class_without_43"]]
    assert frames_heard(outlet) == []


def test_outside_capture_would_hear_us_if_we_spoke(lab: Wire, outlet: socket.socket) -> None:
    """The witness of the test above is no deaf one."""
    frames_heard(outlet)
    command = [sys.executable, "-m", "fogportable", "probe", "--interface", "kit0", "--seconds", "1", "--json"]
    with lab.kit.entered():
        subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert len(frames_heard(outlet)) >= 4


def test_it_ends_by_itself_and_says_what_to_do_when_nobody_asked(lab: Wire, root: Path) -> None:
    command = [sys.executable, "-m", "fogportable", "observe", "--interface", "kit0", "--seconds", "0.5"]
    with lab.kit.entered():
        done = subprocess.run(
            [*command, "--profile", str(root / "room.toml")], capture_output=True, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Listening on kit0 (10.77.0.2); nothing is sent."
    assert "0 asked for network boot" in done.stdout
    assert "--boot-keys" in done.stdout


def test_card_that_is_not_there_cannot_be_listened_to(lab: Wire, root: Path) -> None:
    command = [sys.executable, "-m", "fogportable", "observe", "--interface", "nosuch0", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "nosuch0" in done.stderr
