"""The DHCP thread over real sockets: it outlives errors of the card and tells only what happened."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from fogportable.events import ClientAsked, Event, OfferSent
from fogportable.model import BootRule, ServingInterface, ServingPlan, SessionState, WirePorts
from fogportable.platform import udp
from fogportable.protocol.pxe.archs import ARCH_NAMES
from fogportable.session.facade import KitSession
from fogportable.simulator.firmware import Machine, Persona, discover
from fogportable.simulator.roster import mac_of_seat

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.1/8"), None, 1500)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KitSession]:
    (tmp_path / "ipxe.efi").write_bytes(b"MZ" + bytes(1000))
    made = KitSession()
    rules = (BootRule(ARCH_NAMES["x64"], "ipxe.efi"),)
    made.start(ServingPlan((LOOPBACK,), tmp_path, rules, ports=WirePorts(0, 0, 0, reply_to_sender=True)))
    yield made
    made.stop(drain_s=0.0)


def _discover() -> bytes:
    return discover(Persona.EDK2, Machine(mac_of_seat(1), 7, bytes(range(16))), xid=0x1234, secs=0)


def _ask(session: KitSession) -> bytes | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.9", 0))
        client.settimeout(2)
        client.sendto(_discover(), ("127.0.0.1", session.wire_ports.discovery))
        try:
            return client.recv(2048)
        except TimeoutError:
            return None


def _told(session: KitSession, kind: type[Event]) -> list[Event]:
    return [each.event for each in session.events_since(0).records if isinstance(each.event, kind)]


def test_an_error_of_the_card_while_reading_does_not_end_the_service(
    session: KitSession, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    has_failed = threading.Event()
    receive = udp.receive

    def fail_once(sock: socket.socket, interface: ServingInterface) -> udp.Datagram | None:
        if not has_failed.is_set():
            has_failed.set()
            raise OSError(errno.EIO, "Input/output error")
        return receive(sock, interface)

    monkeypatch.setattr(udp, "receive", fail_once)
    assert _ask(session) is not None
    assert has_failed.is_set()
    assert session.status().state is SessionState.SERVING
    assert "nothing could be read on lo" in caplog.text


def test_an_answer_that_could_not_be_sent_is_not_told_as_sent(
    session: KitSession, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENETDOWN, "Network is down")

    monkeypatch.setattr(udp, "send", refuse)
    assert _ask(session) is None
    assert len(_told(session, ClientAsked)) == 1
    assert _told(session, OfferSent) == []
    assert "could not be sent" in caplog.text
    monkeypatch.undo()
    assert _ask(session) is not None
    pause = threading.Event()
    while not _told(session, OfferSent):  # told after it was sent; pytest's time limit bounds the wait
        pause.wait(0.01)
    assert len(_told(session, OfferSent)) == 1


def test_rubbish_is_counted_and_said_a_few_times_only(session: KitSession, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "fogportable.dhcp")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        for _ in range(50):
            client.sendto(b"rubbish", ("127.0.0.1", session.wire_ports.discovery))
    assert _ask(session) is not None
    assert session.status().malformed_datagrams == 50
    assert caplog.text.count("malformed") == 10
