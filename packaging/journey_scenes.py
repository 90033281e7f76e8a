"""Pictures of the drawer: a computer that does not get further, and its packets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from ipaddress import IPv4Address

from PySide6.QtWidgets import QDialog

from fogportable.diagnosis.live.clauses import clause_of
from fogportable.events import ClientAsked, FileNotFound, LeaseRequestSeen, OfferSent
from fogportable.model import ClientDiagnosis, ClientStage, Journey, JourneyStep, NextStep
from fogportable.session.packet_sheets import PacketSheet, hex_of
from fogportable.ui.dialogs.packets import PacketsDialog
from fogportable.ui.journey_part import JourneyPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import NOW, make_client

_WHO = make_client(1)
_SITE = IPv4Address("192.168.1.1")
_BLOCKED = ClientDiagnosis(
    "tftp-data-blocked",
    "likely",
    "The boot file never arrives: the computer asks for snponly-x64.efi and hears none of the answers.",
    "Allow FOG Portable in this laptop's firewall, or serve TFTP from one port only (Boot page, transport).",
)
_ASKED = ClientAsked(interface="eth0", arch=7, uuid=None, vendor_class="PXEClient", runs_ipxe=False, port=67)


def _step(after_s: int, text: str, *, attempt: int = 1, is_odd: bool = False) -> JourneyStep:
    return JourneyStep(after_s + 1, NOW + timedelta(seconds=after_s - 90), attempt, text, is_odd)


def _journey() -> Journey:
    """A first try that found no file, and a second one whose data is dropped."""
    address = _WHO.address
    assert address is not None
    offer = OfferSent(interface="eth0", arch=7, file="snponly-x64.efi", next_server=_SITE, destination="")
    lease = LeaseRequestSeen(address=address, dhcp_server=_SITE)
    missing = FileNotFound(address=address, file="snponly-x64.efi", expected=False)
    steps = (
        *(_step(at, clause_of(event)) for at, event in ((0, _ASKED), (0, offer), (4, lease))),
        _step(5, clause_of(missing), is_odd=True),
        *(_step(at, clause_of(event), attempt=2) for at, event in ((40, _ASKED), (40, offer), (44, lease))),
        _step(74, "did not get snponly-x64.efi: the client did not answer", attempt=2, is_odd=True),
    )
    return Journey(steps, NextStep("it tries again, or another file", 12.0))


def _drawer(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    stuck = make_client(1, ClientStage.NEEDS_YOU, doing=_BLOCKED.words, diagnosis=_BLOCKED, attempts=2)
    kit.room.rows = (stuck, *kit.room.rows[1:])
    kit.room.journeys = {stuck.mac: _journey()}
    look()
    rows = window.room_page.rows
    rows.model.settle()
    row = next(row for row in range(rows.model.rowCount()) if rows.model.client_at(row).mac == stuck.mac)
    rows.table.selectRow(row)
    window.parts.the(JourneyPart).open()
    look()


def _packets(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    words = "BOOTP\n  op        = BOOTREQUEST\n  htype     = Ethernet (10Mb)\n  xid       = 0xd8ddb176"
    octets = hex_of(bytes(range(200)))
    titles = ("DHCP DISCOVER of", "DHCP OFFER for", "TFTP RRQ snponly-x64.efi of", "TFTP OACK to")
    first = PacketSheet(NOW, "", words, octets, 1, False)
    sheets = [
        replace(first, title=f"{title} {_WHO.mac}", record=place, is_sent=bool(place % 2))
        for place, title in enumerate(titles)
    ]
    return PacketsDialog("Dell · UEFI x64 (7)", sheets, 2, window)


#: Each begins with a room that is served; a dialog is the picture alone.
JOURNEY_SCENES: dict[str, Callable[[MainWindow, FakeKit, Callable[[], None]], QDialog | None]] = {
    "journey": _drawer,
    "packets": _packets,
}
