"""Which room may import what, as data, and the walk over sources that checks it.

Used by `test_import_rules.py`, which also derives from it the contracts that pyproject.toml gives to import-linter.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PRODUCT = "fogportable"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Standard library without input, output, clocks, threads and chance.
PURE_STDLIB = _names(
    "__future__ abc binascii bisect collections contextlib dataclasses enum functools heapq ipaddress itertools math "
    "operator re string struct types typing uuid"
)
#: What sockets, clocks and threads are made of: not for rooms that decide.
DOORS_OF_STDLIB = _names(
    "asyncio concurrent http multiprocessing random select selectors signal socket socketserver subprocess threading "
    "time urllib.request"
)


@dataclass(frozen=True)
class Room:
    """A package or module and what it may import.

    uses: our modules, each with all below it. third_party: top names. lazy: third party that may only be imported
    inside functions. stdlib: None for all of it. never: standard library that is refused.
    """

    name: str
    uses: frozenset[str] = frozenset()
    third_party: frozenset[str] = frozenset()
    lazy: frozenset[str] = frozenset()
    stdlib: frozenset[str] | None = None
    never: frozenset[str] = frozenset()

    @property
    def module(self) -> str:
        return f"{PRODUCT}.{self.name}"


def _room(name: str, uses: str, **more: frozenset[str]) -> Room:
    return Room(name, frozenset(uses.split()), **more)


_NOUNS = "errors language resources model events figures protocol"
_BELOW_SESSION = (
    f"{_NOUNS} boot config room diagnosis dnsmasq fog platform services bootfiles diagnostics simulator foglink report"
)

ROOMS: tuple[Room, ...] = (
    _room("protocol", "", stdlib=PURE_STDLIB),
    _room("resources", "", never=DOORS_OF_STDLIB),
    _room("language", "resources", never=DOORS_OF_STDLIB),
    _room("errors", "language protocol resources", never=DOORS_OF_STDLIB),
    _room("figures", "language", never=DOORS_OF_STDLIB),
    _room("model", "language protocol errors", never=DOORS_OF_STDLIB),
    _room("events", "language protocol errors figures model", never=DOORS_OF_STDLIB),
    _room("boot", _NOUNS, never=DOORS_OF_STDLIB),
    _room("config", "errors language model protocol resources boot fog", third_party=_names("tomlkit platformdirs")),
    _room("room", "errors language model protocol.address", never=DOORS_OF_STDLIB),
    _room("dnsmasq", "errors language model protocol boot config", never=DOORS_OF_STDLIB),
    _room("fog", "errors figures language model protocol", never=DOORS_OF_STDLIB),
    _room(
        "platform",
        "errors language model protocol.address",
        third_party=_names("netifaces psutil platformdirs"),
        lazy=_names("jeepney keyring"),
    ),
    _room("diagnosis", "errors events figures language model resources protocol boot", never=DOORS_OF_STDLIB),
    _room("report", _NOUNS, never=DOORS_OF_STDLIB),
    _room("services", f"{_NOUNS} boot platform"),
    _room(
        "bootfiles",
        "errors language resources model figures protocol boot fog foglink platform",
        third_party=_names("tomlkit"),
    ),
    _room("diagnostics", f"{_NOUNS} diagnosis platform", lazy=_names("scapy tftpy")),
    _room("simulator", "errors language model figures protocol"),
    _room("foglink", "errors figures fog language model protocol platform", lazy=_names("tftpy")),
    _room("session", _BELOW_SESSION),
    _room("cli", f"{_BELOW_SESSION} session"),
    _room(
        "ui",
        "errors language resources model events figures config room fog report session protocol.address "
        "protocol.pxe.archs",
        third_party=_names("PySide6 shiboken6"),
    ),
    _room("__main__", "errors language platform cli ui"),
)

#: Third party for one module of its room only.
ONLY_IN = {
    "netifaces": f"{PRODUCT}.platform.interfaces",
    "keyring": f"{PRODUCT}.platform.vault",
    "jeepney": f"{PRODUCT}.platform.secret_service",
}
#: Of our package itself only this name is everybody's.
VERSION = f"{PRODUCT}.__version__"


@dataclass(frozen=True)
class Import:
    """One import as it stands in a source. module: dotted, absolute. is_lazy: inside a function."""

    module: str
    line: int
    is_lazy: bool


@dataclass(frozen=True)
class Violation:
    """One import against the rules, in words."""

    importer: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.importer}:{self.line}: {self.sentence}"


@dataclass
class _Collector(ast.NodeVisitor):
    package: str
    found: list[Import] = field(default_factory=list)
    depth: int = 0

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(alias.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = node.module or ""
        if node.level:
            parts = self.package.split(".")[: len(self.package.split(".")) - node.level + 1]
            base = ".".join([*parts, *([base] if base else [])])
        for alias in node.names:
            # `from fogportable.protocol import address` names the module address.
            self._add(f"{base}.{alias.name}", node)

    def visit_Call(self, node: ast.Call) -> None:
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name in ("import_module", "__import__") and node.args and isinstance(node.args[0], ast.Constant):
            self._add(str(node.args[0].value), node)
        self.generic_visit(node)

    def _add(self, module: str, node: ast.AST) -> None:
        self.found.append(Import(module, getattr(node, "lineno", 0), self.depth > 0))


def imports_of(source: str, module: str, *, is_package: bool = False) -> tuple[Import, ...]:
    """All imports of a source, also those under TYPE_CHECKING and by import_module with a fixed name."""
    collector = _Collector(module if is_package else module.rpartition(".")[0])
    collector.visit(ast.parse(source))
    return tuple(collector.found)


def room_of(module: str) -> Room | None:
    """The room a module belongs to; None for one that no rule names."""
    return next((room for room in ROOMS if _is_within(module, room.module)), None)


def _is_within(module: str, whole: str) -> bool:
    return module == whole or module.startswith(f"{whole}.")


def violations_in(source: str, module: str, *, is_package: bool = False) -> tuple[Violation, ...]:
    """What a source imports against the rules of its room."""
    if module == PRODUCT:
        found = imports_of(source, module, is_package=True)
        return tuple(Violation(module, each.line, f"imports {each.module}") for each in found if _is_ours(each.module))
    room = room_of(module)
    if room is None:
        return (Violation(module, 0, "lies in no room: add it to ROOMS with what it may import"),)
    found = imports_of(source, module, is_package=is_package)
    pairs = ((each, _objection(room, module, each)) for each in found)
    return tuple(Violation(module, each.line, sentence) for each, sentence in pairs if sentence)


def _is_ours(module: str) -> bool:
    return _is_within(module, PRODUCT)


def _objection(room: Room, importer: str, wanted: Import) -> str:
    if _is_ours(wanted.module):
        is_allowed = wanted.module == VERSION or any(
            _is_within(wanted.module, f"{PRODUCT}.{name}") for name in (room.name, *room.uses)
        )
        return "" if is_allowed else f"{room.name} may not import {wanted.module}"
    top = wanted.module.split(".")[0]
    if top in sys.stdlib_module_names:
        is_door = any(_is_within(wanted.module, name) for name in room.never)
        is_refused = is_door or (room.stdlib is not None and top not in room.stdlib)
        return f"{room.name} may not import {wanted.module}" if is_refused else ""
    if top in room.lazy and not wanted.is_lazy:
        return f"{top} is imported inside functions only"
    if top not in room.third_party | room.lazy:
        return f"{room.name} may not import {top}"
    only = ONLY_IN.get(top, importer)
    return "" if importer == only else f"{top} is imported in {only} only"


def sources(package: Path) -> Iterator[tuple[Path, str, bool]]:
    """Every source below a package folder with its module name and whether it is a package."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        yield path, ".".join(parts[:-1] if is_package else parts), is_package


