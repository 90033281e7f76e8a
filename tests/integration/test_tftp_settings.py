"""What experts can set about TFTP, over loopback sockets, and what is told about names that were not quite right."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from fogportable.events import (
    FileNotFound,
    FileRescued,
    RequestRefused,
    SizeProbed,
    TransferFailed,
    TransferFinished,
    TransferStarted,
)
from fogportable.model import FileRescue, TftpSettings
from fogportable.protocol.tftp import ErrorCode, Opcode, block_of, encode_oack, opcode_of, parse_error
from tests.integration.tftp_bench import MAC, Bench, boot_folder, serving


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        yield bench


def _content(bench: Bench, name: str) -> bytes:
    return (bench.root / name).read_bytes()


def test_rescue_is_told_once(bench: Bench) -> None:
    with bench.client() as client:
        for _ in range(3):
            assert client.load(b"\\IPXE.EFI.0") == _content(bench, "ipxe.efi")
    told = bench.next_event(FileRescued)
    assert (told.client, told.asked, told.file) == (MAC, "\\IPXE.EFI.0", "ipxe.efi")
    assert told.why == (FileRescue.BACKSLASHES, FileRescue.LAYER_SUFFIX, FileRescue.LETTER_CASE)
    for _ in range(3):
        bench.next_event(TransferStarted)
        bench.next_event(TransferFinished)


# --- one port for all -------------------------------------------------------------------------------------------


@pytest.fixture
def single(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot"), settings=TftpSettings(is_single_port=True, window_limit=64)) as bench:
        yield bench


_WAYS: list[tuple[tuple[str, str], ...]] = [
    (),
    (("blksize", "1432"), ("tsize", "0")),
    (("windowsize", "4"),),
    (("blksize", "1456"), ("windowsize", "16")),
    (("blksize", "1468"), ("windowsize", "64")),
]


@pytest.mark.parametrize("options", _WAYS)
@pytest.mark.parametrize("has_segmentation", [True, False])
def test_single_port_delivers_from_port_69_only(
    single: Bench, options: tuple[tuple[str, str], ...], has_segmentation: bool
) -> None:
    single.service._windows.has_segmentation = has_segmentation
    with single.client() as client:
        assert client.load(b"kernel", *options) == _content(single, "kernel")
        assert client.peer == client.server
    assert single.await_event(TransferFinished).file == "kernel"
    assert single.ask_thread(lambda: single.service._windows.has_segmentation) is has_segmentation


def test_single_port_keeps_clients_apart(single: Bench) -> None:
    (single.root / "other").write_bytes(bytes(reversed(_content(single, "ipxe.efi"))))
    with single.client() as one, single.client() as two, single.client("127.0.6.1") as three:
        clients = [(one, b"ipxe.efi"), (two, b"other"), (three, b"other")]
        got = {client: b"" for client, _ in clients}
        for client, name in clients:
            client.request(name, ("blksize", "1000"), ("windowsize", "2"))
        for client, _ in clients:
            assert opcode_of(client.receive()) == Opcode.OACK
            client.acknowledge(0)
        for block in range(1, 22):
            for client, _ in clients:
                data = client.receive()
                assert block_of(data) == block
                got[client] += data[4:]
                if block % 2 == 0 or block == 21:
                    client.acknowledge(block)
        assert [got[client] for client, _ in clients] == [_content(single, name.decode()) for _, name in clients]
    for _ in clients:
        single.await_event(TransferFinished)


def test_single_port_knows_size_probes_repeated_requests_and_aborts(single: Bench) -> None:
    options = (("tsize", "0"), ("blksize", "1468"), ("windowsize", "4"))
    with single.client() as client:
        offer = encode_oack([("tsize", "20000"), ("blksize", "1468"), ("windowsize", "4")])
        assert client.ask(b"ipxe.efi", *options) == offer
        assert client.ask(b"ipxe.efi", *options) == offer
        client.abort()
        assert single.next_event(SizeProbed).file == "ipxe.efi"
        assert client.load(b"ipxe.efi", *options[1:]) == _content(single, "ipxe.efi")
        assert single.await_event(TransferFinished).retransmits == 0
        client.ask(b"kernel")
        client.acknowledge(1)
        client.receive()
        client.abort(ErrorCode.SEE_TEXT, "TFTP Aborted")
        assert "TFTP Aborted" in single.await_event(TransferFailed).reason
        assert client.hears_nothing()


def test_single_port_tells_a_stranger_and_goes_on_with_its_client(single: Bench) -> None:
    with single.client() as client, single.client() as stranger, single.client("127.0.6.9") as far:
        client.ask(b"ipxe.efi")
        for each in (stranger, far):
            each.acknowledge(1)
            each.abort()
        assert parse_error(stranger.receive()).code == ErrorCode.UNKNOWN_TID
        client.acknowledge(1)
        assert block_of(client.receive()) == 2
        assert stranger.hears_nothing(), "an ERROR is never answered"
        assert far.hears_nothing(), "who loads nothing is not told anything"


def test_single_port_is_silent_about_a_late_ack(single: Bench) -> None:
    (single.root / "small").write_bytes(b"x")
    with single.client() as client:
        assert client.load(b"small") == b"x"
        single.await_event(TransferFinished)
        client.acknowledge(1)
        assert client.error(b"nothing").code == ErrorCode.FILE_NOT_FOUND  # and not the answer to what came before
        assert client.peer == client.server


def test_single_port_tells_running_clients_at_its_end(single: Bench) -> None:
    with single.client() as client:
        client.ask(b"kernel")
        client.acknowledge(1)
        client.receive()
        single.service.cut_all()
        assert parse_error(client.receive()).text == "Server stopped"


def test_last_ack_that_waits_on_the_shared_port_counts_when_serving_ends(single: Bench) -> None:
    (single.root / "small").write_bytes(b"x" * 600)
    with single.client() as client:
        client.ask(b"small")
        client.acknowledge(1)
        client.receive()

        def acknowledge_and_cut() -> None:
            client.acknowledge(2)
            single.service._cut_all()

        single.ask_thread(acknowledge_and_cut)
    assert single.await_event(TransferFinished).file == "small"


# --- ports, blocks, windows -------------------------------------------------------------------------------------


def _free_range(count: int) -> tuple[int, int]:
    """Ports in a row that nobody holds, on loopback."""
    for low in range(21_000, 32_000, count):
        with contextlib.ExitStack() as held:
            try:
                for port in range(low, low + count):
                    held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)).bind(("127.0.0.1", port))
            except OSError:
                continue
            return low, low + count - 1
    raise AssertionError("no free ports")


def test_transfers_and_errors_come_from_the_port_range(tmp_path: Path) -> None:
    low, high = _free_range(3)
    with serving(boot_folder(tmp_path), settings=TftpSettings(port_range=(low, high))) as bench:
        seen = set()
        for _ in range(3):
            with bench.client() as client:
                assert client.load(b"ipxe.efi") == _content(bench, "ipxe.efi")
                seen.add(client.peer[1])
                assert client.error(b"nothing").code == ErrorCode.FILE_NOT_FOUND
                seen.add(client.peer[1])
            bench.await_event(TransferFinished)
        assert seen == set(range(low, high + 1)), "each in its turn"


def test_port_range_that_is_used_up_is_said_to_client_and_technician(tmp_path: Path) -> None:
    low, high = _free_range(2)
    with contextlib.ExitStack() as stack:
        bench = stack.enter_context(serving(boot_folder(tmp_path), settings=TftpSettings(port_range=(low, high))))
        one, two, three = (stack.enter_context(bench.client()) for _ in range(3))
        for client in (one, two):
            assert opcode_of(client.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
        error = three.error(b"ipxe.efi", ("tsize", "0"))
        assert (error.code, error.text) == (ErrorCode.SEE_TEXT, "Server is busy")
        assert three.peer[1] == bench.port, "there is no other port left to say it from"
        assert bench.next_event(RequestRefused).reason == f"none of our ports {low} to {high} is free"
        three.error(b"nothing")
        bench.next_event(FileNotFound)
        one.abort()
        bench.next_event(SizeProbed)
        assert opcode_of(three.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK


def test_limits_of_blocks_and_windows_are_kept(tmp_path: Path) -> None:
    settings = TftpSettings(block_size_limit=512, window_limit=2)
    with serving(boot_folder(tmp_path), settings=settings) as bench, bench.client() as client:
        answer = client.ask(b"ipxe.efi", ("blksize", "1468"), ("windowsize", "64"))
        assert answer == encode_oack([("blksize", "512"), ("windowsize", "2")])


@pytest.mark.parametrize(("to_one", "number"), [(False, 0), (True, 1)])
def test_block_after_65535_is_as_set(tmp_path: Path, to_one: bool, number: int) -> None:
    (tmp_path / "long").write_bytes(bytes(8 * 65_600))
    with serving(tmp_path, settings=TftpSettings(rolls_over_to_one=to_one)) as bench, bench.client() as client:
        client.ask(b"long", ("blksize", "8"), ("windowsize", "16"))
        client.acknowledge(0)
        for block in range(1, 65_536):
            data = client.receive_block(block)
            if block % 16 == 0:
                client.acknowledge(block)
        assert block_of(data) == 65_535
        assert block_of(client.receive_block(65_536)) == number


# --- behind a relay ---------------------------------------------------------------------------------------------


def test_computers_of_a_relayed_network_may_load_and_others_not(tmp_path: Path) -> None:
    relays = (IPv4Network("127.0.8.0/24"),)
    with contextlib.ExitStack() as stack:
        bench = stack.enter_context(serving(boot_folder(tmp_path), network="192.0.2.1/24", relays=relays))
        relayed, other = (stack.enter_context(bench.client(f"127.0.{net}.5")) for net in (8, 9))
        other.request(b"ipxe.efi")
        assert relayed.load(b"ipxe.efi") == _content(bench, "ipxe.efi")
        assert other.hears_nothing()
        assert str(bench.next_event(RequestRefused).address) == "127.0.9.5"
