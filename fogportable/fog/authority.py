"""Who signed a FOG server's certificate. FOG signs it itself, so a person compares a fingerprint once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

#: How to see the fingerprint on the server itself; FOG's installer leaves the authority there. Source: FOG's
#: lib/common/functions.sh.
ON_SERVER = "openssl x509 -noout -fingerprint -sha256 -inform DER -in /var/www/fog/management/other/ca.cert.der"


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate of an authority. der: as FOG hands it out."""

    der: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256, as `openssl x509 -fingerprint -sha256` shows it: `AB:CD:...`."""
        return hashlib.sha256(self.der).digest().hex(":").upper()


def same_fingerprint(one: str, other: str) -> bool:
    """Whether two fingerprints are the same, however they are written."""
    return _digits(one) == _digits(other) != ""


def _digits(fingerprint: str) -> str:
    return fingerprint.translate(str.maketrans("", "", ": -")).lower()
