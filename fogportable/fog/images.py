"""Images of a FOG server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogportable.errors import FaultCode, FogError
from fogportable.fog.entry import Entry, flag_of, number_of, part_of, text_of, time_of

_SIZES = re.compile(r"[0-9]+(?::[0-9]*)*|[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class FogImage:
    """An image. size_bytes: what its partitions hold unpacked; None where nothing was captured yet, or none is told.

    storage_group: the name of the one whose nodes serve it, "" where the server does not tell. last_deployed: "" for
    never.
    """

    number: int
    name: str
    path: str = ""
    system: str = ""
    kind: str = ""
    size_bytes: int | None = None
    storage_group: str = ""
    last_deployed: str = ""
    is_enabled: bool = True
    is_protected: bool = False

    @property
    def is_captured(self) -> bool:
        """Whether there is something in it that a capture would replace, as far as the server tells."""
        return self.size_bytes is not None or bool(self.last_deployed)


def read_image(entry: Entry) -> FogImage | None:
    """An image of either generation; None for an entry without a number."""
    number = number_of(entry, "id")
    if number is None:
        return None
    return FogImage(
        number,
        text_of(entry, "name") or f"image {number}",
        path=text_of(entry, "path"),
        system=text_of(entry, "osname") or text_of(part_of(entry, "os"), "name"),
        kind=text_of(entry, "imagetypename") or text_of(part_of(entry, "imagetype"), "name"),
        size_bytes=_size(text_of(entry, "size", longest=2000)),
        storage_group=text_of(entry, "storagegroupname"),
        last_deployed=time_of(entry, "deployed"),
        is_enabled=flag_of(entry, "isEnabled", otherwise=True),
        is_protected=flag_of(entry, "protected"),
    )


def _size(written: str) -> int | None:
    """`8589934592:` and `524288000:8589934592:`, a size for each partition."""
    if not _SIZES.fullmatch(written):
        return None
    return int(sum(float(part) for part in written.split(":") if part)) or None


def find_image(images: Sequence[FogImage], word: str, server: object) -> FogImage:
    """The image that somebody means by its name or number. Raises FogError."""
    wanted = word.strip().lower()
    for image in images:
        if image.name.lower() == wanted:
            return image
    for image in images:
        if str(image.number) == wanted:
            return image
    raise FogError(FaultCode.FOG_IMAGE_UNKNOWN, address=server, name=word)
