"""A FOG server that fails in every way that was thought of: one fault each, in time, and never a hang."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.boot_names import NAMES
from fogportable.fog.server import Presence
from fogportable.fog.status_pages import VERSION_PAGE, read_version
from fogportable.foglink.tftp import Tftp, TooLarge
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from fogportable.protocol.tftp import ErrorCode, encode_error
from tests.fakes.fog.server import FakeFog, fake_fog
from tests.fakes.fog.state import Trouble

#: Short, so that the tests are; a fault must come within this and a little.
_TIMEOUT_S = 0.4
_MOST_S = 5.0


@pytest.fixture
def fog(tmp_path: Path) -> Iterator[FakeFog]:
    with fake_fog(tmp_path / "tftp") as server:
        yield server


def _fault_of(address: FogAddress, tmp_path: Path) -> FogError:
    """What asking for the version ends with."""
    before = time.monotonic()
    with pytest.raises(FogError) as refused:
        read_version(Web(address, PinBoard(tmp_path / "pins"), _TIMEOUT_S).get(VERSION_PAGE, most_bytes=100_000))
    assert time.monotonic() - before < _MOST_S
    assert refused.value.fault.remedy
    return refused.value


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.SLOW, FaultCode.FOG_SLOW),
        (Trouble.TRICKLE, FaultCode.FOG_SLOW),
        (Trouble.GONE, FaultCode.FOG_CUT_OFF),
        (Trouble.MUTE, FaultCode.FOG_CUT_OFF),
        (Trouble.NOISE, FaultCode.FOG_NOT_FOUND),
        (Trouble.WEB_PAGE, FaultCode.FOG_WEB_PAGE),
        (Trouble.ENDLESS, FaultCode.FOG_ANSWER_TOO_LONG),
    ],
)
def test_trouble_becomes_its_fault_in_time(fog: FakeFog, tmp_path: Path, trouble: Trouble, code: FaultCode) -> None:
    fog.state.troubles[VERSION_PAGE] = trouble
    assert _fault_of(fog.address, tmp_path).code is code


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (302, FaultCode.FOG_PAGE_MISSING),
        (401, FaultCode.FOG_PAGE_MISSING),
        (403, FaultCode.FOG_PAGE_MISSING),
        (404, FaultCode.FOG_PAGE_MISSING),
        (417, FaultCode.FOG_PAGE_MISSING),
        (500, FaultCode.FOG_FAILED),
        (501, FaultCode.FOG_PAGE_MISSING),
        (503, FaultCode.FOG_FAILED),
    ],
)
def test_status_becomes_its_fault_and_is_named(fog: FakeFog, tmp_path: Path, status: int, code: FaultCode) -> None:
    fog.state.statuses[VERSION_PAGE] = status
    problem = _fault_of(fog.address, tmp_path)
    assert (problem.code, str(status) in problem.fault.message) == (code, True)


def test_nothing_on_that_port(tmp_path: Path) -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        address = FogAddress("127.0.0.1", port=sock.getsockname()[1])
        problem = _fault_of(address, tmp_path)
    assert problem.code is FaultCode.FOG_UNREACHABLE
    assert f"nothing listens on port {address.port}" in problem.fault.message


def test_name_that_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def know_nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", know_nobody)
    monkeypatch.setattr(socket, "gethostbyname", know_nobody)
    assert _fault_of(FogAddress("fog.invalid"), tmp_path).code is FaultCode.FOG_NAME_UNKNOWN
    with pytest.raises(FogError) as refused:
        Tftp("fog.invalid").probe(NAMES)
    assert refused.value.code is FaultCode.FOG_NAME_UNKNOWN


def test_https_asked_of_a_server_without_it(fog: FakeFog, tmp_path: Path) -> None:
    problem = _fault_of(FogAddress("127.0.0.1", "https", fog.port), tmp_path)
    assert problem.code in (FaultCode.FOG_TLS_FAILED, FaultCode.FOG_CUT_OFF)


def test_next_question_after_a_trouble_is_answered(fog: FakeFog, tmp_path: Path) -> None:
    fog.state.troubles[VERSION_PAGE] = Trouble.MUTE
    _fault_of(fog.address, tmp_path)
    fog.state.troubles.clear()
    version = read_version(Web(fog.address, PinBoard(tmp_path / "pins")).get(VERSION_PAGE))
    assert version is not None


def test_line_end_in_a_token_does_not_reach_the_wire(fog: FakeFog, tmp_path: Path) -> None:
    web = Web(fog.address, PinBoard(tmp_path / "pins"), headers={"fog-api-token": "a\r\nX-Other: b"})
    with pytest.raises(ValueError, match="line's end"):
        web.get(VERSION_PAGE)
    assert fog.state.asked == []


# --- TFTP -------------------------------------------------------------------------------------------------------


def test_file_is_fetched_whole_and_within_its_bound(fog: FakeFog, tmp_path: Path) -> None:
    (tmp_path / "tftp" / "large").write_bytes(bytes(range(256)) * 400)
    tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
    assert tftp.fetch("large", 102_400) == bytes(range(256)) * 400
    assert tftp.fetch("absent", 1000) is None
    with pytest.raises(TooLarge):
        tftp.fetch("large", 102_399)
    with pytest.raises(TooLarge):
        tftp.fetch("large", 1000)


def test_probe_leaves_no_transfer_behind(fog: FakeFog) -> None:
    """A server that were left waiting would soon refuse more of them: our own after eight."""
    found = Tftp("127.0.0.1", fog.tftp_port, 0.5).probe(NAMES)
    assert {each.presence for each in found} == {Presence.THERE, Presence.MISSING}


def test_server_that_falls_silent_is_not_waited_for_at_each_name(fog: FakeFog) -> None:
    asked = 0

    def answer(_: bytes) -> bytes:
        nonlocal asked
        asked += 1
        return encode_error(ErrorCode.FILE_NOT_FOUND, "File not found") if asked == 1 else b"noise"

    tftp, end = _answering(answer)
    try:
        found = tftp.probe(NAMES)
    finally:
        end()
    assert [each.presence for each in found] == [Presence.MISSING, *[Presence.UNKNOWN] * (len(NAMES) - 1)]
    assert asked < 12


def test_probe_can_be_stopped(fog: FakeFog) -> None:
    tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
    answers = iter([False, False])
    assert len(tftp.probe(NAMES, lambda: next(answers, True))) < len(NAMES)
    assert tftp.probe(NAMES, lambda: True) == ()
    assert tftp.probe(()) == ()


def _answering(answer: Callable[[bytes], bytes]) -> tuple[Tftp, Callable[[], None]]:
    """A server that says the same to everybody."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            request, peer = sock.recvfrom(2000)
            if request == b"end":
                return
            if request[:2] == b"\x00\x01":
                sock.sendto(answer(request), peer)

    thread = threading.Thread(target=serve)
    thread.start()

    def end() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.sendto(b"end", sock.getsockname())
        thread.join()
        sock.close()

    return Tftp("127.0.0.1", sock.getsockname()[1], 0.2), end


