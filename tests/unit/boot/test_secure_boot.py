from __future__ import annotations

from pathlib import Path

import pytest

from fogportable.boot import secure_boot
from fogportable.boot.catalogue import KnownFile
from fogportable.boot.secure_boot import secure_boot_faults
from fogportable.errors import FaultCode
from fogportable.model import BootRule
from fogportable.protocol.pxe.archs import parse_arch

X64 = parse_arch("x64")


def _known(version: str) -> KnownFile:
    return KnownFile("0", 1, "grub", X64, "GRUB", version, "Debian", None, is_signed=True, has_script=False)


def _codes(root: Path, file: str, *, gives_addresses: bool = False) -> list[FaultCode]:
    return [each.code for each in secure_boot_faults(root, BootRule(X64, file), gives_addresses=gives_addresses)]


@pytest.mark.parametrize(
    ("shim", "following"),
    [
        ("shimx64.efi", "grubx64.efi"),
        ("shimx64.efi.signed", "grubx64.efi"),
        ("arm/shimaa64.efi", "arm/grubaa64.efi"),
        ("secureboot/snponly-shimx64.efi", "secureboot/snponly.efi"),
        ("secureboot/ipxe-shimx64.efi", "secureboot/ipxe.efi"),
    ],
)
def test_shim_without_its_next_stage_beside_it_is_told(tmp_path: Path, shim: str, following: str) -> None:
    assert _codes(tmp_path, shim) == [FaultCode.SHIM_WITHOUT_NEXT_STAGE]
    (fault,) = secure_boot_faults(tmp_path, BootRule(X64, shim), gives_addresses=False)
    assert following in fault.message
    (tmp_path / following).parent.mkdir(exist_ok=True)
    (tmp_path / following).write_bytes(b"x")
    assert _codes(tmp_path, shim) == []


@pytest.mark.parametrize(
    ("version", "codes"),
    [
        ("1+2.06+13+deb12u2", [FaultCode.GRUB_ASKS_OTHERS]),
        ("2.06-13+deb12u2", [FaultCode.GRUB_ASKS_OTHERS]),
        ("1+2.12+9+deb13u4", []),
    ],
)
@pytest.mark.parametrize("file", ["shimx64.efi", "grubx64.efi"])
def test_old_grub_is_told_unless_the_addresses_are_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, codes: list[FaultCode], file: str
) -> None:
    (tmp_path / "grubx64.efi").write_bytes(b"x")
    monkeypatch.setattr(
        secure_boot, "known_file", lambda _root, name, _overlays: _known(version) if "grub" in name else None
    )
    assert _codes(tmp_path, file) == codes
    assert _codes(tmp_path, file, gives_addresses=True) == []


def test_other_loaders_are_left_alone(tmp_path: Path) -> None:
    assert _codes(tmp_path, "snponly.efi") == []
    assert _codes(tmp_path, "") == []
    assert _codes(tmp_path, "../shimx64.efi") == [FaultCode.SHIM_WITHOUT_NEXT_STAGE]


def test_next_stage_beside_a_shim_in_an_architecture_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "arch-x64").mkdir()
    for name in ("shimx64.efi", "grubx64.efi"):
        (tmp_path / "arch-x64" / name).write_bytes(b"x")
    assert _codes(tmp_path, "shimx64.efi") == []
    (tmp_path / "arch-x64" / "grubx64.efi").unlink()
    assert _codes(tmp_path, "shimx64.efi") == [FaultCode.SHIM_WITHOUT_NEXT_STAGE]
