"""A session report as it stands at this moment, from what a session says and what a front end saw of it over time."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib import metadata
from typing import Protocol

from fogportable.model import ClientSnapshot, Room, ServingPlan, SessionStatus, SiteSnapshot
from fogportable.report.facts import Card, ComputerLine, Course, Delivery, SessionReport
from fogportable.report.history import RowKey, Stretch
from fogportable.room.seating import Seating


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
    handed_over: Mapping[RowKey, datetime] | None = None,
    profile: str = "",
    room: Room | None = None,
    is_rehearsal: bool = False,
    now: datetime,
) -> SessionReport:
    """stretches, handed_over: of the front end's `History`. profile: its name, "" for none. room: as it is known
    now, seats learned since Start among them; None for that of the plan. now: aware, local.

    Takes a copy's time; from any thread.
    """
    course, plan = session.course(), session.plan
    room = room or (plan.room if plan is not None else Room())
    lines, missing = _lines(session.clients(), course, handed_over or {}, room)
    report = SessionReport(
        made=now,
        versions=versions(),
        lines=lines,
        is_rehearsal=is_rehearsal,
        is_serving=session.status().state.is_for_computers,
        profile=profile,
        course=course,
        site=session.site(),
        stretches=stretches,
        room=room,
        missing=missing,
    )
    return report if plan is None else _with_plan(report, plan)


def _lines(
    clients: tuple[ClientSnapshot, ...], course: Course, handed_over: Mapping[RowKey, datetime], room: Room
) -> tuple[tuple[ComputerLine, ...], tuple[str, ...]]:
    """Every computer with its seat, and the seats whose computer is known and is not among them."""
    seating = Seating(room)
    deliveries = {each.mac: each for each in course.deliveries}
    # Of computers that were docked one after another, what was sent to their address is told with the last.
    newest = {client.mac: client.key for client in clients}
    lines: list[ComputerLine] = []
    heard: set[int] = set()
    for client in clients:
        seat = seating.seat_of(client.mac, client.uuid)
        if seat is not None:
            heard.add(seat.place)
        known = deliveries.get(client.mac) if newest[client.mac] == client.key else None
        name = seat.name if seat is not None else ""
        lines.append(ComputerLine(client, known or Delivery(client.mac), handed_over.get(client.key), name))
    return tuple(lines), tuple(each.name for each in seating.seats if each.is_known and each.place not in heard)


def _with_plan(report: SessionReport, plan: ServingPlan) -> SessionReport:
    return replace(
        report,
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
