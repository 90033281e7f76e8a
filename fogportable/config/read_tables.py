"""Reading all tables of a profile, each by its reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import IPv4Address

from fogportable.config.network_values import NetworkValueReader
from fogportable.config.problems import Problems
from fogportable.config.profile import NetworkSettings, Profile
from fogportable.config.read_boot import BootReader
from fogportable.config.read_fog import read_fog
from fogportable.config.read_menu import MenuReader
from fogportable.config.read_pxe_menu import PxeMenuReader
from fogportable.config.read_room import HOST_NAME, LABEL, read_room
from fogportable.config.values import RawTable
from fogportable.language import say
from fogportable.model import HttpSettings, PrivateNetwork, StaticHost, TftpSettings
from fogportable.protocol.address import NO_ADDRESS, MacAddress

#: Addresses from the first to the last: those of a /16, beyond which somebody mistyped one.
_LARGEST_RANGE = 65_536

_DOMAIN = re.compile(rf"{LABEL}(?:\.{LABEL})*")


def read_tables(values: NetworkValueReader, problems: Problems, raw: Mapping[str, object]) -> Profile:
    """The profile; what is wrong goes to the problems, and defaults stand instead."""
    top = values.top(raw)
    values.number(top, "schema_version")
    network = values.table(top, "network")
    boot = BootReader(values, problems)
    profile = Profile(
        room=read_room(values, problems, values.table(top, "room")),
        network=NetworkSettings(values.texts(network, "interfaces"), values.networks(network, "relays")),
        boot=boot.read_boot(values.table(top, "boot")),
        menu=MenuReader(values, problems).read(values.table(top, "menu")),
        pxe_menu=PxeMenuReader(values, problems, boot).read(values.table(top, "pxe_menu")),
        clients=boot.read_clients(values.table(top, "clients")),
        options=boot.read_options(values.table(top, "options")),
        private_network=_read_private_network(values, problems, top) if top.has("private_network") else None,
        tftp=_read_tftp(values, problems, values.table(top, "tftp")),
        http=_read_http(values, values.table(top, "http")),
        fog=read_fog(values, problems, top),
    )
    private = profile.private_network
    if private is not None and private.interface in profile.network.interfaces:
        problems.bad_value(
            ("private_network", "interface"),
            say(
                "{interface} also stands under [network], where the site gives the addresses",
                interface=private.interface,
            ),
            say("a card that is not in network.interfaces"),
        )
    return profile


def _read_private_network(values: NetworkValueReader, problems: Problems, top: RawTable) -> PrivateNetwork:
    table = values.table(top, "private_network")
    first, last = values.address(table, "first") or NO_ADDRESS, values.address(table, "last") or NO_ADDRESS
    if last < first and not problems.has((*table.path, "last")):
        problems.bad_value(
            (*table.path, "last"),
            say("{last} comes before {first}", last=last, first=first),
            say("an address after the first one"),
        )
    elif int(last) - int(first) >= _LARGEST_RANGE and not problems.has(table.path):
        problems.bad_value(
            (*table.path, "last"),
            say("{first} to {last} are more than {most} addresses", first=first, last=last, most=_LARGEST_RANGE),
            say("an address of the same network, nearer to the first one"),
        )
    hosts = []
    taken: dict[MacAddress | IPv4Address, RawTable] = {}
    for row in values.tables(table, "host"):
        mac, address = values.mac(row, "mac"), values.address(row, "address")
        if mac is None or address is None:
            continue
        for key, value in (("mac", mac), ("address", address)):
            if value in taken:
                line = problems.line_of(taken[value].path)
                problems.bad_value(
                    (*row.path, key), say("the host in line {line} has it already", line=line), say("another one")
                )
            taken.setdefault(value, row)
        name = values.text(row, "name")
        if name and not HOST_NAME.fullmatch(name):
            problems.bad_value(
                (*row.path, "name"), say("it is no host name"), say("letters, digits, - and _, such as pc-07")
            )
        hosts.append(StaticHost(mac, address, name, values.flag(row, "infinite")))
    domain = values.text(table, "domain")
    if domain and not _DOMAIN.fullmatch(domain):
        problems.bad_value((*table.path, "domain"), say("it is no domain"), say('one such as "room.example"'))
    return PrivateNetwork(
        interface=values.text(table, "interface"),
        first=first,
        last=last,
        lease_s=values.number(table, "lease_time"),
        router=values.address(table, "router"),
        dns=values.machines(table, "dns"),
        domain=domain,
        hosts=tuple(hosts),
    )


def _read_tftp(values: NetworkValueReader, problems: Problems, table: RawTable) -> TftpSettings:
    first, last = values.number(table, "port_first"), values.number(table, "port_last")
    if bool(first) != bool(last) or last < first:
        key = "port_last" if first else "port_first"
        problems.bad_value(
            (*table.path, key), say("it does not fit the other end of the range"), say("both ends, or neither")
        )
    return TftpSettings(
        is_single_port=values.flag(table, "single_port"),
        port_range=(first, last) if first and last else None,
        block_size_limit=values.number(table, "block_size_limit"),
        window_limit=values.number(table, "window_limit"),
        rolls_over_to_one=values.flag(table, "rollover_to_one"),
        has_overlays=values.flag(table, "overlays"),
    )


def _read_http(values: NetworkValueReader, table: RawTable) -> HttpSettings:
    return HttpSettings(values.flag(table, "enabled"), values.number(table, "port"))
