"""Looking for FOG servers in a network: which addresses are asked, how far it got, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface, IPv4Network

from fogportable.errors import Fault, FaultCode, FogError
from fogportable.fog.address import FogAddress
from fogportable.fog.server import Generation, Version
from fogportable.language import counted, say

#: Of one scan: a /22.
MOST_ADDRESSES = 1024
#: What is proposed where a network is larger: the part around this laptop.
_PROPOSED_PREFIX = 24


@dataclass(frozen=True, slots=True)
class FoundFog:
    """A FOG server that answered.

    ip: the address asked, also where `address` holds a name. version: None where it does not say, as without its
    database. distrust: why its certificate is not trusted yet; None for http and for one that is.
    """

    address: FogAddress
    ip: IPv4Address
    version: Version | None
    distrust: Fault | None = None

    @property
    def generation(self) -> Generation:
        return Generation.OTHER if self.version is None else self.version.generation

    @property
    def words(self) -> str:
        """`http://10.0.0.5/fog/: FOG 1.5.8`."""
        version = say("of unknown version") if self.version is None else self.version.text
        distrust = "" if self.distrust is None else say(", its certificate not trusted yet")
        return f"{self.address.url}: FOG {version}{distrust}"


@dataclass(frozen=True, slots=True)
class ScanProgress:
    """How far a scan is. asked: addresses of `total` that answered or did not in time. asking: web servers being asked.

    servers: found so far, by address.
    """

    asked: int
    total: int
    asking: int
    servers: tuple[FoundFog, ...]

    @property
    def words(self) -> str:
        """One sentence."""
        return say(
            "Asked {asked} of {total} addresses; {servers} found.",
            asked=self.asked,
            total=self.total,
            servers=_servers_words(len(self.servers)),
        )


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a scan found. asked, total: addresses. is_whole: whether it came to its end.

    servers: by address. notes: what stood in the way, or that there is none.
    """

    network: IPv4Network
    asked: int
    total: int
    is_whole: bool
    servers: tuple[FoundFog, ...] = ()
    notes: tuple[Fault, ...] = ()

    @property
    def words(self) -> str:
        """One sentence."""
        end = "" if self.is_whole else say("; the rest was left out")
        return say(
            "Asked {asked} of {total} addresses of {network}{end}.",
            asked=self.asked,
            total=self.total,
            network=self.network,
            end=end,
        )


def _servers_words(count: int) -> str:
    return counted(count, "1 FOG server", "{count} FOG servers") if count else say("no FOG servers")


def scan_addresses(network: IPv4Network, own: IPv4Interface | None = None) -> tuple[IPv4Address, ...]:
    """The addresses of a network that a machine can have. own: this laptop's in it, for a proposal.

    Raises FogError FOG_SCAN_TOO_LARGE, which proposes a part, or FOG_SCAN_UNFIT.
    """
    if network.is_multicast or network.is_reserved or network.is_unspecified:
        raise FogError(FaultCode.FOG_SCAN_UNFIT, network=network)
    if network.num_addresses > MOST_ADDRESSES:
        near = own.ip if own is not None and own.ip in network else network.network_address
        part = IPv4Network((near, _PROPOSED_PREFIX), strict=False)
        count = network.num_addresses
        raise FogError(FaultCode.FOG_SCAN_TOO_LARGE, network=network, count=count, most=MOST_ADDRESSES, part=part)
    return tuple(network.hosts())
