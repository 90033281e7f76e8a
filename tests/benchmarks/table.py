"""Tables for people and JSON for programs."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.rounds import Row, Settings, Skipped, Spread, Table

_HEAD = ("", "ours", "peer", "", "ratio [min-max]", "goal", "")


def text_of(table: Table) -> str:
    """Columns as wide as they must be; remarks below their row."""
    lines = [_HEAD, *(_cells(row) for row in table.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    out = [table.title, "=" * len(table.title)]
    for number, line in enumerate(lines):
        out.append("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
        if number and table.rows[number - 1].remark:
            out.append(f"    ({table.rows[number - 1].remark})")
    out += [f"* {note}" for note in table.notes]
    return "\n".join(out) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    ours, judged = Spread.of(row.ours), row.judged
    theirs = _figure(Spread.of(row.theirs).median) if row.theirs else ""
    is_ratio = bool(row.theirs) and row.is_ratio
    spread = f"{judged.median:.2f} [{judged.least:.2f}-{judged.most:.2f}]" if is_ratio else ""
    if not is_ratio and len(row.ours) > 1:
        spread = f"[{_figure(judged.least)}-{_figure(judged.most)}]"
    verdict = "" if row.is_met is None else "met" if row.is_met else "MISSED"
    goal = str(row.goal) if row.goal is not None else ""
    return (row.title, f"{_figure(ours.median)} {row.unit}", theirs, row.peer, spread, goal, verdict)


def _figure(value: float) -> str:
    """Three digits that count."""
    size = abs(value)
    return f"{value:,.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}" if size else "0"


@dataclass
class Result:
    """Of one part. not_measured: cells and why."""

    part: str
    tables: list[Table] = field(default_factory=list)
    not_measured: dict[str, str] = field(default_factory=dict)
    is_broken: bool = False

    def note(self, cell: str, reason: Exception) -> None:
        """A cell without figures."""
        is_skipped = isinstance(reason, Skipped)
        self.is_broken = self.is_broken or not is_skipped
        self.not_measured[cell] = f"{'skipped' if is_skipped else 'BROKEN'}: {reason}"


def as_json(results: Sequence[Result], settings: Settings, versions: Mapping[str, str]) -> str:
    """Everything, round by round. versions: of the packages."""
    document = {
        "when": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": machine(),
        "settings": dataclasses.asdict(settings),
        "versions": dict(versions),
        "parts": {
            each.part: {"tables": [_table_values(table) for table in each.tables], "not_measured": each.not_measured}
            for each in results
        },
    }
    return json.dumps(document, indent=1) + "\n"


def _table_values(table: Table) -> dict[str, object]:
    return {"title": table.title, "notes": table.notes, "rows": [_row_values(row) for row in table.rows]}


def _row_values(row: Row) -> dict[str, object]:
    return {
        **{key: value for key, value in dataclasses.asdict(row).items() if key != "goal"},
        "judged": dataclasses.asdict(row.judged),
        "goal": None if row.goal is None else str(row.goal),
        "is_met": row.is_met,
    }


def machine() -> dict[str, object]:
    """What figures must be read with."""
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return {
        "cpu": models[0].split(":", 1)[1].strip() if models else platform.machine(),
        "cores": os.cpu_count(),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "load_before": os.getloadavg()[0],
    }
