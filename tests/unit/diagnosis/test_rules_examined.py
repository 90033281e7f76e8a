"""What an examination with captures of others brought to light: boots by IPv6, scripts that do without, half a wire."""

from __future__ import annotations

import struct

import pytest

from fogportable.diagnosis import Confidence, Verdict
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.tftp.packets import ErrorCode, encode_error
from tests.golden.diagnosis.talk import CLIENT, NOBODY, PROXY, SITE, Talk, arp_frame
from tests.unit.diagnosis.test_rules import PE_X64

CLASS, FILE, VENDOR = OptionCode.VENDOR_CLASS, OptionCode.BOOT_FILE, OptionCode.VENDOR_OPTIONS
_HERE, _THERE = bytes.fromhex("fe80" + "00" * 13 + "01"), bytes.fromhex("fd00" + "00" * 13 + "05")
_SOLICIT = b"\1\1\2\3" + bytes(12) + b"PXEClient:Arch:00007:UNDI:003016"


def _by_ipv6(talk: Talk, data: bytes, source: int, destination: int, after_s: float = 0.01) -> Talk:
    """A datagram of the client."""
    datagram = struct.pack(">HHHH", source, destination, 8 + len(data), 0) + data
    header = struct.pack(">IHBB", 6 << 28, len(datagram), 17, 64) + _HERE + _THERE
    talk.add(b"\x33\x33\0\1\0\2" + talk.mac + b"\x86\xdd" + header + datagram, after_s)
    return talk


def _nobody_by_ipv4() -> Talk:
    talk = Talk()
    for secs in (0, 4, 12, 28):
        talk.idle(1.0).discover(float(secs), secs)
    return _by_ipv6(talk, _SOLICIT, 546, 547, 32.0)


def _load_by_ipv6(talk: Talk, blocks: int) -> Talk:
    _by_ipv6(talk, b"\0\1ipxe.efi\0octet\0", 2001, 69)
    for block in range(blocks):
        _by_ipv6(talk, b"\0\4" + block.to_bytes(2, "big"), 2001, 3001)
    return talk


def test_firmware_that_loads_its_file_by_ipv6_has_booted_as_far_as_is_seen() -> None:
    diagnosis = _load_by_ipv6(_nobody_by_ipv4(), 20).idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.OK, Confidence.LIKELY)
    assert [each.verdict for each in diagnosis.notes] == [Verdict.NO_DHCP_SERVER]


def test_an_offer_that_is_taken_by_ipv6_leaves_the_cause_open() -> None:
    taken = _by_ipv6(_nobody_by_ipv4(), b"\3" + _SOLICIT[1:], 546, 547)
    assert taken.idle(30.0).diagnosis().confidence is Confidence.LIKELY


def test_a_file_that_is_only_asked_for_by_ipv6_leaves_the_cause_open() -> None:
    diagnosis = _load_by_ipv6(_nobody_by_ipv4(), 1).idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.NO_DHCP_SERVER, Confidence.LIKELY)


def test_looking_for_servers_by_ipv6_as_well_changes_nothing() -> None:
    diagnosis = _nobody_by_ipv4().idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.NO_DHCP_SERVER, Confidence.SURE)


@pytest.mark.parametrize("text", ["The system cannot find the file specified.", "could not find file"])
def test_a_missing_file_is_known_by_its_words_whatever_the_code(text: str) -> None:
    talk = Talk().addressed("wdsmgfw.efi")
    port = talk.rrq("wdsmgfw.efi")
    talk.udp(encode_error(ErrorCode.SEE_TEXT, text), (PROXY, 40_000 + port), (talk.ip, port))
    assert talk.idle(30.0).diagnosis().verdict is Verdict.FILE_MISSING


def test_windows_takes_backslashes_and_only_lacks_the_file() -> None:
    talk = Talk().addressed(r"boot\x64\wdsmgfw.efi")
    port = talk.rrq(r"boot\x64\wdsmgfw.efi")
    told = encode_error(ErrorCode.SEE_TEXT, "The system cannot find the file specified.")
    talk.udp(told, (PROXY, 40_000 + port), (talk.ip, port))
    assert talk.idle(30.0).diagnosis().verdict is Verdict.FILE_MISSING


