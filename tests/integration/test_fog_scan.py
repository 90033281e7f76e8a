"""Looking for FOG servers in a network of real sockets: many addresses of loopback, and a wire of our own."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

import pytest

from fogportable.cli.main import main
from fogportable.errors import FaultCode, FogError
from fogportable.fog.scan import ScanProgress, ScanResult
from fogportable.foglink.scan import Scan, ScanPorts
from fogportable.foglink.sweep import OpenHost, Sweep
from fogportable.foglink.trust import PinBoard, read_authority
from tests.fakes.fog.server import TLS_FOLDER, fake_fog
from tests.fakes.fog.state import FogState, Trouble
from tests.fakes.namespaces import Wire, missing_for_namespaces, wire

_NETWORK = IPv4Network("127.77.0.0/27")
_MISSING = missing_for_namespaces()


class _Room:
    """Servers at addresses of loopback, all at the same ports."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._held = [socket.socket() for _ in range(2)]
        # Two ports that are free at every address: held here at one that no server takes.
        for sock in self._held:
            sock.bind(("127.78.0.1", 0))
        http, https = (sock.getsockname()[1] for sock in self._held)
        self.ports = ScanPorts(http, https, 9)
        self.pins = PinBoard(folder / "pins")

    def add(self, host: str, state: FogState | None = None, certificate: str | None = None) -> FogState:
        state = state or FogState()
        port = self.ports.http if certificate is None else self.ports.https
        folder = self._folder / f"{host}-{port}"
        self._stack.enter_context(fake_fog(folder, state, host=host, port=port, certificate=certificate))
        return state

    def scan(self, network: IPv4Network = _NETWORK, first: tuple[str, ...] = (), rate_per_s: float = 200.0) -> Scan:
        return Scan(network, self.pins, None, first, rate_per_s, self.ports)

    def close(self) -> None:
        self._stack.close()
        for sock in self._held:
            sock.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[_Room]:
    made = _Room(tmp_path)
    yield made
    made.close()


def _urls(result: ScanResult) -> list[str]:
    return [server.address.url for server in result.servers]


def test_every_fog_server_is_found_among_other_web_servers(room: _Room) -> None:
    room.add("127.77.0.3")
    room.add("127.77.0.7", FogState(version="1.6.0-beta.2229", web_root=""))
    room.add("127.77.0.9", FogState(has_database=False))
    room.add("127.77.0.11", FogState(troubles={"": Trouble.WEB_PAGE}))
    room.add("127.77.0.12", FogState(troubles={"": Trouble.NOISE}))
    room.add("127.77.0.13", FogState(troubles={"": Trouble.MUTE}))
    result = room.scan().run()
    port = room.ports.http
    assert _urls(result) == [
        f"http://127.77.0.3:{port}/fog/",
        f"http://127.77.0.7:{port}/",
        f"http://127.77.0.9:{port}/fog/",
    ]
    versions = [server.version.text if server.version is not None else None for server in result.servers]
    assert versions == ["1.5.8", "1.6.0-beta.2229", None]
    assert (result.asked, result.total, result.is_whole, result.notes) == (30, 30, True, ())


def test_server_with_an_authority_of_its_own_is_found_and_told_to_be_pinned(room: _Room) -> None:
    asked = room.add("127.77.0.5", certificate="elsewhere.pem")
    result = room.scan().run()
    assert _urls(result) == [f"https://127.77.0.5:{room.ports.https}/fog/"]
    assert [note.code for note in result.notes] == [FaultCode.FOG_CERTIFICATE_UNKNOWN]
    assert result.servers[0].distrust == result.notes[0]
    assert asked.asked == ["/fog/service/getversion.php"]


def test_server_that_wants_https_is_found_where_it_leads(room: _Room) -> None:
    room.add("127.77.0.5", certificate="elsewhere.pem")
    room.add("127.77.0.5", FogState(redirects_to=f"https://127.77.0.5:{room.ports.https}"))
    assert _urls(room.scan().run()) == [f"https://127.77.0.5:{room.ports.https}/fog/"]


