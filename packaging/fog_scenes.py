"""Pictures of the FOG page and of what is done with rows: the same server every time, nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from fogportable.errors import FaultCode, describe
from fogportable.fog.api import Tokens
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Ground
from fogportable.fog.rehome import NamedHost, Place, PlaceKind, Standing
from fogportable.fog.storage import DiskRoom, GroupLoad, NodeLoad, StorageGroup, StorageNode
from fogportable.fog.tasks import FogTask, TaskState
from fogportable.ui.dialogs.fingerprint import FingerprintDialog
from fogportable.ui.dialogs.fog_register import RegisterDialog
from fogportable.ui.dialogs.fog_sign_in import SignInDialog
from fogportable.ui.dialogs.fog_task import Deed, TaskDialog
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.fog_kit import FOG_158, FakeFogKit
from tests.fakes.session import make_mac

_IMAGES = (
    FogImage(1, "Win10-Base", size_bytes=8_000_000_000, storage_group="default"),
    FogImage(2, "Ubuntu-24", size_bytes=4_000_000_000, storage_group="default"),
)
_LAB = tuple(
    FogHost(place, f"lab-{place:02}", (make_mac(place),), 1 + place % 2, "Win10-Base") for place in range(1, 13)
)
_TASKS = (
    FogTask(7, "lab-01", "Deploy", TaskState.IN_PROGRESS, "", "Win10-Base", 50.4, "1.20GB/min", "", "00:02:00"),
    FogTask(8, "lab-02", "Deploy", TaskState.QUEUED, image="Win10-Base"),
)


def fog_page(window: MainWindow, kit: FakeFogKit, look: Callable[[], None]) -> None:
    """Signed in, with tasks, storage and a server that moved."""
    moved = describe(FaultCode.FOG_DEFAULT_SCRIPT_MOVED, own="10.0.0.5", used="192.168.1.5")
    kit.tokens, kit.active = Tokens("YXBp", "dXNlcg=="), _TASKS
    kit.server = replace(FOG_158, notes=(moved,))
    node = StorageNode(1, "DefaultMember", 1, "192.168.1.5", "/images", most_clients=10, is_master=True)
    load = NodeLoad(node, 1, 1, DiskRoom(228_000_000_000, 19_000_000_000))
    kit.groups = (GroupLoad(StorageGroup(1, "default", nodes=(1,)), (load,), ("Win10-Base", "Ubuntu-24")),)
    stale = NamedHost(PlaceKind.SETTING, "10.0.0.5", "FOG_WEB_HOST")
    fault = describe(
        FaultCode.FOG_SETTING_STALE, own="10.0.0.5", used="192.168.1.5", name=stale.name, category="Web Server"
    )
    right = NamedHost(PlaceKind.BOOT_STORAGE, "192.168.1.5")
    kit.places = (Place(stale, Standing.STALE, fault), Place(right, Standing.RIGHT))
    window.pages.show_fog()
    page = window.pages.fog
    page.server.set_address("192.168.1.5")
    page.server.address_edited.emit()
    for press in (page.server.look_button, page.storage.look_button, page.rehome.compare_button):
        press.click()
        look()
        look()


def fog_page_below(window: MainWindow, kit: FakeFogKit, look: Callable[[], None]) -> None:
    """The same, scrolled to its end."""
    fog_page(window, kit, look)
    bar = window.pages.fog.verticalScrollBar()
    bar.setValue(bar.maximum())
    look()


#: What `fog_dialogs` has.
FOG_DIALOGS = ("fog-deploy", "fog-register", "fog-sign-in", "fog-fingerprint")


def fog_dialogs(window: MainWindow) -> dict[str, QDialog]:
    """Each question that is asked."""
    ground = Ground(_LAB, _IMAGES, ())
    deploy = TaskDialog(Deed.DEPLOY, ground, window)
    deploy.image.setCurrentText("Win10-Base")
    return {
        "fog-deploy": deploy,
        "fog-register": RegisterDialog([make_mac(20 + place) for place in range(6)], ground, "Room-204-##", window),
        "fog-sign-in": SignInDialog("192.168.1.5", False, window),
        "fog-fingerprint": FingerprintDialog("fog.school", "AB:" * 31 + "CD", window),
    }
