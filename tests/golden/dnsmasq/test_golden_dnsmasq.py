"""Configurations of dnsmasq as people have them, in our own words, and what becomes of each line and of the whole.

`UPDATE_GOLDEN=1` writes the expected texts anew, to be read before they are committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.config.save import save_profile
from fogportable.dnsmasq.boot_files import BootFolder
from fogportable.model import ImportReport, InterfaceKind, NetworkInterface
from fogportable.session.import_dnsmasq import import_dnsmasq
from tests.golden.value_text import difference_lines

_HERE = Path(__file__).parent
_CONFIGURATIONS = sorted(_HERE.glob("*.conf"))


def _card(name: str, index: int, address: str) -> NetworkInterface:
    own = (IPv4Interface(address),)
    return NetworkInterface(name, index, InterfaceKind.WIRED, name, None, own, True, True, 1000, 1500)


#: The machine on which all of them are imported.
_MACHINE = (_card("lan0", 1, "192.168.1.10/24"), _card("lab0", 2, "192.168.0.1/24"))


@pytest.mark.parametrize("configuration", _CONFIGURATIONS, ids=lambda path: path.stem)
def test_configuration_becomes_this_profile_with_this_report(
    configuration: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(BootFolder, "at", classmethod(lambda cls, root: cls(root)))  # no folder of this machine counts
    profile, report = import_dnsmasq([configuration], interfaces=_MACHINE)

    found = (
        "\n".join(
            (*_report_text(report), "", "profile:", *difference_lines(profile, Profile())),
        )
        + "\n"
    )

    golden = configuration.with_suffix(".expected.txt")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")
    save_profile(profile, tmp_path / "room.toml")
    assert load_profile(tmp_path / "room.toml") == profile


def test_there_are_configurations_to_try() -> None:
    assert len(_CONFIGURATIONS) >= 12


def _report_text(report: ImportReport) -> Iterator[str]:
    for item in report.items:
        yield f"{item.line} {item.verdict}: {item.text}"
        yield from (f"    -> {change}" for change in item.became)
        if item.why:
            yield f"    {item.why}"
    yield from (f"to do: {each}" for each in report.to_do)
