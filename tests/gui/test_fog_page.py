"""The FOG page: looking at a server, what is said of it, and trusting its certificate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode, FogError, describe
from fogportable.fog.address import FogAddress
from fogportable.fog.api import Tokens
from fogportable.fog.server import ApiState
from fogportable.fog.tasks import FogTask, TaskState
from fogportable.model import FogMode, FogSettings
from fogportable.ui.bridge import Bridge
from fogportable.ui.choices import Choices
from fogportable.ui.dialogs.fingerprint import FingerprintDialog
from fogportable.ui.dialogs.fog_sign_in import SignInDialog
from fogportable.ui.fog_desk import FogDesk
from fogportable.ui.shapes import Shape
from fogportable.ui.views.fog_page import FogPage
from fogportable.ui.work import Work
from tests.fakes.fog_kit import FOG_158, FakeFogKit
from tests.fakes.kit import USB, FakeKit
from tests.gui.conftest import delete_now


class Desk:
    """Page and desk without the rest of the window."""

    def __init__(self) -> None:
        self.kit = FakeFogKit()
        self.window = QWidget()
        self.page = FogPage(self.window)
        self.work = Work()
        self.choices = Choices(self.window)
        self.choices.choose_interface(USB.name)
        self.bridge = Bridge(FakeKit(), self.work, self.window)
        self.desk = FogDesk(self.kit, self.work, self.bridge, self.choices, self.page, self.window)
        self.said: list[str] = []
        self.desk.said.connect(self.said.append)
        self.window.resize(900, 700)
        self.page.resize(900, 700)
        self.window.show()
        self.page.show()

    def look(self) -> None:
        """Let jobs end, as the timer would."""
        for _ in range(3):
            self.work.wait(5)
            self.bridge.tick()
            QApplication.processEvents()


@pytest.fixture
def made(qapp: QApplication) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.kit.let_identify_end.set()
    desk.desk.close()
    desk.work.wait(5)
    desk.bridge.stop()
    desk.window.close()
    desk.window.deleteLater()
    delete_now(qapp)


def _type(qtbot: QtBot, made: Desk, text: str) -> None:
    made.page.server.field.clear()
    qtbot.keyClicks(made.page.server.field, text)


def test_nothing_is_asked_before_an_address_is_typed(made: Desk) -> None:
    assert not made.page.server.look_button.isEnabled()
    assert made.page.server.state.words.startswith("No server looked at")
    assert made.kit.asked == []


def test_look_shows_what_the_server_is(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    card = made.page.server
    assert made.kit.asked == ["192.168.1.5"]
    assert (card.state.shape, card.state.words) == (Shape.DONE, "FOG 1.5.8 at 192.168.1.5")
    assert card.facts.text("database") == "runs"
    assert card.facts.text("space") == "212.93 GiB free of 231.13 GiB"
    assert "UEFI x64:  ipxe.efi" in card.facts.text("files")
    assert "Secure Boot:  no signed loader" in card.facts.text("files")
    assert made.desk.server == FOG_158
    assert made.said == ["FOG 1.5.8 at 192.168.1.5"]


def test_enter_in_the_field_looks(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "fog.school")
    qtbot.keyClick(made.page.server.field, Qt.Key.Key_Return)
    made.look()
    assert made.kit.asked == ["fog.school"]


def test_nonsense_is_said_and_not_asked(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "http://")
    assert not made.page.server.look_button.isEnabled()
    assert made.page.server.state.words.startswith("'http://' is not the address of a FOG server")


def test_what_is_wrong_with_a_server_is_listed_with_its_remedy(made: Desk, qtbot: QtBot) -> None:
    moved = describe(FaultCode.FOG_DEFAULT_SCRIPT_MOVED, own="10.0.0.5", used="192.168.1.5")
    made.kit.server = replace(FOG_158, notes=(moved,), api=ApiState.OFF)
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    assert made.page.server.state.shape is Shape.NEEDS_YOU
    assert made.page.server.notes.sentences == [str(moved)]


def test_the_only_server_of_the_network_is_looked_at(made: Desk) -> None:
    made.page.server.find_button.click()
    made.look()
    assert made.kit.asked == [USB.name, "192.168.1.5"]
    assert made.page.server.field.text() == "http://192.168.1.5/fog/"
    assert made.desk.server == FOG_158


def test_of_several_servers_one_is_chosen(made: Desk, qtbot: QtBot) -> None:
    other = replace(made.kit.servers[0], address=FogAddress("192.168.1.9"), ip=IPv4Address("192.168.1.9"))
    made.kit.servers = (*made.kit.servers, other)
    made.page.server.find_button.click()
    made.look()
    found = made.page.server.found
    assert [row.cells for row in found.facts.rows] == [
        ("http://192.168.1.5/fog/", "1.5.8"),
        ("http://192.168.1.9/fog/", "1.5.8"),
    ]
    assert made.kit.asked == [USB.name]
    found.setCurrentIndex(found.facts.index(1, 0))
    qtbot.keyClick(found, Qt.Key.Key_Return)
    made.look()
    assert made.kit.asked[1:] == ["192.168.1.9"]


def test_finding_is_stopped_by_the_same_button(made: Desk) -> None:
    made.kit.let_identify_end.clear()
    button = made.page.server.find_button
    button.click()
    made.bridge.tick()
    assert made.page.server.state.words.startswith(("Looking for FOG servers", "Asked 1 of 254"))
    assert button.text() == "Stop se&arching"
    button.click()
    made.kit.let_identify_end.set()
    made.look()
    assert button.text() == "Se&arch the network"
    assert made.page.server.state.words == "Asked 1 of 254 addresses of 192.168.1.0/24; the rest was left out."
    assert made.kit.asked == [USB.name]  # What was found by half is not taken for the only one.


def test_without_a_card_nothing_is_looked_for(made: Desk) -> None:
    made.choices.choose_interface("")
    made.page.server.find_button.click()
    made.look()
    assert made.page.server.state.words == str(describe(FaultCode.NO_INTERFACE_CHOSEN))
    assert made.kit.asked == []


def test_another_address_forgets_what_was_found(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    qtbot.keyClicks(made.page.server.field, "5")
    assert made.desk.server is None
    assert made.page.server.facts.isHidden()


def test_look_is_stopped_by_the_same_button(made: Desk, qtbot: QtBot) -> None:
    made.kit.let_identify_end.clear()
    _type(qtbot, made, "192.168.1.5")
    button = made.page.server.look_button
    button.click()
    made.bridge.tick()
    assert button.text() == "Stop loo&king"
    button.click()
    made.look()
    assert button.text() == "Loo&k at it"
    assert made.desk.server is None
    assert made.page.server.state.words.startswith("No server looked at")


def test_failure_is_said_with_its_remedy(made: Desk, qtbot: QtBot) -> None:
    made.kit.error = FogError(FaultCode.FOG_UNREACHABLE, address="192.168.1.5", problem="timed out", detail="")
    sentence = str(made.kit.error.fault)
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    assert (made.page.server.state.shape, made.page.server.state.words) == (Shape.FAILED, sentence)
    assert made.page.server.trust_button.isHidden()


@pytest.mark.parametrize("is_same", [True, False])
def test_unknown_certificate_is_trusted_only_when_somebody_compared_it(made: Desk, qtbot: QtBot, is_same: bool) -> None:
    made.kit.error = FogError(FaultCode.FOG_CERTIFICATE_UNKNOWN, address="https://fog.school", detail="")
    asked: list[tuple[str, str]] = []

    def answer(_parent: QWidget | None, host: str, fingerprint: str) -> bool:
        asked.append((host, fingerprint))
        return is_same

    made.desk.ask_fingerprint = answer
    _type(qtbot, made, "https://fog.school")
    made.page.server.look_button.click()
    made.look()
    assert not made.page.server.trust_button.isHidden()
    made.page.server.trust_button.click()
    made.look()
    assert asked == [("fog.school", made.kit.authority.fingerprint)]
    assert made.kit.trusted == ([("fog.school", made.kit.authority)] if is_same else [])
    assert made.kit.asked == ["fog.school"] * (2 if is_same else 1)  # Once trusted, it is looked at again.


# --- how the room is served ---------------------------------------------------------------------------------------


def _choose_way(made: Desk, place: int) -> None:
    box = made.page.findChild(QComboBox, "fogWay")
    assert box is not None
    box.setCurrentIndex(place)


def test_without_an_address_there_is_nothing_to_choose(made: Desk) -> None:
    assert not made.page.serving.way.editor.isEnabled()


def test_pointing_at_a_server_goes_into_the_profile(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "192.168.1.5")
    _choose_way(made, 1)
    assert made.choices.profile.fog == FogSettings("http://192.168.1.5/fog/", FogMode.POINT, finishes_to_disk=True)
    flag = made.page.findChild(QCheckBox, "fogFinishedToDisk")
    assert flag is not None
    flag.setChecked(False)
    assert not made.choices.profile.fog.finishes_to_disk
    _choose_way(made, 0)
    assert made.choices.profile.fog.server == ""


def test_another_address_is_the_one_that_is_served(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "192.168.1.5")
    _choose_way(made, 2)
    _type(qtbot, made, "192.168.1.9")
    assert made.choices.profile.fog == FogSettings("http://192.168.1.9/fog/", FogMode.RELAY)


def test_profile_with_a_server_is_shown(made: Desk) -> None:
    made.choices.open(Profile(fog=FogSettings("fog.school", FogMode.RELAY, finishes_to_disk=False)), None)
    assert made.page.server.field.text() == "fog.school"
    assert made.page.serving.way.value == "relay"
    assert not made.page.serving.to_disk.value
    assert made.choices.profile.fog == FogSettings("fog.school", FogMode.RELAY, finishes_to_disk=False)


def test_while_serving_nothing_of_it_changes(made: Desk, qtbot: QtBot) -> None:
    _type(qtbot, made, "192.168.1.5")
    made.page.serving.set_serving(True)
    assert not made.page.serving.way.editor.isEnabled()
    made.page.serving.set_serving(False)
    assert made.page.serving.way.editor.isEnabled()


# --- tasks --------------------------------------------------------------------------------------------------------

TOKENS = Tokens("YXBp", "dXNlcg==")
DEPLOY = FogTask(
    7, "lab-01", "Deploy", TaskState.IN_PROGRESS, image="Win10", percent=50.4, rate="1.20GB/min", remaining="00:02:00"
)


@pytest.fixture
def signed_in(made: Desk, qtbot: QtBot) -> Desk:
    """At a server whose tokens are known, with one task."""
    made.kit.tokens, made.kit.active = TOKENS, (DEPLOY,)
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    return made


def test_tasks_are_shown_to_who_is_signed_in(signed_in: Desk) -> None:
    card = signed_in.page.tasks
    assert card.state.words == "1 task. 1 in progress"
    assert [row.cells for row in card.table.facts.rows] == [
        ("lab-01", "Deploy", "Win10", "in progress", "50 %", "1.20GB/min", "00:02:00")
    ]
    assert (card.sign_in_button.isHidden(), card.sign_out_button.isHidden()) == (True, False)


def test_tasks_are_not_looked_at_while_the_page_is_hidden(signed_in: Desk) -> None:
    timer = signed_in.desk.tasks._timer
    assert timer.isActive()
    signed_in.page.hide()
    assert not timer.isActive()
    signed_in.page.show()
    assert timer.isActive()


def test_signing_in_asks_for_tokens_and_lets_the_server_judge(made: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []

    def answer(_parent: QWidget | None, server: str, has_keyring: bool) -> tuple[Tokens, bool]:
        asked.append((server, has_keyring))
        return TOKENS, True

    made.desk.tasks.ask_tokens = answer
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    card = made.page.tasks
    assert card.state.words.startswith("Not signed in")
    made.kit.error = FogError(FaultCode.FOG_USER_TOKEN_WRONG, address="192.168.1.5")
    sentence = str(made.kit.error.fault)
    card.sign_in_button.click()
    made.look()
    assert (card.state.words, made.kit.tokens) == (sentence, None)
    card.sign_in_button.click()
    made.look()
    assert asked == [("192.168.1.5", True)] * 2
    assert (made.kit.tokens, made.kit.is_kept) == (TOKENS, True)
    assert card.state.words == "No task is active"
    assert made.page.server.facts.text("api") == "on; your tokens are taken"


def test_signing_out_forgets_tasks_and_tokens(signed_in: Desk) -> None:
    signed_in.page.tasks.sign_out_button.click()
    signed_in.look()
    assert signed_in.kit.tokens is None
    assert signed_in.page.tasks.table.facts.rows == ()
    assert signed_in.page.tasks.state.words.startswith("Not signed in")
    assert signed_in.page.server.facts.text("api") == "on; it wants tokens"
    assert not signed_in.desk.tasks._timer.isActive()


def test_server_that_stops_answering_leaves_what_was_told_with_its_time(signed_in: Desk) -> None:
    signed_in.kit.error = FogError(FaultCode.FOG_UNREACHABLE, address="192.168.1.5", problem="timed out", detail="")
    sentence = str(signed_in.kit.error.fault)
    signed_in.desk.tasks.look()
    signed_in.look()
    card = signed_in.page.tasks
    assert card.state.words.startswith(f"{sentence} What is shown is as of ")
    assert len(card.table.facts.rows) == 1
    signed_in.desk.tasks.look()
    signed_in.look()
    assert card.state.words == "1 task. 1 in progress"


@pytest.mark.parametrize("is_sure", [True, False])
def test_a_task_is_cancelled_only_when_somebody_is_sure(signed_in: Desk, is_sure: bool) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget | None, words: str) -> bool:
        asked.append(words)
        return is_sure

    signed_in.desk.tasks.ask_cancel = answer
    card = signed_in.page.tasks
    assert not card.cancel_button.isEnabled()
    card.table.selectRow(0)
    card.cancel_button.click()
    signed_in.look()
    assert asked == ["lab-01: Deploy of Win10, in progress, 50 %, 1.20GB/min, 00:02:00 left"]
    assert signed_in.kit.active == (() if is_sure else (DEPLOY,))


def test_an_api_that_is_off_is_said(made: Desk, qtbot: QtBot) -> None:
    made.kit.server = replace(FOG_158, api=ApiState.OFF)
    _type(qtbot, made, "192.168.1.5")
    made.page.server.look_button.click()
    made.look()
    assert made.page.tasks.state.words.startswith("The API of this server is off")
    assert not made.page.tasks.sign_in_button.isEnabled()


def test_sign_in_dialog_shows_no_token_and_wants_both(qtbot: QtBot) -> None:
    dialog = SignInDialog("192.168.1.5", has_keyring=False)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.api, "YXBp")
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.user, "dXNlcg==")
    assert dialog.accept_button.isEnabled()
    assert "YXBp" not in dialog.api.displayText()
    assert dialog.tokens() == TOKENS
    assert (dialog.keep.isEnabled(), dialog.keep.isChecked()) == (False, False)


def test_enter_in_the_fingerprint_dialog_trusts_nobody(qtbot: QtBot) -> None:
    dialog = FingerprintDialog("fog.school", "AB:" * 31 + "CD")
    qtbot.addWidget(dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    defaults = [button.objectName() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert defaults == ["fingerprintRefuse"]
    assert "openssl x509 -noout -fingerprint" in dialog.command.text()
    assert dialog.fingerprint.text().replace("\n", "") == "AB:" * 31 + "CD"
