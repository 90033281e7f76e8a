"""Make the pictures of the guide from the scenes of `screenshots.py`: light, English, small files.

    python3 packaging/dev.py screenshots --guide

They are committed, so the guide has them in a clone and in every package. What a picture shows stands in the guide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

#: Where they lie.
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "guide" / "pictures"

#: As large as a page of the guide, so that letters are not drawn smaller than they are (logical px).
SIZE = QSize(1000, 640)

#: File to scene.
GUIDE_PICTURES: Mapping[str, str] = {
    "before-start": "before-start",
    "room": "serving",
    "journey": "journey",
    "seats": "seats",
    "approval": "approval",
    "stop-by-itself": "auto-stop",
    "firmware-menu": "boot-firmware-menu",
    "network-check": "network-plain",
    "fog": "fog",
    "save-session": "save-session",
    "explained": "opened-capture",
    "code": "code-lens",
    "report": "report",
    "preferences": "preferences",
}

#: A byte for each pixel.
_COLOURS = 256


def as_palette(picture: QImage) -> QImage:
    """With the colours that most of it has; the others, edges of letters, become the nearest of them."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    table = [colour for colour, _times in counted.most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def write_png(picture: QImage, file: Path) -> int:
    """As small as PNG gets; gives its size in bytes."""
    as_palette(picture).save(str(file), quality=0)  # 0: Qt's word for the best compression of PNG
    return file.stat().st_size
