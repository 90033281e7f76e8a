"""What the TFTP thread notes of a transfer: its request and what ends or holds it up, never each block.

Noted: requests, OACK, the first block and its ACK, what was sent again, errors of either side, and the ACK that ended
it. The last block is told from that ACK, by its head alone: to note it when it leaves would cost a step for each block.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address

from fogportable.boot.policy import TFTP_PORT
from fogportable.platform import udp
from fogportable.protocol.address import MacAddress
from fogportable.protocol.tftp import Burst, Octets, Opcode, Outcome, ReadTransfer
from fogportable.services.packet_ring import Endpoint, Entry, NotedPacket, PacketRing, kept
from fogportable.services.tftp_lines import Line

#: Of a block that is sent again: the file's octets were noted with the first one, if at all.
_OF_A_REPEAT = 64
_HEAD_BYTES = 4
_LAST_BLOCK = "Its content was not kept, and its time is that of the ACK"


class TransferTrace:
    """Of one transfer, or of one request that got an ERROR. For the TFTP thread."""

    __slots__ = ("_card", "_client", "_has_sent_block", "_mac", "_ring", "_us")

    def __init__(self, ring: PacketRing, card: str, client: Endpoint, us: Endpoint, mac: MacAddress | None) -> None:
        """us: our address and the port that we answer from."""
        self._ring = ring
        self._card = card
        self._client = client
        self._us = us
        self._mac = mac
        self._has_sent_block = False

    def heard(self, data: bytes) -> None:
        """What the client sent on the transfer's port."""
        now = time.monotonic()
        self._ring.note(
            (len(data), _tell, now, self._card, False, self._client, self._us, kept(data), len(data), self._mac, "")
        )

    def sent(self, datagrams: Sequence[Octets]) -> None:
        """What we sent; of several the first."""
        if not datagrams:
            return
        first: Octets = datagrams.whole[: datagrams.size] if isinstance(datagrams, Burst) else datagrams[0]
        is_block = int.from_bytes(first[:2], "big") == Opcode.DATA
        octets = bytes(first[:_OF_A_REPEAT]) if is_block and self._has_sent_block else kept(bytes(first))
        self._has_sent_block = self._has_sent_block or is_block
        self._note_sent(octets, len(first), "")

    def step(self, machine: ReadTransfer, data: bytes, datagrams: Sequence[Octets]) -> None:
        """A datagram of the client, and our answer, before the transfer is under way or at its end."""
        if machine.outcome is None:
            self.heard(data)
        else:
            self._ended(machine, data)
        self.sent(datagrams)

    def _ended(self, machine: ReadTransfer, last_heard: bytes) -> None:
        """last_heard: the datagram that ended the transfer, noted after its last block."""
        stats = machine.stats
        has_more_blocks = stats.size_bytes >= stats.block_size
        if machine.outcome is Outcome.FINISHED and has_more_blocks and len(last_heard) >= _HEAD_BYTES:
            head = Opcode.DATA.to_bytes(2, "big") + last_heard[2:_HEAD_BYTES]
            self._note_sent(head, _HEAD_BYTES + stats.size_bytes % stats.block_size, _LAST_BLOCK)
        self.heard(last_heard)

    def _note_sent(self, octets: bytes, length: int, remark: str) -> None:
        now = time.monotonic()
        self._ring.note(
            (len(octets), _tell, now, self._card, True, self._us, self._client, octets, length, self._mac, remark)
        )


def trace_of(ring: PacketRing, card: str, datagram: udp.Datagram, line: Line, mac: MacAddress | None) -> TransferTrace:
    """For what a request leads to. line: that it is answered by."""
    port = TFTP_PORT if line.sock is None else line.sock.getsockname()[1]
    return TransferTrace(ring, card, datagram.source, (datagram.destination, port), mac)


def requested(now: float, card: str, datagram: udp.Datagram) -> Entry:
    """A request."""
    data, there = kept(datagram.data), (datagram.destination, TFTP_PORT)
    return (len(data), _tell, now, card, False, datagram.source, there, data, len(datagram.data), None, "")


def _tell(
    now: float,
    card: str,
    is_sent: bool,
    source: tuple[IPv4Address, int],
    destination: Endpoint,
    octets: bytes,
    length: int,
    mac: MacAddress | None,
    remark: str,
) -> Iterator[NotedPacket]:
    yield NotedPacket(now, card, is_sent, source, destination, octets, length, None, mac, None, remark)
