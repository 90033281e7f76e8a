"""A report into a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from fogportable.errors import ConfigError, FaultCode
from fogportable.report.csv_sheet import csv_sheet
from fogportable.report.facts import SessionReport
from fogportable.report.html_page import html_page
from fogportable.report.voice import Voice

#: Ends of file names that say what is to be written.
ENDINGS = (".html", ".csv")


def report_bytes(report: SessionReport, ending: str, voice: Voice | None = None) -> bytes:
    """The content of a file. ending: one of ENDINGS."""
    if ending == ".csv":
        return csv_sheet(report)
    return html_page(report, voice).encode("utf-8")


def save_report(content: bytes, file: Path, *, may_replace: bool) -> None:
    """Blocks. Raises ConfigError REPORT_THERE or REPORT_NOT_SAVED, with what was there before untouched."""
    written: str | None = None
    try:
        handle, written = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(written, 0o644)  # Not only for who made it: others in the school read it too.
        if may_replace:
            os.replace(written, file)
        else:
            os.link(written, file)  # Unlike a rename it refuses what is there, also when it came this moment.
    except FileExistsError as problem:
        raise ConfigError(FaultCode.REPORT_THERE, file=file) from problem
    except OSError as problem:
        raise ConfigError(FaultCode.REPORT_NOT_SAVED, file=file, detail=str(problem)) from problem
    finally:
        if written is not None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(written)
