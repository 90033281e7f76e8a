"""Finding out what a FOG server is and what it gives, over real HTTP and TFTP sockets of a fake one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.boot_answer import MenuAnswer, Registration, TaskAnswer, TaskKind
from fogportable.fog.boot_names import NAMES, boot_file_for
from fogportable.fog.imaging_files import IMAGING_NAMES, usable_pairs
from fogportable.fog.preview import Preview
from fogportable.fog.server import ApiState, Database, FogServer, Generation, Presence
from fogportable.foglink.identify import find_pages, identify
from fogportable.foglink.preview import preview
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from fogportable.protocol.pxe.archs import ClientArch
from tests.fakes.fog.imaging import kernel
from tests.fakes.fog.scripts import default_script
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble

_KNOWN = MacAddress.parse("52:54:00:aa:bb:01")
_UNKNOWN = MacAddress.parse("52:54:00:aa:bb:99")


@pytest.fixture
def fog(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp") as server:
        yield server


def _web(server: FakeFog, tmp_path: Path, address: FogAddress | None = None, timeout_s: float = 5.0) -> Web:
    return Web(address or server.address, PinBoard(tmp_path / "pins"), timeout_s)


def _identify(server: FakeFog, tmp_path: Path, *, tokens: Tokens | None = None, timeout_s: float = 5.0) -> FogServer:
    tftp = Tftp("127.0.0.1", server.tftp_port, 0.5)
    return identify(_web(server, tmp_path, timeout_s=timeout_s), tftp, tokens=tokens)


def _preview(server: FakeFog, tmp_path: Path, mac: MacAddress = _KNOWN, arch: int = ClientArch.X64_UEFI) -> Preview:
    return preview(_web(server, tmp_path), mac, arch)


def _codes(server: FogServer) -> list[FaultCode]:
    return [note.code for note in server.notes]


def test_fog_1_5_is_identified_with_all_that_it_tells(fog: FakeFog, tmp_path: Path) -> None:
    found = _identify(fog, tmp_path)
    assert found.version is not None
    assert (found.version.text, found.generation, found.address.url) == ("1.5.8", Generation.V1_5, fog.url)
    assert (found.api, found.database) == (ApiState.ON, Database.RUNNING)
    assert [(each.name, each.version) for each in found.kernels] == [("bzImage", "6.6.49"), ("bzImage32", "")]
    assert found.space is not None
    assert found.space.free == "231.13 GiB"
    assert (found.default_url, found.notes) == (fog.url, ())
    by_name = {each.name: each for each in found.boot_files}
    assert tuple(by_name) == NAMES
    assert by_name["ipxe.efi"].presence is Presence.THERE
    assert by_name["ipxe.efi"].size_bytes == 4096 + 2 * NAMES.index("ipxe.efi")
    assert by_name["autoexec.ipxe"].presence is by_name["secureboot/snponly-shimx64.efi"].presence is Presence.MISSING
    assert boot_file_for(ClientArch.X64_UEFI, found.file_names) == "ipxe.efi"


def test_fog_1_6_is_identified_by_its_version_and_its_shims(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version="1.6.0-beta.2229")) as fog:
        found = _identify(fog, tmp_path)
    assert (found.generation, found.api, found.notes) == (Generation.V1_6, ApiState.ON, ())
    assert boot_file_for(ClientArch.X64_UEFI, found.file_names) == "secureboot/snponly-shimx64.efi"


def test_api_that_is_off_is_told(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.is_api_on = False
    found = _identify(fog, tmp_path)
    assert (found.api, found.notes) == (ApiState.OFF, ())


@pytest.mark.parametrize(
    ("api", "user", "state", "codes"),
    [
        ("c2VydmVy", "dXNlcg==", ApiState.TOKENS_ACCEPTED, []),
        ("d3Jvbmc=", "dXNlcg==", ApiState.TOKENS_REFUSED, [FaultCode.FOG_API_TOKEN_WRONG]),
        ("c2VydmVy", "d3Jvbmc=", ApiState.TOKENS_REFUSED, [FaultCode.FOG_USER_TOKEN_WRONG]),
    ],
)
def test_tokens_are_tried(
    fog: FakeFog, tmp_path: Path, api: str, user: str, state: ApiState, codes: list[FaultCode]
) -> None:
    found = _identify(fog, tmp_path, tokens=Tokens(api, user))
    assert (found.api, _codes(found)) == (state, codes)
    assert api not in repr(found)


def test_pages_elsewhere_are_found_by_default_ipxe(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", FogState(web_root="imaging")) as fog:
        assert _identify(fog, tmp_path).address.url == fog.url
        tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
        assert find_pages(_web(fog, tmp_path), tftp).server.url == fog.url


def test_pages_at_the_top_are_found_without_tftp(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", FogState(web_root=""), without=["default.ipxe"]) as fog:
        assert _identify(fog, tmp_path).address.url == f"http://{fog.place}/"


def test_pages_that_were_named_are_not_looked_for_elsewhere(fog: FakeFog, tmp_path: Path) -> None:
    web = _web(fog, tmp_path, replace(fog.address, web_root="imaging"))
    with pytest.raises(FogError) as refused:
        identify(web, Tftp("127.0.0.1", fog.tftp_port, 0.5))
    assert refused.value.code is FaultCode.FOG_PAGE_MISSING
    assert fog.state.asked == ["/imaging/service/getversion.php"]


def test_another_web_server_is_not_taken_for_fog(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.troubles[""] = Trouble.WEB_PAGE
    with pytest.raises(FogError) as refused:
        _identify(fog, tmp_path)
    assert refused.value.code is FaultCode.FOG_NOT_FOUND


def test_database_that_is_down_is_told_once_and_the_rest_is_still_found(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.has_database = False
    found = _identify(fog, tmp_path)
    assert (found.version, found.database, found.api) == (None, Database.DOWN, ApiState.UNKNOWN)
    assert _codes(found) == [FaultCode.FOG_DATABASE_DOWN]
    assert found.space is not None
    assert "ipxe.efi" in found.file_names


def test_half_upgraded_server_is_told_once(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.is_schema_old = True
    found = _identify(fog, tmp_path)
    assert (found.database, _codes(found)) == (Database.OUTDATED, [FaultCode.FOG_HALF_UPGRADED])


def test_one_broken_page_does_not_hide_the_others(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.statuses["status/kernelvers.php"] = 500
    fog.state.troubles["status/hw.php"] = Trouble.WEB_PAGE
    found = _identify(fog, tmp_path)
    assert (found.kernels, found.space, found.database) == ((), None, Database.RUNNING)
    assert _codes(found) == [FaultCode.FOG_WEB_PAGE, FaultCode.FOG_FAILED]


def test_missing_page_is_judged_by_what_comes_and_never_by_404(fog: FakeFog, tmp_path: Path) -> None:
    """Apache hands what is not there to the API: 403 while that is on, 302 while it is off."""
    web = _web(fog, tmp_path)
    fog.state.web_files["service/ipxe/bzImage"] = bytes(3000)
    there = web.head("service/ipxe/bzImage")
    assert (there.status, there.length, there.content_type) == (200, 3000, "application/octet-stream")
    assert web.head("service/ipxe/init_32.xz").status == 403
    fog.state.is_api_on = False
    missing = web.head("service/ipxe/init_32.xz")
    assert (missing.status, missing.location) == (302, f"http://{fog.place}/fog/management/index.php")


def test_imaging_system_is_judged_by_type_and_length(fog: FakeFog, tmp_path: Path) -> None:
    files = fog.state.imaging_files
    files["bzImage32"], files["init_32.xz"] = kernel("6.12.3"), bytes(200_000)
    fog.state.bodies["service/ipxe/arm_Image"] = b"<!DOCTYPE html><title>Login</title>"
    fog.state.bodies["service/ipxe/memdisk"] = b""
    found = _identify(fog, tmp_path)
    by_name = {each.name: each for each in found.imaging_files}
    assert tuple(by_name) == IMAGING_NAMES
    assert (by_name["bzImage"].presence, by_name["bzImage"].size_bytes) == (Presence.THERE, 120_000)
    assert by_name["arm_Image"].presence is by_name["memdisk"].presence is Presence.MISSING
    assert [pair.processor for pair in usable_pairs(found.imaging_files)] == ["x86_64", "i386"]
    # The page does not know the second version: it is read out of the file.
    assert [(each.name, each.version) for each in found.kernels] == [("bzImage", "6.6.49"), ("bzImage32", "6.12.3")]
    assert found.notes == ()


@pytest.mark.parametrize("is_api_on", [True, False])
def test_server_without_a_whole_imaging_system_is_told(tmp_path: Path, is_api_on: bool) -> None:
    state = FogState(is_api_on=is_api_on, imaging_files={"bzImage": kernel("6.6.49"), "init.xz": bytes(900)})
    with fake_fog(tmp_path / "tftp", state) as fog:
        found = _identify(fog, tmp_path)
    assert _codes(found) == [FaultCode.FOG_IMAGING_FILES_MISSING]
    assert f"{fog.place} does not give init.xz, without which" in found.notes[0].message
    assert usable_pairs(found.imaging_files) == ()


def test_server_without_tftp_is_still_identified(fog: FakeFog, tmp_path: Path) -> None:
    found = identify(_web(fog, tmp_path), Tftp("127.0.0.1", _unused_port(), 0.2))
    assert (found.generation, found.boot_files) == (Generation.V1_5, ())
    assert _codes(found) == [FaultCode.FOG_TFTP_SILENT]


def _unused_port() -> int:
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
    return port


def test_missing_boot_files_and_default_script_are_told(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", without=["default", "undionly", "ipxe", "intel", "realtek"]) as fog:
        found = _identify(fog, tmp_path)
    assert _codes(found) == [FaultCode.FOG_DEFAULT_SCRIPT_MISSING, FaultCode.FOG_BOOT_FILES_MISSING]
    assert "BIOS (0)" in found.notes[1].message
    assert "x64" not in found.notes[1].message


def test_default_script_of_a_server_that_moved_is_told(tmp_path: Path) -> None:
    with fake_fog(tmp_path / "tftp", script=default_script("10.77.0.10")) as fog:
        found = _identify(fog, tmp_path)
    assert found.default_url == "http://10.77.0.10/fog/"
    assert _codes(found) == [FaultCode.FOG_DEFAULT_SCRIPT_MOVED]


def test_identifying_can_be_stopped_between_questions(fog: FakeFog, tmp_path: Path) -> None:
    said: list[str] = []
    tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
    found = identify(_web(fog, tmp_path), tftp, on_progress=said.append, should_stop=lambda: len(said) > 1)
    assert len(said) == 2
    assert (found.database, found.imaging_files, found.boot_files) == (Database.RUNNING, (), ())


# --- previews ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.5.8", "1.6.0-beta.2229"])
def test_preview_of_known_and_unknown_computers(tmp_path: Path, version: str) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version=version)) as fog:
        known, unknown = _preview(fog, tmp_path), _preview(fog, tmp_path, _UNKNOWN, ClientArch.X86_BIOS)
    assert isinstance(known.answer, MenuAnswer)
    assert (known.answer.registration, known.answer.host, known.notes) == (Registration.REGISTERED, "lab-pc-01", ())
    assert isinstance(unknown.answer, MenuAnswer)
    assert unknown.answer.registration is Registration.NOT_REGISTERED
    assert fog.state.asked == [
        "/fog/service/ipxe/boot.php?mac=52:54:00:aa:bb:01&arch=x86_64&platform=efi",
        "/fog/service/ipxe/boot.php?mac=52:54:00:aa:bb:99&arch=x86_64&platform=pcbios",
    ]


@pytest.mark.parametrize("version", ["1.5.8", "1.6.0-beta.2229"])
@pytest.mark.parametrize(
    ("task", "kind"),
    [("deploy", TaskKind.DEPLOY), ("capture", TaskKind.CAPTURE), ("multicast", TaskKind.MULTICAST)],
)
def test_preview_of_a_task(tmp_path: Path, version: str, task: str, kind: TaskKind) -> None:
    with fake_fog(tmp_path / "tftp", FogState(version=version, tasks={str(_KNOWN): task})) as fog:
        seen = _preview(fog, tmp_path)
    assert isinstance(seen.answer, TaskAnswer)
    assert (seen.answer.kind, seen.answer.image, seen.answer.host) == (kind, "Win10Base", "lab-pc-01")
    assert seen.notes == ()


@pytest.mark.parametrize("task", ["", "deploy"])
def test_server_that_moved_and_names_its_old_address_is_told(fog: FakeFog, tmp_path: Path, task: str) -> None:
    fog.state.own_host = "10.77.0.10"
    fog.state.tasks = {str(_KNOWN): task} if task else {}
    notes = _preview(fog, tmp_path).notes
    assert [note.code for note in notes] == [FaultCode.FOG_MOVED]
    assert "calls itself 10.77.0.10, but was reached as 127.0.0.1" in notes[0].message


@pytest.mark.parametrize(
    ("arch", "query"),
    [
        (ClientArch.X86_BIOS, "arch=x86_64&platform=pcbios"),
        (ClientArch.X86_UEFI, "arch=i386&platform=efi"),
        (ClientArch.EBC, "arch=x86_64&platform=efi"),
        (ClientArch.X64_UEFI_HTTP, "arch=x86_64&platform=efi"),
        (ClientArch.ARM64_UEFI, "arch=arm64&platform=efi"),
    ],
)
def test_preview_asks_as_the_computers_ipxe_would(fog: FakeFog, tmp_path: Path, arch: int, query: str) -> None:
    _preview(fog, tmp_path, arch=arch)
    assert fog.state.asked[-1].endswith(query)


@pytest.mark.parametrize("task", ["", "deploy"])
def test_kernel_that_a_computer_cannot_start_is_told(fog: FakeFog, tmp_path: Path, task: str) -> None:
    """FOG 1.5 takes ARM64 for a PC."""
    fog.state.tasks = {str(_KNOWN): task} if task else {}
    notes = _preview(fog, tmp_path, arch=ClientArch.ARM64_UEFI).notes
    assert [note.code for note in notes] == [FaultCode.FOG_KERNEL_WRONG_ARCH]
    assert "gives bzImage to UEFI ARM64 (11)" in notes[0].message
    assert _preview(fog, tmp_path, arch=ClientArch.X64_UEFI).notes == ()


def test_preview_without_a_database_is_refused_with_the_reason(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.has_database = False
    with pytest.raises(FogError) as refused:
        _preview(fog, tmp_path)
    assert refused.value.code is FaultCode.FOG_DATABASE_DOWN
