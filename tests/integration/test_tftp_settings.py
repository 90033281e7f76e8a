"""What experts can set about TFTP, over loopback sockets, and what is told about names that were not quite right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.events import FileRescued, TransferFinished, TransferStarted
from fogportable.model import FileRescue
from tests.integration.tftp_bench import MAC, Bench, boot_folder, serving


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with serving(boot_folder(tmp_path / "boot")) as bench:
        yield bench


def _content(bench: Bench, name: str) -> bytes:
    return (bench.root / name).read_bytes()


def test_rescue_is_told_once(bench: Bench) -> None:
    with bench.client() as client:
        for _ in range(3):
            assert client.load(b"\\IPXE.EFI.0") == _content(bench, "ipxe.efi")
    told = bench.next_event(FileRescued)
    assert (told.client, told.asked, told.file) == (MAC, "\\IPXE.EFI.0", "ipxe.efi")
    assert told.why == (FileRescue.BACKSLASHES, FileRescue.LAYER_SUFFIX, FileRescue.LETTER_CASE)
    for _ in range(3):
        bench.next_event(TransferStarted)
        bench.next_event(TransferFinished)
