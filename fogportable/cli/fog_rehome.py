"""`fogportable fog rehome`: where a FOG server that moved still names its old address, and scripts that work now."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from fogportable.bootfiles.fog_scripts import write_fog_scripts
from fogportable.cli.fog_flags import Actions, add_common, add_token_file, tftp_of, web_of
from fogportable.cli.fog_login import known_tokens
from fogportable.cli.fog_show import show, show_progress
from fogportable.cli.output import fault_values
from fogportable.errors import Fault
from fogportable.fog.rehome import Place, Rehoming, Standing
from fogportable.foglink.rehome import NFS_PORT, look_for_stale_places
from fogportable.foglink.tokens import API_VARIABLE, USER_VARIABLE
from fogportable.foglink.trust import usual_pins

_MARKS = {Standing.RIGHT: "right", Standing.OTHER: "another", Standing.STALE: "stale"}
_LABEL_WIDTH = 30


@dataclass(frozen=True, slots=True)
class _Done:
    """What was found, and the scripts that were written."""

    found: Rehoming
    scripts: tuple[Path, ...]

    @property
    def notes(self) -> tuple[Fault, ...]:
        return self.found.notes


def add_action(actions: Actions) -> None:
    """The parser of `rehome`."""
    action = actions.add_parser(
        "rehome",
        help="show where a server that moved still names its old address, and write scripts that work",
        description="Compare the address that a FOG server is reached at with every place in which it names its own: "
        "default.ipxe, boot.php, its certificate, and with tokens its settings and storage nodes. Nothing on it is "
        f"changed. Tokens in {API_VARIABLE} and {USER_VARIABLE}, in a file, or of `fog login`. Exit code 1 when a "
        "place is stale.",
    )
    add_common(action)
    add_token_file(action)
    action.add_argument(
        "--output", type=Path, metavar="DIR", help="write a default.ipxe and autoexec.ipxe for ADDRESS into this folder"
    )
    action.add_argument("--nfs-port", type=int, default=NFS_PORT, help=argparse.SUPPRESS)
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    def work() -> _Done:
        found = look_for_stale_places(
            web_of(args),
            tftp_of(args),
            usual_pins(),
            tokens=known_tokens(args),
            nfs_port=args.nfs_port,
            on_progress=show_progress,
        )
        scripts = () if args.output is None else write_fog_scripts(found.address.url, args.output)
        return _Done(found, scripts)

    return show("rehome", work, _values, _lines, as_json=args.json)


def _lines(done: _Done) -> list[str]:
    found = done.found
    lines = [found.sentence, *(_place_line(place) for place in found.places), *found.advice]
    if done.scripts:
        lines += _script_lines(done)
    return lines


def _place_line(place: Place) -> str:
    return f"  {_MARKS[place.standing]:<9}{place.named.label:<{_LABEL_WIDTH}}{place.named.host}"


def _script_lines(done: _Done) -> list[str]:
    names = " and ".join(file.name for file in done.scripts)
    script = done.scripts[0]
    host = done.found.address.host
    return [
        f"Written into {script.parent}: {names}, which lead to {done.found.address.url}.",
        f"  For good: copy {script.name} over /tftpboot/{script.name} on the server.",
        f"  Until then, from this laptop: fogportable serve --interface NAME --fog {host} --fog-mode relay",
    ]


def _values(done: _Done) -> dict[str, object]:
    found = done.found
    return {
        "url": found.address.url,
        "has_moved": bool(found.stale),
        "has_settings": found.has_settings,
        "places": [
            {
                "place": place.named.kind.value,
                "name": place.named.name or None,
                "host": place.named.host,
                "standing": place.standing.value,
                "fault": None if place.fault is None else fault_values(place.fault),
            }
            for place in found.places
        ],
        "advice": list(found.advice),
        "scripts": [str(file) for file in done.scripts],
        "notes": [fault_values(note) for note in found.notes],
    }
