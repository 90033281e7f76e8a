"""Does another machine use this laptop's own address? Asked by ARP, without claiming anything (RFC 5227 2.1.1)."""

from __future__ import annotations

import contextlib
import select
import time
from collections.abc import Callable

from fogportable.errors import Fault, FaultCode, ServiceError, describe
from fogportable.model import NetworkInterface
from fogportable.platform.arp import Sighting, ask_frame, hardware_of, receive_heard
from fogportable.platform.interfaces import list_interfaces, serving_interface
from fogportable.platform.packet_tap import hear_arp_too, open_tap
from fogportable.protocol.address import MacAddress
from fogportable.services.address_check import AddressCheck


def find_twin(interface: NetworkInterface, *, clock: Callable[[], float] = time.monotonic) -> Fault | None:
    """Who else uses the card's address. None when nobody answers, and where this user may not ask.

    Blocks for up to 0.7 s. Sends at most three ARP probes.
    """
    if interface.address is None or interface.unusable is not None:
        return None
    # Without the right, or when the card went down meanwhile, nothing is known, and nothing is claimed.
    with contextlib.suppress(ServiceError, OSError):
        return _ask(interface, clock)
    return None


def _ask(interface: NetworkInterface, clock: Callable[[], float]) -> Fault | None:
    card = serving_interface(interface)
    if card.device is None:
        return None
    ours = {each.mac for each in list_interfaces()}
    with open_tap(card) as tap:
        hear_arp_too(tap)
        own = hardware_of(tap)
        check = AddressCheck(lambda address: _send(tap.send, ask_frame(own, address)))
        check.begin(card.address.ip, clock())
        while not check.run_due(clock()):
            wait_s = max(0.0, (check.next_deadline() or 0.0) - clock())
            select.select([tap], [], [], wait_s)
            while (heard := receive_heard(tap)) is not None:
                if isinstance(heard, Sighting) and heard.address == card.address.ip and heard.mac not in ours:
                    return _taken(heard.mac, interface)
    return None


def _send(send: Callable[[bytes], int], frame: bytes) -> None:
    with contextlib.suppress(OSError):  # Nobody answers what was not sent, which is what is then said.
        send(frame)


def _taken(mac: MacAddress, interface: NetworkInterface) -> Fault:
    assert interface.address is not None
    return describe(FaultCode.ADDRESS_TAKEN, address=interface.address.ip, mac=mac)
