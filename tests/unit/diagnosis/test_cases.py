"""What is easily mistaken: neighbours of a fault, several attempts, systems from the disk, copies."""

from __future__ import annotations

import pytest

from fogportable.diagnosis import Confidence, Verdict
from fogportable.protocol.dhcp import MessageType, OptionCode
from tests.golden.diagnosis.talk import CLIENT, DIRECT, PROXY, SITE, Talk, icmp_frame
from tests.unit.diagnosis.test_rules import PE_X64

CLASS, VENDOR = OptionCode.VENDOR_CLASS, OptionCode.VENDOR_OPTIONS


def test_a_rejected_request_names_the_firewall() -> None:
    talk = Talk().addressed("a.efi")
    talk.rrq("a.efi")
    talk.add(icmp_frame(PROXY, talk.frames[-1][1], code=13))
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.TFTP_DATA_BLOCKED, Confidence.SURE)


def test_answers_to_another_port_than_asked_from_are_no_answers() -> None:
    talk = Talk().addressed()
    for wait_s in (0.1, 1.0, 2.0, 3.0):
        talk.ask(after_s=wait_s).told(file="a.efi", to=(CLIENT, 68))
    assert talk.diagnosis().verdict is Verdict.NO_ANSWER_4011


def test_menu_entry_that_only_the_dhcp_server_answers_is_discovery_in_vain() -> None:
    menu = b"\6\1\2\x09\x0b\0\1\x08Install!\x0a\3\1F8\xff"
    talk = Talk().addressed().ask().told(options={CLASS: b"PXEClient", VENDOR: menu})
    for wait_s in (2.0, 3.0):
        talk.xid += 1
        talk.ask("255.255.255.255", wait_s, {VENDOR: bytes.fromhex("470400010000ff")}).ack()
    assert talk.diagnosis().verdict is Verdict.DISCOVERY_UNANSWERED


def test_address_taken_and_a_system_from_the_disk_is_an_ignored_offer() -> None:
    talk = Talk().addressed("a.efi")
    talk.vendor_class, talk.xid = "none", 0x77
    talk.wait(20.0).discover().lease().select(after_s=0.1).ack()
    assert talk.diagnosis().verdict is Verdict.OFFER_IGNORED


def test_key_manager_that_shim_asks_for_is_a_refusal_and_no_missing_file() -> None:
    talk = Talk().addressed("shimx64.efi").load("shimx64.efi").load("grubx64.efi").missing("mmx64.efi")
    assert talk.diagnosis().verdict is Verdict.SECURE_BOOT_REFUSED


def test_offer_that_the_dhcp_server_takes_back_is_not_ignored() -> None:
    talk = Talk()
    for _ in range(2):
        talk.discover(2.0).lease().proxy(file="a.efi").select().reply(SITE, MessageType.NAK, without=(CLASS,))
        talk.xid += 1
    diagnosis = talk.idle(20.0).diagnosis()
    assert diagnosis.verdict is Verdict.UNKNOWN
    assert "NAK" in diagnosis.sentence


def test_loader_without_any_class_is_known_by_the_file_it_was_told() -> None:
    talk = Talk(vendor_class="none").discover().lease(file="uImage").select().ack(file="uImage")
    assert talk.missing("uImage", SITE).diagnosis().verdict is Verdict.FILE_MISSING


def test_conversations_that_take_turns_are_likely_two_machines() -> None:
    talk = Talk(uuid=bytes(16))
    for turn in range(6):
        talk.xid = 0x1000 + turn % 2
        talk.discover(2.0).lease().proxy(file="a.efi")
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.DUPLICATE_MAC, Confidence.LIKELY)


def test_http_boot_that_works_after_pxe_is_good_and_notes_why_pxe_failed() -> None:
    talk = Talk().addressed("a.efi").missing("a.efi")
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 77
    url = f"http://{PROXY}/a.efi".encode()
    talk.discover(10.0).lease().proxy(options={CLASS: b"HTTPClient", OptionCode.BOOT_FILE: url}).select().ack()
    diagnosis = talk.http("/a.efi").diagnosis()
    assert diagnosis.verdict is Verdict.OK
    assert [each.verdict for each in diagnosis.notes] == [Verdict.FILE_MISSING]


def test_server_that_does_not_hear_acknowledgements_is_blocked() -> None:
    talk = Talk().addressed("a.efi")
    port = talk.rrq("a.efi")
    for _ in range(4):
        talk.oack(port, after_s=1.0)
        talk.acked(port, 0)
    assert talk.diagnosis().verdict is Verdict.TFTP_DATA_BLOCKED


def test_menu_that_lists_an_absent_server_is_discovery_in_vain() -> None:
    menu = b"\6\1\3\x08\7\x80\0\1\xc0\xa8\x09\x42\x09\6\x80\0\3One\x0a\3\2F8\xff"
    talk = Talk().addressed().ask().told(options={CLASS: b"PXEClient", VENDOR: menu})
    talk.wait(2.0).looks_for("192.168.9.66").looks_for("192.168.9.66").looks_for("192.168.9.66")
    assert talk.diagnosis().verdict is Verdict.DISCOVERY_UNANSWERED


def test_script_of_fog_that_names_an_absent_machine_is_a_broken_chain() -> None:
    talk = Talk().addressed("ipxe.efi").load("ipxe.efi").ipxe().wait(2.0).addressed("ipxe.efi").load("default.ipxe")
    talk.looks_for("192.168.9.66").looks_for("192.168.9.66").looks_for("192.168.9.66")
    assert talk.diagnosis().verdict is Verdict.FOG_CHAIN_BROKEN


