"""Profiles that a file can hold, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from fogportable.config.profile import BootSettings, NetworkSettings, Profile
from fogportable.model import BootRule, Menu, MenuAction, MenuEntry, Room
from fogportable.protocol.pxe.archs import parse_arch

lines = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
words = lines.filter(lambda text: text.strip() != "")
file_names = words.filter(lambda name: "\\" not in name and ".." not in name.split("/"))
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


@st.composite
def _entries(draw: st.DrawFn) -> tuple[MenuEntry, ...]:
    made = []
    for text in draw(st.lists(words, min_size=1, max_size=5, unique=True)):
        match draw(st.sampled_from(MenuAction)):
            case MenuAction.CHAIN_URL:
                entry = MenuEntry(text, MenuAction.CHAIN_URL, url="http://" + draw(lines))
            case MenuAction.CHAIN_FILE:
                entry = MenuEntry(text, MenuAction.CHAIN_FILE, file=draw(words))
            case MenuAction.KERNEL:
                disks = tuple(draw(st.lists(words, max_size=2, unique=True)))
                entry = MenuEntry(text, MenuAction.KERNEL, kernel=draw(words), initrd=disks, arguments=draw(lines))
            case action:
                entry = MenuEntry(text, action)
        made.append(entry)
    return tuple(made)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    entries = draw(_entries())
    return Profile(
        room=Room(draw(lines), draw(st.integers(0, 10_000))),
        network=NetworkSettings(tuple(draw(st.lists(words, max_size=3, unique=True)))),
        boot=BootSettings(draw(lines), draw(lines), draw(_rules())),
        menu=Menu(draw(lines), entries, draw(st.integers(0, len(entries) - 1)), draw(st.integers(0, 3600))),
    )
