"""What the threads of HTTP note of a connection: heads of requests and of answers, and how long what follows is."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from ipaddress import IPv4Address

from fogportable.services.packet_ring import Endpoint, NotedPacket, PacketRing, kept

_NO_CONTENT = "The content that follows was not kept"


class ConnectionTrace:
    """Of one connection, for its thread. It is not noted how a connection was opened and closed."""

    __slots__ = ("_card", "_client", "_ring", "_said", "_us", "_was_told")

    def __init__(self, ring: PacketRing, card: str, client: Endpoint, us: Endpoint) -> None:
        self._ring = ring
        self._card = card
        self._client = client
        self._us = us
        self._said = self._was_told = 0

    def heard(self, head: bytes) -> None:
        """A request's head."""
        position = (self._was_told, self._said)
        self._was_told += len(head)
        self._note(False, self._client, self._us, head, position, "")

    def sent(self, head: bytes, content_bytes: int = 0) -> None:
        """An answer's head. content_bytes: what follows it and is not noted."""
        position = (self._said, self._was_told)
        self._said += len(head) + content_bytes
        self._note(True, self._us, self._client, head, position, _NO_CONTENT if content_bytes else "")

    def _note(
        self,
        is_sent: bool,
        source: Endpoint,
        destination: Endpoint,
        head: bytes,
        position: tuple[int, int],
        remark: str,
    ) -> None:
        data = kept(head)
        way = (self._card, is_sent, source, destination)
        self._ring.note_shared((len(data), _tell, time.monotonic(), *way, data, len(head), position, remark))


def trace_of(ring: PacketRing, card: str, sock: socket.socket, client: Endpoint) -> ConnectionTrace:
    """For a connection that was accepted on this card."""
    address, port = sock.getsockname()[:2]
    return ConnectionTrace(ring, card, client, (IPv4Address(address), port))


def _tell(
    now: float,
    card: str,
    is_sent: bool,
    source: Endpoint,
    destination: Endpoint,
    octets: bytes,
    length: int,
    position: tuple[int, int],
    remark: str,
) -> Iterator[NotedPacket]:
    yield NotedPacket(now, card, is_sent, source, destination, octets, length, None, None, position, remark)
