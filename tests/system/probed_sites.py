"""Networks to be asked: DHCP servers of all kinds, leftovers, second boot servers, switches and firewalls."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.ethernet import udp_frame
from tests.fakes.switch_frames import igmp_query, lldp, tagged
from tests.system.lab import KIT, KIT_INTERFACE, SITE, Lab, Process
from tests.system.sites import start_isc_dhcpd, start_kea
from tests.unit.protocol.dhcp.frames import EDK2_DISCOVER, EDK2_MAC

SECOND, THIRD, FOG = "10.77.1.2", "10.77.1.11", "10.77.1.77"
_MAC_OF_SWITCH = bytes.fromhex("024200000001")
_REPEAT = (
    "import socket, sys, threading; s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0); s.bind(('br0', 0));"
    "print('sends', flush=True); pause = threading.Event()\n"
    "while not pause.wait(0.3): [s.send(bytes.fromhex(each)) for each in sys.argv[1:]]"
)
_BY_ARCH = ("--dhcp-match=set:efi,option:client-arch,7", "--dhcp-match=set:efi,option:client-arch,16")
_FORCE_CLASS = "--dhcp-option-force=60,PXEClient"


@dataclass(frozen=True)
class Network:
    """build: sets it up. kind, mode: the verdict. says: further values of the JSON object, by their dotted path."""

    name: str
    build: Callable[[Lab], object]
    kind: str
    mode: str | None
    says: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def _dnsmasq(lab: Lab, host: str, address: str, *options: str) -> Process:
    """One more dnsmasq, in a namespace of its own with this address."""
    lab.add_namespace(host)
    lab.connect(host, f"{host}0", f"{address}/24")
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--no-ping", "--log-dhcp"]
    command += [f"--interface={host}0", "--bind-interfaces", f"--dhcp-leasefile={lab.folder}/{host}", *options]
    process = lab.start(host, host, command)
    process.wait_for("DHCP, proxy|DHCP, IP range|DHCP, sockets bound", 10)
    return process


def _proxy(lab: Lab) -> None:
    """dnsmasq as the usual instructions have it: BIOS gets a menu, UEFI is to ask on port 4011."""
    services = ("--pxe-service=x86-64_EFI,Other,other.efi", "--pxe-service=x86PC,Other,other")
    _dnsmasq(lab, "third", THIRD, "--dhcp-range=10.77.1.0,proxy", *services)


def _site(*options: str) -> Callable[[Lab], object]:
    return lambda lab: lab.start_site_dhcp(*options)


def _site_and_proxy(lab: Lab) -> None:
    lab.start_site_dhcp()
    _proxy(lab)


def _two_dhcp_servers(lab: Lab) -> None:
    lab.start_site_dhcp()
    _dnsmasq(lab, "second", SECOND, "--dhcp-range=10.77.1.210,10.77.1.220,1h")


def _firewalled_proxy(verdict: str) -> Callable[[Lab], None]:
    """A boot server whose own firewall does not let port 4011 in."""

    def build(lab: Lab) -> None:
        _site_and_proxy(lab)
        rule = f"table inet f {{ chain in {{ type filter hook input priority 0; udp dport 4011 {verdict}; }}; }}"
        lab.run("third", "nft", rule)

    return build


def _isc_with_class(lab: Lab) -> None:
    start_isc_dhcpd(lab, 'option vendor-class-identifier "PXEClient";')


def _slow_site(lab: Lab) -> None:
    """A server that pings for 3 s before it offers an address."""
    process = lab.start(
        "site",
        "slow-dhcp",
        [
            *("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--log-dhcp", "--interface=site0"),
            *("--bind-interfaces", f"--dhcp-leasefile={lab.folder}/slow", "--dhcp-range=10.77.1.100,10.77.1.200,1h"),
        ],
    )
    process.wait_for("DHCP, sockets bound|DHCP, IP range", 10)


def _kit(lab: Lab, module: str, *arguments: str) -> None:
    """A colleague's FOG Portable in a namespace of its own."""
    root = lab.folder / "colleague"
    root.mkdir()
    (root / "ipxe.efi").write_bytes(b"MZ" + bytes(4096))
    (root / "own.ipxe").write_text("#!ipxe\nexit\n")
    lab.add_namespace("third")
    lab.connect("third", "third0", f"{THIRD}/24")
    words = [each.format(root=root) for each in arguments]
    environment = {"FOGPORTABLE_HOME": str(root / "home"), "PYTHONUNBUFFERED": "1"}
    process = lab.start("third", "colleague", [sys.executable, "-m", module, *words], **environment)
    process.wait_for("session_started", 30)


