"""Rules: which computers get something else than the rest, and who may boot at all."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from ipaddress import IPv4Address
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.model import BootRule, ClientLists, OfferShape
from fogportable.protocol.address import MacAddress, MacPattern
from fogportable.protocol.pxe.archs import EVERY_COMPUTER, archs_words
from fogportable.ui.fields.field import Field
from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.fields.parsing import (
    list_reader,
    read_archs,
    read_line,
    read_mac,
    read_mac_pattern,
    read_optional_address,
    read_uuid,
    show_archs,
    show_list,
    show_optional,
)
from fogportable.ui.fields.rows_card import Rows, RowsFrame
from fogportable.ui.kit import Kit
from fogportable.ui.views.profile_side import ProfileSide


class RuleShape(StrEnum):
    """The shape a rule asks for. ROOM: it says nothing of it."""

    ROOM = ""
    AUTO = OfferShape.AUTO.value
    DIRECT = OfferShape.DIRECT.value
    BOOT_SERVER = OfferShape.BOOT_SERVER.value
    MENU = OfferShape.MENU.value


class RulesSide(ProfileSide):
    """Edits `BootSettings.rules` and `Profile.clients`."""

    name = "bootSideRules"

    @classmethod
    def tab_words(cls) -> str:
        return QCoreApplication.translate("RulesSide", "Rules")

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setObjectName(self.name)
        self._build_rules()
        self.lists = FormCard("clientLists", self.tr("Who may boot"), self)
        self.lists.add_note(self.tr("Hardware addresses, or how several begin (52:54:00), with commas between them."))
        self.allow: Field[tuple[MacPattern, ...]] = self.lists.add_text(
            "clientsAllow",
            self.tr("Only these"),
            (),
            read=list_reader(read_mac_pattern),
            show=show_list,
            hint=self.tr("everybody"),
        )
        self.deny: Field[tuple[MacPattern, ...]] = self.lists.add_text(
            "clientsDeny",
            self.tr("Never these"),
            (),
            read=list_reader(read_mac_pattern),
            show=show_list,
            hint=self.tr("nobody"),
        )
        self.needs_approval = self.lists.add_flag("clientsApprove", self.tr("Only computers I approve"))
        self.approved: Field[tuple[MacAddress, ...]] = self.lists.add_text(
            "clientsApproved",
            self.tr("Approved"),
            (),
            read=list_reader(read_mac),
            show=show_list,
            hint=self.tr("nobody yet"),
        )
        self.lists.edited.connect(self.edited)
        self.content.addWidget(self.frame)
        self.content.addWidget(self.lists)
        self.content.addStretch(1)

    def _build_rules(self) -> None:
        form = FormCard("rule", parent=self)
        form.add_note(
            self.tr("The first rule that fits a computer and says something wins. What is left empty fits everybody.")
        )
        self.archs = form.add_text(
            "ruleArchs",
            self.tr("Architecture"),
            frozenset[int](),
            read=read_archs,
            show=show_archs,
            hint=self.tr("every computer, or bios, x64, ia32, arm64"),
        )
        self.macs: Field[tuple[MacPattern, ...]] = form.add_text(
            "ruleMacs",
            self.tr("Hardware address"),
            (),
            read=list_reader(read_mac_pattern),
            show=show_list,
            hint="52:54:00",
        )
        self.uuids: Field[tuple[UUID, ...]] = form.add_text(
            "ruleUuids", self.tr("UUID"), (), read=list_reader(read_uuid), show=show_list
        )
        self.is_ignored = form.add_flag("ruleIgnored", self.tr("Gets no answer at all"))
        self.file = form.add_text("ruleFile", self.tr("Boot file"), "", read=read_line, show=str)
        self.script = form.add_text(
            "ruleScript", self.tr("iPXE script"), "", read=read_line, show=str, hint=self.tr("the boot menu")
        )
        self.shape = form.add_choice("ruleShape", self.tr("Shape of the offer"), RuleShape.ROOM, self._shape_words())
        self.next_server: Field[IPv4Address | None] = form.add_text(
            "ruleNextServer",
            self.tr("TFTP server"),
            None,
            read=read_optional_address,
            show=show_optional,
            hint=self.tr("the room's"),
        )
        self.frame = RowsFrame("rules", self.tr("Rules, the first that fits wins"), form, self)
        self.rules: Rows[BootRule] = Rows(
            self.frame,
            text_of=_rule_words,
            new_row=lambda: BootRule(frozenset(), is_ignored=True),
            to_form=self._to_form,
            from_form=self._from_form,
            on_edited=self.edited.emit,
        )

    def _shape_words(self) -> dict[RuleShape, str]:
        return {
            RuleShape.ROOM: self.tr("As the room's"),
            RuleShape.AUTO: self.tr("Automatic"),
            RuleShape.DIRECT: self.tr("The file with the offer"),
            RuleShape.BOOT_SERVER: self.tr("Asked for on port 4011"),
            RuleShape.MENU: self.tr("The firmware's menu"),
        }

    # --- the value ------------------------------------------------------------------------------------------------

    def set_profile(self, profile: Profile) -> None:
        if profile.boot.rules != self.rules.value:
            self.rules.set(profile.boot.rules)
        self.allow.set(profile.clients.allow)
        self.deny.set(profile.clients.deny)
        self.needs_approval.set(profile.clients.needs_approval)
        self.approved.set(profile.clients.approved)

    def edited_profile(self, profile: Profile) -> Profile:
        lists = ClientLists(self.allow.value, self.deny.value, self.needs_approval.value, self.approved.value)
        return replace(profile, boot=replace(profile.boot, rules=self.rules.value), clients=lists)

    def _to_form(self, rule: BootRule) -> None:
        self.archs.set(rule.archs)
        self.macs.set(rule.macs)
        self.uuids.set(rule.uuids)
        self.is_ignored.set(rule.is_ignored)
        self.file.set(rule.file)
        self.script.set(rule.script)
        self.shape.set(RuleShape.ROOM if rule.shape is None else RuleShape(rule.shape.value))
        self.next_server.set(rule.next_server)
        self.file.editor.setEnabled(not rule.is_ignored)

    def _from_form(self, _before: BootRule) -> BootRule:
        """A rule that says nothing could not be saved; it leaves the computers alone until it says something."""
        shape = None if self.shape.value is RuleShape.ROOM else OfferShape(self.shape.value.value)
        file = "" if self.is_ignored.value else self.file.value
        self.file.editor.setEnabled(not self.is_ignored.value)
        return BootRule(
            self.archs.value,
            file,
            self.macs.value,
            self.uuids.value,
            self.script.value,
            shape,
            self.next_server.value,
            self.is_ignored.value,
        )


def _rule_words(rule: BootRule) -> str:
    """`UEFI x64, 52:54:00: snponly.efi, script teacher.ipxe`: who, then what."""
    who = [archs_words(rule.archs)] if rule.archs else []
    who += [*map(str, rule.macs), *map(str, rule.uuids)]
    what = ["no answer"] if rule.is_ignored else [rule.file] if rule.file else []
    what += [f"iPXE runs {rule.script}"] if rule.script else []
    what += [f"shape {rule.shape}"] if rule.shape is not None else []
    what += [f"from {rule.next_server}"] if rule.next_server is not None else []
    return f"{', '.join(who) or EVERY_COMPUTER}: {', '.join(what) or 'says nothing yet'}"
