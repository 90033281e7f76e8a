"""Exchanges recorded from a running FOG 1.5.8 (tests/golden/fog/records): the request's lines, then the answer."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.answer import Answer

_FOLDER = Path(__file__).parent / "fog" / "records"

#: How the recorded server calls itself everywhere.
RECORDED_HOST = "10.77.0.10"
SERVER = parse_fog_address(f"http://{RECORDED_HOST}/fog/")


@dataclass(frozen=True)
class Recorded:
    """One exchange. target: path and query. request_headers and headers: by their names in lower case."""

    name: str
    method: str
    target: str
    request_headers: dict[str, str]
    form: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> str:
        return self.target.partition("?")[0].removeprefix("/fog/")

    def answer(self, server: FogAddress = SERVER) -> Answer:
        kind = self.headers.get("content-type", "").partition(";")[0].lower()
        return Answer(server, self.page, self.status, kind, self.headers.get("location", ""), self.body)


@functools.cache
def records() -> dict[str, Recorded]:
    """All of them, by the names of their files without `.txt`."""
    return {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.txt"))}


def _read(path: Path) -> Recorded:
    lines = path.read_text(encoding="utf-8").split("\n")
    asked = [line[4:] for line in lines if line.startswith(">>>")]
    told = [line[4:] for line in lines if line.startswith("<<<")]
    end = max(number for number, line in enumerate(lines) if line.startswith("<<<"))
    method, _, target = asked[0].partition(" ")
    blank = asked.index("") if "" in asked else len(asked)
    return Recorded(
        path.stem,
        method,
        target,
        _headers(asked[1:blank]),
        "\n".join(asked[blank + 1 :]),
        int(told[0].split()[1]),
        _headers(told[1:]),
        "\n".join(lines[end + 1 :]).encode(),
    )


def _headers(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if line)
    return {name.lower(): value.strip() for name, _, value in pairs}
