"""`serve` and networks that are known: with a profile they are remembered, without one it is named."""

from __future__ import annotations

import sys
from pathlib import Path

from fogportable.cli.output import plain, print_fault
from fogportable.errors import ServiceError
from fogportable.model import ServingPlan
from fogportable.session.known_sites import KnownSites, mark_of, remember_site


def note_site(plan: ServingPlan, profile: Path | None, *, as_json: bool) -> None:
    """After Start. Networks of loopback and of our own are none; a memory that cannot be written holds nothing up."""
    for card in plan.interfaces:
        if card.device is None:
            continue
        if profile is not None:
            try:
                remember_site(card.name, plan.room.name, profile)
            except ServiceError as problem:
                print_fault(problem, to=sys.stderr)
        elif not as_json:
            mark = mark_of(card.name)
            site = None if mark is None else KnownSites().find(mark)
            if site is not None:
                name = site.room or site.profile.stem
                print(plain(f"This looks like {name}, served on {site.served}: --profile {site.profile}"))
                sys.stdout.flush()
