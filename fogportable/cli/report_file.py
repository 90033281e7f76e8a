"""`--report FILE`: what happened while the command ran, written as a page or a sheet at its end."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path

from fogportable.cli.output import plain, print_fault
from fogportable.errors import ConfigError, ExitCode, FaultCode
from fogportable.report.history import History
from fogportable.session.facade import KitSession

#: As `report.save.ENDINGS`; what writes a report is read when there is one to write.
_ENDINGS = (".html", ".csv")


def add_report_argument(parser: argparse.ArgumentParser) -> None:
    """The flag."""
    parser.add_argument(
        "--report",
        type=_report_file,
        metavar="FILE",
        help="write a report of the session to FILE.html or FILE.csv at its end; writes over nothing",
    )


def _report_file(text: str) -> Path:
    file = Path(text)
    if file.suffix.lower() not in _ENDINGS:
        raise argparse.ArgumentTypeError(f"{text!r} ends neither in .html nor in .csv")
    return file


class ReportFile:
    """One report of one run. file: None where none is wanted; then nothing is looked at."""

    def __init__(self, file: Path | None, *, profile: str = "", is_rehearsal: bool = False) -> None:
        """Raises ConfigError where the file could not be written later: better said before a lesson than after."""
        self._file = file
        self._profile = profile
        self._is_rehearsal = is_rehearsal
        self._history = History()
        if file is not None and file.exists():
            raise ConfigError(FaultCode.REPORT_THERE, file=file)
        if file is not None and not file.absolute().parent.is_dir():
            raise ConfigError(FaultCode.REPORT_NOT_SAVED, file=file)

    def look(self, session: KitSession) -> None:
        """Now and then; takes in a look each second."""
        now_s = time.monotonic()
        if self._file is not None and self._history.is_due(now_s):
            self._history.take(now_s, session.clients(), session.status().sent_bytes)

    def written(self, session: KitSession, exit_code: int) -> int:
        """The end: writes, says so on standard error, and gives the exit code back, or that of what went wrong."""
        if self._file is None:
            return exit_code
        from fogportable.cli.own_language import own_language, report_voice
        from fogportable.report.save import report_bytes, save_report
        from fogportable.session.report import make_report

        self._history.take(time.monotonic(), session.clients(), session.status().sent_bytes, is_last=True)
        report = make_report(
            session,
            stretches=self._history.stretches(),
            handed_over=self._history.handed_over(),
            profile=self._profile,
            is_rehearsal=self._is_rehearsal,
            now=datetime.now().astimezone(),
        )
        try:
            voice = report_voice(own_language())
            save_report(report_bytes(report, self._file.suffix.lower(), voice), self._file, may_replace=False)
        except ConfigError as problem:
            print_fault(problem, to=sys.stderr)
            return ExitCode.FOUND_WRONG
        print(plain(f"Report written to {self._file}."), file=sys.stderr, flush=True)
        return exit_code
