"""Recordings of a switch with spanning tree, and of two computers with one hardware address."""

from __future__ import annotations

from collections.abc import Callable

from tests.golden.diagnosis.faulty_school import odd_beside_site
from tests.golden.diagnosis.scenarios import Scenario
from tests.golden.diagnosis.school import MAC, RAN, direct, healthy
from tests.system.firmware import Firmware, qemu_command
from tests.system.lab import Lab

_B, _X = Firmware.BIOS, Firmware.X64


def _spanning_tree(delay_s: int, firmware: Firmware) -> Callable[[Lab], None]:
    """A port opens after twice the delay: listening, then learning."""

    def prepare(school: Lab) -> None:
        healthy(firmware)(school)
        delay = str(100 * delay_s)
        school.run("net", "ip", "link", "set", "br0", "type", "bridge", "stp_state", "1", "forward_delay", delay)

    return prepare


def _twin(uuid: str) -> Callable[[Lab], None]:
    """Another computer with the same address, on before the one that is recorded. Nobody can boot either."""

    def prepare(school: Lab) -> None:
        odd_beside_site(loader=_X, offer=direct("loader.efi", siaddr="10.77.1.66"))(school)
        school.run("net", "ip", "tuntap", "add", "dev", "tap9", "mode", "tap")
        school.run("net", "ip", "link", "set", "tap9", "master", "br0", "up")
        command = qemu_command(_X, "tap9", MAC, school.folder, school.folder / "tap9.monitor")
        school.start("net", "twin", [*command, "-uuid", uuid])

    return prepare


SCENARIOS_LINK: tuple[Scenario, ...] = (
    # By the time that UEFI has given up PXE and tries HTTP Boot, the port is open.
    Scenario(
        "aside-spanning-tree-x64",
        _X,
        "ok",
        f"(?s)PXE-E16.*{RAN}",
        _spanning_tree(30, _X),
        within_s=300,
        notes=("link-delay",),
    ),
    Scenario(
        "aside-spanning-tree-bios",
        _B,
        "link-delay",
        "No configuration methods|Nothing to boot",
        _spanning_tree(30, _B),
        within_s=240,
    ),
    Scenario("aside-short-spanning-tree-x64", _X, "ok", RAN, _spanning_tree(4, _X), 240, notes=("link-delay",)),
    Scenario(
        "aside-twin-x64",
        _X,
        "duplicate-mac",
        "PXE-E",
        _twin("11111111-2222-3333-4444-555555555555"),
        within_s=240,
    ),
)
