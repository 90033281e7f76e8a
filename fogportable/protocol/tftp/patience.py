"""How long to wait for a client before a block counts as lost, and before the client does."""

from __future__ import annotations

#: Waits before each retransmit (s) when the client negotiated none; after the last one we give up. A client whose
#: round trips were measured gets shorter ones before: its own, doubled each time until they reach a second.
_WAITS_S = (1.0, 1.0, 2.0, 2.0, 4.0, 4.0)
#: Without progress for so long (s) the client is gone.
_GIVE_UP_S = 30.0
#: A shorter wait (s) would be a guess about a client's pauses: it writes to a disk or draws a bar between blocks.
_SHORTEST_WAIT_S = 0.1
#: How much of a new answer counts, and of its distance from the mean (RFC 6298 2.3).
_MEAN_GAIN = 0.125
_SPREAD_GAIN = 0.25


class Patience:
    """With one client. Keeps a running mean and spread of its round trips, as RFC 6298 has them for TCP.

    negotiated_s: the wait that the client asked for (RFC 2349), which is then kept; None for none.
    shortest_s: of all round trips; 0.0 before the first.
    """

    __slots__ = ("_mean_s", "_negotiated_s", "_spread_s", "shortest_s")

    def __init__(self, negotiated_s: int | None = None) -> None:
        self._negotiated_s = negotiated_s
        self._mean_s = 0.0
        self._spread_s = 0.0
        self.shortest_s = 0.0

    def wait_s(self, tries: int) -> float:
        """Before the next retransmit (s). tries: how many there were since the client got further."""
        if self._negotiated_s is not None:
            return float(self._negotiated_s)
        early = self._early_waits()
        return early[tries] if tries < len(early) else _WAITS_S[min(tries - len(early), len(_WAITS_S) - 1)]

    @property
    def most_tries(self) -> int:
        """Retransmits without progress; after the wait that follows the last one the client is gone."""
        return len(_WAITS_S) + len(self._early_waits())

    @property
    def give_up_s(self) -> float:
        """Without progress for so long (s) it is gone, however many retransmits there were; at least one."""
        return max(_GIVE_UP_S, 2.0 * (self._negotiated_s or 0))

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

    def _early_waits(self) -> list[float]:
        """Those that are shorter than the fixed ones."""
        waits: list[float] = []
        if self._negotiated_s is None and self._spread_s:
            wait_s = max(_SHORTEST_WAIT_S, self._mean_s + 4 * self._spread_s)
            while wait_s < _WAITS_S[0]:
                waits.append(wait_s)
                wait_s *= 2
        return waits
