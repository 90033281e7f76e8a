"""How people name a FOG server: an address, a name, with a port, or the URL of its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address
from urllib.parse import quote, urlsplit

#: Where FOG's installer puts its pages.
USUAL_WEB_ROOT = "fog"

_DEFAULT_PORTS = {"http": 80, "https": 443}

#: A name of DNS or an IPv4 address; what else could stand in a URL has no business in a request's head.
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
_WEB_ROOT = re.compile(r"[A-Za-z0-9._~/-]*")


@dataclass(frozen=True, slots=True)
class FogAddress:
    """Where a FOG server's pages are.

    host: a name or an IPv4 address, lower case. port: None for the usual one. web_root: without slashes at its ends,
    "" for the server's top, None where nobody said.
    """

    host: str
    scheme: str = "http"
    port: int | None = None
    web_root: str | None = None

    @property
    def port_number(self) -> int:
        """The port, also where it is the usual one."""
        return self.port or _DEFAULT_PORTS[self.scheme]

    @property
    def place(self) -> str:
        """Host and, where it is not the usual one, port: as in a request's Host."""
        return self.host if self.port in (None, _DEFAULT_PORTS[self.scheme]) else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Of its pages, with `/` at the end."""
        return f"{self.scheme}://{self.place}{self.path('')}"

    @property
    def ip(self) -> IPv4Address | None:
        """The host, where it is an address and no name."""
        try:
            return IPv4Address(self.host)
        except ValueError:
            return None

    def path(self, page: str) -> str:
        """The path of a page: `service/getversion.php` is `/fog/service/getversion.php`."""
        root = USUAL_WEB_ROOT if self.web_root is None else self.web_root
        return "/".join(["", *filter(None, (root,)), page])

    def __str__(self) -> str:
        return self.place


def parse_fog_address(text: str) -> FogAddress:
    """Read `10.0.0.5`, `fog.school:8080`, `https://fog.school/fog/`. Raises ValueError with a sentence for people."""
    written = text.strip()
    has_scheme = "://" in written
    try:
        parts = urlsplit(written if has_scheme else f"http://{written}")
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise ValueError(f"{text!r} is not the address of a FOG server") from None
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    is_whole = _HOST.fullmatch(host) and _WEB_ROOT.fullmatch(parts.path) and port != 0
    if parts.scheme not in _DEFAULT_PORTS or not is_plain or not is_whole:
        raise ValueError(f"{text!r} is not the address of a FOG server: write 10.0.0.5, fog.school or http://host/fog/")
    root = _web_root(parts.path)
    # `10.0.0.5/` and `http://10.0.0.5` say nothing of FOG's pages; `http://10.0.0.5/` says that they lie at the top.
    is_said = bool(root) or (has_scheme and parts.path == "/")
    return FogAddress(host, parts.scheme, port, root if is_said else None)


def _web_root(path: str) -> str:
    """Of a path that a browser shows as well: `/fog/management/index.php` is in `fog`."""
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    for page in ("management", "service", "api", "index.php"):
        if page in parts:
            parts = parts[: parts.index(page)]
    return quote("/".join(parts))
