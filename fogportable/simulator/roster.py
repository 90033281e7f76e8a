"""Who sits in the software classroom, how each is meant to end and how it did. Data, and a ready-made room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from ipaddress import IPv4Address

from fogportable.protocol.address import MacAddress
from fogportable.simulator.firmware import ClientKind

#: As many as have an address of their own in 127.0.1.0 to 127.0.4.255.
MOST_CLIENTS = 1000

#: The site's DHCP server that the clients pretend to have their lease from. Nobody listens there.
SITE_SERVER = IPv4Address("127.255.0.1")


class ClientStep(StrEnum):
    """How far a client has come, in the order in which it gets there."""

    OFF = "off"
    LOOKING = "looking for a boot server"
    ASKING_BOOT_SERVER = "asking on port 4011"
    LOADING = "loading the boot file"
    LOOKING_AS_IPXE = "iPXE looks for its script"
    LOADING_SCRIPT = "loading the script"
    IN_MENU = "in the menu"
    LOADING_FILES = "loading what the menu starts"
    DONE = "done"
    FAILED = "failed"


class Expectation(Enum):
    """How a client should end. Odd ones must fail, and in the right way."""

    BOOTS = "boots"
    NO_ANSWER = "no answer"
    FILE_NOT_FOUND = "file not found"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where the services are asked. Ports as really bound."""

    address: IPv4Address
    discovery: int
    boot_server: int
    tftp: int


@dataclass(frozen=True, slots=True)
class ClientSpec:
    """One computer. address: of 127.0.0.0/8, its own.

    asks_boot_server: UEFI that goes to port 4011 although the OFFER says enough. asks_for: a file to ask for in place
    of the offered one. then_loads: files below the TFTP root that iPXE loads from the menu.
    """

    mac: MacAddress
    kind: ClientKind
    address: IPv4Address
    asks_boot_server: bool = False
    asks_for: str = ""
    then_loads: tuple[str, ...] = ()
    expects: Expectation = Expectation.BOOTS


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast clients are. think_s: pause before each step. rate_bytes_per_s: None takes what comes.

    Below 8 kB/s (UEFI) a client is as slow as TFTP's timers allow, and no slower.
    """

    think_s: float = 0.0
    rate_bytes_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that arrived whole. is_right: None when nobody said what it should be."""

    name: str
    size_bytes: int
    sha256: str
    duration_s: float
    is_right: bool | None = None


@dataclass(frozen=True, slots=True)
class ClientResult:
    """One client at one moment.

    is_as_expected: has ended as it should. reason: why it failed, one clause; "" otherwise.
    replies: DHCP answers it got. addresses_given: those among them that gave an address away; must be 0.
    loading_bytes: of the running transfer.
    """

    mac: MacAddress
    kind: ClientKind
    step: ClientStep
    is_as_expected: bool
    reason: str
    files: tuple[ReceivedFile, ...]
    expects: Expectation = Expectation.BOOTS
    replies: int = 0
    addresses_given: int = 0
    loading_bytes: int = 0


#: What stands in a school's room, so that the vendor column is alive. Source: IEEE OUI registry.
_MAKERS = (
    bytes.fromhex("001422"),  # Dell
    bytes.fromhex("3cd92b"),  # Hewlett Packard
    bytes.fromhex("a48cdb"),  # Lenovo
    bytes.fromhex("001999"),  # Fujitsu
    bytes.fromhex("d4bed9"),  # Dell
    bytes.fromhex("ecb1d7"),  # Hewlett Packard
    bytes.fromhex("1c697a"),  # Elitegroup
    bytes.fromhex("04d4c4"),  # ASUS
)

#: One row of computers: mostly x64, as rooms are today.
USUAL_KINDS = (
    ClientKind.X64,
    ClientKind.BIOS,
    ClientKind.X64,
    ClientKind.X64,
    ClientKind.ARM64,
    ClientKind.X64,
    ClientKind.IPXE,
    ClientKind.X64_AS_9,
)

_ADDRESSES_PER_NET = 250


def classroom_of(count: int, *, kinds: Sequence[ClientKind] = USUAL_KINDS) -> tuple[ClientSpec, ...]:
    """The first `count` computers of a room, the same ones each time; every other UEFI one of the kinds asks on 4011.

    count: 0 to 1000. Raises ValueError outside that range.
    """
    if not 0 <= count <= MOST_CLIENTS:
        raise ValueError(f"a classroom has 0 to {MOST_CLIENTS} computers, not {count}")
    return tuple(_usual_client(index, kinds[index % len(kinds)]) for index in range(count))


def odd_clients(first: int = 0) -> tuple[ClientSpec, ...]:
    """Two that must not boot: one whose architecture has no file, and one that asks for a file that is not there.

    first: how many computers sit there already.
    """
    return (
        ClientSpec(mac_of_seat(first), ClientKind.IA32, address_of_seat(first), expects=Expectation.NO_ANSWER),
        ClientSpec(
            mac_of_seat(first + 1),
            ClientKind.X64,
            address_of_seat(first + 1),
            asks_for="no-such-file.efi",
            expects=Expectation.FILE_NOT_FOUND,
        ),
    )


def _usual_client(index: int, kind: ClientKind) -> ClientSpec:
    is_uefi = kind in (ClientKind.X64, ClientKind.ARM64, ClientKind.X64_AS_9)
    return ClientSpec(mac_of_seat(index), kind, address_of_seat(index), asks_boot_server=is_uefi and index % 5 == 3)


def mac_of_seat(index: int) -> MacAddress:
    """index: from 0. Computers of one maker count up, as bought together."""
    maker = _MAKERS[index % len(_MAKERS)]
    return MacAddress(maker + (0x10_00_00 + 0x0101 * (index // len(_MAKERS)) + index).to_bytes(3, "big"))


def address_of_seat(index: int) -> IPv4Address:
    """An address of its own on loopback, since TFTP servers limit transfers for each."""
    return IPv4Address(f"127.0.{1 + index // _ADDRESSES_PER_NET}.{1 + index % _ADDRESSES_PER_NET}")
