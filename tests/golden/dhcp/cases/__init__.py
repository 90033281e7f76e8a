"""All cases, by what they are about; one room each."""

from __future__ import annotations

from tests.golden.dhcp.cases import (
    imported,
    ladder,
    options,
    plain,
    private_network,
    pxe_menu,
    relays,
    rules,
    shapes,
    sites,
    special,
)
from tests.golden.dhcp.conversation import Case

CASES: tuple[Case, ...] = (
    *plain.CASES,
    *shapes.CASES,
    *rules.CASES,
    *pxe_menu.CASES,
    *relays.CASES,
    *options.CASES,
    *ladder.CASES,
    *special.CASES,
    *sites.CASES,
    *private_network.CASES,
    *imported.CASES,
)
