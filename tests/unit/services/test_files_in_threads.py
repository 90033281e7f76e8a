"""The file store shared by threads: nobody waits for another's disk, and a file is opened once for all."""

from __future__ import annotations

import os
import queue
import threading
from pathlib import Path

import pytest

from fogportable.services import files
from fogportable.services.files import FileStore, OpenFile


def test_a_file_that_is_read_slowly_holds_up_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow").write_bytes(b"slow")
    (tmp_path / "quick").write_bytes(b"quick!")
    reading, spins_again, read = threading.Event(), threading.Event(), files._read

    def hang(descriptor: int, offset: int, length: int) -> bytes:
        if length == 4:
            reading.set()
            assert spins_again.wait(30)
        return read(descriptor, offset, length)

    monkeypatch.setattr(files, "_read", hang)
    store = FileStore(tmp_path, {"boot.ipxe": b"#!ipxe"})
    opened: queue.Queue[OpenFile] = queue.Queue()
    waiting = threading.Thread(target=lambda: opened.put(store.open("slow")))
    waiting.start()
    assert reading.wait(10)
    for name in ("quick", "boot.ipxe"):
        file = store.open(name)
        assert file.read_at(0, 9)
        file.close()
    spins_again.set()
    waiting.join(10)
    assert opened.get(timeout=10).read_at(0, 9) == b"slow"


@pytest.mark.parametrize("size", [1000, 3 * 2**20])
def test_threads_that_open_one_file_at_once_share_it(tmp_path: Path, size: int) -> None:
    (tmp_path / "file").write_bytes(bytes(size))
    store = FileStore(tmp_path)
    start, opened = threading.Barrier(8), queue.Queue[OpenFile]()

    def open_it() -> None:
        start.wait(10)
        opened.put(store.open("file"))

    before = len(os.listdir("/proc/self/fd"))
    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(10)
    assert len(os.listdir("/proc/self/fd")) == before + (size > 2**21)
    held = [opened.get_nowait() for _ in threads]
    assert len({id(each._content) for each in held}) == 1
    for file in held:
        file.close()
    assert len(os.listdir("/proc/self/fd")) == before
    assert store._shared == {}
