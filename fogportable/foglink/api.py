"""A FOG server's API, with tokens: what it knows, and what it can be told to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import quote

from fogportable.errors import FaultCode, FogError
from fogportable.fog.answer import Answer
from fogportable.fog.api import Tokens, read_done, read_object, read_page
from fogportable.fog.entry import Entry
from fogportable.fog.hosts import FogGroup, FogHost, read_group, read_host
from fogportable.fog.images import FogImage, read_image
from fogportable.fog.multicast import MulticastSession, read_session
from fogportable.fog.plans import NO_OPTIONS, TaskOptions
from fogportable.fog.storage import StorageGroup, StorageNode, read_storage_group, read_storage_node
from fogportable.fog.tasks import FogTask, FogTaskType, TaskType, is_named, read_task, read_task_type, with_host
from fogportable.foglink.web import Hangup, Web
from fogportable.protocol.address import MacAddress

ACTIVE_TASKS_PAGE = "task/active"

#: Asked for at once, and pages asked for at most: a list is never larger than what somebody would read.
_PAGE_LENGTH = 200
_MOST_PAGES = 50
#: FOG 1.5 sends a list at once, some four kilobytes for a host.
_MOST_BYTES = 64_000_000
#: At least so long (s) for a change, as FOG may wake a room of computers before it answers; and for what FOG asks all
#: storage nodes before it answers: files and logs, which nobody wanted to know.
_PATIENCE_S = 30.0
_SLOW_PAGES = ("storagenode", "storagegroup")
#: Everybody may read it who may use the API at all, and it is short.
_OPEN_TO_USERS = "image/names"

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class FogApi:
    """Questions and orders to the API. Each blocks for the time of a page at most, so never on the window's thread.

    web: with the tokens in its headers. `close` may be called from any thread: what is asked then ends at once with a
    FogError, and so does what is asked later. Every method raises FogError.
    """

    web: Web

    @classmethod
    def of(cls, web: Web, tokens: Tokens) -> FogApi:
        """The API behind a server's pages."""
        return cls(replace(web, headers=tokens.headers(), hangup=web.hangup or Hangup()))

    def close(self) -> None:
        """Break off."""
        if self.web.hangup is not None:
            self.web.hangup.hang_up()

    def check(self) -> None:
        """Whether the tokens let somebody in."""
        read_done(self._get(_OPEN_TO_USERS))

    # --- reading --------------------------------------------------------------------------------------------------

    def entries(self, page: str) -> tuple[Entry, ...]:
        """A whole list, page by page where the server sends it so."""
        first = read_page(self._get(page, is_patient=page in _SLOW_PAGES))
        found = list(first.entries)
        for _ in range(_MOST_PAGES):
            if len(found) >= first.total:
                break
            more = read_page(self._get(page, f"start={len(found)}&length={_PAGE_LENGTH}")).entries
            if not more:
                break
            found += more
        return tuple(found)

    def hosts(self) -> tuple[FogHost, ...]:
        """All hosts, by name."""
        return _sorted(self._read("host", read_host), lambda host: host.name.lower())

    def images(self) -> tuple[FogImage, ...]:
        """All images, by name."""
        return _sorted(self._read("image", read_image), lambda image: image.name.lower())

    def groups(self) -> tuple[FogGroup, ...]:
        """All groups of hosts, by name."""
        return _sorted(self._read("group", read_group), lambda group: group.name.lower())

    def task_types(self) -> tuple[FogTaskType, ...]:
        """What kinds of tasks the server knows, by number."""
        return _sorted(self._read("tasktype", read_task_type), lambda kind: kind.number)

    def sessions(self) -> tuple[MulticastSession, ...]:
        """Multicast sessions that wait or run, by number."""
        return _sorted(self._read("multicastsession/current", read_session), lambda session: session.number)

    def storage_groups(self) -> tuple[StorageGroup, ...]:
        """All storage groups, by number."""
        return _sorted(self._read("storagegroup", read_storage_group), lambda group: group.number)

    def storage_nodes(self) -> tuple[StorageNode, ...]:
        """All storage nodes, by number. The accounts that FOG 1.5 sends with them are dropped while they are read."""
        return _sorted(self._read("storagenode", read_storage_node), lambda node: node.number)

    def active_tasks(self) -> tuple[FogTask, ...]:
        """What is queued or runs, by number."""
        entries = self.entries(ACTIVE_TASKS_PAGE)
        tasks = [task for task in map(read_task, entries) if task is not None]
        if not all(is_named(entry) for entry in entries):
            names = self._hosts_by_number()
            tasks = [with_host(task, names) for task in tasks]
        return _sorted(tasks, lambda task: task.number)

    def task(self, number: int) -> FogTask | None:
        """One task, also when it is over; None when it is not there any more."""
        try:
            return read_task(read_object(self._get(f"task/{number}")))
        except FogError as problem:
            if problem.code is FaultCode.FOG_NO_SUCH_ENTRY:
                return None
            raise

    def setting(self, name: str) -> str | None:
        """A setting of FOG's own, such as FOG_WEB_HOST; None where the server has none of that name.

        FOG 1.5 keeps them in its class `service`, FOG 1.6 in `setting`. Never all of them: some are passwords.
        """
        try:
            entries = self.entries(f"service/search/{quote(name, safe='')}")
        except FogError as problem:
            if problem.code not in (FaultCode.FOG_API_LACKS, FaultCode.FOG_NO_SUCH_ENTRY):
                raise
            entries = self.entries(f"setting/search/{quote(name, safe='')}")
        for entry in entries:
            if entry.get("name") == name:
                value = entry.get("value")
                return value if isinstance(value, str) else ""
        return None

    # --- changing -------------------------------------------------------------------------------------------------

    def register(self, name: str, macs: Sequence[MacAddress], image_number: int | None = None) -> FogHost:
        """Make a host."""
        values: dict[str, object] = {"name": name, "macs": [str(mac) for mac in macs], "modules": []}
        if image_number is not None:
            values["imageID"] = image_number
        said = read_object(self._send("POST", "host/create", values))
        return read_host(said) or FogHost(0, name, tuple(macs), image_number)

    def assign_image(self, host: FogHost, image: FogImage) -> None:
        """Let a host have another image from now on."""
        read_object(self._send("PUT", f"host/{host.number}/edit", {"imageID": image.number}))

    def create_task(self, host: FogHost, kind: TaskType, options: TaskOptions = NO_OPTIONS) -> None:
        """Make a task. FOG answers without its number: look for it among the active ones."""
        read_done(self._send("POST", f"host/{host.number}/task", _task(kind, options)))

    def create_group(self, name: str, hosts: Sequence[FogHost], image: FogImage) -> FogGroup:
        """Make a group. FOG gives the image to all its hosts."""
        values = {"name": name, "hosts": [host.number for host in hosts], "imageID": image.number}
        said = self._send("POST", "group/create", values)
        group = read_group(read_object(said))
        if group is None:
            raise FogError(
                FaultCode.FOG_ANSWER_UNCLEAR, address=self.web.server, page=said.page, expected="a new group"
            )
        return group

    def create_group_task(self, group: FogGroup, kind: TaskType, options: TaskOptions = NO_OPTIONS) -> None:
        """Make one task for each host of a group; as a multicast, one session for all of them."""
        read_done(self._send("POST", f"group/{group.number}/task", _task(kind, options)))

    def delete_group(self, group: FogGroup) -> None:
        """Remove a group; its hosts and their tasks stay."""
        read_done(self._send("DELETE", f"group/{group.number}/delete"))

    def cancel(self, host: FogHost) -> None:
        """Cancel what a host has. FOG says the same where it has nothing."""
        read_done(self._send("DELETE", f"host/{host.number}/cancel"))

    def cancel_task(self, number: int) -> None:
        """Cancel one task."""
        read_done(self._send("DELETE", f"task/{number}/cancel"))

    # --- asking ---------------------------------------------------------------------------------------------------

    def _read(self, page: str, read: Callable[[Entry], _Kind | None]) -> list[_Kind]:
        found = (read(entry) for entry in self.entries(page))
        return [each for each in found if each is not None]

    def _hosts_by_number(self) -> dict[int, FogHost]:
        """Empty for a user who may see tasks and no hosts: then tasks are told by number."""
        try:
            return {host.number: host for host in self.hosts()}
        except FogError as problem:
            if problem.code in (FaultCode.FOG_NOT_ALLOWED, FaultCode.FOG_API_TOKEN_WRONG):
                return {}
            raise

    def _get(self, page: str, query: str = "", *, is_patient: bool = False) -> Answer:
        web = self._patient if is_patient else self.web
        return self._allowed(web.get(page, query, most_bytes=_MOST_BYTES))

    def _send(self, method: str, page: str, values: object = None) -> Answer:
        return self._allowed(self._patient.send(method, page, values))

    @property
    def _patient(self) -> Web:
        return replace(self.web, timeout_s=max(self.web.timeout_s, _PATIENCE_S))

    def _allowed(self, answer: Answer) -> Answer:
        """403 is a wrong token, or, since 1.5.10, something that only administrators may: a second question tells."""
        if answer.status == 403 and self.web.get(_OPEN_TO_USERS).status == 200:
            raise FogError(FaultCode.FOG_NOT_ALLOWED, address=self.web.server, page=answer.page)
        return answer


def _task(kind: TaskType, options: TaskOptions) -> dict[str, object]:
    """The field is `taskTypeID`; FOG's own documents wrote `taskType` for long, which makes nothing."""
    return {"taskTypeID": int(kind), **options.values()}


def _sorted(found: Sequence[_Kind], key: Callable[[_Kind], str | int]) -> tuple[_Kind, ...]:
    return tuple(sorted(found, key=key))
