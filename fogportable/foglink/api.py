"""A FOG server's API, with tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogportable.errors import FaultCode, FogError
from fogportable.fog.api import Entry, Tokens, read_object, read_page
from fogportable.fog.tasks import FogTask, read_task
from fogportable.foglink.web import Web

ACTIVE_TASKS_PAGE = "task/active"

#: Asked for at once, and pages asked for at most: a list is never larger than what somebody would read.
_PAGE_LENGTH = 200
_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class FogApi:
    """Questions to the API; each blocks for the time of a page at most. web: with the tokens in its headers."""

    web: Web

    @classmethod
    def of(cls, web: Web, tokens: Tokens) -> FogApi:
        """The API behind a server's pages."""
        return cls(replace(web, headers=tokens.headers()))

    def entries(self, page: str) -> tuple[Entry, ...]:
        """A whole list, page by page where the server sends it so. Raises FogError."""
        first = read_page(self.web.get(page))
        found = list(first.entries)
        for _ in range(_MOST_PAGES):
            if len(found) >= first.total:
                break
            more = read_page(self.web.get(page, f"start={len(found)}&length={_PAGE_LENGTH}")).entries
            if not more:
                break
            found += more
        return tuple(found)

    def active_tasks(self) -> tuple[FogTask, ...]:
        """What is queued or runs, by number. Raises FogError."""
        tasks = (read_task(entry) for entry in self.entries(ACTIVE_TASKS_PAGE))
        return tuple(sorted((task for task in tasks if task is not None), key=lambda task: task.number))

    def task(self, number: int) -> FogTask | None:
        """One task, also when it is over; None when it is not there any more. Raises FogError."""
        try:
            return read_task(read_object(self.web.get(f"task/{number}")))
        except FogError as problem:
            if problem.code is FaultCode.FOG_NO_SUCH_ENTRY:
                return None
            raise
