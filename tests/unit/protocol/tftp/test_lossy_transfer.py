"""The machine against a client over a network that loses, repeats and reorders, with a clock of the test's own."""

from __future__ import annotations

import heapq
import itertools
import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fogportable.protocol.tftp import (
    Opcode,
    Outcome,
    ReadTransfer,
    Request,
    block_of,
    encode_ack,
    opcode_of,
)


class Memory:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = len(data)

    def read_at(self, offset: int, length: int) -> memoryview:
        return memoryview(self.data)[offset : offset + length]


class Client:
    """A reader as RFC 1350 and 7440 want it: keeps blocks in order, acknowledges windows, gaps and its own timeouts."""

    def __init__(self, block_size: int, window_size: int, has_options: bool) -> None:
        self.block_size = block_size
        self.window_size = window_size
        self.has_options = has_options
        self.data = b""
        self.block = 0
        self.in_window = 0
        self.is_done = False
        self.is_started = not has_options

    def receive(self, datagram: bytes) -> list[bytes]:
        opcode = opcode_of(datagram)
        if opcode == Opcode.OACK:
            self.is_started = True
            return [encode_ack(0)] if self.block == 0 else []
        assert opcode == Opcode.DATA
        if not self.is_started or self.is_done:
            return [encode_ack(self.block)] if self.is_done else []
        if block_of(datagram) != (self.block + 1) & 0xFFFF:
            self.in_window = 0
            return [encode_ack(self.block)]
        self.block += 1
        self.in_window += 1
        self.data += datagram[4:]
        self.is_done = len(datagram) - 4 < self.block_size
        if self.in_window < self.window_size and not self.is_done:
            return []
        self.in_window = 0
        return [encode_ack(self.block)]

    def time_out(self) -> list[bytes]:
        if self.is_done or not self.is_started or (self.block == 0 and not self.has_options):
            return []
        return [encode_ack(self.block)]


_NETWORK = st.tuples(st.floats(0, 0.35), st.floats(0, 0.3), st.floats(0, 0.5), st.integers(0, 2**32))


def _run(transfer: ReadTransfer, client: Client, network: tuple[float, float, float, int]) -> None:
    """Deliver until the transfer is over. Bounded: the clock may not pass an hour."""
    loss, repeats, jitter, seed = network
    chance = random.Random(seed)
    queue: list[tuple[float, int, bool, bytes]] = []
    order = itertools.count()

    def send(now: float, is_to_client: bool, datagrams: list[bytes]) -> None:
        for datagram in datagrams:
            for _ in range(2 if chance.random() < repeats else 1):
                if chance.random() >= loss:
                    delay = 0.001 + chance.random() * 0.01 + (0.02 if chance.random() < jitter else 0)
                    heapq.heappush(queue, (now + delay, next(order), is_to_client, datagram))

    now, client_wakes = 0.0, 3.0
    send(now, True, [*map(bytes, transfer.start(now))])
    while (due := transfer.next_timeout()) is not None:
        assert now < 3600
        now = min(due, client_wakes, queue[0][0] if queue else due)
        if queue and queue[0][0] <= now:
            _, _, is_to_client, datagram = heapq.heappop(queue)
            if is_to_client:
                send(now, False, client.receive(datagram))
                client_wakes = now + 3.0
            elif datagram == transfer.short_cut.awaited and transfer.short_cut.ready and chance.random() < 0.7:
                send(now, True, [transfer.short_cut.step()])  # as the service does
            else:
                send(now, True, [*map(bytes, transfer.receive_datagram(datagram, now))])
        elif now >= client_wakes:
            client_wakes = now + 3.0
            send(now, False, client.time_out())
        else:
            send(now, True, [*map(bytes, transfer.handle_timeout(now))])


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 9000), st.integers(8, 700), st.integers(1, 20), st.booleans(), _NETWORK)
@example(4096, 512, 16, True, (0.0, 1.0, 0.0, 1))
@example(0, 512, 1, False, (0.35, 0.3, 0.5, 2))
def test_it_ends_with_equal_bytes_or_a_declared_failure(
    size: int, block_size: int, window_size: int, has_options: bool, network: tuple[float, float, float, int]
) -> None:
    data = random.Random(size).randbytes(size)
    options = (("blksize", str(block_size)), ("windowsize", str(window_size))) if has_options else ()
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(data))
    client = Client(transfer.terms.block_size, transfer.terms.window_size, has_options)
    _run(transfer, client, network)
    assert data.startswith(client.data)
    if client.is_done:
        assert client.data == data
    if transfer.outcome is Outcome.FAILED:
        assert transfer.reason
    # The last ACK may be lost for ever; but whatever was acknowledged has arrived.
    assert transfer.acknowledged_bytes <= len(client.data)
    if network[0] == 0.0:
        assert transfer.outcome is Outcome.FINISHED
        assert client.data == data


@given(st.lists(st.binary(max_size=40), max_size=30), st.booleans())
def test_no_datagram_makes_it_raise(datagrams: list[bytes], has_options: bool) -> None:
    options = (("windowsize", "4"),) if has_options else ()
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", options), Memory(bytes(20_000)))
    transfer.start(0.0)
    for datagram in datagrams:
        for answer in transfer.receive_datagram(datagram, 0.1):
            assert opcode_of(answer) in (Opcode.DATA, Opcode.ERROR)


@given(st.lists(st.integers(0, 65_535), max_size=60))
def test_acks_of_a_hostile_client_never_get_more_than_a_window_each(blocks: list[int]) -> None:
    transfer = ReadTransfer(Request(Opcode.RRQ, b"f", "octet", (("windowsize", "16"),)), Memory(bytes(50_000)))
    transfer.start(0.0)
    for block in blocks:
        assert len(transfer.receive_datagram(encode_ack(block), 0.1)) <= 16
