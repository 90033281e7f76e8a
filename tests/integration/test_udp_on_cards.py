"""Sockets on real cards: broadcasts, pinning to a card, and who else may hold the port. In namespaces of our own."""

from __future__ import annotations

import os
import select
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from ipaddress import IPv4Address
from typing import TypeVar

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import InterfaceKind
from fogportable.platform import udp
from fogportable.platform.interfaces import find_interface, list_interfaces, look_at, serving_interface
from fogportable.platform.neighbours import mac_of
from fogportable.platform.watch import Change, InterfaceWatch
from tests.fakes.namespaces import KIT_ADDRESS, Wire, missing_for_namespaces, wire

_missing = missing_for_namespaces()
pytestmark = pytest.mark.skipif(_missing is not None, reason=str(_missing))

_T = TypeVar("_T")
_EVERYBODY = IPv4Address("255.255.255.255")
_SO_BINDTODEVICE = 25
_ETH_P_IP = 0x0800


@pytest.fixture
def lab() -> Iterator[Wire]:
    with wire() as made:
        yield made


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as closing:
        yield closing


def _open(stack: ExitStack, lab: Wire, purpose: udp.SocketPurpose, port: int, card: str = "kit0") -> socket.socket:
    with lab.kit.entered():
        return stack.enter_context(udp.open_udp(udp.UdpEndpoint(purpose, lab.serving(card), port)))


def _discovery(stack: ExitStack, lab: Wire, card: str = "kit0") -> socket.socket:
    return _open(stack, lab, udp.SocketPurpose.DISCOVERY, 67, card)


def _pc_without_address(stack: ExitStack, lab: Wire, card: str = "pc0") -> socket.socket:
    """A client as firmware has it: no address yet, port 68, broadcasts out of its one card."""
    with lab.pc.entered():
        client = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        client.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, card.encode())
        client.bind(("", 68))
    client.settimeout(5)
    return client


def _foreign(stack: ExitStack, lab: Wire, *, device: str | None, reuse: bool, port: int = 67) -> socket.socket:
    """Another program's socket on the kit."""
    with lab.kit.entered():
        sock = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        if reuse:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if device is not None:
            sock.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, device.encode())
        sock.bind(("", port))
    return sock


def _wait(sock: socket.socket) -> None:
    assert select.select([sock], [], [], 5)[0], "nothing came in within 5 s"


def _until(look: Callable[[], _T]) -> _T:
    """What `look` says once it says something: the kernel reports a link up to a second late."""
    pause = threading.Event()
    deadline = time.monotonic() + 10
    while not (seen := look()):
        assert time.monotonic() < deadline, "it did not happen within 10 s"
        pause.wait(0.02)
    return seen


def test_broadcast_of_a_client_without_address_is_heard(lab: Wire, stack: ExitStack) -> None:
    server, client = _discovery(stack, lab), _pc_without_address(stack, lab)
    client.sendto(b"discover", (str(_EVERYBODY), 67))
    _wait(server)
    datagram = udp.receive(server, lab.serving())
    assert datagram == udp.Datagram(b"discover", (IPv4Address(0), 68), _EVERYBODY, lab.serving().index)


def test_answer_is_broadcast_from_port_67_of_our_address_without_df(lab: Wire, stack: ExitStack) -> None:
    server, client = _discovery(stack, lab), _pc_without_address(stack, lab)
    with lab.pc.entered():
        tap = stack.enter_context(socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_IP)))
        tap.bind(("pc0", _ETH_P_IP))
    tap.settimeout(5)
    udp.send(server, b"offer", (_EVERYBODY, 68), udp.origin(KIT_ADDRESS.ip, lab.serving()))
    assert client.recvfrom(100) == (b"offer", (str(KIT_ADDRESS.ip), 67))
    frame = tap.recv(2000)
    assert frame[:6] == b"\xff" * 6
    (flags,) = struct.unpack_from("!H", frame, 14 + 6)
    assert flags & 0x4000 == 0, "DF is set"


