"""What is done with chosen computers at a FOG server: looking ahead, registering, deploying, capturing, cancelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fogportable.errors import FaultCode, FogError, describe
from fogportable.fog.api import Tokens
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.plans import Done, Ground, TaskPlan
from fogportable.fog.preview import Preview
from fogportable.fog.tasks import FogTask, TaskState, TaskType
from fogportable.model import ClientStage, FogLight, FogMode, FogSettings
from fogportable.protocol.address import MacAddress
from fogportable.ui.dialogs.fog_preview import PreviewDialog
from fogportable.ui.dialogs.fog_register import RegisterDialog, Registration
from fogportable.ui.dialogs.fog_task import Deed, TaskDialog
from fogportable.ui.models.client_row import Column
from fogportable.ui.views.main_window import MainWindow
from fogportable.ui.views.pages import FOG, ROOM
from tests.fakes.fog_kit import FakeFogKit
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client, make_mac
from tests.gui.conftest import look, serve

TOKENS = Tokens("YXBp", "dXNlcg==")
WIN10 = FogImage(1, "Win10", size_bytes=8_000_000_000, storage_group="default")
UBUNTU = FogImage(2, "Ubuntu", size_bytes=4_000_000_000, storage_group="default")
LAB = tuple(FogHost(place, f"lab-{place:02}", (make_mac(place),), 1, "Win10") for place in (1, 2, 3))
TASK = FogTask(7, "lab-01", "Deploy", TaskState.IN_PROGRESS, image="Win10", host_number=1)


@pytest.fixture
def fog(kit: FakeKit) -> FakeFogKit:
    kit.fog.tokens = TOKENS
    kit.fog.hosts, kit.fog.images = LAB, (WIN10, UBUNTU)
    return kit.fog


@pytest.fixture
def room(window: MainWindow, kit: FakeKit, fog: FakeFogKit) -> MainWindow:
    """Serving three computers, a FOG server looked at, somebody signed in, the Room page shown."""
    kit.room.rows = tuple(make_client(place, ClientStage.IN_MENU) for place in (1, 2, 3))
    serve(window)
    window.pages.show_fog()
    window.pages.fog.server.set_address("192.168.1.5")
    window.pages.fog.server.look_button.click()
    for _ in range(3):
        look(window)
    window.pages.show_room()
    look(window)
    return window


def _choose(window: MainWindow, *macs: MacAddress) -> None:
    rows = window.room_page.rows
    rows.table.clearSelection()
    for mac in macs:
        place = rows.model.row_of(mac)
        assert place is not None
        selection = rows.table.selectionModel()
        flag = selection.SelectionFlag
        selection.select(rows.model.index(place, 0), flag.Select | flag.Rows)


def _notice(window: MainWindow) -> str:
    look(window)
    return window.notice_bar.sentence_label.text() if not window.notice_bar.isHidden() else ""


def _do(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    for _ in range(3):
        look(window)


def test_without_a_server_the_fog_page_is_shown_with_the_reason(window: MainWindow, kit: FakeKit) -> None:
    kit.room.rows = (make_client(1),)
    serve(window)
    _choose(window, make_mac(1))
    _do(window, "fogDeploy")
    assert window.pages.currentIndex() == FOG
    assert _notice(window) == str(describe(FaultCode.FOG_NOT_CHOSEN))


def test_without_a_chosen_row_nothing_is_asked(room: MainWindow, fog: FakeFogKit) -> None:
    room.room_page.rows.table.clearSelection()
    _do(room, "fogDeploy")
    assert _notice(room) == str(describe(FaultCode.FOG_NO_COMPUTER_CHOSEN))
    assert room.pages.currentIndex() == ROOM


def test_deploying_shows_the_chosen_machines_and_carries_out_what_was_confirmed(
    room: MainWindow, fog: FakeFogKit
) -> None:
    asked: list[tuple[Deed, tuple[str, ...]]] = []

    def answer(_parent: QWidget | None, deed: Deed, ground: Ground) -> TaskPlan:
        asked.append((deed, tuple(host.name for host in ground.machines)))
        return TaskPlan(TaskType.DEPLOY, ground.machines, WIN10)

    room.fog.rows.ask_task = answer
    fog.done = Done(tasks=(TASK,))
    _choose(room, make_mac(1), make_mac(3))
    _do(room, "fogDeploy")
    assert asked == [(Deed.DEPLOY, ("lab-01", "lab-03"))]
    assert [host.name for host in fog.plans[0].machines] == ["lab-01", "lab-03"]
    assert _notice(room) == "1 task was made."


def test_cancelled_question_makes_nothing(room: MainWindow, fog: FakeFogKit) -> None:
    room.fog.rows.ask_task = lambda *_: None
    _choose(room, make_mac(1))
    _do(room, "fogDeploy")
    assert fog.plans == []


def test_what_was_refused_is_told_by_name(room: MainWindow, fog: FakeFogKit) -> None:
    refused = describe(FaultCode.FOG_HOSTS_BUSY, names="lab-01 (Deploy)")
    room.fog.rows.ask_task = lambda _parent, _deed, ground: TaskPlan(TaskType.DEPLOY, ground.machines, WIN10)
    fog.done = Done(refused=((LAB[0], refused),))
    _choose(room, make_mac(1))
    _do(room, "fogDeploy")
    assert _notice(room) == f"lab-01: {refused}"


def test_computer_that_fog_does_not_know_is_said(room: MainWindow, fog: FakeFogKit) -> None:
    fog.hosts = LAB[:1]
    _choose(room, make_mac(2))
    _do(room, "fogDeploy")
    sentence = FogError(FaultCode.FOG_HOST_UNKNOWN, address="192.168.1.5", names=str(make_mac(2))).fault
    assert _notice(room) == str(sentence)


def test_capturing_is_of_one_computer(room: MainWindow, fog: FakeFogKit) -> None:
    _choose(room, make_mac(1), make_mac(2))
    _do(room, "fogCapture")
    assert _notice(room) == str(describe(FaultCode.FOG_CAPTURE_ONE))


def test_waking_needs_no_question(room: MainWindow, fog: FakeFogKit) -> None:
    fog.done = Done(woken=LAB[:2])
    _choose(room, make_mac(1), make_mac(2))
    _do(room, "fogWake")
    assert [plan.type for plan in fog.plans] == [TaskType.WAKE]
    assert _notice(room) == "FOG was told to wake 2 computers."


@pytest.mark.parametrize("is_sure", [True, False])
def test_tasks_of_chosen_computers_are_cancelled_when_somebody_is_sure(
    room: MainWindow, fog: FakeFogKit, is_sure: bool
) -> None:
    fog.active = (TASK,)
    room.fog.rows.ask_cancel = lambda _parent, _words: is_sure
    _choose(room, make_mac(1))
    _do(room, "fogCancel")
    assert fog.active == (() if is_sure else (TASK,))
    assert ("1 task was cancelled." in _notice(room)) is is_sure


def test_registering_proposes_names_after_the_room(room: MainWindow, fog: FakeFogKit) -> None:
    fog.hosts = ()
    room.choices.set_room(replace(room.choices.profile.room, name="Room 204"))
    asked: list[str] = []

    def answer(_parent: QWidget | None, macs: Sequence[MacAddress], _known: Ground, pattern: str) -> Registration:
        asked.append(pattern)
        return Registration(("lab-01", "lab-02"), tuple(macs), None)

    room.fog.rows.ask_registration = answer
    _choose(room, make_mac(1), make_mac(2))
    _do(room, "fogRegister")
    assert asked == ["Room-204-##"]
    made: tuple[FogHost, ...] = fog.hosts
    assert [host.name for host in made] == ["lab-01", "lab-02"]
    assert _notice(room) == "FOG knows 2 computers more: lab-01, lab-02."


def test_preview_asks_for_the_kind_of_computer_that_was_seen(room: MainWindow, fog: FakeFogKit) -> None:
    shown: list[Preview] = []
    room.fog.rows.show_preview = lambda _parent, seen: shown.append(seen)
    _choose(room, make_mac(2))
    _do(room, "fogPreview")
    assert [(seen.mac, seen.arch) for seen in shown] == [(make_mac(2), make_client(2).arch)]


def test_the_menu_of_a_row_has_what_the_menu_bar_has(room: MainWindow) -> None:
    names = [action.objectName() for action in room.room_page.rows.table.actions()]
    fog = [name for name in names if name.startswith("fog")]
    assert fog[:6] == ["fogPreview", "fogRegister", "fogDeploy", "fogCapture", "fogWake", "fogCancel"]
    assert fog[6:8] == ["fogFinish", "fogReset"]


def test_a_computer_is_done_until_somebody_says_otherwise(room: MainWindow, kit: FakeKit) -> None:
    _choose(room, make_mac(1), make_mac(3))
    _do(room, "fogFinish")
    assert kit.finished == [make_mac(1), make_mac(3)]
    _choose(room, make_mac(1))
    _do(room, "fogReset")
    assert kit.finished == [make_mac(3)]


def test_lights_have_a_column_once_there_is_one(room: MainWindow, kit: FakeKit) -> None:
    table, model = room.room_page.rows.table, room.room_page.rows.model
    assert table.isColumnHidden(Column.FOG)
    lit = replace(kit.room.rows[0], lights=frozenset({FogLight.SCRIPT, FogLight.IMAGING}))
    kit.room.rows = (lit, *kit.room.rows[1:])
    look(room)
    assert not table.isColumnHidden(Column.FOG)
    row = model.row_of(lit.mac)
    assert row is not None
    cell = model.index(row, Column.FOG)
    assert cell.data() == "Imaging"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == (
        "default.ipxe given: seen\nboot.php reached: not seen\nkernel fetched: not seen\n"
        "imaging reported by FOG: seen\ndone: not seen"
    )
    assert model.index(row, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole).count("Imaging") == 1


def test_the_boot_picker_says_fog_until_other_files_are_chosen(window: MainWindow) -> None:
    server = FogSettings("http://192.168.1.5/fog/", FogMode.POINT)
    window.choices.replace(replace(window.choices.profile, fog=server))
    look(window)
    picker = window.serve_bar.boot_picker
    assert picker.currentText() == "FOG at 192.168.1.5"
    picker.activated.emit(picker.currentIndex())
    assert window.choices.profile.fog == server
    window.choices.choose_boot_set("debian-ipxe")
    look(window)
    assert window.choices.profile.fog == FogSettings()
    assert picker.currentText() == "iPXE 1.21.1 from Debian 13"


# --- dialogs ------------------------------------------------------------------------------------------------------


def _ground(*machines: FogHost) -> Ground:
    return Ground(machines, (WIN10, UBUNTU), ())


def test_deploying_wants_the_number_of_computers(qtbot: QtBot) -> None:
    dialog = TaskDialog(Deed.DEPLOY, _ground(*LAB))
    qtbot.addWidget(dialog)
    assert dialog.sentence.text() == "Write the image Win10 over the disks of 3 computers: lab-01, lab-02, lab-03."
    assert dialog.go_button.text() == "&Deploy to 3 computers"
    assert not dialog.go_button.isEnabled()
    qtbot.keyClicks(dialog.count, "2")
    assert not dialog.go_button.isEnabled()
    dialog.count.clear()
    qtbot.keyClicks(dialog.count, "3")
    assert dialog.go_button.isEnabled()
    defaults = [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert defaults == ["Cancel"]  # Enter confirms nothing.


def test_another_image_is_said_to_be_assigned(qtbot: QtBot) -> None:
    dialog = TaskDialog(Deed.DEPLOY, _ground(*LAB))
    qtbot.addWidget(dialog)
    dialog.image.setCurrentText("Ubuntu")
    dialog.multicast.setChecked(True)
    assert dialog.plan is not None
    assert (dialog.plan.type, dialog.plan.image) == (TaskType.MULTICAST, UBUNTU)
    assert dialog.plan.reassigned == LAB
    assert str(describe(FaultCode.FOG_DISKS_LOST, count="3 computers", image="Ubuntu")) in dialog.warnings.sentences


def test_computers_of_different_images_need_one_to_be_chosen(qtbot: QtBot) -> None:
    other = replace(LAB[1], image_number=2, image="Ubuntu")
    dialog = TaskDialog(Deed.DEPLOY, _ground(LAB[0], other))
    qtbot.addWidget(dialog)
    assert dialog.plan is None
    assert not dialog.go_button.isEnabled()
    assert dialog.refusal.words
    dialog.image.setCurrentText("Win10")
    assert dialog.plan is not None
    assert dialog.refusal.words == ""


def test_capturing_over_an_image_wants_the_number_too(qtbot: QtBot) -> None:
    dialog = TaskDialog(Deed.CAPTURE, _ground(LAB[0]))
    qtbot.addWidget(dialog)
    assert dialog.multicast.isHidden()
    assert not dialog.go_button.isEnabled()
    qtbot.keyClicks(dialog.count, "1")
    assert dialog.go_button.isEnabled()


def test_names_are_shown_while_the_pattern_is_typed(qtbot: QtBot) -> None:
    macs = [make_mac(11), make_mac(12)]
    dialog = RegisterDialog(macs, _ground(*LAB), "lab-##")
    qtbot.addWidget(dialog)
    assert dialog.registration().names == ("lab-04", "lab-05")
    dialog.pattern.setText("lab")
    assert dialog.problem.words
    assert not dialog.accept_button.isEnabled()
    dialog.pattern.setText("pc-@")
    assert dialog.accept_button.isEnabled()
    assert dialog.rows.count() == 2


def test_preview_dialog_says_who_and_what(qtbot: QtBot, fog: FakeFogKit) -> None:
    seen = fog.preview(fog.server.address, make_mac(1), 7)
    dialog = PreviewDialog(seen)
    qtbot.addWidget(dialog)
    assert seen.sentence == "Starts the local disk, by sanboot."
    assert dialog.lines.isHidden()
