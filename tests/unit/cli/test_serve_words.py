"""What `serve` prints before it serves: each rule with who it is for, and who gets nothing."""

from __future__ import annotations

import argparse
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest

from fogportable.cli import serve
from fogportable.model import BootRule, OfferShape, PxeAction, PxeEntry, PxeMenu, ServingPlan
from fogportable.protocol.address import MacPattern

_BATCH = (MacPattern(bytes.fromhex("525400")),)


def _printed(plan: ServingPlan, capsys: pytest.CaptureFixture[str]) -> list[str]:
    serve._print_what_is_served(plan)
    return capsys.readouterr().out.splitlines()[1:]


def test_each_rule_says_who_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    far = IPv4Address("10.0.0.9")
    rules = (
        BootRule(frozenset(), macs=_BATCH, is_ignored=True),
        BootRule(frozenset({0}), "a.0", script="t.ipxe", shape=OfferShape.BOOT_SERVER, next_server=far),
        BootRule(frozenset(), "b.0", next_server=far),
    )
    assert _printed(ServingPlan((), tmp_path, rules, relays=(IPv4Network("10.1.0.0/24"),)), capsys) == [
        "  52:54:00: no answer",
        "  BIOS (0): a.0, iPXE gets t.ipxe, shape boot-server, from 10.0.0.9",
        "  every computer: b.0, from 10.0.0.9",
        "  behind relays: 10.1.0.0/24",
    ]


def test_who_gets_neither_file_nor_menu_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = (BootRule(frozenset({0}), "a.0", next_server=IPv4Address("10.0.0.9")),)
    menu = PxeMenu(entries=(PxeEntry("Disk", PxeAction.LOCAL_DISK, frozenset({7, 9})),))
    assert _printed(ServingPlan((), tmp_path, rules, pxe_menu=menu), capsys)[1:] == [
        "  firmware's menu: Disk",
        "  no file, so no answer: UEFI ia32 (6), UEFI ARM64 (11)",
    ]


@pytest.mark.parametrize("text", ["10.0.0.0", "10.0.0.0/33", "x", ""])
def test_a_relay_flag_that_is_no_network_is_a_usage_error(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    assert parser.parse_args(["--relay", "10.0.20.7/24"]).relay == [IPv4Network("10.0.20.0/24")]
    with pytest.raises(SystemExit):
        parser.parse_args(["--relay", text])
    assert "is not a network such as" in capsys.readouterr().err
