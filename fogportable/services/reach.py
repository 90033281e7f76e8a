"""Whom a service talks to: computers of the networks it serves, and nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network

from fogportable.model import ServingInterface


def is_client_of(interface: ServingInterface, address: IPv4Address, relays: Sequence[IPv4Network] = ()) -> bool:
    """Whether an address is of the card's own network, or of one that is listed behind a relay."""
    if interface.address.ip.is_loopback:
        return address.is_loopback
    network = interface.address.network
    if network.prefixlen < 31 and address in (network.network_address, network.broadcast_address):
        return False
    return address in network or any(address in each for each in relays)
