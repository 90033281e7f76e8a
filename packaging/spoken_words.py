"""Find what is shown to people in the sources: every literal that some language must have, by `ast`.

pyside6-lupdate alone does not find those behind a function of our own (`_tr`, `say`), nor those in TOML.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Context of what is said outside of Qt, by `fogportable.language`.
SENTENCES = "Sentences"

#: Files of `resources/` that hold sentences, and the keys whose values are such.
TOML_KEYS = {
    "faults.toml": ("message", "remedy"),
    "stalls.toml": ("sentence", "remedy"),
    "diagnoses.toml": ("sentence", "remedy"),
    "error_codes.toml": ("meaning", "remedy"),
    "boot_keys.toml": ("note",),
}

#: Calls that keep a clause in English until an event says it, and which argument that is: their rooms know no language.
CLAUSES = {"NotPxe": 0, "AccessViolation": 0, "BrokenOff": 0, "BadRequest": 1, "_fail": 0, "_end": 1}
#: Enumerations whose values are such clauses.
CLAUSE_ENUMS = ("Silence",)


@dataclass(frozen=True, order=True)
class Spoken:
    """One literal. context: of Qt, or `SENTENCES`. is_counted: has a form for each kind of number."""

    context: str
    text: str
    is_counted: bool = False


def spoken_words(project: Path) -> list[Spoken]:
    """All of the product, sorted, each once. Raises ValueError for one that is no literal."""
    found: set[Spoken] = set()
    for path in sorted((project / "fogportable").rglob("*.py")):
        found.update(spoken_in(path.read_text(encoding="utf-8"), str(path.relative_to(project))))
    for name, keys in TOML_KEYS.items():
        table = tomllib.loads((project / "resources" / name).read_text(encoding="utf-8"))
        found.update(Spoken(SENTENCES, text) for text in _values_of(table, keys))
    return sorted(found)


def spoken_in(source: str, path: str) -> list[Spoken]:
    """The literals of one Python file, in its order. path: for the complaint."""
    tree = ast.parse(source, filename=path)
    return list(_walk(tree, "", _context_of_tr(tree), path))


def _values_of(node: object, keys: tuple[str, ...]) -> Iterator[str]:
    """Every string that stands under one of these keys, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and key in keys:
                yield value
            else:
                yield from _values_of(value, keys)
    elif isinstance(node, list):
        for each in node:
            yield from _values_of(each, keys)


def _context_of_tr(tree: ast.Module) -> str:
    """The context that the module's own `_tr` asks in; "" where there is none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name_of(call.func) == "translate":
                    return _literal(call.args[0], "_tr")
    return ""


def _walk(node: ast.AST, owner: str, context: str, path: str, is_late: bool = False) -> Iterator[Spoken]:
    """is_late: inside a function, and so said after the language was chosen."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and child.name == "_tr":
            continue
        if isinstance(child, ast.ClassDef) and child.name in CLAUSE_ENUMS:
            yield from _values_of_enum(child)
        if isinstance(child, ast.Call):
            found = list(_of_call(child, owner, context, path))
            if found and not is_late and _name_of(child.func) not in ("to_say", "to_count", *CLAUSES):
                raise ValueError(f"{path}:{child.lineno}: said while it is imported, before a language is chosen")
            yield from found
        name = child.name if isinstance(child, ast.ClassDef) else owner
        yield from _walk(child, name, context, path, is_late or isinstance(child, ast.FunctionDef | ast.Lambda))


def _of_call(call: ast.Call, owner: str, context: str, path: str) -> Iterator[Spoken]:
    where = f"{path}:{call.lineno}"
    match _name_of(call.func), call.args:
        case "tr", [text]:
            if ast.unparse(call.func) != "self.tr":
                raise ValueError(f"{where}: tr of something else than self: its context is not known")
            yield Spoken(owner, _literal(text, where))
        case "tr", [ast.Constant(value=str(name)), text]:  # QCoreApplication.translate by a short name
            yield Spoken(name, _literal(text, where))
        case "_tr", [text]:
            yield Spoken(context, _literal(text, where))
        case "translate", [ast.Constant(value=str(name)), text, *_]:
            yield Spoken(name, _literal(text, where))
        case "to_say", [text]:
            yield Spoken(SENTENCES, _literal(text, where))
        case "say", [ast.Constant(value=str(text))]:  # Others say what was marked elsewhere.
            yield Spoken(SENTENCES, text)
        case "say", [ast.JoinedStr()]:
            raise ValueError(f"{where}: an f-string cannot be found in another language")
        case "to_count", [_, many]:
            yield Spoken(SENTENCES, _literal(many, where), is_counted=True)
        case "counted", [_, _, ast.Name()]:
            pass  # marked elsewhere
        case "counted", [_, _, many]:
            yield Spoken(SENTENCES, _literal(many, where), is_counted=True)

    place = CLAUSES.get(_name_of(call.func), len(call.args))
    match call.args[place : place + 1]:
        case [ast.Constant(value=str(text))] if text:
            yield Spoken(SENTENCES, text)


def _values_of_enum(node: ast.ClassDef) -> Iterator[Spoken]:
    for each in node.body:
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str):
            yield Spoken(SENTENCES, each.value.value)


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{where}: what is shown to people must be a literal, so that another language can have it")
