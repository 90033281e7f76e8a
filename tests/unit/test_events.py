"""What events say to people."""

from __future__ import annotations

from ipaddress import IPv4Address

from fogportable.events import FileNotFound, Level


def test_a_name_tried_on_the_off_chance_is_no_warning() -> None:
    address = IPv4Address("10.0.0.9")
    assert FileNotFound(address=address, file="autoexec.ipxe", expected=True).level is Level.DETAIL
    assert FileNotFound(address=address, file="ipxe.efi", expected=False).level is Level.WARNING
