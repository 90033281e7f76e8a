"""The keyring of the system: only one that runs and does not write in clear; and it holds nobody up for ever."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.platform import vault as module
from fogportable.platform.vault import Vault, find_vault


class _Memory:
    """A keyring in memory."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_what_is_kept_is_read_replaced_and_forgotten() -> None:
    vault = Vault("Memory", _Memory())
    assert vault.read("a", "b") is None
    assert not vault.forget("a", "b")
    vault.keep("a", "b", "one")
    vault.keep("a", "b", "two")
    assert vault.read("a", "b") == "two"
    assert vault.forget("a", "b")
    assert vault.read("a", "b") is None


def test_error_of_a_backend_is_told_by_its_kind_alone() -> None:
    class Telltale(_Memory):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError(f"could not write {password}")

    with pytest.raises(FogError) as refused:
        Vault("Telltale", Telltale()).keep("a", "b", "geheim")
    problem = refused.value
    assert problem.code is FaultCode.KEYRING_FAILED
    assert "RuntimeError" in problem.fault.message
    assert "geheim" not in str(problem) + problem.fault.detail
    assert problem.__cause__ is None
    assert problem.__suppress_context__


def test_keyring_that_nobody_unlocks_is_given_up() -> None:
    released = threading.Event()

    class Locked(_Memory):
        def get_password(self, service: str, username: str) -> str | None:
            released.wait()
            return None

    before_s = time.monotonic()
    try:
        with pytest.raises(FogError) as refused:
            Vault("Locked", Locked(), wait_s=0.1).read("a", "b")
    finally:
        released.set()
    assert time.monotonic() - before_s < 5
    assert "nobody unlocked it" in refused.value.fault.message


def _ways(*kinds: type[_Memory]) -> dict[str, tuple[tuple[str, Callable[[], type[_Memory]]], ...]]:
    ways = tuple((kind.__name__, lambda kind=kind: kind) for kind in kinds)
    return {sys.platform: ways, "linux": ways}


def test_first_that_runs_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    class Asleep(_Memory):
        priority = 0

    monkeypatch.setattr(module, "_WAYS", _ways(Asleep, _Memory))
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    found = find_vault()
    assert found is not None
    assert found.name == "_Memory"
    monkeypatch.setattr(module, "_WAYS", _ways(Asleep))
    assert find_vault() is None


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_keyrings_that_are_switched_off_are_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(module, "_WAYS", _ways(_Memory))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    assert find_vault() is None


def test_backend_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> type[_Memory]:
        raise ImportError("no module named dbus")

    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(module, "_WAYS", {"linux": (("Missing", load),), sys.platform: (("Missing", load),)})
    assert find_vault() is None


@pytest.mark.skipif(sys.platform != "linux", reason="asks D-Bus")
def test_without_a_session_bus_there_is_no_keyring_and_nothing_is_loaded_before() -> None:
    """In a process of its own: with the modules of the backend, and without a bus."""
    script = (
        "import sys; from fogportable.platform import vault; assert 'jeepney' not in sys.modules; "
        "assert vault.find_vault() is None; assert 'fogportable.platform.secret_service' in sys.modules; "
        "assert not {'keyring', 'cryptography', 'importlib_metadata'} & set(sys.modules)"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_RUNTIME", "PYTHON_KEYRING"))
    }
    environment |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
