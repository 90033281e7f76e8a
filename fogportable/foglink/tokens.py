"""Where the tokens for FOG's API come from: a file, the environment, the keyring. Never written, shown or logged."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from fogportable.errors import FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens, is_token, is_whole
from fogportable.language import say
from fogportable.platform.vault import Vault, find_vault

API_VARIABLE = "FOGPORTABLE_FOG_API_TOKEN"
USER_VARIABLE = "FOGPORTABLE_FOG_USER_TOKEN"

_MOST_BYTES = 8192
#: In the keyring: whose entry it is, with the server's host and port behind it; then the account of that entry.
_SERVICE = "FOG Portable"
_ACCOUNT = "FOG API"


def read_tokens(environment: Mapping[str, str], file: Path | None = None) -> Tokens | None:
    """The tokens that somebody gave; None where nobody gave any. file: beats the environment. Raises FogError."""
    if file is not None:
        return checked_tokens(*_lines_of(file), str(file))
    api, user = (environment.get(name, "").strip() for name in (API_VARIABLE, USER_VARIABLE))
    if not api and not user:
        return None
    if not is_whole(api, user):
        raise FogError(FaultCode.FOG_TOKEN_MISSING, missing=USER_VARIABLE if api else API_VARIABLE)
    return checked_tokens(api, user, "the environment")


def _lines_of(file: Path) -> tuple[str, str]:
    try:
        with file.open("rb") as opened:
            _refuse_open_to_others(file, os.fstat(opened.fileno()).st_mode)
            text = opened.read(_MOST_BYTES).decode("ascii")
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem=words) from problem
    except UnicodeDecodeError:
        # Without its cause, which would carry what the file holds.
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem=say("it is no plain text")) from None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and is_whole(lines[0], ""):
        return lines[0], ""
    if len(lines) != 2:
        raise FogError(
            FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem=say("it has {count} lines and not two", count=len(lines))
        )
    return lines[0], lines[1]


def _refuse_open_to_others(file: Path, mode: int) -> None:
    """Windows has no such modes: there everything would seem to be open."""
    if os.name == "posix" and stat.S_IMODE(mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise FogError(FaultCode.FOG_TOKEN_FILE_OPEN, file=file, mode=f"{stat.S_IMODE(mode):o}")


def checked_tokens(api: str, user: str, source: str) -> Tokens:
    """The same, where they can be tokens. source: where they come from, for people. Raises FogError."""
    if not is_whole(api, user):
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=source, problem=say("one of the two is missing"))
    if not all(is_token(each) for each in (api, user) if each):
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=source, problem=say("one has characters that no token has"))
    return Tokens(api, user)


class TokenKeeper:
    """The tokens of each FOG server in the keyring of the operating system. Blocks while a person unlocks that.

    look: finds the keyring, None where none runs; done once, when it is needed.
    """

    def __init__(self, look: Callable[[], Vault | None] = find_vault) -> None:
        self._look = look
        self._vault: Vault | None = None
        self._has_looked = False

    @property
    def keyring(self) -> str:
        """What the keyring is called; "" where none runs."""
        vault = self._found()
        return "" if vault is None else vault.name

    def read(self, server: FogAddress) -> Tokens | None:
        """What is kept for a server; None for nothing, and where no keyring runs. Raises FogError."""
        vault = self._found()
        kept = None if vault is None else vault.read(_service(server), _ACCOUNT)
        if kept is None or vault is None:
            return None
        api, _, user = kept.partition("\n")
        return checked_tokens(api, user, vault.name)

    def keep(self, server: FogAddress, tokens: Tokens) -> None:
        """Put them into the keyring, in place of what was. Raises FogError."""
        vault = self._found()
        if vault is None:
            raise FogError(FaultCode.KEYRING_MISSING)
        vault.keep(_service(server), _ACCOUNT, f"{tokens.api}\n{tokens.user}".rstrip("\n"))

    def forget(self, server: FogAddress) -> bool:
        """Remove what is kept for a server; False for nothing. Raises FogError."""
        vault = self._found()
        return vault is not None and vault.forget(_service(server), _ACCOUNT)

    def _found(self) -> Vault | None:
        if not self._has_looked:
            self._vault = self._look()
            self._has_looked = True
        return self._vault


def _service(server: FogAddress) -> str:
    """By host and port as they were given, whatever pages and scheme are found there."""
    return f"{_SERVICE}: {server.place}"
