"""OFFERs that are alike leave together: the kernel cuts them apart (UDP GSO), where it can."""

from __future__ import annotations

import socket
from collections.abc import Sequence

from fogportable.boot.stencils import FirstOffer
from fogportable.platform import udp
from fogportable.protocol.tftp import Burst, Octets
from fogportable.services.tftp_lines import WindowSender


class AlikeSender:
    """For one thread. A kernel or card that cannot do it is asked once."""

    def __init__(self) -> None:
        self._windows = WindowSender()

    def send(self, sock: socket.socket, alike: Sequence[FirstOffer], origin: udp.Origin) -> bool:
        """Send the OFFERs of one stencil at once.

        False: not all of them left, so that each has to be sent for itself. Who then gets it twice is not harmed.
        """
        if len(alike) < 2 or not self._windows.has_segmentation:
            return False
        stencil = alike[0].stencil
        destination = stencil.destination
        whole = memoryview(b"".join([stencil.write(each) for each in alike]))

        def send_one(offer: Octets) -> None:
            udp.send(sock, offer, destination, origin)

        try:
            datagrams = Burst(whole, len(whole) // len(alike))
            self._windows.send(sock, datagrams, send_one, origin, (str(destination[0]), destination[1]))
        except OSError:
            return False  # Why is told of each.
        return True