def test_ipxe_asks_twice_and_ignores_nothing() -> None:
    talk = Talk().ipxe().discover().lease(file="boot.ipxe").discover(1.1).lease(file="boot.ipxe")
    assert talk.diagnosis().verdict is Verdict.UNKNOWN


def test_u_boot_takes_the_next_server_of_any_lease() -> None:
    talk = Talk(arch=22, vendor_class="U-Boot.armv8").discover().lease(siaddr=PROXY).select(after_s=0.1).ack()
    assert talk.idle(40.0).diagnosis().confidence is not Confidence.SURE


def test_where_answers_to_the_client_are_not_captured_their_absence_proves_nothing() -> None:
    talk = Talk().addressed().looks_for(PROXY)
    for wait_s in (0.1, 4.0, 4.0, 4.0):
        talk.ask(after_s=wait_s)
    assert talk.idle(30.0).diagnosis().verdict is Verdict.UNKNOWN


def test_where_they_are_captured_it_does() -> None:
    talk = Talk().addressed().looks_for(PROXY)
    talk.add(arp_frame(bytes.fromhex("0200") + bytes([192, 168, 9, 10]), PROXY, CLIENT, is_request=False))
    for wait_s in (0.1, 4.0, 4.0, 4.0):
        talk.ask(after_s=wait_s)
    diagnosis = talk.idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.NO_ANSWER_4011, Confidence.SURE)


def test_answers_from_a_port_that_was_not_asked_are_not_what_the_client_waits_for() -> None:
    talk = Talk().addressed()
    for wait_s in (0.1, 4.0, 4.0, 4.0):
        talk.ask(after_s=wait_s).told(file="a.efi", port=4011)
        time_s, frame = talk.frames.pop()
        talk.frames.append((time_s, frame[:34] + (50_231).to_bytes(2, "big") + frame[36:40] + b"\0\0" + frame[42:]))
    diagnosis = talk.idle(25.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.NO_ANSWER_4011, Confidence.LIKELY)
    assert any("50231" in each.text for each in diagnosis.evidence)


def test_an_earlier_fault_is_not_sure_when_the_next_attempt_went_further() -> None:
    talk = Talk(arch=16, vendor_class="HTTPClient:Arch:00016:UNDI:003000")
    for secs in (0, 4, 8):
        talk.discover(float(secs), secs).lease()
    talk.vendor_class, talk.arch, talk.xid = "", 7, 0x2000
    diagnosis = talk.wait(16.0).addressed("a.efi").diagnosis()
    assert diagnosis.confidence is not Confidence.SURE


def test_spanning_tree_alone_does_not_prove_that_the_port_is_open() -> None:
    talk = Talk().bpdu(0.0)
    for secs in (0, 8, 24, 56):
        talk.discover(float(secs), secs).bpdu()
    assert talk.wait(30.0).bpdu().diagnosis().confidence is Confidence.LIKELY


def test_a_program_that_runs_and_exits_looks_like_one_that_is_refused() -> None:
    talk = Talk().addressed("tools.efi").load("tools.efi", head=bytes(PE_X64))
    diagnosis = _by_ipv6(talk, _SOLICIT, 546, 547, 1.2).idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.SECURE_BOOT_REFUSED, Confidence.LIKELY)


def test_key_manager_right_after_shim_has_a_key_to_enroll_and_refuses_nothing() -> None:
    talk = Talk().addressed("shimx64.efi").load("shimx64.efi").load("mmx64.efi").idle(60.0)
    assert talk.diagnosis().verdict is not Verdict.SECURE_BOOT_REFUSED


def test_a_page_of_a_web_server_is_no_program() -> None:
    talk = Talk().addressed("boot.efi").load("boot.efi", head=b"<html><body>Not Found</body></html>\n" * 4)
    diagnosis = _by_ipv6(talk, _SOLICIT, 546, 547, 1.2).idle(30.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.WRONG_ARCHITECTURE, Confidence.LIKELY)


