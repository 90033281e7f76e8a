"""The HTTP service and clients that mean no good, or no longer answer: bounded in time, number and memory."""

from __future__ import annotations

import contextlib
import queue
import random
import socket
import threading
import time
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from fogportable.events import HttpRequestRefused, HttpTransferFailed, HttpTransferFinished, HttpTransferStarted
from fogportable.services import http_service
from fogportable.services.files import OpenFile
from fogportable.services.http_delivery import HttpLimits
from tests.integration.http_bench import Bench, read_all, request, serving
from tests.integration.tftp_bench import boot_folder

_QUICK = HttpLimits(head_s=0.3, idle_s=0.3, patience_s=0.5)
_BIG = 64 * 2**20


def _big(root: Path) -> Path:
    boot_folder(root)
    (root / "big").write_bytes(bytes(_BIG))
    return root


def test_a_head_that_comes_drop_by_drop_is_given_up(tmp_path: Path) -> None:
    """Slow loris: each octet comes in time, the head never does."""
    with serving(tmp_path, limits=_QUICK) as bench, bench.connect() as sock:
        pause = threading.Event()
        begin = time.monotonic()
        with contextlib.suppress(ConnectionError):
            sock.sendall(b"GET /x HTTP/1.1\r\nX: ")
            while time.monotonic() - begin < 5:
                sock.sendall(b"a")
                pause.wait(0.02)
        assert time.monotonic() - begin < 2
        assert "end" in bench.next_event(HttpRequestRefused).reason
        bench.await_connections(0)


def test_a_head_that_stops_is_told_so(tmp_path: Path) -> None:
    with serving(tmp_path, limits=_QUICK) as bench:
        assert bench.say(b"GET /x HTTP/1.1\r\nX: ").startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("beginning", [b"", b"GET /ipxe.efi HTTP/1.1\r\nHost: kit\r\n\r\n"])
def test_a_silent_connection_is_closed_without_a_word(tmp_path: Path, beginning: bytes) -> None:
    with serving(boot_folder(tmp_path), limits=_QUICK) as bench:
        assert len(bench.say(beginning).split(b"HTTP/1.1 ")) == (2 if beginning else 1)
        bench.await_connections(0)


def test_an_endless_head_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as bench, bench.connect() as sock:
        sock.sendall(b"GET /x HTTP/1.1\r\nX: " + b"a" * 17_000)
        assert sock.recv(4096).startswith(b"HTTP/1.1 431 ")


def test_a_client_that_stops_reading_is_cut(tmp_path: Path) -> None:
    with serving(_big(tmp_path), limits=_QUICK) as bench, bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/big"))
        bench.next_event(HttpTransferStarted)
        failed = bench.next_event(HttpTransferFailed)
        assert "too slowly" in failed.reason
        assert failed.sent_bytes < _BIG
        bench.await_connections(0)


def test_a_client_that_reads_next_to_nothing_is_cut(tmp_path: Path) -> None:
    with serving(_big(tmp_path), limits=_QUICK) as bench, bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/big"))
        pause = threading.Event()
        begin = time.monotonic()
        with contextlib.suppress(ConnectionError):
            while sock.recv(100) and time.monotonic() - begin < 10:
                pause.wait(0.05)
        assert time.monotonic() - begin < 10
        assert "too slowly" in bench.await_event(HttpTransferFailed).reason


def test_one_address_has_eight_connections(tmp_path: Path) -> None:
    with serving(_big(tmp_path)) as bench, contextlib.ExitStack() as stack:
        for _ in range(8):
            sock = stack.enter_context(bench.connect(receive_buffer=4096))
            sock.sendall(request("/big"))
            sock.recv(100)
        with bench.connect() as ninth:
            ninth.sendall(request("/ipxe.efi"))
            assert b" 503 " in ninth.recv(4096)
        assert "too many" in bench.await_event(HttpRequestRefused).reason
        assert bench.get("/ipxe.efi")[0].status == 503
        with bench.client("127.0.0.2") as other:
            other.request("GET", "/ipxe.efi")
            assert other.getresponse().status == 200


