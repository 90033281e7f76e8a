"""Only approved computers, over real sockets: silence, then an OFFER to the next DISCOVER."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import FaultCode
from fogportable.events import ApprovalWanted, ClientApproved, Event
from fogportable.model import BootRule, ClientLists, ClientStage, ServingInterface, ServingPlan, WirePorts
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.facade import KitSession
from tests.integration.test_serve_command import _read_until, _serving, needs_root
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

_LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.1/8"), None, 1500)
_PORTS = WirePorts(0, 0, 0, reply_to_sender=True)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KitSession]:
    (tmp_path / "ipxe.efi").write_bytes(b"ipxe")
    made = KitSession()
    plan = ServingPlan((_LOOPBACK,), tmp_path, (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),), ports=_PORTS)
    made.start(replace(plan, clients=ClientLists(needs_approval=True)))
    yield made
    made.stop(drain_s=0.0)


def _await(session: KitSession, kind: type[Event]) -> None:
    pause = threading.Event()
    while not any(isinstance(each.event, kind) for each in session.events_since(0).records):
        pause.wait(0.02)


def test_a_computer_waits_in_silence_until_it_is_approved(session: KitSession) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.connect(("127.0.0.1", session.wire_ports.discovery))
        client.settimeout(10)
        client.send(EDK2_DISCOVER)
        _await(session, ApprovalWanted)
        (row,) = session.clients()
        assert (row.mac, row.stage) == (EDK2_MAC, ClientStage.NEEDS_YOU)
        assert row.fault is not None
        assert row.fault.code is FaultCode.CLIENT_WAITS
        assert not select.select([client], [], [], 0.2)[0]
        assert session.charge.approvals.approve([row.mac]) == (EDK2_MAC,)
        client.send(EDK2_DISCOVER)
        assert client.recv(2048)[4:8] == EDK2_DISCOVER[4:8]
    _await(session, ClientApproved)
    assert session.clients()[0].stage is ClientStage.ASKING


@needs_root
def test_serve_command_takes_an_address_that_is_written_into_its_file(tmp_path: Path) -> None:
    file = tmp_path / "approved"
    file.touch()
    (tmp_path / "ipxe.efi").write_bytes(b"ipxe")
    flags = ("--interface", "lo", "--root", tmp_path, "--boot", "x64=ipxe.efi", "--json", "--approve", file)
    ask = f"import socket; socket.socket(2, 2).sendto(bytes.fromhex('{EDK2_DISCOVER.hex()}'), ('127.0.0.1', 67))"
    with _serving(flags) as process:
        _read_until(process, "session_started")
        _ask_inside(process.pid, ask)
        wanted = json.loads(_read_until(process, "approval_wanted")[-1])
        assert (wanted["client"], wanted["fault"]["code"]) == (str(EDK2_MAC), "client_waits")
        file.write_text(f"{EDK2_MAC}\n")
        _read_until(process, "client_approved")
        _ask_inside(process.pid, ask)
        _read_until(process, "offer_sent")


def _ask_inside(pid: int, program: str) -> None:
    """Run it in the network of a process."""
    subprocess.run(["nsenter", "--net", f"--target={pid}", sys.executable, "-c", program], check=True, timeout=30)
