"""Waits follow the client's own round trips, and loss costs little of the rate."""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Sequence

import pytest

from fogportable.protocol.tftp import Octets, Opcode, Outcome, ReadTransfer, Request, block_of, encode_ack
from fogportable.protocol.tftp.patience import Patience
from tests.unit.protocol.tftp.test_lossy_transfer import Client, Memory

_SIZE = 1456 * 4 * 400


def test_nothing_known_means_the_fixed_waits() -> None:
    fresh = Patience()
    fresh.note(0.0)
    assert [fresh.wait_s(tries) for tries in range(fresh.most_tries + 1)] == [1, 1, 2, 2, 4, 4, 4]
    assert fresh.shortest_s == 0.0


@pytest.mark.parametrize(
    ("took_s", "waits"),
    [
        (0.0001, [0.1, 0.2, 0.4, 0.8, 1, 1]),
        (0.05, [0.15, 0.3, 0.6, 1, 1]),
        (0.2, [0.6, 1, 1]),
        (0.4, [1, 1, 2]),
        (9.0, [1, 1, 2]),
    ],
)
def test_first_answer_sets_the_first_waits(took_s: float, waits: list[float]) -> None:
    known = Patience()
    known.note(took_s)
    assert [known.wait_s(tries) for tries in range(len(waits))] == pytest.approx(waits)
    assert known.wait_s(known.most_tries) == 4


def test_steady_client_is_waited_for_less_and_less_and_an_uneven_one_longer() -> None:
    steady, uneven = Patience(), Patience()
    for number in range(100):
        steady.note(0.1)
        uneven.note(0.02 if number % 2 else 0.18)
    assert steady.wait_s(0) == pytest.approx(0.1, rel=0.01)
    assert uneven.wait_s(0) > 0.3
    assert uneven.shortest_s == 0.02


def test_what_was_negotiated_is_kept_whatever_is_measured() -> None:
    asked = Patience(3)
    asked.note(0.001)
    assert {asked.wait_s(tries) for tries in range(9)} == {3.0}
    assert (asked.most_tries, asked.give_up_s) == (6, 30.0)
    assert Patience(60).give_up_s == 120.0


def _windowed(size: int = _SIZE) -> ReadTransfer:
    options = (("blksize", "1456"), ("windowsize", "4"))
    return ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(bytes(size)))


def _blocks(datagrams: Sequence[Octets]) -> list[int]:
    return [block_of(each) for each in datagrams]


def test_lost_window_of_a_quick_client_is_sent_again_soon_and_then_patiently() -> None:
    transfer = _windowed()
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.005)
    now, waits = 0.005, []
    while (due := transfer.next_timeout()) is not None:
        waits.append(round(due - now, 3))
        now = due
        transfer.handle_timeout(now)
    assert waits == [0.1, 0.2, 0.4, 0.8, 1, 1, 2, 2, 4, 4, 4]
    assert transfer.outcome is Outcome.FAILED


def test_negotiated_timeout_is_kept_whatever_the_round_trip() -> None:
    options = (("timeout", "3"),)
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(bytes(5000)))
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.005)
    assert transfer.next_timeout() == pytest.approx(3.005)


def test_answer_to_something_sent_twice_is_not_measured() -> None:
    transfer = _windowed()
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.005)
    transfer.handle_timeout(0.106)
    transfer.receive_datagram(encode_ack(4), 0.7)
    assert transfer.next_timeout() == pytest.approx(0.8)


def test_answers_to_a_copy_sent_too_early_do_not_double_every_window_from_then_on() -> None:
    transfer = _windowed()
    transfer.start(0.0)
    transfer.receive_datagram(encode_ack(0), 0.005)
    assert _blocks(transfer.handle_timeout(0.106)) == [1, 2, 3, 4]  # the client only paused
    assert _blocks(transfer.receive_datagram(encode_ack(4), 0.11)) == [5, 6, 7, 8]
    for _ in range(4):  # it meets the copies while it waits for block 5
        assert not transfer.receive_datagram(encode_ack(4), 0.111)
    assert _blocks(transfer.receive_datagram(encode_ack(8), 0.115)) == [9, 10, 11, 12]
    assert _blocks(transfer.receive_datagram(encode_ack(8), 0.121)) == [9, 10, 11, 12], (
        "a gap is told after a round trip"
    )


def _time_for(loss: float, seed: int, *, window: int) -> float:
    """Seconds for a file over a link with a round trip of 5 ms that loses datagrams both ways."""
    data = random.Random(1).randbytes(_SIZE)
    options = (("blksize", "1456"), ("windowsize", str(window)))
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(data))
    client = Client(1456, window, has_options=True)
    chance = random.Random(seed)
    queue: list[tuple[float, int, bool, bytes]] = []
    order = itertools.count()

    def send(now: float, is_to_client: bool, datagrams: Sequence[Octets]) -> None:
        for datagram in datagrams:
            if chance.random() >= loss:
                heapq.heappush(queue, (now + 0.0025, next(order), is_to_client, bytes(datagram)))

    now = 0.0
    send(now, True, transfer.start(now))
    while (due := transfer.next_timeout()) is not None and not client.is_done:
        now = min(due, queue[0][0] if queue else due)
        if queue and queue[0][0] <= now:
            _, _, is_to_client, datagram = heapq.heappop(queue)
            if is_to_client:
                send(now, False, client.receive(datagram))
            else:
                send(now, True, transfer.receive_datagram(datagram, now))
        else:
            send(now, True, transfer.handle_timeout(now))
    assert client.data == data
    return now


@pytest.mark.parametrize("window", [1, 4, 16])
def test_one_percent_of_loss_leaves_half_of_the_rate_and_five_percent_ends_well(window: int) -> None:
    """The client never asks again by itself, as firmware waits for seconds."""
    whole = _time_for(0.0, 1, window=window)
    assert whole / _time_for(0.01, 2, window=window) >= 0.5
    assert _time_for(0.05, 3, window=window) < 60
