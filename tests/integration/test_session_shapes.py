"""A plan with everything a proxy can be told, served over real sockets on loopback."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Interface
from pathlib import Path

import pytest

from fogportable.errors import ConfigError, FaultCode
from fogportable.events import MenuItemChosen
from fogportable.model import (
    BootRule,
    ClientLists,
    ExtraOption,
    PxeAction,
    PxeEntry,
    PxeMenu,
    ReplyOptions,
    ServingInterface,
    ServingPlan,
    WirePorts,
)
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.dhcp import DhcpPacket, MessageType, decode
from fogportable.session.facade import KitSession
from tests.unit.protocol.dhcp.frames import (
    EDK2_BOOT_ITEM_REQUEST,
    EDK2_BOOT_SERVER_REQUEST,
    EDK2_DISCOVER,
    EDK2_MAC,
    HTTP_DISCOVER,
    varied,
)

LOOPBACK = ServingInterface("lo", 1, IPv4Interface("127.0.0.1/8"), None, 1500)
DENIED = MacAddress.parse("52:54:00:00:00:66")
MENU = PxeMenu(
    "Press F8",
    5,
    (
        PxeEntry("Lab", PxeAction.FILE, frozenset({7, 9}), file="lab.efi"),
        PxeEntry("Disk", PxeAction.LOCAL_DISK),
    ),
    answers_broadcast=True,
    multicast=IPv4Address("232.1.0.1"),
)


def plan(root: Path, menu: PxeMenu = MENU, options: ReplyOptions | None = None) -> ServingPlan:
    (root / "lab.efi").write_bytes(b"MZ" + bytes(1000))
    return ServingPlan(
        (LOOPBACK,),
        root,
        (BootRule(frozenset({7, 9}), "lab.efi"),),
        ports=WirePorts(0, 0, 0, reply_to_sender=True),
        pxe_menu=menu,
        clients=ClientLists(deny=(MacPattern(DENIED.octets),)),
        options=options or ReplyOptions(root_path="/images"),
    )


def ask(port: int, frame: bytes) -> DhcpPacket:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.9", 0))
        client.settimeout(5)
        client.sendto(frame, ("127.0.0.1", port))
        return decode(client.recv(2048))


def test_menu_choice_list_options_and_http_reach_the_wire(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    session = KitSession()
    session.start(plan(tmp_path))
    try:
        wire = session.wire_ports
        offer = ask(wire.discovery, EDK2_DISCOVER)
        assert bytes.fromhex("0807 8000 01 7f000001 090d 8000") in offer.options[43]
        assert offer.options[17] == b"/images"
        acknowledged = ask(wire.boot_server, EDK2_BOOT_SERVER_REQUEST)
        assert acknowledged.message_type is MessageType.ACK
        assert acknowledged.options[43] == offer.options[43]
        chosen = ask(wire.boot_server, EDK2_BOOT_ITEM_REQUEST)
        assert (chosen.options[43], chosen.file) == (bytes.fromhex("470480000000ff"), b"lab.efi")
        # Whom the list denies is not answered: the next answer is another computer's.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.bind(("127.0.0.9", 0))
            client.settimeout(5)
            client.sendto(varied(EDK2_DISCOVER, mac=DENIED), ("127.0.0.1", wire.discovery))
            client.sendto(HTTP_DISCOVER, ("127.0.0.1", wire.discovery))
            http = decode(client.recv(2048))
        assert http.options[60] == b"HTTPClient"
        assert http.file == f"http://127.0.0.1:{wire.http}/lab.efi".encode()
        told = [each.event for each in session.events_since(0).records]
        assert any(isinstance(event, MenuItemChosen) for event in told)
        assert "cannot be heard" not in caplog.text
        (row,) = [each for each in session.clients() if each.mac == EDK2_MAC]
        assert row.shape == "menu"
    finally:
        session.stop(drain_s=0.0)


@pytest.mark.parametrize(
    ("menu", "options", "code"),
    [
        (PxeMenu(entries=(PxeEntry("x" * 71, PxeAction.LOCAL_DISK),)), ReplyOptions(), FaultCode.PXE_MENU_REFUSED),
        (PxeMenu(), ReplyOptions(extra=(ExtraOption(43, b"x"),)), FaultCode.OPTION_REFUSED),
    ],
)
def test_what_no_packet_can_carry_is_refused_at_start(
    tmp_path: Path, menu: PxeMenu, options: ReplyOptions, code: FaultCode
) -> None:
    session = KitSession()
    with pytest.raises(ConfigError) as refused:
        session.start(plan(tmp_path, menu, options))
    assert refused.value.code is code
    assert session.status().fault == refused.value.fault
