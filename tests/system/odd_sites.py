"""Networks whose servers say odd things, as no usual server is made to; and troubles of cable and card."""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Callable
from typing import Any

from tests.fakes.ethernet import udp_frame
from tests.system.lab import KIT, KIT_INTERFACE, SITE, Lab
from tests.system.probed_sites import FOG, SECOND, THIRD, Network
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

_LEASE, _OTHER_LEASE = "10.77.1.100", "10.77.1.150"
_CLASS = {"60": b"PXEClient".hex()}
_DIRECT = {**_CLASS, "43": "060108ff"}
#: Prompt and menu of one entry whose server is the third one.
_MENU = {
    **_CLASS,
    "43": "060103080780000 10a4d010b".replace(" ", "")
    + "0908800005"
    + b"Linux".hex()
    + "0a050a"
    + b"Boot".hex()
    + "ff",
}
_FLOOD = (
    "import socket, sys, time; s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0); s.bind(('br0', 0));"
    "print('sends', flush=True); frame = bytes.fromhex(sys.argv[1]); end = time.monotonic() + 25\n"
    "while time.monotonic() < end: s.send(frame)"
)
_SENDS_BPDUS = (
    "import socket, sys, threading; s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0); s.bind(('p-kit0', 0));"
    "print('sends', flush=True); pause = threading.Event()\n"
    "while not pause.wait(0.5): s.send(bytes.fromhex(sys.argv[1]))"
)
_DISCARDING, _FORWARDING = 0x0E, 0x3C


def _odd(host: str, interface: str, *answers: dict[str, Any]) -> Callable[[Lab], object]:
    command = [sys.executable, "-m", "tests.system.odd_server", interface, json.dumps(answers)]
    return lambda lab: lab.start(host, f"odd-{host}", command).wait_for("serves", 30)


def _site(*answers: dict[str, Any]) -> Callable[[Lab], object]:
    return _odd("site", "site0", *answers)


def _beside(address: str, *answers: dict[str, Any]) -> Callable[[Lab], object]:
    """One more server, in a namespace of its own."""
    host = f"odd{address.rpartition('.')[2]}"

    def build(lab: Lab) -> None:
        lab.add_namespace(host)
        lab.connect(host, f"{host}0", f"{address}/24")
        _odd(host, f"{host}0", *answers)(lab)

    return build


def _with_site(*more: Callable[[Lab], object]) -> Callable[[Lab], object]:
    """The school's plain DHCP server, and these."""
    return _all(lambda lab: lab.start_site_dhcp(), *more)


def _all(*parts: Callable[[Lab], object]) -> Callable[[Lab], object]:
    def build(lab: Lab) -> None:
        for part in parts:
            part(lab)

    return build


def _addresses(*addresses: str) -> Callable[[Lab], object]:
    """Of our card, in this order."""

    def build(lab: Lab) -> None:
        lab.run("kit", "ip", "address", "flush", "dev", KIT_INTERFACE)
        for each in addresses:
            lab.run("kit", "ip", "address", "add", each, "dev", KIT_INTERFACE)

    return build


def _twin(lab: Lab) -> None:
    lab.add_namespace("twin")
    lab.connect("twin", "twin0", f"{KIT}/24")


def _storm(lab: Lab) -> None:
    ask = udp_frame(
        EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67), source_mac=EDK2_MAC.octets
    )
    lab.start("net", "storm", [sys.executable, "-c", _FLOOD, ask.hex()]).wait_for("sends", 10)


def _rapid_tree(flags: int) -> Callable[[Lab], object]:
    """A switch with rapid spanning tree. flags: of its port (802.1D 9.3.3)."""
    switch = bytes.fromhex("024200000001")
    bridge = b"\x80\x00" + switch
    times = struct.pack("!4H", 0, 20 << 8, 2 << 8, 15 << 8)
    bpdu = b"\0\0\x02\x02" + bytes([flags]) + bridge + bytes(4) + bridge + b"\x80\x07" + times + b"\0"
    body = b"\x42\x42\x03" + bpdu
    frame = bytes.fromhex("0180c2000000") + switch + struct.pack("!H", len(body)) + body.ljust(46, b"\0")
    return lambda lab: lab.start("net", "rstp", [sys.executable, "-c", _SENDS_BPDUS, frame.hex()]).wait_for("sends", 10)


def _udhcpd(lab: Lab) -> None:
    """BusyBox's server, as in small routers, that leads to a FOG server."""
    file, leases = lab.folder / "udhcpd.conf", lab.folder / "udhcpd.leases"
    leases.write_text("")
    lines = ("start 10.77.1.100", "end 10.77.1.120", "interface site0", f"lease_file {leases}")
    more = (f"pidfile {lab.folder}/udhcpd.pid", "opt subnet 255.255.255.0", f"siaddr {FOG}", "boot_file undionly.kpxe")
    file.write_text("\n".join((*lines, *more)) + "\n")
    lab.start("site", "udhcpd", ["busybox", "udhcpd", "-f", file]).wait_for("started", 10)


_UEFI, _IPXE, _HTTP = "outlooks.0", "outlooks.1", "outlooks.2"
_GIVES = {"yiaddr": _LEASE}