def test_an_idle_connection_gives_way_to_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_service, "_LEAST_WAIT_S", 0.0)
    with serving(boot_folder(tmp_path)) as bench, contextlib.ExitStack() as stack:
        idle = [stack.enter_context(bench.connect()) for _ in range(8)]
        bench.await_connections(8)
        assert bench.get("/ipxe.efi")[0].status == 200
        assert idle[0].recv(1) == b""


def test_heads_that_never_end_keep_nobody_out(tmp_path: Path) -> None:
    limits = HttpLimits(connections=16, per_address=8)
    with serving(boot_folder(tmp_path), limits=limits) as bench, contextlib.ExitStack() as stack:
        for number in range(16):
            loris = stack.enter_context(bench.connect(f"127.0.5.{number + 1}"))
            loris.sendall(b"GET /ipxe.efi HTTP/1.1\r\nX: ")
        bench.await_connections(16)
        assert bench.get("/ipxe.efi")[0].status == 200


def test_rubbish_from_many_ends_nothing(tmp_path: Path) -> None:
    chance = random.Random(80)
    with serving(boot_folder(tmp_path)) as bench:
        for number in range(300):
            rubbish = chance.randbytes(chance.randrange(1, 3000)) + b"\r\n\r\n"
            if number % 3 == 0:
                rubbish = b"GET /" + rubbish
            with contextlib.suppress(ConnectionError), bench.connect(f"127.0.6.{number % 200 + 1}") as sock:
                sock.sendall(rubbish)
                sock.shutdown(socket.SHUT_WR)
                said = read_all(sock)
                assert said == b"" or said.startswith(b"HTTP/1.1 ")
        assert bench.get("/ipxe.efi")[0].status == 200


def test_stop_does_not_wait_for_a_disk_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, spins_again = threading.Event(), threading.Event()

    def hang(self: OpenFile, offset: int, length: int) -> bytes:
        reading.set()
        assert spins_again.wait(30)
        return b""

    monkeypatch.setattr(OpenFile, "read_at", hang)
    with serving(boot_folder(tmp_path)) as bench, bench.connect() as sock:
        sock.sendall(request("/ipxe.efi"))
        assert reading.wait(10)
        begin = time.monotonic()
        assert not bench.service.stop(0.3)
        assert time.monotonic() - begin < 1.5
        spins_again.set()


def test_no_more_than_the_cap_are_connected(tmp_path: Path) -> None:
    with serving(_big(tmp_path)) as bench, contextlib.ExitStack() as stack:
        for number in range(128):
            sock = stack.enter_context(bench.connect(f"127.0.2.{number + 1}", receive_buffer=4096))
            sock.sendall(request("/big"))
            sock.recv(100)
        assert bench.service.open_connections == 128
        threads = [each for each in threading.enumerate() if each.name.startswith("fogp-http")]
        assert len(threads) == 129
        assert len(bench.service.running_clients()) == 128
        with bench.connect("127.0.3.1") as late:
            late.sendall(request("/ipxe.efi", "Connection: close"))
            late.settimeout(0.3)
            with pytest.raises(TimeoutError):
                late.recv(1)
            assert bench.service.open_connections == 128
            late.settimeout(10)
            sock.close()  # one of them leaves, and the next is served
            assert read_all(late).startswith(b"HTTP/1.1 200 ")


def test_a_room_loads_at_once(tmp_path: Path) -> None:
    (tmp_path / "kernel").write_bytes(content := bytes(range(256)) * 16_384)
    got: queue.Queue[bytes] = queue.Queue()

    def load(bench: Bench, number: int) -> None:
        with bench.client(f"127.0.4.{number}") as client:
            client.request("GET", "/kernel")
            got.put(client.getresponse().read())

    with serving(tmp_path) as bench:
        threads = [threading.Thread(target=load, args=(bench, number)) for number in range(1, 31)]
        for each in threads:
            each.start()
        assert all(got.get(timeout=30) == content for _ in threads)
        for each in threads:
            each.join()


