"""The import rules hold in the product, can fail, and are the same for import-linter."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.unit.import_rules import LEASES, PROXY_PATH, ROOMS, contracts, imports_of, room_of, sources, violations_in

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "fogportable"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_room_imports_only_what_it_may(room: object) -> None:
    found = [
        str(violation)
        for path, module, is_package in sources(PACKAGE)
        if room_of(module) is room
        for violation in violations_in(path.read_text(encoding="utf-8"), module, is_package=is_package)
    ]
    assert found == []


def test_every_source_lies_in_a_room() -> None:
    homeless = [module for _, module, _ in sources(PACKAGE) if module != "fogportable" and room_of(module) is None]
    assert homeless == []


def test_every_room_is_there() -> None:
    modules = {module for _, module, _ in sources(PACKAGE)}
    assert {room.module for room in ROOMS} <= modules


BAD_SOURCES = {
    "a socket in protocol": ("fogportable.protocol.dhcp.codec", "import socket"),
    "a clock in protocol": ("fogportable.protocol.tftp.transfer", "from time import monotonic"),
    "an error table in protocol": ("fogportable.protocol.dhcp.codec", "from fogportable.errors import Fault"),
    "a log in protocol": ("fogportable.protocol.pxe.offer", "from logging import getLogger"),
    "a download in boot": ("fogportable.boot.menu", "from urllib import request"),
    "a thread in boot": ("fogportable.boot.policy", "import threading"),
    "a service in boot": ("fogportable.boot.policy", "from fogportable import services"),
    "Qt in session": ("fogportable.session.facade", "def late() -> None:\n    import PySide6.QtCore"),
    "Qt in the command line": ("fogportable.cli.serve", "from PySide6 import QtCore"),
    "the window in the command line": ("fogportable.cli.serve", "from fogportable.ui.app import run_window"),
    "a service in the window": ("fogportable.ui.app", "from fogportable.services import loop"),
    "the DHCP codec in the window": ("fogportable.ui.app", "from fogportable.protocol.dhcp import decode"),
    "a window by its name": (
        "fogportable.cli.serve",
        "import importlib\nimportlib.import_module('fogportable.ui.app')",
    ),
    "a relative way round": ("fogportable.cli.serve", "from ..ui import app"),
    "netifaces elsewhere": ("fogportable.platform.ports", "import netifaces"),
    "netifaces in session": ("fogportable.session.facade", "import netifaces"),
    "scapy on the serving path": ("fogportable.services.dhcp_service", "def f() -> None:\n    import scapy.all"),
    "keyring elsewhere": ("fogportable.platform.ports", "def load() -> None:\n    import keyring"),
    "keyring at the top": ("fogportable.platform.vault", "from keyring.backends import SecretService"),
    "scapy at the top": ("fogportable.diagnostics.vendors", "import scapy.libs.manuf"),
    "scapy in a class body": ("fogportable.diagnostics.vendors", "class A:\n    import scapy.libs.manuf"),
    "a library nobody listed": ("fogportable.config.load", "import yaml"),
    "a room nobody listed": ("fogportable.helpers", "x = 1"),
    "a front end in the package itself": ("fogportable", "from fogportable.ui import app"),
}


@pytest.mark.parametrize(("module", "source"), BAD_SOURCES.values(), ids=BAD_SOURCES.keys())
def test_a_forbidden_import_is_found(module: str, source: str) -> None:
    assert len(violations_in(source, module)) == 1


GOOD_SOURCES = {
    "struct in protocol": ("fogportable.protocol.dhcp.codec", "import struct\nfrom .options import OptionCode"),
    "parts of a URL in boot": ("fogportable.boot.menu", "from urllib.parse import urlsplit"),
    "addresses in the window": ("fogportable.ui.app", "from fogportable.protocol.address import MacAddress"),
    "the version anywhere": ("fogportable.cli.main", "from fogportable import __version__"),
    "netifaces in its module": ("fogportable.platform.interfaces", "import netifaces"),
    "keyring in a function": ("fogportable.platform.vault", "def load() -> None:\n    import keyring.backends.kwallet"),
    "scapy in a function": ("fogportable.diagnostics.vendors", "def load() -> None:\n    from scapy.libs import manuf"),
}


@pytest.mark.parametrize(("module", "source"), GOOD_SOURCES.values(), ids=GOOD_SOURCES.keys())
def test_an_allowed_import_is_let_through(module: str, source: str) -> None:
    assert violations_in(source, module) == ()


def test_relative_imports_are_read_from_the_package_they_stand_in() -> None:
    in_module = imports_of("from . import address\nfrom ..errors import Fault", "fogportable.protocol.errors")
    assert [each.module for each in in_module] == ["fogportable.protocol.address", "fogportable.errors.Fault"]
    in_package = imports_of("from .codec import decode", "fogportable.protocol.dhcp", is_package=True)
    assert [each.module for each in in_package] == ["fogportable.protocol.dhcp.codec.decode"]


def test_contracts_of_import_linter_say_the_same() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert settings["root_package"] == "fogportable"
    assert settings["include_external_packages"] is True
    assert settings["contracts"] == contracts()


def _reached_from(start: str) -> set[str]:
    """Our modules that are imported when `start` is, by whatever way. A package brings in all its modules."""
    paths = {module: (path, is_package) for path, module, is_package in sources(PACKAGE)}
    reached: set[str] = set()
    waiting = [module for module in paths if module == start or module.startswith(f"{start}.")]
    while waiting:
        module = waiting.pop()
        if module in reached or module not in paths:
            continue
        reached.add(module)
        path, is_package = paths[module]
        for each in imports_of(path.read_text(encoding="utf-8"), module, is_package=is_package):
            waiting += [each.module, each.module.rpartition(".")[0]]
    return reached


@pytest.mark.parametrize("name", PROXY_PATH)
def test_a_proxy_never_reaches_what_writes_an_address_into_an_answer(name: str) -> None:
    reached = _reached_from(f"fogportable.{name}")
    assert "fogportable.protocol.dhcp.codec" in reached
    assert not [each for each in reached if each.startswith(tuple(f"fogportable.{room}" for room in LEASES))]


def test_the_lease_engine_is_seen_to_reach_it() -> None:
    assert "fogportable.protocol.dhcp.lease" in _reached_from("fogportable.boot.leasing.engine")


_WITHOUT_QT = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt is not here: " + name)

sys.meta_path.insert(0, Refuse())
sys.argv = ["fogportable", *sys.argv[1:]]
from fogportable.__main__ import main
sys.exit(main())
"""


def run_python(source: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", ["serve", "rehearse", "bootfiles", "fog", "explain"])
def test_command_line_works_without_qt(command: str) -> None:
    done = run_python(_WITHOUT_QT, command, "--help")
    assert done.returncode == 0, done.stderr
    assert f"fogportable {command}" in done.stdout


def test_command_line_starts_without_scapy_tftpy_and_qt() -> None:
    done = run_python(
        "import sys, fogportable.cli.main\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'scapy', 'tftpy', 'PySide6', 'shiboken6'}))"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_the_nouns_of_model_come_one_module_at_a_time() -> None:
    done = run_python(
        "import sys\nfrom fogportable import model\nmodel.Room\n"
        "print(*sorted(name for name in sys.modules if name.startswith('fogportable.model.')))\n"
        "print(all(getattr(model, name) is not None for name in model.__all__), hasattr(model, 'Rom'))"
    )
    assert done.stdout.splitlines() == ["fogportable.model.room", "True False"]
