"""Packets laid out ahead are those of the standard, whoever packed them, and are packed once for a room."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.tftp import (
    Burst,
    Octets,
    Opcode,
    Outcome,
    PacketShelf,
    ReadTransfer,
    Request,
    encode_ack,
    encode_data,
)
from fogportable.protocol.tftp.data_blocks import DataBlocks, SourceFailed


class Counted:
    """A file in memory that counts how often it is read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = len(data)
        self.reads = 0

    def read_at(self, offset: int, length: int) -> bytes:
        self.reads += 1
        return self.data[offset : offset + length]


def _blocks(data: bytes, block_size: int = 512, window: int = 1, **more: object) -> DataBlocks:
    return DataBlocks(Counted(data), block_size, window, lambda block: block & 0xFFFF, **more)  # type: ignore[arg-type]


@given(st.integers(0, 3000), st.integers(8, 600), st.integers(1, 9), st.data())
def test_packets_are_those_of_the_standard(size: int, block_size: int, window: int, draw: st.DataObject) -> None:
    data = random.Random(size).randbytes(size)
    last_block = size // block_size + 1
    first = draw.draw(st.integers(1, last_block))
    last = draw.draw(st.integers(first, min(first + window - 1, last_block)))
    expected = [encode_data(block, data[(block - 1) * block_size : block * block_size]) for block in range(1, last + 1)]
    blocks = _blocks(data, block_size, window)
    assert [bytes(each) for each in blocks.burst(first, last)] == expected[first - 1 :]
    lane, end = blocks.lane(first)
    assert end == last_block or len(lane) * block_size > 60_000
    lane.reverse()
    assert [packet for packet, _ in lane][: last - first + 1] == expected[first - 1 :]
    assert [ack for _, ack in lane] == [encode_ack(block) for block in range(first, end + 1)]


@given(st.integers(0, 400_000), st.sampled_from([300, 512, 1456, 60_000]), st.integers(2, 20), st.data())
def test_windows_in_step_and_out_of_step_are_those_of_the_standard(
    size: int, block_size: int, window: int, draw: st.DataObject
) -> None:
    data = random.Random(size).randbytes(size)
    last_block = size // block_size + 1
    shelf = PacketShelf()
    blocks = _blocks(data, block_size, window, identity=1, shelf=shelf)
    first = 1
    for _ in range(40):
        packets, awaited, last = blocks.window(first)
        assert last == min(first + window - 1, last_block)
        assert awaited == encode_ack(last)
        expected = range(first, last + 1)
        assert [bytes(each) for each in packets] == [
            encode_data(block, data[(block - 1) * block_size : block * block_size]) for block in expected
        ]
        first = last + 1 if draw.draw(st.integers(0, 3)) else draw.draw(st.integers(first, last))  # or some are lost
        if first > last_block:
            break
    assert len(shelf) > 0


def test_numbers_roll_over_within_a_page() -> None:
    blocks = _blocks(bytes(8 * 70_000), 8, 4)
    assert [bytes(each[:4]) for each in blocks.burst(65_534, 65_537)] == [
        encode_data(number, b"") for number in (65_534, 65_535, 0, 1)
    ]
    lane, _ = blocks.lane(65_535)
    assert [ack for _, ack in lane[-3:]] == [encode_ack(number) for number in (1, 0, 65_535)]


def test_burst_is_cut_between_datagrams() -> None:
    burst = Burst(memoryview(b"aaaabbbbcc"), 4)
    assert [bytes(each) for each in burst] == [b"aaaa", b"bbbb", b"cc"]
    assert [bytes(each) for each in burst[1:]] == [b"bbbb", b"cc"]
    assert len(burst[:2]) == 2
    with pytest.raises(IndexError):
        burst[3]


def test_file_that_shrank_says_so() -> None:
    source = Counted(bytes(2000))
    blocks = DataBlocks(source, 512, 1, lambda block: block)
    source.data = bytes(100)
    with pytest.raises(SourceFailed, match="shorter"):
        blocks.lane(1)


# --- shared packets ---------------------------------------------------------------------------------------------


