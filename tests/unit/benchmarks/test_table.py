"""What is printed, and what is kept."""

from __future__ import annotations

import json

from tests.benchmarks.processes import Broken
from tests.benchmarks.rounds import Row, Settings, Skipped, Table, at_least, at_most
from tests.benchmarks.table import Result, as_json, text_of

TABLE = Table(
    "TFTP in lockstep",
    (
        Row("30 clients", "MB/s", (240.0, 250.0, 245.0), "dnsmasq", (250.0, 250.0, 250.0), at_least(0.95), "a ceiling"),
        Row("memory", "MB", (160.25,), goal=at_most(150.0)),
        Row("shown only", "s", (0.123,)),
    ),
    ("whatever holds for all",),
)


def test_table_shows_figures_ratio_goal_and_verdict() -> None:
    assert text_of(TABLE).splitlines() == [
        "TFTP in lockstep",
        "================",
        "            ours      peer           ratio [min-max]   goal",
        "30 clients  245 MB/s  250   dnsmasq  0.98 [0.96-1.00]  ≥ 0.95  met",
        "    (a ceiling)",
        "memory      160 MB                                     ≤ 150   MISSED",
        "shown only  0.12 s",
        "* whatever holds for all",
    ]


def test_json_keeps_every_round_and_why_others_are_missing() -> None:
    result = Result("tftp", [TABLE])
    result.note("windows", Skipped("no compiler"))
    assert not result.is_broken
    result.note("fairness", Broken("wrong octets"))
    assert result.is_broken
    kept = json.loads(as_json([result], Settings(3, 0.5), {"dnsmasq-base": "2.90"}))
    part = kept["parts"]["tftp"]
    assert part["not_measured"] == {"windows": "skipped: no compiler", "fairness": "BROKEN: wrong octets"}
    row = part["tables"][0]["rows"][0]
    assert row["ours"] == [240.0, 250.0, 245.0]
    assert row["judged"] == {"median": 0.98, "least": 0.96, "most": 1.0}
    assert (row["goal"], row["is_met"]) == ("≥ 0.95", True)
    assert kept["settings"]["rounds"] == 3
    assert kept["versions"] == {"dnsmasq-base": "2.90"}