def test_http_boot_after_a_beginning_that_was_missed_is_the_same_attempt() -> None:
    talk = Talk().addressed("tools.efi").load("tools.efi", head=bytes(PE_X64))
    talk.frames = talk.frames[2:]
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 0x2000
    for secs in (1, 4, 8):
        talk.discover(float(secs), secs).lease()
    assert talk.idle(35.0).diagnosis().verdict is Verdict.SECURE_BOOT_REFUSED


def test_a_script_may_do_without_what_it_looks_for() -> None:
    talk = Talk().ipxe().addressed("boot.ipxe").load("boot.ipxe").http("/mac-52-54-00.ipxe", status=404).idle(40.0)
    diagnosis = talk.diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.FILE_MISSING, Confidence.LIKELY)


@pytest.mark.parametrize("name", ["/grub/fonts/unicode.pf2", "/grub/locale/de.gmo", "/grub/grubenv", "/bg.png"])
def test_grub_shows_its_menu_without_fonts_and_pictures(name: str) -> None:
    talk = Talk().addressed("grubx64.efi").load("grubx64.efi").load("/grub/grub.cfg").missing(name).idle(60.0)
    assert talk.diagnosis().verdict is Verdict.OK


def test_firmware_and_ipxe_may_name_one_machine_differently() -> None:
    talk = Talk()
    for turn in range(2):
        talk.is_ipxe, talk.uuid, talk.xid = False, bytes(range(16)), 0x1000 + turn
        talk.addressed("snponly.efi").load("snponly.efi").ipxe().wait(2.0)
        talk.uuid, talk.xid = bytes(range(40, 56)), 0x2000 + turn
        talk.addressed("boot.ipxe").load("boot.ipxe").http("/vmlinuz").wait(6.0)
    assert talk.idle(10.0).diagnosis().verdict is Verdict.OK


def test_the_search_for_a_server_that_the_menu_lists_is_no_ignored_offer() -> None:
    menu = b"\6\1\3\x08\x07\0\5\1" + bytes([192, 168, 9, 66]) + b"\x09\x0c\0\5\x09Recovery!\x0a\x02\5C\xff"
    talk = Talk().discover().lease().proxy(options={VENDOR: menu}).select().ack().wait(5.0)
    for _ in range(5):
        talk.looks_for("192.168.9.66")
    assert talk.idle(30.0).diagnosis().verdict is Verdict.DISCOVERY_UNANSWERED


def _question(name: str, *, is_answer: bool) -> bytes:
    labels = b"".join(bytes([len(each)]) + each.encode() for each in name.split("."))
    return b"\x12\x34" + (b"\x81\x83" if is_answer else b"\1\0") + b"\0\1" + bytes(6) + labels + b"\0\0\1\0\1"


def test_ipxe_that_looks_up_a_name_has_something_to_boot_and_the_name_is_said() -> None:
    talk = Talk(arch=0).ipxe().discover().lease(siaddr=NOBODY).select(after_s=1.0).ack(siaddr=NOBODY)
    talk.udp(_question("deploy.lan", is_answer=False), (CLIENT, 30_001), (SITE, 53))
    talk.udp(_question("deploy.lan", is_answer=True), (SITE, 53), (CLIENT, 30_001))
    diagnosis = talk.idle(40.0).diagnosis()
    assert diagnosis.verdict is Verdict.UNKNOWN
    assert "deploy.lan" in diagnosis.sentence


def test_a_name_that_nobody_answers_is_said_too() -> None:
    talk = Talk(arch=16, vendor_class="HTTPClient:Arch:00016:UNDI:003000")
    options = {CLASS: b"HTTPClient", FILE: b"http://boot.lan/a.efi"}
    talk.discover().lease().proxy(options=options).select().ack()
    talk.udp(_question("boot.lan", is_answer=False), (CLIENT, 30_001), (SITE, 53))
    assert "boot.lan" in talk.idle(40.0).diagnosis().sentence
