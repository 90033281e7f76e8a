"""What would become of one computer, were it answered from here."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address

from fogportable.errors import Fault
from fogportable.language import say
from fogportable.model.network_look import OurChance, ProbeAsker
from fogportable.protocol.address import MacAddress


@dataclass(frozen=True, slots=True)
class Foresight:
    """One computer. file: what it would be offered here, "" for a menu or nothing. silence: why nothing; "" otherwise.

    fault: what is wrong with that file, or why there is none. is_left_alone: silence is as wanted. chance: that it
    boots from here. other: whom it follows instead, as far as was heard. lease_heard: False when its address came
    unseen, so that an ordinary lease is taken for granted. arch: option 93. uuid: as it sends it, "" for none.
    """

    mac: MacAddress
    asker: ProbeAsker
    firmware: str
    chance: OurChance
    file: str = ""
    silence: str = ""
    fault: Fault | None = None
    other: IPv4Address | None = None
    other_file: str = ""
    lease_heard: bool = False
    is_left_alone: bool = False
    interface: str = ""
    arch: int | None = None
    uuid: str = ""

    def sentence(self) -> str:
        """`52:54:00:12:34:56 (UEFI x64 (7)) would boot ipxe.efi from here.`"""
        who = f"{self.mac} ({self.firmware})"
        if self.silence:
            beside = say(" and follow {other}", other=self.other) if self.other is not None else ""
            return say(
                "{who} would get no answer from here{beside}: {silence}.",
                who=who,
                beside=beside,
                silence=say(self.silence),
            )
        what, instead = self._what(), self._instead()
        match self.chance:
            case OurChance.SURE:
                return say("{who} would boot {what} from here.", who=who, what=what)
            case OurChance.DEPENDS:
                return say(
                    "{who} would boot {what} from here or {instead}: the first answer decides.",
                    who=who,
                    what=what,
                    instead=instead,
                )
            case OurChance.NONE if self.other is not None:
                return say("{who} would follow {other} and not boot from here.", who=who, other=self.other)
        return say("{who} would be offered {what} from here, and has no address to use it with.", who=who, what=what)

    def row_words(self) -> str:
        """The same without the computer's name, as the row of a table says it."""
        if self.silence:
            return say("Would get no answer: {silence}", silence=say(self.silence))
        if self.fault is not None:
            return self.fault.message
        what = self._what()
        match self.chance:
            case OurChance.SURE:
                return say("Would boot {what}", what=what)
            case OurChance.DEPENDS:
                return say(
                    "Would boot {what} or {instead}: the first answer decides", what=what, instead=self._instead()
                )
            case OurChance.NONE if self.other is not None:
                return say("Would follow {other} and not boot from here", other=self.other)
        return say("Would be offered {what}, and has no address to use it with", what=what)

    def _what(self) -> str:
        return self.file or say("the firmware's menu")

    def _instead(self) -> str:
        other_file = self.other_file or say("what is offered there")
        return say("{other_file} from {other}", other_file=other_file, other=self.other)
