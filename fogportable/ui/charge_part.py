"""Being in charge of the room: waking it, and saying who may boot. The desks are read when they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fogportable.ui.actions import SEPARATOR, Entry
from fogportable.ui.part import MenuName, Part, Surface

if TYPE_CHECKING:
    from fogportable.ui.approval_desk import ApprovalDesk
    from fogportable.ui.bridge import Tick
    from fogportable.ui.ending_desk import EndingDesk
    from fogportable.ui.wake_desk import WakeDesk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


class ChargePart(Part):
    """What a person decides about computers, without any server."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._waking: WakeDesk | None = None
        self._approvals: ApprovalDesk | None = None
        self._ending: EndingDesk | None = None

    def entries(self) -> Mapping[MenuName, Sequence[Entry | None]]:
        return {
            MenuName.SERVE: (Entry("autoStop", _tr("Stop &by itself…"), self.edit_stop),),
            MenuName.CLIENTS: (
                Entry("wake", _tr("Wake from &here"), self.wake),
                Entry("wakeRoom", _tr("Wake the whole roo&m from here…"), self.wake_room),
                SEPARATOR,
                Entry("approve", _tr("Appro&ve"), self.approve),
                Entry("approveAll", _tr("Approve all that wa&it"), self.approve_all),
                Entry("approvalBack", _tr("Take the approva&l back"), self.take_back),
                Entry("onlyApproved", _tr("Onl&y computers I approve"), self.switch_approval, is_switch=True),
            ),
        }

    def on_rows(self) -> Sequence[str]:
        return ("wake", "approve", "approvalBack")

    def take_tick(self, tick: Tick) -> None:
        if tick.clients or self._approvals is not None:
            self.approvals.take_tick(tick)
        if self._ending is not None:
            self._ending.take_tick(tick)

    def choices_changed(self) -> None:
        actions = self.surface.window.actions_by_name
        lists = self.surface.choices.profile.clients
        actions["onlyApproved"].setChecked(lists.needs_approval)
        if self._approvals is not None:
            self._approvals.take_lists()

    def that_send(self) -> Sequence[str]:
        return ("wake", "wakeRoom")

    def set_serving(self, is_serving: bool) -> None:
        if is_serving:
            _ = self.approvals  # From now on it follows what the profile says.

    @property
    def waking(self) -> WakeDesk:
        if self._waking is None:
            from fogportable.ui.wake_desk import WakeDesk

            self._waking = WakeDesk(self.surface)
            self._waking.noticed.connect(self.noticed)
            self._waking.withdrawn.connect(self.withdrawn)
        return self._waking

    @property
    def approvals(self) -> ApprovalDesk:
        if self._approvals is None:
            from fogportable.ui.approval_desk import ApprovalDesk

            self._approvals = ApprovalDesk(self.surface)
            self._approvals.noticed.connect(self.noticed)
            self._approvals.withdrawn.connect(self.withdrawn)
        return self._approvals

    @property
    def ending(self) -> EndingDesk:
        if self._ending is None:
            from fogportable.ui.ending_desk import EndingDesk

            self._ending = EndingDesk(self.surface)
            self._ending.noticed.connect(self.noticed)
        return self._ending

    # --- the menu -----------------------------------------------------------------------------------------------

    def edit_stop(self) -> None:
        self.ending.edit()

    def wake(self) -> None:
        self.waking.wake_chosen()

    def wake_room(self) -> None:
        self.waking.wake_room()

    def approve(self) -> None:
        self.approvals.approve_chosen()

    def approve_all(self) -> None:
        self.approvals.approve_all()

    def take_back(self) -> None:
        self.approvals.take_back()

    def switch_approval(self) -> None:
        """The check mark has changed."""
        self.approvals.need(self.surface.window.actions_by_name["onlyApproved"].isChecked())
