"""Whether somebody is signed in to a FOG server's API here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FogAccount:
    """keyring: what the system's is called, where tokens can be kept; "" where none runs."""

    is_signed_in: bool
    keyring: str = ""
