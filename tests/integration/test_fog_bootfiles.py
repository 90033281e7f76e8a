"""Bringing a FOG server's boot files: what is kept, what is refused and why, and that nothing half is left."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fogportable.boot import catalogue as catalogue_module
from fogportable.boot.boot_set import SET_FILE
from fogportable.boot.catalogue import KnownFile, catalogue, sha256_of
from fogportable.bootfiles.check import check_set
from fogportable.bootfiles.from_fog import BroughtFiles, bring_from_fog, render_fog_script
from fogportable.errors import BootFileError, FaultCode, FogError
from fogportable.fog.boot_names import SECOND_STAGES
from fogportable.fog.default_script import script_target
from fogportable.fog.server import FogServer
from fogportable.foglink.identify import identify
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState


@contextlib.contextmanager
def _found(tmp_path: Path, version: str = "1.5.8") -> Iterator[tuple[FakeFog, FogServer, Tftp]]:
    """A server and what was found out about it."""
    with fake_fog(tmp_path / "tftp", FogState(version=version)) as fog:
        tftp = Tftp("127.0.0.1", fog.tftp_port, 1.0)
        yield fog, identify(Web(fog.address, PinBoard(tmp_path / "pins")), tftp), tftp


def _bring(tmp_path: Path, version: str = "1.5.8") -> BroughtFiles:
    with _found(tmp_path, version) as (_, server, tftp):
        return bring_from_fog(server, tftp, tmp_path / "set")


def _rules(brought: BroughtFiles) -> dict[int, str]:
    return {min(rule.archs): rule.file for rule in brought.boot_set.rules}


def _same_as(tmp_path: Path, name: str, *, lacks: bool) -> KnownFile:
    """A catalogue's entry for a file of the server, as if it were Debian's iPXE."""
    path = tmp_path / "tftp" / name
    known = next(each for each in catalogue() if each.product == "iPXE" and each.has_feature("params") is False)
    return replace(
        known,
        sha256=sha256_of(path),
        size_bytes=path.stat().st_size,
        name=name,
        features=frozenset({"menu"} if lacks else {"menu", "params"}),
        lacks=frozenset({"params"} if lacks else ()),
    )


def test_boot_files_of_1_5_become_a_sound_boot_set(tmp_path: Path) -> None:
    brought = _bring(tmp_path)
    assert brought.notes == ()
    assert _rules(brought) == {
        0: "undionly.kkpxe",
        6: "i386-efi/ipxe.efi",
        7: "ipxe.efi",
        11: "arm64-efi/snponly.efi",
    }
    assert check_set(brought.boot_set).faults == ()
    for name in ("undionly.kkpxe", "ipxe.efi", "arm64-efi/snponly.efi", "10secdelay/undionly.kpxe"):
        assert (tmp_path / "set" / name).read_bytes() == (tmp_path / "tftp" / name).read_bytes()


def test_shims_of_1_6_come_with_what_they_start(tmp_path: Path) -> None:
    brought = _bring(tmp_path, "1.6.0-beta.2229")
    assert _rules(brought)[7] == "secureboot/snponly-shimx64.efi"
    assert _rules(brought)[11] == "secureboot/arm64-efi/snponly-shimaa64.efi"
    for name in (*SECOND_STAGES.values(), "secureboot/mmx64.efi"):
        assert (tmp_path / "set" / name).is_file()
    for folder in ("", "i386-efi/", "arm64-efi/", "secureboot/", "secureboot/arm64-efi/"):
        assert (tmp_path / "set" / f"{folder}autoexec.ipxe").is_file()


def test_shim_without_what_it_starts_is_not_offered(tmp_path: Path) -> None:
    with _found(tmp_path, "1.6.0-beta.2229") as (_, server, tftp):
        (tmp_path / "tftp" / "secureboot" / "snponly.efi").unlink()
        brought = bring_from_fog(server, tftp, tmp_path / "set")
    assert _rules(brought)[7] == "secureboot/ipxe-shimx64.efi"


def test_scripts_lead_to_the_address_that_was_used_and_not_to_the_servers_own(tmp_path: Path) -> None:
    with _found(tmp_path) as (fog, server, tftp):
        bring_from_fog(replace(server, default_url="http://10.77.0.10/fog/"), tftp, tmp_path / "set")
    script = (tmp_path / "set" / "default.ipxe").read_bytes()
    target = script_target(script)
    assert target is not None
    assert target.url == fog.url
    assert script == render_fog_script(fog.url)
    assert b"$$" not in script
    assert b"param mac0 ${net0/mac}\n" in script


def test_ipxe_that_cannot_run_fogs_script_is_refused_by_its_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _found(tmp_path) as (_, server, tftp):
        entry = _same_as(tmp_path, "ipxe.efi", lacks=True)
        monkeypatch.setattr(catalogue_module, "catalogue", lambda: (entry,))
        brought = bring_from_fog(server, tftp, tmp_path / "set")
    assert [note.code for note in brought.notes] == [FaultCode.FOG_IPXE_WITHOUT_PARAMS]
    assert entry.origin in brought.notes[0].message
    assert _rules(brought)[7] == "snponly.efi"
    assert not (tmp_path / "set" / "ipxe.efi").exists()


def test_known_ipxe_that_has_the_command_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _found(tmp_path) as (_, server, tftp):
        entry = _same_as(tmp_path, "ipxe.efi", lacks=False)
        monkeypatch.setattr(catalogue_module, "catalogue", lambda: (entry,))
        brought = bring_from_fog(server, tftp, tmp_path / "set")
    assert (brought.notes, _rules(brought)[7]) == ((), "ipxe.efi")


def test_damaged_file_is_told_and_not_offered(tmp_path: Path) -> None:
    with _found(tmp_path) as (_, server, tftp):
        (tmp_path / "tftp" / "ipxe.efi").write_bytes(b"<!DOCTYPE html>")
        brought = bring_from_fog(server, tftp, tmp_path / "set")
    assert len(brought.notes) == 1
    assert "ipxe.efi" in brought.notes[0].message
    assert 7 not in _rules(brought)


def test_file_that_vanished_meanwhile_is_passed_over(tmp_path: Path) -> None:
    with _found(tmp_path) as (_, server, tftp):
        (tmp_path / "tftp" / "ipxe.efi").unlink()
        brought = bring_from_fog(server, tftp, tmp_path / "set")
    assert _rules(brought)[7] == "snponly.efi"


def test_server_that_goes_away_leaves_nothing_half(tmp_path: Path) -> None:
    first = _bring(tmp_path)
    with _found(tmp_path) as (fog, server, _):
        pass
    with pytest.raises(FogError) as refused:
        bring_from_fog(server, Tftp("127.0.0.1", fog.tftp_port, 0.2), tmp_path / "set")
    assert refused.value.code is FaultCode.FOG_TFTP_SILENT
    assert (tmp_path / "set" / "ipxe.efi").is_file()
    assert check_set(first.boot_set).faults == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["set", "tftp"]


def test_bringing_can_be_stopped(tmp_path: Path) -> None:
    said: list[str] = []
    with _found(tmp_path) as (_, server, tftp), pytest.raises(BootFileError) as stopped:
        bring_from_fog(server, tftp, tmp_path / "set", on_progress=said.append, should_stop=lambda: len(said) == 3)
    assert stopped.value.code is FaultCode.FETCH_STOPPED
    assert not (tmp_path / "set").exists()


def test_server_without_any_file_is_refused(tmp_path: Path) -> None:
    with _found(tmp_path) as (_, server, tftp), pytest.raises(FogError) as refused:
        bring_from_fog(replace(server, boot_files=()), tftp, tmp_path / "set")
    assert refused.value.code is FaultCode.FOG_BOOT_FILES_MISSING
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_what_is_no_boot_set_is_not_replaced(tmp_path: Path, kind: str) -> None:
    output = tmp_path / "set"
    (tmp_path / "elsewhere").mkdir()
    if kind == "file":
        output.write_text("mine")
    elif kind == "link":
        output.symlink_to(tmp_path / "elsewhere")
    else:
        output.mkdir()
        (output / "mine").write_text("mine")
    with _found(tmp_path) as (_, server, tftp), pytest.raises(FogError) as refused:
        bring_from_fog(server, tftp, output)
    assert refused.value.code is FaultCode.FOG_OUTPUT_THERE
    assert output.is_symlink() == (kind == "link")


def test_empty_folder_and_boot_set_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    _bring(tmp_path)
    (tmp_path / "set" / "old").write_text("old")
    assert (tmp_path / "set" / SET_FILE).is_file()
    _bring(tmp_path)
    assert not (tmp_path / "set" / "old").exists()
