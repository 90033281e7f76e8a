"""Pictures of what is learned of a network: asked, asking, silent, a second kit; and the keys of the makers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import IPv4Address

from PySide6.QtWidgets import QDialog

from fogportable.errors import FaultCode, describe
from fogportable.model import (
    FoundServer,
    LeaseSnapshot,
    SessionState,
    SiteConflict,
    SiteConflictKind,
    SiteServer,
    SiteSnapshot,
)
from fogportable.ui.network_part import NetworkPart
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.network_kit import SECOND_KIT, SILENT
from tests.fakes.session import NOW_S, make_mac

Scene = Callable[[MainWindow, FakeKit, Callable[[], None]], QDialog | None]


def _asked(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    window.parts.the(NetworkPart).check_network()
    look()
    look()


def _second_kit(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    kit.network.look = SECOND_KIT
    kit.network.name = "annas-laptop.school.example"
    _asked(window, kit, look)


def _silent(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    kit.network.look = SILENT
    _asked(window, kit, look)


def _keys(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog | None:
    part = window.parts.the(NetworkPart)
    part.show_keys()
    return part.keys_dialog


def site_page(window: MainWindow, kit: FakeKit, look: Callable[[], None], now: datetime) -> None:
    """A site whose server stands in the way of UEFI computers, and a gym beside it."""
    names = describe(FaultCode.SITE_NAMES_FILE, server="192.168.1.1", file="pxelinux.0")
    second = describe(FaultCode.SITE_SECOND_PROXY, server="192.168.1.9", uefi="192.168.1.9", ipxe="this laptop")
    router, other = IPv4Address("192.168.1.1"), IPv4Address("192.168.1.9")
    kit.room.heard = SiteSnapshot(
        (
            SiteServer(
                router,
                "enx1",
                True,
                NOW_S - 100,
                NOW_S - 2,
                31,
                "pxelinux.0",
                IPv4Address("192.168.1.5"),
                conflicts=(SiteConflict(SiteConflictKind.NAMES_FILE, router, "enx1", names),),
            ),
            SiteServer(
                other,
                "enx1",
                False,
                NOW_S - 90,
                NOW_S - 47,
                9,
                "ipxe.efi",
                other,
                "PXEClient",
                conflicts=(SiteConflict(SiteConflictKind.SECOND_PROXY, other, "enx1", second),),
            ),
        ),
        cards=("enx1",),
    )
    kit.room.given = tuple(
        LeaseSnapshot(
            "enp3s0",
            IPv4Address(f"192.168.50.{100 + number}"),
            make_mac(number),
            f"gym-{number:02d}" if number % 4 else "",
            None if number == 0 else now + timedelta(seconds=3600 - 217 * number),
            number < 2,
        )
        for number in range(8)
    )
    kit.room.set_state(SessionState.SERVING, addresses_given=8, leasing=("enp3s0",))
    kit.answering = (FoundServer("enx1", router, make_mac(77)),)
    window.network_desk.now = lambda: now
    window.pages.show_network()
    window.pages.network.site.look_button.click()
    look()


#: Each begins with a window before Start; a dialog is the picture alone.
NETWORK_SCENES: dict[str, Scene] = {
    "network-plain": _asked,
    "network-second-kit": _second_kit,
    "network-silent": _silent,
    "boot-keys": _keys,
}
