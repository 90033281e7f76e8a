"""What the entries of both menus must keep: keys that fit their action, and texts that stand once."""

from __future__ import annotations

from enum import StrEnum

from fogportable.config.problems import Problems
from fogportable.config.setting import Kind
from fogportable.config.settings import REQUIRED_BY_ACTION, SETTINGS, setting
from fogportable.config.values import RawTable
from fogportable.language import say


def check_fields(problems: Problems, table: RawTable, action: StrEnum) -> None:
    """Each action has keys it cannot do without and keys that mean nothing to it."""
    required = REQUIRED_BY_ACTION.get((table.name, action))
    if required is not None and table.raw.get(required, "") == "":
        example = "1" if setting(f"{table.name}.{required}").kind is Kind.NUMBER else '"..."'
        problems.bad_value(
            (*table.path, required),
            say('action "{action}" needs it', action=action),
            say("{required} = {example} in this entry", required=required, example=example),
        )
    for each in SETTINGS:
        if each.table == table.name and each.actions and action not in each.actions and table.has(each.key):
            fitting = " or ".join(f'action = "{one}"' for one in sorted(each.actions))
            problems.bad_value(
                (*table.path, each.key),
                say('action "{action}" does not use it', action=action),
                say("{fitting}, or take the line out", fitting=fitting),
            )


def check_texts(problems: Problems, tables: tuple[RawTable, ...], texts: tuple[str, ...]) -> None:
    """Two entries of one text could not be told apart."""
    first: dict[str, RawTable] = {}
    for table, text in zip(tables, texts, strict=True):
        if text and text in first:
            line = problems.line_of(first[text].path)
            problems.bad_value(
                (*table.path, "text"), say("the entry in line {line} has the same text", line=line), say("another text")
            )
        first.setdefault(text, table)
