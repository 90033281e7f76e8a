"""A TFTP load client as a program of its own: many readers at once in one thread, figures as JSON.

Usage: python -m tests.benchmarks.tftp_load ADDRESS PORT FILE CLIENTS SECONDS WINDOW
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time

_BLOCK_SIZE = 1456


class Reader:
    """Loads one file again and again. octets: of whole and running loads together."""

    def __init__(self, server: tuple[str, int], name: str, window: int, number: int) -> None:
        self.server = server
        self.window = window
        self.address = f"127.9.{number // 250}.{number % 250 + 1}"
        options = f"blksize\0{_BLOCK_SIZE}\0" + (f"windowsize\0{window}\0" if window > 1 else "")
        self.request = b"\0\1" + name.encode() + b"\0octet\0" + options.encode()
        self.octets = 0
        self.lost = 0
        self.buffer = bytearray(2048)
        self.sock = self.open()

    def open(self) -> socket.socket:
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind((self.address, 0))
        sock.setblocking(False)
        sock.sendto(self.request, self.server)
        self.block = 0
        self.is_connected = False
        return sock

    def on_readable(self) -> bool:
        """False when the file has ended."""
        if not self.is_connected:
            data, peer = self.sock.recvfrom(2048)
            assert data[:2] == b"\0\6", data
            self.sock.connect(peer)
            self.sock.send(b"\0\4\0\0")
            self.is_connected = True
            return True
        for _ in range(self.window):
            try:
                size = self.sock.recv_into(self.buffer)
            except BlockingIOError:
                return True
            number = self.buffer[2] << 8 | self.buffer[3]
            if number != (self.block + 1) & 0xFFFF:
                self.lost += 1
                self.sock.send(b"\0\4" + (self.block & 0xFFFF).to_bytes(2, "big"))
                continue
            self.block += 1
            self.octets += size - 4
            is_last = size - 4 < _BLOCK_SIZE
            if is_last or self.block % self.window == 0:
                self.sock.send(b"\0\4" + number.to_bytes(2, "big"))
            if is_last:
                return False
        return True


def main(arguments: list[str]) -> None:
    address, port, name, clients, seconds, window = arguments
    server = (address, int(port))
    readers = [Reader(server, name, int(window), number) for number in range(int(clients))]
    poll = select.epoll()
    by_descriptor = {}
    for reader in readers:
        by_descriptor[reader.sock.fileno()] = reader
        poll.register(reader.sock.fileno(), select.EPOLLIN)
    began = time.monotonic()
    ends = began + float(seconds)
    while time.monotonic() < ends:
        for descriptor, _ in poll.poll(1.0):
            reader = by_descriptor[descriptor]
            if not reader.on_readable():
                poll.unregister(descriptor)
                del by_descriptor[descriptor]
                reader.sock.close()
                reader.sock = reader.open()
                by_descriptor[reader.sock.fileno()] = reader
                poll.register(reader.sock.fileno(), select.EPOLLIN)
    passed_s = time.monotonic() - began
    for reader in readers:
        if reader.is_connected:
            reader.sock.send(b"\0\5\0\0done\0")
    octets = sum(reader.octets for reader in readers)
    json.dump({"octets": octets, "seconds": passed_s, "lost": sum(reader.lost for reader in readers)}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