ODD_NETWORKS = (
    Network(
        "offers without option 54",
        _site({**_GIVES, "options": {"54": None}}),
        "leaves_out",
        "proxy",
        {"fault.code": "site_no_identifier", f"{_UEFI}.ending": "no_address", f"{_IPXE}.ending": "nothing_to_boot"},
    ),
    Network(
        "addresses for BIOS alone",
        _site({**_GIVES, "kinds": ["bios"]}),
        "leaves_out",
        "proxy",
        {"fault.code": "site_leaves_out", f"{_UEFI}.our_chance": "none", f"{_HTTP}.our_chance": "none"},
    ),
    Network("addresses for UEFI alone", _site({**_GIVES, "kinds": ["uefi"]}), "leaves_out", "proxy"),
    Network("refusals alone", _site({"message": 6}), "refused", None, {"refusing": [SITE], "offers": []}),
    Network(
        "answers after six seconds",
        _site({**_GIVES, "after_s": 6.0}),
        "plain",
        "proxy",
        {f"{_UEFI}.ending": "nothing_to_boot", f"{_HTTP}.our_chance": "sure", "notes.0.code": "site_slow"},
    ),
    Network("answers to one computer alone", _site({**_GIVES, "alone": True}), "plain", "proxy"),
    Network(
        "boot server by BOOTP",
        _site({**_GIVES, "as_bootp": True, "siaddr": SITE, "file": "boot.efi"}),
        "names_file",
        "proxy",
        {f"{_UEFI}.ending": "loads", f"{_UEFI}.our_chance": "none"},
    ),
    Network(
        "option 66 without a next server",
        _site({**_GIVES, "options": {"66": FOG.encode().hex(), "67": b"snponly.efi".hex()}}),
        "no_next_server",
        "point",
        {"point_to": FOG, f"{_UEFI}.server": SITE, f"{_UEFI}.our_chance": "sure"},
    ),
    Network(
        "class that points to a dead machine",
        _site({**_GIVES, "siaddr": "10.77.1.99", "options": _CLASS}),
        "class_without_43",
        "proxy",
        {f"{_UEFI}.ending": "stops", "boot_servers.0.port_4011": "silent"},
    ),
    Network("option 43 of other things", _site({**_GIVES, "options": {"43": "010401020304"}}), "plain", "proxy"),
    Network(
        "menu of the DHCP server",
        _site({**_GIVES, "siaddr": SITE, "options": _MENU}),
        "class_with_43",
        "nothing",
        {f"{_UEFI}.ending": "menu", f"{_UEFI}.our_chance": "none"},
    ),
    Network(
        "two boot servers, the first one dead",
        _with_site(
            _beside(THIRD, {"siaddr": THIRD, "options": _CLASS}),
            _beside(
                "10.77.1.12",
                {"siaddr": "10.77.1.12", "options": _CLASS, "after_s": 0.3},
                {"port": 4011, "siaddr": "10.77.1.12", "file": "second.efi", "options": _CLASS},
            ),
        ),
        "second_proxy",
        "nothing",
        {f"{_UEFI}.ending": "loads", f"{_UEFI}.server": "10.77.1.12", f"{_UEFI}.file": "second.efi"},
    ),
    Network(
        "boot server with nothing on 4011",
        _with_site(
            _beside(THIRD, {"siaddr": THIRD, "options": _CLASS}, {"port": 4011, "siaddr": THIRD, "options": _CLASS})
        ),
        "second_proxy",
        "proxy",
        {f"{_UEFI}.ending": "stops", "boot_servers.0.port_4011": "answered"},
    ),
    Network(
        "boot server that is late for iPXE",
        _with_site(_beside(THIRD, {"siaddr": THIRD, "file": "x.efi", "options": _DIRECT, "after_s": 3.5})),
        "second_proxy",
        "nothing",
        {f"{_UEFI}.ending": "loads", f"{_IPXE}.ending": "nothing_to_boot", f"{_IPXE}.our_chance": "sure"},
    ),
    Network(
        "boot instructions beside a plain server",
        _all(
            _site(_GIVES),
            _beside(SECOND, {"yiaddr": _OTHER_LEASE, "siaddr": SECOND, "file": "w.efi", "options": _DIRECT}),
        ),
        "class_with_43",
        "nothing",
        {f"{_UEFI}.server": SECOND, f"{_UEFI}.our_chance": "none", "fault.code": "site_serves_boot"},
    ),
    Network("BusyBox with one file for all", _udhcpd, "wrong_file", "point", {"point_to": FOG}),
    Network(
        "another machine with our address", _with_site(_twin), "address_taken", "proxy", {"fault.code": "address_taken"}
    ),
    Network(
        "address of the site behind another one",
        _with_site(_addresses("192.168.5.2/24", f"{KIT}/24")),
        "other_network",
        "proxy",
        {"fault.code": "site_other_address"},
    ),
    Network(
        "port of a rapid spanning tree that is not open",
        _rapid_tree(_DISCARDING),
        "link_waits",
        None,
        {"spanning_tree.is_forwarding": False},
    ),
    Network(
        "open port of a rapid spanning tree", _rapid_tree(_FORWARDING), "silent", "private_network", {"offers": []}
    ),
)
#: Alone, as it takes what the machine has.
STORM = Network("storm of broadcasts", _with_site(_storm), "flooded", None, {"fault.code": "site_flooded"})
