"""Figures for people, the same everywhere outside the table of clients, whose units must not jump."""

from __future__ import annotations

from fogportable.language import decimal, say


def size_words(size_bytes: int) -> str:
    """A file size: `922 bytes`, `108.8 kB`, `1.1 MB`, `12.0 GB`."""
    if size_bytes < 1000:
        return say("{count} bytes", count=size_bytes)
    for unit, scale in (("kB", 1e3), ("MB", 1e6)):
        if size_bytes < scale * 999.95:
            return f"{decimal(size_bytes / scale)} {unit}"
    return f"{decimal(size_bytes / 1e9)} GB"


def speed_words(speed_mbit_s: int) -> str:
    """The speed of a link: `100 Mb/s`, `1 Gb/s`, `2.5 Gb/s`."""
    return (
        f"{speed_mbit_s} Mb/s"
        if speed_mbit_s < 1000
        else f"{decimal(speed_mbit_s / 1000, 1 if speed_mbit_s % 1000 else 0)} Gb/s"
    )
