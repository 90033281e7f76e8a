"""Who is answered and what they are told: pure decisions, without memory of the clients."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from urllib.parse import quote

from fogportable.model import ClientLists, IpxeClients, OfferShape, PxeMenu, ReplyOptions, ServingPlan
from fogportable.protocol.dhcp import NO_ADDRESS, DhcpPacket, MessageType, OptionCode
from fogportable.protocol.pxe import BootMethod, DhcpPort, PxeRequest

#: The TFTP name of the script that iPXE gets instead of a boot file.
SCRIPT_NAME = "boot.ipxe"

#: UDP port of TFTP (RFC 1350 4); not written into addresses.
TFTP_PORT = 69

#: Not written into addresses.
_HTTP_PORT = 80

#: Addresses of hosts that do not know their own yet (RFC 1122 3.2.1.3).
_THIS_NETWORK = IPv4Network("0.0.0.0/8")


@dataclass(frozen=True, slots=True)
class ServerIdentity:
    """Who we are on the interface a packet came in on. tftp_port: told to iPXE when it is not 69.

    http_port: of the HTTP service on that interface; None when there is none.
    """

    interface: str
    address: IPv4Interface
    tftp_port: int = TFTP_PORT
    http_port: int | None = None

    def __hash__(self) -> int:
        """Of the name alone: looked up for each request, where hashing addresses would cost more than the rest."""
        return hash(self.interface)


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """What beside the rules decides about answers; what each means stands at `model.ServingPlan`."""

    shape: OfferShape = OfferShape.AUTO
    ipxe_clients: IpxeClients = IpxeClients.SCRIPT
    next_server: IPv4Address | None = None
    pxe_menu: PxeMenu = field(default_factory=PxeMenu)
    clients: ClientLists = field(default_factory=ClientLists)
    options: ReplyOptions = field(default_factory=ReplyOptions)
    relays: tuple[IPv4Network, ...] = ()
    serves_files: bool = True

    @classmethod
    def of(cls, plan: ServingPlan) -> ProxySettings:
        """Those of a plan."""
        return cls(
            plan.shape,
            plan.ipxe_clients,
            plan.next_server,
            plan.pxe_menu,
            plan.clients,
            plan.options,
            plan.relays,
            plan.serves_files,
        )


class Silence(StrEnum):
    """Why a client that wants to boot gets no answer: clauses for `RequestIgnored`, without a period."""

    RELAYED = "it asks through a relay, and no listed network holds that relay"
    RELAY_IS_US = "it asks through a relay that claims to be this machine"
    HTTP_BOOT = "it asks for UEFI HTTP boot, which is not offered"
    HTTP_ON_4011 = "it asks for UEFI HTTP boot on port 4011, where that is not done"
    HTTP_ADDRESS_TOO_LONG = "the address of its boot file is too long for a DHCP packet"
    MENU_ITEM = "it chose from a boot menu that is not ours"
    MENU_BY_BROADCAST = "it looks for its menu entry by broadcast, which the menu does not allow"
    MENU_LOCAL = "it chose to boot from its own disk"
    MENU_CREDENTIALS = "it wants its menu entry with credentials, which are not offered"
    DENIED = "it is on the list of computers that are left alone"
    NOT_ALLOWED = "it is not on the list of computers that may boot"
    RULE = "a boot rule leaves it alone"
    INFORM = "it only asked for settings, on port 67"
    LEASE_FROM_US = "it asks us for an address, and we give none"
    LEASE_WITHOUT_ADDRESS = "it asks for a lease without naming an address"
    OTHER_TYPE = "it sent a message that a proxy does not answer"
    OFF_NETWORK = "it asks on port 4011 from outside this network and all listed ones"
    NO_ROOM = "no answer fits into the size it accepts"
    FINISHED = "it is done and goes to its own disk"
    LOOPING = "it loads the same file again and again"


def silence_of(
    request: PxeRequest,
    port: DhcpPort,
    relays: Sequence[IPv4Network] = (),
    own_addresses: Container[IPv4Address] = (),
) -> Silence | None:
    """The matrix of message types and ports: why there is no answer; None when there is one.

    own_addresses: of this machine, which relays nothing.
    A lease REQUEST on port 67 is not silence of ours but not our business: see `is_lease_request`.
    """
    giaddr = request.packet.giaddr
    if giaddr != NO_ADDRESS:
        if not is_within(giaddr, relays):
            return Silence.RELAYED
        if giaddr in own_addresses:
            return Silence.RELAY_IS_US
    if request.method is BootMethod.HTTP and port is DhcpPort.BOOT_SERVER:
        return Silence.HTTP_ON_4011
    kind = request.message_type
    if kind is MessageType.DISCOVER:
        return None
    if kind is not MessageType.REQUEST and kind is not MessageType.INFORM:
        return Silence.OTHER_TYPE
    if port is DhcpPort.DISCOVERY and kind is MessageType.INFORM and request.item is None:
        return Silence.INFORM
    return None


def is_lease_request(request: PxeRequest, port: DhcpPort) -> bool:
    """Whether this goes to the site's DHCP server. A proxy that answered would give an address."""
    return (
        port is DhcpPort.DISCOVERY
        and request.message_type is MessageType.REQUEST
        and (request.item is None or OptionCode.REQUESTED_ADDRESS in request.packet.options)
    )


