"""The house rules hold in every tracked file, and the checks can fail."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

from fogportable.errors import FaultCode
from tests.unit.house_rules import (
    LONGEST_CLASS,
    LONGEST_FILE,
    LONGEST_FUNCTION,
    USUAL_FUNCTION,
    Source,
    badly_told_faults,
    catch_alls,
    emptily_named,
    function_lengths,
    oversized,
    placeholders,
    sleeps,
    unspeakable,
)

PROJECT = Path(__file__).resolve().parents[2]

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "fogportable",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}

#: Where our own bugs are caught, so that one ends a service and not the program, and errors of a library that have no
#: kind in common. Each with its reason in its comment.
GUARDS = [
    "fogportable/platform/vault.py:_within.run",
    "fogportable/services/http_connection.py:HttpConnection._run",
    "fogportable/services/loop.py:SelectorThread._guard",
    "fogportable/ui/work.py:Job.run",
]


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """All files of the repository, also those that are about to be added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return sorted(name for name in listing.split("\0") if name and (PROJECT / name).is_file())


@pytest.fixture(scope="module")
def python_sources(tracked: list[str]) -> list[Source]:
    return [Source(name, (PROJECT / name).read_text(encoding="utf-8")) for name in tracked if name.endswith(".py")]


@pytest.fixture(scope="module")
def product_sources(python_sources: list[Source]) -> list[Source]:
    return [source for source in python_sources if source.path.startswith(("fogportable/", "packaging/"))]


@pytest.fixture(scope="module")
def fault_table() -> dict[str, dict[str, str]]:
    return tomllib.loads((PROJECT / "resources" / "faults.toml").read_text(encoding="utf-8"))


def test_top_level_holds_nothing_else(tracked: list[str]) -> None:
    assert {name.split("/")[0] for name in tracked} == TOP_LEVEL
    assert [name for name in tracked if name.startswith(".ci/")] == [".ci/run"]


def test_files_functions_and_classes_are_short(python_sources: list[Source]) -> None:
    assert [complaint for source in python_sources for complaint in oversized(source)] == []