def test_pinned_server_is_trusted(room: _Room) -> None:
    room.pins.pin("127.0.0.1", read_authority((TLS_FOLDER / "authority.pem").read_bytes(), "authority.pem"))
    room.add("127.0.0.1", certificate="server.pem")
    result = room.scan(IPv4Network("127.0.0.0/29")).run()
    assert _urls(result) == [f"https://127.0.0.1:{room.ports.https}/fog/"]
    assert result.notes == ()


def test_known_candidates_are_asked_first_wherever_they_are(room: _Room) -> None:
    room.add("127.79.0.4")
    room.add("127.77.0.30")
    told: list[ScanProgress] = []
    scan = room.scan(first=("127.79.0.4", "127.77.0.30", "no-such-machine.invalid", "127.79.0.4"), rate_per_s=20.0)
    result = scan.run(told.append)
    assert [str(server.ip) for server in result.servers] == ["127.77.0.30", "127.79.0.4"]
    # The network's other 29, and three candidates, each once.
    assert (result.asked, result.total) == (32, 32)
    both = next(each for each in told if len(each.servers) == 2)
    assert both.asked < 30


def test_pages_elsewhere_are_found_by_default_ipxe(room: _Room, tmp_path: Path) -> None:
    with fake_fog(tmp_path / "elsewhere", FogState(web_root="imaging"), port=room.ports.http) as fog:
        scan = replace(room.scan(IPv4Network("127.0.0.1/32")), ports=replace(room.ports, tftp=fog.tftp_port))
        assert _urls(scan.run()) == [fog.url]


def test_network_without_a_fog_server_is_told(room: _Room) -> None:
    result = room.scan().run()
    assert [note.code for note in result.notes] == [FaultCode.FOG_SCAN_EMPTY]


def test_progress_goes_up_to_the_end(room: _Room) -> None:
    room.add("127.77.0.3")
    told: list[ScanProgress] = []
    room.scan(rate_per_s=100.0).run(told.append)
    counts = [each.asked for each in told]
    assert counts == sorted(counts)
    assert len(set(counts)) > 5
    assert (told[-1].asked, told[-1].total, told[-1].asking, len(told[-1].servers)) == (30, 30, 0, 1)


def test_scan_can_be_stopped_at_once_even_while_a_server_is_slow(room: _Room) -> None:
    room.add("127.77.0.1", FogState(troubles={"": Trouble.SLOW}))
    told: list[ScanProgress] = []
    began_s = time.monotonic()
    result = room.scan(rate_per_s=20.0).run(told.append, lambda: bool(told) and told[-1].asked >= 5)
    assert time.monotonic() - began_s < 2.0
    # The thread that asks the slow one ends with it, long before the time for a page.
    for thread in [each for each in threading.enumerate() if each.name.startswith("fogp-scan")]:
        thread.join(1.5)
        assert not thread.is_alive()
    assert (result.is_whole, result.asked < 10, result.servers, result.notes) == (False, True, (), ())


def test_pace_is_kept() -> None:
    addresses = list(IPv4Network("127.77.0.0/27").hosts())
    began_s = time.monotonic()
    with Sweep(addresses, (9,), 100.0) as sweep:
        while not sweep.is_over:
            sweep.step(0.1)
    # 30 addresses have 29 gaps of 10 ms between them.
    assert time.monotonic() - began_s >= 0.29
    assert sweep.asked == 30


def test_large_network_is_refused_before_anything_is_sent(room: _Room) -> None:
    state = room.add("127.77.0.3")
    with pytest.raises(FogError) as refused:
        room.scan(IPv4Network("127.77.0.0/21"), first=("127.77.0.3",)).run()
    assert refused.value.code is FaultCode.FOG_SCAN_TOO_LARGE
    assert state.asked == []


# --- the command ------------------------------------------------------------------------------------------------


def _command(room: _Room, *words: str) -> int:
    ports = room.ports
    flags = ("--http-port", str(ports.http), "--https-port", str(ports.https), "--tftp-port", "9", "--rate", "200")
    return main(["fog", "scan", *flags, *words])


