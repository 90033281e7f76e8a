"""Entry: a window by default, a command line with a command."""

from __future__ import annotations

import sys

from fogportable.errors import ExitCode, FaultCode, describe
from fogportable.platform.display import has_display


def main() -> int:
    """Run a command, or open the window where there is none. Returns the exit code."""
    try:
        return _run()
    except KeyboardInterrupt:
        # Also while the rest of the program is still being imported.
        return ExitCode.INTERRUPTED


def _run() -> int:
    arguments = sys.argv[1:]
    if arguments:
        from fogportable.cli.main import main as run_command

        return run_command(arguments)
    if not has_display():
        print(describe(FaultCode.NO_DISPLAY), file=sys.stderr)
        return ExitCode.COULD_NOT_START
    from fogportable.ui.app import run_window

    return run_window()


if __name__ == "__main__":
    sys.exit(main())
