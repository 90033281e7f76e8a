"""How files travel: settings of the TFTP and HTTP services, for experts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: A block with its headers fits an Ethernet frame.
LARGEST_BLOCK = 1468
LARGEST_WINDOW = 64


@dataclass(frozen=True, slots=True)
class TftpSettings:
    """is_single_port: all transfers from port 69. port_range: local ports of transfers, None for the system's choice.

    block_size_limit: 8 to LARGEST_BLOCK octets. window_limit: 1 to LARGEST_WINDOW blocks. rolls_over_to_one: block
    numbers go from 65535 to 1 instead of 0. has_overlays: folders per computer and architecture come first.
    """

    is_single_port: bool = False
    port_range: tuple[int, int] | None = None
    block_size_limit: int = LARGEST_BLOCK
    window_limit: int = 16
    rolls_over_to_one: bool = False
    has_overlays: bool = True


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """is_enabled: serve HTTP and answer UEFI HTTP Boot. port: 0 takes 80, or 8080 where 80 is held."""

    is_enabled: bool = True
    port: int = 0


class FileRescue(StrEnum):
    """Why a file was given although it was not asked for by its very name, or not the one at the top was given."""

    BACKSLASHES = "backslashes"
    TRAILING_OCTET = "trailing_octet"
    ABSOLUTE_NAME = "absolute_name"
    LAYER_SUFFIX = "layer_suffix"
    LETTER_CASE = "letter_case"
    OVERLAY = "overlay"
