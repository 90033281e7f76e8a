"""Networks that were served: kept, found again by router and subnet, bounded, forgotten when told to."""

from __future__ import annotations

from datetime import date
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.protocol.address import MacAddress
from fogportable.session import known_sites
from fogportable.session.known_sites import KnownSite, KnownSites, SiteMark, mark_of
from tests.fakes.kit import USB

_ROUTER, _OTHER = MacAddress.parse("52:54:00:00:00:01"), MacAddress.parse("52:54:00:00:00:02")
_NETWORK = IPv4Network("192.168.1.0/24")
_DAY = date(2026, 11, 12)


@pytest.fixture
def sites(tmp_path: Path) -> KnownSites:
    return KnownSites(lambda: tmp_path / "state" / "known-sites.json")


def _site(tmp_path: Path, router: MacAddress = _ROUTER, network: IPv4Network = _NETWORK) -> KnownSite:
    profile = tmp_path / "room.toml"
    profile.touch()
    return KnownSite(SiteMark(router, network), "Lincoln School", profile, _DAY)


def test_a_site_is_found_by_router_and_subnet_together(sites: KnownSites, tmp_path: Path) -> None:
    assert sites.all() == ()
    site = _site(tmp_path)
    sites.remember(site)
    assert sites.find(site.mark) == site
    assert sites.find(SiteMark(_OTHER, _NETWORK)) is None
    assert sites.find(SiteMark(_ROUTER, IPv4Network("192.168.2.0/24"))) is None


def test_a_site_served_again_has_its_new_profile_and_stands_first(sites: KnownSites, tmp_path: Path) -> None:
    first, second = _site(tmp_path), _site(tmp_path, _OTHER)
    sites.remember(first)
    sites.remember(second)
    later = KnownSite(first.mark, "Lincoln, room 2", first.profile, date(2026, 11, 30))
    sites.remember(later)
    assert sites.all() == (later, second)


def test_a_profile_that_is_gone_is_not_offered(sites: KnownSites, tmp_path: Path) -> None:
    site = _site(tmp_path)
    sites.remember(site)
    site.profile.unlink()
    assert sites.find(site.mark) is None


def test_the_longest_not_served_is_forgotten_first(
    sites: KnownSites, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_sites, "MOST_SITES", 2)
    networks = [IPv4Network(f"10.{number}.0.0/16") for number in range(3)]
    for network in networks:
        sites.remember(_site(tmp_path, network=network))
    assert [each.mark.network for each in sites.all()] == [networks[2], networks[1]]


def test_forgetting_by_router_or_all(sites: KnownSites, tmp_path: Path) -> None:
    for router in (_ROUTER, _OTHER):
        sites.remember(_site(tmp_path, router))
    assert sites.forget(_OTHER) == 1
    assert [each.mark.router for each in sites.all()] == [_ROUTER]
    assert sites.forget() == 1
    assert sites.forget() == 0
    assert sites.all() == ()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"sites": [{}]}', '{"sites": [{"router": 7}]}', "[" * 9000, '{"sites": 3}'],
)
def test_a_damaged_file_counts_as_empty_and_is_written_anew(sites: KnownSites, tmp_path: Path, text: str) -> None:
    file = tmp_path / "state" / "known-sites.json"
    file.parent.mkdir()
    file.write_text(text)
    assert sites.all() == ()
    sites.remember(_site(tmp_path))
    assert len(sites.all()) == 1


def test_a_profile_without_its_folder_is_not_believed(sites: KnownSites, tmp_path: Path) -> None:
    sites.remember(_site(tmp_path))
    file = tmp_path / "state" / "known-sites.json"
    file.write_text(file.read_text().replace(str(tmp_path / "room.toml"), "room.toml"))
    assert sites.all() == ()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(ServiceError) as told:
        KnownSites(lambda: tmp_path / "state" / "sites.json").remember(_site(tmp_path))
    assert told.value.code is FaultCode.SITES_NOT_SAVED


def test_the_mark_of_a_card_is_its_router_and_subnet(monkeypatch: pytest.MonkeyPatch) -> None:
    router = IPv4Address("192.168.1.1")
    monkeypatch.setattr(known_sites, "find_interface", lambda _: USB)
    monkeypatch.setattr(known_sites, "gateway_of", {"enx1": router}.get)
    monkeypatch.setattr("fogportable.platform.neighbours.mac_of", {router: _ROUTER}.get)
    assert USB.address == IPv4Interface("192.168.1.20/24")
    assert mark_of("enx1") == SiteMark(_ROUTER, _NETWORK)
    monkeypatch.setattr("fogportable.platform.neighbours.mac_of", lambda _: None)
    assert mark_of("enx1") is None
    monkeypatch.setattr(known_sites, "gateway_of", lambda _: None)
    assert mark_of("enx1") is None


def test_a_card_that_is_not_there_has_no_mark() -> None:
    assert mark_of("nosuch0") is None
