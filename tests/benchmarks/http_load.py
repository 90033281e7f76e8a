"""An HTTP load client as a program of its own: many readers at once in one thread, figures as JSON.

Bodies are dropped in the kernel (MSG_TRUNC, tcp(7)), so that the reader costs little beside the server.

Usage: python -m tests.benchmarks.http_load ADDRESS PORT FILE CLIENTS SECONDS
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time

_STEP_BYTES = 1 << 20
#: Where nothing is ever written to.
_NOTHING = bytearray(_STEP_BYTES)


class Reader:
    """Loads one file again and again over one connection. octets: of bodies. loads: whole ones."""

    def __init__(self, server: tuple[str, int], name: str, number: int) -> None:
        self.sock = socket.socket()
        self.sock.bind((f"127.9.{number // 250}.{number % 250 + 1}", 0))
        self.sock.connect(server)
        self.request = f"GET /{name} HTTP/1.1\r\nHost: kit\r\n\r\n".encode()
        self.octets = 0
        self.loads = 0
        self.left = 0
        self.sock.sendall(self.request)
        self.sock.setblocking(False)

    def on_readable(self) -> None:
        try:
            if self.left:
                self._read_body()
            else:
                self._read_head()
        except BlockingIOError:
            return
        if not self.left:
            self.loads += 1
            self.sock.sendall(self.request)

    def _read_head(self) -> None:
        data = self.sock.recv(4096)
        head, _, body = data.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 "), head
        (length,) = (line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        self.left = int(length.split(b":")[1]) - len(body)
        self.octets += len(body)

    def _read_body(self) -> None:
        count = self.sock.recv_into(_NOTHING, min(self.left, _STEP_BYTES), socket.MSG_TRUNC)
        assert count, "the server closed"
        self.octets += count
        self.left -= count


def main(arguments: list[str]) -> None:
    address, port, name, clients, seconds = arguments
    readers = [Reader((address, int(port)), name, number) for number in range(int(clients))]
    poll = select.epoll()
    by_descriptor = {reader.sock.fileno(): reader for reader in readers}
    for descriptor in by_descriptor:
        poll.register(descriptor, select.EPOLLIN)
    began = time.monotonic()
    ends = began + float(seconds)
    while time.monotonic() < ends:
        for descriptor, _ in poll.poll(1.0):
            by_descriptor[descriptor].on_readable()
    passed_s = time.monotonic() - began
    figures = {
        "octets": sum(reader.octets for reader in readers),
        "loads": sum(reader.loads for reader in readers),
        "seconds": passed_s,
    }
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
