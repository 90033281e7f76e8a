"""The keyring of the operating system: the Secret Service of Linux, the keychain of macOS, the store of Windows.

The last two by the package `keyring`. Its own choice is not asked: it would also take a backend that a package or a
file of settings names, and some of those write in clear. On Linux it is not used: there it needs a library that
carries OpenSSL, see `secret_service`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from fogportable.errors import FaultCode, FogError

#: A keyring that is locked asks the person at the screen. Where nobody answers, it would wait for ever.
_LONGEST_WAIT_S = 60.0
#: For finding out whether a keyring runs: a question to D-Bus.
_LONGEST_LOOK_S = 10.0
#: By `PYTHON_KEYRING_BACKEND` people switch keyrings off for all programs of Python.
_SWITCH = "PYTHON_KEYRING_BACKEND"
_SWITCHED_OFF = ("keyring.backends.null", "keyring.backends.fail")

_Result = TypeVar("_Result")


class Backend(Protocol):
    """What is needed of one of keyring's backends."""

    def get_password(self, service: str, username: str) -> str | None:
        """None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it, in place of an older one."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it; an error where there is none."""


class Vault:
    """One keyring. name: for people. Each question blocks, while a person unlocks it, at most wait_s (s)."""

    def __init__(self, name: str, backend: Backend, wait_s: float = _LONGEST_WAIT_S) -> None:
        self.name = name
        self._backend = backend
        self._wait_s = wait_s

    def read(self, service: str, account: str) -> str | None:
        """What is kept there; None for nothing. Raises FogError."""
        return self._ask(lambda: self._backend.get_password(service, account))

    def keep(self, service: str, account: str, secret: str) -> None:
        """Put something there, in place of what was. Raises FogError."""
        self._ask(lambda: self._backend.set_password(service, account, secret))

    def forget(self, service: str, account: str) -> bool:
        """Remove it; False where there was nothing. Raises FogError."""
        if self.read(service, account) is None:
            return False
        self._ask(lambda: self._backend.delete_password(service, account))
        return True

    def _ask(self, step: Callable[[], _Result]) -> _Result:
        answer = _within(self._wait_s, step)
        if answer.results:
            return answer.results[0]
        # Only the kind of the error: its text and its cause might hold what was to be kept.
        words = type(answer.problem).__name__ if answer.problem is not None else "nobody unlocked it"
        raise FogError(FaultCode.KEYRING_FAILED, keyring=self.name, problem=words) from None


@dataclass
class _Answer(Generic[_Result]):
    """results: one, or none where there was a problem or no time left."""

    results: list[_Result] = field(default_factory=list)
    problem: Exception | None = None


def _within(seconds: float, step: Callable[[], _Result]) -> _Answer[_Result]:
    """Do a step on a thread, which is left behind when it takes too long: what it waits for cannot be ended from here.

    D-Bus, the systems and keyring have errors of their own, without a kind in common: all of them are answers here.
    """
    answer: _Answer[_Result] = _Answer()

    def run() -> None:
        try:
            answer.results.append(step())
        except Exception as problem:
            answer.problem = problem

    thread = threading.Thread(target=run, name="fogp-keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    return answer


def find_vault() -> Vault | None:
    """The keyring of this system; None where none runs. Never one that writes in clear, or nothing at all."""
    if os.environ.get(_SWITCH, "").startswith(_SWITCHED_OFF):
        return None
    for name, load in _WAYS.get(sys.platform, _WAYS["linux"]):
        backend = _running(load)
        if backend is not None:
            return Vault(name, backend)
    return None


def _running(load: Callable[[], type[Backend]]) -> Backend | None:
    """A backend whose keyring runs: its priority is an error where it does not, and so is a package that is missing."""

    def look() -> Backend | None:
        kind = load()
        return kind() if getattr(kind, "priority", 0) > 0 else None

    found = _within(_LONGEST_LOOK_S, look).results
    return found[0] if found else None


def _secret_service() -> type[Backend]:
    from fogportable.platform.secret_service import load_running

    return load_running()


def _keychain() -> type[Backend]:
    from keyring.backends.macOS import Keyring

    kind: type[Backend] = Keyring
    return kind


def _windows_store() -> type[Backend]:
    from keyring.backends.Windows import WinVaultKeyring

    kind: type[Backend] = WinVaultKeyring
    return kind


_WAYS: dict[str, tuple[tuple[str, Callable[[], type[Backend]]], ...]] = {
    "linux": (("Secret Service", _secret_service),),
    "darwin": (("macOS keychain", _keychain),),
    "win32": (("Windows Credential Manager", _windows_store),),
}