def _colleague(lab: Lab) -> None:
    lab.start_site_dhcp()
    flags = ("serve", "--interface", "third0", "--root", "{root}", "--boot", "x64=ipxe.efi", "--json")
    _kit(lab, "fogportable", *flags)


def _colleague_with_addresses(lab: Lab) -> None:
    _kit(lab, "tests.system.private_kit", "third0", "{root}", "{root}/own.ipxe", "x64=ipxe.efi")


def _fresh_port_of_a_tree(lab: Lab) -> None:
    """The whole bridge runs spanning tree, and its ports have just come up: they wait for 30 s."""
    lab.start_site_dhcp()
    for port in ("p-kit0", "p-site0"):
        lab.run("net", "ip", "link", "set", port, "down")
    lab.run("net", "ip", "link", "set", "br0", "type", "bridge", "stp_state", "1", "forward_delay", "1500")
    for port in ("p-kit0", "p-site0"):
        lab.run("net", "ip", "link", "set", port, "up")


def _behind_a_tree(lab: Lab) -> None:
    """A switch with spanning tree behind one without, whose ports have long been open."""
    lab.start_site_dhcp()
    lab.run("net", "ip", "link", "add", "br9", "type", "bridge", "stp_state", "1", "forward_delay", "1500")
    lab.run("net", "ip", "link", "add", "up9", "type", "veth", "peer", "name", "down9")
    for port, bridge in (("up9", "br9"), ("down9", "br0")):
        lab.run("net", "ip", "link", "set", port, "master", bridge)
        lab.run("net", "ip", "link", "set", port, "up")
    lab.run("net", "ip", "link", "set", "br9", "up")


def _talking_switch(lab: Lab, *more: bytes) -> None:
    frames = (lldp(_MAC_OF_SWITCH, "switch-204", "Gi0/7", 204), igmp_query(_MAC_OF_SWITCH, "10.77.1.254"), *more)
    lab.start("net", "switch", [sys.executable, "-c", _REPEAT, *(each.hex() for each in frames)]).wait_for("sends", 10)


def _site_with_talking_switch(lab: Lab) -> None:
    lab.start_site_dhcp()
    _talking_switch(lab)


def _trunk_port(lab: Lab) -> None:
    _talking_switch(lab, tagged(_MAC_OF_SWITCH, 30))


def _class_with_boot_server(lab: Lab) -> None:
    """A DHCP server with the class, whose next server answers on port 4011: WDS beside Windows' DHCP."""
    lab.start_site_dhcp(_FORCE_CLASS, f"--dhcp-boot=x,,{THIRD}")
    _proxy(lab)


def _class_beside_plain(lab: Lab) -> None:
    lab.start_site_dhcp(_FORCE_CLASS)
    _dnsmasq(lab, "second", SECOND, "--dhcp-range=10.77.1.210,10.77.1.220,1h")


def _other_network(lab: Lab) -> None:
    lab.start_site_dhcp()
    lab.run("kit", "ip", "address", "flush", "dev", KIT_INTERFACE)
    lab.run("kit", "ip", "address", "add", "192.168.5.2/24", "dev", KIT_INTERFACE)


def _known_computers_only(lab: Lab) -> None:
    """A server that knows its computers, of which one asks again and again."""
    lab.start_site_dhcp("--dhcp-ignore=tag:!known", f"--dhcp-host={EDK2_MAC},10.77.1.150")
    ask = udp_frame(
        EDK2_DISCOVER, source=("0.0.0.0", 68), destination=("255.255.255.255", 67), source_mac=EDK2_MAC.octets
    )
    lab.start("net", "pc", [sys.executable, "-c", _REPEAT, ask.hex()]).wait_for("sends", 10)


