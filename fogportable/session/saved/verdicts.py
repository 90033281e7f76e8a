"""Why the computers of a saved session did or did not boot, from the packets in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fogportable.diagnostics.explain import Explanation, explain_capture
from fogportable.session.saved.bundle import RECORDING
from fogportable.session.saved.opening import SavedSession, is_bundle, open_bundle


def explain_saved(saved: SavedSession) -> Explanation:
    """As of a capture. Raises CaptureError for packets of which nothing can be read."""
    with tempfile.TemporaryDirectory(prefix="fogportable-") as folder:
        file = Path(folder) / RECORDING
        file.write_bytes(saved.recording)
        return explain_capture(file)


def explain_file(path: Path) -> Explanation:
    """A capture, or a saved session. Raises CaptureError, BundleError."""
    try:
        is_session = is_bundle(path)
    except OSError:
        is_session = False  # Why it cannot be read is told where captures are.
    return explain_saved(open_bundle(path)) if is_session else explain_capture(path)
