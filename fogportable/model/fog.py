"""Serving a room for a FOG server: how, and how far its computers have come with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address

from fogportable.errors import Fault


class FogMode(StrEnum):
    """What this laptop does for a FOG server. Values are words of profiles and of the command line.

    POINT: it says where the server is, and serves no file. RELAY: it serves the server's boot files, with scripts that
    lead to its web server.
    """

    POINT = "point"
    RELAY = "relay"


class FogLight(StrEnum):
    """How far a computer has come with FOG, in that order. Each is lit by an event seen here or by FOG's API alone.

    SCRIPT: it was given `default.ipxe` (relay only). SERVER: it had boot.php's answer (relay only). KERNEL: the imaging
    system's kernel was fetched and runs, for it asks for an address. IMAGING: FOG says that its imaging system has
    checked in. DONE: FOG says that its task is complete, or somebody said so here.
    """

    SCRIPT = "script"
    SERVER = "server"
    KERNEL = "kernel"
    IMAGING = "imaging"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class FogSettings:
    """What a profile says of a FOG server.

    server: address, name or URL of its pages, "" for none. finishes_to_disk: a computer that is done gets no network
    boot any more, until somebody says otherwise.
    """

    server: str = ""
    mode: FogMode = FogMode.POINT
    finishes_to_disk: bool = True


@dataclass(frozen=True, slots=True)
class FogPlan:
    """The FOG server of a session, resolved. address: of its TFTP and web server. url: of its pages, with `/` at the
    end. version: as it writes it, "" where it did not say. finishes_to_disk: as in `FogSettings`. notes: what is wrong
    with the server, or could not be found out.
    """

    mode: FogMode
    address: IPv4Address
    url: str
    version: str = ""
    finishes_to_disk: bool = True
    notes: tuple[Fault, ...] = ()
