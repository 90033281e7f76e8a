"""Reading `[fog]`: the FOG server that a room is served for."""

from __future__ import annotations

from fogportable.config.problems import Problems
from fogportable.config.values import RawTable, ValueReader
from fogportable.language import say
from fogportable.model import FogMode, FogSettings


def read_fog(values: ValueReader, problems: Problems, top: RawTable) -> FogSettings:
    """The table; what is wrong goes to the problems. The firmware's own menu does not go with a server."""
    table = values.table(top, "fog")
    server = values.text(table, "server")
    path = (*table.path, "server")
    if server and not problems.has(path):
        # Late: most rooms have no FOG server, and each import is time in which a computer gets no answer.
        from fogportable.fog.address import parse_fog_address

        try:
            parse_fog_address(server)
        except ValueError:
            expected = say("an address such as 10.0.0.5, a name, or http://10.0.0.5/fog/")
            problems.bad_value(path, say("it is not the address of a FOG server"), expected)
        if _has_entries(top):
            words = say("the firmware's menu below [pxe_menu] does not lead to a FOG server")
            problems.bad_value(path, words, say('either this server or entries in [pxe_menu], and "" for none'))
    return FogSettings(
        server=server,
        mode=values.choice(table, "mode", FogMode) or FogMode.POINT,
        finishes_to_disk=values.flag(table, "finished_to_disk"),
    )


def _has_entries(top: RawTable) -> bool:
    menu = top.raw.get("pxe_menu")
    return isinstance(menu, dict) and bool(menu.get("entry"))
