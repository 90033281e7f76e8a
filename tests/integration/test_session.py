"""The session over real sockets on loopback: serve, drain, cut, tell."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Interface
from pathlib import Path

import pytest
import tftpy

from fogportable.boot.proxy_dhcp import ProxyDhcpEngine
from fogportable.errors import BootFileError, FaultCode, ServiceError
from fogportable.events import FaultRaised, SessionStarted, SessionStopped, TransferFinished
from fogportable.model import (
    BootRule,
    Menu,
    MenuAction,
    MenuEntry,
    ServingInterface,
    ServingPlan,
    SessionState,
    WirePorts,
)
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.facade import KitSession
from tests.unit.protocol.dhcp.frames import EDK2_BOOT_SERVER_REQUEST, EDK2_DISCOVER

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.1/8"), None, 1500)
ANY_PORTS = WirePorts(0, 0, 0, reply_to_sender=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "ipxe.efi").write_bytes(bytes(range(256)) * 400)
    return tmp_path


@pytest.fixture
def session() -> Iterator[KitSession]:
    made = KitSession()
    yield made
    made.stop(drain_s=0.0)


def _plan(root: Path, *, ports: WirePorts = ANY_PORTS, menu: Menu | None = None) -> ServingPlan:
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    return ServingPlan((LOOPBACK,), root, rules, menu=menu or Menu(), ports=ports)


def _fetch(session: KitSession, name: str, to: Path) -> bytes:
    tftpy.TftpClient("127.0.0.1", session.wire_ports.tftp).download(name, str(to), timeout=3)
    return to.read_bytes()


def _half_transfer(port: int) -> tuple[socket.socket, tuple[str, int]]:
    """A client that takes two blocks and confirms the first, and the server's address for this transfer."""
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.settimeout(5)
    client.sendto(b"\0\1ipxe.efi\0octet\0", ("127.0.0.1", port))
    data, server = client.recvfrom(2048)
    assert data[:4] == b"\0\3\0\1"
    client.sendto(b"\0\4\0\1", server)
    assert client.recvfrom(2048)[0][:4] == b"\0\3\0\2"
    return client, server


@pytest.mark.parametrize("archs", [frozenset[int](), ARCH_NAMES["x64"]], ids=["everybody", "some"])
def test_own_boot_ipxe_is_served_where_a_rule_gives_it_to_everybody(
    session: KitSession, root: Path, tmp_path: Path, archs: frozenset[int]
) -> None:
    (root / "boot.ipxe").write_bytes(b"#!ipxe\n# of the user\n")
    plan = _plan(root)
    session.start(replace(plan, rules=(*plan.rules, BootRule(archs, script="boot.ipxe"))))
    assert (b"of the user" in _fetch(session, "boot.ipxe", tmp_path / "script")) is (not archs)


def test_a_started_session_serves_files_and_the_menu(session: KitSession, root: Path, tmp_path: Path) -> None:
    session.start(_plan(root))
    assert session.status().state is SessionState.SERVING
    assert _fetch(session, "ipxe.efi", tmp_path / "got") == (root / "ipxe.efi").read_bytes()
    script = _fetch(session, "boot.ipxe", tmp_path / "script")
    assert script.startswith(b"#!ipxe")
    assert b"127.0.0.1" in script
    kinds = [type(record.event) for record in session.events_since(0).records]
    assert kinds[0] is SessionStarted
    assert TransferFinished in kinds


