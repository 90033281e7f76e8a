"""The flight recorder over real sockets: what is kept, what it is tied to, and what `explain` makes of the file."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.diagnosis import Diagnosis, Verdict
from fogportable.diagnostics.explain import explain_capture
from fogportable.events import ClientAsked, OfferSent, TransferFinished
from fogportable.model import BootRule, ServingInterface, ServingPlan, WirePorts
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.facade import KitSession
from fogportable.session.recorder import Direction, Recorder
from fogportable.session.recording import write_recording
from fogportable.session.rehearsal import Rehearsal
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC, lease_request

_ROOM = 12


@pytest.fixture(scope="module")
def rehearsal() -> Rehearsal:
    made = Rehearsal()
    made.start(_ROOM)
    pause = threading.Event()
    while not made.is_done:
        pause.wait(0.02)
    made.stop()
    return made


@pytest.fixture
def recorder(rehearsal: Rehearsal) -> Recorder:
    return rehearsal.session.recorder


def test_every_packet_of_a_computer_is_tied_to_the_record_it_led_to(rehearsal: Rehearsal, recorder: Recorder) -> None:
    records = {each.sequence: each.event for each in rehearsal.session.events_since(0, 10_000).records}
    for row in rehearsal.session.clients():
        packets = recorder.packets_of(row.mac)
        kinds = {type(records[each.record]) for each in packets if each.record is not None}
        assert {ClientAsked, OfferSent, TransferFinished} <= kinds
        assert all(records[each.record].client == row.mac for each in packets if each.record is not None)
        assert [each.time for each in packets] == sorted(each.time for each in packets)
        assert {each.direction for each in packets} == {Direction.IN, Direction.OUT}


def test_a_transfer_is_kept_by_its_ends_and_not_by_its_blocks(rehearsal: Rehearsal, recorder: Recorder) -> None:
    finished = [
        each.event
        for each in rehearsal.session.events_since(0, 10_000).records
        if isinstance(each.event, TransferFinished)
    ]
    blocks = sum(each.size_bytes // each.block_size + 1 for each in finished)
    assert blocks > 10 * len(finished)
    tftp = list(recorder.rings.tftp.packets())
    assert len(tftp) < 12 * len(finished)
    assert recorder.dropped == 0


def test_explain_says_of_a_recording_that_all_computers_booted(recorder: Recorder, tmp_path: Path) -> None:
    file = tmp_path / "recording.pcapng"
    with file.open("wb") as opened:
        write_recording(opened, recorder.packets(), dropped=0)
    explanation = explain_capture(file)
    assert explanation.fault is None
    assert explanation.frames == len(recorder.packets())
    verdicts = {str(each.client): each.verdict for each in explanation.diagnoses}
    assert len(verdicts) == _ROOM
    assert set(verdicts.values()) == {Verdict.OK}, verdicts


# --- what went wrong ------------------------------------------------------------------------------------------------

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.1/8"), None, 1500)
_CLIENT = "127.0.0.77"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KitSession]:
    (tmp_path / "ipxe.efi").write_bytes(bytes(range(256)) * 400)
    made = KitSession()
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    made.start(ServingPlan((LOOPBACK,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True)))
    yield made
    made.stop(drain_s=0.0)


def _asks_and_takes_an_address(session: KitSession) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as firmware:
        firmware.bind((_CLIENT, 0))
        firmware.settimeout(5)
        there = ("127.0.0.1", session.wire_ports.discovery)
        firmware.sendto(EDK2_DISCOVER, there)
        assert firmware.recv(2048)
        firmware.sendto(lease_request(EDK2_DISCOVER, address=_CLIENT, dhcp_server="127.0.0.254"), there)
        pause = threading.Event()
        while not any(row.address == IPv4Address(_CLIENT) for row in session.clients()):
            pause.wait(0.02)


def _verdict(session: KitSession, tmp_path: Path) -> Diagnosis:
    file = tmp_path / "recording.pcapng"
    with file.open("wb") as opened:
        write_recording(opened, session.recorder.packets(), dropped=session.recorder.dropped)
    (found,) = explain_capture(file).diagnoses
    assert found.client == EDK2_MAC
    return found


def _request(session: KitSession, name: bytes, *, options: bytes = b"") -> bytes:
    """The first answer to a request that is never acknowledged."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as firmware:
        firmware.bind((_CLIENT, 0))
        firmware.settimeout(5)
        firmware.sendto(b"\0\1" + name + b"\0octet\0" + options, ("127.0.0.1", session.wire_ports.tftp))
        return firmware.recv(2048)


def test_a_file_that_is_not_there_is_the_verdict(session: KitSession, tmp_path: Path) -> None:
    _asks_and_takes_an_address(session)
    assert _request(session, b"no-such.efi")[:4] == b"\0\5\0\1"
    found = _verdict(session, tmp_path)
    assert found.verdict is Verdict.FILE_MISSING
    assert "no-such.efi" in found.sentence


def test_answers_that_never_reach_the_computer_are_the_verdict(session: KitSession, tmp_path: Path) -> None:
    _asks_and_takes_an_address(session)
    for _ in range(4):
        assert _request(session, b"ipxe.efi", options=b"blksize\x001468\0tsize\x000\0")[:2] == b"\0\6"
    assert _verdict(session, tmp_path).verdict is Verdict.TFTP_DATA_BLOCKED
