"""What a session says of itself: its state at one moment, and what it serves."""

from __future__ import annotations

from datetime import datetime

from fogportable.errors import Fault
from fogportable.events import SessionStarted
from fogportable.model import RoomEnd, ServingPlan, SessionState, SessionStatus, TransferSnapshot
from fogportable.platform.packet_tap import why_no_tap
from fogportable.session.leasing import cards_of
from fogportable.session.lineup import LineUp


def status_of(
    lineup: LineUp | None,
    running: tuple[TransferSnapshot, ...],
    state: tuple[SessionState, datetime | None, Fault | None],
    before: tuple[int, int],
    sent_bytes: int,
    end: RoomEnd,
) -> SessionStatus:
    """The session at this moment. before: requests and malformed ones that earlier line-ups heard.

    sent_bytes: of transfers that have ended. end: what "done" means.
    """
    heard = lineup.heard() if lineup is not None else (0, 0)
    return SessionStatus(
        state=state[0],
        since=state[1],
        requests_heard=before[0] + heard[0],
        loading_computers=len({each.address for each in running}),
        rate_bytes_per_s=sum(each.rate_bytes_per_s or 0.0 for each in running),
        ports=lineup.ports if lineup is not None else (),
        fault=state[2],
        malformed_datagrams=before[1] + heard[1],
        receive_buffer_bytes=lineup.receive_buffer_bytes if lineup is not None else 0,
        http_port=lineup.wire.http if lineup is not None else None,
        addresses_given=len(lineup.leases()) if lineup is not None else 0,
        leasing=lineup.leasing_cards if lineup is not None else (),
        sent_bytes=sent_bytes + sum(each.sent_bytes for each in running),
        end=end,
    )


def why_unseen(plan: ServingPlan, lineup: LineUp) -> Fault | None:
    """Why other servers' offers cannot be seen; serving does not need it."""
    is_real = any(each.device is not None for each in plan.interfaces)
    return why_no_tap() if is_real and not lineup.sees_site else None


def started(plan: ServingPlan, lineup: LineUp) -> SessionStarted:
    """What is served, as an event."""
    return SessionStarted(
        interfaces=tuple(each.name for each in cards_of(plan)),
        addresses=tuple(each.address.ip for each in cards_of(plan)),
        root=str(plan.root) if plan.serves_files else "",
        ports=lineup.ports,
        private_networks=tuple(each.card.name for each in plan.leasing),
    )
