"""Entry: a window by default, a command line with a command."""

from __future__ import annotations

import os
import sys

from fogportable.errors import ExitCode, FaultCode, describe


def main() -> int:
    arguments = sys.argv[1:]
    if arguments:
        from fogportable.cli.main import main as run_command

        return run_command(arguments)
    if not has_display():
        print(describe(FaultCode.NO_DISPLAY), file=sys.stderr)
        return ExitCode.COULD_NOT_START
    from fogportable.ui.app import run_window

    return run_window()


def has_display() -> bool:
    """False where a window could be opened but never seen: Linux without X11 or Wayland and no Qt platform chosen."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
