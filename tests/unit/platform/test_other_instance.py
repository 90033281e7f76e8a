"""Who starts a second FOG Portable on a machine is told who serves there already."""

from __future__ import annotations

import os

import psutil
import pytest

from fogportable.errors import FaultCode
from fogportable.platform import other_instance
from fogportable.platform.other_instance import held_fault, is_ours
from fogportable.platform.ports import PortHolder


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("fogportable", ["/media/stick/fogportable"]),
        ("fogportable", ["/home/a/.venv/bin/python3", "/home/a/.venv/bin/fogportable", "serve"]),
        ("python3", ["python3", "-m", "fogportable", "serve"]),
        ("python3.11", ["/usr/bin/python3.11", "-I", "/home/a/.venv/bin/fogportable"]),
    ],
)
def test_this_program_is_recognised(name: str, command: list[str]) -> None:
    assert is_ours(name, command)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("dnsmasq", ["dnsmasq", "fogportable"]),
        ("python3", ["python3", "-m", "http.server", "fogportable"]),
        ("python3", ["python3"]),
        ("in.tftpd", ["in.tftpd", "/srv/fogportable"]),
    ],
)
def test_another_program_is_not(name: str, command: list[str]) -> None:
    assert not is_ours(name, command)


def test_one_of_ours_is_told_with_who_started_it_and_when(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_instance, "is_ours", lambda name, command: True)
    fault = held_fault(69, PortHolder("fogportable", os.getpid()), "why")
    assert fault.code is FaultCode.ALREADY_SERVING
    assert psutil.Process().username() in fault.message
    assert f"process {os.getpid()}" in fault.message
    assert fault.detail == "why"


def test_another_program_is_named_as_before() -> None:
    fault = held_fault(69, PortHolder("dnsmasq", os.getpid()))
    assert fault.code is FaultCode.PORT_IN_USE
    assert "Port 69 is used by dnsmasq" in fault.message


def test_one_that_is_gone_by_now_is_named_all_the_same() -> None:
    assert held_fault(69, PortHolder("fogportable", 2**22 + 1)).code is FaultCode.PORT_IN_USE
