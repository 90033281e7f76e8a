"""What became of a configuration of dnsmasq, for a picture."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from fogportable.ui.views.main_window import MainWindow

#: What people copy from the wiki, with a line that nobody knows.
_DNSMASQ = """port=0
log-dhcp
tftp-root=/tftpboot
dhcp-boot=pxelinux.0
dhcp-option=17,/images
dhcp-option=vendor:PXEClient,6,2b
dhcp-no-override
pxe-prompt="Press F8 for boot menu", 3
pxe-service=X86PC, "Boot from network", pxelinux
pxe-service=X86PC, "Boot from local hard disk", 0
dhcp-range=192.168.1.10,proxy
dhcp-range=192.168.0.20,192.168.0.250,8h
dhcp-rnage=192.168.0.20
"""


def import_report(window: MainWindow, look: Callable[[], None]) -> None:
    """A dialog: the picture is of it alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ltsp.conf"
        file.write_text(_DNSMASQ)
        window.import_desk.read((file,))
        look()
    dialog = window.import_desk.dialog
    if dialog is not None:
        dialog.resize(dialog.size().boundedTo(window.size()))
        dialog.table.selectRow(5)
