"""A report of the thirty computers of the fakes, for tests of what is made of it."""

from __future__ import annotations

from datetime import timedelta, timezone
from ipaddress import IPv4Address

from fogportable.errors import FaultCode, describe
from fogportable.model import ClientStage, Room, SiteConflict, SiteConflictKind, SiteServer, SiteSnapshot
from fogportable.report.facts import Card, ComputerLine, Course, Delivery, SessionReport, Trouble
from fogportable.report.history import History
from tests.fakes.session import NOW, make_client, mixed_room

ZONE = timezone(timedelta(hours=1), "CET")
_ROUTER = IPv4Address("192.168.1.1")


def history_of_mixed_room(seconds: int = 60) -> History:
    """A minute in which the rate rises and the room fills."""
    history, room, sent = History(), mixed_room(), 0
    for second in range(seconds):
        sent += 1_000_000 * (second % 7 + second)
        history.take(float(second), room[: 1 + second * len(room) // seconds], sent)
    return history


def mixed_report(**other: object) -> SessionReport:
    """`other` are fields of SessionReport."""
    history = history_of_mixed_room()
    cut = describe(FaultCode.TRANSFER_FAILED, file="debian/linux", reason="the computer stopped answering")
    lines = []
    for number, client in enumerate(mixed_room()):
        troubles = (Trouble(NOW - timedelta(seconds=30), cut),) if number in (8, 10) else ()
        delivery = Delivery(client.mac, 41_000_000, 41_000_000, 4.1, ("snponly-x64.efi", "boot.ipxe"), 2, troubles)
        is_over = client.stage is ClientStage.HANDED_OVER
        lines.append(ComputerLine(client, delivery, client.first_heard + timedelta(seconds=70) if is_over else None))
    names = describe(FaultCode.SITE_NAMES_FILE, server=_ROUTER, file="pxelinux.0")
    conflict = SiteConflict(SiteConflictKind.NAMES_FILE, _ROUTER, "enx1", names)
    server = SiteServer(_ROUTER, "enx1", True, 0.0, 1.0, 3, "pxelinux.0", conflicts=(conflict,))
    values: dict[str, object] = {
        "made": NOW.astimezone(ZONE),
        "versions": (("FOG Portable", "0.1.0"),),
        "lines": tuple(lines),
        "room": Room("Room 204", 32),
        "profile": "room-204",
        "boot": "iPXE from Debian",
        "cards": (Card("enx1", "192.168.1.20/24"),),
        "course": Course(NOW - timedelta(minutes=5), NOW, tuple(line.delivery for line in lines)),
        "site": SiteSnapshot((server,)),
        "stretches": history.stretches(),
    }
    return SessionReport(**{**values, **other})  # type: ignore[arg-type]  # the fields are the caller's to name


def one_line(**other: object) -> ComputerLine:
    """A computer of which strangers chose the texts; `other` are fields of ClientSnapshot."""
    client = make_client(1, **other)  # type: ignore[arg-type]
    return ComputerLine(client, Delivery(client.mac))
