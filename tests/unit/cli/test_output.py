"""One readable line for people, one stable object for programs, nothing harmful for terminals."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogportable import events
from fogportable.cli.output import exit_code_of, in_pieces, json_line, plain, print_fault, readable_line, readable_lines
from fogportable.errors import ConfigError, ExitCode, FaultCode, ServiceError, describe
from fogportable.events import ClientAsked, Crowd, Event, FaultRaised, OfferSent, Record, SessionStarted
from fogportable.model import OfferShape
from fogportable.protocol.address import MacAddress

MAC = MacAddress.parse("AA-BB-CC-00-11-22")
NOW = datetime(2026, 3, 4, 5, 6, 7, 890000, tzinfo=UTC)


def _asked(vendor_class: str = "PXEClient") -> ClientAsked:
    return ClientAsked(
        client=MAC, interface="eth0", arch=7, uuid=None, vendor_class=vendor_class, runs_ipxe=False, port=67
    )


def _record(event: Event) -> Record:
    return Record(3, 1.5, NOW, event)


def test_an_object_has_the_promised_keys() -> None:
    line = json.loads(json_line(_record(_asked())))
    assert line["time"] == "2026-03-04T05:06:07.890Z"
    assert line["event"] == "client_asked"
    assert line["client"] == "aa:bb:cc:00:11:22"
    assert line["service"] == "dhcp"
    assert line["arch"] == 7
    assert line["uuid"] is None


@given(st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)))
def test_times_are_those_of_the_event_in_utc_and_by_the_clock_on_the_wall(time: datetime) -> None:
    record = Record(3, 1.5, time.replace(tzinfo=UTC), _asked())
    assert json.loads(json_line(record))["time"] == f"{time.isoformat(timespec='milliseconds')}Z"
    assert readable_line(record).startswith(f"{record.time.astimezone():%H:%M:%S} ")


def test_an_event_about_nobody_has_a_null_client() -> None:
    started = SessionStarted(interfaces=("eth0",), addresses=(IPv4Address("10.0.0.1"),), root="/srv", ports=(67, 69))
    line = json.loads(json_line(_record(started)))
    assert line["client"] is None
    assert line["addresses"] == ["10.0.0.1"]
    assert line["ports"] == [67, 69]


def test_a_fault_is_an_object_with_code_message_and_remedy() -> None:
    fault = describe(FaultCode.NO_BOOT_FILES)
    line = json.loads(json_line(_record(FaultRaised(fault=fault))))
    assert line["fault"] == {"code": "no_boot_files", "message": fault.message, "remedy": fault.remedy}


def test_event_names_are_unique_and_snake_case() -> None:
    kinds = [each for each in vars(events).values() if isinstance(each, type) and issubclass(each, Event)]
    # TFTP and HTTP tell the same story by the same names; the service tells them apart.
    names = [each.name for each in kinds if each is not Event]
    told = {(each.name, each.service) for each in kinds if each is not Event}
    assert len(names) > 10
    assert len(names) == len(told)
    assert all(name.islower() and name.replace("_", "").isalpha() for name in names)


@given(st.text())
def test_what_a_packet_says_never_steers_the_terminal(text: str) -> None:
    line = readable_line(_record(_asked(vendor_class=text))) + plain(text)
    assert not [each for each in line if ord(each) < 32 or 127 <= ord(each) < 160]


@given(
    st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30) | st.just("a" * 3000) | st.just("ä" * 2500))
)
def test_lines_are_written_in_pieces_that_a_pipe_takes_whole(lines: list[str]) -> None:
    pieces = list(in_pieces(lines))
    assert "".join(pieces) == "".join(f"{line}\n" for line in lines)
    assert all(piece.endswith("\n") for piece in pieces)
    for piece in pieces:
        assert len(piece.encode("utf-8", "replace")) <= 512 or piece.count("\n") == 1


@given(st.sampled_from([ClientAsked, OfferSent]), st.sampled_from(OfferShape), st.text(min_size=1), st.booleans())
def test_lines_of_a_crowd_are_those_of_its_records(
    kind: type[Event], shape: OfferShape, file: str, runs_ipxe: bool
) -> None:
    """file: any text, though a rule's file is a printable name."""
    hardware = [bytes([2, 0, 0, 0, 0, number]) for number in range(3)]

    def make(place: int) -> Event:
        client = MacAddress(hardware[place])
        if kind is ClientAsked:
            return replace(_asked(), client=client, runs_ipxe=runs_ipxe, uuid=str(place))
        us = IPv4Address("10.0.0.1")
        return OfferSent(
            client=client, interface="eth0", arch=7, file=file, next_server=us, destination="x", shape=shape
        )

    crowd = Crowd(7, 1.5, NOW, hardware, make)
    assert readable_lines(crowd) == [readable_line(each) for each in crowd.records()]
    assert readable_lines(crowd.part(1, 3)) == readable_lines(crowd)[1:]


def test_a_fault_is_two_sentences_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    problem = ServiceError(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812)
    print_fault(problem)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [problem.fault.message, problem.fault.remedy]
    assert "dnsmasq (process 812)" in said.err


def test_exit_codes_follow_the_kind_of_fault() -> None:
    wrong = ConfigError(FaultCode.PROFILE_BAD_VALUE, file="p", key="k", line=3, problem="x", expected="y")
    assert exit_code_of(wrong) is ExitCode.USAGE
    assert exit_code_of(ServiceError(FaultCode.NO_PERMISSION)) is ExitCode.COULD_NOT_START


def test_a_fault_before_serving_is_an_object_with_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    print_fault(describe(FaultCode.NO_BOOT_FILES), as_json=True)
    line = json.loads(capsys.readouterr().out)
    assert datetime.fromisoformat(line["time"]).tzinfo is UTC
    assert (line["event"], line["client"], line["service"]) == ("error", None, "session")
    assert line["fault"]["code"] == "no_boot_files"
