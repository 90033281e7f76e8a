"""HTTP over TCP as facts: requests, answers and how much content followed. Nothing is put together.

A request or an answer is recognised at the start of a segment, which is where loaders and servers put them.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from ipaddress import IPv4Address

from fogportable.diagnosis.facts import Endpoint, Fact, HeardFrame, TcpFact, TcpKind
from fogportable.protocol.address import MacAddress

#: Connections followed at once; beyond, the one not heard for longest is forgotten.
CAPACITY = 4096
#: Content kept of each file (octets): the header of a program, or what a script names.
HEAD_BYTES = 4096

_FIN, _SYN, _RST, _ACK = 0x01, 0x02, 0x04, 0x10
_REQUEST = re.compile(rb"(GET|HEAD|POST|PUT) ([^ \r\n]{1,2048}) HTTP/1\.[01]\r?\n")
_ANSWER = re.compile(rb"HTTP/1\.[01] (\d{3})")
_AGENT = re.compile(rb"\r\nUser-Agent: *([^\r\n]{0,120})", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\nContent-Length: *(\d{1,18})", re.IGNORECASE)
_HEAD_END = b"\r\n\r\n"


class FollowedStreams:
    """Which connections carry HTTP, so that content is counted for these only."""

    def __init__(self) -> None:
        #: How much content each may still show of the file that it brings.
        self._servers: OrderedDict[tuple[Endpoint, Endpoint], int] = OrderedDict()

    def read(
        self,
        frame: int,
        time_s: float,
        sender: MacAddress | None,
        source: IPv4Address,
        destination: IPv4Address,
        segment: bytes,
        cut: int,
    ) -> Iterator[Fact]:
        """The facts in a segment."""
        if len(segment) < 20:
            return
        one: Endpoint = (source, segment[0] << 8 | segment[1])
        other: Endpoint = (destination, segment[2] << 8 | segment[3])
        flags = segment[13]
        kind = _of_flags(flags)
        if kind is not None:
            yield TcpFact(frame, time_s, sender, one, other, kind)
            return
        body = segment[(segment[12] >> 4) * 4 :]
        if not body:
            yield HeardFrame(frame, time_s, sender)
            return
        yield self._content(frame, time_s, sender, one, other, body, cut)

    def _content(
        self,
        frame: int,
        time_s: float,
        sender: MacAddress | None,
        one: Endpoint,
        other: Endpoint,
        body: bytes,
        cut: int,
    ) -> Fact:
        asked = _REQUEST.match(body)
        if asked is not None:
            self._remember((other, one))
            agent = _AGENT.search(body)
            return TcpFact(
                frame,
                time_s,
                sender,
                one,
                other,
                TcpKind.REQUEST,
                method=asked[1].decode("ascii"),
                target=asked[2].decode("latin-1"),
                agent="" if agent is None else agent[1].decode("latin-1"),
            )
        if (one, other) not in self._servers:
            return HeardFrame(frame, time_s, sender)
        answered = _ANSWER.match(body)
        if answered is None:
            return TcpFact(
                frame, time_s, sender, one, other, TcpKind.CONTENT, len(body) + cut, head=self._head((one, other), body)
            )
        head, _, content = body.partition(_HEAD_END)
        length = _LENGTH.search(head)
        return TcpFact(
            frame,
            time_s,
            sender,
            one,
            other,
            TcpKind.ANSWER,
            len(content) + cut,
            status=int(answered[1]),
            length=None if length is None else int(length[1]),
            head=self._head((one, other), content),
        )

    def _head(self, connection: tuple[Endpoint, Endpoint], content: bytes) -> bytes:
        """What of this content is kept: nothing once the beginning of the file has passed."""
        left = self._servers[connection]
        if not left:
            return b""
        self._servers[connection] = max(0, left - len(content))
        return content[:left]

    def _remember(self, connection: tuple[Endpoint, Endpoint]) -> None:
        self._servers[connection] = HEAD_BYTES
        self._servers.move_to_end(connection)
        if len(self._servers) > CAPACITY:
            self._servers.popitem(last=False)


def _of_flags(flags: int) -> TcpKind | None:
    if flags & _RST:
        return TcpKind.RESET
    if flags & _SYN:
        return TcpKind.ACCEPT if flags & _ACK else TcpKind.OPEN
    return None
