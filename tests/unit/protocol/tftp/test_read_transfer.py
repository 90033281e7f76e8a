"""The sending machine, step by step, with a clock of the test's own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fogportable.protocol.errors import ProtocolMisuse
from fogportable.protocol.tftp import (
    ErrorCode,
    Octets,
    Opcode,
    OptionPolicy,
    Outcome,
    ReadTransfer,
    Request,
    block_of,
    encode_ack,
    encode_error,
    encode_oack,
    opcode_of,
    parse_error,
)

_PROBE_ABORT = encode_error(ErrorCode.OPTION_REFUSED, "User aborted the transfer")


class Memory:
    """A file in memory whose octets depend on their place. claimed: a size larger than what is there."""

    def __init__(self, size: int, *, claimed: int | None = None) -> None:
        self.data = bytes((i * 7 + (i >> 8)) & 0xFF for i in range(min(size, 1 << 20)))
        self.size = size if claimed is None else claimed

    def read_at(self, offset: int, length: int) -> bytes:
        return self.data[offset : offset + length]


class Endless:
    """A file too large to hold: every octet is zero."""

    def __init__(self, size: int) -> None:
        self.size = size

    def read_at(self, offset: int, length: int) -> bytes:
        return bytes(min(length, self.size - offset))


class Broken:
    size = 5000

    def read_at(self, offset: int, length: int) -> bytes:
        raise OSError(5, "Input/output error", "/secret/root/file")


def _transfer(size: int, *options: tuple[str, str]) -> ReadTransfer:
    return ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(size))


def _blocks(datagrams: Sequence[Octets]) -> list[int]:
    assert all(opcode_of(each) == Opcode.DATA for each in datagrams)
    return [block_of(each) for each in datagrams]


def _load_in_lockstep(transfer: ReadTransfer, now: float = 0.0) -> bytes:
    """Acknowledge every block at once until it is over."""
    received = []
    datagrams = transfer.start(now)
    while transfer.outcome is None:
        (datagram,) = datagrams
        if opcode_of(datagram) == Opcode.OACK:
            datagrams = transfer.receive_datagram(encode_ack(0), now)
            continue
        received.append(datagram[4:])
        datagrams = transfer.receive_datagram(encode_ack(block_of(datagram)), now)
    assert not datagrams
    return b"".join(received)


# --- the beginning ----------------------------------------------------------------------------------------------


def test_request_without_options_starts_with_data_1() -> None:
    (first,) = _transfer(1000).start(0.0)
    assert first[:4] == b"\0\3\0\1"
    assert len(first) == 516


def test_request_with_only_refused_options_starts_with_data_1() -> None:
    (first,) = _transfer(1000, ("multicast", "x"), ("blksize", "abc")).start(0.0)
    assert first[:4] == b"\0\3\0\1"


def test_options_are_answered_by_oack_and_data_waits_for_ack_0() -> None:
    transfer = _transfer(3000, ("blksize", "1468"), ("tsize", "0"), ("windowsize", "2"))
    assert transfer.start(0.0) == (encode_oack([("blksize", "1468"), ("tsize", "3000"), ("windowsize", "2")]),)
    assert not transfer.has_started
    assert _blocks(transfer.receive_datagram(encode_ack(0), 0.1)) == [1, 2]
    assert transfer.has_started


def test_at_most_one_packet_goes_out_before_the_first_answer() -> None:
    for options in ((), (("windowsize", "16"),)):
        assert len(_transfer(100_000, *options).start(0.0)) == 1


def test_unheard_client_gets_at_most_three_retransmits() -> None:
    for options in ((), (("blksize", "1468"), ("windowsize", "16"))):
        transfer = _transfer(100_000, *options)
        transfer.start(0.0)
        resent = 0
        while (due := transfer.next_timeout()) is not None:
            datagrams = transfer.handle_timeout(due)
            assert len(datagrams) <= 1
            resent += len(datagrams)
        assert resent == 3


def test_repeated_request_sends_the_first_packet_again() -> None:
    transfer = _transfer(1000, ("tsize", "0"))
    first = transfer.start(0.0)
    assert transfer.handle_repeated_request(3.0) == first
    assert transfer.stats.retransmits == 1
    transfer.receive_datagram(encode_ack(0), 3.1)
    assert transfer.handle_repeated_request(3.2) == ()


def test_only_octet_reads_can_be_sent() -> None:
    for request in (Request(Opcode.WRQ, b"f", "octet"), Request(Opcode.RRQ, b"f", "netascii")):
        with pytest.raises(ProtocolMisuse):
            ReadTransfer(request, Memory(1))


# --- size probes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [ErrorCode.SEE_TEXT, ErrorCode.OPTION_REFUSED])
def test_abort_right_after_oack_is_a_probe_and_answered_with_silence(code: ErrorCode) -> None:
    transfer = _transfer(1000, ("tsize", "0"), ("blksize", "1468"))
    transfer.start(0.0)
    assert transfer.receive_datagram(encode_error(code, "TFTP Aborted"), 0.1) == ()
    assert transfer.outcome is Outcome.PROBED


def test_client_that_vanishes_after_oack_is_a_probe_after_five_seconds() -> None:
    transfer = _transfer(1000, ("tsize", "0"))
    transfer.start(100.0)
    ends = 0.0
    while (due := transfer.next_timeout()) is not None:
        ends = due
        transfer.handle_timeout(due)
    assert transfer.outcome is Outcome.PROBED
    assert ends == 105.0


def test_closed_port_after_oack_is_a_probe() -> None:
    transfer = _transfer(1000, ("tsize", "0"))
    transfer.start(0.0)
    transfer.handle_peer_gone()
    assert transfer.outcome is Outcome.PROBED


def test_other_error_after_oack_is_a_failure_with_the_clients_words() -> None:
    transfer = _transfer(1000, ("tsize", "0"))
    transfer.start(0.0)
    transfer.receive_datagram(encode_error(ErrorCode.ILLEGAL_OPERATION, "Malformatted OACK packet"), 0.1)
    assert transfer.outcome is Outcome.FAILED
    assert "Malformatted OACK packet" in transfer.reason


# --- lockstep ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 1023, 1024, 1025, 65536, 65537, 70_000, 200_000])
def test_file_arrives_whole(size: int) -> None:
    transfer = _transfer(size)
    assert _load_in_lockstep(transfer) == Memory(size).data
    assert transfer.outcome is Outcome.FINISHED
    assert transfer.acknowledged_bytes == size


def test_empty_file_is_one_empty_block() -> None:
    transfer = _transfer(0, ("tsize", "0"))
    transfer.start(0.0)
    assert list(transfer.receive_datagram(encode_ack(0), 0.0)) == [b"\0\3\0\1"]
    transfer.receive_datagram(encode_ack(1), 0.0)
    assert transfer.outcome is Outcome.FINISHED


def test_exact_multiple_ends_with_an_empty_block() -> None:
    transfer = _transfer(1024)
    transfer.start(0.0)
    assert len(transfer.receive_datagram(encode_ack(1), 0.0)[0]) == 516
    assert list(transfer.receive_datagram(encode_ack(2), 0.0)) == [b"\0\3\0\3"]


def test_duplicate_old_and_future_acks_are_met_with_silence() -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(1), 0.0)
    transfer.receive_datagram(encode_ack(2), 0.0)
    for block in (2, 1, 0, 4, 5, 40_000, 65_535):
        assert not transfer.receive_datagram(encode_ack(block), 0.1)
    assert _blocks(transfer.receive_datagram(encode_ack(3), 0.2)) == [4]


def test_repeated_ack_0_sends_nothing_again() -> None:
    transfer = _transfer(5000, ("tsize", "0"))
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.0)
    assert not transfer.receive_datagram(encode_ack(0), 0.1)


@pytest.mark.parametrize(("block_size", "size"), [(512, 34 * 2**20), (1468, 97 * 2**20)])
def test_block_number_rolls_over_to_0(block_size: int, size: int) -> None:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", (("blksize", str(block_size)),)), Endless(size))
    transfer.start(0.0)
    datagrams = transfer.receive_datagram(encode_ack(0), 0.0)
    received, expected = 0, 1
    while transfer.outcome is None:
        (datagram,) = datagrams
        assert block_of(datagram) == expected & 0xFFFF
        received += len(datagram) - 4
        datagrams = transfer.receive_datagram(encode_ack(expected), 0.0)
        expected += 1
    assert expected > 65_536
    assert received == size


def test_duplicate_ack_around_the_rollover_is_still_old() -> None:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet"), Endless(512 * 70_000))
    transfer.start(0.0)
    for block in range(1, 65_537):
        transfer.receive_datagram(encode_ack(block), 0.0)
    assert not transfer.receive_datagram(encode_ack(65_535), 0.0)
    assert not transfer.receive_datagram(encode_ack(65_536), 0.0)
    assert _blocks(transfer.receive_datagram(encode_ack(65_537), 0.0)) == [2]


def test_file_above_four_gib_is_sent_to_its_last_block() -> None:
    size = 5 * 2**30 + 3
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", (("tsize", "0"), ("blksize", "1468"))), Endless(size))
    assert b"tsize\x005368709123\0" in transfer.start(0.0)[0]
    transfer.receive_datagram(encode_ack(0), 0.0)
    transfer._acked = transfer._sent = size // 1468  # as if all but the last block were acknowledged
    transfer.short_cut.close()
    transfer.short_cut.awaited = encode_ack(transfer._sent)
    (last,) = transfer.receive_datagram(encode_ack(size // 1468), 0.0)
    assert len(last) - 4 == size % 1468


# --- windows ----------------------------------------------------------------------------------------------------


def _windowed(window: int, size: int = 100_000) -> ReadTransfer:
    transfer = _transfer(size, ("blksize", "512"), ("windowsize", str(window)))
    transfer.start(0.0)
    assert _blocks(transfer.receive_datagram(encode_ack(0), 0.0)) == list(range(1, window + 1))
    return transfer


@pytest.mark.parametrize("window", [1, 4, 16])
def test_full_window_is_followed_by_the_next(window: int) -> None:
    transfer = _windowed(window)
    assert _blocks(transfer.receive_datagram(encode_ack(window), 0.0)) == list(range(window + 1, 2 * window + 1))


@pytest.mark.parametrize("window", [4, 16])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_lost_block_of_a_window_is_sent_again_from_there(window: int, place: str) -> None:
    transfer = _windowed(window)
    lost = {"first": 1, "middle": window // 2, "last": window}[place]
    datagrams = transfer.receive_datagram(encode_ack(lost - 1), 0.1)
    assert _blocks(datagrams) == list(range(lost, lost + window))


@pytest.mark.parametrize("lost", [1, 2, 4])
def test_lost_block_in_lockstep_is_sent_again_after_the_wait_only(lost: int) -> None:
    transfer = _transfer(512 * 3 + 10)
    transfer.start(0.0)
    for block in range(1, lost):
        transfer.receive_datagram(encode_ack(block), 0.0)
    assert not transfer.receive_datagram(encode_ack(lost - 1), 0.5), "the client's own retransmit changes nothing"
    assert not transfer.handle_timeout(0.9)
    assert _blocks(transfer.handle_timeout(1.0)) == [lost]


def test_repeated_ack_of_a_gap_rolls_back_once() -> None:
    transfer = _windowed(4)
    assert _blocks(transfer.receive_datagram(encode_ack(2), 0.1)) == [3, 4, 5, 6]
    for _ in range(5):
        assert not transfer.receive_datagram(encode_ack(2), 0.1)
    assert _blocks(transfer.receive_datagram(encode_ack(6), 0.2)) == [7, 8, 9, 10]
    assert transfer.stats.retransmits == 2


def test_last_window_is_shorter_and_ends_it() -> None:
    transfer = _windowed(4, size=512 * 5 + 10)
    datagrams = transfer.receive_datagram(encode_ack(4), 0.0)
    assert [len(each) - 4 for each in datagrams] == [512, 10]
    assert not transfer.receive_datagram(encode_ack(6), 0.0)
    assert transfer.outcome is Outcome.FINISHED


def test_timeout_in_a_window_sends_the_whole_window_again() -> None:
    transfer = _windowed(4)
    assert _blocks(transfer.handle_timeout(1.0)) == [1, 2, 3, 4]
    assert transfer.stats.retransmits == 4


# --- waiting ----------------------------------------------------------------------------------------------------


def _waits_until_the_end(transfer: ReadTransfer, now: float) -> list[float]:
    waits = []
    while (due := transfer.next_timeout()) is not None:
        waits.append(due - now)
        now = due
        assert not transfer.handle_timeout(now - 0.001)
        transfer.handle_timeout(now)
    return waits


def test_silent_client_is_asked_six_times_and_then_given_up() -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(1), 10.0)
    assert _waits_until_the_end(transfer, 10.0) == [1, 1, 2, 2, 4, 4, 4]
    assert transfer.outcome is Outcome.FAILED
    assert transfer.reason == "the client stopped answering"
    assert transfer.stats.retransmits == 6
    assert transfer.acknowledged_bytes == 512


def test_negotiated_timeout_replaces_the_waits() -> None:
    transfer = _transfer(5000, ("timeout", "3"))
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.0)
    assert _waits_until_the_end(transfer, 0.0)[:3] == [3, 3, 3]


def test_long_negotiated_timeout_still_gets_a_retransmit() -> None:
    transfer = _transfer(5000, ("timeout", "60"))
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.0)
    assert _blocks(transfer.handle_timeout(60.0)) == [1]


def test_progress_starts_the_waits_anew() -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    for block in range(1, 8):
        last = 5.0 * (block - 1)
        for wait in (1, 2, 4):
            assert _blocks(transfer.handle_timeout(last + wait)) == [block]
        transfer.receive_datagram(encode_ack(block), last + 5)
        assert transfer.next_timeout() == last + 6


def test_last_ack_missing_is_success() -> None:
    transfer = _transfer(600)
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(1), 0.0)
    _waits_until_the_end(transfer, 0.0)
    assert transfer.outcome is Outcome.FINISHED


def test_port_closed_on_the_last_block_is_success_and_before_it_a_failure() -> None:
    for acknowledged, outcome in ((1, Outcome.FAILED), (2, Outcome.FINISHED)):
        transfer = _transfer(1300)
        transfer.start(0.0)
        for block in range(1, acknowledged + 1):
            transfer.receive_datagram(encode_ack(block), 0.0)
        transfer.handle_peer_gone()
        assert transfer.outcome is outcome


# --- the end ----------------------------------------------------------------------------------------------------


def test_error_of_the_client_ends_it_in_silence() -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(1), 0.0)
    assert not transfer.receive_datagram(encode_error(ErrorCode.DISK_FULL, "no room"), 0.0)
    assert transfer.outcome is Outcome.FAILED
    assert transfer.reason == "the client ended it with error 3: no room"
    assert not transfer.receive_datagram(encode_ack(2), 0.0)
    assert not transfer.datagrams_to_send()
    assert transfer.next_timeout() is None
    assert not transfer.handle_timeout(1e9)


@pytest.mark.parametrize("data", [b"\0\3\0\1x", b"\0\1f\0octet\0", b"\0\6a\0b\0", b"\0\0\0\0", b"\xff\xff\0\0"])
def test_packet_that_has_no_place_is_answered_by_error_4(data: bytes) -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    (error,) = transfer.receive_datagram(data, 0.0)
    assert parse_error(error).code == ErrorCode.ILLEGAL_OPERATION
    assert transfer.outcome is Outcome.FAILED


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\4", b"\0\4\0"])
def test_cut_off_packet_is_ignored(data: bytes) -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    assert not transfer.receive_datagram(data, 0.0)
    assert transfer.outcome is None


def test_cancel_tells_the_client_error_0() -> None:
    transfer = _transfer(5000)
    transfer.start(0.0)
    (error,) = transfer.cancel("Server stopped", "serving was stopped")
    assert parse_error(error).code == ErrorCode.SEE_TEXT
    assert (transfer.outcome, transfer.reason) == (Outcome.FAILED, "serving was stopped")
    assert not transfer.cancel("again", "again")


def test_file_that_shrinks_is_a_failure_that_tells_the_client() -> None:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet"), Memory(1000, claimed=200_000))
    (error,) = transfer.start(0.0)
    assert parse_error(error).text == "File could not be read"
    assert transfer.outcome is Outcome.FAILED
    assert "shorter" in transfer.reason


def test_unreadable_file_is_a_failure_that_names_no_path() -> None:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet"), Broken(), OptionPolicy())
    (error,) = transfer.start(0.0)
    assert b"secret" not in error
    assert transfer.reason == "the file could not be read (Input/output error)"