def test_functions_are_usually_much_shorter(product_sources: list[Source]) -> None:
    lengths = function_lengths(product_sources)
    assert lengths[len(lengths) * 95 // 100] <= USUAL_FUNCTION


def test_modules_are_named_for_what_they_hold(tracked: list[str]) -> None:
    assert [name for name in tracked if name.endswith(".py") and emptily_named(name)] == []


def test_everything_is_caught_in_the_listed_guards_only(product_sources: list[Source]) -> None:
    assert [guard for source in product_sources for guard in catch_alls(source)] == GUARDS


def test_nothing_sleeps(python_sources: list[Source]) -> None:
    assert [place for source in python_sources for place in sleeps(source)] == []


def test_every_fault_code_has_its_sentences(fault_table: dict[str, dict[str, str]]) -> None:
    assert sorted(fault_table) == sorted(FaultCode)
    assert {tuple(sorted(entry)) for entry in fault_table.values()} == {("message", "remedy")}


def test_faults_are_told_in_whole_sentences(fault_table: dict[str, dict[str, str]]) -> None:
    sentences = [text for entry in fault_table.values() for text in entry.values()]
    # One that is a placeholder alone gets its sentence from the code.
    assert [text for text in sentences if not text.endswith(".") and placeholders(text) != {text.strip("{}")}] == []


def test_faults_get_the_values_of_their_sentences(
    product_sources: list[Source], fault_table: dict[str, dict[str, str]]
) -> None:
    codes = {code.name: code.value for code in FaultCode}
    assert [wrong for source in product_sources for wrong in badly_told_faults(source, fault_table, codes)] == []


def test_every_fault_code_is_used(product_sources: list[Source]) -> None:
    text = "\n".join(source.text for source in product_sources)
    assert [code.name for code in FaultCode if f"FaultCode.{code.name}" not in text] == []


def test_no_registry_and_no_folder_of_a_developer_is_named(tracked: list[str]) -> None:
    named = {}
    for name in tracked:
        found = unspeakable((PROJECT / name).read_bytes().decode("utf-8", errors="replace"))
        if found:
            named[name] = found
    assert named == {}


def test_no_boot_file_is_tracked(tracked: list[str]) -> None:
    endings = (".efi", ".kpxe", ".pxe", ".lkrn", ".rom", ".iso", ".fd", ".0")
    assert [name for name in tracked if name.endswith(endings)] == []


def test_shell_scripts_are_shell(tracked: list[str]) -> None:
    scripts = [name for name in tracked if _is_bash(PROJECT / name)]
    assert ".ci/run" in scripts
    for name in scripts:
        done = subprocess.run(["bash", "-n", name], cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _is_bash(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.readline(80)
    return first.startswith(b"#!") and first.rstrip().endswith((b"bash", b"/sh"))


def test_documents_say_what_they_must() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py run" in readme
    assert "python3 packaging/dev.py test" in readme
    assert "## Unreleased" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    licence = (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "Version 2, June 1991" in licence


# --- the checks can fail ----------------------------------------------------------------------------------------


def test_long_things_are_found() -> None:
    body = "    x = 1\n"
    assert oversized(Source("a.py", "x = 1\n" * LONGEST_FILE)) == []
    assert len(oversized(Source("a.py", "x = 1\n" * (LONGEST_FILE + 1)))) == 1
    assert oversized(Source("a.py", "def f():\n" + body * (LONGEST_FUNCTION - 1))) == []
    assert len(oversized(Source("a.py", "def f():\n" + body * LONGEST_FUNCTION))) == 1
    assert len(oversized(Source("a.py", "class A:\n" + body * LONGEST_CLASS))) == 1
    assert function_lengths([Source("a.py", "def f():\n" + body * 9 + "def g():\n" + body)]) == [2, 10]


@pytest.mark.parametrize("path", ["fogportable/utils.py", "fogportable/ui/table_helpers.py", "tests/common/a.py"])
def test_empty_names_are_found(path: str) -> None:
    assert emptily_named(path)


def test_telling_names_are_let_through() -> None:
    assert not emptily_named("fogportable/services/dhcp_service.py")
    assert not emptily_named("fogportable/platform/bind_helper.py")  # a helper process is what it is


@pytest.mark.parametrize(
    "clause", ["except Exception", "except BaseException", "except", "except (OSError, Exception)"]
)
def test_catch_alls_are_found(clause: str) -> None:
    source = Source("a.py", f"class A:\n def f(self):\n  try:\n   pass\n  {clause}:\n   pass\n")
    assert catch_alls(source) == ["a.py:A.f"]


def test_named_errors_and_clean_ups_are_let_through() -> None:
    assert catch_alls(Source("a.py", "try:\n    pass\nexcept BaseException:\n    undo()\n    raise\n")) == []
    assert catch_alls(Source("a.py", "try:\n    pass\nexcept (OSError, ValueError):\n    pass\n")) == []


def test_sleeps_are_found() -> None:
    assert sleeps(Source("a.py", "import time\ndef f():\n    time.sleep(1)\n")) == ["a.py:f"]


@pytest.mark.parametrize(
    ("call", "is_wrong"),
    [
        ("describe(FaultCode.A, port=1)", False),
        ("describe(FaultCode.A, port=1, detail='x')", False),
        ("ServiceError(FaultCode.A, **values)", False),
        ("render(FaultCode.A)", False),
        ("describe(FaultCode.A)", True),
        ("errors.describe(FaultCode.A, port=1, other=2)", True),
        ("ServiceError(FaultCode.A, ports=1)", True),
    ],
)
def test_values_that_do_not_fit_the_sentence_are_found(call: str, is_wrong: bool) -> None:
    table = {"a": {"message": "Port {port}.", "remedy": "Free {port}."}}
    assert bool(badly_told_faults(Source("a.py", call), table, {"A": "a"})) is is_wrong


def test_hosts_and_folders_are_found() -> None:
    host = "deb." + "debian.org"
    folder = "/wo" + "rk/main"
    assert unspeakable(f"see {host} and {folder}") == [host, folder.removesuffix("main")]
    assert unspeakable("see the distribution's mirror and /workshop") == []
