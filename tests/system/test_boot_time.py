"""From power-on to the served script: no longer than with dnsmasq, measured in turns in one run."""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.kit import MARKER, serve, write_script
from tests.system.lab import KIT, KIT_INTERFACE, Firmware, Lab, Process

pytestmark = [pytest.mark.timeout(420), pytest.mark.benchmark]

ROUNDS = 3
LOADER = "ipxe.efi"


def _serve_with_dnsmasq(school: Lab, root: Path) -> Process:
    proxy = school.start(
        "kit",
        "dnsmasq-proxy",
        [
            *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--user=root"),
            *(f"--interface={KIT_INTERFACE}", "--bind-interfaces", f"--dhcp-range={KIT},proxy"),
            *("--enable-tftp", f"--tftp-root={root}", "--dhcp-match=set:ipxe,175"),
            *(
                f"--pxe-service=tag:!ipxe,x86-64_EFI,loader,{LOADER}",
                "--pxe-service=tag:ipxe,x86-64_EFI,go,marker.ipxe",
            ),
        ],
    )
    proxy.wait_for("DHCP, proxy on subnet|TFTP root is", 10)
    return proxy


def _boot_s(school: Lab, number: int) -> float:
    begin = time.monotonic()
    computer = school.start_computer(Firmware.X64, f"52:54:00:77:01:{number:02x}")
    computer.wait_for(MARKER, 120)
    took = time.monotonic() - begin
    computer.stop()
    return took


def test_uefi_boots_no_slower_than_with_dnsmasq(school: Lab, tmp_path: Path, boot_files: Path) -> None:
    skip_without(Firmware.X64)
    root = tmp_path / "root"
    root.mkdir()
    shutil.copyfile(boot_files / LOADER, root / LOADER)
    script = write_script(root)
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(ROUNDS):
        proxy = _serve_with_dnsmasq(school, root)
        theirs.append(_boot_s(school, 2 * number))
        proxy.stop()
        kit = serve(school, root, "--boot", f"x64={LOADER}", "--ipxe-script", str(script))
        ours.append(_boot_s(school, 2 * number + 1))
        assert kit.stop() == 0
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"\nOVMF x64 to our script: ours {ours}, dnsmasq {theirs} s, ratio of medians {ratio:.3f}")
    assert ratio <= 1.05
