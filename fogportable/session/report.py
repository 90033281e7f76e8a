"""A session report as it stands at this moment, from what a session says and what a front end saw of it over time."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib import metadata
from typing import Protocol

from fogportable.model import ClientSnapshot, ServingPlan, SessionStatus, SiteSnapshot
from fogportable.protocol.address import MacAddress
from fogportable.report.facts import Card, ComputerLine, Course, Delivery, SessionReport
from fogportable.report.history import Stretch


class ReportSource(Protocol):
    """What is asked of a session. `session.facade.KitSession` has these."""

    @property
    def plan(self) -> ServingPlan | None: ...

    def status(self) -> SessionStatus: ...

    def clients(self) -> tuple[ClientSnapshot, ...]: ...

    def course(self) -> Course: ...

    def site(self) -> SiteSnapshot: ...


def make_report(
    session: ReportSource,
    *,
    stretches: tuple[Stretch, ...] = (),
    handed_over: Mapping[MacAddress, datetime] | None = None,
    profile: str = "",
    is_rehearsal: bool = False,
    now: datetime,
) -> SessionReport:
    """stretches, handed_over: of the front end's `History`. profile: its name, "" for none. now: aware, local.

    Takes a copy's time; from any thread.
    """
    course, plan = session.course(), session.plan
    deliveries = {each.mac: each for each in course.deliveries}
    moments = handed_over or {}
    lines = tuple(
        ComputerLine(client, deliveries.get(client.mac) or Delivery(client.mac), moments.get(client.mac))
        for client in session.clients()
    )
    report = SessionReport(
        made=now,
        versions=versions(),
        lines=lines,
        is_rehearsal=is_rehearsal,
        is_serving=not session.status().state.is_at_rest,
        profile=profile,
        course=course,
        site=session.site(),
        stretches=stretches,
    )
    return report if plan is None else _with_plan(report, plan)


def _with_plan(report: SessionReport, plan: ServingPlan) -> SessionReport:
    return replace(
        report,
        room=plan.room,
        boot=plan.title or str(plan.root),
        cards=tuple(Card(each.name, str(each.address)) for each in plan.interfaces),
        private_networks=tuple(Card(each.card.name, str(each.card.address)) for each in plan.leasing),
        fog=plan.fog,
    )


def versions() -> tuple[tuple[str, str], ...]:
    """The program, what it runs in and on."""
    return (
        ("FOG Portable", metadata.version("fogportable")),
        ("Python", platform.python_version()),
        (platform.system() or "System", platform.release()),
    )
