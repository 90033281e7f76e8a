"""`serve` remembers a network that it serves with a profile, and names that profile when it is served without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from ipaddress import IPv4Interface, IPv4Network
from pathlib import Path

import pytest

from fogportable.cli import serve_site
from fogportable.cli.serve_site import note_site
from fogportable.cli.sites import _values
from fogportable.model import Room, ServingInterface, ServingPlan
from fogportable.protocol.address import MacAddress
from fogportable.session import known_sites
from fogportable.session.known_sites import KnownSites, SiteMark

_CARD = ServingInterface("eth0", 2, IPv4Interface("192.168.1.20/24"), "eth0")
_MARK = SiteMark(MacAddress.parse("52:54:00:00:00:01"), IPv4Network("192.168.1.0/24"))


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ServingPlan:
    monkeypatch.setenv("FOGPORTABLE_HOME", str(tmp_path / "home"))
    for module in (serve_site, known_sites):
        monkeypatch.setattr(module, "mark_of", {"eth0": _MARK}.get)
    return ServingPlan((_CARD,), tmp_path, (), room=Room("Lincoln School", 24))


def test_a_network_is_remembered_with_its_profile_and_named_next_time(
    plan: ServingPlan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "lincoln.toml"
    profile.touch()
    note_site(plan, profile, as_json=False)
    (site,) = KnownSites().all()
    today: date = datetime.now().astimezone().date()
    assert (site.mark, site.room, site.profile, site.served) == (_MARK, "Lincoln School", profile.resolve(), today)
    assert capsys.readouterr().out == ""
    note_site(plan, None, as_json=True)
    assert capsys.readouterr().out == "", "programs read one object a line"
    note_site(plan, None, as_json=False)
    told = capsys.readouterr().out
    assert told == f"This looks like Lincoln School, served on {today}: --profile {profile.resolve()}\n"
    assert _values(site)["router"] == "52:54:00:00:00:01"


def test_loopback_is_no_network_to_know(plan: ServingPlan, tmp_path: Path) -> None:
    note_site(replace(plan, interfaces=(replace(_CARD, device=None),)), tmp_path / "a.toml", as_json=False)
    assert KnownSites().all() == ()


def test_a_memory_that_cannot_be_written_is_told_and_holds_nothing_up(
    plan: ServingPlan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file")
    note_site(plan, tmp_path / "a.toml", as_json=False)
    assert "Which networks were served could not be written" in capsys.readouterr().err
