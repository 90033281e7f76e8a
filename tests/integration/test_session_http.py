"""HTTP as part of a session: files, rows, draining, cutting."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from ipaddress import IPv4Interface
from pathlib import Path

import pytest
import tftpy

from fogportable.errors import FaultCode, ServiceError
from fogportable.events import HttpTransferFinished, HttpTransferStarted, SessionStarted, SessionStopped
from fogportable.model import (
    BootRule,
    HttpSettings,
    ServingInterface,
    ServingPlan,
    SessionState,
    TransferProtocol,
    TransferState,
    WirePorts,
)
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.services import files
from fogportable.session.facade import KitSession
from fogportable.session.lineup import endpoints

LOOPBACK = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None, 1500)
ANY_PORTS = WirePorts(0, 0, 0, reply_to_sender=True)
_BIG = 32 * 2**20


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "ipxe.efi").write_bytes(bytes(range(256)) * 400)
    (tmp_path / "big").write_bytes(bytes(_BIG))
    return tmp_path


@pytest.fixture
def session() -> Iterator[KitSession]:
    made = KitSession()
    yield made
    made.stop(drain_s=0.0)


def _plan(root: Path, *, ports: WirePorts = ANY_PORTS, http: HttpSettings | None = None) -> ServingPlan:
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    return ServingPlan((LOOPBACK,), root, rules, ports=ports, http=http or HttpSettings())


def _port(session: KitSession) -> int:
    port = session.wire_ports.http
    assert port
    return port


def _get(session: KitSession, name: str) -> bytes:
    client = http.client.HTTPConnection("127.0.0.1", _port(session), timeout=10)
    client.request("GET", f"/{name}", headers={"Connection": "close"})
    return client.getresponse().read()


def _await_event(session: KitSession, kind: type) -> object:
    pause = threading.Event()
    while True:
        for record in session.events_since(0).records:
            if isinstance(record.event, kind):
                return record.event
        pause.wait(0.01)


def _half_load(session: KitSession) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", _port(session)), timeout=10)
    client.sendall(b"GET /big HTTP/1.1\r\nHost: kit\r\nConnection: close\r\n\r\n")
    client.recv(1000)
    _await_event(session, HttpTransferStarted)
    return client


def test_files_and_the_menu_are_served_and_listed_beside_those_of_tftp(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    started = _await_event(session, SessionStarted)
    assert isinstance(started, SessionStarted)
    assert _port(session) in started.ports
    assert _get(session, "ipxe.efi") == (root / "ipxe.efi").read_bytes()
    assert _get(session, "boot.ipxe").startswith(b"#!ipxe")
    _await_event(session, HttpTransferFinished)
    assert (TransferProtocol.HTTP, TransferState.FINISHED, "ipxe.efi") in [
        (each.protocol, each.state, each.file) for each in session.transfers()
    ]


def test_a_running_load_is_a_row_with_progress(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    with _half_load(session):
        (row,) = session.transfers()
        assert (row.protocol, row.state, row.size_bytes) == (TransferProtocol.HTTP, TransferState.RUNNING, _BIG)
        assert session.status().loading_computers == 1


def test_stop_lets_a_running_load_finish(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    with _half_load(session) as client:
        stopping = threading.Thread(target=session.stop, kwargs={"drain_s": 20.0})
        stopping.start()
        while session.status().state is not SessionState.STOPPING:
            stopping.join(0.01)
        while client.recv(1 << 20):
            pass
        stopping.join(10)
        assert not stopping.is_alive()
    assert [(each.state, each.sent_bytes) for each in session.transfers()] == [(TransferState.FINISHED, _BIG)]


def test_stop_now_cuts_it_and_no_thread_is_left(session: KitSession, root: Path) -> None:
    session.start(_plan(root))
    with _half_load(session):
        session.stop(drain_s=0.0)
    assert isinstance(session.events_since(0).records[-1].event, SessionStopped)
    assert [(each.state, each.reason) for each in session.transfers()] == [
        (TransferState.FAILED, "serving was stopped")
    ]
    assert not [each for each in threading.enumerate() if each.name.startswith("fogp-http")]


def test_switched_off_it_opens_no_port(session: KitSession, root: Path) -> None:
    session.start(_plan(root, http=HttpSettings(is_enabled=False)))
    assert session.wire_ports.http is None
    assert len(session.status().ports) == 3


@pytest.mark.parametrize("is_in_settings", [True, False])
def test_a_held_port_that_was_asked_for_starts_nothing(session: KitSession, root: Path, is_in_settings: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        ports = ANY_PORTS if is_in_settings else WirePorts(0, 0, 0, port, reply_to_sender=True)
        http = HttpSettings(port=port) if is_in_settings else None
        with pytest.raises(ServiceError) as refused:
            session.start(_plan(root, ports=ports, http=http))
    assert refused.value.code is FaultCode.PORT_IN_USE
    assert str(port) in str(refused.value)


@pytest.mark.parametrize(("held", "port"), [((), 80), ((80,), 8080), ((80, 8080), 0)])
def test_the_usual_port_is_taken_unless_it_is_held(
    root: Path, held: tuple[int, ...], port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fogportable.session.http_port.is_tcp_port_free", lambda each, _: each not in held)
    assert endpoints(_plan(root, ports=WirePorts()))[-1].port == port


def test_a_disk_that_hangs_for_http_does_not_stall_tftp(
    session: KitSession, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, spins_again, read = threading.Event(), threading.Event(), files._read

    def hang(descriptor: int, offset: int, length: int) -> bytes:
        if threading.current_thread().name.startswith("fogp-http"):
            reading.set()
            assert spins_again.wait(30)
        return read(descriptor, offset, length)

    monkeypatch.setattr(files, "_read", hang)
    session.start(_plan(root))
    with socket.create_connection(("127.0.0.1", _port(session)), timeout=10) as client:
        client.sendall(b"GET /ipxe.efi HTTP/1.1\r\nHost: kit\r\n\r\n")
        assert reading.wait(10)
        got = tmp_path / "got"
        tftpy.TftpClient("127.0.0.1", session.wire_ports.tftp).download("ipxe.efi", str(got), timeout=3)
        assert got.read_bytes() == (root / "ipxe.efi").read_bytes()
        spins_again.set()
        assert client.recv(15) == b"HTTP/1.1 200 OK"
