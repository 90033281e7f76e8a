"""Which test holds which demand on a TFTP server; a demand without a test, or with one that is gone, fails here."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

_TESTS = Path(__file__).parents[3]
_MACHINE = "unit/protocol/tftp/test_read_transfer.py"
_PACKETS = "unit/protocol/tftp/test_tftp_packets.py"
_ROLLOVER = "unit/protocol/tftp/test_rollover_to_one.py"
_FILES = "unit/services/test_files.py"
_RESCUES = "unit/services/test_file_rescues.py"
_SERVICE = "integration/test_tftp_service.py"
_SETTINGS = "integration/test_tftp_settings.py"
_HOSTILE = "integration/test_hostile_traffic.py"

#: Demand -> tests, as `file::function`.
CONFORMANCE: dict[str, tuple[str, ...]] = {
    "size probe, abort, request from a new port": (
        f"{_SERVICE}::test_edk2_probes_aborts_and_loads_from_a_new_port",
        f"{_MACHINE}::test_abort_right_after_oack_is_a_probe_and_answered_with_silence",
        f"{_SETTINGS}::test_single_port_knows_size_probes_repeated_requests_and_aborts",
    ),
    "OACK holds only what was asked and raises nothing": (
        f"{_PACKETS}::test_answer_holds_only_what_was_asked_and_never_more",
        f"{_PACKETS}::test_unknown_options_are_left_out_and_order_is_the_clients",
    ),
    "blksize 7, 8, 65464, junk, negative, huge": (
        f"{_PACKETS}::test_block_size_is_never_raised_and_junk_is_left_out",
        f"{_PACKETS}::test_block_fits_into_one_frame",
        f"{_PACKETS}::test_limit_of_blocks_and_the_mtu_both_hold",
    ),
    "tsize above 4 GiB": (
        f"{_PACKETS}::test_size_above_four_gib_is_told_in_full",
        f"{_MACHINE}::test_file_above_four_gib_is_sent_to_its_last_block",
    ),
    "windows of 1, 4, 16 with a lost first, middle, last block": (
        f"{_MACHINE}::test_full_window_is_followed_by_the_next",
        f"{_MACHINE}::test_lost_block_of_a_window_is_sent_again_from_there",
        f"{_MACHINE}::test_lost_block_in_lockstep_is_sent_again_after_the_wait_only",
        "unit/protocol/tftp/test_lossy_transfer.py::test_it_ends_with_equal_bytes_or_a_declared_failure",
    ),
    "a repeated ACK sends nothing again": (
        f"{_MACHINE}::test_duplicate_old_and_future_acks_are_met_with_silence",
        f"{_MACHINE}::test_repeated_ack_0_sends_nothing_again",
        f"{_MACHINE}::test_repeated_ack_of_a_gap_rolls_back_once",
    ),
    "rollover at 65535": (
        f"{_MACHINE}::test_block_number_rolls_over_to_0",
        f"{_MACHINE}::test_duplicate_ack_around_the_rollover_is_still_old",
        f"{_ROLLOVER}::test_number_after_65535_is_1_twice_over",
        f"{_SETTINGS}::test_block_after_65535_is_as_set",
    ),
    "exact multiple of the block size": (
        f"{_MACHINE}::test_exact_multiple_ends_with_an_empty_block",
        f"{_SERVICE}::test_empty_file_and_exact_multiples",
    ),
    "empty file": (f"{_MACHINE}::test_empty_file_is_one_empty_block",),
    "last ACK missing is success": (
        f"{_MACHINE}::test_last_ack_missing_is_success",
        f"{_SERVICE}::test_last_ack_missing_is_success",
    ),
    "repeated request": (
        f"{_SERVICE}::test_repeated_request_gets_the_first_packet_again_from_the_same_port",
        f"{_SERVICE}::test_late_copy_of_a_request_does_not_disturb_its_transfer",
    ),
    "wrong transfer identifier": (
        f"{_SERVICE}::test_stranger_on_the_transfer_port_does_not_disturb_it",
        f"{_SETTINGS}::test_single_port_tells_a_stranger_and_goes_on_with_its_client",
    ),
    "ERROR ends the transfer in silence": (
        f"{_MACHINE}::test_error_of_the_client_ends_it_in_silence",
        f"{_SERVICE}::test_error_of_the_client_ends_it_in_silence",
    ),
    "write request refused": (f"{_SERVICE}::test_what_is_never_served",),
    "names that attack": (
        f"{_FILES}::test_attack_is_refused",
        f"{_FILES}::test_name_of_nothing_is_not_found",
        f"{_FILES}::test_link_out_of_the_folder_is_refused",
        f"{_FILES}::test_no_name_gets_out_or_raises_anything_else",
        f"{_RESCUES}::test_link_of_an_overlay_may_not_lead_out",
        f"{_HOSTILE}::test_no_name_reaches_a_file_outside_the_folder",
    ),
    "another case, and several that match": (
        f"{_FILES}::test_windows_names_are_found_without_case",
        f"{_FILES}::test_ambiguous_name_is_always_the_first_in_order",
        f"{_RESCUES}::test_ambiguous_name_names_what_else_fits",
    ),
    "octet 255 behind the name": (f"{_FILES}::test_ways_to_name_one_file", f"{_RESCUES}::test_every_rescue_is_named"),
    "no path of ours in a text": (
        f"{_SERVICE}::test_what_is_never_served",
        f"{_FILES}::test_error_of_the_disk_is_said_without_a_path",
    ),
    "limits of transfers, of all and of one address": (
        f"{_SERVICE}::test_ninth_transfer_of_one_client_is_refused",
        f"{_SERVICE}::test_transfers_of_all_clients_are_limited",
        f"{_SERVICE}::test_flood_of_one_address_is_dropped_and_others_are_served",
    ),
    "answers come from the address that was asked": (
        f"{_SERVICE}::test_answer_comes_from_the_address_that_was_asked_and_a_fresh_port",
    ),
}


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((_TESTS / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("demand", CONFORMANCE)
def test_demand_has_its_tests(demand: str) -> None:
    tests = CONFORMANCE[demand]
    assert tests
    for test in tests:
        file, name = test.split("::")
        assert name in _tests_in(file), test
