"""Render the window in all its states, light and dark, on screens of 1280x800 and 1920x1080, at 100 and 200 percent.

    python3 packaging/dev.py screenshots --out DIR [--only NAME] [--language de|pseudo|mirror]
    python3 packaging/dev.py screenshots --guide    # those in the guide, into resources/guide/pictures

Pictures come from the fake session of the tests: the same thirty computers every time, nothing is sent.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# The widgets are drawn and grabbed in memory; a window that a screen scales would come out differently everywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("FOGPORTABLE_HOME", "/nonexistent")

from charge_scenes import CHARGE_SCENES  # noqa: E402
from code_scenes import CODE_SCENES  # noqa: E402
from firewall_scenes import FIREWALL_SCENES  # noqa: E402
from first_events import first_events  # noqa: E402
from fog_scenes import FOG_DIALOGS, fog_dialogs, fog_page, fog_page_below  # noqa: E402
from guide_pictures import FOLDER, GUIDE_PICTURES, SIZE, write_png  # noqa: E402
from help_scenes import HELP_SCENES  # noqa: E402
from import_scene import import_report  # noqa: E402
from network_scenes import NETWORK_SCENES, site_page  # noqa: E402
from observe_scenes import observed_room  # noqa: E402
from PySide6.QtCore import QSize, Qt  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from report_scenes import show_report  # noqa: E402
from saved_scenes import SAVED_SCENES  # noqa: E402
from seat_scenes import SEAT_SCENES  # noqa: E402

from fogportable.boot.boot_set import BootSet  # noqa: E402
from fogportable.config.load import load_profile  # noqa: E402
from fogportable.config.profile import Profile  # noqa: E402
from fogportable.errors import FaultCode, ServiceError, describe  # noqa: E402
from fogportable.events import (  # noqa: E402
    FaultRaised,
    TransferFailed,
)
from fogportable.model import (  # noqa: E402
    Finding,
    Menu,
    MenuAction,
    MenuEntry,
    Room,
    SessionState,
    Topic,
    Verdict,
)
from fogportable.ui.high_contrast import ON_BLACK, ON_WHITE  # noqa: E402
from fogportable.ui.theme import DARK, LIGHT, Theme, apply_theme  # noqa: E402
from fogportable.ui.views.main_window import MainWindow  # noqa: E402
from tests.fakes.kit import ALL_WELL, IPXE, USB, FakeKit  # noqa: E402
from tests.fakes.languages import spoken  # noqa: E402
from tests.fakes.session import NOW_S, mixed_room  # noqa: E402

#: Screens in pixels, and how much larger everything is drawn on them.
SCREENS = (QSize(1280, 800), QSize(1920, 1080))
SCALES = (1, 2)

MENU = Menu(
    "Room 204",
    (
        MenuEntry("Boot from the local disk", MenuAction.LOCAL_DISK),
        MenuEntry(
            "Install Debian",
            MenuAction.KERNEL,
            kernel="debian/linux",
            initrd=("debian/initrd.gz",),
            arguments="auto=true priority=critical",
        ),
        MenuEntry("FOG server", MenuAction.CHAIN_URL, url="http://192.168.1.5/fog/service/ipxe/boot.php"),
        MenuEntry("iPXE shell", MenuAction.SHELL),
    ),
    timeout_s=20,
)


@dataclass(slots=True)
class Studio:
    """One window with its kit and a clock that stands still until it is told."""

    app: QApplication
    kit: FakeKit
    window: MainWindow
    now_s: float
    dialog: QWidget | None = None

    def clock(self) -> float:
        return self.now_s

    def set_clock(self, now_s: float) -> None:
        self.now_s = now_s

    def look(self) -> None:
        """Let jobs end and take a tick, as the timer would."""
        self.window.work.wait(10)
        self.window.bridge.tick()
        self.app.processEvents()


def _stored_set(folder: Path) -> BootSet:
    """The set of the tests with files that are there, so that the pictures show a room that is ready."""
    for rule in IPXE.rules:
        (folder / rule.file).write_bytes(b"\x90")  # the fake kit only looks whether they are there
    return replace(IPXE, folder=folder)


def _open(app: QApplication, size: QSize, boot_files: Path) -> Studio:
    kit = FakeKit(_stored_set(boot_files))
    profile = Path("room-204.toml")
    kit.profiles[profile] = replace(Profile(), room=Room("Room 204", 30), menu=MENU)
    kit.remembered = profile
    studio = Studio(app, kit, None, NOW_S - 120)  # type: ignore[arg-type]  # set in the next line
    studio.window = MainWindow(kit, clock=studio.clock)
    studio.window.resize(size)
    studio.window.show()
    studio.look()
    studio.look()
    return studio


def _serve(studio: Studio) -> None:
    """Press Start and pass the shortest time without waiting for it."""
    serving = studio.window.serving
    serving.start()
    studio.window.work.wait(10)
    serving._hold.stop()
    studio.look()


def _before_start(studio: Studio) -> None:
    studio.look()


def _before_start_warning(studio: Studio) -> None:
    held = describe(FaultCode.PORT_IN_USE, port=67, holder="dnsmasq", pid=812)
    missing = describe(FaultCode.NO_BOOT_FILES)
    studio.kit.sets = ()
    studio.kit.found = (
        ALL_WELL[0],
        Finding(Topic.PORTS, Verdict.WARNING, held.message, (held,)),
        *ALL_WELL[2:4],
        Finding(Topic.BOOT_FILES, Verdict.BLOCKED, missing.message, (missing,)),
    )
    studio.kit.start_error = ServiceError.of(held)
    _serve(studio)
    studio.look()
    studio.look()


def _waiting(studio: Studio) -> None:
    _serve(studio)
    studio.now_s += 65
    studio.look()


def _observing_silent(studio: Studio) -> None:
    serving = studio.window.serving
    serving.observe()
    studio.look()
    serving._hold.stop()
    serving._finish_start()
    studio.look()
    studio.now_s += 65
    studio.look()


def _observing(studio: Studio) -> None:
    _observing_silent(studio)
    studio.kit.room.rows = observed_room()
    studio.kit.room.set_state(SessionState.OBSERVING, requests_heard=19)
    studio.now_s = NOW_S + 180
    studio.look()


def _serving(studio: Studio) -> None:
    _serve(studio)
    session = studio.kit.room
    first_events(session)
    session.rows = mixed_room()
    for second in range(60):
        studio.now_s = NOW_S - 60 + second
        rate = 40e6 + 1.1e6 * second - (8e6 if second % 11 < 4 else 0)
        session.set_state(SessionState.SERVING, loading_computers=11, rate_bytes_per_s=rate, requests_heard=96)
        studio.window.bridge.tick()
    studio.now_s = NOW_S
    studio.look()
    studio.window.room_page.rows.table.selectRow(3)
    studio.look()


def _report(studio: Studio) -> None:
    show_report(studio.window, studio.kit.room, studio.look, studio.set_clock)


def _report_rates(studio: Studio) -> None:
    _report(studio)
    studio.window.pages.show_room()
    studio.window.serve_bar.spark.click()
    studio.look()


def _trouble(studio: Studio) -> None:
    _serving(studio)
    studio.kit.room.append(
        TransferFailed(
            client=mixed_room()[8].mac,
            transfer_id=9,
            address=USB.addresses[0].ip,
            file="debian/linux",
            size_bytes=8_200_000,
            sent_bytes=3_100_000,
            reason="the computer stopped answering",
        ),
        FaultRaised(fault=describe(FaultCode.INTERFACE_GONE, interface="USB Ethernet")),
    )
    studio.kit.room.set_state(SessionState.PAUSED)
    studio.look()


def _boot(studio: Studio) -> None:
    studio.window.pages.show_boot()
    studio.look()


_NOTICED = datetime(2026, 3, 2, 9, 52, 31, tzinfo=UTC)


def _network(studio: Studio) -> None:
    _serving(studio)
    site_page(studio.window, studio.kit, studio.look, _NOTICED)


def _network_at_rest(studio: Studio) -> None:
    studio.window.pages.show_network()
    studio.look()


def _fog(studio: Studio) -> None:
    fog_page(studio.window, studio.kit.fog, studio.look)


def _fog_below(studio: Studio) -> None:
    fog_page_below(studio.window, studio.kit.fog, studio.look)


def _fog_dialog(name: str) -> Callable[[Studio], None]:
    """The question of this name, over the rows that it is about."""

    def show(studio: Studio) -> None:
        _serving(studio)
        studio.dialog = fog_dialogs(studio.window)[name]

    return show


def _help(name: str) -> Callable[[Studio], None]:
    def show(studio: Studio) -> None:
        studio.dialog = HELP_SCENES[name](studio.window)

    return show


def _saved(name: str) -> Callable[[Studio], None]:
    """A window or a question of its own."""

    def show(studio: Studio) -> None:
        studio.dialog = SAVED_SCENES[name](studio.window)

    return show


_BEFORE_SCENES = {**NETWORK_SCENES, **FIREWALL_SCENES}


def _before(name: str) -> Callable[[Studio], None]:
    """The scene of this name, before Start."""

    def show(studio: Studio) -> None:
        studio.dialog = _BEFORE_SCENES[name](studio.window, studio.kit, studio.look)

    return show


def _over_served(
    scene: Callable[[MainWindow, FakeKit, Callable[[], None]], QWidget | None],
) -> Callable[[Studio], None]:
    """Over a room that is served."""

    def show(studio: Studio) -> None:
        _serving(studio)
        studio.dialog = scene(studio.window, studio.kit, studio.look)

    return show


def _log(studio: Studio) -> None:
    _serving(studio)
    studio.window.pages.show_log()
    studio.look()


def _boot_side(studio: Studio, name: str) -> None:
    """With the profile that shows every key."""
    profile = load_profile(ROOT / "resources" / "profile.sample.toml")
    network = replace(profile.network, interfaces=studio.window.choices.profile.network.interfaces)
    studio.window.choices.open(replace(profile, network=network), None)
    studio.window.pages.show_boot()
    studio.window.pages.boot_sides.show_side(name)
    studio.look()


def _boot_menu(studio: Studio) -> None:
    _boot_side(studio, "bootSideFirmwareMenu")


def _boot_rules(studio: Studio) -> None:
    _boot_side(studio, "bootSideRules")


def _boot_private(studio: Studio) -> None:
    _boot_side(studio, "bootSidePrivateNetwork")


def _boot_expert(studio: Studio) -> None:
    _boot_side(studio, "bootSideExpert")


SCENES: dict[str, Callable[[Studio], None]] = {
    "before-start": _before_start,
    "before-start-warning": _before_start_warning,
    "waiting": _waiting,
    "serving": _serving,
    "trouble": _trouble,
    "report": _report,
    "report-rates": _report_rates,
    "boot": _boot,
    "network": _network,
    "network-at-rest": _network_at_rest,
    "fog": _fog,
    "fog-below": _fog_below,
    **{name: _fog_dialog(name) for name in FOG_DIALOGS},
    **{name: _help(name) for name in HELP_SCENES},
    **{name: _over_served(scene) for name, scene in CHARGE_SCENES.items()},
    **{name: _over_served(scene) for name, scene in CODE_SCENES.items()},
    **{name: _saved(name) for name in SAVED_SCENES},
    **{name: _over_served(scene) for name, scene in SEAT_SCENES.items()},
    **{name: _before(name) for name in _BEFORE_SCENES},
    "observing": _observing,
    "observing-silent": _observing_silent,
    "log": _log,
    "import": lambda studio: import_report(studio.window, studio.look),
    "boot-firmware-menu": _boot_menu,
    "boot-rules": _boot_rules,
    "boot-private-network": _boot_private,
    "boot-expert": _boot_expert,
}


def render(app: QApplication, scene: str, theme: Theme, size: QSize, scale: int) -> QPixmap:
    """One picture. size: logical pixels."""
    apply_theme(app, theme)
    with tempfile.TemporaryDirectory() as boot_files:
        return _render(_open(app, size, Path(boot_files)), scene, scale)


def _render(studio: Studio, scene: str, scale: int) -> QPixmap:
    SCENES[scene](studio)
    studio.app.processEvents()
    dialog = studio.dialog or studio.window.import_desk.dialog
    if dialog is not None and not dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
        dialog.adjustSize()  # what showing it would do
    picture = _picture_of(dialog or studio.window, scale)
    studio.kit.session.set_state(SessionState.STOPPED)
    studio.look()
    studio.window.close()
    studio.window.deleteLater()
    studio.app.processEvents()
    return picture


def _picture_of(widget: QWidget, scale: int) -> QPixmap:
    """As a screen of that scale shows it."""
    picture = QPixmap(widget.size() * scale)
    picture.setDevicePixelRatio(scale)
    widget.render(picture)
    return picture


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="DIR", help="where the pictures go")
    where.add_argument("--guide", action="store_true", help="make the pictures of the guide")
    parser.add_argument("--only", metavar="NAME", choices=sorted(SCENES), help="one scene")
    parser.add_argument("--language", default="en", choices=("en", "de", "pseudo", "mirror"), help="as in its tests")
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    if args.guide:
        _render_guide(app)
    else:
        args.out.mkdir(parents=True, exist_ok=True)
        with spoken(app, args.language):
            _render_all(app, args.only, args.out)
    app.shutdown()
    return 0


def _render_all(app: QApplication, only: str | None, folder: Path) -> None:
    for scene in SCENES if only is None else (only,):
        for theme in (LIGHT, DARK, ON_BLACK, ON_WHITE):
            for screen in SCREENS:
                for scale in SCALES:
                    name = f"{scene}-{theme.name}-{screen.width()}x{screen.height()}-{scale * 100}.png"
                    render(app, scene, theme, screen / scale, scale).save(str(folder / name))
                    print(folder / name)


def _render_guide(app: QApplication) -> None:
    """Always the same scenes, so a picture changes only with the window."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, scene in GUIDE_PICTURES.items():
        file = FOLDER / f"{name}.png"
        size_bytes = write_png(render(app, scene, LIGHT, SIZE, 1).toImage(), file)
        print(f"{file}  {size_bytes} bytes")


if __name__ == "__main__":
    sys.exit(main())
