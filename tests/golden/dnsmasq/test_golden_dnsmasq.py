"""Configurations of dnsmasq as people have them, in our own words, and what becomes of each line and of the whole.

`UPDATE_GOLDEN=1` writes the expected texts anew, to be read before they are committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.config.load import load_profile
from fogportable.config.profile import Profile
from fogportable.config.save import save_profile
from fogportable.dnsmasq.boot_files import BootFolder
from fogportable.model import ImportReport, InterfaceKind, NetworkInterface
from fogportable.session.import_dnsmasq import import_dnsmasq

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
            (*_report_text(report), "", "profile:", *_profile_text(profile, Profile(), "")),
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


def _profile_text(value: object, default: object, name: str) -> Iterator[str]:
    """What differs from a profile without any key."""
    if value == default:
        return
    if is_dataclass(value) and is_dataclass(default):
        for each in fields(value):
            yield from _profile_text(getattr(value, each.name), getattr(default, each.name), f"{name}.{each.name}")
    elif isinstance(value, tuple):
        yield f"  {name[1:]}:"
        yield from (f"    {_words(each)}" for each in value)
    else:
        yield f"  {name[1:]}: {_words(value)}"


def _words(value: object) -> str:
    """A value without what is as usual in it: `BootRule(archs=0, file=pxelinux.0)`."""
    if isinstance(value, frozenset):
        return " ".join(str(int(each)) for each in sorted(value)) or "all"
    if isinstance(value, tuple):
        return "[" + ", ".join(_words(each) for each in value) + "]"
    if isinstance(value, bytes):
        return value.hex(":")
    if is_dataclass(value) and not isinstance(value, type) and type(value).__str__ is object.__str__:
        named = ((each.name, getattr(value, each.name)) for each in fields(value))
        parts = (f"{name}={_words(inner)}" for name, inner in named if inner or type(inner) is int)
        return f"{type(value).__name__}({', '.join(parts)})"
    return str(value)
