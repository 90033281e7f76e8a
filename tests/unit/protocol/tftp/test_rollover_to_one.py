"""Old clients whose block numbers go from 65535 to 1."""

from __future__ import annotations

import pytest

from fogportable.protocol.tftp import Opcode, Outcome, ReadTransfer, Request, block_of, encode_ack
from tests.unit.protocol.tftp.test_read_transfer import Endless


def _number(block: int) -> int:
    return (block - 1) % 65_535 + 1


def _transfer(blocks: int, window: int = 1) -> ReadTransfer:
    options = (("windowsize", str(window)),) if window > 1 else ()
    request = Request(Opcode.RRQ, b"f", "octet", options)
    return ReadTransfer(request, Endless(512 * (blocks - 1)), rolls_over_to_one=True)


@pytest.mark.parametrize("window", [1, 4, 16])
def test_number_after_65535_is_1_twice_over(window: int) -> None:
    transfer = _transfer(140_000, window)
    datagrams = transfer.start(0.0)
    if window > 1:
        datagrams = transfer.receive_datagram(encode_ack(0), 0.0)
    expected = 1
    while transfer.outcome is None:
        for datagram in datagrams:
            assert block_of(datagram) == _number(expected)
            expected += 1
        datagrams = transfer.receive_datagram(encode_ack(_number(expected - 1)), 0.0)
    assert transfer.outcome is Outcome.FINISHED
    assert expected == 140_001


def test_old_duplicates_and_a_0_are_met_with_silence_around_the_rollover() -> None:
    transfer = _transfer(70_000)
    transfer.start(0.0)
    for block in range(1, 65_537):
        assert transfer.receive_datagram(encode_ack(_number(block)), 0.0)
    for number in (0, 65_535, 1, 3):
        assert not transfer.receive_datagram(encode_ack(number), 0.0)
    (datagram,) = transfer.receive_datagram(encode_ack(2), 0.0)
    assert block_of(datagram) == 3


def test_block_lost_at_the_rollover_is_sent_again() -> None:
    transfer = _transfer(70_000, 4)
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.0)
    for block in range(4, 65_536, 4):
        datagrams = transfer.receive_datagram(encode_ack(block), 0.0)
    assert [block_of(each) for each in datagrams] == [65_533, 65_534, 65_535, 1]
    again = transfer.receive_datagram(encode_ack(65_534), 0.0)
    assert [block_of(each) for each in again] == [65_535, 1, 2, 3]
    assert transfer.stats.retransmits == 2
    timed_out = transfer.handle_timeout(10.0)
    assert [block_of(each) for each in timed_out] == [65_535, 1, 2, 3]
    assert not transfer.receive_datagram(encode_ack(0), 10.0), "a 0 asks for nothing"