def _isc_with_option_66(lab: Lab) -> None:
    start_isc_dhcpd(lab, f'option tftp-server-name "{FOG}";\nfilename "snponly.efi";\n')


def _loop(lab: Lab) -> None:
    """The kit's own port sends back what it hears."""
    lab.start_site_dhcp()
    lab.run("net", "bridge", "link", "set", "dev", "p-kit0", "hairpin", "on")


def _unplugged(lab: Lab) -> None:
    lab.run("net", "ip", "link", "set", "p-kit0", "down")


def _card_without_address(lab: Lab) -> None:
    lab.start_site_dhcp()
    lab.run("kit", "ip", "address", "flush", "dev", KIT_INTERFACE)


def _kit_with_closed_firewall(lab: Lab) -> None:
    lab.start_site_dhcp()
    lab.run("kit", "nft", "table inet f { chain in { type filter hook input priority 0; policy drop; }; }")


def _relayed(lab: Lab) -> None:
    """Addresses come from a server behind a relay, and nobody else is here."""
    lab.add_namespace("far")
    lab.add_bridge("br1")
    lab.add_namespace("relay")
    lab.connect("relay", "near0", "10.77.1.254/24")
    lab.connect("relay", "far0", "10.77.2.254/24", bridge="br1")
    lab.connect("far", "srv0", "10.77.2.1/24", bridge="br1")
    lab.run("far", "ip", "route", "add", "10.77.1.0/24", "via", "10.77.2.254")
    lab.run("relay", "sysctl", "-qw", "net.ipv4.ip_forward=1")
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--no-ping", "--interface=srv0"]
    command += ["--bind-interfaces", f"--dhcp-leasefile={lab.folder}/far", "--dhcp-range=10.77.1.100,10.77.1.150,1h"]
    lab.start("far", "far-dhcp", command).wait_for("DHCP, IP range|DHCP, sockets bound", 10)
    relay = lab.start("relay", "dhcrelay", ["dhcrelay", "-4", "-d", "-id", "near0", "-iu", "far0", "10.77.2.1"])
    relay.wait_for("Listening on LPF/near0|Listening on Socket|Sending on", 10)


def _two_networks_on_one_wire(lab: Lab) -> None:
    """A second DHCP server gives addresses of another network."""
    lab.start_site_dhcp()
    _dnsmasq(lab, "second", "192.168.50.1", "--dhcp-range=192.168.50.10,192.168.50.20,1h")


def _kea_by_classes(lab: Lab) -> None:
    """Kea leads to a FOG server and tells iPXE from firmware."""
    ipxe, uefi = "option[175].exists", "not member('ipxe') and option[93].hex == 0x0007"
    start_kea(
        lab,
        {"name": "ipxe", "test": ipxe, "boot-file-name": "default.ipxe", "next-server": FOG},
        {"name": "uefi", "test": uefi, "boot-file-name": "snponly.efi", "next-server": FOG},
    )


def _snooped_proxy(lab: Lab) -> None:
    """A switch that lets no answer of a second boot server pass (DHCP snooping)."""
    _site_and_proxy(lab)
    rule = "chain f { type filter hook forward priority 0; iifname p-third0 udp sport 67 drop; };"
    lab.run("net", "nft", f"table bridge snooping {{ {rule} }}")


def _proxy_for_http_boot(lab: Lab) -> None:
    """dnsmasq that answers HTTP Boot with a URL too."""
    lab.start_site_dhcp()
    more = ("--dhcp-pxe-vendor=PXEClient,HTTPClient", f"--dhcp-boot=http://{THIRD}/x.efi")
    services = ("--pxe-service=x86-64_EFI,Other,other.efi",)
    _dnsmasq(lab, "third", THIRD, "--dhcp-range=10.77.1.0,proxy", *more, *services)


_SILENT_SWITCH = {"spanning_tree": None, "switch": None, "own_frames_came_back": 0}
_UEFI, _IPXE, _HTTP = "outlooks.0", "outlooks.1", "outlooks.2"

