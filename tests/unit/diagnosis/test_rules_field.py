"""Conversations that the rules once judged wrongly: by other servers, other loaders, and half of what was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogportable.diagnosis import Confidence, Verdict
from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.tftp.packets import ErrorCode, encode_error
from tests.golden.diagnosis.talk import NOBODY, OTHER, PROXY, SITE, Talk
from tests.unit.diagnosis.test_rules import PE_X64

CLASS, FILE, ROUTER = OptionCode.VENDOR_CLASS, OptionCode.BOOT_FILE, OptionCode.ROUTER
DEAD, GATEWAY = "192.168.9.66", "192.168.9.254"
PE_IA32 = bytes(PE_X64[:0x84]) + b"\x4c\x01" + bytes(PE_X64[0x86:])


def _http_boot(url: str = f"http://{PROXY}/loader.efi") -> Talk:
    talk = Talk(arch=16, vendor_class="HTTPClient:Arch:00016:UNDI:003000")
    return talk.discover().lease().proxy(options={CLASS: b"HTTPClient", FILE: url.encode()}).select().ack()


def _wrong_program_by_http() -> Talk:
    return _http_boot().http("/loader.efi", method="HEAD").http("/loader.efi", body=PE_IA32).idle(20.0)


def _site_names_a_machine_that_is_gone() -> Talk:
    options = {FILE: b"pxelinux.0"}
    talk = Talk(arch=0).ipxe().discover().lease(options=options, siaddr=DEAD).proxy(file="boot.ipxe")
    talk.select(after_s=1.0).ack(options=options, siaddr=DEAD)
    for _ in range(5):
        talk.looks_for(DEAD, 2.0)
    return talk.idle(40.0)


def _router_is_gone() -> Talk:
    talk = Talk().discover().lease().proxy(file="a.efi", siaddr="10.1.2.3").select()
    talk.ack(options={ROUTER: bytes([192, 168, 9, 254])})
    for _ in range(6):
        talk.looks_for(GATEWAY)
    return talk.idle(20.0)


def _second_proxy_names_a_dead_server() -> Talk:
    talk = Talk().discover().proxy(OTHER).lease().proxy(file="a.efi", siaddr=DEAD).select().ack()
    for _ in range(5):
        talk.looks_for(DEAD)
    return talk.idle(20.0)


def _too_large_for_a_bios() -> Talk:
    talk = Talk(arch=0).addressed("ipxe.efi")
    port = talk.rrq("ipxe.efi")
    talk.oack(port)
    talk.acked(port, 0)
    for block in range(1, 20):
        talk.data(port, block, bytes(PE_X64) if block == 1 else bytes(1468))
        talk.acked(port, block)
    talk.udp(encode_error(ErrorCode.SEE_TEXT, "NBP is too big"), (talk.ip, port), (PROXY, 40_000 + port))
    return talk.idle(60.0)


def _u_boot_alone() -> Talk:
    talk = Talk(arch=22, vendor_class="U-Boot.armv8")
    for wait_s in (0.0, 0.3, 0.5, 1.0, 2.0, 4.0):
        talk.discover(wait_s).idle(0.1)
    return talk.idle(30.0)


@pytest.mark.parametrize(
    ("make", "verdict"),
    [
        (_wrong_program_by_http, Verdict.WRONG_ARCHITECTURE),
        (_site_names_a_machine_that_is_gone, Verdict.SITE_BOOT_FILE_WINS),
        (_router_is_gone, Verdict.TFTP_NEVER_ASKED),
        (_second_proxy_names_a_dead_server, Verdict.SECOND_PROXY),
        (_too_large_for_a_bios, Verdict.WRONG_ARCHITECTURE),
        (_u_boot_alone, Verdict.NO_DHCP_SERVER),
    ],
)
def test_fault_of_the_field_is_found(make: Callable[[], Talk], verdict: Verdict) -> None:
    assert make().diagnosis().verdict is verdict


def test_one_program_by_http_boot_is_a_good_boot_that_nothing_proves() -> None:
    diagnosis = _http_boot().http("/loader.efi", body=bytes(PE_X64)).idle(20.0).diagnosis()
    assert (diagnosis.verdict, diagnosis.confidence) == (Verdict.OK, Confidence.LIKELY)


def test_a_script_that_names_files_proves_nothing_before_one_is_asked_for() -> None:
    script = b"#!ipxe\nkernel http://192.168.9.10/vmlinuz\n"
    talk = Talk(arch=0).ipxe().addressed("boot.ipxe").load("boot.ipxe", head=script)
    assert talk.diagnosis().confidence is Confidence.LIKELY
    assert talk.http("/vmlinuz").diagnosis().confidence is Confidence.SURE


def test_ipxe_that_brought_only_a_program_proves_nothing() -> None:
    talk = Talk().ipxe().addressed("snponly.efi").load("snponly.efi", head=bytes(PE_X64))
    assert talk.diagnosis().confidence is not Confidence.SURE


def test_distribution_grub_that_asks_nobody_proves_nothing() -> None:
    talk = Talk().addressed("shimx64.efi").load("shimx64.efi").load("grubx64.efi")
    assert talk.diagnosis().confidence is not Confidence.SURE


def test_settings_of_a_switch_are_no_boot_file_for_sure() -> None:
    talk = Talk(vendor_class="none").discover().lease(file="network-confg", siaddr=OTHER).select(after_s=0.1)
    talk.ack(file="network-confg", siaddr=OTHER).missing("network-confg", OTHER).idle(60.0)
    assert all(each.confidence is not Confidence.SURE for each in talk.diagnoses())


def test_a_server_with_a_name_is_looked_up_first_and_nothing_is_blamed() -> None:
    assert _http_boot("http://boot.school.local/x.efi").idle(30.0).diagnosis().verdict is Verdict.UNKNOWN


def test_an_address_that_is_never_confirmed_is_no_ignored_offer() -> None:
    talk = Talk().discover().lease().proxy(file="a.efi").select().select().select().idle(30.0)
    assert talk.diagnosis().verdict is Verdict.UNKNOWN


def test_requests_unheard_before_the_first_answer_say_nothing_of_boot_servers() -> None:
    talk = Talk().bpdu(0.0).discover(0.4).discover(4.0, 4).discover(8.0, 12).lease()
    assert talk.diagnosis().confidence is not Confidence.SURE


def test_a_later_answer_to_http_boot_proves_that_there_is_a_server() -> None:
    talk = Talk()
    for secs in (0, 4, 12, 28):
        talk.discover(float(secs), secs).idle(0.1)
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 9
    diagnosis = talk.discover(5.0).lease().select(SITE).ack().idle(30.0).diagnosis()
    assert diagnosis.verdict is not Verdict.NO_DHCP_SERVER


def test_two_boot_servers_are_not_blamed_for_transfers_that_the_capture_left_out() -> None:
    talk = Talk().discover().lease().proxy(file="a.efi").proxy(OTHER, file="a.efi").select().ack()
    talk.rrq("a.efi")
    talk.rrq("a.efi", after_s=0.5)
    assert talk.idle(20.0).diagnosis().confidence is not Confidence.SURE


def test_u_boot_does_without_its_description_of_the_board() -> None:
    talk = Talk(arch=11).discover().lease(siaddr=NOBODY).proxy(file="ipxe-arm64.efi").select().ack()
    assert talk.load("ipxe-arm64.efi").missing("dtb/").diagnosis().verdict is Verdict.OK
