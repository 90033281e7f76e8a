"""Sockets over loopback, as the rehearsal uses them: no rights needed."""

from __future__ import annotations

import errno
import os
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from ipaddress import IPv4Address, IPv4Interface

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform import udp
from fogportable.platform.interfaces import find_interface, serving_interface

_LOCALHOST = IPv4Address("127.0.0.1")
_IP_MTU_DISCOVER = 10
_IP_PMTUDISC_DONT = 0


@pytest.fixture
def loopback() -> ServingInterface:
    return serving_interface(find_interface("lo"))


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as closing:
        yield closing


def _open(
    stack: ExitStack,
    loopback: ServingInterface,
    purpose: udp.SocketPurpose = udp.SocketPurpose.BOOT_SERVER,
    port: int = 0,
) -> socket.socket:
    return stack.enter_context(udp.open_udp(udp.UdpEndpoint(purpose, loopback, port)))


def _client(stack: ExitStack) -> socket.socket:
    client = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    client.bind(("127.0.0.1", 0))
    client.settimeout(5)
    return client


def _wait(sock: socket.socket) -> None:
    assert select.select([sock], [], [], 5)[0], "nothing came in within 5 s"


def test_datagram_tells_source_destination_and_card(stack: ExitStack, loopback: ServingInterface) -> None:
    server, client = _open(stack, loopback), _client(stack)
    client.sendto(b"who is there", server.getsockname())
    _wait(server)
    datagram = udp.receive(server, loopback)
    assert datagram == udp.Datagram(
        b"who is there", (_LOCALHOST, client.getsockname()[1]), _LOCALHOST, socket.if_nametoindex("lo")
    )


def test_destination_is_the_address_that_was_asked(stack: ExitStack, loopback: ServingInterface) -> None:
    server, client = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)), _client(stack)
    server.setblocking(False)
    server.setsockopt(socket.IPPROTO_IP, 8, 1)
    server.bind(("", 0))
    client.sendto(b"x", ("127.0.0.9", server.getsockname()[1]))
    _wait(server)
    datagram = udp.receive(server, loopback)
    assert datagram is not None
    assert datagram.destination == IPv4Address("127.0.0.9")


def test_answer_leaves_from_the_listening_port_and_given_address(stack: ExitStack, loopback: ServingInterface) -> None:
    server, client = _open(stack, loopback), _client(stack)
    udp.send(server, b"here", (_LOCALHOST, client.getsockname()[1]), udp.origin(IPv4Address("127.0.0.1"), loopback))
    assert client.recvfrom(100) == (b"here", server.getsockname())


def test_nothing_waiting_is_none(stack: ExitStack, loopback: ServingInterface) -> None:
    assert udp.receive(_open(stack, loopback), loopback) is None


def test_largest_datagram_arrives_whole(stack: ExitStack, loopback: ServingInterface) -> None:
    server, client = _open(stack, loopback), _client(stack)
    client.sendto(bytes(65507), server.getsockname())
    _wait(server)
    datagram = udp.receive(server, loopback)
    assert datagram is not None
    assert len(datagram.data) == 65507


def test_icmp_error_of_an_earlier_answer_is_passed_over(stack: ExitStack, loopback: ServingInterface) -> None:
    server = _open(stack, loopback)
    server.connect(("127.0.0.1", 9))  # Only a connected socket hears ICMP on Linux; on Windows all do.
    with suppress(ConnectionRefusedError):
        server.send(b"to nobody")
        server.send(b"to nobody")
    server.send(b"to nobody")
    _wait(server)
    assert udp.receive(server, loopback) is None


def test_two_sockets_of_loopback_get_different_free_ports(stack: ExitStack, loopback: ServingInterface) -> None:
    one, other = _open(stack, loopback), _open(stack, loopback)
    assert one.getsockname()[0] == other.getsockname()[0] == "127.0.0.1"
    assert one.getsockname()[1] != other.getsockname()[1]


