"""The HTTP service over loopback: what firmware, iPXE and GRUB ask, and what is told about it."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, describe
from fogportable.events import (
    HttpFileNotFound,
    HttpFileRescued,
    HttpRequestRefused,
    HttpSizeProbed,
    HttpTransferFailed,
    HttpTransferFinished,
    HttpTransferStarted,
    PiecesRead,
    ServiceName,
)
from fogportable.model import FileRescue, TransferProtocol
from fogportable.services import http_ledger
from tests.integration.http_bench import MAC, Bench, read_all, request, script_of, serving
from tests.integration.tftp_bench import boot_folder


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot"), virtual=script_of) as bench:
        yield bench


def _content(bench: Bench, name: str) -> bytes:
    return (bench.root / name).read_bytes()


def test_uefi_firmware_asks_for_the_size_and_loads_on_the_same_connection(bench: Bench) -> None:
    with bench.client() as client:
        client.request("HEAD", "/ipxe.efi", headers={"User-Agent": "UefiHttpBoot/1.0"})
        head = client.getresponse()
        assert (head.status, head.read()) == (200, b"")
        assert head.headers["Content-Length"] == "20000"
        assert head.headers["Content-Type"] == "application/efi"
        sock = client.sock
        client.request("GET", "/ipxe.efi", headers={"User-Agent": "UefiHttpBoot/1.0"})
        got = client.getresponse()
        assert got.read() == _content(bench, "ipxe.efi")
        assert client.sock is sock
    assert dict(head.headers) | {"Date": ""} == dict(got.headers) | {"Date": ""}
    probed = bench.next_event(HttpSizeProbed)
    assert (probed.client, probed.file, probed.size_bytes, probed.service) == (MAC, "ipxe.efi", 20000, ServiceName.HTTP)
    started = bench.next_event(HttpTransferStarted)
    finished = bench.next_event(HttpTransferFinished)
    assert finished.transfer_id == started.transfer_id != probed.transfer_id
    assert (finished.file, finished.size_bytes) == ("ipxe.efi", 20000)


@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
@pytest.mark.parametrize("has_sendfile", [True, False])
def test_file_arrives_equal(bench: Bench, name: str, has_sendfile: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not has_sendfile:
        monkeypatch.delattr(os, "sendfile")
    answer, body = bench.get(f"/{name}")
    assert (answer.status, body) == (200, _content(bench, name))


def test_rescue_is_told_once(bench: Bench) -> None:
    for turn in range(2):
        assert bench.get("/IPXE.EFI")[1] == _content(bench, "ipxe.efi")
        if turn == 0:
            told = bench.next_event(HttpFileRescued)
            assert (told.asked, told.file, told.why) == ("/IPXE.EFI", "ipxe.efi", (FileRescue.LETTER_CASE,))
        bench.next_event(HttpTransferStarted)
        bench.next_event(HttpTransferFinished)


def test_file_system_without_sendfile_is_read_the_other_way(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "sendfile", refuse)
    assert bench.get("/kernel")[1] == _content(bench, "kernel")


@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
@pytest.mark.parametrize(
    ("wanted", "start", "end"), [("bytes=5-9", 5, 10), ("bytes=-7", -7, None), ("bytes=19000-", 19000, None)]
)
def test_ranges(bench: Bench, name: str, wanted: str, start: int, end: int | None) -> None:
    answer, body = bench.get(f"/{name}", Range=wanted)
    assert (answer.status, body) == (206, _content(bench, name)[start:end])


def test_range_behind_the_end(bench: Bench) -> None:
    answer, _ = bench.get("/ipxe.efi", Range="bytes=20000-")
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */20000")


def test_several_ranges_get_the_whole_file(bench: Bench) -> None:
    answer, body = bench.get("/ipxe.efi", Range="bytes=0-1,4-5")
    assert (answer.status, body) == (200, _content(bench, "ipxe.efi"))


def test_resumed_load_is_of_the_same_file(bench: Bench) -> None:
    answer, _ = bench.get("/kernel", method="HEAD")
    tag, date = answer.headers["ETag"], answer.headers["Last-Modified"]
    for fields in ({"If-Match": tag}, {"If-Unmodified-Since": date}, {"If-Range": tag}, {"If-Range": date}):
        assert bench.get("/kernel", Range="bytes=9-", **fields)[1] == _content(bench, "kernel")[9:]
    (bench.root / "kernel").write_bytes(os.urandom(3_000_002))
    assert bench.get("/kernel", Range="bytes=9-", If_Match=tag)[0].status == 412
    assert bench.get("/kernel", Range="bytes=9-", If_Range=tag)[0].status == 200


def test_file_beyond_four_gib(bench: Bench) -> None:
    size = 5 * 2**30 + 3
    with (bench.root / "disk.iso").open("wb") as file:
        file.truncate(size)
        file.seek(size - 3)
        file.write(b"end")
    answer, _ = bench.get("/disk.iso", method="HEAD")
    assert answer.headers["Content-Length"] == str(size)
    assert answer.headers["Content-Type"] == "application/vnd.efi-iso"
    answer, body = bench.get("/disk.iso", Range=f"bytes={size - 5}-")
    assert (answer.headers["Content-Range"], body) == (f"bytes {size - 5}-{size - 1}/{size}", b"\0\0end")


@pytest.mark.parametrize("target", ["//ipxe.efi", "/./ipxe.efi", "/IPXE.EFI", "/tftpboot/ipxe.efi", "/ipxe.efi?mac=x"])
def test_names_mean_what_they_mean_over_tftp(bench: Bench, target: str) -> None:
    assert bench.get(target)[1] == _content(bench, "ipxe.efi")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/../secret", 403),
        ("/%2e%2e/secret", 403),
        ("/..%2fsecret", 400),
        ("/..%5csecret", 400),
        ("/..%c0%afsecret", 400),
        ("/..\\secret", 403),
        ("/ipxe.efi%00", 400),
        ("/%252e%252e%252fsecret", 404),
        ("/C:/secret", 403),
        ("/con", 403),
        ("/file:stream", 403),
        ("/" + "x" * 5000, 403),
        ("/link", 403),
        ("/folder", 403),
        ("/folder/", 403),
        ("/", 403),
        ("/nothing", 404),
    ],
)
def test_nothing_outside_the_folder_and_no_listing(bench: Bench, target: str, status: int) -> None:
    (bench.root.parent / "secret").write_text("secret")
    (bench.root / "link").symlink_to(bench.root.parent / "secret")
    (bench.root / "folder").mkdir()
    answer, body = bench.get(target)
    assert answer.status == status
    assert "Location" not in answer.headers
    assert b"secret" not in body
    assert str(bench.root.parent).encode() not in body


def test_refused_name_is_told_once(bench: Bench) -> None:
    for _ in range(3):
        bench.get("/../secret")
    refused = bench.next_event(HttpRequestRefused)
    assert (refused.file, refused.client) == ("/../secret", MAC)
    bench.get("/ipxe.efi")
    bench.next_event(HttpTransferStarted)


def test_only_get_and_head(bench: Bench) -> None:
    said = bench.say(request("/new", "Content-Length: 200000", method="PUT") + b"x" * 200_000)
    assert said.startswith(b"HTTP/1.1 405 ")
    assert b"\r\nAllow: GET, HEAD\r\n" in said
    assert not (bench.root / "new").exists()


def test_missing_file_is_told_with_its_fault(tmp_path: Path) -> None:
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="ipxe.efi", arch="UEFI x64", root=tmp_path)
    with serving(tmp_path, promised=lambda name: fault if name == "ipxe.efi" else None) as bench:
        assert bench.get("/ipxe.efi")[0].status == 404
        assert bench.next_event(HttpFileNotFound).fault == fault
        assert bench.get("/grub.cfg-01-52-54")[0].status == 404
        missing = bench.next_event(HttpFileNotFound)
        assert (missing.expected, missing.fault) == (True, None)


def test_script_in_memory_carries_the_address_that_was_asked(bench: Bench) -> None:
    answer, body = bench.get("/boot.ipxe")
    assert body == b"#!ipxe\nchain tftp://127.0.0.1/x\n"
    assert answer.headers["Content-Type"] == "text/plain"
    assert bench.get("/boot.ipxe", If_None_Match=answer.headers["ETag"])[0].status == 304


def test_connection_of_http_1_0_is_closed_or_kept_as_asked(bench: Bench) -> None:
    assert bench.say(b"GET /ipxe.efi HTTP/1.0\r\n\r\n").endswith(_content(bench, "ipxe.efi"))
    with bench.connect() as sock:
        for _ in range(2):
            sock.sendall(b"HEAD /ipxe.efi HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            assert b"\r\nConnection: keep-alive\r\n" in sock.recv(4096)


def test_requests_sent_at_once_are_answered_in_order(bench: Bench) -> None:
    said = bench.say(request("/ipxe.efi") + request("/nothing") + request("/boot.ipxe", "Connection: close"))
    first, second, third = said.split(b"HTTP/1.1 ")[1:]
    assert first.endswith(_content(bench, "ipxe.efi"))
    assert second.startswith(b"404 ")
    assert third.endswith(b"/x\n")


@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_reset_after_the_last_octet_is_no_failure(bench: Bench, name: str) -> None:
    with bench.connect() as sock:
        sock.sendall(request(f"/{name}"))
        expected = len(_content(bench, name))
        body = sock.recv(65536).split(b"\r\n\r\n", 1)[1]
        while len(body) < expected:
            body += sock.recv(65536)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    bench.next_event(HttpTransferStarted)
    bench.next_event(HttpTransferFinished)
    bench.await_connections(0)


def test_reset_instead_of_a_request_is_swallowed(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    with bench.connect() as sock:
        sock.sendall(b"GET /ipxe")
        bench.await_connections(1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    bench.await_connections(0)
    assert bench.all_events() == []
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


def test_thousands_of_pieces_are_two_events(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with bench.client() as client:
        for number in range(2000):
            start = number * 1000
            client.request("GET", "/kernel", headers={"Range": f"bytes={start}-{start + 999}"})
            assert len(client.getresponse().read()) == 1000
        (snapshot,) = bench.service.snapshots()
    assert (snapshot.file, snapshot.size_bytes, snapshot.protocol) == ("kernel", 3_000_001, TransferProtocol.HTTP)
    assert snapshot.sent_bytes >= 1_999_000
    assert bench.service.running_clients() in ((), ((snapshot.address, MAC),))
    monkeypatch.setattr(http_ledger, "QUIET_S", 0.0)
    bench.next_event(HttpTransferStarted)
    read = bench.next_event(PiecesRead)
    assert (read.file, read.requests, read.sent_bytes) == ("kernel", 2000, 2_000_000)
    assert bench.service.snapshots() == ()


def test_script_asked_for_in_a_loop_does_not_fill_the_log(bench: Bench) -> None:
    with bench.client() as client:
        for _ in range(500):
            client.request("GET", "/boot.ipxe")
            client.getresponse().read()
    assert len(bench.all_events()) < 200


def test_load_that_goes_on_elsewhere_has_not_failed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """GRUB opens a kernel, reads its start, breaks off and asks for the rest."""
    with bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/kernel"))
        sock.recv(4096)
        started = bench.next_event(HttpTransferStarted)
    bench.await_connections(0)
    bench.get("/kernel", Range="bytes=2000000-")
    monkeypatch.setattr(http_ledger, "QUIET_S", 0.0)
    assert bench.next_event(PiecesRead).transfer_id == started.transfer_id


def test_load_that_breaks_off_has_failed_when_nothing_follows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_ledger, "BROKEN_S", 0.0)
    with bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/kernel"))
        sock.recv(4096)
    started = bench.next_event(HttpTransferStarted)
    failed = bench.next_event(HttpTransferFailed)
    assert failed.transfer_id == started.transfer_id
    assert failed.sent_bytes < 3_000_001
    assert failed.reason == "the computer broke off the connection"


def test_file_that_shrinks_ends_the_connection(bench: Bench) -> None:
    (bench.root / "big").write_bytes(bytes(64 * 2**20))
    with bench.connect(receive_buffer=4096) as sock:
        sock.sendall(request("/big"))
        sock.recv(4096)
        (bench.root / "big").write_bytes(b"")
        with pytest.raises(ConnectionResetError):
            read_all(sock)
    bench.next_event(HttpTransferStarted)
    assert bench.next_event(HttpTransferFailed).reason == "the file became shorter while it was sent"


def test_progress_counts_what_has_arrived(bench: Bench) -> None:
    (bench.root / "big").write_bytes(bytes(32 * 2**20))
    with bench.connect() as sock:
        sock.sendall(request("/big"))
        taken = 0
        while taken < 8 * 2**20:
            taken += len(sock.recv(65536))
        bench.next_event(HttpTransferStarted)
        pause = threading.Event()
        while bench.service.snapshots()[0].sent_bytes < taken - 65536:
            pause.wait(0.01)
        (snapshot,) = bench.service.snapshots()
        assert snapshot.sent_bytes < snapshot.size_bytes == 32 * 2**20
        assert [mac for _, mac in bench.service.running_clients()] == [MAC]
        while taken < 32 * 2**20:
            taken += len(sock.recv(65536))
    assert bench.next_event(HttpTransferFinished).size_bytes == 32 * 2**20


def test_request_without_a_host_is_refused(bench: Bench) -> None:
    assert bench.say(b"GET /ipxe.efi HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400 ")
