"""Pictures of this laptop's firewall before Start: kept out, the question, what is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from fogportable.errors import FaultCode, describe
from fogportable.model import Finding, Topic, Verdict
from fogportable.ui.dialogs.firewall import FirewallDialog
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.firewall_kit import COMMANDS, Planned
from tests.fakes.kit import ALL_WELL, FakeKit

_BLOCKS = describe(
    FaultCode.FIREWALL_BLOCKS,
    what="67/udp, 4011/udp, 69/udp, TFTP transfers and 80/tcp",
    rule="chain input of table inet filter drops what no rule accepts",
    command="; ".join(COMMANDS),
)


def _kept_out(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    """The firewall keeps computers out."""
    kit.found = (*ALL_WELL[:3], Finding(Topic.FIREWALL, Verdict.WARNING, _BLOCKS.message, (_BLOCKS,)), ALL_WELL[4])
    window.surroundings.look()
    look()


def _question(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    dialog = FirewallDialog(COMMANDS, asks=True, parent=window)
    dialog.adjustSize()
    return dialog


def _open(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    """Somebody has consented."""
    kit.firewall.open(Planned(COMMANDS))
    window.surroundings.look()
    for _ in range(4):  # A card more: the page is fitted again.
        look()


def _not_ready(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> None:
    """A FOG server was chosen, and no card is usable: each line has its own button."""
    no_card = describe(FaultCode.NO_INTERFACE_CHOSEN)
    fog = describe(FaultCode.FOG_UNREACHABLE, address="192.168.1.5", problem="no route to host")
    held = describe(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812)
    kit.found = (
        ALL_WELL[0],
        Finding(Topic.PORTS, Verdict.BLOCKED, held.message, (held,)),
        Finding(Topic.NETWORK, Verdict.BLOCKED, no_card.message, (no_card,)),
        Finding(Topic.FIREWALL, Verdict.WARNING, _BLOCKS.message, (_BLOCKS,)),
        Finding(Topic.BOOT_FILES, Verdict.BLOCKED, fog.message, (fog,)),
    )
    window.surroundings.look()
    look()


#: Each begins before Start; a dialog is the picture alone.
FIREWALL_SCENES: dict[str, Callable[[MainWindow, FakeKit, Callable[[], None]], QDialog | None]] = {
    "firewall-kept-out": _kept_out,
    "firewall-question": _question,
    "firewall-open": _open,
    "not-ready": _not_ready,
}