def test_answer_needs_no_route(lab: Wire, stack: ExitStack) -> None:
    server, client = _discovery(stack, lab), _pc_without_address(stack, lab)
    lab.kit.run("ip", "route", "flush", "table", "main")
    udp.send(server, b"offer", (_EVERYBODY, 68), udp.origin(KIT_ADDRESS.ip, lab.serving()))
    assert client.recv(100) == b"offer"


def test_broadcast_on_another_card_is_not_heard(lab: Wire, stack: ExitStack) -> None:
    lab.kit.run("ip", "link", "add", "kit1", "type", "veth", "peer", "name", "pc1", "netns", lab.pc.path)
    lab.kit.run("ip", "addr", "add", "10.78.0.2/24", "dev", "kit1")
    lab.kit.run("ip", "link", "set", "kit1", "up")
    lab.pc.run("ip", "link", "set", "pc1", "up")
    on_kit0, on_kit1 = _discovery(stack, lab), _discovery(stack, lab, "kit1")
    _pc_without_address(stack, lab, "pc1").sendto(b"discover", (str(_EVERYBODY), 67))
    _wait(on_kit1)
    assert udp.receive(on_kit0, lab.serving()) is None


@pytest.mark.parametrize("purpose", list(udp.SocketPurpose))
@pytest.mark.parametrize("device", [None, "kit0"])
@pytest.mark.parametrize("reuse", [False, True])
def test_server_already_on_this_card_is_named(
    lab: Wire, stack: ExitStack, purpose: udp.SocketPurpose, device: str | None, reuse: bool
) -> None:
    _foreign(stack, lab, device=device, reuse=reuse)
    with pytest.raises(ServiceError) as refused:
        _open(stack, lab, purpose, 67)
    assert refused.value.code is FaultCode.PORT_IN_USE
    assert f"(process {os.getpid()})" in refused.value.fault.message


def test_server_on_another_card_does_no_harm(lab: Wire, stack: ExitStack) -> None:
    lab.kit.run("ip", "link", "add", "virbr0", "type", "bridge")
    _foreign(stack, lab, device="virbr0", reuse=True)
    client = _pc_without_address(stack, lab)
    server = _discovery(stack, lab)
    client.sendto(b"discover", (str(_EVERYBODY), 67))
    _wait(server)


def test_server_on_another_card_is_not_the_one_named(lab: Wire, stack: ExitStack) -> None:
    lab.kit.run("ip", "link", "add", "virbr0", "type", "bridge")
    _foreign(stack, lab, device="virbr0", reuse=True)
    hold = (
        "import socket, sys; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);"
        "s.setsockopt(socket.SOL_SOCKET, 25, b'kit0'); s.bind(('', 67)); print(flush=True); sys.stdin.read()"
    )
    with lab.kit.entered():
        holder = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"\n"
        with pytest.raises(ServiceError) as refused:
            _discovery(stack, lab)
        holder.communicate()
    assert f"(process {holder.pid})" in refused.value.fault.message


def test_later_server_cannot_take_our_port(lab: Wire, stack: ExitStack) -> None:
    _discovery(stack, lab)
    with pytest.raises(OSError, match="in use"):
        _foreign(stack, lab, device=None, reuse=True)


def test_card_that_is_gone_is_a_fault(lab: Wire, stack: ExitStack) -> None:
    gone = replace(lab.serving(), device="gone0", name="gone0")
    with lab.kit.entered(), pytest.raises(ServiceError) as refused:
        udp.open_udp(udp.UdpEndpoint(udp.SocketPurpose.DISCOVERY, gone, 67))
    assert refused.value.code is FaultCode.INTERFACE_GONE
    assert "gone0" in refused.value.fault.message


def test_a_room_of_5000_fits_into_the_buffer_before_the_first_is_read(lab: Wire, stack: ExitStack) -> None:
    server, client = _discovery(stack, lab), _pc_without_address(stack, lab)
    for _ in range(5000):
        client.sendto(bytes(300), (str(_EVERYBODY), 67))
    _wait(server)
    serving = lab.serving()
    heard = 0
    while udp.receive(server, serving) is not None:
        heard += 1
    assert heard == 5000


