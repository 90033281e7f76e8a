"""The window's kit: one session shown at a time, rehearsals beside the room, the last profile remembered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.boot.catalogue import KnownFile
from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.errors import FaultCode, ServiceError
from fogportable.model import (
    InterfaceKind,
    Menu,
    MenuAction,
    MenuEntry,
    NetworkInterface,
    PrivateNetwork,
    SessionState,
    StaticHost,
    Topic,
    Verdict,
)
from fogportable.platform.paths import state_folder
from fogportable.protocol.address import MacAddress
from fogportable.session.kit import RoomKit
from fogportable.simulator.boot_files import write_boot_files


@pytest.fixture
def kit() -> Iterator[RoomKit]:
    made = RoomKit()
    yield made
    made.stop()


def test_a_rehearsal_is_shown_until_the_room_is_served(kit: RoomKit) -> None:
    room = kit.session
    kit.start_rehearsal(3)
    assert kit.is_rehearsing
    shown = kit.session
    assert shown is not room
    waited = threading.Event()
    while (result := kit.rehearsal_result()) is None:
        waited.wait(0.02)
    assert result.verdict is Verdict.OK
    assert "3 of 3" in result.sentence
    kit.stop()
    assert not kit.is_rehearsing
    assert kit.session is shown, "its rows stay until something else is served"
    assert shown.status().state is SessionState.STOPPED
    assert len(shown.clients()) == 3


def test_an_unknown_card_is_refused_in_words(kit: RoomKit, tmp_path: Path) -> None:
    with pytest.raises(ServiceError) as raised:
        kit.start(Profile(network=NetworkSettings(("nosuch0",))), tmp_path)
    assert "nosuch0" in raised.value.fault.message


def test_the_check_of_an_empty_choice_says_what_is_missing(kit: RoomKit, tmp_path: Path) -> None:
    findings = {each.topic: each for each in kit.check(Profile(), tmp_path)}
    assert findings[Topic.NETWORK].verdict is Verdict.BLOCKED
    assert findings[Topic.BOOT_FILES].verdict is Verdict.BLOCKED


@pytest.mark.parametrize(
    ("first", "host", "code"),
    [
        ("10.9.0.5", "127.0.0.9", FaultCode.PRIVATE_NETWORK_MISPLACED),
        ("127.0.0.5", "10.9.0.9", FaultCode.PRIVATE_NETWORK_HOST_MISPLACED),
        ("127.0.0.5", "127.0.0.9", None),
    ],
)
def test_a_misplaced_private_network_is_told_before_start(
    kit: RoomKit, tmp_path: Path, first: str, host: str, code: FaultCode | None
) -> None:
    hosts = (StaticHost(MacAddress(b"\x52\x54\0\0\0\1"), IPv4Address(host)),)
    private = PrivateNetwork("lo", IPv4Address(first), IPv4Address("127.0.0.99"), hosts=hosts)
    findings = {each.topic: each for each in kit.check(Profile(private_network=private), tmp_path)}
    assert findings[Topic.NETWORK].verdict is (Verdict.BLOCKED if code is not None else Verdict.OK)
    assert [each.code for each in findings[Topic.NETWORK].faults] == ([code] if code is not None else [])


def test_an_unknown_card_of_a_private_network_is_named_before_start(kit: RoomKit, tmp_path: Path) -> None:
    private = PrivateNetwork("gym0", IPv4Address("10.9.0.5"), IPv4Address("10.9.0.9"))
    for cards in ((), ("lo",)):
        profile = Profile(network=NetworkSettings(cards), private_network=private)
        finding = {each.topic: each for each in kit.check(profile, tmp_path)}[Topic.NETWORK]
        assert finding.verdict is Verdict.BLOCKED
        assert "gym0" in finding.sentence


def test_of_several_cards_the_one_in_trouble_is_told_before_start(
    kit: RoomKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = (IPv4Interface("10.9.0.1/24"),)
    cards = {
        name: NetworkInterface(name, index, InterfaceKind.WIRED, name, None, address, True, has_link, None, 1500)
        for index, (name, has_link) in enumerate((("lan0", True), ("lan1", False)), 1)
    }
    monkeypatch.setattr("fogportable.session.kit.find_interface", cards.__getitem__)
    profile = Profile(network=NetworkSettings(("lan0", "lan1")))
    finding = {each.topic: each for each in kit.check(profile, tmp_path)}[Topic.NETWORK]
    assert finding.verdict is Verdict.WARNING
    assert "lan1" in finding.sentence


def test_a_private_network_without_a_card_is_told_before_start(kit: RoomKit, tmp_path: Path) -> None:
    private = PrivateNetwork("", IPv4Address("10.9.0.5"), IPv4Address("10.9.0.9"))
    finding = {each.topic: each for each in kit.check(Profile(private_network=private), tmp_path)}[Topic.NETWORK]
    assert finding.sentence == "No card is chosen for the private network."


def test_old_grub_is_told_before_start_unless_all_addresses_are_ours(
    kit: RoomKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = KnownFile("0", 1, "grub", frozenset({7}), "GRUB", "2.06-13", "Debian", None, is_signed=True, has_script=False)
    monkeypatch.setattr("fogportable.boot.secure_boot.known_file", lambda *_: old)
    (rule,) = (each for each in write_boot_files(tmp_path) if 7 in each.archs)
    private = PrivateNetwork("lo", IPv4Address("127.0.0.5"), IPv4Address("127.0.0.99"))
    boot = BootSettings(root=str(tmp_path), rules=(rule,))

    def faults(profile: Profile) -> list[FaultCode]:
        findings = {each.topic: each for each in kit.check(profile, tmp_path)}
        return [each.code for each in findings[Topic.BOOT_FILES].faults]

    assert faults(Profile(boot=boot, network=NetworkSettings(("lo",)))) == [FaultCode.GRUB_ASKS_OTHERS]
    assert faults(Profile(boot=boot, private_network=private)) == []


def test_the_last_profile_is_remembered_while_it_exists(kit: RoomKit, tmp_path: Path) -> None:
    assert kit.last_profile() is None
    profile = tmp_path / "room.toml"
    profile.write_text("schema_version = 1\n")
    kit.remember_profile(profile)
    assert RoomKit().last_profile() == profile
    profile.unlink()
    assert kit.last_profile() is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"last_profile": 7}', '"x"'])
def test_a_damaged_state_file_is_as_good_as_none(kit: RoomKit, damage: str) -> None:
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / "state.json").write_text(damage)
    assert kit.last_profile() is None


def test_the_preview_is_the_script_that_computers_get(kit: RoomKit) -> None:
    menu = Menu(entries=(MenuEntry("Rescue", MenuAction.CHAIN_FILE, file="rescue.ipxe"),))
    script = kit.render_menu(menu)
    assert script.startswith("#!ipxe")
    assert "rescue.ipxe" in script
    assert str(IPv4Address("192.0.2.1")) in script
