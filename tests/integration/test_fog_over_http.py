"""FOG 1.6's boot files over HTTP: by the manifest's hashes, whatever shape it has, and nothing damaged is kept."""

from __future__ import annotations

import hashlib
import io
import json
import socket
import tarfile
import zipfile
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.model import FogMode, FogSettings
from fogportable.session.fog_site import FogDoors, FogSite, look_at_fog, with_boot_files
from tests.fakes.fog.server import boot_program, fake_fog
from tests.fakes.fog.state import FogState

X64, ARM = boot_program("snponly.efi", 1), boot_program("arm64-efi/snponly.efi", 2)


def _zip(*files: tuple[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return output.getvalue()


def _tar(name: str, content: bytes) -> bytes:
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return output.getvalue()


ARCHIVES = {
    "fog-esp-x86_64.zip": _zip(("EFI/fog/snponly.efi", X64), ("../../ipxe.efi", X64), ("EFI/fog/grub.cfg", b"x")),
    "fog-esp-arm64.tar.gz": _tar("EFI/fog/snponly.efi", ARM),
}


def _hash(name: str) -> str:
    return hashlib.sha256(ARCHIVES[name]).hexdigest()


def _bring(tmp_path: Path, manifest: object, version: str = "1.6.0") -> FogSite:
    """Where TFTP is silent."""
    files = {f"service/localboot/{name}": content for name, content in ARCHIVES.items()}
    files["service/localboot/manifest.json"] = json.dumps(manifest).encode()
    state = FogState(version=version, web_files=files)
    with fake_fog(tmp_path / "tftp", state) as fog, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        tftp = Tftp("127.0.0.1", silent.getsockname()[1], 0.1)
        doors = FogDoors(Web(fog.address, PinBoard(tmp_path / "pins"), 5.0), tftp)
        return with_boot_files(look_at_fog(FogSettings("127.0.0.1", FogMode.RELAY), doors), doors, tmp_path / "sets")


@pytest.mark.parametrize(
    "manifest",
    [
        {"files": [{"name": name, "sha256": _hash(name)} for name in ARCHIVES]},
        {"archives": {name: {"sha256": _hash(name), "size": 1} for name in ARCHIVES}},
        {name: _hash(name).upper() for name in ARCHIVES},
    ],
    ids=["a list", "objects by name", "hashes by name"],
)
def test_boot_files_come_over_http_where_tftp_is_silent(tmp_path: Path, manifest: object) -> None:
    site = _bring(tmp_path, manifest)
    assert site.boot_set is not None
    assert {min(rule.archs): rule.file for rule in site.boot_set.rules} == {
        7: "snponly.efi",
        11: "arm64-efi/snponly.efi",
    }
    assert (site.boot_set.folder / "arm64-efi" / "snponly.efi").read_bytes() == ARM
    assert not (tmp_path / "ipxe.efi").exists()
    assert not (site.boot_set.folder / "grub.cfg").exists()


def test_an_archive_whose_hash_is_another_is_left_out_and_told(tmp_path: Path) -> None:
    manifest = {"fog-esp-x86_64.zip": _hash("fog-esp-x86_64.zip"), "fog-esp-arm64.tar.gz": 64 * "0"}
    site = _bring(tmp_path, manifest)
    assert site.boot_set is not None
    assert [min(rule.archs) for rule in site.boot_set.rules] == [7]
    assert FaultCode.FOG_ARCHIVE_DAMAGED in [note.code for note in site.plan.notes]


@pytest.mark.parametrize("manifest", [{}, [], "words", {"fog-esp-x86_64.zip": "no hash"}])
def test_a_manifest_without_archives_is_no_manifest(tmp_path: Path, manifest: object) -> None:
    with pytest.raises(FogError) as raised:
        _bring(tmp_path, manifest)
    assert raised.value.code is FaultCode.FOG_ANSWER_UNCLEAR
    assert not (tmp_path / "sets" / "fog-127.0.0.1").exists()


def test_fog_1_5_has_no_such_files(tmp_path: Path) -> None:
    with pytest.raises(FogError) as raised:
        _bring(tmp_path, {}, version="1.5.8")
    assert raised.value.code is FaultCode.FOG_TFTP_SILENT
