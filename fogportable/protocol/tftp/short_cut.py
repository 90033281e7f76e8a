"""The way of nearly every packet in lockstep: what comes is what is awaited, and the answer lies ready."""

from __future__ import annotations

_Steps = list[tuple[bytes, bytes]]


class ShortCut:
    """A lane of packets, each with the ACK that answers it.

    Where a transfer receives exactly `awaited` while there is something in `ready`, whoever drives it may pop the next
    packet and what is then awaited from there, and send it, without a word to the transfer: each block costs a call
    less. The transfer counts later what went by.
    awaited: the ACK of everything sent; None: no short cut.
    """

    __slots__ = ("_lane", "awaited", "ready")

    def __init__(self) -> None:
        self.awaited: bytes | None = None
        self.ready: _Steps = []
        self._lane: tuple[_Steps, int] | None = None

    def lay(self, steps: _Steps, last: int) -> bytes:
        """Lay the next lane and take its first packet, for which there is no short cut: how long its answer takes is
        measured. steps: the next one at the end. last: the number of the block in the first of the list.
        """
        packet, self.awaited = steps.pop()[0], None
        self.ready = steps
        self._lane = steps, last
        return packet

    def step(self) -> bytes:
        """The next packet."""
        packet, self.awaited = self.ready.pop()
        return packet

    @property
    def sent(self) -> int | None:
        """The last block sent from the lane; None without one. From any thread."""
        lane = self._lane
        return None if lane is None else lane[1] - len(lane[0])

    def close(self) -> None:
        """The transfer is over."""
        self.awaited, self.ready, self._lane = None, [], None
