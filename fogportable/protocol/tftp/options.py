"""Which options of a request we take, and what we answer (RFC 2347, 2348, 2349, 7440).

Strict clients (EDK2 `Mtftp4RrqOackValid`) abort on an option they did not ask for, on a raised block or window size
and on a changed timeout. Refusing is done by leaving the option out; ERROR 8 would kill clients.
"""

from __future__ import annotations

from dataclasses import dataclass

from fogportable.protocol.tftp.packets import Request

#: RFC 1350: the block size without the option.
DEFAULT_BLOCK_SIZE = 512
#: IP 20 + UDP 8 + TFTP 4 octets, so that a block is never fragmented: many boot ROMs cannot reassemble.
HEADERS_SIZE = 32
#: What Ethernet carries unfragmented; also what EDK2 asks for.
LARGEST_BLOCK_SIZE = 1468
LARGEST_WINDOW_SIZE = 16
_SMALLEST_BLOCK_SIZE = 8
_LONGEST_TIMEOUT_S = 255
#: Longer numbers are junk; int() of thousands of digits is refused by Python anyway.
_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class OptionPolicy:
    """The most we grant. largest_block_size: octets, at least 8. largest_window_size: blocks, at least 1."""

    largest_block_size: int = LARGEST_BLOCK_SIZE
    largest_window_size: int = LARGEST_WINDOW_SIZE

    @classmethod
    def for_mtu(
        cls, mtu: int, block_size_limit: int = LARGEST_BLOCK_SIZE, window_limit: int = LARGEST_WINDOW_SIZE
    ) -> OptionPolicy:
        """mtu: octets of an IP packet on the serving interface. The limits are the technician's, octets and blocks."""
        largest = min(mtu - HEADERS_SIZE, LARGEST_BLOCK_SIZE, block_size_limit)
        return cls(max(_SMALLEST_BLOCK_SIZE, largest), max(1, window_limit))


@dataclass(frozen=True, slots=True)
class Terms:
    """What both sides agreed on.

    window_size: blocks. timeout_s: what the client asked for, None without. answer: the OACK's pairs in the client's
    order; empty means that there is no OACK and DATA 1 comes first.
    """

    block_size: int = DEFAULT_BLOCK_SIZE
    window_size: int = 1
    timeout_s: int | None = None
    answer: tuple[tuple[str, str], ...] = ()


def negotiate(request: Request, policy: OptionPolicy, size_bytes: int) -> Terms:
    """Take what we know and grant at most what was asked. Unknown options and junk values are left out."""
    block_size, window_size, timeout_s = DEFAULT_BLOCK_SIZE, 1, None
    answer: list[tuple[str, str]] = []
    for name, text in request.options:
        value = _number(text)
        if value is None:
            continue
        if name == "blksize" and value >= _SMALLEST_BLOCK_SIZE:
            block_size = min(value, policy.largest_block_size)
            answer.append((name, str(block_size)))
        elif name == "windowsize" and value >= 1:
            window_size = min(value, policy.largest_window_size)
            answer.append((name, str(window_size)))
        elif name == "timeout" and 1 <= value <= _LONGEST_TIMEOUT_S:
            timeout_s = value
            answer.append((name, text))
        elif name == "tsize":
            answer.append((name, str(size_bytes)))
    return Terms(block_size, window_size, timeout_s, tuple(answer))


def _number(text: str) -> int | None:
    """Decimal digits only. `atoi` in other servers turned `abc` into a block size of 1 and `-5` into the maximum."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        return None
    return int(text)
