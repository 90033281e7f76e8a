from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from fogportable.model import BootRule, Menu, MenuAction, MenuEntry, ServingPlan
from fogportable.session.scripts import script_called

SERVER = IPv4Address("192.168.1.20")


@pytest.fixture
def plan(tmp_path: Path) -> ServingPlan:
    return ServingPlan((), tmp_path, ())


def _script(name: str, plan: ServingPlan, http: int | None = None) -> bytes | None:
    menu = Menu(entries=(MenuEntry("Rescue", MenuAction.KERNEL, kernel="linux"),))
    return script_called(name, plan, menu, SERVER, (69, http))


def test_ipxe_that_looks_for_autoexec_is_led_to_our_menu_by_address(plan: ServingPlan) -> None:
    script = _script("autoexec.ipxe", plan)
    assert script is not None
    assert b"--replace tftp://192.168.1.20/boot.ipxe " in script


def test_autoexec_of_a_fog_folder_stays_fogs(plan: ServingPlan) -> None:
    (plan.root / "Autoexec.ipxe").write_text("#!ipxe\n")
    assert _script("autoexec.ipxe", plan) is None


def test_link_out_of_the_folder_is_left_to_the_folder_to_refuse(plan: ServingPlan) -> None:
    (plan.root / "autoexec.ipxe").symlink_to("/etc/hostname")
    assert _script("autoexec.ipxe", plan) is None


@pytest.mark.parametrize("name", ["grub/grub.cfg", "grub.cfg"])
def test_menu_of_the_users_own_grub_stays_the_users(plan: ServingPlan, name: str) -> None:
    assert b"Made by FOG Portable" in (_script(name, plan) or b"")
    (plan.root / "grub").mkdir()
    (plan.root / name).write_text("menuentry 'mine' {}\n")
    assert _script(name, plan) is None


def test_rules_with_scripts_of_their_own_are_not_passed_by(plan: ServingPlan) -> None:
    ruled = replace(plan, rules=(*plan.rules, BootRule(frozenset(), script="room.ipxe")))
    assert _script("autoexec.ipxe", ruled) is None
    assert _script("boot.ipxe", ruled) is not None


def test_menu_names_files_by_http_only_where_it_is_served(plan: ServingPlan) -> None:
    assert b"http://192.168.1.20:8080/linux" in (_script("boot.ipxe", plan, 8080) or b"")
    assert b"http://" not in (_script("boot.ipxe", plan) or b"")


@pytest.mark.parametrize("name", ["default.ipxe", "x/autoexec.ipxe", "boot.ipx"])
def test_every_other_name_is_the_folders(plan: ServingPlan, name: str) -> None:
    assert _script(name, plan) is None


def test_grub_gets_the_menu_by_the_names_it_asks_for(tmp_path: Path) -> None:
    for name in ("grub/grub.cfg", "grub.cfg"):
        served = script_called(name, ServingPlan((), tmp_path, ()), Menu("Room 12"), SERVER, (69, None))
        assert served is not None
        assert b"FOG Portable menu: Room 12" in served
