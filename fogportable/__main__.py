"""Entry: a window by default, a command line with a command."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import nullcontext

from fogportable.cli.ending import code_after, interrupted_by_signals
from fogportable.errors import ExitCode, FaultCode, describe
from fogportable.platform.display import has_display
from fogportable.platform.loader import is_packaged, restore_environment
from fogportable.platform.window_libraries import debian_package, missing_library


def main() -> int:
    """Run a command, or open the window where there is none. Returns the exit code."""
    arguments = sys.argv[1:]
    # What is imported stays for good; looking through it again and again takes a tenth of the start. Commands collect
    # again from when they run, the window in its own way (`ui.app.Collector`).
    gc.disable()
    if is_packaged():
        restore_environment(os.environ)
    # Also while the rest of the program is still being imported. The window has handlers of its own.
    with interrupted_by_signals() if arguments else nullcontext():
        try:
            return _run(arguments)
        except KeyboardInterrupt as interruption:
            return code_after(interruption, arguments[0] if arguments else "")


def _run(arguments: list[str]) -> int:
    if arguments:
        from fogportable.cli.main import main as run_command

        return run_command(arguments)
    if not has_display():
        print(describe(FaultCode.NO_DISPLAY), file=sys.stderr)
        return ExitCode.COULD_NOT_START
    missing = missing_library()
    if missing is not None:
        fault = describe(FaultCode.LIBRARY_MISSING, library=missing, package=debian_package(missing))
        print(fault, file=sys.stderr)
        return ExitCode.COULD_NOT_START
    from fogportable.ui.app import run_window

    return run_window()


if __name__ == "__main__":
    sys.exit(main())
