"""What events say to people."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.events import FileNotFound, FileRescued, Level
from fogportable.model import FileRescue


def test_a_name_tried_on_the_off_chance_is_no_warning() -> None:
    address = IPv4Address("10.0.0.9")
    assert FileNotFound(address=address, file="autoexec.ipxe", expected=True).level is Level.DETAIL
    assert FileNotFound(address=address, file="ipxe.efi", expected=False).level is Level.WARNING


def test_rescue_says_what_was_asked_what_was_given_and_why() -> None:
    event = FileRescued(
        address=IPv4Address("10.0.0.9"),
        asked="UNDIONLY.0",
        file="Undionly.kpxe",
        why=(FileRescue.LAYER_SUFFIX, FileRescue.LETTER_CASE),
        others=("undionly.kpxe",),
    )
    assert event.sentence() == (
        "a computer (10.0.0.9) asked for 'UNDIONLY.0' and is given Undionly.kpxe: without the layer number .0, capital"
        " and small letters taken as equal. Also there: undionly.kpxe."
    )
