"""`fogportable fog scan`: which FOG servers there are in a network."""

from __future__ import annotations

import argparse
import sys
import time
from ipaddress import IPv4Interface, IPv4Network

from fogportable.cli.fog_flags import Actions, add_json
from fogportable.cli.fog_show import show
from fogportable.cli.output import fault_values
from fogportable.errors import ConfigError, FaultCode, ServiceError
from fogportable.fog.scan import FoundFog, ScanProgress, ScanResult
from fogportable.foglink.scan import ADDRESSES_PER_S, Scan, ScanPorts
from fogportable.foglink.trust import usual_pins
from fogportable.model import InterfaceKind, NetworkInterface
from fogportable.platform.interfaces import find_interface, gateway_of, list_interfaces

_FASTEST_PER_S = 200.0
#: A person at a terminal is told this often (s).
_TELL_EVERY_S = 1.0


def add_action(actions: Actions) -> None:
    """The parser of `scan`."""
    action = actions.add_parser(
        "scan",
        help="look for FOG servers in a network",
        description="Ask the addresses of a network for a FOG server, by http and https: first the gateway and this "
        "laptop, then all others, at most a /22. Exit code 1 when there is none or its certificate is not trusted.",
    )
    place = action.add_mutually_exclusive_group()
    place.add_argument("--interface", metavar="NAME", help="the network of this card (default: the only usable one)")
    place.add_argument("--network", type=_network, metavar="CIDR", help="this network, such as 10.0.0.0/24")
    action.add_argument(
        "--rate",
        type=_rate,
        default=ADDRESSES_PER_S,
        metavar="N",
        help=f"addresses a second (default: {ADDRESSES_PER_S:g}); 4 where a switch shuts a port that asks much by ARP",
    )
    ports = ScanPorts()
    for name in ("http", "https", "tftp"):
        action.add_argument(f"--{name}-port", type=int, default=getattr(ports, name), help=argparse.SUPPRESS)
    add_json(action)
    action.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    def work() -> ScanResult:
        teller = _Teller()
        return _scan_of(args).run(teller.tell)

    return show("scan", work, scanned_values, scanned_lines, as_json=args.json)


def _scan_of(args: argparse.Namespace) -> Scan:
    """Raises FogPortableError where it is not clear which network is meant."""
    ports = ScanPorts(args.http_port, args.https_port, args.tftp_port)
    cards = list_interfaces()
    if args.network is not None:
        network: IPv4Network = args.network
        card, own = _card_in(network, cards)
    else:
        card = find_interface(args.interface) if args.interface else _only_one(cards)
        if not card.addresses:
            raise ServiceError(FaultCode.INTERFACE_NO_ADDRESS, interface=card.name)
        own = card.addresses[0]
        network = own.network
    first = [str(own.ip)] if own is not None else []
    gateway = gateway_of(card.name) if card is not None else None
    first += [str(gateway)] if gateway is not None else []
    return Scan(network, usual_pins(), own, tuple(first), args.rate, ports)


def _card_in(
    network: IPv4Network, cards: tuple[NetworkInterface, ...]
) -> tuple[NetworkInterface | None, IPv4Interface | None]:
    """The card that has an address there, and the address."""
    for card in cards:
        for address in card.addresses:
            if address.ip in network:
                return card, address
    return None, None


def _only_one(cards: tuple[NetworkInterface, ...]) -> NetworkInterface:
    usable = [each for each in cards if each.unusable is None and each.kind is not InterfaceKind.LOOPBACK]
    if len(usable) != 1:
        names = ", ".join(each.name for each in usable or cards)
        raise ConfigError(FaultCode.INTERFACE_NOT_NAMED, known=names)
    return usable[0]


class _Teller:
    """For a person who waits; not into a log."""

    def __init__(self) -> None:
        self._next_s = time.monotonic() + _TELL_EVERY_S
        self._is_watched = sys.stderr.isatty()

    def tell(self, progress: ScanProgress) -> None:
        now_s = time.monotonic()
        if self._is_watched and now_s >= self._next_s:
            self._next_s = now_s + _TELL_EVERY_S
            print(progress.words, file=sys.stderr, flush=True)


def scanned_lines(result: ScanResult) -> list[str]:
    """How much was asked, and a line for each server."""
    return [result.words, *(f"  {server.words}" for server in result.servers)]


def scanned_values(result: ScanResult) -> dict[str, object]:
    """A scan as JSON has it."""
    return {
        "network": str(result.network),
        "asked": result.asked,
        "addresses": result.total,
        "is_whole": result.is_whole,
        "servers": [_server_values(server) for server in result.servers],
        "notes": [fault_values(note) for note in result.notes],
    }


def _server_values(server: FoundFog) -> dict[str, object]:
    return {
        "url": server.address.url,
        "address": str(server.ip),
        "version": None if server.version is None else server.version.text,
        "generation": server.generation.value,
        "is_trusted": server.distrust is None,
    }


def _network(text: str) -> IPv4Network:
    try:
        return IPv4Network(text, strict=False)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"{text!r} is not a network: write 10.0.0.0/24") from wrong


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if not 1.0 <= rate <= _FASTEST_PER_S:
        raise argparse.ArgumentTypeError(f"{text!r} is not a rate: use 1 to {_FASTEST_PER_S:g} addresses a second")
    return rate
