"""Where the tokens for FOG's API come from: the environment or a file. Never kept, shown or logged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fogportable.errors import FaultCode, FogError
from fogportable.fog.api import Tokens

API_VARIABLE = "FOGPORTABLE_FOG_API_TOKEN"
USER_VARIABLE = "FOGPORTABLE_FOG_USER_TOKEN"

#: FOG shows them in base64.
_TOKEN = re.compile(r"[A-Za-z0-9+/_=-]{1,1024}")
_MOST_BYTES = 8192


def read_tokens(environment: Mapping[str, str], file: Path | None = None) -> Tokens | None:
    """Both tokens; None where nobody gave any. file: beats the environment. Raises FogError."""
    if file is not None:
        return checked_tokens(*_lines_of(file), str(file))
    api, user = (environment.get(name, "").strip() for name in (API_VARIABLE, USER_VARIABLE))
    if not api and not user:
        return None
    if not (api and user):
        raise FogError(FaultCode.FOG_TOKEN_MISSING, missing=USER_VARIABLE if api else API_VARIABLE)
    return checked_tokens(api, user, "the environment")


def _lines_of(file: Path) -> tuple[str, str]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_MOST_BYTES).decode("ascii")
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem=words) from problem
    except UnicodeDecodeError:
        # Without its cause, which would carry what the file holds.
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem="it is no plain text") from None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != 2:
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=file, problem=f"it has {len(lines)} lines and not two")
    return lines[0], lines[1]


def checked_tokens(api: str, user: str, source: str) -> Tokens:
    """Both, where they can be tokens. source: where they come from, for people. Raises FogError."""
    if not (_TOKEN.fullmatch(api) and _TOKEN.fullmatch(user)):
        raise FogError(FaultCode.FOG_TOKEN_UNUSABLE, source=source, problem="one has characters that no token has")
    return Tokens(api, user)
