"""A service of ours as a program of its own, for measuring. Prints its port, ends when its input ends.

Usage: python -m tests.benchmarks.standalone tftp|http FOLDER
"""

from __future__ import annotations

import socket
import sys
from ipaddress import IPv4Interface
from pathlib import Path

from fogportable.events import Event
from fogportable.model import ServingInterface
from fogportable.platform.tcp import open_tcp
from fogportable.platform.udp import SocketPurpose, UdpEndpoint, open_udp
from fogportable.services.files import FileStore
from fogportable.services.http_service import HttpService
from fogportable.services.tftp_service import TftpService


def main(kind: str, folder: str) -> None:
    interface = ServingInterface("lo", socket.if_nametoindex("lo"), IPv4Interface("127.0.0.1/8"), None, 65536)
    is_http = kind == "http"
    endpoint = UdpEndpoint(SocketPurpose.HTTP if is_http else SocketPurpose.TFTP, interface, 0)
    listener = open_tcp(endpoint) if is_http else open_udp(endpoint)
    events: list[Event] = []
    crashes: list[Exception] = []
    make: type[HttpService | TftpService] = HttpService if is_http else TftpService
    service = make(
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
    main(sys.argv[1], sys.argv[2])
