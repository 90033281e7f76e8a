"""For experts and difficult rooms: shapes of offers, further options, and how files travel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fogportable.config.profile import Profile
from fogportable.ui.kit import Kit
from fogportable.ui.views.profile_side import ProfileSide
from fogportable.ui.widgets.learned_card import LearnedCard
from fogportable.ui.widgets.offer_card import OfferCard
from fogportable.ui.widgets.options_card import OptionsCard
from fogportable.ui.widgets.transport_card import TransportCard


class ExpertSide(ProfileSide):
    """Edits what the other sides leave: each card its part of the profile."""

    name = "bootSideExpert"

    @classmethod
    def tab_words(cls) -> str:
        return QCoreApplication.translate("ExpertSide", "Expert")

    @staticmethod
    def is_used_by(profile: Profile) -> bool:
        """Whether a profile has anything of what is edited here other than usual."""
        usual = Profile()
        boot = replace(profile.boot, set="", root="", rules=())
        parts = (boot, profile.options, profile.tftp, profile.http, profile.network.relays)
        return parts != (usual.boot, usual.options, usual.tftp, usual.http, usual.network.relays)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setObjectName(self.name)
        self.offer, self.options, self.transport = OfferCard(self), OptionsCard(kit, self), TransportCard(self)
        self.learned = LearnedCard(kit, self)
        for card in (self.offer, self.learned, self.options, self.options.frame, self.transport):
            self.content.addWidget(card)
        self.content.addStretch(1)
        for edited in (self.offer.edited, self.options.edited, self.options.frame.edited, self.transport.edited):
            edited.connect(self.edited)

    def set_profile(self, profile: Profile) -> None:
        self.offer.set_profile(profile)
        self.options.set_options(profile.options)
        self.transport.set_settings(profile.tftp, profile.http)

    def edited_profile(self, profile: Profile) -> Profile:
        edited = self.offer.edited_profile(profile)
        return replace(edited, options=self.options.options(), tftp=self.transport.tftp(), http=self.transport.http())
