"""The two UDP ports on which a proxyDHCP server is asked."""

from __future__ import annotations

from enum import Enum


class DhcpPort(Enum):
    """The standard's numbers; a rehearsal binds other ones that stand for these."""

    DISCOVERY = 67  # RFC 2131 4.1
    BOOT_SERVER = 4011  # PXE 2.1, 2.2.3
