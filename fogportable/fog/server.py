"""What there is to know of a FOG server without its password."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from fogportable.errors import Fault
from fogportable.fog.address import FogAddress


class Generation(StrEnum):
    """FOG changes its boot files and its API with these. OTHER: one that this program does not know."""

    V1_5 = "1.5"
    V1_6 = "1.6"
    OTHER = "other"


class ApiState(StrEnum):
    """TOKENS_ACCEPTED and TOKENS_REFUSED: only where tokens were given."""

    ON = "on"
    OFF = "off"
    TOKENS_ACCEPTED = "tokens accepted"
    TOKENS_REFUSED = "tokens refused"
    UNKNOWN = "unknown"


class Database(StrEnum):
    """OUTDATED: it runs, but the server waits for somebody to update it."""

    RUNNING = "running"
    DOWN = "down"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


class Presence(Enum):
    """Whether TFTP has a file. UNKNOWN: it answered neither with the file nor with `not found`."""

    THERE = "there"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Version:
    """text: as the server writes it, `1.5.8` or `1.6.0-beta.2229`."""

    text: str
    generation: Generation


@dataclass(frozen=True, slots=True)
class Kernel:
    """A kernel of FOG's imaging system. version: "" where the server has no such file or cannot tell."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class DiskSpace:
    """Of the file systems of the server, as it writes them: `231.13 GiB`."""

    total: str
    used: str
    free: str


@dataclass(frozen=True, slots=True)
class BootFile:
    """One name below the TFTP folder. size_bytes: None where the server does not tell."""

    name: str
    presence: Presence
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ImagingFile:
    """A file of the imaging system, over HTTP. size_bytes: None where it is not there or not told.

    is_whole: False for one that is too small to be what its name says.
    """

    name: str
    presence: Presence
    size_bytes: int | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class FogServer:
    """A FOG server as it was found.

    version: None where it does not say, as without its database. default_url: where its default.ipxe leads computers,
    "" where it could not be read. boot_files: what was asked for by TFTP, in that order; empty where TFTP is silent.
    imaging_files: what was asked for by HTTP, likewise; empty where it could not be asked.
    notes: what is wrong with it, or could not be found out and why.
    """

    address: FogAddress
    version: Version | None
    api: ApiState
    database: Database
    kernels: tuple[Kernel, ...] = ()
    space: DiskSpace | None = None
    default_url: str = ""
    boot_files: tuple[BootFile, ...] = ()
    imaging_files: tuple[ImagingFile, ...] = ()
    notes: tuple[Fault, ...] = ()

    @property
    def generation(self) -> Generation:
        return Generation.OTHER if self.version is None else self.version.generation

    @property
    def file_names(self) -> frozenset[str]:
        """The boot files that are there."""
        return frozenset(each.name for each in self.boot_files if each.presence is Presence.THERE)
