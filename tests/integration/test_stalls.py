"""Why a computer does not get further, by a session over real sockets on loopback."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.cli.output import json_line
from fogportable.events import StallDiagnosed, StallOver
from fogportable.model import BootRule, ClientSnapshot, ClientStage, ServingInterface, ServingPlan, WirePorts
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.facade import KitSession
from fogportable.simulator.boot_files import write_boot_files
from fogportable.simulator.classroom import Classroom
from fogportable.simulator.roster import ServerAddress, classroom_of
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

LOOPBACK = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None, 65536)


@pytest.fixture
def session() -> Iterator[KitSession]:
    made = KitSession()
    yield made
    made.stop(drain_s=0.0)


def _wait_for(is_it: Callable[[], bool], timeout_s: float = 8.0) -> None:
    deadline, pause = time.monotonic() + timeout_s, threading.Event()
    while not is_it() and time.monotonic() < deadline:
        pause.wait(0.05)
    assert is_it()


def _row(session: KitSession) -> ClientSnapshot:
    (row,) = session.clients()
    return row


def _last_step(session: KitSession, mac: MacAddress) -> str:
    steps = session.stalls.journey(mac).steps
    return steps[-1].text if steps else ""


def _discover(session: KitSession) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.9", 0))
        client.settimeout(5)
        client.sendto(EDK2_DISCOVER, ("127.0.0.1", session.wire_ports.discovery))
        client.recv(2048)


def test_a_verdict_is_in_the_row_in_the_journal_and_in_json_and_clears_itself(
    session: KitSession, tmp_path: Path
) -> None:
    file = tmp_path / "ipxe.efi"
    file.write_bytes(b"MZ" + bytes(2000))
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    session.start(ServingPlan((LOOPBACK,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True)))
    file.unlink()
    _discover(session)
    _wait_for(lambda: bool(session.clients()) and _row(session).diagnosis is not None)
    row = _row(session)
    assert row.diagnosis is not None
    assert (row.diagnosis.rule, row.diagnosis.confidence) == ("file-missing", "sure")
    assert (row.stage, row.doing) == (ClientStage.NEEDS_YOU, row.diagnosis.sentence)
    (record,) = [each for each in session.events_since(0).records if isinstance(each.event, StallDiagnosed)]
    told = json.loads(json_line(record))
    assert told["event"] == "stall_diagnosed"
    assert told["client"] == str(EDK2_MAC)
    assert told["diagnosis"]["verdict"] == "file-missing"
    evidence = told["diagnosis"]["evidence"][0]
    sheets = session.packet_sheets(EDK2_MAC)
    assert [each.title.partition(" of ")[0].partition(" for ")[0] for each in sheets] == ["DHCP DISCOVER", "DHCP OFFER"]
    assert "PXEClient:Arch:00007" in sheets[0].words
    assert "52 54 00 aa bb 01" in sheets[0].octets
    assert evidence["record"] in [each.sequence for each in session.events_since(0).records]

    file.write_bytes(b"MZ" + bytes(2000))
    lease = bytearray(EDK2_DISCOVER)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.9", 0))
        client.settimeout(5)
        lease[lease.index(bytes((53, 1, 1))) + 2] = 3  # A REQUEST, so that the address is known as this computer's.
        end = lease.rindex(255)
        lease[end:] = bytes((50, 4, 127, 0, 0, 9, 54, 4, 127, 255, 0, 1, 255))
        client.sendto(lease, ("127.0.0.1", session.wire_ports.discovery))
        _wait_for(lambda: _row(session).address == IPv4Address("127.0.0.9"))
        client.sendto(b"\0\1ipxe.efi\0octet\0blksize\x004000\0", ("127.0.0.1", session.wire_ports.tftp))
        _, server = client.recvfrom(4096)
        client.sendto(b"\0\4\0\0", server)
        client.recvfrom(4096)
        client.sendto(b"\0\4\0\1", server)
        _wait_for(lambda: _row(session).diagnosis is None)
    assert any(isinstance(each.event, StallOver) for each in session.events_since(0).records)
    assert _row(session).stage is not ClientStage.NEEDS_YOU


def test_a_classroom_that_boots_is_not_accused_of_anything(session: KitSession, tmp_path: Path) -> None:
    rules = write_boot_files(tmp_path)
    session.start(ServingPlan((LOOPBACK,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True)))
    ports = session.wire_ports
    room = classroom_of(30)
    place = ServerAddress(IPv4Address("127.0.0.1"), ports.discovery, ports.boot_server, ports.tftp)
    classroom = Classroom(room, place)
    classroom.start()
    assert classroom.wait(30)
    # All that it did has been looked at once the desk knows the last step of the last computer.
    _wait_for(lambda: all("boot.ipxe" in _last_step(session, each.mac) for each in room))
    told = [each.event for each in session.events_since(0, 100_000).records]
    assert not [each for each in told if isinstance(each, StallDiagnosed)]
    assert all(each.diagnosis is None for each in session.clients())
    journey = session.stalls.journey(room[0].mac)
    assert journey.next_step is not None
    assert "menu" in journey.next_step.text


def test_a_start_forgets_what_was_found_before(session: KitSession, tmp_path: Path) -> None:
    rules = write_boot_files(tmp_path)
    plan = ServingPlan((LOOPBACK,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True))
    session.start(plan)
    _discover(session)
    _wait_for(lambda: bool(session.stalls.journey(EDK2_MAC).steps))
    session.stop(drain_s=0.0)
    assert session.stalls.journey(EDK2_MAC).steps  # It can be asked after the end.
    session.start(plan)
    assert not session.stalls.journey(EDK2_MAC).steps
