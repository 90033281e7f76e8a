"""Whom services answer."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface, IPv4Network

import pytest

from fogportable.model import ServingInterface
from fogportable.services.reach import is_client_of


@pytest.mark.parametrize(
    ("own", "address", "is_client"),
    [
        ("192.168.1.20/24", "192.168.1.77", True),
        ("192.168.1.20/24", "192.168.2.77", False),
        ("192.168.1.20/24", "192.168.1.255", False),
        ("192.168.1.20/24", "192.168.1.0", False),
        ("192.168.1.20/24", "10.5.0.9", True),
        ("192.168.1.20/24", "10.6.0.9", False),
        ("192.168.1.20/24", "127.0.0.1", False),
        ("192.168.1.20/31", "192.168.1.21", True),
        ("127.0.0.1/8", "127.9.9.9", True),
        ("127.0.0.1/8", "192.168.1.77", False),
    ],
)
def test_clients_are_of_the_cards_network_or_behind_a_listed_relay(own: str, address: str, is_client: bool) -> None:
    interface = ServingInterface("eth0", 2, IPv4Interface(own), "eth0")
    assert is_client_of(interface, IPv4Address(address), (IPv4Network("10.5.0.0/16"),)) is is_client
