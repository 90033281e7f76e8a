"""Real firmware led to a FOG server, in both modes: to its menu, to a deploy task, and to its own disk once done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.conftest import skip_without
from tests.system.fog_box import BUILT_IN, FOG, KERNEL_MARKER, FogBox, fill_tftp, start_fog
from tests.system.fog_ipxe import fetch_ipxe_2
from tests.system.kit import Kit, serve_fog
from tests.system.lab import Firmware, Lab

pytestmark = pytest.mark.timeout(240)

MAC = "52:54:00:77:00:0f"
_BOOT_PAGE = "service/ipxe/boot.php"
#: FOG's titles; the first letter may be swallowed by a serial console.
_MENU = r"ost is NOT registered!"


@pytest.fixture(scope="module")
def ipxe_2(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fetch_ipxe_2(tmp_path_factory.mktemp("ipxe-2"))


def _sent(fog: FogBox) -> dict[str, str]:
    """What the computer told boot.php, once."""
    (sent,) = fog.asked(_BOOT_PAGE)
    return sent


def _loaded(kit: Kit) -> list[object]:
    """What computers loaded from the kit, each name once."""
    return list(dict.fromkeys(each["file"] for each in kit.events("transfer_finished")))


def test_uefi_is_relayed_to_the_menu_with_all_that_fog_wants_to_know(school: Lab, tmp_path: Path, ipxe_2: Path) -> None:
    skip_without(Firmware.X64)
    fog = start_fog(school, fill_tftp(tmp_path / "tftp", {"ipxe.efi": ipxe_2 / "ipxe.efi"}))
    kit = serve_fog(school, FOG, "relay")
    school.start_computer(Firmware.X64, MAC).wait_for(_MENU, 120)
    assert kit.stop() == 0
    sent = _sent(fog)
    assert (sent["mac0"], sent["platform"], sent["arch"]) == (MAC, "efi", "x86_64")
    assert set(sent) >= {"product", "manufacturer", "ipxever", "filename", "sysuuid"}
    assert _loaded(kit) == ["ipxe.efi", "autoexec.ipxe", "fog-reached.ipxe"]
    assert [each["light"] for each in kit.events("fog_progress")] == ["script", "server"]


def test_uefi_is_pointed_at_the_server_and_starts_its_task(school: Lab, tmp_path: Path, ipxe_2: Path) -> None:
    skip_without(Firmware.X64)
    files = fill_tftp(tmp_path / "tftp", {"ipxe.efi": ipxe_2 / "ipxe.efi"})
    fog = start_fog(school, files, tasks={MAC: "deploy"})
    kit = serve_fog(school, FOG, "point")
    school.start_computer(Firmware.X64, MAC).wait_for(KERNEL_MARKER, 120)
    assert kit.stop() == 0
    assert (_sent(fog)["mac0"], len(fog.asked("service/ipxe/init.xz"))) == (MAC, 1)
    (started,) = kit.events("session_started")
    assert started["ports"] == [67, 4011]
    assert _loaded(kit) == []


def test_bios_whose_ipxe_lacks_params_is_relayed_to_its_task_all_the_same(
    school: Lab, tmp_path: Path, ipxe_2: Path
) -> None:
    """No iPXE for the BIOS that Debian has, up to 2.0, has `params`: so the server has no file for it here."""
    skip_without(Firmware.BIOS)
    files = fill_tftp(tmp_path / "tftp", {"ipxe.efi": ipxe_2 / "ipxe.efi"})
    fog = start_fog(school, files, tasks={MAC: "deploy"})
    kit = serve_fog(school, FOG, "relay")
    school.start_computer(Firmware.BIOS, MAC).wait_for(KERNEL_MARKER, 120)
    assert kit.stop() == 0
    assert _sent(fog) == {"mac": MAC, "arch": "x86_64", "platform": "pcbios"}
    assert _loaded(kit) == ["boot.ipxe"]


def test_bios_is_pointed_at_the_server_and_finds_its_script_there(school: Lab, tmp_path: Path) -> None:
    """FOG's undionly.kkpxe is stood for by the script that is built into it, which the computer's ROM runs."""
    skip_without(Firmware.BIOS)
    files = tmp_path / "tftp"
    files.mkdir()
    (files / "undionly.kkpxe").write_text(BUILT_IN)
    (files / "default.ipxe").write_text(f"#!ipxe\nchain http://{FOG}/fog/{_BOOT_PAGE}?mac=${{net0/mac}}\n")
    fog = start_fog(school, files)
    kit = serve_fog(school, FOG, "point")
    school.start_computer(Firmware.BIOS, MAC).wait_for(_MENU, 120)
    assert kit.stop() == 0
    assert _sent(fog) == {"mac": MAC}