@pytest.mark.parametrize(
    ("answer", "presence"),
    [
        (encode_error(ErrorCode.FILE_NOT_FOUND, "File not found"), Presence.MISSING),
        (encode_error(ErrorCode.ACCESS_VIOLATION, "Only absolute filenames allowed"), Presence.UNKNOWN),
        (b"\x00\x03\x00\x01" + bytes(512), Presence.THERE),
        (b"\x00\x06tsize\x00many\x00", Presence.THERE),
    ],
)
def test_what_a_tftp_server_answers_is_judged(answer: bytes, presence: Presence) -> None:
    tftp, end = _answering(lambda _: answer)
    try:
        found = tftp.probe(["ipxe.efi"])
    finally:
        end()
    assert [(each.presence, each.size_bytes) for each in found] == [(presence, None)]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x00",
        b"\x00\x09abc",
        b"\x00\x04\x00\x00",
        b"\x00\x06a\x00\x00\x00",
        b"\x00\x05\x00",
        b"\x00\x06\xff\x00\xff\x00",
    ],
)
def test_noise_on_the_tftp_port_is_silence(answer: bytes) -> None:
    tftp, end = _answering(lambda _: answer)
    try:
        with pytest.raises(FogError) as refused:
            tftp.probe(["ipxe.efi"])
        assert refused.value.code is FaultCode.FOG_TFTP_SILENT
        with pytest.raises(FogError) as refused:
            tftp.fetch("ipxe.efi", 1000)
        assert refused.value.code is FaultCode.FOG_TFTP_SILENT
    finally:
        end()


def test_nothing_of_tftp_reaches_the_log(fog: FakeFog, caplog: pytest.LogCaptureFixture) -> None:
    tftp = Tftp("127.0.0.1", fog.tftp_port, 0.5)
    tftp.probe(NAMES)
    tftp.fetch("absent", 1000)
    assert [record for record in caplog.records if record.name.startswith("tftpy")] == []
