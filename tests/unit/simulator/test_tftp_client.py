"""The receiving side is as strict as boot firmware, and gets a file whole through loss, copies and disorder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from ipaddress import IPv4Address
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.tftp.packets import (
    ErrorCode,
    encode_ack,
    encode_data,
    encode_error,
    encode_oack,
    parse_error,
    parse_request,
)
from fogportable.protocol.tftp.transfer import ReadTransfer
from fogportable.simulator.firmware import HABITS, PROBES, Persona
from fogportable.simulator.tftp_client import Outcome, Peer, Reception, TftpHabits

LISTENER: Peer = (IPv4Address("127.0.0.1"), 69)
SENDER: Peer = (IPv4Address("127.0.0.1"), 4000)
STRANGER: Peer = (IPv4Address("127.0.0.1"), 4001)


def _reception(habits: TftpHabits | None = None) -> Reception:
    options = (habits or TftpHabits(512)).options()
    return Reception("boot.efi", LISTENER, options)


def _oack(*pairs: tuple[str, str]) -> bytes:
    return encode_oack(pairs)


@pytest.mark.parametrize(
    ("persona", "first", "second"),
    [
        (Persona.EDK2, "tsize=0 blksize=1468 windowsize=4", "blksize=1468 windowsize=4"),
        (Persona.ROM, "tsize=0", "blksize=1456"),
        (Persona.IPXE, "", "blksize=1432 tsize=0"),
    ],
)
def test_requests_are_those_of_the_firmware(persona: Persona, first: str, second: str) -> None:
    probe = PROBES[persona]
    assert (probe is None) == (first == "")
    for text, receives in (
        (first, Reception("f", LISTENER, (), probe=probe)),
        (second, Reception("f", LISTENER, HABITS[persona].options())),
    ):
        (datagram, peer), *_ = receives.start(0.0)
        if text:
            request = parse_request(datagram)
            assert " ".join(f"{name}={value}" for name, value in request.options) == text
            assert (request.mode, peer) == ("octet", LISTENER)


@pytest.mark.parametrize(
    ("persona", "code", "text"),
    [(Persona.EDK2, ErrorCode.OPTION_REFUSED, "User aborted the transfer"), (Persona.ROM, 0, "TFTP Aborted")],
)
def test_size_probe_ends_with_the_error_of_the_firmware(persona: Persona, code: int, text: str) -> None:
    probe = Reception("f", LISTENER, (), probe=PROBES[persona])
    probe.start(0.0)
    ((datagram, peer),) = probe.receive_datagram(_oack(("tsize", "12345")), SENDER, 0.1)
    assert (probe.outcome, probe.size_bytes, peer) == (Outcome.PROBED, 12345, SENDER)
    assert parse_error(datagram).code == code
    assert parse_error(datagram).text == text


def test_file_of_exact_blocks_needs_the_empty_last_one() -> None:
    receives = _reception()
    receives.start(0.0)
    for block in (1, 2):
        assert receives.receive_datagram(encode_data(block, bytes(512)), SENDER, 0.0) == [(encode_ack(block), SENDER)]
        assert receives.outcome is None
    assert receives.receive_datagram(encode_data(3, b""), SENDER, 0.0) == [(encode_ack(3), SENDER)]
    assert receives.outcome is Outcome.RECEIVED
    assert receives.sha256 == hashlib.sha256(bytes(1024)).hexdigest()


def test_window_is_acknowledged_once_and_a_gap_at_once() -> None:
    receives = _reception(TftpHabits(8, window_size=4))
    receives.start(0.0)
    assert receives.receive_datagram(_oack(("blksize", "8"), ("windowsize", "4")), SENDER, 0.0) == [
        (encode_ack(0), SENDER)
    ]
    block = bytes(8)
    for number in (1, 2, 3):
        assert receives.receive_datagram(encode_data(number, block), SENDER, 0.0) == []
    assert receives.receive_datagram(encode_data(4, block), SENDER, 0.0) == [(encode_ack(4), SENDER)]
    assert receives.receive_datagram(encode_data(6, block), SENDER, 0.0) == [(encode_ack(4), SENDER)]
    assert receives.receive_datagram(encode_data(3, block), SENDER, 0.0) == []
    assert receives.received_bytes == 32


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ((("blksize", "1469"),), "blksize=1469 where 1468"),
        ((("blksize", "4"),), "blksize=4"),
        ((("windowsize", "5"),), "windowsize=5"),
        ((("windowsize", "0"),), "windowsize=0"),
        ((("tsize", "10"),), "tsize, which nobody asked for"),
        ((("timeout", "1"),), "timeout, which nobody asked for"),
        ((("blksize", "abc"),), "no number"),
        ((("blksize", "512"), ("blksize", "512")), "names an option twice"),
    ],
)
def test_oack_that_strict_firmware_refuses_fails(pairs: tuple[tuple[str, str], ...], words: str) -> None:
    receives = Reception("f", LISTENER, HABITS[Persona.EDK2].options())
    receives.start(0.0)
    ((datagram, _),) = receives.receive_datagram(_oack(*pairs), SENDER, 0.0)
    assert parse_error(datagram).code == ErrorCode.ILLEGAL_OPERATION
    assert receives.outcome is Outcome.FAILED
    assert words in receives.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0\6", "empty, cut off"),
        (b"\0\6blksize\x00512", "empty, cut off"),
        (b"\0", "broken"),
        (b"\0\3\0", "broken"),
        (encode_ack(1), "kind 4"),
        (encode_data(1, bytes(513)), "513 bytes where 512"),
        (encode_error(ErrorCode.FILE_NOT_FOUND, "File not found"), "TFTP error 1 for boot.efi: File not found"),
    ],
)
def test_answer_that_makes_no_sense_fails(data: bytes, words: str) -> None:
    receives = _reception()
    receives.start(0.0)
    receives.receive_datagram(data, SENDER, 0.0)
    assert receives.outcome is Outcome.FAILED
    assert words in receives.reason


def test_size_that_was_announced_wrongly_fails() -> None:
    receives = Reception("f", LISTENER, HABITS[Persona.IPXE].options())
    receives.start(0.0)
    receives.receive_datagram(_oack(("tsize", "4")), SENDER, 0.0)
    receives.receive_datagram(encode_data(1, b"abc"), SENDER, 0.0)
    assert receives.reason == "f has 3 bytes, but 4 were announced"


def test_data_in_answer_to_a_probe_fails() -> None:
    probe = Reception("f", LISTENER, (), probe=PROBES[Persona.ROM])
    probe.start(0.0)
    probe.receive_datagram(encode_data(1, b"x"), SENDER, 0.0)
    assert "only its size" in probe.reason


def test_foreign_port_gets_error_5_and_changes_nothing() -> None:
    receives = _reception()
    receives.start(0.0)
    receives.receive_datagram(encode_data(1, bytes(512)), SENDER, 0.0)
    ((datagram, peer),) = receives.receive_datagram(encode_data(2, b"evil"), STRANGER, 0.0)
    assert (parse_error(datagram).code, peer) == (ErrorCode.UNKNOWN_TID, STRANGER)
    assert (receives.outcome, receives.received_bytes) == (None, 512)


def test_answer_from_another_address_of_the_server_is_dropped() -> None:
    receives = _reception()
    receives.start(0.0)
    assert receives.receive_datagram(encode_data(1, b"x"), (IPv4Address("127.0.0.2"), 4000), 0.0) == []
    assert receives.outcome is None


def test_silence_is_asked_into_twice_more_and_then_given_up() -> None:
    receives = _reception()
    first = receives.start(0.0)
    sent = []
    for _ in range(5):
        due = receives.next_timeout()
        if due is None:
            break
        assert receives.handle_timeout(due - 0.01) == []
        sent += receives.handle_timeout(due)
    assert sent == first * 2
    assert receives.outcome is Outcome.FAILED
    assert "did not go on" in receives.reason


# --- against our own sender, over a bad network ---------------------------------------------------------------


@dataclass(frozen=True)
class _Bytes:
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    def read_at(self, offset: int, length: int) -> bytes:
        return self.data[offset : offset + length]


def _carry(content: bytes, habits: TftpHabits, random: Random, loss: float) -> Reception:
    """Both machines back to back with loss, copies and disorder, on a clock that only timers move."""
    receives, now = Reception("f", LISTENER, habits.options()), 0.0
    ((request, _),) = receives.start(now)
    sender = ReadTransfer(parse_request(request), _Bytes(content))
    to_client = [bytes(each) for each in sender.start(now)]
    to_server: list[bytes] = []
    for _ in range(20_000):
        if receives.outcome is not None:
            break
        if to_client and random.random() >= loss:
            at = 0 if random.random() > 0.1 else random.randrange(len(to_client))
            data = to_client[at] if random.random() < 0.05 else to_client.pop(at)
            to_server += [each for each, _ in receives.receive_datagram(data, SENDER, now)]
        elif to_client:
            to_client.pop(0)
        elif to_server:
            data = to_server.pop(0)
            if random.random() >= loss:  # a request that is repeated goes to port 69, which knows the transfer
                is_request = data == request
                sent = sender.handle_repeated_request(now) if is_request else sender.receive_datagram(data, now)
                to_client += map(bytes, sent)
        else:
            dues = [due for due in (receives.next_timeout(), sender.next_timeout()) if due is not None]
            now = min(dues)
            to_server += [each for each, _ in receives.handle_timeout(now)]
            to_client += map(bytes, sender.handle_timeout(now))
    return receives


@given(
    size=st.integers(0, 6000),
    habits=st.sampled_from([*HABITS.values(), TftpHabits(8, 16), TftpHabits(512, 1, has_size=True)]),
    seed=st.integers(0, 10_000),
    loss=st.sampled_from([0.0, 0.02, 0.1]),
)
def test_file_comes_whole_or_with_a_reason_through_a_bad_network(
    size: int, habits: TftpHabits, seed: int, loss: float
) -> None:
    random = Random(seed)
    content = random.randbytes(size)
    receives = _carry(content, habits, random, loss)
    if receives.outcome is Outcome.RECEIVED:
        assert receives.sha256 == hashlib.sha256(content).hexdigest()
        assert receives.received_bytes == size
    else:
        assert loss > 0
        assert "did not go on" in receives.reason


def test_block_numbers_wrap_to_zero() -> None:
    content = Random(1).randbytes(8 * 65536 + 3)
    receives = _reception(TftpHabits(8, 16))
    ((request, _),) = receives.start(0.0)
    sender = ReadTransfer(parse_request(request), _Bytes(content))
    waiting = [bytes(each) for each in sender.start(0.0)]
    while receives.outcome is None:
        answers = [each for data in waiting for each, _ in receives.receive_datagram(data, SENDER, 0.0)]
        waiting = [bytes(each) for data in answers for each in sender.receive_datagram(data, 0.0)]
    assert receives.outcome is Outcome.RECEIVED
    assert receives.sha256 == hashlib.sha256(content).hexdigest()


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_random_datagrams_never_raise(datagrams: list[bytes]) -> None:
    receives = _reception()
    receives.start(0.0)
    for data in datagrams:
        receives.receive_datagram(data, SENDER, 0.0)
