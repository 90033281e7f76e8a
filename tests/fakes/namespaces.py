"""Network namespaces of our own to send in: a card of the kit, a wire, and the computer at its other end."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Interface

from fogportable.model import ServingInterface

_CLONE_NEWNET = 0x40000000

KIT_ADDRESS = IPv4Interface("10.77.0.2/24")


def missing_for_namespaces() -> str | None:
    """Why namespaces cannot be made here; None when they can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "network namespaces need root"
    try:
        Namespace().close()
    except OSError as problem:
        return f"this system makes no network namespaces: {problem}"
    return None


class Namespace:
    """An empty network of its own, gone once closed. `entered` moves the calling thread there and back."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._file = -1
        self._problem: OSError | None = None
        maker = threading.Thread(target=self._make)
        maker.start()
        maker.join()
        if self._problem is not None:
            raise self._problem
        self.run("ip", "link", "set", "lo", "up")

    def _make(self) -> None:
        try:
            self._check(self._libc.unshare(_CLONE_NEWNET))
            self._file = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        except OSError as problem:
            self._problem = problem

    @staticmethod
    def _check(result: int) -> None:
        if result != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    @property
    def path(self) -> str:
        """A name of this namespace for ip(8), which runs as our child."""
        return f"/proc/{os.getpid()}/fd/{self._file}"

    @contextlib.contextmanager
    def entered(self) -> Iterator[None]:
        """Sockets made inside stay there for good."""
        home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._check(self._libc.setns(self._file, _CLONE_NEWNET))
            try:
                yield
            finally:
                self._check(self._libc.setns(home, _CLONE_NEWNET))
        finally:
            os.close(home)

    def run(self, *command: str) -> None:
        with self.entered():
            subprocess.run(command, check=True, capture_output=True, timeout=20)

    def close(self) -> None:
        os.close(self._file)


@dataclass(frozen=True)
class Wire:
    """`kit0` in namespace `kit`, with 10.77.0.2/24; `pc0` at the other end in namespace `pc`, without address."""

    kit: Namespace
    pc: Namespace

    def serving(self, name: str = "kit0") -> ServingInterface:
        with self.kit.entered():
            return ServingInterface(name, socket.if_nametoindex(name), KIT_ADDRESS, name)


@contextlib.contextmanager
def wire() -> Iterator[Wire]:
    kit, pc = Namespace(), Namespace()
    try:
        kit.run("ip", "link", "add", "kit0", "type", "veth", "peer", "name", "pc0", "netns", pc.path)
        kit.run("ip", "addr", "add", str(KIT_ADDRESS), "dev", "kit0")
        kit.run("ip", "link", "set", "kit0", "up")
        pc.run("ip", "link", "set", "pc0", "up")
        yield Wire(kit, pc)
    finally:
        kit.close()
        pc.close()