def test_transfer_socket_is_pinned_and_knows_its_neighbour(lab: Wire, stack: ExitStack) -> None:
    lab.pc.run("ip", "addr", "add", "10.77.0.30/24", "dev", "pc0")
    with lab.pc.entered():
        client = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        client.bind(("10.77.0.30", 0))
        pc = look_at("pc0")
    client.settimeout(5)
    with lab.kit.entered():
        transfer = stack.enter_context(udp.open_transfer_socket(KIT_ADDRESS.ip, client.getsockname(), "kit0"))
        transfer.send(b"block 1")
        assert client.recvfrom(100)[1][0] == str(KIT_ADDRESS.ip)
        neighbour = mac_of(IPv4Address("10.77.0.30"))
        assert mac_of(IPv4Address("10.77.0.31")) is None
    assert pc is not None
    assert neighbour == pc.mac


def test_cards_are_listed_with_what_they_lack(lab: Wire) -> None:
    for name in ("bare", "self", "off"):
        lab.kit.run("ip", "link", "add", f"{name}0", "type", "veth", "peer", "name", f"{name}1", "netns", lab.pc.path)
        lab.pc.run("ip", "link", "set", f"{name}1", "up")
    lab.kit.run("ip", "link", "set", "bare0", "up")
    lab.kit.run("ip", "addr", "add", "169.254.3.4/16", "dev", "self0")
    lab.kit.run("ip", "link", "set", "self0", "up")
    lab.kit.run("ip", "addr", "add", "10.80.0.2/24", "dev", "off0")
    with lab.kit.entered():
        _until(lambda: all(each.has_link for each in list_interfaces() if each.is_up))
        cards = list_interfaces()
    faults = {each.name: each.unusable.code if each.unusable else None for each in cards}
    assert faults == {
        "kit0": None,
        "bare0": FaultCode.INTERFACE_NO_ADDRESS,
        "self0": FaultCode.INTERFACE_SELF_ASSIGNED,
        "off0": FaultCode.INTERFACE_DOWN,
        "lo": FaultCode.INTERFACE_LOOPBACK,
    }
    assert cards[0].name == "kit0"
    assert cards[0].kind is InterfaceKind.VIRTUAL
    assert cards[0].speed_mbit_s == 10000
    assert cards[-1].name == "lo"


def test_first_address_is_the_primary_one_and_labels_are_no_cards(lab: Wire) -> None:
    lab.kit.run("ip", "addr", "add", "10.77.0.9/24", "dev", "kit0", "label", "kit0:1")
    lab.kit.run("ip", "addr", "add", "192.168.9.9/24", "dev", "kit0", "label", "kit0:2")
    with lab.kit.entered():
        card = find_interface("kit0")
        names = [each.name for each in list_interfaces()]
    assert serving_interface(card).address == KIT_ADDRESS
    assert [str(each) for each in card.addresses] == ["10.77.0.2/24", "192.168.9.9/24", "10.77.0.9/24"]
    assert names == ["kit0", "lo"]


def test_watch_tells_cable_address_and_replugging(lab: Wire) -> None:
    def poll() -> list[tuple[Change, FaultCode | None]]:
        with lab.kit.entered():
            return [(each.change, each.fault.code if each.fault else None) for each in watch.poll()]

    with lab.kit.entered():
        _until(lambda: find_interface("kit0").has_link)
    watch = InterfaceWatch([lab.serving()])
    assert poll() == []
    lab.pc.run("ip", "link", "set", "pc0", "down")
    assert _until(poll) == [(Change.LINK_LOST, FaultCode.INTERFACE_DOWN)]
    assert poll() == []
    lab.pc.run("ip", "link", "set", "pc0", "up")
    assert _until(poll) == [(Change.BACK, None)]
    lab.kit.run("ip", "addr", "flush", "dev", "kit0")
    assert poll() == [(Change.ADDRESS_LOST, FaultCode.INTERFACE_NO_ADDRESS)]
    lab.kit.run("ip", "addr", "add", "10.77.0.3/24", "dev", "kit0")
    assert poll() == [(Change.BACK, FaultCode.ADDRESS_CHANGED)]
    lab.kit.run("ip", "link", "del", "kit0")
    assert poll() == [(Change.GONE, FaultCode.INTERFACE_GONE)]
    assert watch.troubled == ("kit0",)
