"""Which addresses a scan asks, and how it is told."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface, IPv4Network

import pytest

from fogportable.errors import FaultCode, FogError, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.scan import MOST_ADDRESSES, FoundFog, ScanProgress, ScanResult, scan_addresses
from fogportable.fog.server import Generation, Version

_FOUND = FoundFog(FogAddress("10.0.0.5"), IPv4Address("10.0.0.5"), Version("1.5.8", Generation.V1_5))


@pytest.mark.parametrize(
    ("network", "count", "first"),
    [
        ("10.0.0.0/22", 1022, "10.0.0.1"),
        ("10.0.0.0/24", 254, "10.0.0.1"),
        ("10.0.0.4/31", 2, "10.0.0.4"),
        ("10.0.0.4/32", 1, "10.0.0.4"),
    ],
)
def test_addresses_of_machines_are_asked_and_no_others(network: str, count: int, first: str) -> None:
    addresses = scan_addresses(IPv4Network(network))
    assert (len(addresses), str(addresses[0])) == (count, first)
    assert len(addresses) <= MOST_ADDRESSES


def test_larger_network_is_refused_with_a_part_around_this_laptop() -> None:
    with pytest.raises(FogError) as refused:
        scan_addresses(IPv4Network("10.0.0.0/16"), IPv4Interface("10.0.7.9/16"))
    assert refused.value.code is FaultCode.FOG_SCAN_TOO_LARGE
    assert "65536 addresses" in refused.value.fault.message
    assert "such as 10.0.7.0/24" in refused.value.fault.remedy
    with pytest.raises(FogError, match=r"10\.0\.0\.0/21"):
        scan_addresses(IPv4Network("10.0.0.0/21"))


@pytest.mark.parametrize("network", ["224.0.0.0/24", "255.255.255.255/32", "0.0.0.0/32"])
def test_network_without_machines_is_refused(network: str) -> None:
    with pytest.raises(FogError) as refused:
        scan_addresses(IPv4Network(network))
    assert refused.value.code is FaultCode.FOG_SCAN_UNFIT


def test_what_was_found_is_told_in_words() -> None:
    distrust = describe(FaultCode.FOG_CERTIFICATE_UNKNOWN, address="https://10.0.0.6")
    secure = FoundFog(FogAddress("10.0.0.6", "https"), IPv4Address("10.0.0.6"), None, distrust)
    assert _FOUND.words == "http://10.0.0.5/fog/: FOG 1.5.8"
    assert secure.words == "https://10.0.0.6/fog/: FOG of unknown version, its certificate not trusted yet"
    assert (_FOUND.generation, secure.generation) == (Generation.V1_5, Generation.OTHER)


def test_progress_and_end_are_told_in_words() -> None:
    assert ScanProgress(3, 254, 0, ()).words == "Asked 3 of 254 addresses; no FOG servers found."
    assert ScanProgress(3, 254, 1, (_FOUND,)).words == "Asked 3 of 254 addresses; 1 FOG server found."
    network = IPv4Network("10.0.0.0/24")
    assert ScanResult(network, 254, 254, True).words == "Asked 254 of 254 addresses of 10.0.0.0/24."
    assert ScanResult(network, 9, 254, False).words == "Asked 9 of 254 addresses of 10.0.0.0/24; the rest was left out."
