"""Started by its path as root, with `python -I`: takes the package from beside itself and binds the ports.

Isolated mode keeps the caller's folder, PYTHON* variables and user packages out of a program that runs as root.
It would also keep out a package that is not installed, hence the path.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the helper. Returns its exit code."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from fogportable.platform.bind_helper import bind_helper_main

    return bind_helper_main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
