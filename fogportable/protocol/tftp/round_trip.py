"""How long a client takes to answer, and how long to wait for it before a block counts as lost."""

from __future__ import annotations

#: A shorter wait (s) would be a guess about a client's pauses: it writes to a disk or draws a bar between blocks.
_SHORTEST_WAIT_S = 0.08
#: From here on (s) the fixed waits take over.
_LONGEST_WAIT_S = 1.0
#: How much of a new answer counts, and of its distance from the mean (RFC 6298 2.3).
_MEAN_GAIN = 0.125
_SPREAD_GAIN = 0.25


class RoundTrip:
    """A running mean and spread of round trips (s), as RFC 6298 has them for TCP.

    shortest_s: of all; 0.0 before the first. wait_s: before the first retransmit. early_tries: retransmits whose waits,
    doubled each time, are shorter than the fixed ones; 0 while nothing is known.
    """

    __slots__ = ("_mean_s", "_spread_s", "early_tries", "shortest_s", "wait_s")

    def __init__(self) -> None:
        self._mean_s = 0.0
        self._spread_s = 0.0
        self.shortest_s = 0.0
        self.wait_s = _LONGEST_WAIT_S
        self.early_tries = 0

    def note(self, took_s: float) -> None:
        """An answer came after so long. A clock that did not move tells nothing."""
        if took_s <= 0:
            return
        if not self._spread_s:
            self._mean_s, self._spread_s, self.shortest_s = took_s, took_s / 2, took_s
        else:
            distance = took_s - self._mean_s
            self._mean_s += _MEAN_GAIN * distance
            self._spread_s += _SPREAD_GAIN * (abs(distance) - self._spread_s)
            self.shortest_s = min(self.shortest_s, took_s)
        self.wait_s = max(_SHORTEST_WAIT_S, self._mean_s + 4 * self._spread_s)
        self.early_tries = 0
        wait = self.wait_s
        while wait < _LONGEST_WAIT_S:
            wait *= 2
            self.early_tries += 1