def test_a_disk_that_hangs_holds_up_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, spins_again = threading.Event(), threading.Event()
    read = OpenFile.read_at

    def hang(self: OpenFile, offset: int, length: int) -> bytes | memoryview:
        if self.name == "slow":
            reading.set()
            assert spins_again.wait(30)
        return read(self, offset, length)

    monkeypatch.setattr(OpenFile, "read_at", hang)
    boot_folder(tmp_path)
    (tmp_path / "slow").write_bytes(b"at last")
    with serving(tmp_path) as bench, bench.connect() as waiting:
        waiting.sendall(request("/slow", "Connection: close"))
        assert reading.wait(10)
        assert bench.get("/ipxe.efi")[0].status == 200
        spins_again.set()
        assert read_all(waiting).endswith(b"at last")


def test_strangers_get_nothing(tmp_path: Path) -> None:
    with serving(boot_folder(tmp_path), network="10.9.9.1/24") as bench:
        said = b""
        with contextlib.suppress(ConnectionError):
            said = bench.say(request("/ipxe.efi"))
        assert said == b""
        assert "network" in bench.next_event(HttpRequestRefused).reason


def test_networks_behind_relays_are_served(tmp_path: Path) -> None:
    relays = (IPv4Network("127.0.7.0/24"),)
    with serving(boot_folder(tmp_path), network="10.9.9.1/24", relays=relays) as bench, bench.client("127.0.7.9") as us:
        us.request("GET", "/ipxe.efi")
        assert us.getresponse().status == 200


def test_stopping_lets_loads_finish_and_refuses_new_ones(tmp_path: Path) -> None:
    with serving(_big(tmp_path)) as bench, bench.connect() as loading, bench.connect() as idle:
        loading.sendall(request("/big"))
        got = len(loading.recv(100))
        bench.await_connections(2)
        bench.service.refuse_new()
        assert bench.get("/ipxe.efi")[0].status == 503
        assert idle.recv(1) == b""
        while got < _BIG:
            got += len(loading.recv(1 << 20))
        bench.await_event(HttpTransferFinished)


def test_cut_loads_are_told_as_failed_and_the_threads_end(tmp_path: Path) -> None:
    with serving(_big(tmp_path)) as bench, bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/big"))
        sock.recv(100)
        begin = time.monotonic()
        assert bench.service.stop()
        assert time.monotonic() - begin < 1.5
        assert bench.await_event(HttpTransferFailed).reason == "serving was stopped"
        assert not [each for each in threading.enumerate() if each.name.startswith("fogp-http")]
        with pytest.raises(ConnectionRefusedError):
            bench.connect()


def test_a_service_that_never_started_stops(tmp_path: Path) -> None:
    assert Bench(tmp_path).service.stop()


def test_a_fault_of_ours_ends_one_connection_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(*_: object) -> bytes:
        raise RuntimeError("a bug")

    with serving(boot_folder(tmp_path)) as bench:
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "read_at", crash)
            assert bench.say(request("/ipxe.efi")).count(b"\r\n\r\n") <= 1
        assert "a bug" in caplog.text
        assert bench.get("/ipxe.efi")[0].status == 200


def test_a_client_that_says_its_end_and_then_vanishes_is_cut_at_once(tmp_path: Path) -> None:
    """Its reset comes after its end was read: nothing is read any more that could tell of it."""
    (tmp_path / "image").write_bytes(bytes(600_000))
    with serving(tmp_path) as bench:
        sock = bench.connect(receive_buffer=4096)
        sock.sendall(request("/image"))
        assert sock.recv(1)
        sock.shutdown(socket.SHUT_WR)
        bench.await_event(HttpTransferStarted)
        threading.Event().wait(0.3)  # until its end is read; were it not yet, the reset would be found by reading
        sock.close()  # with octets unread: a reset
        failed = bench.await_event(HttpTransferFailed)
        assert failed.file == "image"
