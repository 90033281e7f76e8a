"""Nothing that runs with the program has a licence that does not go with scapy's."""

from __future__ import annotations

from pathlib import Path

import pytest
from licences import Component, may_be_combined, python_components
from notice import NOTICE, main, notice_of
from speech import CouldNotStart

PROJECT = Path(__file__).resolve().parents[3]


def test_every_package_that_runs_with_it_may_be_combined_with_scapy() -> None:
    components = python_components(PROJECT)
    assert {"scapy", "pyside6-essentials", "shiboken6", "tomlkit"} <= {each.name for each in components}
    assert [(each.name, each.licence) for each in components if not may_be_combined(each.licence)] == []


def test_openssl_in_no_wheel_that_runs_with_it() -> None:
    names = {each.name for each in python_components(PROJECT)}
    assert not names & {"cryptography", "pyopenssl", "importlib-metadata", "keyring", "secretstorage"}


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "Apache-2.0 OR BSD-3-Clause",
        "MIT AND (Apache-2.0 OR BSD-3-Clause)",
        "GPL-2.0-or-later WITH Bootloader-exception",
    ],
)
def test_licence_that_goes_with_it(licence: str) -> None:
    assert may_be_combined(licence)


@pytest.mark.parametrize(
    "licence",
    ["Apache-2.0", "MIT AND Apache-2.0", "GPL-3.0-only", "LGPL-3.0-only", "unknown", "", "(MIT", "MIT)", "MIT AND"],
)
def test_licence_that_does_not_or_cannot_be_read(licence: str) -> None:
    assert not may_be_combined(licence)


def test_a_package_that_is_not_installed_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["not-in-this-world>=1"]\n')
    with pytest.raises(CouldNotStart, match="not-in-this-world is not installed"):
        python_components(tmp_path)


def test_what_is_for_other_systems_and_for_extras_is_left_out(tmp_path: Path) -> None:
    lines = ["tomlkit>=0.13; sys_platform == 'none'", "psutil", "scapy[all]; extra == 'never'"]
    (tmp_path / "pyproject.toml").write_text(f"[project]\ndependencies = {lines}\n")
    assert [each.name for each in python_components(tmp_path)] == ["psutil"]


def test_the_notice_is_up_to_date() -> None:
    assert main(["--check"]) == 0, NOTICE


def test_a_notice_of_a_package_has_versions_and_every_text_once() -> None:
    parts = (
        Component("one", "1.0", "MIT", "https://example.org/one", texts=("Do as you like.",)),
        Component("two", "2.0", "MIT", texts=("Do as you like.", "Or not.")),
    )
    text = notice_of(parts, has_versions=True)
    assert "one 1.0  MIT  https://example.org/one" in text
    assert text.count("Do as you like.") == 1
    assert "one, two\n" in text
    assert "Or not." in text
    assert "1.0" not in notice_of(parts, has_versions=False)
