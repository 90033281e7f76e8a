"""Which computers a person has let in, where only those are answered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from fogportable.events import ApprovalTakenBack, ClientApproved, Event
from fogportable.model import ClientLists
from fogportable.protocol.address import MacAddress

#: As many as the largest room has; beyond, nobody is let in any more.
MOST_APPROVED = 10_000


class Approvals:
    """Asked for each request, so reading takes no lock: flag and set are replaced whole. From any thread.

    Computers are told apart by hardware address alone, which anybody may forge. A file that is asked for by an address
    whose hardware address is not known (behind a router, or on systems that do not tell) is not kept back.
    """

    def __init__(self, emit: Callable[[Event], object], is_known: Callable[[MacAddress], bool]) -> None:
        """is_known: whether a computer has a row; of others it is no news that they were let in."""
        self._emit = emit
        self._is_known = is_known
        self._lock = threading.Lock()
        self._is_needed = False
        self._hardware: frozenset[bytes] = frozenset()

    @property
    def is_needed(self) -> bool:
        """Whether only approved computers are answered."""
        return self._is_needed

    def begin(self, lists: ClientLists) -> None:
        """Serving starts with what a profile says, and with nobody else: another room may be served now."""
        with self._lock:
            self._is_needed = lists.needs_approval
            self._hardware = frozenset(mac.octets for mac in lists.approved[:MOST_APPROVED])

    def need(self, is_needed: bool) -> None:
        """From now on only approved computers are answered, or everybody again."""
        self._is_needed = is_needed

    def is_waiting(self, hardware: bytes) -> bool:
        """Whether this computer gets no answer yet. hardware: the octets of its address, as they stand in a packet."""
        return self._is_needed and hardware not in self._hardware

    def approve(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in; gives those that were not."""
        with self._lock:
            fresh = tuple(dict.fromkeys(mac for mac in macs if mac.octets not in self._hardware))
            fresh = fresh[: max(0, MOST_APPROVED - len(self._hardware))]
            self._hardware |= {mac.octets for mac in fresh}
        self._tell(fresh, ClientApproved)
        return fresh

    def take_back(self, macs: Iterable[MacAddress]) -> tuple[MacAddress, ...]:
        """Let these in no more; gives those that were. What they load now goes on."""
        with self._lock:
            gone = tuple(dict.fromkeys(mac for mac in macs if mac.octets in self._hardware))
            self._hardware -= {mac.octets for mac in gone}
        self._tell(gone, ApprovalTakenBack)
        return gone

    def macs(self) -> tuple[MacAddress, ...]:
        """All that are let in, by their octets."""
        return tuple(MacAddress(each) for each in sorted(self._hardware))

    def _tell(self, macs: Iterable[MacAddress], kind: type[ClientApproved | ApprovalTakenBack]) -> None:
        for mac in macs:
            if self._is_known(mac):
                self._emit(kind(client=mac))
