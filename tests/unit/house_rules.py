"""The house rules of CONTRIBUTING.md that a program can check, each as a function from sources to complaints."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

LONGEST_FILE = 450
LONGEST_FUNCTION = 60
LONGEST_CLASS = 300
#: 95 of 100 functions are no longer than this.
USUAL_FUNCTION = 40

_EMPTY_NAMES = ("utils", "util", "helpers", "manager", "managers", "common", "misc")


@dataclass(frozen=True)
class Source:
    """A Python file. path: relative to the project, with `/`."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)


# --- sizes and names --------------------------------------------------------------------------------------------


def oversized(source: Source) -> list[str]:
    """Files, functions and classes that are too long."""
    found = []
    lines = source.text.count("\n")
    if lines > LONGEST_FILE:
        found.append(f"{source.path}: {lines} lines")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length_of(node) > LONGEST_FUNCTION:
            found.append(f"{source.path}: {node.name} has {length_of(node)} lines")
        if isinstance(node, ast.ClassDef) and length_of(node) > LONGEST_CLASS:
            found.append(f"{source.path}: {node.name} has {length_of(node)} lines")
    return found


def length_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines from `def` or `class` to the end, with docstring, without decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def function_lengths(sources: Iterable[Source]) -> list[int]:
    return sorted(
        length_of(node)
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def emptily_named(path: str) -> bool:
    """Whether a file or folder has a name that says nothing."""
    parts = PurePosixPath(path).with_suffix("").parts
    return any(part == name or part.endswith(f"_{name}") for part in parts for name in _EMPTY_NAMES)


# --- guards and waiting -----------------------------------------------------------------------------------------


def catch_alls(source: Source) -> list[str]:
    """`except Exception`, `except BaseException` and bare `except`, as path and function.

    Not counted: one that cleans up and ends with `raise`, which hides nothing.
    """
    found: list[str] = []
    for name, node in _with_owner(source.tree):
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type) and not _raises_again(node):
            found.append(f"{source.path}:{name}")
    return found


def _catches_all(kind: ast.expr | None) -> bool:
    if kind is None:
        return True
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(isinstance(each, ast.Name) and each.id in ("Exception", "BaseException") for each in kinds)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def sleeps(source: Source) -> list[str]:
    """Calls of sleep, as path and function."""
    return [
        f"{source.path}:{name}"
        for name, node in _with_owner(source.tree)
        if isinstance(node, ast.Call) and _name_of(node.func) in ("sleep", "qWait", "msleep", "usleep")
    ]


def _with_owner(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Every node with the dotted name of the function or class around it."""
    for child in ast.iter_child_nodes(tree):
        is_scope = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        inner = ".".join(filter(None, (owner, child.name))) if is_scope else owner  # type: ignore[attr-defined]
        yield inner, child
        yield from _with_owner(child, inner)


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


# --- faults -----------------------------------------------------------------------------------------------------


def placeholders(*sentences: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for text in sentences for _, name, _, _ in string.Formatter().parse(text) if name)


def badly_told_faults(source: Source, table: Mapping[str, Mapping[str, str]], codes: Mapping[str, str]) -> list[str]:
    """Calls `describe(FaultCode.X, ...)` and `SomeError(FaultCode.X, ...)` whose values are not those of the sentences.

    codes: from a member's name to its value. Calls that pass `**values` are not judged.
    """
    found = []
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not node.args or not _tells_fault(node.func):
            continue
        member = node.args[0]
        if not (isinstance(member, ast.Attribute) and _name_of(member.value) == "FaultCode"):
            continue
        if any(keyword.arg is None for keyword in node.keywords):
            continue
        entry = table[codes[member.attr]]
        wanted = placeholders(entry["message"], entry["remedy"])
        given = {keyword.arg for keyword in node.keywords} - {"detail"}
        if wanted != given:
            found.append(
                f"{source.path}:{node.lineno}: {member.attr} wants {sorted(wanted)}, gets {sorted(map(str, given))}"
            )
    return found


def _tells_fault(function: ast.expr) -> bool:
    name = _name_of(function)
    return name == "describe" or name.endswith("Error")


# --- what must not be named -------------------------------------------------------------------------------------

#: In pieces, so that this file does not name them itself.
_HOSTS = (
    ("py", "pi.org"),
    ("python", "hosted.org"),
    ("deb.", "debian.org"),
    ("security.", "debian.org"),
    ("snapshot.", "debian.org"),
    ("archive.", "ubuntu.com"),
    ("npm", "js.org"),
    ("proxy.", "golang.org"),
)
_FOLDERS = (("/wo", "rk/"), ("/ro", "ot/."), ("/opt/", "wheels"), ("/opt/", "pypi"))
_NOT_NAMED = re.compile("|".join(re.escape("".join(parts)) for parts in (*_HOSTS, *_FOLDERS)))


def unspeakable(text: str) -> list[str]:
    """Hosts of package registries and folders of the machine it was written on."""
    return _NOT_NAMED.findall(text)
