"""FOG's open pages, its API's second shape, its boot files and its default.ipxe."""

from __future__ import annotations

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.answer import Answer
from fogportable.fog.api import Tokens, read_done, read_ids, read_list, read_names, read_object
from fogportable.fog.boot_names import NAMES, boot_file_for
from fogportable.fog.default_script import script_target
from fogportable.fog.imaging_files import KERNEL_HEAD_BYTES, kernel_version, read_imaging_file
from fogportable.fog.server import ApiState, Database, Generation, Kernel, Presence
from fogportable.fog.status_pages import read_api_state, read_database, read_kernels, read_space, read_version
from fogportable.protocol.pxe.archs import ClientArch
from tests.fakes.fog.imaging import kernel
from tests.fakes.fog.scripts import default_script
from tests.golden.fog_records import SERVER


def _answer(body: str, status: int = 200, location: str = "") -> Answer:
    return Answer(SERVER, "page", status, "text/html", location, body.encode())


@pytest.mark.parametrize(
    ("text", "generation"),
    [
        ("1.5.8\n", Generation.V1_5),
        ("1.5.10.2294", Generation.V1_5),
        ("1.6.0-beta.2229", Generation.V1_6),
        ("working-1.6", Generation.V1_6),
        ("1.50.1", Generation.OTHER),
        ("0.32", Generation.OTHER),
        ("2.0.0", Generation.OTHER),
    ],
)
def test_version_tells_the_generation(text: str, generation: Generation) -> None:
    version = read_version(_answer(text))
    assert version is not None
    assert (version.text, version.generation) == (text.strip(), generation)


def test_version_without_a_database_is_unknown() -> None:
    assert read_version(_answer('"Es konnte keine Verbindung hergestellt werden"')) is None


@pytest.mark.parametrize("text", ["", "hello", "1.5.8 and more", "<html>", "1" * 50 + ".1", "[]", "nginx/1.22.1"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(FogError):
        read_version(_answer(text))


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ('{"running":true,"redirect":true}', Database.RUNNING),
        ('{"running":true,"redirect":false}', Database.OUTDATED),
        ('{"running":false,"redirect":false}', Database.DOWN),
        ('{"running":true}', Database.RUNNING),
    ],
)
def test_database_is_read(body: str, state: Database) -> None:
    assert read_database(_answer(body)) is state


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"running":"yes"}', "null", "<html>"])
def test_database_page_that_says_something_else_is_refused(body: str) -> None:
    with pytest.raises(FogError):
        read_database(_answer(body))


def test_kernels_and_space_that_are_not_told_are_refused() -> None:
    kernels = read_kernels(_answer("1.6.0\nbzImage Version: 6.18.2\r\narm_Image Version: \n"))
    assert kernels == (Kernel("bzImage", "6.18.2"), Kernel("arm_Image", ""))
    with pytest.raises(FogError):
        read_kernels(_answer("1.6.0\n"))
    for body in ("", "@@general\nx\n", "@@fs\n1 GiB\n2 GiB\n", "@@fs\n1 GiB\n@@nic\nlo\n"):
        with pytest.raises(FogError):
            read_space(_answer(body))


@pytest.mark.parametrize(
    ("body", "status", "state"),
    [
        ('{"version":"1.6.0","paging":{},"msg":"success"}', 200, ApiState.ON),
        ("success\n", 200, ApiState.ON),
        ("", 403, ApiState.ON),
        ("", 302, ApiState.OFF),
    ],
)
def test_api_of_both_generations(body: str, status: int, state: ApiState) -> None:
    assert read_api_state(_answer(body, status)) is state


@pytest.mark.parametrize(
    ("body", "status", "location", "code"),
    [
        ("", 302, "/fog/system/?node=schema", FaultCode.FOG_HALF_UPGRADED),
        ("<!doctype html>", 200, "", FaultCode.FOG_WEB_PAGE),
        ("{}", 200, "", FaultCode.FOG_ANSWER_UNCLEAR),
        ("", 500, "", FaultCode.FOG_FAILED),
        ("", 501, "", FaultCode.FOG_PAGE_MISSING),
    ],
)
def test_api_that_cannot_be_judged_is_refused(body: str, status: int, location: str, code: FaultCode) -> None:
    with pytest.raises(FogError) as refused:
        read_api_state(_answer(body, status, location))
    assert refused.value.code is code


# --- the API ----------------------------------------------------------------------------------------------------


def test_lists_of_1_6_are_read() -> None:
    body = '{"draw":0,"recordsTotal":1,"data":[{"id":1,"name":"lab"}],"_lang":"en","nextUrl":null}'
    assert read_list(_answer(body)) == ({"id": 1, "name": "lab"},)
    assert read_names(_answer('{"data":[{"id":1,"name":"lab"}]}')) == {1: "lab"}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("", 302, FaultCode.FOG_API_OFF),
        ("", 401, FaultCode.FOG_USER_TOKEN_WRONG),
        ("", 403, FaultCode.FOG_API_TOKEN_WRONG),
        ("", 404, FaultCode.FOG_NO_SUCH_ENTRY),
        ("", 501, FaultCode.FOG_API_LACKS),
        ('{"error":"Required database field is empty"}', 417, FaultCode.FOG_API_REFUSED),
        ('{"error":"Already created"}', 500, FaultCode.FOG_API_REFUSED),
        ("", 417, FaultCode.FOG_API_REFUSED),
        ("", 500, FaultCode.FOG_FAILED),
        ("", 503, FaultCode.FOG_FAILED),
        ("<!DOCTYPE html>", 200, FaultCode.FOG_WEB_PAGE),
        ('{"error":"db"}', 200, FaultCode.FOG_HALF_UPGRADED),
        ("{", 200, FaultCode.FOG_ANSWER_UNCLEAR),
        ("7", 200, FaultCode.FOG_ANSWER_UNCLEAR),
    ],
)
def test_refusals_and_nonsense_of_the_api_become_one_fault(body: str, status: int, code: FaultCode) -> None:
    for read in (read_list, read_object, read_names, read_ids):
        with pytest.raises(FogError) as refused:
            read(_answer(body, status))
        assert refused.value.code is code
    if body != "7":
        with pytest.raises(FogError):
            read_done(_answer(body or "<html>", status))