def test_stop_says_nobody_was_cut_when_nobody_loads(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    report = session.stop()
    assert (report.drained, report.cut) == (0, ())
    assert session.status().state is SessionState.STOPPED
    assert isinstance(session.events_since(0).records[-1].event, SessionStopped)


def test_after_stop_nothing_answers_and_it_can_start_again(session: KitSession, root: Path, tmp_path: Path) -> None:
    session.start(_plan(root))
    wire = session.wire_ports
    session.stop()
    said = {wire.tftp: b"\0\1ipxe.efi\0octet\0", wire.boot_server: EDK2_BOOT_SERVER_REQUEST}
    for port, request in (said | {wire.discovery: EDK2_DISCOVER}).items():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.connect(("127.0.0.1", port))
            client.settimeout(2)
            client.send(request)
            with pytest.raises(ConnectionRefusedError):  # By ICMP, so that firmware does not wait for us.
                client.recv(2048)
    session.start(_plan(root))
    assert _fetch(session, "ipxe.efi", tmp_path / "got")


def test_stop_lets_a_running_transfer_finish(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    client, server = _half_transfer(session.wire_ports.tftp)
    with client:
        stopping = threading.Thread(target=session.stop, kwargs={"drain_s": 20.0})
        stopping.start()
        block = 2
        client.sendto(b"\0\4\0\2", server)
        while True:
            data = client.recv(2048)
            block = int.from_bytes(data[2:4], "big")
            client.sendto(b"\0\4" + block.to_bytes(2, "big"), server)
            if len(data) < 516:
                break
        stopping.join(10)
        assert not stopping.is_alive()
    stopped = session.events_since(0).records[-1].event
    assert isinstance(stopped, SessionStopped)
    assert block == 201
    assert [each.state for each in session.transfers()] == ["finished"]


def test_stop_now_cuts_what_still_loads_with_an_error(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    client, _ = _half_transfer(session.wire_ports.tftp)
    with client:
        stopping = threading.Thread(target=session.stop, kwargs={"drain_s": 60.0})
        stopping.start()
        while session.status().state is not SessionState.STOPPING:
            stopping.join(0.01)
        session.stop_now()
        stopping.join(5)
        assert not stopping.is_alive()
        data = client.recv(2048)
        while data[1] == 3:
            data = client.recv(2048)
        assert data[:4] == b"\0\5\0\0"


def test_the_menu_can_change_while_serving(session: KitSession, root: Path, tmp_path: Path) -> None:
    session.start(_plan(root))
    session.update_menu(Menu(entries=(MenuEntry("Rescue system", MenuAction.SHELL),)))
    assert b"Rescue system" in _fetch(session, "boot.ipxe", tmp_path / "script")


def test_a_missing_folder_starts_nothing(session: KitSession, tmp_path: Path) -> None:
    with pytest.raises(BootFileError) as raised:
        session.start(_plan(tmp_path / "nowhere"))
    assert raised.value.code is FaultCode.ROOT_MISSING
    assert session.status().state is SessionState.FAILED
    assert session.status().fault == raised.value.fault
    assert isinstance(session.events_since(0).records[-1].event, FaultRaised)


def test_a_held_port_starts_nothing_and_leaves_nothing_open(session: KitSession, root: Path, tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as holder:
        holder.bind(("127.0.0.1", 0))
        ports = WirePorts(0, 0, holder.getsockname()[1], reply_to_sender=True)
        with pytest.raises(ServiceError) as raised:
            session.start(_plan(root, ports=ports))
        assert raised.value.code is FaultCode.PORT_IN_USE
    session.start(_plan(root))
    assert session.status().state is SessionState.SERVING


def test_a_name_no_packet_can_carry_is_refused_before_anything_is_bound(session: KitSession, root: Path) -> None:
    plan = ServingPlan((LOOPBACK,), root, (BootRule(ARCH_NAMES["x64"], "x" * 300),), ports=ANY_PORTS)
    with pytest.raises(BootFileError) as raised:
        session.start(plan)
    assert raised.value.code is FaultCode.BOOT_FILE_BROKEN


def test_no_thread_outlives_the_session(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    names = {each.name for each in threading.enumerate()}
    assert {"fogp-dhcp", "fogp-tftp", "fogp-watch"} <= names
    session.stop()
    left = {each.name for each in threading.enumerate()}
    assert not left & {"fogp-dhcp", "fogp-tftp", "fogp-watch"}


def test_after_a_crash_the_rest_is_stopped_and_it_starts_again(
    session: KitSession, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(*_arguments: object, **_more: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(ProxyDhcpEngine, "receive_datagram", crash)
        session.start(_plan(root))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.sendto(b"x" * 300, ("127.0.0.1", session.wire_ports.discovery))
            pause = threading.Event()
            while session.status().state is not SessionState.FAILED:
                pause.wait(0.01)
    fault = session.status().fault
    assert fault is not None
    assert fault.code is FaultCode.SERVICE_CRASHED
    assert "RuntimeError" in caplog.text, "the log has what people do not need to see"
    session.start(_plan(root))
    assert session.status().state is SessionState.SERVING
    assert _fetch(session, "ipxe.efi", tmp_path / "got")
