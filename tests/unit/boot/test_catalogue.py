from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from fogportable.boot import catalogue as module
from fogportable.boot.catalogue import catalogue, identify, sha256_of
from fogportable.errors import BootFileError, FaultCode


def test_every_entry_is_complete_and_hashes_are_unique() -> None:
    known = catalogue()
    assert len({each.sha256 for each in known}) == len(known) > 20
    for each in known:
        assert len(each.sha256) == 64
        assert int(each.sha256, 16)
        assert each.size_bytes > 10_000
        assert each.product in {"iPXE", "GRUB", "shim", "PXELINUX"}
        assert each.archs
        assert each.version
        assert each.origin.startswith("Debian ")


def test_ipxe_of_debian_13_covers_bios_x64_and_arm64() -> None:
    files = {each.name: each for each in catalogue() if each.product == "iPXE" and "Debian 13" in each.origin}
    assert 0 in files["undionly.kpxe"].archs
    assert files["snponly.efi"].archs == {7, 9}
    assert files["ipxe-arm64.efi"].archs == {11}
    known = files["snponly.efi"].features
    assert known is not None
    assert "https" in known
    assert "params" not in known
    assert files["undionly.kpxe"].features is None  # compressed, nobody can look


def test_fogs_script_runs_in_ipxe_2_for_uefi_and_in_no_other_of_debian() -> None:
    """`params: command not found`, also where the file is compressed and nobody can look into it."""
    files = [each for each in catalogue() if each.product == "iPXE"]
    able = {(each.name, each.version) for each in files if each.has_feature("params")}
    assert able == {(name, "2.0.0+dfsg-5") for name in ("snponly.efi", "ipxe.efi", "ipxe-arm64.efi")}
    assert {each.has_feature("params") for each in files} == {True, False}
    assert {each.has_feature("menu") for each in files} == {True, None}
    assert next(each for each in catalogue() if each.product == "GRUB").has_feature("params") in (None, False)


def test_ipxe_of_debian_12_has_neither_arm64_nor_https() -> None:
    files = [each for each in catalogue() if each.product == "iPXE" and "Debian 12" in each.origin]
    assert not any(11 in each.archs for each in files)
    assert not any("https" in (each.features or ()) for each in files)


def test_signed_files_are_marked() -> None:
    signed = {each.name for each in catalogue() if each.is_signed}
    assert {"shimx64.efi.signed", "grubnetx64.efi.signed"} <= signed
    assert not any(each.is_signed for each in catalogue() if each.product == "iPXE")


def test_file_is_identified_by_content_not_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"x" * 20_000
    one = catalogue()[0]
    entry = module.KnownFile(
        hashlib.sha256(content).hexdigest(), len(content), "a", one.archs, "iPXE", "1", "Debian 13", None, False, False
    )
    monkeypatch.setattr(module, "catalogue", lambda: (entry,))
    (tmp_path / "renamed.bin").write_bytes(content)
    (tmp_path / "same-size").write_bytes(b"y" * 20_000)
    assert identify(tmp_path / "renamed.bin") is entry
    assert identify(tmp_path / "same-size") is None
    assert sha256_of(tmp_path / "renamed.bin") == entry.sha256


def test_broken_catalogue_is_a_broken_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bootfiles").mkdir()
    (tmp_path / "bootfiles/catalogue.toml").write_text('[[package]]\nproduct = "iPXE"\n')
    monkeypatch.setattr(module, "resources_folder", lambda: tmp_path)
    with pytest.raises(BootFileError) as caught:
        catalogue.__wrapped__()
    assert caught.value.code is FaultCode.RESOURCES_BROKEN
