"""How files travel: TFTP's limits, and HTTP."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fogportable.model import LARGEST_BLOCK, LARGEST_WINDOW, HttpSettings, TftpSettings
from fogportable.ui.fields.field import Field
from fogportable.ui.fields.form_card import FormCard

_LARGEST_PORT = 65535


class TransportCard(FormCard):
    """Edits `Profile.tftp` and `Profile.http`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("transportCard", "", parent)
        self._dress(self.tr("How files travel"))
        self.single_port = self.add_flag("tftpSinglePort", self.tr("TFTP: all transfers from port 69"))
        self.port_range: Field[tuple[int, int] | None] = self.add_text(
            "tftpPorts",
            self.tr("TFTP: local ports"),
            None,
            read=self._read_range,
            show=_show_range,
            hint=self.tr("the system's choice, or 50000-50100"),
        )
        self.block = self.add_number(
            "tftpBlock", self.tr("TFTP: largest block"), LARGEST_BLOCK, low=8, high=LARGEST_BLOCK, unit="bytes"
        )
        self.window_limit = self.add_number(
            "tftpWindow", self.tr("TFTP: blocks in a row"), 16, low=1, high=LARGEST_WINDOW
        )
        self.rollover = self.add_flag("tftpRollover", self.tr("TFTP: block numbers go from 65535 to 1"))
        self.overlays = self.add_flag(
            "tftpOverlays", self.tr("Folders for one computer or architecture come first"), True
        )
        self.http_on = self.add_flag("httpOn", self.tr("Serve HTTP too, and answer UEFI HTTP Boot"), True)
        self.http_port = self.add_number(
            "httpPort", self.tr("HTTP port"), 0, low=0, high=_LARGEST_PORT, lowest_word=self.tr("80, or 8080")
        )

    def set_settings(self, tftp: TftpSettings, http: HttpSettings) -> None:
        """Show other settings."""
        self.single_port.set(tftp.is_single_port)
        self.port_range.set(tftp.port_range)
        self.block.set(tftp.block_size_limit)
        self.window_limit.set(tftp.window_limit)
        self.rollover.set(tftp.rolls_over_to_one)
        self.overlays.set(tftp.has_overlays)
        self.http_on.set(http.is_enabled)
        self.http_port.set(http.port)

    def tftp(self) -> TftpSettings:
        """As shown."""
        return TftpSettings(
            self.single_port.value,
            self.port_range.value,
            self.block.value,
            self.window_limit.value,
            self.rollover.value,
            self.overlays.value,
        )

    def http(self) -> HttpSettings:
        """As shown."""
        return HttpSettings(self.http_on.value, self.http_port.value)

    def _read_range(self, text: str) -> tuple[int, int] | None:
        if not text.strip():
            return None
        first, _, last = (part.strip() for part in text.partition("-"))
        if not (first.isdecimal() and last.isdecimal()) or not 1 <= int(first) <= int(last) <= _LARGEST_PORT:
            raise ValueError(self.tr("Local ports are written as 50000-50100."))
        return int(first), int(last)


def _show_range(ports: tuple[int, int] | None) -> str:
    return "" if ports is None else f"{ports[0]}-{ports[1]}"