def test_tokens_are_never_shown() -> None:
    tokens = Tokens("c2VydmVy", "dXNlcg==")
    assert "c2VydmVy" not in repr(tokens) + str(tokens)
    assert tokens.headers() == {"fog-api-token": "c2VydmVy", "fog-user-token": "dXNlcg=="}


# --- boot files -------------------------------------------------------------------------------------------------

_OLD = frozenset(name for name in NAMES if not name.startswith(("secureboot/", "autoexec")))
_NEW = frozenset(NAMES)


@pytest.mark.parametrize(
    ("arch", "present", "name"),
    [
        (ClientArch.X86_BIOS, _OLD, "undionly.kkpxe"),
        (ClientArch.X86_BIOS, frozenset({"undionly.kpxe"}), "undionly.kpxe"),
        (ClientArch.X86_UEFI, _OLD, "i386-efi/ipxe.efi"),
        (ClientArch.X64_UEFI, _OLD, "ipxe.efi"),
        (ClientArch.EBC, _OLD, "ipxe.efi"),
        (ClientArch.X64_UEFI, _OLD - {"ipxe.efi"}, "snponly.efi"),
        (ClientArch.X86_UEFI, _NEW, "i386-efi/snponly.efi"),
        (ClientArch.X64_UEFI, _NEW, "secureboot/snponly-shimx64.efi"),
        (ClientArch.X64_UEFI, _NEW - {"secureboot/snponly-shimx64.efi"}, "secureboot/ipxe-shimx64.efi"),
        (ClientArch.X64_UEFI, _OLD | {"autoexec.ipxe"}, "snponly.efi"),
        (ClientArch.X64_UEFI, _OLD | {"secureboot/ipxe-shimx64.efi"}, "secureboot/ipxe-shimx64.efi"),
        (ClientArch.ARM64_UEFI, _NEW, "secureboot/arm64-efi/snponly-shimaa64.efi"),
        (ClientArch.ARM64_UEFI, _OLD, "arm64-efi/snponly.efi"),
        (ClientArch.X64_UEFI, frozenset(), None),
        (ClientArch.X64_UEFI_HTTP, _NEW, None),
        (77, _NEW, None),
    ],
)
def test_boot_file_is_one_that_is_there(arch: int, present: frozenset[str], name: str | None) -> None:
    assert boot_file_for(arch, present) == name


@pytest.mark.parametrize("is_1_6", [False, True])
def test_default_script_leads_to_the_pages(is_1_6: bool) -> None:
    script = default_script("10.0.0.5:8080", "imaging", is_1_6=is_1_6)
    assert script_target(script) == FogAddress("10.0.0.5", port=8080, web_root="imaging")


def test_default_script_by_https_and_with_a_protocol_of_its_own() -> None:
    secure = b"#!ipxe\nparams\nchain https://fog.school/fog/service/ipxe/boot.php##params\n"
    assert script_target(secure) == FogAddress("fog.school", "https", web_root="fog")
    own = b"#!ipxe\nset netbootproto https\nchain ${netbootproto}://fog/fog/service/ipxe/boot.php##params\n"
    assert script_target(own) == FogAddress("fog", "https", web_root="fog")


@pytest.mark.parametrize(
    "script",
    [b"", b"chain http://f/fog/service/ipxe/boot.php", b"#!ipxe\nchain menu.ipxe\n", b"#!ipxe\nchain ftp://f/boot.php"],
)
def test_other_scripts_lead_nowhere(script: bytes) -> None:
    assert script_target(script) is None


# --- the imaging system -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind", "length", "presence", "is_whole"),
    [
        (200, "", 9_000_000, Presence.THERE, True),
        (200, "application/octet-stream", 9_000_000, Presence.THERE, True),
        (200, "", 900, Presence.THERE, False),
        (200, "", 0, Presence.THERE, False),
        (200, "", None, Presence.UNKNOWN, True),
        (200, "text/html", 9_000_000, Presence.MISSING, True),
        (200, "application/json", 9_000_000, Presence.MISSING, True),
        (302, "", 0, Presence.MISSING, True),
        (403, "", 0, Presence.MISSING, True),
        (404, "", 0, Presence.MISSING, True),
    ],
)
def test_file_of_the_imaging_system_is_judged_by_status_type_and_length(
    status: int, kind: str, length: int | None, presence: Presence, is_whole: bool
) -> None:
    found = read_imaging_file(Answer(SERVER, "page", status, kind, length=length), "bzImage")
    assert (found.name, found.presence, found.is_whole) == ("bzImage", presence, is_whole)


def test_version_of_a_kernel_is_read_from_its_beginning() -> None:
    image = kernel("6.6.49")
    assert kernel_version(image) == kernel_version(image[:KERNEL_HEAD_BYTES]) == "6.6.49"
    assert {kernel_version(image[:length]) for length in range(0, 0x3000, 7)} == {""}
    for strange in (b"", bytes(70_000), b"<!DOCTYPE html>" * 100, image[:0x20E] + bytes(90_000)):
        assert kernel_version(strange) == ""
