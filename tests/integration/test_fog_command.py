"""`fogportable fog` as it is typed: what it prints, in words and as JSON, and how it ends."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogportable.cli import fog_login
from fogportable.cli.main import main
from fogportable.foglink.tokens import TokenKeeper
from fogportable.foglink.trust import AUTHORITY_PAGE, read_authority
from tests.fakes.fog.server import TLS_FOLDER, FakeFog, fake_fog
from tests.fakes.fog.state import FogState, Trouble

_MAC = "52:54:00:aa:bb:01"
_OWN = read_authority((TLS_FOLDER / "authority.pem").read_bytes(), "authority.pem")


@pytest.fixture
def fog(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp") as server:
        yield server


@pytest.fixture
def secure_fog(tmp_path: Path) -> Iterator[FakeFog]:
    state = FogState(web_files={AUTHORITY_PAGE: _OWN.der})
    with fake_fog(tmp_path / "tftp", state, certificate="server.pem") as server:
        yield server


@pytest.fixture(autouse=True)
def no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FOGPORTABLE_FOG_API_TOKEN", "FOGPORTABLE_FOG_USER_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    # Nor of whoever runs the tests.
    monkeypatch.setattr(fog_login, "TokenKeeper", lambda: TokenKeeper(lambda: None))


def _fog(action: str, server: FakeFog, *more: str) -> int:
    return main(["fog", action, server.url, "--tftp-port", str(server.tftp_port), "--timeout", "5", *more])


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


# --- identify ---------------------------------------------------------------------------------------------------


def test_identify_prints_what_it_found(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog("identify", fog) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == f"FOG 1.5.8 at {fog.url}"
    assert "  Database      running" in lines
    assert "  API           on" in lines
    assert "  Kernels       bzImage 6.6.49, bzImage32 (version unknown)" in lines
    assert "  Disk space    231.13 GiB free of 263.74 GiB" in lines
    assert "  Secure Boot   has no signed loaders" in lines
    assert "    UEFI x64 (7, 9)   ipxe.efi" in lines
    assert said.err == ""


def test_identify_as_json(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog("identify", fog, "--json") == 0
    server = _json(capsys)["server"]
    assert (server["version"], server["generation"], server["web_root"], server["scheme"]) == (
        "1.5.8",
        "1.5",
        "fog",
        "http",
    )
    assert (server["api"], server["database"], server["notes"]) == ("on", "running", [])
    assert server["boot"] == {
        "bios": "undionly.kkpxe",
        "ia32": "i386-efi/ipxe.efi",
        "x64": "ipxe.efi",
        "arm64": "arm64-efi/snponly.efi",
    }
    assert {"name": "undionly.kkpxe", "size_bytes": 2050} in server["files"]
    assert not any(each["name"].startswith("secureboot/") for each in server["files"])


def test_identify_of_a_server_that_is_not_well_ends_with_1(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.has_database = False
    assert _fog("identify", fog) == 1
    out = capsys.readouterr().out
    assert "FOG of unknown version" in out
    assert out.count("has no connection to its database. Start the database on the server") == 1


def test_identify_of_nothing_ends_with_3_and_a_remedy(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.troubles[""] = Trouble.WEB_PAGE
    assert main(["fog", "identify", fog.place, "--tftp-port", str(fog.tftp_port)]) == 3
    assert capsys.readouterr().err.splitlines() == [
        f"{fog.place} answers, but not as a FOG server.",
        f"Check the address; if FOG's pages are not below /fog/, say where, as in http://{fog.place}/imaging/.",
    ]
    assert _fog("identify", fog, "--json") == 3
    assert _json(capsys)["fault"]["code"] == "fog_web_page"


def test_identify_tries_the_tokens_of_the_environment(
    fog: FakeFog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOGPORTABLE_FOG_API_TOKEN", fog.state.api_token)
    assert _fog("identify", fog) == 3
    assert "FOGPORTABLE_FOG_USER_TOKEN" in capsys.readouterr().err
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", fog.state.user_token)
    assert _fog("identify", fog) == 0
    assert "tokens accepted" in capsys.readouterr().out
    monkeypatch.setenv("FOGPORTABLE_FOG_USER_TOKEN", "d3Jvbmc=")
    assert _fog("identify", fog) == 1
    said = capsys.readouterr().out
    assert "does not accept the user token" in said
    assert "d3Jvbmc=" not in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"c2VydmVy\n", "it has 1 lines and not two"),
        (b"c2VydmVy\ndXNlcg==\nmore\n", "it has 3 lines and not two"),
        (b"c2VydmVy\ndXN lcg==\n", "one has characters that no token has"),
        (b"c2Vyd\xff\n\n", "it is no plain text"),
    ],
)
def test_token_file_that_cannot_be_used_is_told_without_its_content(
    fog: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str
) -> None:
    file = tmp_path / "tokens"
    file.write_bytes(content)
    file.chmod(0o600)
    assert _fog("identify", fog, "--token-file", str(file)) == 3
    said = capsys.readouterr().err
    assert words in said
    assert "c2Vyd" not in said
    assert fog.state.asked == []


def test_token_file_is_used_and_may_be_missing(
    fog: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tokens"
    assert _fog("identify", fog, "--token-file", str(file)) == 3
    assert "no such file" in capsys.readouterr().err
    file.write_text(f"{fog.state.api_token}\n\n{fog.state.user_token}\n")
    file.chmod(0o600)
    assert _fog("identify", fog, "--token-file", str(file)) == 0
    assert "tokens accepted" in capsys.readouterr().out


# --- preview ----------------------------------------------------------------------------------------------------


def test_preview_of_a_menu(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fog("preview", fog, "--mac", _MAC) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        f"{_MAC} as UEFI x64 (7): registered as lab-pc-01.",
        "Shows a menu of 7 entries; after 3 s it takes Boot from hard disk.",
        "  > Boot from hard disk (the local disk, by rEFInd)",
        "    Run Memtest86+",
        "    Update Product Key (asks for a FOG user's password)",
    ]
    assert _fog("preview", fog, "--mac", _MAC, "--json") == 0
    seen = _json(capsys)["preview"]
    assert (seen["kind"], seen["registration"], seen["host"], seen["default"], seen["timeout_s"]) == (
        "menu",
        "registered",
        "lab-pc-01",
        "fog.local",
        3.0,
    )
    assert seen["items"][0] == {
        "name": "fog.local",
        "label": "Boot from hard disk",
        "kind": "disk",
        "mode": None,
        "start": "refind",
    }


def test_preview_of_a_task_says_that_a_disk_is_lost(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.tasks = {_MAC: "deploy"}
    assert _fog("preview", fog, "--mac", _MAC.upper().replace(":", "-"), "--arch", "bios") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{_MAC} as BIOS (0): registered as lab-pc-01.",
        f"At once it writes the image Win10Base from {fog.place}:/images/ over its disk.",
        "What is on its disk is lost then.",
    ]
    assert _fog("preview", fog, "--mac", _MAC, "--json") == 0
    seen = _json(capsys)["preview"]
    assert (seen["kind"], seen["task"], seen["image"], seen["destroys"]) == ("task", "deploy", "Win10Base", True)


def test_preview_of_a_hidden_menu(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.hides_menu = True
    assert _fog("preview", fog, "--mac", _MAC, "--json") == 0
    seen = _json(capsys)["preview"]
    assert (seen["kind"], seen["start"], seen["hidden_menu"]) == ("disk", "sanboot", {"key": "Esc", "timeout_s": 3.0})


def test_preview_of_a_server_that_moved_ends_with_1(fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    fog.state.own_host = "10.77.0.10"
    assert _fog("preview", fog, "--mac", _MAC) == 1
    assert "! The FOG server calls itself 10.77.0.10" in capsys.readouterr().out


def test_control_characters_of_a_server_do_not_reach_the_terminal(
    fog: FakeFog, capsys: pytest.CaptureFixture[str]
) -> None:
    script = b"#!ipxe\nmenu\nitem fog.local \x1b]0;mine\x07 Disk\nchoose --default fog.local target\n"
    fog.state.bodies["service/ipxe/boot.php"] = script
    assert _fog("preview", fog, "--mac", _MAC) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["preview", "10.0.0.5"],
        ["preview", "10.0.0.5", "--mac", "525400"],
        ["preview", "10.0.0.5", "--mac", _MAC, "--arch", "77"],
        ["preview", "10.0.0.5", "--mac", _MAC, "--arch", "mips"],
        ["identify", "ftp://10.0.0.5"],
        ["identify", "10.0.0.5", "--tftp-port", "0"],
        ["identify", "10.0.0.5", "--timeout", "never"],
        ["identify", "10.0.0.5", "--timeout", "nan"],
        ["identify"],
        [],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fog", *arguments])
    assert ended.value.code == 2
    assert "usage: fogportable fog" in capsys.readouterr().err


# --- bootfiles --------------------------------------------------------------------------------------------------


def test_boot_files_are_brought_into_a_folder(fog: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "brought"
    assert _fog("bootfiles", fog, "--output", str(folder)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Bringing undionly.kkpxe." in lines
    assert lines[-4:] == [
        "    BIOS (0)          undionly.kkpxe",
        "    UEFI ia32 (6)     i386-efi/ipxe.efi",
        "    UEFI x64 (7, 9)   ipxe.efi",
        "    UEFI ARM64 (11)   arm64-efi/snponly.efi",
    ]
    assert _fog("bootfiles", fog, "--output", str(folder), "--json") == 0
    brought = _json(capsys)["boot_set"]
    assert (brought["title"], brought["version"], brought["notes"]) == ("FOG 1.5.8 of 127.0.0.1", "1.5.8", [])
    assert {"arch": ["bios"], "file": "undionly.kkpxe"} in brought["rules"]


def test_boot_files_do_not_replace_a_folder_of_the_users(
    fog: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("dear")
    assert _fog("bootfiles", fog, "--output", str(tmp_path / "mine")) == 3
    assert "was left as it is" in capsys.readouterr().err
    assert (tmp_path / "mine" / "letter").read_text() == "dear"


# --- trust ------------------------------------------------------------------------------------------------------


def _trust(server: FakeFog, *more: str) -> int:
    return main(["fog", "trust", server.url, *more])


def test_server_is_trusted_after_its_fingerprint_was_said(
    secure_fog: FakeFog, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _fog("identify", secure_fog) == 3
    assert f"fogportable fog trust https://{secure_fog.place}." in capsys.readouterr().err
    assert _trust(secure_fog) == 1
    assert _OWN.fingerprint in capsys.readouterr().out
    assert _trust(secure_fog, "--fingerprint", _OWN.fingerprint.replace("A", "B")) == 3
    assert "somebody may be in between" in capsys.readouterr().err
    assert _fog("identify", secure_fog) == 3
    assert _trust(secure_fog, "--fingerprint", _OWN.fingerprint.lower()) == 0
    capsys.readouterr()
    assert _fog("identify", secure_fog) == 0
    assert f"FOG 1.5.8 at {secure_fog.url}" in capsys.readouterr().out


def test_trust_as_json(secure_fog: FakeFog, capsys: pytest.CaptureFixture[str]) -> None:
    assert _trust(secure_fog, "--json") == 1
    fault = _json(capsys)["fault"]
    assert (fault["code"], _OWN.fingerprint in fault["message"]) == ("fog_authority_not_confirmed", True)
    assert _trust(secure_fog, "--json", "--fingerprint", _OWN.fingerprint) == 0
    assert _json(capsys) == {"pinned": {"host": "127.0.0.1", "fingerprint": _OWN.fingerprint}}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), ("Y\n", 0), ("no\n", 1), ("\n", 1), ("", 1)])
def test_person_at_a_terminal_is_asked(
    secure_fog: FakeFog, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(sys, "stdout", screen)
    assert _trust(secure_fog) == code
    assert "openssl x509" in screen.getvalue()


def test_authority_comes_from_a_file_too(
    secure_fog: FakeFog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secure_fog.state.web_files.clear()
    assert _trust(secure_fog) == 3
    assert "give it with --ca FILE" in capsys.readouterr().err
    assert _trust(secure_fog, "--ca", str(tmp_path / "absent")) == 3
    wanted = ("--ca", str(TLS_FOLDER / "authority.pem"), "--fingerprint", _OWN.fingerprint)
    assert _trust(secure_fog, *wanted) == 0
    assert _fog("preview", secure_fog, "--mac", _MAC) == 0
