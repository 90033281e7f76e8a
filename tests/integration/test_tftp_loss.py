"""Lost datagrams over real sockets: how soon they come again."""

from __future__ import annotations

import time
from pathlib import Path

from tests.integration.tftp_bench import boot_folder, serving

_EDK2_LOAD = (("blksize", "1468"), ("windowsize", "4"))


def test_lost_window_of_a_quick_client_comes_again_before_a_second_has_passed(tmp_path: Path) -> None:
    """A second is what a client is waited for of whom nothing is known."""
    with serving(boot_folder(tmp_path)) as bench, bench.client() as client:
        client.ask(b"kernel", *_EDK2_LOAD)
        client.acknowledge(0)
        first = [client.receive() for _ in range(4)]
        begun = time.monotonic()
        assert [client.receive() for _ in range(4)] == first
        assert time.monotonic() - begun < 0.9
        client.abort()
