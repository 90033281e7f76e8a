"""Profiles that a file can hold, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from fogportable.boot.menu import clean_label, menu_problems
from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.model import BootRule, Menu, MenuAction, MenuEntry, Room
from fogportable.protocol.pxe.archs import parse_arch

lines = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
words = lines.filter(lambda text: text.strip() != "")
file_names = words.filter(lambda name: "\\" not in name and ".." not in name.split("/"))
titles = lines.filter(lambda text: text.strip() == "" or clean_label(text) != "")
arch_numbers = st.integers(0, 60).map(lambda number: parse_arch(str(number)))


@st.composite
def _rules(draw: st.DrawFn) -> tuple[BootRule, ...]:
    taken: set[int] = set()
    rules = []
    for archs in draw(st.lists(st.lists(arch_numbers, min_size=1, max_size=3), max_size=4)):
        free = frozenset().union(*archs) - taken
        if free:
            taken |= free
            rules.append(BootRule(free, draw(file_names)))
    return tuple(rules)


def _is_served(entry: MenuEntry) -> bool:
    return menu_problems(Menu(entries=(entry,))) == ()


plain = st.text("abcXYZ019._-", min_size=1, max_size=12)
urls = st.sampled_from(["http://h/", "https://10.0.0.1:8/"]).flatmap(lambda root: plain.map(lambda name: root + name))
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
        case action:
            return MenuEntry(text, action)


@st.composite
def _entries(draw: st.DrawFn) -> tuple[MenuEntry, ...]:
    texts = draw(st.lists((words | plain).filter(lambda text: clean_label(text) != ""), max_size=5, unique=True))
    return tuple(draw(_entry(text).filter(_is_served)) for text in texts)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    entries = draw(_entries())
    return Profile(
        room=Room(draw(lines), draw(st.integers(0, 10_000))),
        network=NetworkSettings(tuple(draw(st.lists(words, max_size=3, unique=True)))),
        boot=BootSettings(draw(lines), draw(lines), draw(_rules())),
        menu=Menu(draw(titles), entries, draw(st.integers(0, max(0, len(entries) - 1))), draw(st.integers(0, 3600))),
    )
