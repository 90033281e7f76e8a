"""All cases, by what they are about; one room each."""

from __future__ import annotations

from tests.golden.dhcp.cases import options, plain, pxe_menu, relays, rules, shapes
from tests.golden.dhcp.conversation import Case

CASES: tuple[Case, ...] = (
    *plain.CASES,
    *shapes.CASES,
    *rules.CASES,
    *pxe_menu.CASES,
    *relays.CASES,
    *options.CASES,
)
