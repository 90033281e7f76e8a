"""A computer that is done, and by what it is known again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True)
class FinishedComputer:
    """uuid: the machine's number, None where it has none that tells it from others. mac: of the card or dock that it
    used."""

    mac: MacAddress
    uuid: UUID | None = None

    def machine_octets(self) -> tuple[bytes, ...]:
        """The number as it may stand in option 97: firmware turns the first three fields around, or not."""
        return () if self.uuid is None else (self.uuid.bytes_le, self.uuid.bytes)

    def uuid_texts(self) -> tuple[str, ...]:
        """The number as iPXE may write it."""
        return tuple(dict.fromkeys(str(UUID(bytes=octets)) for octets in self.machine_octets()))