def test_accepted_connection_of_another_kind_is_no_failure() -> None:
    talk = Talk(arch=0).ipxe().addressed("boot.ipxe").load("boot.ipxe")
    talk.tcp(b"", (CLIENT, 2000), (SITE, 3260), 0x02)
    talk.tcp(b"", (SITE, 3260), (CLIENT, 2000), 0x12)
    assert talk.diagnosis().verdict is Verdict.OK


def test_web_server_that_refuses_breaks_the_chain_of_fog() -> None:
    talk = Talk(arch=0).ipxe().addressed("default.ipxe").load("default.ipxe")
    talk.tcp(b"", (CLIENT, 2000), (PROXY, 80), 0x02)
    talk.tcp(b"", (PROXY, 80), (CLIENT, 2000), 0x14)
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.FOG_CHAIN_BROKEN, Confidence.SURE)


def test_retry_that_is_cut_off_keeps_the_fault_of_the_attempt_before() -> None:
    talk = Talk().addressed("a.efi").missing("a.efi").wait(20.0).addressed("a.efi")
    assert talk.diagnosis().verdict is Verdict.FILE_MISSING


def test_failed_http_boot_after_pxe_does_not_hide_why_pxe_failed() -> None:
    talk = Talk().addressed("a.efi").missing("a.efi")
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 77
    for wait_s in (10.0, 4.0, 8.0):
        talk.discover(wait_s).lease()
    assert talk.diagnosis().verdict is Verdict.FILE_MISSING


def test_system_from_the_disk_does_not_excuse_a_program_for_another_processor() -> None:
    talk = Talk(arch=11).addressed("a.efi").load("a.efi", head=bytes(PE_X64))
    talk.vendor_class, talk.xid = "none", 0x77
    talk.wait(20.0).discover().lease().select(after_s=0.1).ack()
    assert talk.diagnosis().verdict is Verdict.WRONG_ARCHITECTURE


def test_system_from_the_disk_tells_that_nobody_offered_boot() -> None:
    talk = Talk(arch=0).discover().lease()
    talk.vendor_class, talk.xid = "none", 0x77
    talk.wait(2.0).discover().lease().select(after_s=0.1).ack()
    assert talk.diagnosis().verdict is Verdict.NO_PXE_ANSWER


def test_transfer_that_stops_long_before_the_end_is_not_called_good() -> None:
    talk = Talk().addressed("a.efi")
    port = talk.rrq("a.efi")
    talk.oack(port)
    for block in range(5):
        talk.acked(port, block)
        talk.data(port, block + 1, bytes(1468))
    assert talk.diagnosis().verdict is Verdict.OK
    assert talk.idle(40.0).diagnosis().verdict is Verdict.UNKNOWN


def test_a_tester_that_asks_as_several_kinds_is_not_taken_for_one_that_ignores() -> None:
    talk = Talk(arch=0).discover().lease().proxy(file="undionly.kpxe").wait(2.0)
    talk.arch, talk.xid = 7, 0x2000
    talk.discover().lease().proxy(file="a.efi").wait(2.0)
    talk.ipxe().discover().lease().proxy(file="boot.ipxe")
    assert talk.diagnosis().verdict is Verdict.UNKNOWN


def test_bios_program_for_uefi_is_known_by_its_name() -> None:
    talk = Talk().addressed().ask().told(file="undionly.kpxe").probe("undionly.kpxe").load("undionly.kpxe")
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.WRONG_ARCHITECTURE, Confidence.LIKELY)


def test_loop_over_http_is_a_loop_too() -> None:
    talk = Talk().ipxe()
    for _ in range(3):
        talk.addressed(f"http://{PROXY}/ipxe.efi").http("/ipxe.efi").wait(5.0).ipxe()
    assert talk.discover().diagnosis().verdict is Verdict.CHAINLOAD_LOOP


@pytest.mark.parametrize("copies", [2, 3, 4])
def test_copies_of_one_packet_count_once(copies: int) -> None:
    talk = Talk().discover().lease().proxy(file="a.efi").select().ack()
    port = talk.rrq("a.efi")
    talk.oack(port)
    for block in range(4):
        talk.acked(port, block)
        talk.data(port, block + 1, bytes(1468))
    talk.frames = [(each[0] + copy * 1e-5, each[1]) for each in talk.frames for copy in range(copies)]
    assert talk.diagnosis().verdict is Verdict.OK


def test_one_search_for_a_server_seen_three_times_is_one() -> None:
    talk = Talk().addressed("a.efi").looks_for(PROXY)
    talk.frames += [(talk.now_s + copy * 1e-5, talk.frames[-1][1]) for copy in (1, 2)]
    assert talk.diagnosis().verdict is Verdict.UNKNOWN


def test_one_unanswered_request_seen_three_times_is_one() -> None:
    talk = Talk().addressed("a.efi")
    talk.rrq("a.efi")
    talk.frames += [(talk.now_s + copy * 1e-5, talk.frames[-1][1]) for copy in (1, 2)]
    assert talk.diagnosis().verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("missing", [OptionCode.SERVER_IDENTIFIER, CLASS])
def test_offer_without_what_firmware_needs_is_incomplete(missing: OptionCode) -> None:
    talk = Talk()
    for wait_s in (0.0, 4.0, 8.0):
        talk.discover(wait_s).lease().proxy(file="a.efi", options={VENDOR: DIRECT}, without=(missing,))
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.OFFER_INCOMPLETE, Confidence.SURE)
    assert str(missing.value) in diagnosis.sentence
