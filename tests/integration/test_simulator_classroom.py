"""The software classroom against the real services, over loopback sockets without rights."""

from __future__ import annotations

import hashlib
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.events import ArchWithoutFile, Event, FileNotFound, OfferSent, SizeProbed, TransferFinished
from fogportable.model import ServingInterface, ServingPlan, SessionState, WirePorts
from fogportable.session.facade import KitSession
from fogportable.simulator.boot_files import write_boot_files
from fogportable.simulator.classroom import Classroom
from fogportable.simulator.firmware import ClientKind
from fogportable.simulator.roster import ClientStep, Pace, ServerAddress, classroom_of, odd_clients

LOOPBACK = IPv4Address("127.0.0.1")


@dataclass(frozen=True)
class Served:
    """A serving session with free ports."""

    session: KitSession
    address: ServerAddress
    sha256: dict[str, str]

    def events(self) -> list[Event]:
        return [record.event for record in self.session.events_since(0, 100_000).records]

    def wait_for(self, kind: type[Event], count: int) -> None:
        deadline, pause = time.monotonic() + 5, threading.Event()
        while self.count(kind) < count and time.monotonic() < deadline:
            pause.wait(0.01)
        assert self.count(kind) == count

    def count(self, kind: type[Event]) -> int:
        return sum(isinstance(event, kind) for event in self.events())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    rules = write_boot_files(tmp_path)
    sha256 = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in tmp_path.iterdir()}
    loopback = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None, 65536)
    session = KitSession()
    session.start(ServingPlan((loopback,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True)))
    try:
        ports = session.wire_ports
        yield Served(session, ServerAddress(LOOPBACK, ports.discovery, ports.boot_server, ports.tftp), sha256)
        assert session.status().state is not SessionState.FAILED  # no service has crashed
    finally:
        session.stop(drain_s=0.0)


def test_thirty_mixed_computers_boot_and_every_byte_is_right(served: Served) -> None:
    room = classroom_of(30)
    classroom = Classroom(room, served.address, expected_sha256=served.sha256)
    classroom.start()
    assert classroom.wait(30)
    sheet = classroom.pass_sheet()
    assert sheet.is_passed, sheet.lines()
    kinds = Counter(spec.kind.persona.name for spec in room)
    from_firmware = kinds["EDK2"] + kinds["ROM"]
    assert sheet.booted == 30
    assert sheet.checked_files == served.count(SizeProbed) == from_firmware
    assert sheet.files == 30 + from_firmware
    served.wait_for(TransferFinished, sheet.files)  # the server reads the last ACK a moment later
    assert served.count(OfferSent) == 30 + from_firmware
    assert sheet.addresses_given == 0
    assert sheet.replies >= served.count(OfferSent)


def test_odd_computers_are_turned_away_for_the_right_reason(served: Served) -> None:
    classroom = Classroom(odd_clients() + classroom_of(3)[2:], served.address)
    classroom.start()
    assert classroom.wait(30)
    silent, lost, usual = classroom.snapshot()
    assert classroom.pass_sheet().is_passed
    assert "no boot server" in silent.reason
    assert "TFTP error 1 for no-such-file.efi" in lost.reason
    assert usual.step is ClientStep.DONE
    assert (served.count(ArchWithoutFile), served.count(FileNotFound)) == (1, 1)


def test_two_hundred_computers_need_one_thread(served: Served) -> None:
    threads = threading.active_count()
    classroom = Classroom(classroom_of(200), served.address, expected_sha256=served.sha256, most_active=50)
    classroom.start()
    assert threading.active_count() <= threads + 1
    assert classroom.wait(60)
    assert classroom.pass_sheet().is_passed, classroom.pass_sheet().lines()


def test_damaged_file_on_the_server_is_found(served: Served) -> None:
    wrong = {**served.sha256, "rehearsal-x64.efi": "0" * 64}
    classroom = Classroom(classroom_of(1), served.address, expected_sha256=wrong)
    classroom.start()
    assert classroom.wait(20)
    (failure,) = classroom.pass_sheet().failures
    assert failure.reason == "rehearsal-x64.efi arrived damaged: its checksum is wrong"


def test_paced_room_shows_progress_and_needs_no_repetition(served: Served) -> None:
    classroom = Classroom(classroom_of(4), served.address, pace=Pace(rate_bytes_per_s=2_000_000), stagger_s=0.01)
    classroom.start()
    seen: set[ClientStep] = set()
    loading: set[int] = set()
    while not classroom.wait(0.01):
        for result in classroom.snapshot():
            seen.add(result.step)
            loading.add(result.loading_bytes)
    assert classroom.pass_sheet().is_passed
    assert ClientStep.LOADING in seen
    assert len(loading) > 5
    finished = [event for event in served.events() if isinstance(event, TransferFinished)]
    assert sum(event.retransmits for event in finished) == 0


def test_stop_switches_everybody_off_and_closes_every_socket(served: Served) -> None:
    before = len(os.listdir("/proc/self/fd"))
    room = classroom_of(20, kinds=[ClientKind.X64])
    classroom = Classroom(room, served.address, pace=Pace(rate_bytes_per_s=20_000))
    classroom.start()
    while not any(result.loading_bytes for result in classroom.snapshot()):
        assert not classroom.wait(0.01)
    began = time.monotonic()
    assert classroom.stop()
    assert time.monotonic() - began < 2
    assert classroom.is_done
    assert {result.reason for result in classroom.snapshot()} == {"it was switched off"}
    assert classroom.stop()
    served.session.stop(drain_s=0.0)  # closes the server's side of their transfers
    assert len(os.listdir("/proc/self/fd")) < before


def test_room_without_a_server_ends_with_reasons() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        classroom = Classroom(classroom_of(2), ServerAddress(LOOPBACK, port, port, port))
        classroom.start()
        assert classroom.wait(20)
    assert [failure.reason for failure in classroom.pass_sheet().failures] == ["no boot server answered (PXE-E53)"] * 2


def test_room_that_never_started_can_be_stopped() -> None:
    classroom = Classroom(classroom_of(2), ServerAddress(LOOPBACK, 1, 1, 1))
    assert classroom.stop()
    assert classroom.is_done
