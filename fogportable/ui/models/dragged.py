"""Computers while they are dragged onto a seat: from a row of the table, or from a tile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

from fogportable.model import ClientSnapshot
from fogportable.protocol.address import MacAddress

MIME = "application/x-fogportable-computers"


def computers_as_mime(clients: Iterable[ClientSnapshot]) -> QMimeData:
    """One line for each: hardware address and number of the row."""
    data = QMimeData()
    data.setData(MIME, "\n".join(f"{client.mac} {client.number}" for client in clients).encode("ascii"))
    return data


def computers_of(data: QMimeData) -> Sequence[tuple[MacAddress, int]]:
    """The keys of the rows that are dragged; none for what is not of ours."""
    try:
        lines = bytes(data.data(MIME).data()).decode("ascii").splitlines()
        parts = [line.split() for line in lines]
        return [(MacAddress.parse(mac), int(number)) for mac, number in parts]
    except ValueError:
        return []
