"""Rules about addresses and answers: who is there, and whether what we offer is taken."""

from __future__ import annotations

from fogportable.boot.policy import Silence
from fogportable.diagnosis.live.case import LIKELY, SURE, Case, Found, moments
from fogportable.diagnosis.live.expected import Awaited
from fogportable.diagnosis.live.room import others
from fogportable.diagnosis.live.trail import Software
from fogportable.diagnosis.verdicts import Verdict
from fogportable.language import say
from fogportable.model import OfferShape, SiteConflictKind

#: Three rounds of firmware: at 0, 4 and 12 s, a little less by the clock of who hears them.
_ROUNDS = 3
_ROUNDS_LAST_S = 11.0
#: Two questions, and then nothing for longer than any firmware waits.
_GAVE_UP_S = 35.0
#: Firmware asks four times on port 4011, after 1, 2 and 3 s; once when it is answered.
_ASKED_4011 = 3
_ASKED_4011_LASTS_S = 2.5

_TAKEN = {
    SiteConflictKind.CLASS_WITHOUT_43: (Verdict.CLASS_WITHOUT_OPTION_43, SURE),
    SiteConflictKind.CLASS_WITH_43: (Verdict.SITE_BOOT_FILE_WINS, SURE),
    SiteConflictKind.IPXE_LEFT_OUT: (Verdict.SITE_BOOT_FILE_WINS, SURE),
    SiteConflictKind.SECOND_PROXY: (Verdict.SECOND_PROXY, LIKELY),
    SiteConflictKind.SECOND_KIT: (Verdict.SECOND_PROXY, LIKELY),
}


def no_dhcp_server(case: Case) -> Found | None:
    """It asks and is offered boot, and nobody gives it an address."""
    run, room = case.run, case.room
    if run.lease is not None or run.has_come or run.offer is None or run.interface in case.serving.leasing:
        return None
    is_patient = len(run.asks) >= _ROUNDS and run.asked_for_s >= _ROUNDS_LAST_S
    has_given_up = len(run.asks) >= _ROUNDS - 1 and case.now_s - run.asked_last_s >= _GAVE_UP_S
    if not is_patient and not has_given_up:
        return None
    # With a server of addresses on this card it is something else: an empty pool, a filter, an offer not taken.
    if room.givers.get(run.interface) or case.trail.address_s is not None or others(room.with_address, case.trail.mac):
        return None
    confidence = SURE if is_patient and run.interface in case.serving.watched else LIKELY
    return Found(Verdict.NO_DHCP_SERVER, confidence, moments(run.asks, run.offer), {"times": len(run.asks)})


def taken_by_site(case: Case) -> Found | None:
    """Another server's answer won, as its own rules say that it must."""
    run = case.run
    if run.taken is None or run.has_come:
        return None
    moment, event = run.taken
    rule, confidence = _TAKEN.get(event.kind, (Verdict.SITE_BOOT_FILE_WINS, LIKELY))
    return Found(rule, confidence, moments(run.offer, run.lease, moment), fault=event.fault)


def offer_ignored(case: Case) -> Found | None:
    """Our offer was there in time, and it does not take it."""
    run = case.run
    if run.offer is None or run.has_come or run.taken is not None or run.software is Software.IPXE:
        return None
    values = {"file": run.file or say("its boot files")}
    if run.climbed is not None:
        # The next way is tried by itself; somebody is needed once that was in vain too.
        evidence = moments(run.offer, run.lease, run.climbed)
        is_vain = case.misses(Awaited.COMING) and case.unheard is None
        return Found(
            Verdict.OFFER_IGNORED, LIKELY, evidence, values, needs_you=is_vain, variant="" if is_vain else "ladder"
        )
    if run.lease is None:
        is_patient = len(run.asks) >= _ROUNDS and run.asked_for_s >= _ROUNDS_LAST_S
        if case.trail.address_s is None or not is_patient:
            return None
        return Found(Verdict.OFFER_IGNORED, LIKELY, moments(run.asks, run.offer), values, variant="no-address")
    if case.misses(Awaited.COMING) and _reaches_us(case) and case.unheard is None:
        return Found(Verdict.OFFER_IGNORED, LIKELY, moments(run.asks[-1:], run.offer, run.lease), values)
    return None


def no_answer_4011(case: Case) -> Found | None:
    """It asks on port 4011 again and again, or never gets to it."""
    run = case.run
    if run.has_asked_for_file:
        return None
    lasted_s = run.acks[-1].time_s - run.acks[0].time_s if run.acks else 0.0
    if len(run.acks) >= _ASKED_4011 and lasted_s >= _ASKED_4011_LASTS_S:
        return Found(Verdict.NO_ANSWER_4011, SURE, moments(run.lease, run.acks), {"times": len(run.acks)})
    if run.acks or run.shape is not OfferShape.BOOT_SERVER or run.climbed is not None or run.taken is not None:
        return None
    if not case.misses(Awaited.COMING) or others(case.room.on_4011, case.trail.mac):
        return None
    return Found(Verdict.NO_ANSWER_4011, LIKELY, moments(run.offer, run.lease), variant="unheard")


def tftp_never_asked(case: Case) -> Found | None:
    """It knows its file and where it lies, and no request for it came."""
    run = case.run
    if (
        run.software is Software.IPXE
        or run.has_asked_for_file
        or run.taken is not None
        or not case.serving.serves_files
    ):
        return None
    values = {"file": run.file or say("its boot file"), "server": run.next_server or say("this laptop")}
    if run.acks:
        is_here = run.next_server is None or run.next_server in case.serving.own
        if not is_here or not case.misses(Awaited.FILE) or case.unheard is not None:
            return None
        return Found(Verdict.TFTP_NEVER_ASKED, LIKELY, moments(run.lease, run.acks), values)
    if run.climbed is not None or run.shape in (OfferShape.BOOT_SERVER, OfferShape.MENU):
        return None
    if not case.misses(Awaited.COMING) or _reaches_us(case) or case.unheard is not None:
        return None
    return Found(Verdict.TFTP_NEVER_ASKED, LIKELY, moments(run.offer, run.lease), values)


def offer_too_late(case: Case) -> Found | None:
    """It takes an address, and had asked before anybody here could hear it."""
    run = case.run
    if run.asks or run.offer is not None or run.has_come or run.lease is None:
        return None
    if case.now_s - run.lease.time_s < 15.0:
        return None
    return Found(Verdict.OFFER_TOO_LATE, LIKELY, moments(run.lease))


def http_no_uri(case: Case) -> Found | None:
    """UEFI HTTP Boot, which is not served here."""
    left = case.trail.left_alone
    if left is None or left[1] != Silence.HTTP_BOOT.value:
        return None
    return Found(Verdict.HTTP_NO_URI, SURE, moments(left[0]), needs_you=False)


def _reaches_us(case: Case) -> bool:
    """Others load from here, so no firewall stands between."""
    return others(case.room.with_files, case.trail.mac)
