"""Computers of the recordings in `scenarios_field`: with other cards, with U-Boot, twice, and several at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.golden.diagnosis.scenarios import Scenario
from tests.system.firmware import Firmware, qemu_command
from tests.system.lab import Computer, Lab

#: Where Debian's packages were unpacked that are not installed.
PACKAGES = Path(os.environ.get("FOGPORTABLE_LAB_PACKAGES", "/"))


def _computer(school: Lab, command: list[str | Path], tap: str) -> Computer:
    process = school.start("net", f"pc-{tap}", command)
    return Computer(process.name, process.popen, process.output, school.folder / f"{tap}.monitor")


def _tap(school: Lab, bridge: str = "br0") -> str:
    tap = f"tap{school.taps}"
    school.taps += 1
    school.run("net", "ip", "tuntap", "add", "dev", tap, "mode", "tap")
    school.run("net", "ip", "link", "set", tap, "master", bridge, "up")
    return tap


def with_card(firmware: Firmware, card: str, rom: str | None = None) -> Callable[[Lab, Scenario], Computer]:
    """Another card, or its EFI ROM, in which iPXE is."""

    def power_on(school: Lab, scenario: Scenario) -> Computer:
        tap = _tap(school)
        command = qemu_command(firmware, tap, scenario.mac, school.folder, school.folder / f"{tap}.monitor")
        place = next(number for number, word in enumerate(command) if f"mac={scenario.mac}" in str(word))
        command[place] = f"{card},netdev=n0,mac={scenario.mac},bootindex=0{f',romfile={rom}' if rom else ''}"
        return _computer(school, command, tap)

    return power_on


def u_boot(school: Lab, scenario: Scenario) -> Computer:
    tap = _tap(school)
    monitor = school.folder / f"{tap}.monitor"
    command: list[str | Path] = ["qemu-system-aarch64", "-machine", "virt", "-cpu", "cortex-a57", "-accel", "tcg"]
    command += ["-m", "512", "-nographic", "-no-reboot", "-net", "none"]
    command += ["-bios", PACKAGES / "usr/lib/u-boot/qemu_arm64/u-boot.bin"]
    command += ["-monitor", f"unix:{monitor},server=on,wait=off"]
    command += ["-netdev", f"tap,id=n0,ifname={tap},script=no,downscript=no"]
    command += ["-device", f"virtio-net-pci,netdev=n0,mac={scenario.mac},romfile="]
    return _computer(school, command, tap)


def two_tries(
    first: str, between: Callable[[Lab], None], within_s: float = 150.0
) -> Callable[[Lab, Scenario], Computer]:
    """It is switched on, its screen says `first`, something changes, and it is switched on again."""

    def power_on(school: Lab, scenario: Scenario) -> Computer:
        begin = school.start_computer(scenario.firmware, scenario.mac, bridge=scenario.bridge)
        begin.wait_for(first, scenario.within_s)
        begin.stop()
        between(school)
        return school.start_computer(scenario.firmware, scenario.mac, bridge=scenario.bridge)

    return power_on


def together(*others: tuple[Firmware, str, str]) -> Callable[[Lab, Scenario], Computer]:
    """Several at once: firmware, hardware address, and what its screen must say. The scenario's own comes last."""

    def power_on(school: Lab, scenario: Scenario) -> Computer:
        started = [(school.start_computer(firmware, mac), screen) for firmware, mac, screen in others]
        last = school.start_computer(scenario.firmware, scenario.mac)
        for computer, screen in started:
            computer.wait_for(screen, scenario.within_s)
        return last

    return power_on
