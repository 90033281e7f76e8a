"""Reading `default.ipxe`, the script that every iPXE of FOG fetches by TFTP: it leads to the server's pages."""

from __future__ import annotations

import re

from fogportable.fog.address import FogAddress, parse_fog_address

_CHAIN = re.compile(r"chain\s+(?:--\S+\s+|-\S+\s+)*(\S+?boot\.php)(?:##\S+)?")
#: FOG 1.6 may write `${netbootproto}://`, which it sets before.
_SET_PROTOCOL = re.compile(r"set\s+netbootproto\s+(https?)\b")
_MOST_BYTES = 16_384


def script_target(script: bytes) -> FogAddress | None:
    """Where the script leads: the server's pages. None where it is no such script."""
    text = script[:_MOST_BYTES].decode("utf-8", errors="replace")
    found = _CHAIN.search(text) if text.startswith("#!ipxe") else None
    if found is None:
        return None
    protocol = _SET_PROTOCOL.search(text)
    url = found[1].replace("${netbootproto}", protocol[1] if protocol else "http")
    try:
        return parse_fog_address(url)
    except ValueError:
        return None
