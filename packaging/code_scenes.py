"""Pictures of the question what a computer's screen means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from fogportable.model import ClientDiagnosis, ClientStage
from fogportable.ui.dialogs.code_lens import CodeLensDialog
from fogportable.ui.views.main_window import MainWindow
from tests.fakes.kit import FakeKit
from tests.fakes.session import make_client

_BLOCKED = ClientDiagnosis(
    "tftp-data-blocked",
    "likely",
    "The computer asks 192.168.1.20 for snponly.efi, and the answers do not reach it.",
    "Open UDP port 69 and the ports of transfers in the firewall of this laptop.",
)


def _lens(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    """A code that fits what was seen."""
    stuck = make_client(7, ClientStage.NEEDS_YOU, diagnosis=_BLOCKED)
    dialog = CodeLensDialog(kit.codes, window)
    dialog.take_clients((make_client(3), stuck))
    dialog.choose((stuck,))
    dialog.field.setText("pxe-e32")
    return dialog


def _lens_open(window: MainWindow, kit: FakeKit, look: Callable[[], None]) -> QDialog:
    """While somebody types, no computer chosen."""
    dialog = CodeLensDialog(kit.codes, window)
    dialog.take_clients((make_client(3),))
    dialog.field.setText("pxe-e")
    return dialog


CODE_SCENES: dict[str, Callable[[MainWindow, FakeKit, Callable[[], None]], QDialog]] = {
    "code-lens": _lens,
    "code-lens-typing": _lens_open,
}
