"""A network of our own: the only place where addresses are given out."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import IPv4Address

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.errors import FaultCode
from fogportable.model import LONGEST_LEASE_S, SHORTEST_LEASE_S, PrivateNetwork, StaticHost, suggested_range
from fogportable.protocol.address import MacAddress
from fogportable.ui.fields.field import Field
from fogportable.ui.fields.form_card import FormCard
from fogportable.ui.fields.parsing import (
    list_reader,
    read_address,
    read_line,
    read_mac,
    read_optional_address,
    show_list,
    show_optional,
)
from fogportable.ui.fields.rows_card import Rows, RowsFrame
from fogportable.ui.kit import Kit
from fogportable.ui.surroundings import Surrounding
from fogportable.ui.views.profile_side import ProfileSide
from fogportable.ui.widgets.card_picker import CardPicker
from fogportable.ui.widgets.problem_line import ProblemLine

#: Where nothing else is known.
_NEW = PrivateNetwork("", IPv4Address("192.168.50.100"), IPv4Address("192.168.50.200"))

_MISPLACED = frozenset({FaultCode.PRIVATE_NETWORK_MISPLACED, FaultCode.PRIVATE_NETWORK_HOST_MISPLACED})


class PrivateNetworkSide(ProfileSide):
    """Edits `Profile.private_network`; off, the profile has none."""

    name = "bootSidePrivateNetwork"

    @classmethod
    def tab_words(cls) -> str:
        return QCoreApplication.translate("PrivateNetworkSide", "Private network")

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setObjectName(self.name)
        self._proxied: tuple[str, ...] = ()
        self._found = Surrounding()
        self._suggested: tuple[IPv4Address, ...] = (_NEW.first, _NEW.last)
        self.card = FormCard("privateNetwork", self.tr("A network of your own"), self)
        self.card.add_note(
            self.tr(
                "For a card on which nobody else gives addresses, such as a bare switch in a gym. FOG Portable looks "
                "before it starts, refuses where another DHCP server answers, and falls silent when one appears."
            )
        )
        self.is_on = self.card.add_flag("privateOn", self.tr("Give addresses on a card of its own"))
        self._build_fields()
        self._build_hosts()
        self.problem = ProblemLine(self.card)
        self.card.body.addWidget(self.problem)
        for widget in (self.card, self.frame):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.card.edited.connect(self._on_edited)
        self._show_state()

    def _build_fields(self) -> None:
        card = self.card
        self.picker = CardPicker(card)
        self.interface = card.add_card("privateInterface", self.tr("Network card"), self.picker)
        self.picker.setAccessibleDescription(self.tr("The network card on which addresses are given"))
        self.first = card.add_text("privateFirst", self.tr("First address"), _NEW.first, read=read_address, show=str)
        self.last = card.add_text("privateLast", self.tr("Last address"), _NEW.last, read=read_address, show=str)
        self.lease = card.add_number(
            "privateLease", self.tr("Lease time"), _NEW.lease_s, low=SHORTEST_LEASE_S, high=LONGEST_LEASE_S, unit="s"
        )
        self.router: Field[IPv4Address | None] = card.add_text(
            "privateRouter", self.tr("Router"), None, read=read_optional_address, show=show_optional, hint="none"
        )
        self.dns: Field[tuple[IPv4Address, ...]] = card.add_text(
            "privateDns", self.tr("Name servers"), (), read=list_reader(read_address), show=show_list, hint="none"
        )
        self.domain = card.add_text("privateDomain", self.tr("Domain"), "", read=read_line, show=str, hint="none")

    def _build_hosts(self) -> None:
        form = FormCard("privateHost", parent=self)
        self.mac = form.add_text("hostMac", self.tr("Hardware address"), MacAddress(bytes(6)), read=read_mac, show=str)
        self.address = form.add_text("hostAddress", self.tr("Address"), _NEW.first, read=read_address, show=str)
        self.host_name = form.add_text("hostName", self.tr("Name"), "", read=read_line, show=str)
        self.is_infinite = form.add_flag("hostInfinite", self.tr("The lease never ends"))
        self.frame = RowsFrame("hosts", self.tr("Computers that always get the same address"), form, self)
        self.hosts: Rows[StaticHost] = Rows(
            self.frame,
            text_of=lambda host: " · ".join(filter(None, (str(host.mac), str(host.address), host.name))),
            new_row=lambda: StaticHost(MacAddress(bytes.fromhex("525400000001")), self.first.value),
            to_form=self._to_form,
            from_form=lambda _: StaticHost(
                self.mac.value, self.address.value, self.host_name.value, self.is_infinite.value
            ),
            on_edited=self._on_edited,
        )

    # --- the value ------------------------------------------------------------------------------------------------

    def set_profile(self, profile: Profile) -> None:
        self.is_on.set(profile.private_network is not None)
        self._show_network(profile.private_network or _NEW)
        if profile.private_network is not None:
            self._suggested = ()  # Somebody chose this range.

    def forget(self) -> None:
        """What was switched off is kept for when it is switched on again, but not beyond its profile."""
        if not self.is_on.value:
            self._show_network(_NEW)

    def look_around(self, found: Surrounding) -> None:
        self._found = found
        self.picker.set_interfaces(found.interfaces)
        self._show_state()

    def _show_network(self, network: PrivateNetwork) -> None:
        self._suggested = (_NEW.first, _NEW.last)
        self.interface.set(network.interface)
        self.first.set(network.first)
        self.last.set(network.last)
        self.lease.set(network.lease_s)
        self.router.set(network.router)
        self.dns.set(network.dns)
        self.domain.set(network.domain)
        self.hosts.set(network.hosts)
        self._show_state()

    def look_at(self, profile: Profile) -> None:
        self._proxied = profile.network.interfaces
        self._show_state()

    def edited_profile(self, profile: Profile) -> Profile:
        return replace(profile, private_network=self._network() if self.is_on.value else None)

    def _network(self) -> PrivateNetwork:
        return PrivateNetwork(
            self.interface.value,
            self.first.value,
            self.last.value,
            self.lease.value,
            self.router.value,
            self.dns.value,
            self.domain.value,
            self.hosts.value,
        )

    def _to_form(self, host: StaticHost) -> None:
        self.mac.set(host.mac)
        self.address.set(host.address)
        self.host_name.set(host.name)
        self.is_infinite.set(host.is_infinite)

    def _on_edited(self) -> None:
        self._suggest()
        self._show_state()
        self.edited.emit()

    def _suggest(self) -> None:
        """Addresses of the chosen card's network, in the fields in which nobody has typed."""
        card = self.picker.interface()
        fitting = suggested_range(card.address) if card is not None and card.address is not None else None
        if fitting is None or fitting == self._suggested:
            return
        for field, before, now in zip((self.first, self.last), self._suggested, fitting, strict=False):
            if field.value == before and not field.problem.words:
                field.set(now)
        self._suggested = fitting if self._suggested else ()

    def _show_state(self) -> None:
        """What is off cannot be typed; what cannot start is said."""
        is_on = self.is_on.value
        fields = (self.interface, self.first, self.last, self.lease, self.router, self.dns, self.domain)
        for field in fields:
            field.editor.setEnabled(is_on)
        self.frame.setEnabled(is_on)
        if not is_on:
            self.problem.set_nothing(self.tr("No address is given out"), "")
        elif not self.interface.value:
            self.problem.set_problem(self.tr("Choose the card on which addresses are given."))
        else:
            self.problem.set_problem(self._problem_of(self.interface.value))

    def _problem_of(self, name: str) -> str:
        """What keeps addresses from being given on this card, as far as the fields and the last look tell."""
        if name in self._proxied:
            words = self.tr("{card} is served already, and the site gives the addresses there.")
            return words.format(card=name)
        if self.last.value < self.first.value:
            return self.tr("The last address comes before the first one.")
        card = self.picker.interface()
        if card is None:
            return self.tr("{card} is not there now.").format(card=name) if self._found.interfaces else ""
        if card.unusable is not None:
            return str(card.unusable)
        faults = (fault for finding in self._found.findings for fault in finding.faults)
        return next((str(fault) for fault in faults if fault.code in _MISPLACED), "")
