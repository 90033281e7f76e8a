"""A packet taken apart in words, by scapy: for a person who looks at it, never while serving."""

from __future__ import annotations


def dissect(frame: bytes) -> str:
    """What an Ethernet frame holds, a line for each field, layers set apart. Blocks: scapy is read at first use.

    What scapy cannot take apart it leaves as octets.
    """
    # Here: takes a second. The others teach UDP its ports.
    from scapy.layers import dhcp, inet, l2, tftp  # noqa: F401

    return "\n".join(_tidied(l2.Ether(frame).show(dump=True)))


def _tidied(text: str) -> list[str]:
    """scapy's own lines, its headings in plain writing."""
    lines: list[str] = []
    for line in text.splitlines():
        is_heading = line.lstrip().startswith("###[")
        if is_heading and lines:
            lines.append("")
        lines.append(line.strip().strip("#[] ") if is_heading else f"  {line.strip()}".rstrip())
    return lines
