"""A profile: what the user owns and carries on the stick. Frozen values; reading and writing stand beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogportable.model import BootRule, Menu, Room

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """interfaces: names of the cards to serve on; empty means: ask, or take the flag."""

    interfaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BootSettings:
    """set: name of a stored boot set, "" for none. root: TFTP folder as written, "" for the set's own folder;
    relative to the profile's folder. rules: ordered, the first match wins; they come before the set's own files.
    """

    set: str = ""
    root: str = ""
    rules: tuple[BootRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One TOML file."""

    room: Room = field(default_factory=Room)
    network: NetworkSettings = field(default_factory=NetworkSettings)
    boot: BootSettings = field(default_factory=BootSettings)
    menu: Menu = field(default_factory=Menu)
