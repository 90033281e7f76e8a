"""A room of computers that the fake FOG knows, and its API."""

from __future__ import annotations

from pathlib import Path

from fogportable.fog.api import Tokens
from fogportable.foglink.api import FogApi
from fogportable.foglink.trust import PinBoard
from fogportable.foglink.web import Web
from tests.fakes.fog.server import FakeFog

#: The generations that the fake speaks as.
VERSIONS = ("1.5.8", "1.6.0-beta.2229")


def api_of(fog: FakeFog, folder: Path, tokens: Tokens | None = None, timeout_s: float = 2.0) -> FogApi:
    """folder: for pinned authorities. tokens: None for the right ones."""
    right = Tokens(fog.state.api_token, fog.state.user_token)
    return FogApi.of(Web(fog.address, PinBoard(folder), timeout_s), tokens or right)


def fill_room(fog: FakeFog, count: int) -> None:
    """Hosts lab-pc-01, which the state makes, and those after it, up to count."""
    fog.state.database.adopt(fog.state.hosts)
    for number in range(2, count + 1):
        fog.state.database.make_host(f"lab-pc-{number:02}", [f"52:54:00:aa:bb:{number:02x}"], image=1)
