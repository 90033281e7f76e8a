"""Profiles that a file can hold, for hypothesis."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from typing import TypeVar
from uuid import UUID

from hypothesis import strategies as st

from fogportable.boot.menu import clean_label, menu_problems
from fogportable.boot.pxe_menu import pxe_menu_problems
from fogportable.boot.rule_cover import used_rules
from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.model import (
    BootRule,
    ClientLists,
    ExtraOption,
    FogMode,
    FogSettings,
    HttpSettings,
    IpxeClients,
    Menu,
    MenuAction,
    MenuEntry,
    OfferShape,
    PrivateNetwork,
    PxeAction,
    PxeEntry,
    PxeMenu,
    ReplyOptions,
    Room,
    Seat,
    StaticHost,
    TftpSettings,
)
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.pxe.archs import parse_arch

Value = TypeVar("Value")

lines = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
words = lines.filter(lambda text: text.strip() != "")
file_names = words.filter(lambda name: "\\" not in name and ".." not in name.split("/"))
titles = lines.filter(lambda text: text.strip() == "" or clean_label(text) != "")
plain = st.text("abcXYZ019._-", min_size=1, max_size=12).filter(lambda name: name != "..")
urls = st.sampled_from(["http://h/", "https://10.0.0.1:8/"]).flatmap(lambda root: plain.map(lambda name: root + name))
arch_numbers = st.integers(0, 60).map(lambda number: parse_arch(str(number)))


addresses = st.integers(0x0A000001, 0x0AFFFFFE).map(IPv4Address)
networks = st.tuples(addresses, st.integers(8, 32)).map(lambda each: IPv4Network(each, strict=False))
patterns = st.binary(min_size=1, max_size=6).map(MacPattern)
macs = st.binary(min_size=6, max_size=6).map(MacAddress)
archs = st.lists(arch_numbers, max_size=3).map(lambda each: frozenset[int]().union(*each))


def _several(values: st.SearchStrategy[Value], most: int = 3) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=most, unique=True).map(tuple)


_rules = st.lists(
    st.builds(
        BootRule,
        archs=archs,
        file=st.just("") | file_names,
        macs=_several(patterns),
        uuids=_several(st.uuids()),
        script=st.just("") | file_names | urls,
        shape=st.none() | st.sampled_from(OfferShape),
        next_server=st.none() | addresses,
        is_ignored=st.booleans(),
    ).filter(lambda rule: not (rule.file and rule.is_ignored)),
    max_size=4,
).map(used_rules)


_options = st.builds(
    ReplyOptions,
    root_path=lines,
    config_file=lines,
    path_prefix=lines,
    has_tftp_address=st.booleans(),
    extra=st.lists(
        st.builds(
            ExtraOption,
            st.sampled_from([6, 42, 150, 208, 224, 254]),
            st.binary(min_size=1, max_size=20) | words.map(str.encode) | addresses.map(lambda each: each.packed),
            archs,
        ),
        max_size=3,
        unique_by=lambda option: option.code,
    ).map(tuple),
)


_pxe_entries = st.builds(
    PxeEntry,
    text=plain,
    action=st.sampled_from(PxeAction),
    archs=archs,
    file=plain,
    server=st.none() | addresses,
    type=st.integers(1, 32767),
).map(PxeEntry.without_unused_fields)


def _has_own_texts(entries: list[PxeEntry]) -> bool:
    seen = [(entry.text, arch) for entry in entries for arch in entry.archs or range(61)]
    return len(set(seen)) == len(seen)


_pxe_menus = st.builds(
    PxeMenu,
    prompt=st.just("") | plain,
    timeout_s=st.none() | st.integers(0, 254),
    entries=st.lists(_pxe_entries, max_size=4).filter(_has_own_texts).map(tuple),
    answers_broadcast=st.booleans(),
    multicast=st.none() | st.integers(0xE0000000, 0xEFFFFFFF).map(IPv4Address),
).filter(lambda menu: not pxe_menu_problems(menu))

host_names = st.just("") | st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)

_fog_servers = st.sampled_from(["", "10.0.0.5", "fog.school:8080", "https://fog.school/fog/"])


@st.composite
def _private_networks(draw: st.DrawFn) -> PrivateNetwork:
    first = draw(addresses)
    last = first + draw(st.integers(0, 65_535))
    hosts = {draw(macs): draw(addresses) for _ in range(draw(st.integers(0, 2)))}
    if len(set(hosts.values())) < len(hosts):
        hosts = {}
    return PrivateNetwork(
        "gym-card",
        first,
        last,
        draw(st.integers(60, 2592000)),
        draw(st.none() | addresses),
        draw(_several(addresses)),
        draw(host_names),
        tuple(StaticHost(mac, address, draw(host_names), draw(st.booleans())) for mac, address in hosts.items()),
    )


_tftp = st.builds(
    TftpSettings,
    st.booleans(),
    st.none() | st.tuples(st.integers(1, 100), st.integers(100, 65535)),
    st.integers(8, 1468),
    st.integers(1, 64),
    st.booleans(),
    st.booleans(),
)


def _is_served(entry: MenuEntry) -> bool:
    return menu_problems(Menu(entries=(entry,))) == ()


arguments = st.lists(plain, max_size=3).map(" ".join)


@st.composite
def _entry(draw: st.DrawFn, text: str) -> MenuEntry:
    match draw(st.sampled_from(MenuAction)):
        case MenuAction.CHAIN_URL:
            return MenuEntry(text, MenuAction.CHAIN_URL, url=draw(urls))
        case MenuAction.CHAIN_FILE:
            return MenuEntry(text, MenuAction.CHAIN_FILE, file=draw(plain))
        case MenuAction.KERNEL:
            disks = tuple(draw(st.lists(plain | urls, max_size=2, unique=True)))
            return MenuEntry(
                text, MenuAction.KERNEL, kernel=draw(plain | urls), initrd=disks, arguments=draw(arguments)
            )
        case MenuAction.WINPE:
            wim, bcd, wimboot = draw(plain), draw(st.just("") | plain), draw(st.just("") | plain)
            return MenuEntry(text, MenuAction.WINPE, wim=wim, bcd=bcd, sdi=bcd, wimboot=wimboot)
        case MenuAction.ISO:
            return MenuEntry(text, MenuAction.ISO, iso=draw(plain | urls), memdisk=draw(st.just("") | plain))
        case action:
            return MenuEntry(text, action)


@st.composite
def _entries(draw: st.DrawFn) -> tuple[MenuEntry, ...]:
    texts = draw(st.lists((words | plain).filter(lambda text: clean_label(text) != ""), max_size=5, unique=True))
    return tuple(draw(_entry(text).filter(_is_served)) for text in texts)


@st.composite
def _rooms(draw: st.DrawFn) -> Room:
    name = draw(lines)
    if draw(st.booleans()):
        return Room(name, draw(st.integers(0, 10_000)))
    columns, rows = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    computers = draw(st.integers(0, columns * rows))
    room = Room(name, computers, columns, rows, draw(st.sampled_from(["{nn}", "204-{n}", "{row}{column}"])))
    places = draw(st.lists(st.integers(1, room.seat_count), unique=True, max_size=5))
    seats = tuple(
        Seat(
            place,
            draw(st.sampled_from(["", f"desk {place}"])),
            UUID(int=place << 32 | 7) if draw(st.booleans()) else None,
            MacAddress(b"\x52\x54\x00\x00\x00" + bytes([place])) if draw(st.booleans()) else None,
            draw(st.sampled_from(["", "pc-07"])),
        )
        for place in places
    )
    return Room(name, room.computers, columns, rows, room.pattern, seats)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    entries = draw(_entries())
    pxe_menu = draw(_pxe_menus)
    return Profile(
        room=draw(_rooms()),
        network=NetworkSettings(draw(_several(words)), draw(_several(networks))),
        boot=BootSettings(
            draw(lines),
            draw(lines),
            draw(_rules),
            draw(st.sampled_from(OfferShape)),
            draw(st.sampled_from(IpxeClients)),
            draw(st.none() | addresses),
        ),
        menu=Menu(draw(titles), entries, draw(st.integers(0, max(0, len(entries) - 1))), draw(st.integers(0, 3600))),
        pxe_menu=pxe_menu,
        clients=ClientLists(
            draw(_several(patterns)), draw(_several(patterns)), draw(st.booleans()), draw(_several(macs))
        ),
        options=draw(_options),
        private_network=draw(st.none() | _private_networks()),
        tftp=draw(_tftp),
        http=HttpSettings(draw(st.booleans()), draw(st.integers(0, 65535))),
        fog=FogSettings(
            "" if pxe_menu.entries else draw(_fog_servers), draw(st.sampled_from(FogMode)), draw(st.booleans())
        ),
    )
