"""Serving ends by itself: with exit code 0, and only after a running transfer has come to its end."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.cli.serve_stop import stop_patiently
from fogportable.events import SessionStopped, SessionStopping
from fogportable.model import SessionState
from fogportable.session.facade import KitSession
from tests.integration.test_serve_command import _read_until, _serving, needs_root
from tests.integration.test_session import _half_transfer, _plan


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KitSession]:
    (tmp_path / "ipxe.efi").write_bytes(bytes(512 * 20))
    made = KitSession()
    made.start(_plan(tmp_path))
    yield made
    made.stop(drain_s=0.0)


def _take_the_rest(client: socket.socket, server: tuple[str, int]) -> int:
    """From the third block on; how many octets came."""
    got, number = 0, 2
    while True:
        client.sendto(b"\0\4" + number.to_bytes(2, "big"), server)
        data = client.recv(2048)
        number, got = int.from_bytes(data[2:4], "big"), got + len(data) - 4
        if len(data) < 516:
            client.sendto(b"\0\4" + number.to_bytes(2, "big"), server)
            return got


def _ends(session: KitSession) -> tuple[SessionStopping, SessionStopped]:
    events = [record.event for record in session.events_since(0).records]
    (stopping,) = (each for each in events if isinstance(each, SessionStopping))
    (stopped,) = (each for each in events if isinstance(each, SessionStopped))
    return stopping, stopped


def test_a_computer_that_loads_when_the_time_is_over_gets_the_whole_file(session: KitSession) -> None:
    client, server = _half_transfer(session.wire_ports.tftp)
    with client:
        is_stopping = threading.Event()

        def tell() -> None:
            if any(isinstance(record.event, SessionStopping) for record in session.events_since(0).records):
                is_stopping.set()

        ending = threading.Thread(
            target=stop_patiently, args=(session, "the time is over", threading.Event(), tell), daemon=True
        )
        ending.start()
        assert is_stopping.wait(10)
        assert _take_the_rest(client, server) == 512 * 18
        ending.join(20)
    stopping, stopped = _ends(session)
    assert (stopping.loading, stopping.reason, stopped.cut) == (1, "the time is over", ())
    assert session.status().state is SessionState.STOPPED


def test_a_signal_gives_it_no_more_time(session: KitSession) -> None:
    client, _ = _half_transfer(session.wire_ports.tftp)
    is_hurried = threading.Event()
    with client:
        stop_patiently(session, "the time is over", is_hurried, is_hurried.set)
    assert session.status().state is SessionState.STOPPED


@needs_root
def test_the_command_ends_after_its_time_with_exit_code_0(tmp_path: Path) -> None:
    (tmp_path / "loader.efi").write_bytes(b"loader")
    flags = ("--interface", "lo", "--root", tmp_path, "--boot", "x64=loader.efi", "--json", "--stop-after", "1s")
    with _serving(flags) as process:
        stopping = json.loads(_read_until(process, "session_stopping")[-1])
        assert stopping["reason"] == "the time is over"
        _read_until(process, "session_stopped")
        assert process.wait(10) == 0
