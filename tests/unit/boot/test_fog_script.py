"""The script that leads iPXE to a FOG server: what it sends, whom it sends elsewhere, and that iPXE can read it."""

from __future__ import annotations

from ipaddress import IPv4Address
from uuid import UUID

import pytest

from fogportable.boot.fog_script import is_fog_script, render_fog_relay
from fogportable.model import BootRule, FinishedComputer
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.pxe.archs import ARCH_NAMES
from tests.unit.boot.ipxe_script import read_script

URL = "http://10.0.0.5/fog/"
HERE = IPv4Address("192.168.1.20")
RULES = (
    BootRule(ARCH_NAMES["x64"], "special.efi", macs=(MacPattern.parse("52:54:00"),)),
    BootRule(ARCH_NAMES["bios"], "undionly.kkpxe"),
    BootRule(ARCH_NAMES["x64"], "secure boot/ipxe.efi"),
)
#: What FOG's own default.ipxe sends.
PARAMETERS = [
    *("mac0", "arch", "platform", "product", "manufacturer", "ipxever", "filename", "sysuuid"),
    *("mac1", "mac2"),
]


def commands(script: bytes) -> list[tuple[str, ...]]:
    return [command for line in read_script(script) for command in line.commands if command]


def test_it_sends_what_fogs_own_script_sends() -> None:
    found = commands(render_fog_relay(URL, HERE, 69, RULES))
    assert [command[1] for command in found if command[0] == "param"] == PARAMETERS
    fetched = [command for command in found if command[0] == "imgfetch" and "##params" in command[-1]]
    assert [command[-1] for command in fetched] == ["http://10.0.0.5/fog/service/ipxe/boot.php##params"]


def test_ipxe_without_params_loads_the_file_of_its_platform() -> None:
    lines = read_script(render_fog_relay(URL, HERE, 4069, RULES))
    labels = {line.label: number for number, line in enumerate(lines) if line.label}
    following = {label: lines[number + 1].commands for label, number in labels.items()}
    assert following["fog-pcbios-i386"][0] == ("chain", "tftp://192.168.1.20:4069/undionly.kkpxe")
    assert following["fog-efi-x86_64"][0] == ("chain", "tftp://192.168.1.20:4069/secure%20boot/ipxe.efi")
    assert following["fog-efi-arm64"][0] == ("goto", "ask")


def test_every_label_that_is_gone_to_is_there() -> None:
    lines = read_script(
        render_fog_relay(URL, HERE, 69, RULES, (FinishedComputer(MacAddress.parse("52:54:00:12:34:56")),))
    )
    labels = {line.label for line in lines if line.label}
    aims = {command[1] for line in lines for command in line.commands if command[:1] == ("goto",)}
    assert aims - labels == {"fog-${platform}-${buildarch}"}


def test_finished_computers_go_to_their_disk_by_either_card() -> None:
    mac = MacAddress.parse("52:54:00:AB:CD:EF")
    found = commands(render_fog_relay(URL, HERE, 69, RULES, (FinishedComputer(mac),)))
    told = [command for command in found if command[0] == "iseq" and command[-1] == "52:54:00:ab:cd:ef"]
    assert [command[1] for command in told] == ["${net0/mac}", "${netX/mac}"]


def test_finished_computers_with_a_number_are_known_by_it_in_both_writings_and_not_by_a_dock_that_others_use() -> None:
    uuid = UUID("4c4c4544-0038-3610-8052-b4c04f4a4d31")
    done = FinishedComputer(MacAddress.parse("52:54:00:AB:CD:EF"), uuid)
    found = commands(render_fog_relay(URL, HERE, 69, RULES, (done,)))
    told = [command[1:] for command in found if command[0] == "iseq" and command[1] in ("${uuid}", "${net0/mac}")]
    turned = "44454c4c-3800-1036-8052-b4c04f4a4d31"
    assert sorted(value for _, value in told) == sorted([str(uuid), turned])
    assert {setting for setting, _ in told} == {"${uuid}"}


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("default.ipxe", True),
        ("boot.ipxe", True),
        ("secureboot/autoexec.ipxe", True),
        ("ipxe.efi", False),
        ("x/default.ipxe", False),
    ],
)
def test_names_that_lead_to_it(name: str, is_one: bool) -> None:
    assert is_fog_script(name) is is_one
