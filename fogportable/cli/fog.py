"""`fogportable fog`: looking at a FOG server and working with it; a file for each action."""

from __future__ import annotations

import argparse

from fogportable.cli import (
    fog_bootfiles,
    fog_identify,
    fog_lists,
    fog_login,
    fog_preview,
    fog_register,
    fog_rehome,
    fog_scan,
    fog_tasks,
    fog_trust,
    fog_work,
)

_ACTIONS = (
    fog_scan,
    fog_identify,
    fog_preview,
    fog_bootfiles,
    fog_rehome,
    fog_trust,
    fog_login,
    fog_lists,
    fog_tasks,
    fog_register,
    fog_work,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `fog` takes."""
    parser.description = (
        "Look at a FOG server over the network, and give it work. Only register, deploy, multicast, capture, wake and "
        "cancel change anything on it."
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for each in _ACTIONS:
        each.add_action(actions)
