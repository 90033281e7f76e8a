"""What is known of a FOG server, in words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fogportable.fog.boot_names import SERVED_ARCHS, boot_file_for
from fogportable.fog.server import ApiState, Database, FogServer
from fogportable.protocol.pxe.archs import arch_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("FogFacts", text)


def server_headings() -> dict[str, str]:
    """The facts of a server by name, in the order in which they are shown."""
    return {
        "pages": _tr("Pages"),
        "database": _tr("Database"),
        "api": _tr("API"),
        "kernels": _tr("Kernels"),
        "space": _tr("Disk space"),
        "script": _tr("default.ipxe"),
        "files": _tr("Boot files"),
    }


def server_facts(server: FogServer) -> dict[str, str]:
    """By the names of `server_headings`; "" for what could not be found out."""
    space = server.space
    leads = _tr("leads computers to {url}").format(url=server.default_url) if server.default_url else ""
    return {
        "pages": server.address.url,
        "database": _database(server.database),
        "api": api_words(server.api),
        "kernels": "\n".join(f"{each.name}  {each.version or _tr('version unknown')}" for each in server.kernels),
        "space": "" if space is None else _tr("{free} free of {total}").format(free=space.free, total=space.total),
        "script": leads,
        "files": _files(server),
    }


def api_words(state: ApiState) -> str:
    """How the API stands; "" where it is not known."""
    return {
        ApiState.ON: _tr("on; it wants tokens"),
        ApiState.OFF: _tr("off"),
        ApiState.TOKENS_ACCEPTED: _tr("on; your tokens are taken"),
        ApiState.TOKENS_REFUSED: _tr("on; your tokens are refused"),
        ApiState.UNKNOWN: "",
    }[state]


def server_name(server: FogServer) -> str:
    """`FOG 1.5.8 at 192.168.1.5`."""
    version = _tr("of unknown version") if server.version is None else server.version.text
    return _tr("FOG {version} at {address}").format(version=version, address=server.address)


def _database(state: Database) -> str:
    return {
        Database.RUNNING: _tr("runs"),
        Database.DOWN: _tr("does not answer"),
        Database.OUTDATED: _tr("waits for an update of its schema"),
        Database.UNKNOWN: "",
    }[state]


def _files(server: FogServer) -> str:
    """A line for each kind of computer, and whether there is something for Secure Boot."""
    if not server.boot_files:
        return ""
    lines = []
    for arch in SERVED_ARCHS:
        name = boot_file_for(arch, server.file_names)
        lines.append(f"{arch_words(arch)}:  {name or _tr('none')}")
    has_signed = any(name.startswith("secureboot/") for name in server.file_names)
    lines.append(_tr("Secure Boot:  {answer}").format(answer=_tr("yes") if has_signed else _tr("no signed loader")))
    return "\n".join(lines)