def _load(source: Counted, shelf: PacketShelf, identity: object, window: int = 1, **more: bool) -> bytes:
    options = (("blksize", "512"), ("windowsize", str(window)))
    request = Request(Opcode.RRQ, b"f", "octet", options)
    transfer = ReadTransfer(request, source, shelf=shelf, identity=identity, **more)  # type: ignore[arg-type]
    transfer.start(0.0)
    data, block = b"", 0
    datagrams: list[Octets] = list(transfer.receive_datagram(encode_ack(0), 0.0))
    while transfer.outcome is None:
        for each in datagrams:
            data, block = data + bytes(each[4:]), block + 1
        datagrams = list(transfer.receive_datagram(encode_ack(block), 0.0))
    assert transfer.outcome is Outcome.FINISHED
    return data


@pytest.mark.parametrize("window", [1, 16])
def test_room_that_loads_one_file_reads_and_packs_it_once(window: int) -> None:
    data, shelf = random.Random(3).randbytes(300_000), PacketShelf()
    first, second = Counted(data), Counted(data)
    assert _load(first, shelf, (1, 2), window) == data
    assert _load(second, shelf, (1, 2), window) == data
    assert first.reads > 0
    assert second.reads == 0


def test_other_files_shapes_and_countings_have_packets_of_their_own() -> None:
    shelf = PacketShelf()
    one, other = random.Random(1).randbytes(50_000), random.Random(2).randbytes(50_000)
    assert _load(Counted(one), shelf, (1,)) == one
    assert _load(Counted(other), shelf, (2,)) == other
    for more in ({"window": 4}, {"rolls_over_to_one": True}):
        again = Counted(one)
        assert _load(again, shelf, (1,), **more) == one
        assert again.reads > 0


def test_source_without_identity_shares_nothing() -> None:
    shelf = PacketShelf()
    for data in (b"a" * 5000, b"b" * 5000):
        assert _load(Counted(data), shelf, None) == data
    assert len(shelf) == 0


def test_shelf_is_bounded_and_keeps_what_was_used_last() -> None:
    shelf = PacketShelf(2)
    shelf.put("a", 1)
    shelf.put("b", 2)
    assert shelf.take("a") == 1
    shelf.put("c", 3)
    assert (shelf.take("a"), shelf.take("b"), shelf.take("c")) == (1, None, 3)
    shelf.clear()
    assert len(shelf) == 0


# --- the short cut ----------------------------------------------------------------------------------------------


def _by_short_cut(transfer: ReadTransfer, data: bytes) -> bytes | None:
    """As `services.tftp_transfer` takes it."""
    cut = transfer.short_cut
    return cut.step() if data == cut.awaited and cut.ready else None


def _in_lockstep(size: int) -> ReadTransfer:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet"), Counted(bytes(size)))
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(1), 0.01)
    transfer.receive_datagram(encode_ack(2), 0.02)
    return transfer


def test_short_cut_is_counted_when_it_is_asked_for() -> None:
    transfer = _in_lockstep(20_000)
    for block in range(3, 11):
        assert _by_short_cut(transfer, encode_ack(block)) is not None
    assert transfer.acknowledged_bytes == 10 * 512
    assert bytes(transfer.datagrams_to_send()[0][:4]) == encode_data(11, b"")


def test_who_went_by_the_short_cut_is_not_asked_again_before_its_time() -> None:
    transfer = _in_lockstep(20_000)
    for block in range(3, 11):
        assert _by_short_cut(transfer, encode_ack(block)) is not None
    assert not transfer.handle_timeout(5.0), "it got further since it was looked at"
    due = transfer.next_timeout()
    assert due is not None
    assert due > 5.0
    (again,) = transfer.handle_timeout(due)
    assert bytes(again[:4]) == encode_data(11, b"")
    assert _by_short_cut(transfer, encode_ack(11)) is None, "the answer to something sent twice goes the long way"
    (following,) = transfer.receive_datagram(encode_ack(11), due + 0.01)
    assert bytes(following[:4]) == encode_data(12, b"")


def test_cancel_after_the_short_cut_tells_what_arrived() -> None:
    transfer = _in_lockstep(20_000)
    for block in range(3, 11):
        _by_short_cut(transfer, encode_ack(block))
    transfer.cancel("Server stopped", "serving was stopped")
    assert transfer.acknowledged_bytes == 10 * 512
    assert _by_short_cut(transfer, encode_ack(11)) is None
