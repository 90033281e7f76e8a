"""Who holds which address. One address has one client, one client one address; nobody else may write here."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

from fogportable.model import PrivateNetwork, StaticHost

#: Addresses of a range that are used; what lies beyond is left alone. More computers stand in no room.
MOST_ADDRESSES = 16_384

#: An offered address waits this long (s) for its REQUEST: EDK2 collects offers for up to 28 s before it takes one.
OFFER_LASTS_S = 60.0
#: When none is free, an offer nobody took is taken back after this time (s): EDK2 takes one within 4 s.
OFFER_LASTS_WHEN_SHORT_S = 10.0
#: How long (s) an address that somebody else uses is not given.
HELD_BACK_S = 600.0
#: How long (s) a look that found nobody on an address counts.
LOOK_LASTS_S = 300.0


@dataclass(slots=True)
class Binding:
    """An address and its client. client: octets of the hardware address. Times are monotonic seconds.

    ends_s: math.inf for ever; a binding that has ended is remembered, so that the client gets the same address again.
    is_given: confirmed by an ACK, not only offered. since_s: when it was offered or given.
    """

    client: bytes
    address: IPv4Address
    ends_s: float
    since_s: float
    is_given: bool = False
    host_name: str = ""

    def is_current(self, now: float) -> bool:
        return now < self.ends_s


class LeaseBook:
    """The addresses of one private network. For one thread.

    A client is known by its hardware address alone: firmware, iPXE and the system of one computer send different
    client identifiers, and are to keep one address.
    """

    def __init__(self, settings: PrivateNetwork, network: IPv4Network, ours: IPv4Address) -> None:
        """network: that of the card. ours: our address there, which nobody is given."""
        self._network = network
        never = {ours, network.network_address, network.broadcast_address, *settings.dns}
        self._never = never | {settings.router} if settings.router is not None else never
        self._first, self._last = int(settings.first), int(settings.last)
        self._size = max(0, min(self._last - self._first + 1, MOST_ADDRESSES))
        self._static = {each.mac.octets: each for each in settings.hosts if self._may_be_static(each, ours)}
        self._of_static = {each.address: mac for mac, each in self._static.items()}
        self._by_client: dict[bytes, Binding] = {}
        self._by_address: dict[IPv4Address, Binding] = {}
        self._held_back: OrderedDict[IPv4Address, float] = OrderedDict()
        self._looks: OrderedDict[IPv4Address, tuple[float, bytes | None]] = OrderedDict()
        self._next = 0
        self.changes = 0

    # --- questions ------------------------------------------------------------------------------------------------

    def binding_of(self, client: bytes) -> Binding | None:
        """What this client has or had; None when nothing is remembered."""
        return self._by_client.get(client)

    def client_of(self, address: IPv4Address) -> bytes | None:
        """Who has or had this address; None when nobody is remembered."""
        binding = self._by_address.get(address)
        return binding.client if binding is not None else None

    def static_of(self, client: bytes) -> StaticHost | None:
        """The rule for this client; None for most."""
        return self._static.get(client)

    def bindings(self) -> Iterator[Binding]:
        """All of them, also those that have ended."""
        return iter(self._by_address.values())

    def is_on_network(self, address: IPv4Address) -> bool:
        """Whether the address belongs to the network at all."""
        return address in self._network

    def may_have(self, client: bytes, address: IPv4Address, now: float) -> bool:
        """Whether nothing forbids to give this client this address. Whether somebody uses it is another question."""
        owner = self._of_static.get(address)
        if owner is not None:
            if owner != client:
                return False
        elif address in self._never or not 0 <= int(address) - self._first < self._size:
            return False
        elif client in self._static and self.is_available(self._static[client].address, now):
            return False  # It has an address of its own, and gets no other while that one is free.
        holder = self._by_address.get(address)
        is_anothers = holder is not None and holder.client != client and holder.is_current(now)
        return not is_anothers and self.is_available(address, now)

    def is_available(self, address: IPv4Address, now: float) -> bool:
        """Whether the address is not held back."""
        until = self._held_back.get(address)
        if until is None:
            return True
        if now < until:
            return False
        del self._held_back[address]
        return True

    def is_known_free(self, client: bytes, address: IPv4Address, now: float) -> bool:
        """Whether a look not long ago found nobody on the address, or this very client."""
        binding = self._by_client.get(client)
        if binding is not None and binding.address == address and binding.is_given and binding.is_current(now):
            return True  # Its own: it may well answer there itself.
        look = self._looks.get(address)
        return look is not None and now - look[0] < LOOK_LASTS_S and look[1] in (None, client)

    def preferred(self, client: bytes, wish: IPv4Address | None, now: float) -> IPv4Address | None:
        """The address this client should have: by rule, as before, or as it wishes; None for any."""
        static = self._static.get(client)
        if static is not None and self.may_have(client, static.address, now):
            return static.address
        binding = self._by_client.get(client)
        for address in (binding.address if binding is not None else None, wish):
            if address is not None and self.may_have(client, address, now):
                return address
        return None

    def is_exhausted(self, now: float) -> bool:
        """Whether no address is left that could be given to somebody new."""
        return next(self._spare(now, has_memory=True), None) is None

    def to_look_at(self, now: float, count: int, *, is_short: bool) -> list[IPv4Address]:
        """Spare addresses nobody has looked at lately. is_short: those that somebody once had, too."""
        found: list[IPv4Address] = []
        for address in self._spare(now, has_memory=is_short):
            look = self._looks.get(address)
            if look is None or now - look[0] >= LOOK_LASTS_S:
                found.append(address)
                if len(found) == count:
                    break
        return found

    def ready_count(self, now: float) -> int:
        """How many addresses are looked at and can be offered at once."""
        return sum(
            now - looked_at < LOOK_LASTS_S and self._is_spare(address, now, has_memory=False)
            for address, (looked_at, _) in self._looks.items()
        )

    # --- changes --------------------------------------------------------------------------------------------------

    def note_look(self, address: IPv4Address, seen: bytes | None, now: float) -> None:
        """Somebody (or None) answered for this address."""
        self._looks[address] = (now, seen)
        self._looks.move_to_end(address)
        while len(self._looks) > MOST_ADDRESSES:
            self._looks.popitem(last=False)

    def take_free(self, client: bytes, now: float) -> IPv4Address | None:
        """One that a look found free, those that nobody ever had first; None when there is none.

        In need an offer that nobody took is taken back.
        """
        for address, (looked_at, _) in self._looks.items():
            if now - looked_at < LOOK_LASTS_S and self._is_spare(address, now, has_memory=False):
                return address
        ended = [
            each
            for each in self._by_address.values()
            if self._is_spare(each.address, now, has_memory=True) and self._is_known_empty(each.address, now)
        ]
        if not ended:
            return None
        oldest = min(ended, key=lambda each: each.ends_s)
        if oldest.client != client:
            self._forget(oldest)
        return oldest.address

    def offer(self, client: bytes, address: IPv4Address, now: float) -> bool:
        """Keep the address for this client for a while. Nothing changes for who holds it already. False: not to it."""
        if not self.may_have(client, address, now):
            return False
        binding = self._by_client.get(client)
        if binding is not None and binding.address == address and binding.is_given and binding.is_current(now):
            return True
        host_name = binding.host_name if binding is not None else ""
        self._bind(Binding(client, address, now + OFFER_LASTS_S, now, host_name=host_name))
        return True

    def give(self, client: bytes, address: IPv4Address, now: float, *, ends_s: float, host_name: str) -> bool:
        """The client has it from now on. False: it may not have it, and nothing was changed."""
        if not self.may_have(client, address, now):
            return False
        self._bind(Binding(client, address, ends_s, now, is_given=True, host_name=host_name))
        self.changes += 1
        return True

    def drop_offer(self, client: bytes) -> None:
        """The client takes another server's offer. A lease stays until it ends: only its client may give it back."""
        binding = self._by_client.get(client)
        if binding is not None and not binding.is_given:
            self._forget(binding)

    def end(self, client: bytes, now: float) -> None:
        """The client has given its address back; it is remembered all the same."""
        binding = self._by_client.get(client)
        if binding is None or not binding.is_current(now):
            return
        binding.ends_s = now
        self.changes += 1

    def hold_back(self, address: IPv4Address, now: float) -> None:
        """Somebody else uses the address: give it to nobody for a while."""
        binding = self._by_address.get(address)
        if binding is not None:
            self._forget(binding)
            self.changes += binding.is_given
        self._looks.pop(address, None)
        self._held_back[address] = now + HELD_BACK_S
        while len(self._held_back) > MOST_ADDRESSES:
            self._held_back.popitem(last=False)

    def restore(self, bindings: Iterable[Binding], now: float) -> None:
        """Take in what was kept from before. What the settings of today do not allow is left out."""
        for each in bindings:
            if self.may_have(each.client, each.address, now) and each.client not in self._by_client:
                self._bind(each)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _may_be_static(self, host: StaticHost, ours: IPv4Address) -> bool:
        edges = (self._network.network_address, self._network.broadcast_address)
        return host.address in self._network and host.address not in (ours, *edges)

    def _is_known_empty(self, address: IPv4Address, now: float) -> bool:
        look = self._looks.get(address)
        return look is not None and now - look[0] < LOOK_LASTS_S and look[1] is None

    def _bind(self, binding: Binding) -> None:
        for old in (self._by_client.get(binding.client), self._by_address.get(binding.address)):
            if old is not None:
                self._forget(old)
        self._by_client[binding.client] = binding
        self._by_address[binding.address] = binding

    def _forget(self, binding: Binding) -> None:
        if self._by_client.get(binding.client) is binding:
            del self._by_client[binding.client]
        if self._by_address.get(binding.address) is binding:
            del self._by_address[binding.address]

    def _spare(self, now: float, *, has_memory: bool) -> Iterator[IPv4Address]:
        """Addresses that could be given to anybody, never used ones first."""
        for number in range(self._first, self._first + self._size):
            address = IPv4Address(number)
            if self._is_spare(address, now, has_memory=False):
                yield address
        if has_memory:
            for binding in sorted(self._by_address.values(), key=lambda each: each.ends_s):
                if self._is_spare(binding.address, now, has_memory=True):
                    yield binding.address

    def _is_spare(self, address: IPv4Address, now: float, *, has_memory: bool) -> bool:
        if address in self._of_static or address in self._never or not 0 <= int(address) - self._first < self._size:
            return False
        if not self.is_available(address, now):
            return False
        look = self._looks.get(address)
        if look is not None and look[1] is not None and now - look[0] < LOOK_LASTS_S:
            return False  # Its last client is there still, although its time is over.
        binding = self._by_address.get(address)
        if binding is None:
            return True
        if not has_memory:
            return False
        is_stale_offer = not binding.is_given and now - binding.since_s >= OFFER_LASTS_WHEN_SHORT_S
        return is_stale_offer or not binding.is_current(now)


def lease_end(now: float, lease_s: int, *, is_infinite: bool) -> float:
    """When a lease given now ends, monotonic seconds."""
    return math.inf if is_infinite else now + lease_s