@pytest.mark.parametrize("purpose", list(udp.SocketPurpose))
def test_port_in_use_names_the_holder(stack: ExitStack, loopback: ServingInterface, purpose: udp.SocketPurpose) -> None:
    port = _open(stack, loopback).getsockname()[1]
    with pytest.raises(ServiceError) as refused:
        _open(stack, loopback, purpose, port)
    assert refused.value.code is FaultCode.PORT_IN_USE
    assert f"Port {port} is used by " in refused.value.fault.message
    assert f"(process {os.getpid()})" in refused.value.fault.message


def test_port_in_use_by_an_unseen_holder_says_so(
    stack: ExitStack, loopback: ServingInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = _open(stack, loopback).getsockname()[1]
    monkeypatch.setattr(udp, "holder_of", lambda port, interface_index: None)
    with pytest.raises(ServiceError) as refused:
        _open(stack, loopback, port=port)
    assert refused.value.code is FaultCode.PORT_IN_USE_UNKNOWN


def test_no_later_socket_can_share_our_port(stack: ExitStack, loopback: ServingInterface) -> None:
    port = _open(stack, loopback, udp.SocketPurpose.DISCOVERY).getsockname()[1]
    thief = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    with pytest.raises(OSError, match="in use") as refused:
        thief.bind(("", port))
    assert refused.value.errno == errno.EADDRINUSE


def test_sockets_do_not_block_nor_reach_child_programs(stack: ExitStack, loopback: ServingInterface) -> None:
    server = _open(stack, loopback)
    assert not server.getblocking()
    assert not server.get_inheritable()


def test_discovery_gets_the_larger_buffer(stack: ExitStack, loopback: ServingInterface) -> None:
    plain = udp.receive_buffer_bytes(_open(stack, loopback))
    assert udp.receive_buffer_bytes(_open(stack, loopback, udp.SocketPurpose.DISCOVERY)) > plain


def test_address_that_is_not_ours_is_a_fault(stack: ExitStack, loopback: ServingInterface) -> None:
    elsewhere = replace(loopback, address=IPv4Interface("203.0.113.7/24"))
    with pytest.raises(ServiceError) as refused:
        _open(stack, elsewhere)
    assert refused.value.code is FaultCode.INTERFACE_NO_ADDRESS


def test_transfer_socket_speaks_from_the_asked_address_without_df(stack: ExitStack) -> None:
    client = _client(stack)
    transfer = stack.enter_context(
        udp.open_transfer_socket(IPv4Address("127.0.0.5"), client.getsockname(), device=None)
    )
    transfer.send(b"block 1")
    data, sender = client.recvfrom(100)
    assert (data, sender) == (b"block 1", ("127.0.0.5", transfer.getsockname()[1]))
    assert transfer.getsockopt(socket.IPPROTO_IP, _IP_MTU_DISCOVER) == _IP_PMTUDISC_DONT
    assert not transfer.getblocking()


def test_transfer_socket_hears_its_client_only(stack: ExitStack) -> None:
    client, stranger = _client(stack), _client(stack)
    transfer = stack.enter_context(udp.open_transfer_socket(_LOCALHOST, client.getsockname(), device=None))
    stranger.sendto(b"foreign transfer identifier", transfer.getsockname())
    client.sendto(b"ack", transfer.getsockname())
    _wait(transfer)
    assert transfer.recv(100) == b"ack"
    with pytest.raises(BlockingIOError):
        transfer.recv(100)


def test_transfer_socket_learns_that_the_client_is_gone(stack: ExitStack) -> None:
    client = _client(stack)
    transfer = stack.enter_context(udp.open_transfer_socket(_LOCALHOST, client.getsockname(), device=None))
    client.close()
    transfer.send(b"block 1")
    _wait(transfer)
    with pytest.raises(ConnectionRefusedError):
        transfer.recv(100)