def is_choice(request: PxeRequest) -> bool:
    """Whether this is a choice from a menu. A DISCOVER is none, whatever it repeats."""
    return request.item is not None and request.message_type is not MessageType.DISCOVER


def may_be_answered(
    source: tuple[IPv4Address, int], server: ServerIdentity, relays: Sequence[IPv4Network] = ()
) -> bool:
    """Whether a unicast answer may go to this address: only to hosts of our own network and of those behind relays.

    So nobody can have us send to where no computer of ours is.
    """
    address, port = source
    ours = server.address.network
    # A list that is wider than our own network does not make a host of that network's broadcast address.
    is_host = _is_host_of(address, ours) if address in ours else is_within(address, relays)
    return bool(port) and is_host


def is_within(address: IPv4Address, networks: Sequence[IPv4Network]) -> bool:
    """Whether a host of one of these networks has this address. What no host has is in none, however wide it is."""
    is_nobodys = address.is_loopback or address.is_reserved or address in _THIS_NETWORK
    return not is_nobodys and any(_is_host_of(address, each) for each in networks)


def _is_host_of(address: IPv4Address, network: IPv4Network) -> bool:
    if address not in network or address.is_multicast:
        return False
    return network.prefixlen > 30 or address not in (network.network_address, network.broadcast_address)


def script_url(server: ServerIdentity, script: str = SCRIPT_NAME) -> str:
    """Where iPXE finds its script. Our address is in it: `${next-server}` would be the site's."""
    if "://" in script:
        return script
    return f"{tftp_root(server.address.ip, server.tftp_port)}/{url_path(script)}"


def url_path(file: str) -> str:
    """A file below the root as it stands in an address, without a slash before it."""
    return quote(file.replace("\\", "/").lstrip("/"), safe="/")


def http_url(server: ServerIdentity, file: str) -> str | None:
    """Where UEFI HTTP boot finds a file: with our address, not a name; None where no HTTP is served."""
    if server.http_port is None:
        return None
    port = "" if server.http_port == _HTTP_PORT else f":{server.http_port}"
    return f"http://{server.address.ip}{port}/{url_path(file)}"


def tftp_root(address: IPv4Address, port: int) -> str:
    """`tftp://192.168.1.20`, what iPXE's addresses of files of ours begin with; the port only where it is not 69."""
    return f"tftp://{address}" if port == TFTP_PORT else f"tftp://{address}:{port}"


def lease_of(packet: DhcpPacket) -> tuple[IPv4Address | None, IPv4Address | None]:
    """The address a REQUEST takes and the DHCP server it takes it from; None where it does not say."""
    address = packet.address_option(OptionCode.REQUESTED_ADDRESS)
    if address is None and packet.ciaddr != NO_ADDRESS:
        address = packet.ciaddr
    return address, packet.address_option(OptionCode.SERVER_IDENTIFIER)
