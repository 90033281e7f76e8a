"""The pass sheet adds up and names everybody who did not do as they should."""

from __future__ import annotations

from dataclasses import replace

from fogportable.protocol.address import MacAddress
from fogportable.simulator.firmware import ClientKind
from fogportable.simulator.pass_sheet import sum_up
from fogportable.simulator.roster import ClientResult, ClientStep, Expectation, ReceivedFile

GOOD = ClientResult(
    MacAddress.parse("00:14:22:00:00:01"),
    ClientKind.X64,
    ClientStep.DONE,
    is_as_expected=True,
    reason="",
    files=(ReceivedFile("a.efi", 1_500_000, "00", 1.0, True), ReceivedFile("boot.ipxe", 500, "11", 0.1)),
    replies=2,
)
BAD = replace(
    GOOD, kind=ClientKind.BIOS, step=ClientStep.FAILED, is_as_expected=False, reason="no boot server answered", files=()
)
TURNED_AWAY = replace(
    BAD,
    kind=ClientKind.IA32,
    is_as_expected=True,
    reason="no boot server answered",
    expects=Expectation.NO_ANSWER,
    replies=0,
)


def test_good_room_passes() -> None:
    sheet = sum_up([GOOD, GOOD, TURNED_AWAY], seconds=3.25)
    assert sheet.is_passed
    assert (sheet.clients, sheet.booted, sheet.refused, sheet.replies) == (3, 2, 1, 4)
    assert (sheet.files, sheet.checked_files, sheet.received_bytes) == (4, 2, 3_001_000)
    assert sheet.sentence() == "Passed: 2 of 3 computers booted in 3.2 s, and 1 were turned away as they had to be."
    text = "\n".join(sheet.lines())
    assert "UEFI x64 (7)                 2 of 2 in the menu" in text
    assert "Addresses given out       none (in 4 answers)" in text
    assert "3.0 MB" in text


def test_failure_is_named_with_its_reason() -> None:
    sheet = sum_up([GOOD, BAD], seconds=1)
    assert not sheet.is_passed
    assert "  00:14:22:00:00:01  BIOS (0): no boot server answered" in sheet.lines()
    assert sheet.sentence() == "Failed: 1 of 2 computers did not do as they should."


def test_one_given_address_fails_the_room() -> None:
    sheet = sum_up([replace(GOOD, addresses_given=1)], seconds=1)
    assert not sheet.is_passed
    assert "1, which must never happen" in "\n".join(sheet.lines())


def test_client_that_has_not_ended_and_one_that_should_not_have_booted_fail() -> None:
    running = replace(GOOD, step=ClientStep.LOADING, is_as_expected=False)
    wrong = replace(GOOD, is_as_expected=False, expects=Expectation.NO_ANSWER)
    reasons = [failure.reason for failure in sum_up([running, wrong], seconds=1).failures]
    assert reasons == [
        "it was still loading the boot file",
        "it booted although it should have been turned away",
    ]


def test_empty_room_does_not_pass() -> None:
    assert not sum_up([], seconds=0).is_passed


def test_long_list_of_failures_is_cut_with_its_number() -> None:
    lines = sum_up([BAD] * 25, seconds=1).lines()
    assert "  ... and 5 more" in lines
