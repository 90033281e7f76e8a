"""Computers that ask in ways of their own, and those that ask for something else."""

from __future__ import annotations

from ipaddress import IPv4Interface

from fogportable.boot.policy import ProxySettings, ServerIdentity
from fogportable.model import BootRule, OfferShape
from tests.golden.dhcp.computers import INFORM, OURS, Computer, Program
from tests.golden.dhcp.conversation import RULES, Case, Conversation, Plan

_PI = Computer(
    Program.ROM, 0, bytes.fromhex("b827eb1a2b3c"), machine=b"\0" + bytes.fromhex("34695552" + "b827eb1a2b3c" + "0" * 12)
)
_OWN_NUMBER = bytes.fromhex("4c4c4544003810363032c4c04f4d4e31")
_TWO_CARDS = (
    ServerIdentity("eth0", IPv4Interface("10.77.1.10/24"), http_port=80),
    ServerIdentity("eth1", IPv4Interface("10.77.3.10/24"), tftp_port=6969, http_port=8080),
)


def _raspberry_pi() -> Conversation:
    return (_PI.discovers(0.0), _PI.takes(1.0))


def _rom() -> Conversation:
    rom = Computer(Program.ROM, 0)
    return (rom.discovers(0.0), rom.takes(4.0), rom.asks_boot_server(4.5))


def _numbers_of_x64() -> Conversation:
    every = [Computer(Program.EDK2, arch, xid=0x77000000 + arch) for arch in (7, 9)]
    return tuple(each.discovers(at_s) for at_s, each in enumerate(every))


def _arch_in_class_only() -> Conversation:
    """A ROM without options 93 and 97."""
    rom = Computer(Program.ROM, 0, machine=None)
    without = tuple(each for each in rom.usual() if each[0] != 93)
    return (rom.says(0.0, 1, without),)


def _number_for_address() -> Conversation:
    pc = Computer(Program.EDK2, 7, _OWN_NUMBER, machine=b"\0" + _OWN_NUMBER)
    return (pc.discovers(0.0), pc.takes(4.0), pc.asks_boot_server(4.1))


def _numbers_of_http() -> Conversation:
    """15 to 20; 21, which is U-Boot by PXE; 24, which is U-Boot by HTTP."""
    numbers = (*range(15, 22), 24)
    every = [Computer(Program.EDK2, arch, bytes.fromhex(f"5254007700{arch:02x}")) for arch in numbers]
    return tuple(each.discovers(float(at_s)) for at_s, each in enumerate(every))


def _on_both_cards() -> Conversation:
    there = _TWO_CARDS[1].address.ip
    firmware = Computer(Program.EDK2, 7, card=1, server=there)
    http = Computer(Program.EDK2, 19, bytes.fromhex("525400770022"), card=1)
    near = Computer(Program.EDK2, 16, bytes.fromhex("525400770023"))
    ipxe = firmware.runs(Program.IPXE)
    return (
        near.discovers(0.0),
        firmware.discovers(1.0),
        firmware.asks_boot_server(5.0, "10.77.3.129"),
        ipxe.discovers(9.0),
        ipxe.asks_boot_server(9.5, "10.77.3.129"),
        http.discovers(20.0),
    )


def _other_kinds_on_both_ports() -> Conversation:
    pc = Computer(Program.ROM, 0)
    return (
        pc.discovers(0.0, to=(OURS, 4011)),
        pc.asks_boot_server(1.0, kind=INFORM),
        pc.says(2.0, INFORM, pc.usual()),
        pc.takes(3.0, dhcp_server=OURS),
        pc.asks_boot_server(4.0, "192.168.7.7"),
    )


def _not_for_us() -> Conversation:
    """No wish to boot from the network, or one that nobody here can grant."""
    numbers = (bytes.fromhex(f"5254007700{number:02x}") for number in range(0x31, 0x38))
    pcs = [Computer(Program.ROM, 0, hardware, xid=0x77000100 + hardware[-1]) for hardware in numbers]
    undi = (94, b"\x01\x02\x01")
    return (
        pcs[0].says(0.0, 1, ((60, b"MSFT 5.0"), (55, b"\x01\x03\x06"))),
        pcs[1].says(1.0, INFORM, ((60, b"AAPLBSDPC/i386/iMac14,1"), (43, b"\x01\x01\x01\xff"))),
        pcs[2].says(2.0, None, ()),
        pcs[3].says(3.0, 1, ((60, b"PXEClient"), undi)),
        pcs[4].says(4.0, 1, ((60, b"PXEClient"), (93, b"\0"), undi)),
        pcs[5].says(5.0, 7, ((60, b"PXEClient"), (93, b"\0\0"), undi)),
        Computer(Program.EDK2, 12, pcs[6].hardware).discovers(6.0),
    )


def _gpxe() -> Conversation:
    pc = Computer(Program.ROM, 0, further=((77, b"gPXE"),))
    counted = Computer(Program.ROM, 0, bytes.fromhex("525400770022"), further=((77, b"\x05other\x04iPXE"),))
    return (pc.discovers(0.0), counted.discovers(1.0))


def _http_on_4011() -> Conversation:
    pc = Computer(Program.EDK2, 16)
    return (pc.discovers(0.0), pc.takes(4.0), pc.asks_boot_server(4.1))


CASES = (
    Case(
        "raspberry-pi__bios",
        "A Raspberry Pi gets the one menu entry that its ROM wants to read, no file, and the TFTP server in 66.",
        _raspberry_pi,
    ),
    Case("rom__bios", "A network card's ROM, from port 68, whose option 57 leaves it 1232 octets.", _rom),
    Case(
        "rom-boot-server__bios",
        "The same by boot server.",
        _rom,
        Plan(settings=ProxySettings(shape=OfferShape.BOOT_SERVER)),
    ),
    Case("numbers-of-x64__efi64", "The numbers 7 and 9 are both UEFI x64.", _numbers_of_x64),
    Case(
        "arch-in-class__bios",
        "Without option 93 the digits in the class count; without option 97 none goes back.",
        _arch_in_class_only,
    ),
    Case(
        "number-for-address__efi64",
        "Firmware that sends its machine number as hardware address gets all sixteen octets back.",
        _number_for_address,
    ),
    Case(
        "two-cards__efi64",
        "Each card answers with its own address and ports, in 54, siaddr and addresses of files; HTTP for ARM64 too.",
        _on_both_cards,
        Plan(cards=_TWO_CARDS),
    ),
    Case(
        "kinds-and-ports__bios",
        "DISCOVER and INFORM on 4011 are answered; on 67 INFORM and a lease REQUEST to us are not; nor strangers.",
        _other_kinds_on_both_ports,
    ),
    Case(
        "not-for-us__any",
        "Systems, Apple NetBoot, BOOTP, no or broken architecture, RELEASE, and an architecture without file: silence.",
        _not_for_us,
        is_silent=True,
    ),
    Case("gpxe__bios", "gPXE, and iPXE in a counted list of classes, get the script.", _gpxe),
    Case(
        "http-numbers__http",
        "Every number of HTTP boot gets the address of what its PXE twin loads; U-Boot without a file is told of.",
        _numbers_of_http,
        Plan(rules=(*RULES, BootRule(frozenset({10}), "arm32/ipxe.efi")), cards=_TWO_CARDS[:1]),
    ),
    Case(
        "http-on-4011__http",
        "UEFI HTTP boot has all it needs from the OFFER, and no answer on port 4011.",
        _http_on_4011,
        Plan(cards=_TWO_CARDS[:1]),
    ),
)
