"""Every verdict from a conversation that shows it, and its neighbours from one that does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogportable.diagnosis import Confidence, Verdict
from fogportable.protocol.dhcp import OptionCode
from tests.golden.diagnosis.talk import (
    NOBODY,
    OTHER,
    PROXY,
    SITE,
    Talk,
)

CLASS, VENDOR, FILE = OptionCode.VENDOR_CLASS, OptionCode.VENDOR_OPTIONS, OptionCode.BOOT_FILE
ITEM = bytes.fromhex("470480000000ff")
PE_X64 = bytearray(1468)
PE_X64[:2], PE_X64[0x3C:0x40], PE_X64[0x80:0x86] = b"MZ", b"\x80\0\0\0", b"PE\0\0\x64\x86"


def _lease_without_boot() -> Talk:
    return Talk().discover().lease().discover(4.0, 4).lease().discover(8.0, 12).lease()


def _blocked(*, answers: bool) -> Talk:
    talk = Talk().addressed("a.efi")
    port = talk.rrq("a.efi", after_s=1.0)
    for _ in range(5):
        if answers:
            talk.oack(port)
        talk.rrq("a.efi", port=port, after_s=4.0)
    return talk


def _site_file() -> Talk:
    talk = Talk(arch=0).ipxe().discover().lease(file="other.0").proxy(file="ok.ipxe").select(after_s=1.0)
    talk.ack(file="other.0")
    return talk.missing("other.0", SITE)


def _class_60() -> Talk:
    talk = Talk().discover().lease(options={CLASS: b"PXEClient"}).proxy(file="a.efi").select()
    talk.ack(options={CLASS: b"PXEClient"})
    for wait_s in (0.1, 1.0, 2.0, 3.0):
        talk.ask(SITE, wait_s)
    return talk


def _two_proxies() -> Talk:
    talk = Talk().discover().lease().proxy(file="a.efi").proxy(OTHER, file="b.efi").select().ack()
    return talk.missing("b.efi", OTHER, 1.0)


def _relayed() -> Talk:
    talk = Talk(giaddr="192.168.8.254")
    for wait_s in (0.0, 4.0, 8.0):
        talk.relayed_discover(SITE, wait_s).relayed_discover(PROXY)
        talk.lease(to=("192.168.8.254", 67))
    return talk


def _unanswered_4011() -> Talk:
    talk = Talk().addressed()
    for wait_s in (0.1, 1.0, 2.0, 3.0):
        talk.ask(after_s=wait_s)
    return talk


def _unanswered_item() -> Talk:
    menu = bytes.fromhex("060103080780000100000000") + bytes.fromhex("0906800003") + b"One" + b"\xff"
    talk = Talk().addressed().ask().told(options={CLASS: b"PXEClient", VENDOR: menu})
    for wait_s in (2.0, 1.0, 2.0):
        talk.ask(OTHER, wait_s, {VENDOR: ITEM})
    return talk


def _loop() -> Talk:
    talk = Talk().addressed("ipxe.efi").load("ipxe.efi")
    for _ in range(2):
        talk.ipxe().discover(2.0).lease().proxy(file="ipxe.efi").select(after_s=1.0).ack().load("ipxe.efi")
    return talk.ipxe().discover(2.0)


def _grub_at_site() -> Talk:
    talk = Talk().addressed("shimx64.efi").load("shimx64.efi").missing("revocations.efi").load("grubx64.efi")
    for _ in range(4):
        talk.rrq("/grub/x86_64-efi/command.lst", SITE, port=25300, after_s=0.4, block_size=1024)
    return talk


def _grub_alone() -> Talk:
    talk = Talk().discover().lease(siaddr=NOBODY).proxy(file="shimx64.efi").select().ack(siaddr=NOBODY)
    return talk.load("shimx64.efi").missing("revocations.efi").load("grubx64.efi")


def _refused() -> Talk:
    talk = Talk().addressed("grub.efi").probe("grub.efi").load("grub.efi", head=bytes(PE_X64))
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 77
    return talk.discover(5.0).lease().discover(4.0).lease()


def _http() -> Talk:
    talk = Talk(arch=16, vendor_class="HTTPClient:Arch:00016:UNDI:003000")
    for wait_s in (0.0, 4.0, 8.0):
        talk.discover(wait_s).lease().proxy(options={CLASS: b"HTTPClient"})
    return talk


def _late() -> Talk:
    talk = Talk(arch=0).ipxe().discover().lease().select(after_s=2.0).ack()
    return talk.proxy(file="boot.ipxe", after_s=3.0).idle(20.0)


def _dead_server() -> Talk:
    talk = Talk().discover().lease().proxy(file="a.efi", siaddr="192.168.9.66").select().ack()
    return talk.looks_for("192.168.9.66").looks_for("192.168.9.66").looks_for("192.168.9.66")


def _fragments() -> Talk:
    talk = Talk().addressed("a.efi")
    port = talk.rrq("a.efi")
    talk.oack(port)
    talk.acked(port, 0)
    for _ in range(4):
        talk.data(port, 1, bytes(1468), after_s=1.0)
        whole = talk.frames[-1][1]
        first = (
            whole[:16]
            + (780).to_bytes(2, "big")
            + len(talk.frames).to_bytes(2, "big")
            + b"\x20\0"
            + whole[22 : 14 + 780]
        )
        talk.frames[-1] = (talk.frames[-1][0], first)
    return talk


def _two_machines() -> Talk:
    talk = Talk()
    for turn in range(4):
        talk.uuid = bytes(range(16)) if turn % 2 else bytes(range(16, 32))
        talk.xid = 0x1000 + turn % 2
        talk.discover(3.0).lease().proxy(file="a.efi")
    return talk


def _spanning_tree() -> Talk:
    talk = Talk().bpdu(0.0).discover(0.5)
    for _ in range(2):
        talk.bpdu()
    talk.discover(0.1, 4)
    for _ in range(4):
        talk.bpdu()
    talk.discover(0.1, 12)
    for _ in range(8):
        talk.bpdu()
    return talk.discover(0.1, 28)


def _fog() -> Talk:
    talk = Talk(arch=0).addressed("undionly.kpxe").load("undionly.kpxe").ipxe()
    talk.discover(2.0).lease().proxy(file="undionly.kpxe").select(after_s=1.0).ack()
    return talk.missing("default.ipxe")


FAULTS: dict[Verdict, Callable[[], Talk]] = {
    Verdict.NO_DHCP_SERVER: lambda: Talk().discover().proxy().discover(4.0, 4).proxy().discover(8.0, 12).proxy(),
    Verdict.NO_PXE_ANSWER: _lease_without_boot,
    Verdict.SITE_BOOT_FILE_WINS: _site_file,
    Verdict.CLASS_WITHOUT_OPTION_43: _class_60,
    Verdict.SECOND_PROXY: _two_proxies,
    Verdict.OFFER_INCOMPLETE: lambda: (
        Talk()
        .addressed()
        .ask()
        .told(file="a.efi", options={VENDOR: bytes.fromhex("0601080a03034638060102ff")})
        .idle(20.0)
    ),
    Verdict.OFFER_IGNORED: lambda: (
        Talk().discover().lease().proxy(file="a.efi").discover(4.0, 4).lease().proxy(file="a.efi").discover(8.0, 12)
    ),
    Verdict.OFFER_TOO_LATE: _late,
    Verdict.NO_ANSWER_4011: _unanswered_4011,
    Verdict.DISCOVERY_UNANSWERED: _unanswered_item,
    Verdict.RELAY_NOT_SERVED: _relayed,
    Verdict.TFTP_NEVER_ASKED: _dead_server,
    Verdict.TFTP_DATA_BLOCKED: lambda: _blocked(answers=True),
    Verdict.FILE_MISSING: lambda: Talk().addressed("a.efi").missing("a.efi"),
    Verdict.WRONG_ARCHITECTURE: lambda: Talk(arch=11).addressed("a.efi").load("a.efi", head=bytes(PE_X64)),
    Verdict.CHAINLOAD_LOOP: _loop,
    Verdict.GRUB_ASKS_SITE_SERVER: _grub_at_site,
    Verdict.GRUB_NO_SERVER: _grub_alone,
    Verdict.SECURE_BOOT_REFUSED: _refused,
    Verdict.HTTP_NO_URI: _http,
    Verdict.NAME_GARBLED: lambda: Talk(arch=0).addressed("undionly.kpxe").missing(b"undionly.kpxe\xff"),
    Verdict.NAME_CASE: lambda: Talk(arch=0).addressed("Undionly.kpxe").missing("undionly.KPXE"),
    Verdict.FRAGMENTS_LOST: _fragments,
    Verdict.DUPLICATE_MAC: _two_machines,
    Verdict.LINK_DELAY: _spanning_tree,
    Verdict.FOG_CHAIN_BROKEN: _fog,
}


@pytest.mark.parametrize("verdict", FAULTS, ids=str)
def test_fault_is_named_with_its_frames_and_a_remedy(verdict: Verdict) -> None:
    talk = FAULTS[verdict]()
    diagnosis = talk.diagnosis()
    assert diagnosis.verdict is verdict, diagnosis
    assert str(diagnosis.client) == "52:54:00:01:02:03"
    assert diagnosis.confidence in (Confidence.SURE, Confidence.LIKELY)
    assert diagnosis.remedy
    assert diagnosis.evidence
    assert {each.frame for each in diagnosis.evidence} <= set(range(1, len(talk.frames) + 1))
    assert "{" not in diagnosis.sentence + diagnosis.remedy


def test_every_fault_has_a_conversation() -> None:
    assert set(FAULTS) == set(Verdict) - {Verdict.OK, Verdict.UNKNOWN}


def _menu_of(*types: int) -> bytes:
    entries = b"".join(each.to_bytes(2, "big") + b"\3One" for each in types)
    servers = b"".join(each.to_bytes(2, "big") + b"\1\xc0\xa8\x09\x0a" for each in types if each)
    body = b"\6\1\3\x08" + bytes([len(servers)]) + servers + b"\x09" + bytes([len(entries)]) + entries
    return body + b"\x0a\3\3F8\xff"


HEALTHY: dict[str, Callable[[], Talk]] = {
    "file at once": lambda: Talk().addressed("a.efi").probe("a.efi").load("a.efi"),
    "file by port 4011": lambda: Talk().addressed().ask().told(file="a.efi").probe("a.efi").load("a.efi"),
    "file of the DHCP server alone": lambda: (
        Talk(arch=0)
        .discover()
        .lease(file="undionly.kpxe")
        .select()
        .ack(file="undionly.kpxe")
        .load("undionly.kpxe", SITE)
    ),
    "chain of iPXE and a script": lambda: (
        Talk()
        .addressed("ipxe.efi")
        .load("ipxe.efi")
        .missing("autoexec.ipxe")
        .ipxe()
        .addressed("boot.ipxe")
        .load("boot.ipxe")
    ),
    "shim without its optional files": lambda: (
        Talk()
        .addressed("shimx64.efi")
        .load("shimx64.efi")
        .missing("revocations.efi")
        .missing("shim_certificate_0.efi")
        .load("grubx64.efi")
        .missing("/grub/x86_64-efi/command.lst")
        .load("/grub/grub.cfg")
    ),
    "pxelinux that finds its last name": lambda: (
        Talk(arch=0)
        .addressed("pxelinux.0")
        .load("pxelinux.0")
        .load("ldlinux.c32")
        .missing("pxelinux.cfg/01-52-54-00-01-02-03")
        .missing("pxelinux.cfg/C0A8")
        .load("pxelinux.cfg/default")
    ),
    "local disk by the menu": lambda: (
        Talk(arch=0).discover().lease().proxy(options={VENDOR: _menu_of(0, 0x8000)}).select().ack()
    ),
    "a failed attempt before": lambda: (
        Talk().addressed("a.efi").missing("a.efi").wait(60).addressed("a.efi").load("a.efi")
    ),
    "a second proxy": lambda: Talk().discover().proxy(OTHER).lease().proxy(file="a.efi").select().ack().load("a.efi"),
}


@pytest.mark.parametrize("name", HEALTHY)
def test_healthy_boot_is_left_in_peace(name: str) -> None:
    diagnosis = HEALTHY[name]().diagnosis()
    assert diagnosis.verdict is Verdict.OK, diagnosis


def test_what_was_odd_about_a_good_boot_is_a_note() -> None:
    notes = HEALTHY["a second proxy"]().diagnosis().notes
    assert [each.verdict for each in notes] == [Verdict.SECOND_PROXY]
    notes = HEALTHY["a failed attempt before"]().diagnosis().notes
    assert [each.verdict for each in notes] == [Verdict.FILE_MISSING]
    talk = Talk().discover().lease(file="other.efi").proxy(file="a.efi").select().ack(file="other.efi").load("a.efi")
    assert [each.verdict for each in talk.diagnosis().notes] == [Verdict.SITE_BOOT_FILE_WINS]


OPEN: dict[str, Callable[[], Talk]] = {
    "a single request": lambda: Talk().discover(),
    "offers, and the end": lambda: Talk().discover().lease().proxy(file="a.efi"),
    "an address, and the end": lambda: Talk().addressed("a.efi"),
    "a boot server asked once": lambda: Talk().addressed().ask(),
    "a file named, and the end": lambda: Talk().addressed().ask().told(file="a.efi"),
}


@pytest.mark.parametrize("name", OPEN)
def test_too_little_is_unknown_without_confidence(name: str) -> None:
    diagnosis = OPEN[name]().diagnosis()
    assert diagnosis.verdict is Verdict.UNKNOWN, diagnosis
    assert diagnosis.confidence is None
    assert diagnosis.sentence


def test_computers_that_do_not_boot_from_the_network_are_not_listed() -> None:
    talk = Talk(vendor_class="none").discover().lease().select().ack()
    assert talk.diagnoses() == ()
