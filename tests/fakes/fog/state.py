"""How a fake FOG server is, what it answers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from urllib.parse import urlsplit

from tests.fakes.fog.database import Database
from tests.fakes.fog.imaging import files_of_x86_64
from tests.golden.fog_records import RECORDED_HOST, records


class Trouble(Enum):
    """What is wrong with one page, or with all."""

    SLOW = auto()  # takes the request and says nothing
    TRICKLE = auto()  # an octet now and then, for ever
    GONE = auto()  # breaks off in the middle of its answer
    MUTE = auto()  # ends the connection without a word
    NOISE = auto()  # answers, but not HTTP
    WEB_PAGE = auto()  # HTML where something else should be
    ENDLESS = auto()  # far more than anybody would want
    LOST = auto()  # does what it was asked, and its answer never comes


@dataclass
class FogState:
    """How the server is. Tests change it while it runs.

    own_host: how it calls itself in scripts; "" for the address it is asked at. is_admin: whether the user token is an
    administrator's. is_schema_old: the program was upgraded and the database was not. hosts: names by MAC address.
    tasks: kinds by MAC address, beside those of the database. database: what the API reads and changes; it takes in
    `hosts`. api_tasks: what the API says that differs from the recorded task, by number; one whose stateID is above 3
    is not active. settings: FOG's own, by name. keeps_cancelled: cancelling does nothing. page_length: of FOG 1.6's
    lists. troubles: by page below FOG's own, "" for all. statuses: a status by page, with an empty body. bodies:
    another body by page. web_files: static ones, by page. imaging_files: by name. asked: every target, in order. heads:
    of these requests, names in lower case. on_request: hears each request whole. changes: what the API was told to
    change, as method, page and body.
    """

    version: str = "1.5.8"
    web_root: str = "fog"
    own_host: str = ""
    is_api_on: bool = True
    api_token: str = "c2VydmVy"
    user_token: str = "dXNlcg=="
    bearer_token: str = "fog_1a2b3c"
    has_database: bool = True
    is_schema_old: bool = False
    redirects_to: str = ""
    hosts: dict[str, str] = field(default_factory=lambda: {"52:54:00:aa:bb:01": "lab-pc-01"})
    tasks: dict[str, str] = field(default_factory=dict)
    database: Database = field(default_factory=Database)
    api_tasks: dict[int, dict[str, object]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    is_admin: bool = True
    keeps_cancelled: bool = False
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    page_length: int = 100
    hides_menu: bool = False
    troubles: dict[str, Trouble] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    web_files: dict[str, bytes] = field(default_factory=dict)
    imaging_files: dict[str, bytes] = field(default_factory=files_of_x86_64)
    asked: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    on_request: Callable[[FogState, Request], None] = lambda _state, _request: None

    @property
    def is_1_6(self) -> bool:
        return self.version.startswith("1.6")

    def name_of(self, mac: str) -> str:
        """What a computer is called; "" for one that the server does not know."""
        host = self.database.host_of(mac)
        return self.hosts.get(mac, "") if host is None else host.name

    def task_of(self, mac: str) -> str:
        """The kind of its active task; "" for none."""
        return self.tasks.get(mac, "") or self.database.active_kind(mac)


@dataclass(frozen=True)
class Request:
    """What came in. place: host and port that it was asked at. headers: names in lower case."""

    target: str
    place: str
    headers: dict[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes = b""


@dataclass(frozen=True)
class Said:
    """An answer as it goes out."""

    status: int = 200
    kind: str = "text/html; charset=UTF-8"
    body: bytes = b""
    location: str = ""


def page_of(state: FogState, target: str) -> str | None:
    """The page below FOG's own; None for what is not below them."""
    path = urlsplit(target).path
    root = f"/{state.web_root}/" if state.web_root else "/"
    return path.removeprefix(root) if path.startswith(root) else None


def recorded(name: str, state: FogState, place: str) -> Said:
    """A recorded answer of a server that has another address."""
    record = records()[name]
    body = record.body.replace(RECORDED_HOST.encode(), (state.own_host or place).encode())
    return Said(record.status, record.headers.get("content-type", ""), body)
