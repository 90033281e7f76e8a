"""The kit with a private network, as a program: prints events as `serve --json` does, and ends on SIGTERM.

`python -m tests.system.private_kit INTERFACE ROOT SCRIPT [ARCH=FILE ...] [menu]`; `menu` puts a menu of the firmware
before the files, of which the second entry is the first file.
"""

from __future__ import annotations

import sys
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.cli.ending import ended_by_signals
from fogportable.cli.output import json_line
from fogportable.errors import FogPortableError
from fogportable.model import BootRule, LeasingInterface, PrivateNetwork, PxeAction, PxeEntry, PxeMenu, ServingPlan
from fogportable.platform.interfaces import find_interface, serving_interface
from fogportable.protocol.pxe.archs import parse_arch
from fogportable.session.facade import KitSession

FIRST, LAST = IPv4Address("10.77.1.100"), IPv4Address("10.77.1.150")


def main(interface: str, root: str, script: str, *boot: str) -> int:
    """Serve until a signal comes. 3 when it cannot start."""
    card = serving_interface(find_interface(interface))
    pairs = [each.partition("=") for each in boot if "=" in each]
    rules = tuple(BootRule(parse_arch(arch), file) for arch, _, file in pairs)
    menu = PxeMenu()
    if "menu" in boot:
        entries = (
            PxeEntry("Nothing", PxeAction.FILE, file="nothing.efi"),
            PxeEntry("Ours", PxeAction.FILE, file=rules[0].file),
        )
        menu = PxeMenu("Press F8 for a menu", 30, entries)
    network = PrivateNetwork(interface, FIRST, LAST, lease_s=600, router=card.address.ip)
    plan = ServingPlan(
        interfaces=(),
        root=Path(root),
        rules=rules,
        ipxe_script=Path(script).read_bytes(),
        pxe_menu=menu,
        leasing=(LeasingInterface(card, network),),
    )
    session = KitSession()
    with ended_by_signals() as ending:
        try:
            session.start(plan)
        except FogPortableError as problem:
            print(problem.fault, flush=True)
            return 3
        cursor = 0
        while not ending.asked.wait(0.1):
            cursor = _print_news(session, cursor)
        session.stop(drain_s=0.0)
        _print_news(session, cursor)
    return 0


def _print_news(session: KitSession, cursor: int) -> int:
    batch = session.events_since(cursor)
    for record in batch.records:
        print(json_line(record), flush=True)
    return batch.next_cursor


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
