"""The FOG server of a profile, if it has one. What asks a server is imported only then."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fogportable.errors import BootFileError, FogError, FogPortableError
from fogportable.model import FogMode, FogSettings
from fogportable.platform.paths import boot_sets_folder

if TYPE_CHECKING:
    from fogportable.session.fog_site import FogSite
    from fogportable.session.fog_tasks import TaskWatch

_log = logging.getLogger("fogportable.session")

#: So long (s) before a server that was in trouble is asked again: a window looks every three seconds.
_TROUBLE_LASTS_S = 60.0


def found_fog(settings: FogSettings, has_own_files: bool) -> FogSite | None:
    """The server as it is now; None where none is named. Blocks for some seconds, or until boot files are brought.

    has_own_files: somebody named others, so that the server's are not needed here. Raises FogError, BootFileError.
    """
    if not settings.server:
        return None
    from fogportable.session.fog_site import FogDoors, look_at_fog, with_boot_files

    doors = FogDoors.of(settings.server)
    site = look_at_fog(settings, doors)
    if settings.mode is FogMode.POINT or has_own_files:
        return site
    return with_boot_files(site, doors, boot_sets_folder())


def task_watch(site: FogSite | None, token_file: Path | None = None) -> TaskWatch | None:
    """What says how far computers are there; None without a server or without tokens for it.

    token_file: beats the environment, and that the keyring, without which serving goes on. Raises FogError.
    """
    if site is None:
        return None
    from fogportable.foglink.api import FogApi
    from fogportable.foglink.tokens import TokenKeeper, read_tokens
    from fogportable.session.fog_site import FogDoors
    from fogportable.session.fog_tasks import ApiTasks

    tokens = read_tokens(os.environ, token_file)
    if tokens is None:
        try:
            tokens = TokenKeeper().read(site.server.address)
        except FogError as problem:
            _log.warning("tasks of the FOG server are not watched: %s", problem.fault)
    return None if tokens is None else ApiTasks(FogApi.of(FogDoors.of(site.server.address.url).web, tokens))


def serves_files(settings: FogSettings) -> bool:
    """Whether computers load anything from here."""
    return not settings.server or settings.mode is not FogMode.POINT


#: What `found_fog` does.
FogLook = Callable[[FogSettings, bool], "FogSite | None"]


class RecentFog:
    """What the server of a profile said when it was asked: once for each choice, and again when somebody wants to know.
    One in trouble is asked once a minute, as the trouble may be over. For one thread at a time.

    look: with the profile's settings, and whether it names boot files of its own. clock: monotonic seconds.
    """

    def __init__(self, look: FogLook = found_fog, clock: Callable[[], float] = time.monotonic) -> None:
        self._look = look
        self._clock = clock
        self._kept: tuple[tuple[FogSettings, bool], float, FogSite | FogPortableError | None] | None = None

    def last_known(self, settings: FogSettings, has_own_files: bool) -> FogSite | None:
        """What it said last, however long ago; it is asked only where it never was. Raises FogError, BootFileError."""
        kept = self._kept
        if kept is not None and kept[0] == (settings, has_own_files):
            return self._told(kept[2])
        return self(settings, has_own_files)

    def __call__(self, settings: FogSettings, has_own_files: bool) -> FogSite | None:
        """The server; None where none is named. Raises FogError, BootFileError."""
        asked, kept = (settings, has_own_files), self._kept
        if kept is None or kept[0] != asked or self._is_old(kept[1], kept[2]):
            found: FogSite | FogPortableError | None
            try:
                found = self._look(settings, has_own_files)
            except (FogError, BootFileError) as problem:
                found = problem
            self._kept = kept = (asked, self._clock(), found)
        return self._told(kept[2])

    def forget(self) -> None:
        """Ask anew next time. From any thread."""
        self._kept = None

    def _is_old(self, asked_s: float, found: FogSite | FogPortableError | None) -> bool:
        is_fine = found is None or (not isinstance(found, FogPortableError) and not found.plan.notes)
        return not is_fine and self._clock() - asked_s > _TROUBLE_LASTS_S

    def _told(self, found: FogSite | FogPortableError | None) -> FogSite | None:
        if isinstance(found, FogPortableError):
            raise type(found).of(found.fault)
        return found
