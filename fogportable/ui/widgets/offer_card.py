"""How firmware is told what to boot, and which networks are served."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address, IPv4Network

from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.model import IpxeClients, OfferShape
from fogportable.ui.fields.field import Field
from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.fields.parsing import list_reader, read_network, read_optional_address, show_list, show_optional


class OfferCard(FormCard):
    """Edits shape, iPXE's part and next server of `Profile.boot`, and the relays of `Profile.network`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("offerCard", "", parent)
        self._dress(self.tr("How firmware is told"))
        shapes = {
            OfferShape.AUTO: self.tr("Automatic: who ignores one shape gets the next"),
            OfferShape.DIRECT: self.tr("The file with the offer"),
            OfferShape.BOOT_SERVER: self.tr("Asked for on port 4011"),
            OfferShape.MENU: self.tr("The firmware's menu"),
        }
        ipxe = {
            IpxeClients.SCRIPT: self.tr("The boot menu, as a script"),
            IpxeClients.FIRMWARE: self.tr("The same as firmware (PXELINUX, GRUB)"),
        }
        self.shape = self.add_choice("offerShape", self.tr("Shape of the offer"), OfferShape.AUTO, shapes)
        self.ipxe = self.add_choice("ipxeClients", self.tr("What iPXE gets"), IpxeClients.SCRIPT, ipxe)
        self.next_server: Field[IPv4Address | None] = self.add_text(
            "nextServer",
            self.tr("Other TFTP server"),
            None,
            read=read_optional_address,
            show=show_optional,
            hint=self.tr("this laptop"),
        )
        self.relays: Field[tuple[IPv4Network, ...]] = self.add_text(
            "relays",
            self.tr("Networks behind relays"),
            (),
            read=list_reader(read_network),
            show=show_list,
            hint=self.tr("none, or 192.168.2.0/24"),
        )

    def set_profile(self, profile: Profile) -> None:
        """Show its part of the profile."""
        self.shape.set(profile.boot.shape)
        self.ipxe.set(profile.boot.ipxe_clients)
        self.next_server.set(profile.boot.next_server)
        self.relays.set(profile.network.relays)

    def edited_profile(self, profile: Profile) -> Profile:
        """The profile with what is shown here."""
        boot = replace(
            profile.boot,
            shape=self.shape.value,
            ipxe_clients=self.ipxe.value,
            next_server=self.next_server.value,
        )
        return replace(profile, boot=boot, network=replace(profile.network, relays=self.relays.value))
