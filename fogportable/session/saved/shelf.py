"""What is saved of this machine and of a session, gathered where both are known."""

from __future__ import annotations

import platform
import socket
from collections.abc import Sequence

from fogportable import __version__
from fogportable.config.profile import Profile
from fogportable.errors import FaultCode
from fogportable.model import Finding
from fogportable.platform.interfaces import list_interfaces
from fogportable.session.facade import KitSession
from fogportable.session.saved.bundle import BundleError, Material, Surroundings


def gather(session: KitSession, *, profile: Profile | None = None, findings: Sequence[Finding] = ()) -> Material:
    """All of it, of this moment. Blocks for a moment. Raises BundleError BUNDLE_EMPTY before the first Start."""
    state = session.live_state()
    if not state.records:
        raise BundleError(FaultCode.BUNDLE_EMPTY)
    around = Surroundings(
        versions=versions(),
        cards=list_interfaces(),
        learned=session.learned_shapes(),
        findings=tuple(findings),
        profile=profile,
        host=socket.gethostname(),
    )
    return Material(state, session.recorder.packets(), session.recorder.dropped, around)


def versions() -> dict[str, str]:
    """Of this program and what it runs on."""
    return {
        "FOG Portable": __version__,
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
