"""May this process open ports below 1024 by itself?"""

from __future__ import annotations

import os
from pathlib import Path

#: Bit of CAP_NET_BIND_SERVICE in a capability mask. Source: linux/capability.h.
_CAP_NET_BIND_SERVICE = 10
_FIRST_UNPRIVILEGED = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
_STATUS = Path("/proc/self/status")


def may_open_boot_ports(lowest_port: int = 67) -> bool:
    """True when port 67 can be bound without asking anybody for rights. True on Windows, where any user may."""
    if os.name == "nt" or os.geteuid() == 0:
        return True
    return _has_capability() or _first_unprivileged_port() <= lowest_port


def _has_capability() -> bool:
    try:
        lines = _STATUS.read_text().splitlines()
    except OSError:
        return False
    mask = next((line.split()[1] for line in lines if line.startswith("CapEff:")), "0")
    return bool(int(mask, 16) >> _CAP_NET_BIND_SERVICE & 1)


def _first_unprivileged_port() -> int:
    try:
        return int(_FIRST_UNPRIVILEGED.read_text())
    except (OSError, ValueError):
        return 1024
