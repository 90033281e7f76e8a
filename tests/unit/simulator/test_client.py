"""A client goes the way of its firmware, and stops with a reason where the firmware would."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from ipaddress import IPv4Address
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable.protocol.address import MacAddress
from fogportable.protocol.dhcp import MessageType, OptionCode, decode
from fogportable.protocol.tftp.packets import parse_error
from fogportable.simulator.client import SimulatedClient
from fogportable.simulator.download import Close, Send
from fogportable.simulator.firmware import ClientKind
from fogportable.simulator.roster import (
    SITE_SERVER,
    ClientResult,
    ClientSpec,
    ClientStep,
    Expectation,
    Pace,
)
from tests.unit.simulator.fake_proxy import SERVER, FakeProxy, run

SPEC = ClientSpec(MacAddress.parse("00:14:22:00:00:01"), ClientKind.X64, IPv4Address("127.0.1.1"))
EDK2_REQUESTS = [
    ("boot.efi", "tsize=0 blksize=1468 windowsize=4"),
    ("boot.efi", "blksize=1468 windowsize=4"),
]
ROM_REQUESTS = [("boot.efi", "tsize=0"), ("boot.efi", "blksize=1456")]
SCRIPT_REQUEST = ("boot.ipxe", "blksize=1432 tsize=0")


def _client(spec: ClientSpec = SPEC, pace: Pace | None = None, sha256: str | None = None) -> SimulatedClient:
    expected = {} if sha256 is None else {"boot.efi": sha256}
    return SimulatedClient(spec, SERVER, random=Random(1), pace=pace, expected_sha256=expected)


def _end(proxy: FakeProxy, spec: ClientSpec = SPEC, sha256: str | None = None) -> ClientResult:
    client = _client(spec, sha256=sha256)
    run(client, proxy)
    return client.result


def _requested(proxy: FakeProxy) -> list[tuple[str, str]]:
    return [(name, " ".join(f"{key}={value}" for key, value in options)) for name, options in proxy.requested]


# --- the way into the menu ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "arch", "requests"),
    [
        (ClientKind.BIOS, 0, [*ROM_REQUESTS, SCRIPT_REQUEST]),
        (ClientKind.X64, 7, [*EDK2_REQUESTS, SCRIPT_REQUEST]),
        (ClientKind.X64_AS_9, 9, [*EDK2_REQUESTS, SCRIPT_REQUEST]),
        (ClientKind.ARM64, 11, [*EDK2_REQUESTS, SCRIPT_REQUEST]),
        (ClientKind.IPXE, 0, [SCRIPT_REQUEST]),
    ],
)
def test_every_kind_comes_into_the_menu_in_its_own_way(
    kind: ClientKind, arch: int, requests: list[tuple[str, str]]
) -> None:
    proxy = FakeProxy()
    result = _end(proxy, replace(SPEC, kind=kind))
    assert (result.step, result.is_as_expected, result.reason) == (ClientStep.DONE, True, "")
    assert _requested(proxy) == requests
    assert {packet.options[OptionCode.CLIENT_ARCH] for _, packet in proxy.heard} == {arch.to_bytes(2, "big")}


def test_messages_are_those_of_a_real_start() -> None:
    proxy = FakeProxy()
    _end(proxy)
    kinds = [(port, packet.message_type, OptionCode.USER_CLASS in packet.options) for port, packet in proxy.heard]
    assert kinds == [
        (SERVER.discovery, MessageType.DISCOVER, False),
        (SERVER.discovery, MessageType.REQUEST, False),
        (SERVER.discovery, MessageType.DISCOVER, True),
        (SERVER.discovery, MessageType.REQUEST, True),
    ]
    lease = proxy.heard[1][1]
    assert lease.address_option(OptionCode.SERVER_IDENTIFIER) == SITE_SERVER
    assert lease.address_option(OptionCode.REQUESTED_ADDRESS) == SPEC.address
    assert lease.xid == proxy.heard[0][1].xid != proxy.heard[2][1].xid


@pytest.mark.parametrize(("is_direct", "asks"), [(False, False), (True, True)])
def test_uefi_asks_on_4011_when_it_must_or_wants_to(is_direct: bool, asks: bool) -> None:
    proxy = FakeProxy(is_direct=is_direct)
    result = _end(proxy, replace(SPEC, asks_boot_server=asks))
    assert result.is_as_expected
    port, request = proxy.heard[2]
    assert (port, request.message_type, request.ciaddr, request.flags) == (
        SERVER.boot_server,
        MessageType.REQUEST,
        SPEC.address,
        0,
    )
    assert OptionCode.SERVER_IDENTIFIER not in request.options
    assert request.xid != proxy.heard[0][1].xid


def test_files_are_told_with_size_and_checksum() -> None:
    content = Random(5).randbytes(5000)
    sha = hashlib.sha256(content).hexdigest()
    proxy = FakeProxy()
    proxy.files["boot.efi"] = content
    loader, script = _end(proxy, sha256=sha).files
    assert (loader.name, loader.size_bytes, loader.sha256, loader.is_right) == ("boot.efi", 5000, sha, True)
    assert (script.name, script.is_right) == ("boot.ipxe", None)


def test_menu_goes_on_to_kernel_and_ram_disk() -> None:
    proxy = FakeProxy()
    proxy.files |= {"linux": bytes(100), "initrd": bytes(1432)}
    result = _end(proxy, replace(SPEC, then_loads=("linux", "initrd")))
    assert result.is_as_expected
    assert [file.name for file in result.files] == ["boot.efi", "boot.ipxe", "linux", "initrd"]
    assert _requested(proxy)[3:] == [("linux", "blksize=1432 tsize=0"), ("initrd", "blksize=1432 tsize=0")]


def test_every_transfer_has_a_socket_of_its_own_that_is_closed() -> None:
    client, proxy = _client(), FakeProxy()
    opened: set[int] = set()
    closed: list[int] = []
    waiting, now = client.start(0.0), 0.0
    while waiting or not client.has_ended:
        if not waiting:
            now = client.next_timeout() or now
            waiting += client.handle_timeout(now)
            continue
        action = waiting.pop(0)
        if isinstance(action, Close):
            closed.append(action.channel)
            continue
        assert isinstance(action, Send)
        assert action.channel not in closed
        opened.add(action.channel)
        for data, source in proxy.answer(action, now):
            waiting += client.receive_datagram(action.channel, data, source, now)
    assert client.result.is_as_expected
    assert opened == set(closed) == {0, 1, 2, 3}


# --- time -----------------------------------------------------------------------------------------------------------


def test_discover_is_repeated_after_1_2_and_4_seconds_with_growing_secs() -> None:
    proxy = FakeProxy(is_silent=True)
    client = _client()
    assert run(client, proxy) == 7.0
    assert [packet.secs for _, packet in proxy.heard] == [0, 1, 3]
    assert client.result.reason == "no boot server answered (PXE-E53)"
    assert not client.result.is_as_expected


def test_silent_port_4011_is_a_reason_of_its_own() -> None:
    proxy = FakeProxy(is_direct=False, is_boot_server_silent=True)
    assert _end(proxy).reason == "port 4011 did not answer (PXE-E55)"


def test_thinking_clients_pause_between_steps_and_slow_ones_keep_acks_back() -> None:
    proxy = FakeProxy()
    proxy.files["boot.efi"] = bytes(100_000)
    thinking, slow = _client(pace=Pace(think_s=0.5)), _client(pace=Pace(rate_bytes_per_s=50_000))
    assert run(thinking, FakeProxy()) == pytest.approx(2.0)
    assert run(slow, proxy) == pytest.approx(2.0, rel=0.1)
    assert thinking.result.is_as_expected
    assert slow.result.is_as_expected


# --- what stops a real computer stops this one ------------------------------------------------------------------

BAD_REPLIES: list[tuple[dict[str, object], dict[int, bytes | None], str]] = [
    ({"yiaddr": IPv4Address("10.0.0.5")}, {}, "an address was given out (yiaddr 10.0.0.5)"),
    ({"ciaddr": IPv4Address("10.0.0.5")}, {}, "ciaddr"),
    ({"siaddr": IPv4Address("0.0.0.0")}, {}, "siaddr"),
    ({"siaddr": IPv4Address("10.0.0.1")}, {}, "siaddr"),
    ({"flags": 0}, {}, "broadcast flag"),
    ({"op": 1}, {}, "not a OFFER"),
    ({"htype": 6}, {}, "hardware"),
    ({"file": b""}, {}, "no boot file"),
    ({"file": b"other.efi"}, {}, "different files"),
    ({}, {OptionCode.MESSAGE_TYPE: b"\5"}, "not a OFFER"),
    ({}, {OptionCode.SERVER_IDENTIFIER: None}, "option 54"),
    ({}, {OptionCode.SERVER_IDENTIFIER: bytes(4)}, "option 54"),
    ({}, {OptionCode.VENDOR_CLASS: None}, "option 60"),
    ({}, {OptionCode.VENDOR_CLASS: b"PXEClient\0"}, "option 60"),
    ({}, {OptionCode.CLIENT_MACHINE_ID: None}, "option 97"),
    ({}, {OptionCode.VENDOR_OPTIONS: bytes.fromhex("060103ff")}, "option 43"),
    ({}, {OptionCode.VENDOR_OPTIONS: bytes.fromhex("060108060102ff")}, "option 43"),
    ({}, {OptionCode.BOOT_FILE: b"boot.efi"}, "closing NUL"),
    ({}, {OptionCode.BOOT_FILE_SIZE: b"\0\1"}, "option 13"),
    ({}, {200: bytes(250), 201: bytes(250), 202: bytes(250), 203: bytes(250), 204: bytes(250)}, "bytes long"),
]


@pytest.mark.parametrize(("changes", "options", "reason"), BAD_REPLIES)
def test_offer_that_some_firmware_refuses_is_a_reason(
    changes: dict[str, object], options: dict[int, bytes | None], reason: str
) -> None:
    result = _end(FakeProxy(changes=changes, options=options))
    assert result.step is ClientStep.FAILED
    assert reason in result.reason


def test_given_address_is_counted() -> None:
    result = _end(FakeProxy(changes={"yiaddr": IPv4Address("10.0.0.5")}))
    assert (result.replies, result.addresses_given) == (1, 1)


def test_ipxe_wants_its_priority_a_script_and_no_second_loader() -> None:
    ipxe = replace(SPEC, kind=ClientKind.IPXE)
    assert "option 175" in _end(FakeProxy(options={OptionCode.IPXE: None}), ipxe).reason
    assert "chainload loop" in _end(FakeProxy(script_url="boot.efi"), ipxe).reason
    assert "not a tftp:// address" in _end(FakeProxy(script_url="http://127.0.0.1/x"), ipxe).reason
    assert "could load from" in _end(FakeProxy(script_url="tftp://${next-server}/x"), ipxe).reason
    assert "could load from" in _end(FakeProxy(script_url="tftp://127.0.0.1:99999/x"), ipxe).reason
    proxy = FakeProxy()
    proxy.files["boot.ipxe"] = b"<html>"
    assert _end(proxy, ipxe).reason == "boot.ipxe is not an iPXE script"


def test_answer_to_the_lease_request_is_a_fault() -> None:
    client, proxy = _client(), FakeProxy()
    discover, *_ = client.start(0.0)
    assert isinstance(discover, Send)
    ((offer, source),) = proxy.answer(discover, 0.0)
    lease = client.receive_datagram(0, offer, source, 0.0)[0]
    assert isinstance(lease, Send)
    client.receive_datagram(0, proxy.reply(decode(lease.data), SERVER.discovery), source, 0.0)
    assert "must stay silent" in client.result.reason


def test_answer_from_the_wrong_port_is_a_fault() -> None:
    client, proxy = _client(), FakeProxy()
    discover, *_ = client.start(0.0)
    assert isinstance(discover, Send)
    ((offer, _),) = proxy.answer(discover, 0.0)
    client.receive_datagram(0, offer, (SERVER.address, 5555), 0.0)
    assert "came from port 5555" in client.result.reason


def test_offers_for_others_are_left_alone() -> None:
    client, other, proxy = _client(), _client(replace(SPEC, mac=MacAddress.parse("00:14:22:00:00:02"))), FakeProxy()
    client.start(0.0)
    discover = other.start(0.0)[0]
    assert isinstance(discover, Send)
    ((offer, source),) = proxy.answer(discover, 0.0)
    assert client.receive_datagram(0, offer, source, 0.0) == []
    assert client.result.step is ClientStep.LOOKING


def test_damaged_file_fails() -> None:
    assert "arrived damaged" in _end(FakeProxy(), sha256="0" * 64).reason


# --- those that must not boot -----------------------------------------------------------------------------------


def test_missing_file_fails_at_once_as_expected() -> None:
    spec = replace(SPEC, asks_for="gone.efi", expects=Expectation.FILE_NOT_FOUND)
    client = _client(spec)
    assert run(client, FakeProxy()) < 0.1
    assert client.result.is_as_expected
    assert client.result.reason == "TFTP error 1 for gone.efi: File not found"


def test_silence_is_right_for_a_client_without_a_file_and_nothing_else_is() -> None:
    spec = replace(SPEC, kind=ClientKind.IA32, expects=Expectation.NO_ANSWER)
    assert _end(FakeProxy(is_silent=True), spec).is_as_expected
    assert not _end(FakeProxy(), spec).is_as_expected
    assert not _end(FakeProxy(options={OptionCode.VENDOR_CLASS: None}), spec).is_as_expected
    switched_off = _client(spec)
    switched_off.start(0.0)
    switched_off.abandon("it was switched off")
    assert not switched_off.result.is_as_expected


def test_size_probe_is_closed_with_the_error_of_the_firmware() -> None:
    proxy = FakeProxy()
    _end(proxy)
    assert [parse_error(data).code for data in proxy.errors] == [8]


@given(
    st.lists(st.tuples(st.integers(0, 2), st.binary(max_size=400), st.sampled_from([1067, 1411, 30_001])), max_size=6)
)
def test_random_datagrams_never_raise(datagrams: list[tuple[int, bytes, int]]) -> None:
    client, proxy = _client(), FakeProxy()
    discover = client.start(0.0)[0]
    assert isinstance(discover, Send)
    for data, source in proxy.answer(discover, 0.0):
        client.receive_datagram(0, data, source, 0.0)
    for channel, data, port in datagrams:
        client.receive_datagram(channel, data, (SERVER.address, port), 0.0)
