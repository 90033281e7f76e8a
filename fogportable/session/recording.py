"""A recording as a capture file that Wireshark and `explain` read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

from fogportable import __version__
from fogportable.session.packet_words import comment_of
from fogportable.session.recorder import Direction, RecordedPacket

_LEFT_OUT = """\
Headers of Ethernet, IP, UDP and TCP are made up of what the sockets told: addresses, ports and lengths are true; IP \
numbers, checksums of UDP and TCP and the bounds of TCP segments are not, and an unknown hardware address is 0.
Left out: all blocks of a TFTP transfer but the first (the last one is told by its head), ACKs in between, the content \
of HTTP answers, how TCP connections begin and end, ICMP, ARP, and what other computers say to each other. Of other \
servers only DHCP answers that reached this machine are here."""


def write_recording(
    file: BinaryIO,
    packets: Sequence[RecordedPacket],
    *,
    dropped: int,
    remark: str = "",
    mask: Callable[[str], str] = lambda text: text,
) -> None:
    """Write what `Recorder.packets` gave as pcapng. Raises OSError.

    remark: more for the file's comment. mask: hides what comments tell.
    """
    from fogportable.diagnostics.pcapng import WrittenPacket, write_pcapng

    cards = tuple(dict.fromkeys(each.packet.card for each in packets))
    lines = [f"Recorded by FOG Portable {__version__} on its own ports.", _LEFT_OUT]
    if dropped:
        lines.append("Older packets gave way to newer ones: the beginning is missing.")
    if remark:
        lines.append(remark)
    write_pcapng(
        file,
        program=f"FOG Portable {__version__}",
        comment="\n".join(lines),
        cards=cards,
        packets=(
            WrittenPacket(
                cards.index(each.packet.card),
                each.time,
                each.frame,
                each.frame_length,
                each.direction is Direction.OUT,
                mask(comment_of(each)),
            )
            for each in packets
        ),
    )
