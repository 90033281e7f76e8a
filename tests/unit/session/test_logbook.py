"""The logbook knows what each computer was sent and what failed, and never grows beyond its bounds."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.errors import FaultCode, describe
from fogportable.events import (
    Event,
    FaultRaised,
    FileNotFound,
    PiecesRead,
    Record,
    SessionStarted,
    SessionStopped,
    TransferFailed,
    TransferFinished,
)
from fogportable.protocol.address import MacAddress
from fogportable.session.logbook import CAPACITY, MOST_FILES, MOST_TROUBLES, Logbook
from tests.fakes.session import NOW, make_mac

ADDRESS = IPv4Address("192.168.1.101")


def _tell(logbook: Logbook, *events: Event) -> None:
    for number, event in enumerate(events, 1):
        logbook.apply(Record(number, float(number), NOW, event))


def _finished(mac: MacAddress | None, file: str = "a", size: int = 1000, seconds: float = 2.0) -> TransferFinished:
    return TransferFinished(
        client=mac,
        transfer_id=1,
        address=ADDRESS,
        file=file,
        size_bytes=size,
        duration_s=seconds,
        retransmits=0,
        block_size=1468,
        window_size=1,
    )


def _failed(mac: MacAddress | None, sent: int = 300) -> TransferFailed:
    return TransferFailed(
        client=mac, transfer_id=1, address=ADDRESS, file="a", size_bytes=1000, sent_bytes=sent, reason="it went away"
    )


def test_bytes_and_time_add_up_over_all_attempts() -> None:
    logbook, mac = Logbook(), make_mac(1)
    pieces = PiecesRead(
        client=mac,
        transfer_id=2,
        address=ADDRESS,
        file="big.iso",
        size_bytes=500,
        sent_bytes=900,
        requests=3,
        duration_s=1.0,
    )
    _tell(logbook, _failed(mac), _finished(mac), pieces)
    (delivery,) = logbook.course().deliveries
    assert (delivery.sent_bytes, delivery.finished_bytes, delivery.file_count) == (2200, 1900, 2)
    assert delivery.rate_bytes_per_s == 1900 / 3.0
    assert delivery.files == ("a", "big.iso")
    assert logbook.sent_bytes == 2200


def test_what_failed_is_kept_once_with_its_newest_time() -> None:
    logbook, mac = Logbook(), make_mac(1)
    fault = describe(FaultCode.BOOT_FILE_MISSING, file="x", root="/srv", arch="BIOS")
    missing = FileNotFound(client=mac, address=ADDRESS, file="x", expected=False, fault=fault)
    _tell(logbook, _failed(mac), missing, _failed(mac))
    codes = [each.fault.code for each in logbook.course().deliveries[0].troubles]
    assert codes == [FaultCode.BOOT_FILE_MISSING, FaultCode.TRANSFER_FAILED]


def test_what_concerns_no_computer_is_no_computers_trouble() -> None:
    logbook = Logbook()
    gone = describe(FaultCode.INTERFACE_GONE, interface="eth0")
    _tell(logbook, FaultRaised(fault=gone), _failed(None, 70), _finished(None))
    course = logbook.course()
    assert course.deliveries == ()
    assert course.unplaced_bytes == 1070


def test_begin_and_end_are_those_of_the_session() -> None:
    logbook = Logbook()
    _tell(logbook, SessionStarted(interfaces=("lo",), addresses=(ADDRESS,), root="/srv", ports=(67,)))
    assert (logbook.course().started, logbook.course().stopped) == (NOW, None)
    _tell(logbook, SessionStopped(cut=()))
    assert logbook.course().stopped == NOW


def test_no_flood_of_computers_files_or_faults_makes_it_grow() -> None:
    logbook = Logbook()
    _tell(logbook, *(_finished(make_mac(number), size=1) for number in range(CAPACITY + 50)))
    course = logbook.course()
    assert len(course.deliveries) == CAPACITY
    assert course.unplaced_bytes + sum(each.sent_bytes for each in course.deliveries) == CAPACITY + 50
    busy = make_mac(CAPACITY + 60)
    _tell(logbook, *(_finished(busy, file=f"file-{number}") for number in range(100)))
    faults = [describe(code) for code in (FaultCode.NO_PERMISSION, FaultCode.NO_AGENT)]
    faults += [
        describe(code)
        for code in (FaultCode.BIND_HELPER_FAILED, FaultCode.TAP_NOT_ALLOWED, FaultCode.TAP_NOT_AVAILABLE)
    ]
    _tell(logbook, *(FaultRaised(client=busy, fault=fault) for fault in faults))
    last = logbook.course().deliveries[-1]
    assert len(last.files) == MOST_FILES
    assert last.file_count == 100
    assert len(last.troubles) == MOST_TROUBLES


def test_a_file_that_came_twice_is_named_once() -> None:
    logbook, mac = Logbook(), make_mac(1)
    _tell(logbook, _finished(mac, "a"), _finished(mac, "b"), _finished(mac, "a"))
    (delivery,) = logbook.course().deliveries
    assert delivery.files == ("b", "a")
    assert delivery.file_count == 3