def test_command_prints_what_it_found(room: _Room, capsys: pytest.CaptureFixture[str]) -> None:
    room.add("127.77.0.3")
    assert _command(room, "--network", "127.77.0.1/29") == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "Asked 6 of 6 addresses of 127.77.0.0/29.",
        f"  http://127.77.0.3:{room.ports.http}/fog/: FOG 1.5.8",
    ]
    assert _command(room, "--network", "127.77.0.0/29", "--json") == 0
    assert json.loads(capsys.readouterr().out)["scan"] == {
        "network": "127.77.0.0/29",
        "asked": 6,
        "addresses": 6,
        "is_whole": True,
        "servers": [
            {
                "url": f"http://127.77.0.3:{room.ports.http}/fog/",
                "address": "127.77.0.3",
                "version": "1.5.8",
                "generation": "1.5",
                "is_trusted": True,
            }
        ],
        "notes": [],
    }


def test_command_ends_with_1_where_there_is_none(room: _Room, capsys: pytest.CaptureFixture[str]) -> None:
    assert _command(room, "--network", "127.77.0.0/30") == 1
    assert "! No FOG server answers in 127.77.0.0/30." in capsys.readouterr().out


def test_command_refuses_a_network_that_is_too_large(room: _Room, capsys: pytest.CaptureFixture[str]) -> None:
    assert _command(room, "--interface", "lo") == 3
    message, remedy = capsys.readouterr().err.splitlines()
    assert message == "The network 127.0.0.0/8 has 16777216 addresses, and at most 1024 are asked at once."
    assert "such as 127.0.0.0/24" in remedy


@pytest.mark.parametrize(
    "words",
    [
        ["--network", "10.0.0.0/33"],
        ["--network", "fog.school"],
        ["--network", "10.0.0.0/24", "--interface", "eth0"],
        ["--rate", "0"],
        ["--rate", "many"],
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fog", "scan", *words])
    assert ended.value.code == 2


# --- a wire of our own ------------------------------------------------------------------------------------------


@pytest.fixture
def line() -> Iterator[Wire]:
    if _MISSING is not None:
        pytest.skip(_MISSING)
    with wire() as made:
        made.pc.run("ip", "addr", "add", "10.77.0.10/24", "dev", "pc0")
        yield made


def test_server_on_a_wire_is_found_at_the_usual_ports_among_absent_machines(
    line: Wire, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line.kit.run("ip", "route", "add", "default", "via", "10.77.0.10")
    with ExitStack() as stack:
        with line.pc.entered():
            stack.enter_context(fake_fog(tmp_path / "tftp", host="10.77.0.10", port=80))
        with line.kit.entered():
            assert main(["fog", "scan", "--network", "10.77.0.0/27", "--rate", "200", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["scan"]
    assert [server["url"] for server in found["servers"]] == ["http://10.77.0.10/fog/"]
    assert (found["asked"], found["is_whole"]) == (30, True)


def test_network_that_no_way_leads_to_is_told_at_once(line: Wire, tmp_path: Path) -> None:
    began_s = time.monotonic()
    with line.kit.entered(), pytest.raises(FogError) as refused:
        Scan(IPv4Network("10.99.0.0/24"), PinBoard(tmp_path), rate_per_s=40.0).run()
    assert refused.value.code is FaultCode.FOG_SCAN_NO_WAY
    assert "network is unreachable" in refused.value.fault.message
    assert time.monotonic() - began_s < 3.0


def test_machines_that_are_silent_do_not_use_up_connections(line: Wire) -> None:
    """Nobody answers: as many stay open as the pace and the time for each allow, and all end."""
    open_at_once = []
    addresses = [IPv4Address("10.77.0.10"), *IPv4Network("10.77.0.64/26").hosts()]
    with line.kit.entered(), Sweep(addresses, (81, 82), 200.0, connect_s=0.2) as sweep:
        found: list[OpenHost] = []
        while not sweep.is_over:
            found += sweep.step(0.05)
            open_at_once.append(sweep.pending)
    assert (found, sweep.asked) == ([], 63)
    assert 20 < max(open_at_once) <= 128