NETWORKS = (
    Network("nobody", lambda _lab: None, "silent", "private_network", {**_SILENT_SWITCH, "offers": []}),
    Network("unplugged", _unplugged, "silent", None, {"offers": []}),
    Network(
        "dnsmasq", _site(), "plain", "proxy", {f"{_UEFI}.ending": "nothing_to_boot", f"{_UEFI}.our_chance": "sure"}
    ),
    Network("isc", start_isc_dhcpd, "plain", "proxy", {f"{_IPXE}.our_chance": "sure"}),
    Network("kea", start_kea, "plain", "proxy", {f"{_IPXE}.our_chance": "sure"}),
    Network("slow dnsmasq", _slow_site, "plain", "proxy"),
    Network("relay", _relayed, "plain", "proxy", {f"{_UEFI}.lease_from": "10.77.2.1"}),
    Network("two DHCP servers", _two_dhcp_servers, "several_dhcp", "proxy", {f"{_UEFI}.our_chance": "sure"}),
    Network(
        "second proxy",
        _site_and_proxy,
        "second_proxy",
        "nothing",
        {
            f"{_UEFI}.ending": "loads",
            f"{_UEFI}.server": THIRD,
            f"{_UEFI}.file": "other.efi",
            f"{_UEFI}.our_chance": "sure",
            "boot_servers.0.port_4011": "answered",
        },
    ),
    Network(
        "second proxy whose firewall drops 4011",
        _firewalled_proxy("drop"),
        "second_proxy",
        "proxy",
        {f"{_UEFI}.ending": "stops", "boot_servers.0.port_4011": "silent"},
    ),
    Network(
        "second proxy whose firewall rejects 4011",
        _firewalled_proxy("reject"),
        "second_proxy",
        "proxy",
        {f"{_UEFI}.ending": "stops", "boot_servers.0.port_4011": "refused"},
    ),
    Network("proxy alone", _proxy, "no_address", "private_network", {f"{_UEFI}.ending": "no_address"}),
    Network(
        "one file for all",
        _site("--dhcp-boot=undionly.kpxe"),
        "wrong_file",
        "proxy",
        {f"{_UEFI}.file": "undionly.kpxe", f"{_UEFI}.server": SITE, f"{_UEFI}.our_chance": "sure"},
    ),
    Network(
        "files by architecture",
        _site(*_BY_ARCH, "--dhcp-boot=tag:efi,bootx64.efi", "--dhcp-boot=tag:!efi,lpxelinux.0"),
        "names_file",
        "proxy",
        {f"{_UEFI}.ending": "loads", f"{_UEFI}.file": "bootx64.efi", f"{_IPXE}.our_chance": "sure"},
    ),
    Network(
        "FOG server by architecture",
        _site(*_BY_ARCH, f"--dhcp-boot=tag:efi,snponly.efi,,{FOG}", f"--dhcp-boot=tag:!efi,undionly.kpxe,,{FOG}"),
        "names_file",
        "nothing",
        {"point_to": FOG, f"{_UEFI}.server": FOG},
    ),
    Network(
        "FOG server with one file for all",
        _site(f"--dhcp-boot=undionly.kpxe,,{FOG}"),
        "wrong_file",
        "point",
        {"point_to": FOG},
    ),
    Network(
        "class left over",
        _site(_FORCE_CLASS),
        "class_without_43",
        "proxy",
        {
            f"{_UEFI}.ending": "stops",
            f"{_UEFI}.our_chance": "none",
            f"{_IPXE}.our_chance": "depends",
            "boot_servers.0.port_4011": "refused",
        },
    ),
    Network("class left over in ISC", _isc_with_class, "class_without_43", "proxy", {f"{_UEFI}.our_chance": "none"}),
    Network(
        "class that points here",
        _site(_FORCE_CLASS, f"--dhcp-boot=x,,{KIT}"),
        "class_to_us",
        "proxy",
        {f"{_UEFI}.our_chance": "sure"},
    ),
    Network(
        "class with instructions",
        _site(_FORCE_CLASS, "--dhcp-option-force=43,06:01:08:ff", "--dhcp-boot=site.efi"),
        "class_with_43",
        "nothing",
        {f"{_UEFI}.ending": "loads", f"{_UEFI}.file": "site.efi", f"{_UEFI}.our_chance": "none"},
    ),
    Network(
        "prompt without a menu",
        _site(_FORCE_CLASS, "--dhcp-option-force=43,06:01:03:ff"),
        "class_with_43",
        "proxy",
        {f"{_UEFI}.ending": "local_disk"},
    ),
    Network(
        "iPXE told to take no proxy",
        _site("--dhcp-option-force=encap:175,176,1b"),
        "ipxe_left_out",
        "proxy",
        {f"{_IPXE}.our_chance": "none", f"{_UEFI}.our_chance": "sure"},
    ),
    Network(
        "colleague's kit", _colleague, "second_kit", "nothing", {f"{_UEFI}.file": "ipxe.efi", f"{_UEFI}.server": THIRD}
    ),
    Network("colleague's private network", _colleague_with_addresses, "second_kit", "nothing"),
    Network(
        "fresh port of a spanning tree",
        _fresh_port_of_a_tree,
        "link_waits",
        None,
        {"offers": [], "spanning_tree.forward_delay_s": 15.0, "fault.code": "site_link_waits"},
    ),
    Network(
        "behind a spanning tree",
        _behind_a_tree,
        "plain",
        "proxy",
        {"spanning_tree.forward_delay_s": 15.0, "notes.0.code": "site_spanning_tree"},
    ),
    Network(
        "talking switch",
        _site_with_talking_switch,
        "plain",
        "proxy",
        {"switch.name": "switch-204", "switch.port": "Gi0/7", "switch.vlan": 204, "igmp_querier": "10.77.1.254"},
    ),
    Network(
        "port between switches", _trunk_port, "silent", "private_network", {"tagged_vlans": [30], "switch.vlan": 204}
    ),
    Network(
        "class with a boot server",
        _class_with_boot_server,
        "class_without_43",
        "nothing",
        {f"{_UEFI}.ending": "loads", f"{_UEFI}.file": "other.efi", "fault.code": "site_serves_boot"},
    ),
    Network(
        "class beside a plain server",
        _class_beside_plain,
        "several_dhcp",
        "proxy",
        {f"{_UEFI}.our_chance": "sure"},
    ),
    Network("two networks on one wire", _two_networks_on_one_wire, "several_dhcp", "proxy"),
    Network(
        "Kea by client classes",
        _kea_by_classes,
        "names_file",
        "nothing",
        {"point_to": FOG, f"{_UEFI}.file": "snponly.efi", f"{_IPXE}.file": "default.ipxe"},
    ),
    Network("second proxy behind DHCP snooping", _snooped_proxy, "plain", "proxy", {f"{_UEFI}.our_chance": "sure"}),
    Network(
        "second proxy for HTTP Boot",
        _proxy_for_http_boot,
        "second_proxy",
        "nothing",
        {f"{_HTTP}.file": f"http://{THIRD}/x.efi", f"{_UEFI}.file": "other.efi"},
    ),
    Network("other network than ours", _other_network, "other_network", "proxy", {"fault.code": "site_other_network"}),
    Network("known computers only", _known_computers_only, "known_only", "proxy"),
    Network("option 66 in ISC", _isc_with_option_66, "no_next_server", "point", {"point_to": FOG}),
    Network("loop", _loop, "plain", "proxy", {"notes.0.code": "site_loop"}),
    Network("card without an address", _card_without_address, "plain", "proxy", {"address": None}),
    Network("kit with a closed firewall", _kit_with_closed_firewall, "plain", "proxy"),
    Network(
        "HTTP Boot of the site",
        _site(
            "--dhcp-vendorclass=set:http,HTTPClient",
            "--dhcp-option-force=tag:http,60,HTTPClient",
            f"--dhcp-boot=tag:http,http://{FOG}/x.efi",
        ),
        "plain",
        "proxy",
        {f"{_HTTP}.ending": "loads", f"{_HTTP}.file": f"http://{FOG}/x.efi", f"{_HTTP}.our_chance": "none"},
    ),
)
