"""Our HTTP service as a program of its own, for measuring. Prints its port, ends when its input ends.

Usage: python -m tests.benchmarks.http_server FOLDER
"""

from __future__ import annotations

import socket
import sys
from ipaddress import IPv4Interface
from pathlib import Path

from fogportable.events import Event
from fogportable.model import ServingInterface
from fogportable.platform.tcp import open_tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint
from fogportable.services.files import FileStore
from fogportable.services.http_service import HttpService


def main(folder: str) -> None:
    interface = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None, 65536)
    listener = open_tcp(UdpEndpoint(SocketPurpose.HTTP, interface, 0))
    events: list[Event] = []
    crashes: list[Exception] = []
    service = HttpService(
        [(listener, interface)],
        FileStore(Path(folder)),
        emit=events.append,
        mac_of=lambda _: None,
        on_crash=crashes.append,
    )
    print(listener.getsockname()[1], flush=True)
    service.start()
    sys.stdin.read()
    service.stop()
    if crashes:
        raise crashes[0]


if __name__ == "__main__":
    main(sys.argv[1])