# --- the same rules for import-linter ---------------------------------------------------------------------------

#: Third party that any room names.
_THIRD_PARTY = frozenset().union(*(room.third_party | room.lazy for room in ROOMS))
#: import-linter forbids whole packages: where a room uses a part of protocol, these are forbidden unless used.
_PROTOCOL_PARTS = ("protocol.dhcp", "protocol.pxe", "protocol.tftp")
#: Answers of a proxy are made and sent here, and what writes addresses into answers stands there.
PROXY_PATH = ("boot.proxy_dhcp", "boot.policy", "protocol.pxe", "services.dhcp_service")
LEASES = ("protocol.dhcp.lease", "boot.leasing")
_SERVING_PATH = ("protocol", "boot", "services", "platform")


def contracts() -> list[dict[str, object]]:
    """What `[[tool.importlinter.contracts]]` in pyproject.toml says: one per room, three that reach further."""
    return [
        *(_forbidden(f"{room.name} imports only what it may", [room.module], _refused(room)) for room in ROOMS),
        _forbidden(
            "the command line never reaches Qt",
            [f"{PRODUCT}.{name}" for name in ("cli", "session")],
            ["PySide6", f"{PRODUCT}.ui"],
            is_indirect_too=True,
        ),
        _forbidden(
            "the serving path never reaches scapy",
            [f"{PRODUCT}.{name}" for name in _SERVING_PATH],
            ["scapy", "tftpy"],
            is_indirect_too=True,
        ),
        _forbidden(
            "a proxy never reaches what gives addresses",
            [f"{PRODUCT}.{name}" for name in PROXY_PATH],
            [f"{PRODUCT}.{name}" for name in LEASES],
            is_indirect_too=True,
        ),
    ]


def _refused(room: Room) -> list[str]:
    ours = [other.name for other in ROOMS if other.name != room.name and not _uses_some_of(room, other.name)]
    if any(used.startswith("protocol.") for used in room.uses):
        ours += [part for part in _PROTOCOL_PARTS if not _uses_some_of(room, part)]
    doors = room.never if room.stdlib is None else DOORS_OF_STDLIB | {"logging", "os"}
    # It knows the standard library by its top names only.
    others = (_THIRD_PARTY - room.third_party - room.lazy) | {name for name in doors if "." not in name}
    return [*(f"{PRODUCT}.{name}" for name in ours), *sorted(others)]


def _uses_some_of(room: Room, name: str) -> bool:
    return any(_is_within(used, name) or _is_within(name, used) for used in room.uses)


def _forbidden(
    title: str, sources_of_it: list[str], refused: list[str], *, is_indirect_too: bool = False
) -> dict[str, object]:
    return {
        "name": title,
        "type": "forbidden",
        "source_modules": sources_of_it,
        "forbidden_modules": refused,
        "allow_indirect_imports": not is_indirect_too,
    }
