"""What a profile says about computers, options, menus and networks is refused where it could not be served."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest

from fogportable.config.load import read_profile
from fogportable.config.profile import Profile
from fogportable.config.save import save_profile
from fogportable.model import ExtraOption, PxeAction, PxeEntry, PxeMenu, ReplyOptions

_RULE = "[[boot.rule]]\n{}\n"
_EXTRA = "[[options.extra]]\ncode = {}\ntext = 'a'\n"
_PXE = "[[pxe_menu.entry]]\ntext = '{}'\naction = 'file'\nfile = 'f'\narch = '{}'\n"
_PRIVATE = "[private_network]\ninterface = 'g'\nfirst = '10.0.0.1'\nlast = '{}'\n"
_HOST = "[[private_network.host]]\nmac = '52:54:00:12:34:56'\naddress = '10.0.0.3'\n"


def _read(text: str) -> tuple[Profile, tuple[str, ...]]:
    profile, faults = read_profile(text, Path("room.toml"))
    return profile, tuple(map(str, faults))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        # An empty condition would fit everybody: such a rule must not turn the whole room away.
        (_RULE.format("mac = []\nignore = true"), "boot.rule.mac in line 2", "leave mac out"),
        (_RULE.format("uuid = []\nfile = 'a'"), "boot.rule.uuid in line 2", "leave uuid out"),
        (_RULE.format("script = '../x'"), "boot.rule.script in line 2", "without .."),
        (_RULE.format("script = 'http://10.0.0.1/a b'"), "boot.rule.script in line 2", "%20"),
        (_RULE.format("file = ' '"), "boot.rule.file in line 2", "the name of a file"),
        (_PRIVATE.format("10.0.0.9") + "dns = ['0.0.0.0']\n", "private_network.dns in line 5", "192.168.1.20"),
        (
            _PRIVATE.format("10.0.0.9") + "[[private_network.host]]\nmac = '192.168.100.111'\naddress = '10.0.0.5'\n",
            "private_network.host.mac in line 6",
            "52:54:00",
        ),
        (
            _RULE.format("arch = 'bios'\nshape = 'menu'") + _RULE.format("arch = 'bios'\nshape = 'direct'\nfile = 'a'"),
            "boot.rule.arch in line 5",
            "bios already has a shape in line 1",
        ),
        (_RULE.format("script = 'a'") * 2, "boot.rule.script in line 4", "everybody already has a script in line 1"),
        ("[boot]\nnext_server = '0.0.0.0'\n", "boot.next_server in line 2", "192.168.1.20"),
        ("[boot]\nnext_server = '232.1.0.1'\n", "boot.next_server in line 2", "192.168.1.20"),
        ("[network]\nrelays = ['10.0.0.0']\n", "network.relays in line 2", "192.168.2.0/24"),
        ("[network]\nrelays = ['10.0.0.1/24', '10.0.0.2/24']\n", "network.relays in line 2", "each once"),
        (_EXTRA.format(13), "options.extra.code in line 2", "option 13"),
        (_EXTRA.format(224) * 2, "options.extra.code in line 5", "set twice"),
        (_PXE.format("Net", "bios") * 2, "pxe_menu.entry.text in line 7", "line 1 has the same text"),
        ("[[pxe_menu.entry]]\ntext='a'\naction='local-disk'\n" * 900, "pxe_menu.entry in line 601", "900 entries"),
        (_PRIVATE.format("10.1.0.1"), "private_network.last in line 4", "more than 65536"),
        (_PRIVATE.format("10.0.0.9") + "domain = 'a b'\n", "private_network.domain in line 5", "no domain"),
        (_PRIVATE.format("10.0.0.9") + _HOST + "name = 'a b'\n", "private_network.host.name in line 8", "no host name"),
    ],
)
def test_what_could_not_be_served_is_refused_with_its_line(text: str, place: str, words: str) -> None:
    _, faults = _read(text)
    assert place in faults[0]
    assert words in faults[0]


def test_the_entry_with_which_a_menu_becomes_too_large_is_named_for_each_architecture_apart() -> None:
    """Three long entries fit for each of two architectures; a fourth for one of them does not."""
    rows = [_PXE.format(f"{number} {'x' * 58}", arch) for number in range(3) for arch in ("bios", "x64")]
    assert _read("".join(rows))[1] == ()
    _, faults = _read("".join([*rows, _PXE.format(f"3 {'x' * 58}", "x64"), _PXE.format("z", "bios")]))
    assert len(faults) == 1
    assert "pxe_menu.entry in line 31" in faults[0]
    assert "UEFI x64" in faults[0]


def test_entries_that_nobody_sees_together_may_have_one_text() -> None:
    profile, faults = _read(_PXE.format("Net", "bios") + _PXE.format("Net", "x64"))
    assert faults == ()
    assert [entry.text for entry in profile.pxe_menu.entries] == ["Net", "Net"]


def test_special_cases_before_a_rule_for_everybody_are_used() -> None:
    profile, faults = _read(_RULE.format("mac = '52:54:00'\nfile = 'a'") * 2 + _RULE.format("file = 'b'"))
    assert faults == ()
    assert [rule.file for rule in profile.boot.rules] == ["a", "a", "b"]


def test_any_address_of_a_relays_network_stands_for_it() -> None:
    assert _read("[network]\nrelays = ['10.0.20.5/24']\n")[0].network.relays == (IPv4Network("10.0.20.0/24"),)


@pytest.mark.parametrize(
    ("option", "written"),
    [
        (ExtraOption(42, IPv4Address("65.66.67.68").packed), 'addresses = ["65.66.67.68"]'),
        (ExtraOption(224, b"ABCD"), 'text = "ABCD"'),
        (ExtraOption(224, b"\xf1\x00"), 'hex = "f1 00"'),
        (ExtraOption(42, bytes(8)), 'hex = "00 00 00 00 00 00 00 00"'),
    ],
)
def test_an_option_is_written_as_people_would(tmp_path: Path, option: ExtraOption, written: str) -> None:
    file = tmp_path / "room.toml"
    profile = Profile(options=ReplyOptions(extra=(option,)))
    save_profile(profile, file)
    text = file.read_text("utf-8")
    assert written in text
    assert read_profile(text, file) == (profile, ())


def test_what_an_entrys_action_does_not_use_is_not_saved(tmp_path: Path) -> None:
    file = tmp_path / "room.toml"
    left_over = PxeEntry("Disk", PxeAction.LOCAL_DISK, file="was.0", server=IPv4Address("10.0.0.1"), type=7)
    save_profile(Profile(pxe_menu=PxeMenu(entries=(left_over,))), file)
    assert read_profile(file.read_text("utf-8"), file)[0].pxe_menu.entries == (
        replace(left_over, file="", server=None, type=0),
    )
