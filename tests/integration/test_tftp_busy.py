"""A client that asks for many names one after the other is not refused for transfers that it has ended itself."""

from __future__ import annotations

import threading
from pathlib import Path

from fogportable.protocol.tftp import Opcode, opcode_of
from fogportable.services.tftp_service import MOST_TRANSFERS_PER_CLIENT
from tests.integration.said import WAIT_S
from tests.integration.tftp_bench import boot_folder, serving


def test_ends_that_wait_unread_count_before_a_client_is_refused(tmp_path: Path) -> None:
    with serving(boot_folder(tmp_path)) as bench:
        probes = [bench.client() for _ in range(MOST_TRANSFERS_PER_CLIENT)]
        for probe in probes:
            assert opcode_of(probe.ask(b"ipxe.efi", ("tsize", "0"))) == Opcode.OACK
        # The thread is busy elsewhere: the next request is read before the ends that came meanwhile.
        is_held, is_free = threading.Event(), threading.Event()

        def hold() -> None:
            is_held.set()
            is_free.wait(WAIT_S)

        bench.service.call_soon(hold)
        assert is_held.wait(WAIT_S)
        with bench.client() as late:
            late.request(b"ipxe.efi", ("tsize", "0"))
            for probe in probes:
                probe.abort()
            is_free.set()
            assert opcode_of(late.receive()) == Opcode.OACK
        for probe in probes:
            probe.sock.close()
