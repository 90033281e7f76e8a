"""Conversations that no firmware here has: written in code, by what standards, makers and field reports say.

`python -m tests.golden.diagnosis.simulate` writes those into the library that are not there yet. Names that begin with
`aside-` are kept aside.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from fogportable.protocol.dhcp import OptionCode
from fogportable.protocol.tftp.packets import ErrorCode, encode_error
from tests.golden.diagnosis.library import LIBRARY, LabelledClient, TimedFrame, write_capture, write_label
from tests.golden.diagnosis.simulate_aside import ASIDE, TWO_AT_ONCE, two_at_once
from tests.golden.diagnosis.talk import DIRECT, NOBODY, OTHER, PROXY, SITE, Talk, icmp_frame

CLASS, VENDOR, FILE, NAME = (
    OptionCode.VENDOR_CLASS,
    OptionCode.VENDOR_OPTIONS,
    OptionCode.BOOT_FILE,
    OptionCode.TFTP_SERVER_NAME,
)
_FIRST = "52:54:00:01:02:03"
_SECOND = "52:54:00:04:05:06"


@dataclass(frozen=True)
class Simulated:
    """clients: hardware address and what is true of it."""

    name: str
    how: str
    make: Callable[[], list[TimedFrame]]
    clients: tuple[LabelledClient, ...]


def _one(name: str, verdict: str, how: str, make: Callable[[], Talk], *notes: str) -> Simulated:
    return Simulated(name, how, lambda: make().frames, (LabelledClient(_FIRST, verdict, notes),))


def _intel_rom() -> Talk:
    """A BIOS agent: the size first, ended by an error, then the file in larger blocks."""
    talk = Talk(arch=0).discover().lease().proxy(file="pxelinux.0").select(after_s=8.0).ack()
    talk.probe("pxelinux.0").load("pxelinux.0").load("ldlinux.c32").missing("pxelinux.cfg/44454c4c")
    return (
        talk.missing("pxelinux.cfg/01-52-54-00-01-02-03")
        .load("pxelinux.cfg/default")
        .load("vmlinuz")
        .load("initrd.img")
    )


def _raspberry_pi() -> Talk:
    menu = b"\6\1\3\x0a\4\0PXE\x09\x14\0\0\x11Raspberry Pi Boot\xff"
    talk = Talk(arch=0).discover().lease().proxy(options={VENDOR: menu, NAME: PROXY.encode()}).select(after_s=1.0).ack()
    for name in ("d9780558/start4.elf", "d9780558/config.txt", "recovery.elf", "dt-blob.bin"):
        talk.missing(name)
    for name in ("config.txt", "start4.elf", "fixup4.dat", "bcm2711-rpi-4-b.dtb", "kernel8.img"):
        talk.load(name)
    return talk


def _u_boot() -> Talk:
    talk = Talk(arch=22, vendor_class="U-Boot.armv8").discover().lease(file="boot.scr.uimg", siaddr=PROXY)
    talk.select().ack(file="boot.scr.uimg", siaddr=PROXY)
    for name in (
        "boot.scr.uimg",
        "pxelinux.cfg/01-52-54-00-01-02-03",
        "pxelinux.cfg/C0A8094D",
        "pxelinux.cfg/default-arm",
    ):
        talk.missing(name)
    return talk.load("pxelinux.cfg/default").load("Image").load("board.dtb")


def _windows() -> Talk:
    """WDS beside a DHCP server of Windows, on machines of their own."""
    talk = Talk().discover().lease().proxy(OTHER).select().ack().ask(OTHER)
    talk.told(OTHER, file=r"boot\x64\wdsmgfw.efi").probe(r"boot\x64\wdsmgfw.efi", OTHER).load(
        r"boot\x64\wdsmgfw.efi", OTHER
    )
    talk.ask(OTHER, 2.0).told(OTHER, file=r"boot\x64\bootmgfw.efi").load(r"boot\x64\bootmgfw.efi", OTHER)
    talk.missing(r"\Boot\Fonts\wgl4_boot.ttf", OTHER).load(r"\Tmp\x64uefi{A1B2}.bcd", OTHER).load(
        r"\Boot\x64\boot.wim", OTHER
    )
    return talk


def _fog() -> Talk:
    talk = Talk(arch=0).addressed("undionly.kkpxe").load("undionly.kkpxe").ipxe().wait(2.0)
    return (
        talk.addressed("undionly.kkpxe")
        .load("default.ipxe")
        .http("/fog/service/ipxe/boot.php", method="POST")
        .http("/fog/service/ipxe/bzImage")
    )


def _fog_php_500() -> Talk:
    talk = Talk(arch=0).addressed("undionly.kkpxe").load("undionly.kkpxe").ipxe().wait(2.0)
    return (
        talk.addressed("undionly.kkpxe").load("default.ipxe").http("/fog/service/ipxe/boot.php", status=500).idle(40.0)
    )


def _fog_server_gone() -> Talk:
    talk = Talk().addressed("snponly.efi").load("snponly.efi").load("autoexec.ipxe").ipxe().wait(2.0)
    talk.addressed("snponly.efi").load("default.ipxe")
    return talk.looks_for("192.168.9.50").looks_for("192.168.9.50").looks_for("192.168.9.50")


def _system_after() -> Talk:
    talk = Talk().addressed("ipxe.efi").load("ipxe.efi").ipxe().wait(2.0).addressed("boot.ipxe").load("boot.ipxe")
    talk.is_ipxe, talk.vendor_class = False, "none"
    talk.xid = 0x9999
    return talk.wait(20.0).discover().lease().select(after_s=0.1).ack()


def _half_of_a_server() -> Talk:
    """What a server sees whose own datagrams the capture does not hold."""
    talk = Talk().addressed().ask().told(file="a.efi").probe("a.efi").load("a.efi")
    talk.frames = [each for each in talk.frames if each[1][6:12] == talk.mac]
    return talk


def _late_start() -> Talk:
    talk = Talk().addressed("a.efi").load("a.efi").missing("autoexec.ipxe")
    talk.frames = talk.frames[5:]
    return talk


def _garbled() -> Talk:
    talk = Talk(arch=0).discover().lease(options={FILE: b"undionly.kpxe"}).select(after_s=8.0)
    talk.ack(options={FILE: b"undionly.kpxe"})
    for _ in range(2):
        talk.missing(b"undionly.kpxe\xff", SITE, 1.0)
    return talk


def _other_case() -> list[TimedFrame]:
    first = Talk(arch=0).addressed("Boot/undionly.kpxe").missing("Boot/undionly.kpxe")
    second = Talk(mac=bytes.fromhex("525400040506"), ip="192.168.9.78", arch=0, now_s=30.0, xid=0x2000)
    second.addressed("boot/undionly.kpxe").load("boot/undionly.kpxe")
    return [*first.frames, *second.frames]


def _two_machines() -> Talk:
    talk = Talk()
    for turn in range(6):
        talk.uuid = bytes(range(16)) if turn % 2 else bytes(range(16, 32))
        talk.arch, talk.xid = (7 if turn % 2 else 0), 0x1000 + turn % 2
        talk.discover(2.0, 2 * turn).lease().proxy(file="a.efi" if turn % 2 else "undionly.kpxe")
    return talk


def _blocked_port() -> Talk:
    """RSTP says of the port that it learns and does not forward."""
    talk = Talk().bpdu(0.0, 0x10, is_rapid=True).discover(0.2)
    for secs in (4, 12, 28):
        for _ in range(secs // 2 - (secs // 8) * 2):
            talk.bpdu(2.0, 0x10, is_rapid=True)
        talk.discover(0.1, secs)
    return talk


def _plain_spanning_tree() -> Talk:
    talk = Talk(arch=0).bpdu(0.0).discover(1.0)
    for secs in (4, 12, 28):
        for _ in range(3):
            talk.bpdu()
        talk.discover(0.3, secs)
    return talk.bpdu()


def _spanning_tree_then_boot() -> Talk:
    talk = Talk().bpdu(0.0).discover(0.4).bpdu().bpdu().discover(0.1, 4).bpdu().bpdu().bpdu().bpdu()
    return talk.discover(0.1, 12).lease().proxy(file="a.efi").select().ack().probe("a.efi").load("a.efi")


def _no_server_with_spanning_tree() -> Talk:
    """Spanning tree is about, others are heard, and for two minutes nobody gives an address."""
    talk = Talk().bpdu(0.0)
    for secs in (0, 4, 12, 28):
        talk.idle(1.0).discover(float(secs), secs).bpdu()
    return talk.idle(30.0).bpdu()


def _ignored() -> Talk:
    """A laptop that takes its address and then goes on to its disk."""
    talk = Talk()
    for secs in (0, 4, 12, 28):
        talk.discover(float(secs), secs).lease().proxy(file="a.efi", options={VENDOR: DIRECT})
    return talk.idle(35.0)


def _large_blocks() -> Talk:
    """A tunnel on the way carries small datagrams only."""
    talk = Talk().addressed("a.efi").probe("a.efi")
    port = talk.rrq("a.efi")
    talk.oack(port)
    talk.acked(port, 0)
    for _ in range(5):
        talk.data(port, 1, bytes(1468), after_s=2.0)
    stop = encode_error(ErrorCode.SEE_TEXT, "timeout")
    talk.udp(stop, (talk.ip, port), (PROXY, 40_000 + port), 1.0)
    return talk.idle(20.0)


def _rejected() -> Talk:
    talk = Talk(arch=0).addressed("undionly.kpxe")
    for _ in range(3):
        talk.rrq("undionly.kpxe", port=2070, after_s=4.0)
        talk.add(icmp_frame(PROXY, talk.frames[-1][1], code=10))
    return talk


def _broadcast_item() -> Talk:
    menu = b"\6\1\2\x09\x0d\0\1\x0aInstall me\x0a\3\1F8\xff"
    talk = Talk().addressed().ask().told(options={CLASS: b"PXEClient", VENDOR: menu})
    for wait_s in (3.0, 4.0, 4.0):
        talk.ask("255.255.255.255", wait_s, {VENDOR: bytes.fromhex("470400010000ff")})
    return talk.idle(10.0)


def _file_of_wds_missing() -> Talk:
    talk = (
        Talk(arch=0).discover().lease(file=r"boot\x86\wdsnbp.com").select(after_s=8.0).ack(file=r"boot\x86\wdsnbp.com")
    )
    return talk.missing(r"boot\x86\wdsnbp.com", SITE)


def _http_404() -> Talk:
    talk = Talk(arch=16, vendor_class="HTTPClient:Arch:00016:UNDI:003000")
    url = f"http://{PROXY}/no.efi"
    talk.discover().lease().proxy(options={CLASS: b"HTTPClient", FILE: url.encode()}).select().ack()
    return talk.http("/no.efi", status=404, method="HEAD").idle(10.0)


def _relay_of_the_kit() -> Talk:
    """Seen where the boot server stands: requests come by a relay, and only the DHCP server answers them."""
    talk = Talk(arch=0, giaddr="192.168.8.254")
    for wait_s in (0.0, 4.0, 8.0, 16.0):
        talk.relayed_discover(PROXY, wait_s).relayed_discover(SITE).lease(to=("192.168.8.254", 67))
    return talk


def _behind_a_relay() -> Talk:
    """The client's side of the relay: what comes back has the relay's address in it."""
    talk = Talk(ip="192.168.8.77")
    for secs in (0, 4, 12, 28):
        talk.giaddr = NOBODY
        talk.discover(float(secs), secs)
        talk.giaddr = "192.168.8.254"
        talk.lease()
    return talk


def _cut_short() -> Talk:
    talk = Talk().discover().lease().proxy(file="a.efi").select().ack()
    return talk


def _grub_by_itself() -> Talk:
    talk = Talk().discover().lease(siaddr=NOBODY).proxy(file="grubnetx64.efi.signed").select().ack(siaddr=NOBODY)
    return talk.probe("grubnetx64.efi.signed").load("grubnetx64.efi.signed").idle(40.0)


def _grub_at_the_router() -> Talk:
    talk = Talk().addressed("shimx64.efi").load("shimx64.efi").missing("revocations.efi").load("grubx64.efi")
    for name in ("/grub/grub.cfg-01-52-54-00-01-02-03", "/grub/grub.cfg"):
        talk.missing(name, SITE)
    return talk.idle(20.0)


SIMULATED: tuple[Simulated, ...] = (
    _one("sim-intel-rom", "ok", "a BIOS agent with its size probe, PXELINUX, kernel", _intel_rom),
    _one("sim-raspberry-pi", "ok", "a Raspberry Pi that does without its optional files", _raspberry_pi),
    _one("sim-windows", "ok", "WDS beside the DHCP server", _windows),
    _one("sim-fog", "ok", "FOG's chain to its kernel", _fog),
    _one("sim-half-of-a-server", "ok", "the server's own datagrams are not in the capture", _half_of_a_server),
    _one("sim-name-garbled", "name-garbled", "option 67 without a NUL, an octet too many is asked for", _garbled),
    Simulated(
        "sim-name-case",
        "two computers ask for one name in different case",
        _other_case,
        (LabelledClient(_FIRST, "name-case"), LabelledClient(_SECOND, "ok")),
    ),
    _one("sim-duplicate-mac", "duplicate-mac", "two machines with one hardware address", _two_machines),
    _one("sim-link-delay", "link-delay", "only spanning tree is heard while the client asks", _plain_spanning_tree),
    _one("sim-offer-ignored", "offer-ignored", "complete offers, and DISCOVER goes on", _ignored),
    _one("sim-large-blocks", "fragments-lost", "large blocks do not pass", _large_blocks),
    _one("sim-relay", "relay-not-served", "the client's side of a relay, only addresses come", _behind_a_relay),
    _one("sim-cut-short", "unknown", "the capture ends with the address", _cut_short),
    _one("sim-fog-php", "fog-chain-broken", "boot.php answers 500", _fog_php_500),
    _one("aside-sim-u-boot", "ok", "U-Boot finds its last name", _u_boot),
    _one("aside-sim-system-after", "ok", "a system asks for an address after its script", _system_after),
    _one("aside-sim-late-start", "ok", "the capture begins with the file", _late_start),
    _one(
        "aside-sim-spanning-tree-then-boot",
        "ok",
        "two requests lost, then all is well",
        _spanning_tree_then_boot,
        "link-delay",
    ),
    _one("aside-sim-port-learning", "link-delay", "RSTP: the port learns and does not forward", _blocked_port),
    _one(
        "aside-sim-no-server",
        "no-dhcp-server",
        "spanning tree, others, and no DHCP server",
        _no_server_with_spanning_tree,
    ),
    _one("aside-sim-rejected", "tftp-data-blocked", "a firewall rejects TFTP", _rejected),
    _one("aside-sim-broadcast-item", "discovery-unanswered", "a menu entry looked for by broadcast", _broadcast_item),
    _one("aside-sim-wds-missing", "name-case", "Windows names on a server with slashes", _file_of_wds_missing),
    _one("aside-sim-http-404", "file-missing", "HTTP Boot, status 404", _http_404),
    _one("aside-sim-relay", "relay-not-served", "requests by a relay, the boot server is silent", _relay_of_the_kit),
    _one("aside-sim-fog-gone", "fog-chain-broken", "default.ipxe names a machine that is not there", _fog_server_gone),
    _one("aside-sim-grub-alone", "grub-no-server", "GRUB without a next server", _grub_by_itself),
    _one("aside-sim-grub-router", "grub-asks-site-server", "the router's TFTP has no grub.cfg", _grub_at_the_router),
)


_ASIDE = (
    *(_one(f"aside-sim-{name}", verdict, how, make) for name, verdict, how, make in ASIDE),
    Simulated("aside-sim-two-at-once", "two computers at the same time", two_at_once, TWO_AT_ONCE),
)


def main() -> int:
    """Write what is not there yet."""
    LIBRARY.mkdir(exist_ok=True)
    for each in (*SIMULATED, *_ASIDE):
        if not (LIBRARY / f"{each.name}.pcap").exists():
            write_capture(LIBRARY / f"{each.name}.pcap", each.make())
            write_label(each.name, "simulated", each.how, each.clients)
    return 0


if __name__ == "__main__":
    sys.exit(main())
