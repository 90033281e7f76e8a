"""More conversations written in code, all of them kept aside: none was looked at while the rules were written."""

from __future__ import annotations

from fogportable.protocol.dhcp import OptionCode
from tests.golden.diagnosis.library import LabelledClient, TimedFrame
from tests.golden.diagnosis.talk import NOBODY, OTHER, SITE, Talk

CLASS, VENDOR, FILE = OptionCode.VENDOR_CLASS, OptionCode.VENDOR_OPTIONS, OptionCode.BOOT_FILE
_SECOND_MAC = bytes.fromhex("525400040506")
_ITEM = bytes.fromhex("470480000000ff")


def _as_system(talk: Talk) -> Talk:
    talk.vendor_class, talk.is_ipxe, talk.xid = "none", False, 0x7777
    return talk.discover(15.0).lease().select(after_s=0.1).ack()


def lease_then_disk() -> Talk:
    """A laptop that takes its address, nothing else, and starts its disk."""
    return _as_system(Talk().addressed("a.efi").wait(10.0))


def silent_second_proxy() -> Talk:
    talk = Talk().discover().proxy(OTHER).lease().proxy(file="").select().ack()
    for wait_s in (0.1, 1.0, 2.0, 3.0):
        talk.ask(OTHER, wait_s)
    return talk.idle(20.0)


def site_url() -> Talk:
    url = f"http://{SITE}/pxe/router.ipxe"
    talk = (
        Talk(arch=0).ipxe().discover().lease(options={FILE: url.encode()}).proxy(file="boot.ipxe").select(after_s=1.0)
    )
    return talk.ack(options={FILE: url.encode()}).http("/pxe/router.ipxe", server=SITE, status=404).idle(40.0)


def class_60_on_a_bios() -> Talk:
    talk = Talk(arch=0).discover().lease(options={CLASS: b"PXEClient"}, siaddr=NOBODY).select(after_s=8.0)
    talk.ack(options={CLASS: b"PXEClient"}, siaddr=NOBODY)
    for wait_s in (0.5, 1.0, 2.0, 3.0):
        talk.ask(SITE, wait_s)
    return talk.idle(30.0)


def no_next_server_for_ipxe() -> Talk:
    talk = Talk(arch=0).ipxe().discover().lease().proxy(siaddr=NOBODY).select(after_s=1.0).ack()
    for wait_s in (0.1, 0.3, 0.5):
        talk.ask(after_s=wait_s).told(file="boot.ipxe", siaddr=NOBODY)
    return talk.idle(40.0)


def slow_proxy() -> Talk:
    talk = Talk().ipxe().discover().lease().discover(1.0).lease().select(after_s=1.2).ack()
    return talk.proxy(file="boot.ipxe", after_s=1.5).idle(45.0)


def two_at_once() -> list[TimedFrame]:
    first = Talk().addressed("a.efi").probe("a.efi").load("a.efi")
    second = Talk(mac=_SECOND_MAC, ip="192.168.9.78", now_s=0.5, xid=0x5000, arch=0).ipxe()
    second.discover().lease().proxy(file="boot.ipxe").select(after_s=1.0).ack().load("boot.ipxe", after_s=15.0)
    return sorted([*first.frames, *second.frames], key=lambda each: each[0])


def kernel_by_https() -> Talk:
    talk = Talk().addressed("snponly.efi").load("snponly.efi").missing("autoexec.ipxe").ipxe().wait(2.0)
    talk.addressed("boot.ipxe").load("boot.ipxe")
    talk.tcp(b"", (talk.ip, 3000), ("203.0.113.9", 443), 0x02, 1.0)
    talk.tcp(b"", ("203.0.113.9", 443), (talk.ip, 3000), 0x12, 0.03)
    talk.tcp(b"\x16\x03\x01" + bytes(200), (talk.ip, 3000), ("203.0.113.9", 443), 0x18)
    return talk


def shim_refuses() -> Talk:
    talk = Talk().addressed("shimx64.efi").probe("shimx64.efi").load("shimx64.efi").missing("revocations.efi")
    talk.load("grubx64.efi").missing("mmx64.efi")
    talk.vendor_class, talk.arch, talk.xid = "HTTPClient:Arch:00016:UNDI:003000", 16, 0x88
    return talk.discover(25.0).lease().discover(4.0).lease()


def pxelinux_without_configuration() -> Talk:
    talk = Talk(arch=0).addressed("pxelinux.0").probe("pxelinux.0").load("pxelinux.0").load("ldlinux.c32")
    for name in ("01-52-54-00-01-02-03", "C0A8094D", "C0A8094", "C0A809", "C", "default"):
        talk.missing(f"pxelinux.cfg/{name}")
    return talk.idle(15.0)


def menu_on_a_bios() -> Talk:
    menu = b"\6\1\3\x08\7\x80\0\1\xc0\xa8\x09\x0a\x09\x12\x80\0\3One\0\0\x0aLocal disk\x0a\3\3F8\xff"
    talk = Talk(arch=0).discover().lease().proxy(options={VENDOR: menu}).select(after_s=8.0).ack()
    talk.ask(after_s=3.0, options={VENDOR: _ITEM}).told(file="undionly.kpxe", options={VENDOR: _ITEM})
    return talk.probe("undionly.kpxe").load("undionly.kpxe").ipxe().wait(3.0).addressed("boot.ipxe").load("boot.ipxe")


def offers_and_two_seconds() -> Talk:
    return Talk().discover().lease().proxy(file="a.efi").idle(2.0)


ASIDE = (
    ("lease-then-disk", "offer-ignored", "takes the address, then a system of the disk asks for one", lease_then_disk),
    ("silent-second-proxy", "second-proxy", "of two boot servers the one that is asked is silent", silent_second_proxy),
    ("site-url", "site-boot-file-wins", "iPXE takes the URL of the site, status 404", site_url),
    ("class-60-bios", "class-without-option-43", "a BIOS agent asks the DHCP server on 4011", class_60_on_a_bios),
    ("no-next-server", "offer-incomplete", "iPXE is told a file and no server", no_next_server_for_ipxe),
    ("slow-proxy", "offer-too-late", "the boot server answers after the address was chosen", slow_proxy),
    ("kernel-by-https", "ok", "a script, then a connection by TLS", kernel_by_https),
    ("shim-refuses", "secure-boot-refused", "shim looks for its key manager after GRUB", shim_refuses),
    ("pxelinux-alone", "file-missing", "PXELINUX finds none of its configurations", pxelinux_without_configuration),
    ("menu-bios", "ok", "a menu entry, then the chain", menu_on_a_bios),
    ("offers-only", "unknown", "offers, and two seconds later the end", offers_and_two_seconds),
)
TWO_AT_ONCE = (LabelledClient("52:54:00:01:02:03", "ok"), LabelledClient("52:54:00:04:05:06", "ok"))
