"""DHCP servers that schools run beside dnsmasq: ISC dhcpd and Kea. They give addresses and say nothing of booting."""

from __future__ import annotations

import json
from pathlib import Path

from tests.system.lab import SITE, Lab, Process

_ISC = """
default-lease-time 600;
max-lease-time 7200;
authoritative;
subnet 10.77.1.0 netmask 255.255.255.0 {
  range 10.77.1.100 10.77.1.200;
  option routers 10.77.1.1;
}
"""


def start_isc_dhcpd(school: Lab, more: str = "") -> Process:
    """ISC dhcpd, whose next server is 0.0.0.0. more: lines before its subnet."""
    configuration, leases = school.folder / "dhcpd.conf", school.folder / "dhcpd.leases"
    configuration.write_text(more + _ISC)
    leases.write_text("")
    command: list[str | Path] = ["dhcpd", "-4", "-f", "-d", "-cf", configuration, "-lf", leases]
    # Debian's dhcpd keeps to its own folders unless it is told to stay root.
    process = school.start("site", "isc-dhcpd", [*command, "-pf", school.folder / "dhcpd.pid", "site0"])
    process.wait_for("Server starting service", 15)
    return process


def start_kea(school: Lab, *classes: dict[str, str]) -> Process:
    """Kea's DHCPv4 server. classes: its client classes, each with what it is told."""
    folder = school.folder / "kea"
    folder.mkdir()
    configuration = folder / "kea-dhcp4.conf"
    subnet = {
        "subnet": "10.77.1.0/24",
        "pools": [{"pool": "10.77.1.100 - 10.77.1.200"}],
        "option-data": [{"name": "routers", "data": SITE}],
    }
    settings = {
        "interfaces-config": {"interfaces": ["site0"]},
        "lease-database": {"type": "memfile", "persist": False},
        "subnet4": [subnet],
        **({"client-classes": list(classes)} if classes else {}),  # An empty list is a syntax error to Kea.
        "loggers": [{"name": "kea-dhcp4", "output_options": [{"output": "stdout"}], "severity": "INFO"}],
    }
    configuration.write_text(json.dumps({"Dhcp4": settings}))
    environment = {"KEA_PIDFILE_DIR": str(folder), "KEA_LOCKFILE_DIR": str(folder)}
    process = school.start("site", "kea", ["kea-dhcp4", "-c", configuration], **environment)
    process.wait_for("DHCP4_STARTED", 15)
    return process
