"""The listening socket of HTTP: pinned to its card, refused by name, free again at once."""

from __future__ import annotations

import socket
from ipaddress import IPv4Interface

import pytest

from fogportable.errors import FaultCode, ServiceError
from fogportable.model import ServingInterface
from fogportable.platform import tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint

_LOOPBACK = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None)
#: As a card would be, which is pinned.
_PINNED = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), "lo")


def _open(interface: ServingInterface = _LOOPBACK, port: int = 0) -> socket.socket:
    return tcp.open_tcp(UdpEndpoint(SocketPurpose.HTTP, interface, port))


@pytest.mark.parametrize("interface", [_LOOPBACK, _PINNED])
def test_it_listens(interface: ServingInterface) -> None:
    with _open(interface) as listener:
        assert not listener.getblocking()
        with socket.create_connection(("127.0.0.1", listener.getsockname()[1])):
            pass


def test_pinned_listener_hears_its_card_only() -> None:
    with _open(_PINNED) as listener:
        device = listener.getsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, 16)
    assert device.rstrip(b"\0") == b"lo"


@pytest.mark.parametrize("interface", [_LOOPBACK, _PINNED])
@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_held_port_is_refused_with_the_name_of_the_holder(interface: ServingInterface, address: str) -> None:
    with socket.create_server((address, 0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(ServiceError) as refused:
            _open(interface, port)
    assert refused.value.code is FaultCode.PORT_IN_USE
    assert f"Port {port} is used by " in str(refused.value)


def test_port_can_be_taken_again_although_connections_linger() -> None:
    with _open() as listener:
        port = listener.getsockname()[1]
        listener.setblocking(True)
        client = socket.create_connection(("127.0.0.1", port))
        server, _ = listener.accept()
        server.close()  # the side that closes first lingers in TIME_WAIT
        client.close()
    _open(port=port).close()


def test_unconfirmed_octets_are_counted() -> None:
    with _open() as listener, socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(listener.getsockname())
        listener.setblocking(True)
        server, _ = listener.accept()
        with server:
            assert tcp.unconfirmed_bytes(server) == 0
            server.setblocking(False)
            sent = server.send(bytes(1 << 20))
            assert 0 < tcp.unconfirmed_bytes(server) <= sent
