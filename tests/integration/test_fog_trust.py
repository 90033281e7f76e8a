"""TLS to a FOG server with an authority of its own: nothing is trusted before a person said so."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.authority import Authority, same_fingerprint
from fogportable.fog.boot_answer import MenuAnswer
from fogportable.fog.status_pages import VERSION_PAGE
from fogportable.foglink.identify import identify
from fogportable.foglink.preview import preview
from fogportable.foglink.tftp import Tftp
from fogportable.foglink.trust import AUTHORITY_PAGE, PinBoard, fetch_authority, read_authority
from fogportable.foglink.web import Web
from fogportable.protocol.address import MacAddress
from tests.fakes.fog.server import TLS_FOLDER, FakeFog, fake_fog
from tests.fakes.fog.state import FogState

_OWN = read_authority((TLS_FOLDER / "authority.pem").read_bytes(), "authority.pem")
_OTHER = read_authority((TLS_FOLDER / "other-authority.pem").read_bytes(), "other-authority.pem")


def _state() -> FogState:
    return FogState(web_files={AUTHORITY_PAGE: _OWN.der})


@pytest.fixture
def fog(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp", _state(), certificate="server.pem") as server:
        yield server


@pytest.fixture
def pins(tmp_path: Path) -> PinBoard:
    return PinBoard(tmp_path / "pins")


def _version(fog: FakeFog, pins: PinBoard, host: str = "127.0.0.1") -> str:
    return Web(FogAddress(host, "https", fog.port), pins, 5.0).get(VERSION_PAGE).text


def _refusal(fog: FakeFog, pins: PinBoard, host: str = "127.0.0.1") -> FogError:
    with pytest.raises(FogError) as refused:
        _version(fog, pins, host)
    assert fog.state.asked == []
    return refused.value


def test_unknown_authority_is_refused_and_nothing_is_asked(fog: FakeFog, pins: PinBoard) -> None:
    problem = _refusal(fog, pins)
    assert problem.code is FaultCode.FOG_CERTIFICATE_UNKNOWN
    assert f"fogportable fog trust https://{fog.place}." in problem.fault.remedy


def test_authority_is_fetched_shown_and_pinned(fog: FakeFog, pins: PinBoard) -> None:
    authority = fetch_authority(fog.address)
    assert authority == _OWN
    assert pins.pinned("127.0.0.1") is None
    pins.pin("127.0.0.1", authority)
    assert pins.pinned("127.0.0.1") == authority
    assert _version(fog, pins) == "1.5.8"
    # For that name only.
    assert _refusal_code(fog, pins, "localhost") is FaultCode.FOG_CERTIFICATE_UNKNOWN


def _refusal_code(fog: FakeFog, pins: PinBoard, host: str) -> FaultCode:
    fog.state.asked.clear()
    return _refusal(fog, pins, host).code


def test_fingerprint_is_the_one_that_openssl_shows() -> None:
    command = ["openssl", "x509", "-noout", "-fingerprint", "-sha256", "-in", str(TLS_FOLDER / "authority.pem")]
    try:
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        pytest.skip("openssl is not here")
    assert shown.strip().partition("=")[2] == _OWN.fingerprint


@pytest.mark.parametrize(
    "change", [str, str.lower, lambda text: text.replace(":", ""), lambda text: text.replace(":", " ")]
)
def test_fingerprints_are_compared_however_they_are_written(change: object) -> None:
    assert callable(change)
    assert same_fingerprint(change(_OWN.fingerprint), _OWN.fingerprint)
    assert not same_fingerprint(change(_OTHER.fingerprint), _OWN.fingerprint)
    assert not same_fingerprint("", "")


def test_server_that_is_signed_by_another_than_the_pinned_one_is_refused(fog: FakeFog, pins: PinBoard) -> None:
    pins.pin("127.0.0.1", _OTHER)
    assert _refusal(fog, pins).code is FaultCode.FOG_CERTIFICATE_CHANGED


def test_certificate_for_another_name_is_refused_and_the_name_told(tmp_path: Path, pins: PinBoard) -> None:
    pins.pin("127.0.0.1", _OWN)
    with fake_fog(tmp_path / "tftp", _state(), certificate="elsewhere.pem") as fog:
        problem = _refusal(fog, pins)
    assert problem.code is FaultCode.FOG_CERTIFICATE_NAME
    assert "is for 10.77.0.10, fog.school, not for 127.0.0.1" in problem.fault.message


def test_expired_certificate_is_refused(tmp_path: Path, pins: PinBoard) -> None:
    pins.pin("127.0.0.1", _OWN)
    with fake_fog(tmp_path / "tftp", _state(), certificate="expired.pem") as fog:
        assert _refusal(fog, pins).code is FaultCode.FOG_CERTIFICATE_EXPIRED


def test_pin_whose_file_was_damaged_trusts_nobody(fog: FakeFog, pins: PinBoard, tmp_path: Path) -> None:
    pins.pin("127.0.0.1", _OWN)
    (tmp_path / "pins" / "127.0.0.1.pem").write_text("-----BEGIN CERTIFICATE-----\nnothing\n")
    assert _refusal(fog, pins).code is FaultCode.FOG_AUTHORITY_BROKEN


@pytest.mark.parametrize("data", [b"", b"<!DOCTYPE html>", b"-----BEGIN CERTIFICATE-----\n", bytes(2000), b"\xff"])
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(FogError) as refused:
        read_authority(data, "ca.cert.der")
    assert refused.value.code is FaultCode.FOG_AUTHORITY_BROKEN


def test_certificate_in_der_and_pem_is_the_same() -> None:
    assert read_authority(_OWN.der, "") == _OWN == Authority(_OWN.der)


def test_server_without_an_authority_to_hand_out(fog: FakeFog) -> None:
    fog.state.web_files.clear()
    with pytest.raises(FogError) as refused:
        fetch_authority(fog.address)
    assert refused.value.code is FaultCode.FOG_AUTHORITY_MISSING


def test_pin_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "pins").write_text("a file where the folder should be")
    with pytest.raises(FogError) as refused:
        PinBoard(tmp_path / "pins").pin("fog", _OWN)
    assert refused.value.code is FaultCode.FOG_PIN_NOT_SAVED


def test_pins_of_hosts_do_not_leave_their_folder(tmp_path: Path, pins: PinBoard) -> None:
    pins.pin("fog.school", _OWN)
    assert [path.name for path in (tmp_path / "pins").iterdir()] == ["fog.school.pem"]
    assert os.listdir(tmp_path) == ["pins"]


# --- a server that leads from http to https ---------------------------------------------------------------------


@pytest.fixture
def redirecting(tmp_path: Path, fog: FakeFog) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "plain", FogState(redirects_to=f"https://127.0.0.1:{fog.port}")) as server:
        yield server


def test_redirect_to_https_is_followed_and_told(fog: FakeFog, redirecting: FakeFog, pins: PinBoard) -> None:
    pins.pin("127.0.0.1", _OWN)
    found = identify(Web(redirecting.address, pins, 5.0), Tftp("127.0.0.1", fog.tftp_port, 0.5))
    assert found.address.url == fog.url
    assert [note.code for note in found.notes] == [FaultCode.FOG_REDIRECTED]
    assert fog.url in found.notes[0].message
    seen = preview(Web(redirecting.address, pins, 5.0), MacAddress.parse("52:54:00:aa:bb:01"), 7)
    assert isinstance(seen.answer, MenuAnswer)
    assert fetch_authority(redirecting.address) == _OWN


def test_redirect_to_https_is_not_trusted_before_it_is_pinned(
    fog: FakeFog, redirecting: FakeFog, pins: PinBoard
) -> None:
    with pytest.raises(FogError) as refused:
        identify(Web(redirecting.address, pins, 5.0), Tftp("127.0.0.1", fog.tftp_port, 0.5))
    assert refused.value.code is FaultCode.FOG_CERTIFICATE_UNKNOWN
    assert fog.state.asked == []


def test_redirect_to_another_machine_is_not_followed(tmp_path: Path, pins: PinBoard) -> None:
    state = FogState(redirects_to="https://elsewhere.invalid")
    with fake_fog(tmp_path / "tftp", state) as fog, pytest.raises(FogError) as refused:
        identify(Web(fog.address, pins, 5.0), Tftp("127.0.0.1", fog.tftp_port, 0.5))
    assert refused.value.code is FaultCode.FOG_NOT_FOUND
