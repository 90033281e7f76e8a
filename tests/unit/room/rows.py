"""Rows of clients for tests of the room."""

from __future__ import annotations

from datetime import UTC, datetime

from fogportable.model import ClientSnapshot, ClientStage
from fogportable.protocol.address import MacAddress

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def mac_of(number: int) -> MacAddress:
    """An address of its own."""
    return MacAddress(b"\x52\x54\x00\x00" + number.to_bytes(2, "big"))


def uuid_of(number: int) -> str:
    """A machine number of its own."""
    return f"4c4c4544-0038-3610-8052-{number:012x}"


def row(
    number: int,
    stage: ClientStage = ClientStage.ASKING,
    *,
    mac: MacAddress | None = None,
    uuid: str = "",
    sent_bytes: int | None = None,
    size_bytes: int | None = None,
    rate: float | None = None,
    total_bytes: int = 0,
    asked_s: float = 0.0,
    heard_s: float = 0.0,
    attempts: int = 1,
) -> ClientSnapshot:
    """A row; what is not said is as of one that was just heard."""
    return ClientSnapshot(
        mac=mac or mac_of(number),
        vendor="",
        address=None,
        arch=7,
        firmware="UEFI x64 (7)",
        stage=stage,
        doing="",
        file="",
        sent_bytes=sent_bytes,
        size_bytes=size_bytes,
        rate_bytes_per_s=rate,
        first_heard=MOMENT,
        last_heard=MOMENT,
        last_heard_s=heard_s,
        attempts=attempts,
        interface="eth0",
        number=number,
        uuid=uuid,
        asked_s=asked_s,
        total_bytes=total_bytes,
    )
