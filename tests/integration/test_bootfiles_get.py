"""The real thing: apt, this machine's mirror, Debian 13's package."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from fogportable.boot.boot_set import BootSet, notes_on
from fogportable.boot.image import read_image
from fogportable.bootfiles.apt import KEYRINGS
from fogportable.bootfiles.apt_sources import debian_mirror
from fogportable.bootfiles.check import check_set
from fogportable.bootfiles.fetch import fetch_from_debian
from fogportable.bootfiles.offers import Loader
from fogportable.errors import BootFileError, FaultCode

pytestmark = pytest.mark.skipif(
    shutil.which("apt-get") is None or debian_mirror() is None or not any(path.is_file() for path in KEYRINGS),
    reason="no apt with a mirror and keyring of Debian here",
)

_MACHINE = ("/var/lib/apt", "/var/cache/apt", "/var/lib/dpkg", "/etc/apt")


def _state_of_machine() -> dict[str, tuple[int, int]]:
    """Size and time of change of everything that apt and dpkg keep."""
    state: dict[str, tuple[int, int]] = {}
    for top in _MACHINE:
        for folder, _, files in os.walk(top):
            for name in (".", *files):
                status = Path(folder, name).lstat()
                state[f"{folder}/{name}"] = (status.st_size, status.st_mtime_ns)
    return state


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> tuple[BootSet, dict[str, tuple[int, int]]]:
    """The set, and what was the machine's before."""
    before = _state_of_machine()
    try:
        boot_set = fetch_from_debian(tmp_path_factory.mktemp("boot-sets"))
    except BootFileError as problem:
        if problem.code is FaultCode.FETCH_FAILED and ("answer" in str(problem) or "resolved" in str(problem)):
            pytest.skip(f"no network: {problem.fault.message}")
        raise
    return boot_set, before


def test_machines_packages_and_lists_stay_untouched(brought: tuple[BootSet, dict[str, tuple[int, int]]]) -> None:
    assert _state_of_machine() == brought[1]


def test_set_has_sound_files_for_bios_x64_and_arm64(brought: tuple[BootSet, dict[str, tuple[int, int]]]) -> None:
    boot_set = brought[0]
    assert check_set(boot_set).faults == ()
    files = {min(rule.archs): rule.file for rule in boot_set.rules}
    assert files[0] == "undionly.kpxe"
    assert files[7] == "snponly.efi"
    assert files[11] == "ipxe-arm64.efi"
    assert 6 not in {arch for rule in boot_set.rules for arch in rule.archs}
    assert read_image(boot_set.folder / "snponly.efi").runs_on(9)


def test_set_says_where_it_came_from(brought: tuple[BootSet, dict[str, tuple[int, int]]]) -> None:
    boot_set = brought[0]
    assert boot_set.title == "iPXE from Debian 13"
    assert boot_set.version.startswith("1.2")
    assert {file.name for file in boot_set.files} >= {"undionly.kpxe", "ipxe.efi", "COPYRIGHT.txt"}


@pytest.mark.parametrize(
    ("loader", "arch", "file", "names"),
    [
        (Loader.PXELINUX, 0, "pxelinux.0", {"ldlinux.c32", "menu.c32", "memdisk", "pxelinux.cfg/default"}),
        (Loader.SECURE_BOOT, 7, "shimx64.efi", {"grubx64.efi", "mmx64.efi"}),
    ],
)
def test_other_loaders_come_whole(tmp_path: Path, loader: Loader, arch: int, file: str, names: set[str]) -> None:
    try:
        boot_set = fetch_from_debian(tmp_path, loader=loader)
    except BootFileError as problem:
        if problem.code is FaultCode.FETCH_FAILED and ("answer" in str(problem) or "resolved" in str(problem)):
            pytest.skip(f"no network: {problem.fault.message}")
        raise
    assert check_set(boot_set).faults == ()
    assert {min(rule.archs): rule.file for rule in boot_set.rules} == {arch: file}
    assert names <= {stored.name for stored in boot_set.files}
    assert notes_on(boot_set) == ()
