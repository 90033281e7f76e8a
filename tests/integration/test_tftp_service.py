"""The TFTP service over loopback sockets: what goes over the wire and what is told."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import UTC
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, describe
from fogportable.events import (
    FileNotFound,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import TransferState
from fogportable.platform import udp
from fogportable.protocol.tftp import ErrorCode, Opcode, block_of, encode_oack, opcode_of, parse_error
from fogportable.services import tftp_service
from fogportable.services.files import OpenFile
from tests.integration.tftp_bench import MAC, Bench, Client, boot_folder, serving

_EDK2_PROBE = (("tsize", "0"), ("blksize", "1468"), ("windowsize", "4"))
_EDK2_LOAD = (("blksize", "1468"), ("windowsize", "4"))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        yield bench


def _content(bench: Bench, name: str) -> bytes:
    return (bench.root / name).read_bytes()


def test_edk2_probes_aborts_and_loads_from_a_new_port(bench: Bench) -> None:
    with bench.client() as probe, bench.client() as loader:
        answer = probe.ask(b"ipxe.efi", *_EDK2_PROBE)
        assert answer == encode_oack([("tsize", "20000"), ("blksize", "1468"), ("windowsize", "4")])
        assert bench.service.running_clients() == ()
        assert bench.service.snapshots() == ()
        probe.abort()
        probed = bench.next_event(SizeProbed)
        assert (probed.client, probed.file, probed.size_bytes) == (MAC, "ipxe.efi", 20000)
        assert loader.load(b"ipxe.efi", *_EDK2_LOAD) == _content(bench, "ipxe.efi")
        assert probe.hears_nothing()
    started = bench.next_event(TransferStarted)
    assert (started.file, started.size_bytes, started.block_size, started.window_size) == ("ipxe.efi", 20000, 1468, 4)
    finished = bench.next_event(TransferFinished)
    assert finished.transfer_id == started.transfer_id != probed.transfer_id
    assert (finished.client, finished.size_bytes, finished.retransmits) == (MAC, 20000, 0)


@pytest.mark.parametrize(
    "options",
    [
        (),
        (("blksize", "1432"), ("tsize", "0")),
        (("blksize", "1456"), ("windowsize", "16")),
        (("windowsize", "4"),),
        (("blksize", "8192"), ("windowsize", "64")),
    ],
)
@pytest.mark.parametrize("name", ["ipxe.efi", "kernel"])
def test_file_arrives_equal(bench: Bench, name: str, options: tuple[tuple[str, str], ...]) -> None:
    with bench.client() as client:
        assert client.load(name.encode(), *options) == _content(bench, name)


def test_windows_arrive_without_segmentation_of_the_kernel_too(bench: Bench) -> None:
    bench.service._windows.has_segmentation = False
    with bench.client() as client:
        assert client.load(b"kernel", ("blksize", "1456"), ("windowsize", "16")) == _content(bench, "kernel")


@pytest.mark.parametrize("size", [0, 512, 1024])
def test_empty_file_and_exact_multiples(bench: Bench, size: int) -> None:
    (bench.root / "edge").write_bytes(bytes(size))
    with bench.client() as client:
        assert len(client.load(b"edge")) == size
    assert bench.await_event(TransferFinished).size_bytes == size


def test_thirty_clients_at_once(bench: Bench) -> None:
    clients = [bench.client(f"127.0.1.{number}") for number in range(1, 31)]
    for client in clients:
        client.request(b"ipxe.efi", ("blksize", "1456"))
    for client in clients:
        client.receive()
    expected = _content(bench, "ipxe.efi")
    for client in clients:
        client.acknowledge(0)
    blocks = -(-len(expected) // 1456)
    received = [b""] * 30
    for block in range(1, blocks + 1):
        for number, client in enumerate(clients):
            data = client.receive()
            assert block_of(data) == block
            received[number] += data[4:]
            client.acknowledge(block)
    assert received == [expected] * 30
    for client in clients:
        client.sock.close()
    for _ in range(30):
        bench.await_event(TransferFinished)


def test_virtual_script_carries_the_address_that_was_asked(tmp_path: Path) -> None:
    def script(name: str, server: IPv4Address) -> bytes | None:
        return f"#!ipxe\nchain tftp://{server}/x\n".encode() if name == "boot.ipxe" else None

    with serving(tmp_path, virtual=script) as bench, bench.client() as client:
        assert client.load(b"boot.ipxe") == b"#!ipxe\nchain tftp://127.0.0.1/x\n"
    assert bench.await_event(TransferFinished).file == "boot.ipxe"


def test_answer_comes_from_the_address_that_was_asked_and_a_fresh_port(tmp_path: Path) -> None:
    with serving(boot_folder(tmp_path / "boot"), address="127.0.0.77/8") as bench, bench.client() as client:
        client.server = ("127.0.0.77", bench.port)
        client.ask(b"ipxe.efi", ("tsize", "0"))
        assert client.peer[0] == "127.0.0.77"
        assert client.peer[1] != bench.port
        client.abort()
        assert parse_error(client.ask(b"nothing")).code == ErrorCode.FILE_NOT_FOUND
        assert client.peer[0] == "127.0.0.77"
        assert client.peer[1] != bench.port


# --- repeated requests, strangers, silence ----------------------------------------------------------------------


def test_repeated_request_gets_the_first_packet_again_from_the_same_port(bench: Bench) -> None:
    with bench.client() as client:
        first = client.ask(b"ipxe.efi", *_EDK2_LOAD)
        peer = client.peer
        assert client.ask(b"ipxe.efi", *_EDK2_LOAD) == first
        assert client.peer == peer
        assert bench.ask_thread(lambda: len(bench.service._transfers)) == 1


def test_late_copy_of_a_request_does_not_disturb_its_transfer(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"ipxe.efi", *_EDK2_PROBE)
        client.acknowledge(0)
        for _ in range(4):
            client.receive()
        peer = client.peer
        client.request(b"ipxe.efi", *_EDK2_PROBE)
        assert bench.ask_thread(lambda: len(bench.service._transfers)) == 1
        client.peer = peer
        client.acknowledge(4)
        assert block_of(client.receive()) == 5


def test_other_request_from_the_same_port_replaces_the_transfer(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"kernel")
        client.acknowledge(1)
        client.receive()
        assert opcode_of(client.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
    assert bench.await_event(TransferFailed).reason == "the client started over"


def test_stranger_on_the_transfer_port_does_not_disturb_it(bench: Bench) -> None:
    with bench.client() as client, bench.client() as stranger:
        client.ask(b"ipxe.efi")
        stranger.peer = client.peer
        for _ in range(3):
            stranger.abort()
            stranger.acknowledge(1)
        assert bench.ask_thread(lambda: len(bench.service._transfers)) == 1
        client.acknowledge(1)
        assert block_of(client.receive()) == 2


def test_error_of_the_client_ends_it_in_silence(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"kernel")
        client.acknowledge(1)
        client.receive()
        client.abort(ErrorCode.SEE_TEXT, "TFTP Aborted")
        failed = bench.await_event(TransferFailed)
        assert failed.reason == "the client ended it with error 0: TFTP Aborted"
        assert failed.sent_bytes == 512
        assert client.hears_nothing()


def test_closed_port_of_the_client_ends_it_at_once(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"kernel")
        client.acknowledge(1)
    assert bench.await_event(TransferFailed).reason == "the client closed its port"


def test_lost_answer_is_sent_again_after_a_second(bench: Bench) -> None:
    with bench.client() as client:
        first = client.ask(b"kernel")
        assert client.receive() == first


def test_last_ack_missing_is_success(bench: Bench) -> None:
    (bench.root / "small").write_bytes(b"x" * 600)
    with bench.client() as client:
        client.ask(b"small")
        client.acknowledge(1)
        client.receive()
    assert bench.await_event(TransferFinished).file == "small"  # the closed port tells it before the timeouts do


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\4\0\1", b"\0\3\0\1x", b"\0\5\0\0x\0", b"\0\6a\0b\0", b"\xff" * 99])
def test_what_is_no_request_is_met_with_silence(bench: Bench, data: bytes) -> None:
    with bench.client() as client:
        client.sock.sendto(data, client.server)
        assert opcode_of(client.ask(b"ipxe.efi")) == Opcode.DATA  # and not the answer to what came before


# --- refusals ---------------------------------------------------------------------------------------------------


def test_missing_file_is_said_at_once_and_told_once(bench: Bench) -> None:
    with bench.client() as client:
        for _ in range(3):
            error = client.error(b"nothing.efi", ("tsize", "0"))
            assert (error.code, error.text) == (ErrorCode.FILE_NOT_FOUND, "File not found")
        client.error(b"autoexec.ipxe")
    missing = bench.next_event(FileNotFound)
    assert (missing.file, missing.expected, missing.fault) == ("nothing.efi", False, None)
    assert bench.next_event(FileNotFound).expected


@pytest.mark.parametrize("asked", [b"x64.efi", b"X64.EFI", b"/tftpboot/x64.efi", b"\\x64.efi"])
def test_promised_file_that_is_missing_is_a_fault(tmp_path: Path, asked: bytes) -> None:
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="x64.efi", arch="UEFI x64 (7)", root="boot")
    with serving(tmp_path, promised={"x64.efi": fault}) as bench, bench.client() as client:
        assert client.error(asked).code == ErrorCode.FILE_NOT_FOUND
        missing = bench.next_event(FileNotFound)
    assert missing.fault is fault
    assert not missing.expected
    assert "x64.efi" in missing.sentence()


@pytest.mark.parametrize(
    ("name", "mode", "opcode", "code"),
    [
        (b"new", "octet", Opcode.WRQ, ErrorCode.ACCESS_VIOLATION),
        (b"ipxe.efi", "netascii", Opcode.RRQ, ErrorCode.SEE_TEXT),
        (b"ipxe.efi", "mail", Opcode.RRQ, ErrorCode.ILLEGAL_OPERATION),
        (b"ipxe.efi", "whatever", Opcode.RRQ, ErrorCode.ILLEGAL_OPERATION),
        (b"../secret", "octet", Opcode.RRQ, ErrorCode.ACCESS_VIOLATION),
        (b"..\\secret", "octet", Opcode.RRQ, ErrorCode.ACCESS_VIOLATION),
        (b"aux.efi", "octet", Opcode.RRQ, ErrorCode.ACCESS_VIOLATION),
        (b"file:stream", "octet", Opcode.RRQ, ErrorCode.ACCESS_VIOLATION),
        (b"x" * 5000, "octet", Opcode.RRQ, ErrorCode.ACCESS_VIOLATION),
    ],
)
def test_what_is_never_served(bench: Bench, name: bytes, mode: str, opcode: Opcode, code: ErrorCode) -> None:
    before = sorted(path.name for path in bench.root.iterdir())
    with bench.client() as client:
        error = parse_error(client.ask(name, mode=mode, opcode=opcode))
    assert error.code == code
    assert str(bench.root) not in error.text
    assert bench.next_event(RequestRefused).client == MAC
    assert sorted(path.name for path in bench.root.iterdir()) == before


def test_request_without_its_nul_is_error_4(bench: Bench) -> None:
    with bench.client() as client:
        client.sock.sendto(b"\0\1ipxe.efi", client.server)
        assert parse_error(client.receive()).code == ErrorCode.ILLEGAL_OPERATION


def test_ninth_transfer_of_one_client_is_refused(bench: Bench) -> None:
    clients = [bench.client("127.0.2.1") for _ in range(9)]
    for client in clients[:8]:
        assert opcode_of(client.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
    error = clients[8].error(b"ipxe.efi", ("tsize", "0"))
    assert error.code == ErrorCode.SEE_TEXT
    assert "busy" in error.text
    assert bench.next_event(RequestRefused).address == IPv4Address("127.0.2.1")
    with bench.client("127.0.2.2") as other:
        assert opcode_of(other.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
    clients[0].abort()
    bench.await_event(SizeProbed)
    assert opcode_of(clients[8].ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
    for client in clients:
        client.sock.close()


def test_transfers_of_all_clients_are_limited(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tftp_service, "MOST_TRANSFERS", 3)
    clients = [bench.client(f"127.0.3.{number}") for number in range(1, 5)]
    for client in clients[:3]:
        assert opcode_of(client.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
        client.acknowledge(0)
        assert opcode_of(client.receive()) == Opcode.DATA
    assert "busy" in clients[3].error(b"ipxe.efi", ("tsize", "0")).text
    for client in clients:
        client.sock.close()


def test_transfer_that_nobody_answered_gives_way_at_the_limit(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tftp_service, "MOST_TRANSFERS", 3)
    clients = [bench.client(f"127.0.5.{number}") for number in range(1, 5)]
    for client in clients:
        assert opcode_of(client.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
    assert bench.next_event(SizeProbed).address == IPv4Address("127.0.5.1")
    assert bench.ask_thread(lambda: len(bench.service._transfers)) == 3
    for client in clients:
        client.sock.close()


def test_flood_of_one_address_is_dropped_and_others_are_served(bench: Bench) -> None:
    with bench.client("127.0.4.1") as flooder, bench.client("127.0.4.2") as other:
        for _ in range(200):
            flooder.request(b"nothing")
        assert other.load(b"ipxe.efi") == _content(bench, "ipxe.efi")
        refused = bench.await_event(RequestRefused)
        assert refused.address == IPv4Address("127.0.4.1")
        answers = 0
        while not flooder.hears_nothing():
            answers += 1
        assert answers < 120


def test_stranger_of_another_network_gets_no_answer(tmp_path: Path) -> None:
    with serving(boot_folder(tmp_path / "boot"), address="127.0.0.1/8") as bench:
        datagram = udp.Datagram(
            b"\0\1ipxe.efi\0octet\0", (IPv4Address("192.0.2.1"), 2070), IPv4Address("127.0.0.1"), bench.interface.index
        )
        bench.ask_thread(lambda: bench.service._handle(datagram, bench.service._doors[0]))
        refused = bench.next_event(RequestRefused)
        assert refused.reason == "it does not come from the network that is served"
        assert bench.ask_thread(lambda: len(bench.service._transfers)) == 0


def test_request_to_a_broadcast_address_is_ignored(bench: Bench) -> None:
    datagram = udp.Datagram(
        b"\0\1ipxe.efi\0octet\0", (IPv4Address("127.0.0.9"), 2070), IPv4Address("255.255.255.255"), 1
    )
    bench.ask_thread(lambda: bench.service._handle(datagram, bench.service._doors[0]))
    assert bench.ask_thread(lambda: len(bench.service._transfers)) == 0
    assert bench.events.empty()


# --- trouble ----------------------------------------------------------------------------------------------------


def test_file_that_shrinks_fails_its_transfer_and_the_service_goes_on(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"kernel")
        os.truncate(bench.root / "kernel", 70_000)
        block = 1
        while opcode_of(_next(client, block)) == Opcode.DATA:
            block += 1
        failed = bench.await_event(TransferFailed)
        assert "shorter" in failed.reason
        assert client.load(b"ipxe.efi") == _content(bench, "ipxe.efi")


def _next(client: Client, block: int) -> bytes:
    client.acknowledge(block)
    return client.receive()


def test_error_of_the_disk_fails_its_transfer_and_the_service_goes_on(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: OpenFile, offset: int, length: int) -> bytes:
        raise OSError(5, "Input/output error")

    with bench.client() as client:
        with monkeypatch.context() as patch:
            patch.setattr(OpenFile, "read_at", fail)
            assert client.error(b"kernel").text == "File could not be read"
            assert "Input/output error" in bench.await_event(TransferFailed).reason
        assert client.load(b"ipxe.efi") == _content(bench, "ipxe.efi")


def test_transfer_without_a_socket_fails_alone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> socket.socket:
        raise OSError(24, "Too many open files")

    with bench.client() as client:
        with monkeypatch.context() as patch:
            patch.setattr(udp, "open_transfer_socket", fail)
            client.request(b"ipxe.efi")
            assert "Too many open files" in bench.next_event(TransferFailed).reason
        assert client.load(b"ipxe.efi") == _content(bench, "ipxe.efi")


# --- snapshots and stopping -------------------------------------------------------------------------------------


def test_snapshot_shows_a_running_transfer(bench: Bench) -> None:
    with bench.client("127.0.5.1") as client:
        client.ask(b"kernel", ("blksize", "1024"))
        client.acknowledge(0)
        client.receive()
        client.acknowledge(1)
        client.receive()
        (snapshot,) = bench.service.snapshots()
        assert snapshot.state is TransferState.RUNNING
        assert (snapshot.mac, snapshot.address, snapshot.file) == (MAC, IPv4Address("127.0.5.1"), "kernel")
        assert (snapshot.size_bytes, snapshot.sent_bytes, snapshot.block_size) == (3_000_001, 1024, 1024)
        assert snapshot.started.tzinfo is UTC
        assert bench.service.running_clients() == ((IPv4Address("127.0.5.1"), MAC),)
        assert snapshot.transfer_id == bench.next_event(TransferStarted).transfer_id


def test_stopping_refuses_new_clients_and_lets_running_ones_finish(bench: Bench) -> None:
    with bench.client("127.0.6.1") as running, bench.client("127.0.6.2") as late:
        running.ask(b"ipxe.efi", ("blksize", "1468"))
        bench.service.refuse_new()
        assert "stopping" in late.error(b"ipxe.efi").text
        running.acknowledge(0)
        for block in range(1, 20_000 // 1468 + 2):
            assert block_of(running.receive()) == block
            running.acknowledge(block)
        assert bench.await_event(TransferFinished).file == "ipxe.efi"
        assert bench.service.running_clients() == ()


def test_cut_tells_running_clients_error_0(bench: Bench) -> None:
    with bench.client() as client:
        client.ask(b"kernel")
        client.acknowledge(1)
        client.receive()
        bench.service.cut_all()
        error = parse_error(client.receive())
        assert (error.code, error.text) == (ErrorCode.SEE_TEXT, "Server stopped")
        assert bench.await_event(TransferFailed).reason == "serving was stopped"


def test_end_of_the_service_tells_running_clients_too(tmp_path: Path) -> None:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        client = bench.client()
        client.ask(b"kernel")
    with client:
        assert parse_error(client.receive()).code == ErrorCode.SEE_TEXT
        assert bench.service.snapshots() == ()
