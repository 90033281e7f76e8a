"""What is served follows from profile, flags and boot sets, in that order of strength."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Interface, IPv4Network
from pathlib import Path

import pytest

from fogportable.boot.boot_set import BootSet
from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.errors import BootFileError, FaultCode
from fogportable.model import BootRule, PxeAction, PxeEntry, PxeMenu, ServingInterface, ServingPlan
from fogportable.protocol.address import MacPattern
from fogportable.protocol.pxe.archs import ARCH_NAMES, parse_arch
from fogportable.session.plan import Overrides, plan_from_profile

CARD = ServingInterface("eth0", 2, IPv4Interface("10.0.0.1/24"), "eth0")


@pytest.fixture
def stored(tmp_path: Path) -> BootSet:
    folder = tmp_path / "stored"
    folder.mkdir()
    return BootSet("debian-13", "iPXE from Debian 13", folder, (BootRule(ARCH_NAMES["bios"], "undionly.kpxe"),))


def _plan(
    profile: Profile | None = None,
    *,
    base: Path,
    sets: tuple[BootSet, ...] = (),
    overrides: Overrides | None = None,
) -> ServingPlan:
    return plan_from_profile(profile or Profile(), base=base, interfaces=(CARD,), boot_sets=sets, overrides=overrides)


def _boot(root: str = "", name: str = "", rules: tuple[BootRule, ...] = ()) -> Profile:
    return Profile(boot=BootSettings(set=name, root=root, rules=rules))


def test_without_a_choice_the_first_stored_set_is_served(stored: BootSet, tmp_path: Path) -> None:
    plan = _plan(base=tmp_path, sets=(stored,))
    assert plan.root == stored.folder
    assert plan.rules == stored.rules
    assert plan.title == "iPXE from Debian 13"


def test_without_anything_to_serve_the_remedy_is_said(tmp_path: Path) -> None:
    with pytest.raises(BootFileError) as raised:
        _plan(base=tmp_path)
    assert raised.value.code is FaultCode.NO_BOOT_FILES


def test_special_rules_keep_their_order_and_plain_ones_are_cut(tmp_path: Path) -> None:
    teacher = BootRule(frozenset({0}), "teacher.0", macs=(MacPattern.parse("00:11:22"),))
    everybody = BootRule(frozenset(), "any.0")
    rules = (teacher, BootRule(frozenset({0, 7}), "a"), BootRule(frozenset({0, 9}), "b"), everybody)
    plan = _plan(_boot(root=str(tmp_path), rules=rules), base=tmp_path)
    assert plan.rules == (teacher, BootRule(frozenset({0, 7}), "a"), BootRule(frozenset({9}), "b"), everybody)


def test_rules_that_name_no_file_leave_the_folder_to_be_recognised(tmp_path: Path) -> None:
    (tmp_path / "undionly.kpxe").write_bytes(b"\x90" * 4096)
    ignored = BootRule(frozenset(), macs=(MacPattern.parse("00:11:22"),), is_ignored=True)
    plan = _plan(_boot(root=str(tmp_path), rules=(ignored,)), base=tmp_path)
    assert [rule.file for rule in plan.rules] == ["", "undionly.kpxe"]


def test_a_firmware_menu_alone_is_enough_to_serve(tmp_path: Path) -> None:
    entry = PxeEntry("Disk", PxeAction.LOCAL_DISK)
    profile = replace(_boot(root=str(tmp_path)), pxe_menu=PxeMenu(entries=(entry,)))
    assert _plan(profile, base=tmp_path).pxe_menu.entries == (entry,)


def test_relays_of_flags_are_added_to_the_profiles(tmp_path: Path) -> None:
    near, far = IPv4Network("10.1.0.0/24"), IPv4Network("10.2.0.0/24")
    profile = replace(
        _boot(root=str(tmp_path), rules=(BootRule(frozenset({0}), "a"),)), network=NetworkSettings((), (near,))
    )
    assert _plan(profile, base=tmp_path, overrides=Overrides(relays=(far, near))).relays == (near, far)


def test_relays_that_lie_in_one_another_are_one(tmp_path: Path) -> None:
    profile = replace(
        _boot(root=str(tmp_path), rules=(BootRule(frozenset({0}), "a"),)),
        network=NetworkSettings((), (IPv4Network("10.1.4.0/24"),)),
    )
    plan = _plan(profile, base=tmp_path, overrides=Overrides(relays=(IPv4Network("10.1.0.0/16"),)))
    assert plan.relays == (IPv4Network("10.1.0.0/16"),)


def test_an_unknown_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(BootFileError) as raised:
        _plan(_boot(name="nosuch"), base=tmp_path)
    assert raised.value.code is FaultCode.NO_BOOT_SET
    assert "nosuch" in raised.value.fault.message


def test_a_relative_root_starts_at_the_profile(tmp_path: Path) -> None:
    (tmp_path / "boot").mkdir()
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    assert _plan(_boot(root="boot", rules=rules), base=tmp_path).root == tmp_path / "boot"


def test_a_root_of_ones_own_leaves_the_stored_sets_out(stored: BootSet, tmp_path: Path) -> None:
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    plan = _plan(base=tmp_path, sets=(stored,), overrides=Overrides(root=tmp_path, rules=rules))
    assert plan.rules == rules


def test_a_folder_without_rules_is_recognised(tmp_path: Path) -> None:
    folder = tmp_path / "tftpboot"
    folder.mkdir()
    (folder / "undionly.kpxe").write_bytes(bytes(range(1, 255)) * 300)
    plan = _plan(base=tmp_path, overrides=Overrides(root=folder))
    assert [rule.file for rule in plan.rules] == ["undionly.kpxe"]


def test_flags_come_before_the_profile_and_the_profile_before_the_set(stored: BootSet, tmp_path: Path) -> None:
    flag = BootRule(parse_arch("bios"), "flag.0")
    mine = BootRule(parse_arch("bios"), "mine.0")
    profile = _boot(name="debian-13", rules=(mine,))
    plan = _plan(profile, base=tmp_path, sets=(stored,), overrides=Overrides(rules=(flag,)))
    assert [rule.file for rule in plan.rules] == ["flag.0"]
    plan = _plan(profile, base=tmp_path, sets=(stored,))
    assert [rule.file for rule in plan.rules] == ["mine.0"]


def test_a_rule_that_an_earlier_one_covers_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "tftp").mkdir()
    profile = _boot("tftp", rules=(BootRule(parse_arch("bios"), "a"), BootRule(frozenset({6, 7, 9}), "b")))
    plan = _plan(profile, base=tmp_path, overrides=Overrides(rules=(BootRule(parse_arch("x64"), "mine"),)))
    assert [(sorted(rule.archs), rule.file) for rule in plan.rules] == [([7, 9], "mine"), ([0], "a"), ([6], "b")]


def test_the_flag_beats_the_root_of_the_profile(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    profile = _boot(root="one", rules=(BootRule(parse_arch("bios"), "a.0"),))
    assert _plan(profile, base=tmp_path, overrides=Overrides(root=tmp_path / "two")).root == tmp_path / "two"


def test_a_script_of_the_users_own_replaces_the_menu(stored: BootSet, tmp_path: Path) -> None:
    script = tmp_path / "my.ipxe"
    script.write_bytes(b"#!ipxe\nshell\n")
    plan = _plan(base=tmp_path, sets=(stored,), overrides=Overrides(ipxe_script=script))
    assert plan.ipxe_script == b"#!ipxe\nshell\n"


def test_a_missing_script_is_named(stored: BootSet, tmp_path: Path) -> None:
    with pytest.raises(BootFileError) as raised:
        _plan(base=tmp_path, sets=(stored,), overrides=Overrides(ipxe_script=tmp_path / "no.ipxe"))
    assert raised.value.code is FaultCode.SCRIPT_MISSING
