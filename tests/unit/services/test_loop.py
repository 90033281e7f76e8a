"""The selector thread: sockets, deadlines, calls from outside, the guard and the end."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from fogportable.services.loop import SelectorThread


class Loop(SelectorThread):
    def __init__(self) -> None:
        self.crashes: list[Exception] = []
        super().__init__("test-loop", on_crash=self.crashes.append)
        self.due: float | None = None
        self.was_due = threading.Event()
        self.closed_in: list[str] = []

    def next_deadline(self) -> float | None:
        return self.due

    def on_deadline(self, now: float) -> None:
        self.due = None
        self.was_due.set()

    def on_close(self) -> None:
        self.closed_in.append(threading.current_thread().name)


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    assert loop.stop()


def _udp() -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    return sock


def test_readable_socket_is_called_in_the_thread(loop: Loop) -> None:
    sock, heard = _udp(), threading.Event()
    names: list[str] = []

    def read() -> None:
        assert sock.recv(10) == b"x"
        names.append(threading.current_thread().name)
        heard.set()

    loop.register(sock, read)
    address = sock.getsockname()
    loop.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", address)
        assert heard.wait(5)
    assert names == ["test-loop"]


def test_call_from_outside_wakes_the_thread(loop: Loop) -> None:
    loop.start()
    called = threading.Event()
    before = time.monotonic()
    loop.call_soon(called.set)
    assert called.wait(5)
    assert time.monotonic() - before < 0.9  # not only when the longest wait was over


def test_deadline_set_from_outside_is_kept(loop: Loop) -> None:
    loop.start()

    def ask() -> None:
        loop.due = time.monotonic() + 0.02

    loop.call_soon(ask)
    assert loop.was_due.wait(5)


def test_stop_closes_sockets_in_the_thread_and_may_be_repeated() -> None:
    loop, sock = Loop(), _udp()
    loop.register(sock, lambda: None)
    loop.start()
    assert loop.stop()
    assert loop.stop()
    assert sock.fileno() == -1
    assert loop.closed_in == ["test-loop"]
    assert not loop.is_alive
    loop.call_soon(lambda: None)  # nobody listens; nothing is raised


def test_stop_before_start_closes_sockets_too() -> None:
    loop, sock = Loop(), _udp()
    loop.register(sock, lambda: None)
    assert loop.stop()
    assert sock.fileno() == -1
    assert loop.closed_in == ["MainThread"]


def test_bug_in_a_callback_ends_the_thread_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    loop, sock = Loop(), _udp()
    loop.register(sock, lambda: None)

    def fail() -> None:
        raise ValueError("a bug")

    with caplog.at_level(logging.CRITICAL + 1, "fogportable.services"):
        loop.start()
        loop.call_soon(fail)
        assert loop.stop()
    assert [str(crash) for crash in loop.crashes] == ["a bug"]
    assert sock.fileno() == -1


def test_reader_may_close_a_socket_that_was_readable_in_the_same_round(loop: Loop) -> None:
    pair, woken = [_udp(), _udp()], threading.Event()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for sock in pair:
            sender.sendto(b"x", sock.getsockname())

    def close_both() -> None:
        for sock in pair:
            loop.unregister(sock)
        woken.set()

    for sock in pair:
        loop.register(sock, close_both)
    loop.start()
    assert woken.wait(5)
    assert loop.stop()
    assert loop.crashes == []


def test_without_epoll_it_works_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("select.epoll", raising=False)
    monkeypatch.setattr(selectors, "DefaultSelector", selectors.SelectSelector)
    loop, sock, heard = Loop(), _udp(), threading.Event()
    address = sock.getsockname()

    def read() -> None:
        loop.unregister(sock)
        heard.set()

    loop.register(sock, read)
    loop.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", address)
        assert heard.wait(5)
    assert loop.stop()
    assert loop.crashes == []


def test_socket_unregistered_by_another_callback_is_closed_and_not_watched(loop: Loop) -> None:
    sock, done = _udp(), threading.Event()
    loop.register(sock, lambda: None)

    def drop() -> None:
        loop.unregister(sock)
        done.set()

    loop.start()
    loop.call_soon(drop)
    assert done.wait(5)
    assert sock.fileno() == -1


def test_muted_socket_waits_until_it_is_looked_at_again(loop: Loop) -> None:
    sock, other, heard, heard_other = _udp(), _udp(), threading.Event(), threading.Event()

    def read() -> None:
        sock.recv(10)
        heard.set()

    def read_other() -> None:
        other.recv(10)
        heard_other.set()

    loop.register(sock, read)
    loop.register(other, read_other)
    loop.mute(sock)
    loop.mute(sock)
    addresses = sock.getsockname(), other.getsockname()
    loop.start()
    with _udp() as sender:
        for address in addresses:
            sender.sendto(b"x", address)
        assert heard_other.wait(5)
        assert not heard.is_set()
        loop.call_soon(lambda: loop.unmute(sock))
        assert heard.wait(5)
