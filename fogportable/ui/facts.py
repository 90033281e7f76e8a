"""The card "What will be served": the choices in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.kit import BootSetInfo, chosen_set
from fogportable.ui.models.interfaces import interface_words
from fogportable.ui.words import fog_place, room_words

if TYPE_CHECKING:
    from fogportable.config.profile import Profile
    from fogportable.model import BootRule, Menu, NetworkInterface, PrivateNetwork


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)


def facts(profile: Profile, card: NetworkInterface | None, boot_sets: Sequence[BootSetInfo]) -> dict[str, str]:
    """By the names of `BeforeStart.facts`."""
    if profile.fog.server:
        return _through_fog(profile, card)
    chosen = chosen_set(profile.boot, boot_sets)
    rules = profile.boot.rules + (chosen.rules if chosen is not None else ())
    return {
        "network": _network(profile.private_network, card),
        "boot": profile.boot.root or (chosen.title if chosen is not None else _tr("none yet")),
        "kinds": _kinds(rules) or (_tr("as the folder has files") if profile.boot.root else _tr("none yet")),
        "menu": _menu(profile.menu),
        "addresses": _addresses(profile, card),
        "room": room_words(profile.room),
    }


def _through_fog(profile: Profile, card: NetworkInterface | None) -> dict[str, str]:
    from fogportable.model import FogMode  # here: a room without FOG needs none of it before the first paint

    is_relay = profile.fog.mode is FogMode.RELAY
    server = fog_place(profile.fog.server)
    boot = _tr("of FOG at {server}, given from here") if is_relay else _tr("from FOG at {server} itself")
    return {
        "network": _network(profile.private_network, card),
        "boot": boot.format(server=server),
        "kinds": _tr("as FOG has files"),
        "menu": _tr("FOG's menu and tasks"),
        "addresses": _addresses(profile, card),
        "room": room_words(profile.room),
    }


def _network(private: PrivateNetwork | None, card: NetworkInterface | None) -> str:
    parts = [interface_words(card)] if card is not None else []
    if private is not None:
        words = _tr("addresses {first} to {last} on {card}")
        parts.append(words.format(first=private.first, last=private.last, card=private.interface or _tr("no card yet")))
    return "; ".join(parts) or _tr("none chosen yet")


def _addresses(profile: Profile, card: NetworkInterface | None) -> str:
    """Where computers have their addresses from."""
    private = profile.private_network
    if private is None:
        return _tr("from the DHCP server of the site, never from here")
    from_here = _tr("from here, on {card}").format(card=private.interface or _tr("no card yet"))
    if card is None and not profile.network.interfaces:
        return from_here
    return _tr("{from_here}; elsewhere from the DHCP server of the site").format(from_here=from_here)


def promise(profile: Profile) -> str:
    """Who gets an answer at all after Start."""
    private = profile.private_network
    if private is None:
        return _tr("Start answers only computers that ask for network boot. It never gives out an address.")
    words = _tr("On {card}, Start gives an address to whoever asks, unless another DHCP server answers there.")
    words = words.format(card=private.interface or _tr("the card of the private network"))
    others = _tr("Elsewhere it answers only computers that ask for network boot, and gives no address.")
    return f"{words} {others}" if profile.network.interfaces else words


def _kinds(rules: Sequence[BootRule]) -> str:
    """`BIOS, UEFI x64, UEFI ARM64`: whom there is a file for."""
    if not rules:
        return ""
    from fogportable.protocol.pxe.archs import arch_words

    firsts = (min(rule.archs) for rule in rules if rule.archs)
    return ", ".join(dict.fromkeys(arch_words(arch) for arch in firsts))


def _menu(menu: Menu) -> str:
    if not menu.entries:
        return _tr("no entries")
    count = _tr("1 entry") if len(menu.entries) == 1 else _tr("{count} entries").format(count=len(menu.entries))
    default = menu.entries[min(menu.default, len(menu.entries) - 1)].text
    if menu.timeout_s == 0:
        return _tr("{count}; waits for a choice").format(count=count)
    return _tr("{count}; after {seconds} s: {default}").format(count=count, seconds=menu.timeout_s, default=default)
