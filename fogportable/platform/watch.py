"""Watches the cards that are served on: unplugged, without address, changed, back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import IPv4Interface

from fogportable.errors import Fault, FaultCode, describe
from fogportable.model import NetworkInterface, ServingInterface
from fogportable.platform.interfaces import look_at


class Change(StrEnum):
    """What happened to a card since the last look."""

    GONE = "gone"
    LINK_LOST = "link_lost"
    ADDRESS_LOST = "address_lost"
    ADDRESS_CHANGED = "address_changed"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class InterfaceChange:
    """One change of one card.

    before: as it was served until now. after: as it can be served now; None while it cannot.
    fault: for GONE, LINK_LOST, ADDRESS_LOST and ADDRESS_CHANGED; BACK has one only when the address is another.
    """

    change: Change
    before: ServingInterface
    after: ServingInterface | None
    fault: Fault | None

    @property
    def name(self) -> str:
        """Of the card."""
        return self.before.name

    @property
    def needs_new_sockets(self) -> bool:
        """True when the old sockets are pinned to a card that is no more: replugged, it has another index."""
        return self.after is not None and self.after.index != self.before.index

    @property
    def has_new_address(self) -> bool:
        """True when clients must be told another address from now on."""
        return self.after is not None and self.after.address.ip != self.before.address.ip


class InterfaceWatch:
    """Compares what is with what was served. No thread of its own: whoever calls `poll`, every one to two seconds."""

    def __init__(
        self,
        interfaces: Iterable[ServingInterface],
        *,
        look: Callable[[str], NetworkInterface | None] = look_at,
    ) -> None:
        self._look = look
        self._served = {each.name: each for each in interfaces}
        self._trouble: dict[str, Change] = {}

    @property
    def troubled(self) -> tuple[str, ...]:
        """Names of the cards that cannot serve now."""
        return tuple(self._trouble)

    def distrust(self, name: str) -> None:
        """The card was away again when it was to be served on: the next look says anew that it is back, or not."""
        self._trouble[name] = Change.GONE

    def poll(self) -> tuple[InterfaceChange, ...]:
        """What changed since the last call; empty nearly always."""
        changes: list[InterfaceChange] = []
        for name in tuple(self._served):
            changes.extend(self._compare(name, self._look(name)))
        return tuple(changes)

    def _compare(self, name: str, seen: NetworkInterface | None) -> list[InterfaceChange]:
        trouble = _trouble_of(seen)
        if seen is None or trouble is not None:
            assert trouble is not None
            return self._note_trouble(name, trouble, seen)
        before, after = self._served[name], self._served_as(name, seen)
        self._served[name] = after
        was_in_trouble = self._trouble.pop(name, None) is not None
        is_replugged = after.index != before.index
        fault = _address_changed(before.address, after.address, name)
        changes: list[InterfaceChange] = []
        if is_replugged and not was_in_trouble:  # Out and in again between two looks.
            changes.append(
                InterfaceChange(Change.GONE, before, None, describe(FaultCode.INTERFACE_GONE, interface=name))
            )
        if was_in_trouble or is_replugged:
            changes.append(InterfaceChange(Change.BACK, before, after, fault))
        elif fault is not None:
            changes.append(InterfaceChange(Change.ADDRESS_CHANGED, before, after, fault))
        return changes

    def _note_trouble(self, name: str, trouble: Change, seen: NetworkInterface | None) -> list[InterfaceChange]:
        if self._trouble.get(name) is trouble:
            return []
        self._trouble[name] = trouble
        return [InterfaceChange(trouble, self._served[name], None, _fault_of(trouble, name, seen))]

    def _served_as(self, name: str, seen: NetworkInterface) -> ServingInterface:
        """How it is served from now on. An address that is still there stays ours, though another came first."""
        before = self._served[name]
        is_still_there = any(each.ip == before.address.ip for each in seen.addresses)
        address = before.address if is_still_there else seen.addresses[0]
        return replace(before, index=seen.index, address=address, mtu=seen.mtu)


def _trouble_of(seen: NetworkInterface | None) -> Change | None:
    if seen is None:
        return Change.GONE
    if not seen.is_up or seen.has_link is False:
        return Change.LINK_LOST
    if not seen.addresses or seen.addresses[0].is_link_local:
        return Change.ADDRESS_LOST
    return None


def _fault_of(trouble: Change, name: str, seen: NetworkInterface | None) -> Fault:
    if trouble is Change.GONE:
        return describe(FaultCode.INTERFACE_GONE, interface=name)
    if trouble is Change.LINK_LOST:
        return describe(FaultCode.INTERFACE_DOWN, interface=name)
    if seen is not None and seen.addresses:
        return describe(FaultCode.INTERFACE_SELF_ASSIGNED, interface=name, address=seen.addresses[0].ip)
    return describe(FaultCode.INTERFACE_NO_ADDRESS, interface=name)


def _address_changed(before: IPv4Interface, after: IPv4Interface, name: str) -> Fault | None:
    if before.ip == after.ip:
        return None
    return describe(FaultCode.ADDRESS_CHANGED, interface=name, before=before.ip, after=after.ip)
