"""What somebody is about to do with hosts of a FOG server: checked beforehand, and told before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from fogportable.errors import Fault, FaultCode, FogError, describe
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.tasks import FogTask, TaskType
from fogportable.language import counted, say, to_count

#: Named in one sentence; who asks for a confirmation shows the others beside it.
MOST_NAMED = 8
#: Reasons in one notice.
_MOST_TOLD = 4


@dataclass(frozen=True, slots=True)
class TaskOptions:
    """shuts_down: the computers are switched off at the end. wakes: FOG sends Wake-on-LAN first.

    has_snapins: a deploy also installs the snapins of its hosts; FOG's API leaves them out unless it is told.
    """

    shuts_down: bool = False
    wakes: bool = False
    has_snapins: bool = False

    def values(self) -> dict[str, object]:
        """As the API names them; only those that are wanted."""
        wanted = {"shutdown": self.shuts_down, "wol": self.wakes, "deploySnapins": self.has_snapins}
        return {name: True for name, is_wanted in wanted.items() if is_wanted}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan is made on: the hosts that were chosen, and images and active tasks of the server just before."""

    machines: tuple[FogHost, ...]
    images: tuple[FogImage, ...]
    active: tuple[FogTask, ...]


NO_OPTIONS = TaskOptions()


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """Tasks that would be made.

    image: None only for a wake. reassigned: hosts that have another image, or none, and get this one first.
    warnings: what is lost, and what FOG decides and nobody else.
    """

    type: TaskType
    machines: tuple[FogHost, ...]
    image: FogImage | None = None
    reassigned: tuple[FogHost, ...] = ()
    warnings: tuple[Fault, ...] = ()
    options: TaskOptions = NO_OPTIONS

    @property
    def is_destructive(self) -> bool:
        """Whether something is written over: disks, or an image that was captured before."""
        if self.type is TaskType.CAPTURE:
            return self.image is not None and self.image.is_captured
        return self.type in (TaskType.DEPLOY, TaskType.MULTICAST)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a plan.

    tasks: made, as FOG shows them. woken: hosts that FOG was told to wake; it keeps no task of that. refused: hosts
    without a task, each with the reason. untried: hosts that were not asked for any more, since the server was gone.
    notes: what else should be known.
    """

    tasks: tuple[FogTask, ...] = ()
    woken: tuple[FogHost, ...] = ()
    refused: tuple[tuple[FogHost, Fault], ...] = ()
    untried: tuple[FogHost, ...] = ()
    notes: tuple[Fault, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every host got what was planned."""
        return not (self.refused or self.untried)


@dataclass(frozen=True, slots=True)
class Registered:
    """hosts: made. refused: names of those that FOG did not make, with the reason. untried: of those after them."""

    hosts: tuple[FogHost, ...]
    refused: tuple[tuple[str, Fault], ...] = ()
    untried: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether FOG made all of them."""
        return not (self.refused or self.untried)


def plan_deploy(
    machines: Sequence[FogHost],
    images: Sequence[FogImage],
    active: Iterable[FogTask],
    *,
    image: FogImage | None = None,
    is_multicast: bool = False,
    options: TaskOptions = NO_OPTIONS,
) -> TaskPlan:
    """Write an image over the disks of hosts, to each alone or to all at once. image: None for their own.

    Raises FogError where FOG would refuse it.
    """
    _refuse_busy(machines, active)
    chosen = image or _common_image(machines, images)
    if not chosen.is_enabled:
        raise FogError(FaultCode.FOG_IMAGE_DISABLED, image=chosen.name)
    warnings = [describe(FaultCode.FOG_DISKS_LOST, count=_computers(machines), image=chosen.name)]
    reassigned = tuple(host for host in machines if host.image_number != chosen.number)
    if reassigned:
        warnings.append(describe(FaultCode.FOG_IMAGE_REASSIGNED, names=_names(reassigned), image=chosen.name))
    if not chosen.is_captured:
        warnings.append(describe(FaultCode.FOG_IMAGE_EMPTY, image=chosen.name))
    warnings += _storage_words(chosen)
    kind = TaskType.MULTICAST if is_multicast else TaskType.DEPLOY
    return TaskPlan(kind, tuple(machines), chosen, reassigned, tuple(warnings), options)


def plan_capture(
    machine: FogHost,
    images: Sequence[FogImage],
    active: Iterable[FogTask],
    *,
    image: FogImage | None = None,
    options: TaskOptions = NO_OPTIONS,
) -> TaskPlan:
    """Read a host's disk into an image. image: None for its own. Raises FogError where FOG would refuse it."""
    _refuse_busy([machine], active)
    chosen = image or _common_image([machine], images)
    if chosen.is_protected:
        raise FogError(FaultCode.FOG_IMAGE_PROTECTED, image=chosen.name)
    if not chosen.is_enabled:
        raise FogError(FaultCode.FOG_IMAGE_DISABLED, image=chosen.name)
    warnings = []
    if chosen.is_captured:
        warnings.append(describe(FaultCode.FOG_IMAGE_LOST, image=chosen.name, host=machine.name))
    reassigned = (machine,) if machine.image_number != chosen.number else ()
    if reassigned:
        warnings.append(describe(FaultCode.FOG_IMAGE_REASSIGNED, names=machine.name, image=chosen.name))
    warnings += _storage_words(chosen)
    return TaskPlan(TaskType.CAPTURE, (machine,), chosen, reassigned, tuple(warnings), options)


def group_name(now: datetime) -> str:
    """Of the group that a multicast is made with: new to the server, and somebody who finds it knows what it is."""
    return f"fog-portable-{now:%Y%m%d-%H%M%S}"


def plan_wake(machines: Sequence[FogHost]) -> TaskPlan:
    """Switch hosts on by Wake-on-LAN, which the FOG server sends."""
    return TaskPlan(TaskType.WAKE, tuple(machines))


def plan_words(plan: TaskPlan) -> str:
    """One sentence that names the machines: `Write Win10-Base over the disks of 2 computers: lab-01, lab-02.`"""
    image = "" if plan.image is None else plan.image.name
    one, many = _WORDS[plan.type]
    return counted(len(plan.machines), one, many, image=image, names=_names(plan.machines))


#: Of one computer and of several, to be said.
_WORDS: dict[TaskType, tuple[str, str]] = {
    TaskType.DEPLOY: to_count(
        "Write the image {image} over the disk of 1 computer: {names}.",
        "Write the image {image} over the disks of {count} computers: {names}.",
    ),
    TaskType.MULTICAST: to_count(
        "Write the image {image} by multicast over the disk of 1 computer: {names}.",
        "Write the image {image} by multicast over the disks of {count} computers: {names}.",
    ),
    TaskType.CAPTURE: to_count(
        "Read into the image {image} the disk of 1 computer: {names}.",
        "Read into the image {image} the disks of {count} computers: {names}.",
    ),
    TaskType.WAKE: to_count("Switch on 1 computer: {names}.", "Switch on {count} computers: {names}."),
}


def done_words(done: Done) -> str:
    """What became of a plan, in one paragraph for a notice."""
    said = []
    if done.tasks:
        said.append(counted(len(done.tasks), "1 task was made.", "{count} tasks were made."))
    if done.woken:
        said.append(say("FOG was told to wake {computers}.", computers=_computers(done.woken)))
    said += _told([f"{host.name}: {fault}" for host, fault in done.refused])
    if done.untried:
        said.append(say("Not asked for any more: {names}.", names=_names(done.untried)))
    said += _told([str(note) for note in done.notes])
    return " ".join(said)


def registered_words(done: Registered) -> str:
    """What became of registering, in one paragraph for a notice."""
    said = []
    if done.hosts:
        said.append(
            say("FOG knows {computers} more: {names}.", computers=_computers(done.hosts), names=_names(done.hosts))
        )
    said += _told([f"{name}: {fault}" for name, fault in done.refused])
    if done.untried:
        said.append(say("Not asked for any more: {names}.", names=", ".join(done.untried)))
    return " ".join(said)


def _told(reasons: list[str]) -> list[str]:
    """The first ones, and how many more there are."""
    rest = len(reasons) - _MOST_TOLD
    return reasons if rest <= 0 else [*reasons[:_MOST_TOLD], say("And {rest} more.", rest=rest)]


def _refuse_busy(machines: Sequence[FogHost], active: Iterable[FogTask]) -> None:
    """FOG gives a host one task at a time."""
    tasks = {task.host_number: task for task in active if task.host_number is not None}
    busy = [(host, tasks[host.number]) for host in machines if host.number in tasks]
    if busy:
        words = ", ".join(f"{host.name} ({task.kind})" for host, task in busy[:MOST_NAMED])
        raise FogError(FaultCode.FOG_HOSTS_BUSY, names=words)


def _common_image(machines: Sequence[FogHost], images: Sequence[FogImage]) -> FogImage:
    """The one that all of them have."""
    without = [host for host in machines if host.image_number is None]
    if without:
        raise FogError(FaultCode.FOG_HOSTS_WITHOUT_IMAGE, names=_names(without))
    numbers = {host.image_number for host in machines}
    known = {image.number: image for image in images}
    if len(numbers) > 1:
        words = ", ".join(f"{host.name} ({host.image or host.image_number})" for host in machines[:MOST_NAMED])
        raise FogError(FaultCode.FOG_IMAGES_DIFFER, names=words)
    found = known.get(machines[0].image_number or 0)
    if found is None:
        raise FogError(FaultCode.FOG_HOSTS_WITHOUT_IMAGE, names=_names(machines))
    return found


def _storage_words(image: FogImage) -> list[Fault]:
    """Its API takes neither a group nor a node with a task: the image's group, and the node with the least to do."""
    group = image.storage_group or say("of the image")
    return [describe(FaultCode.FOG_STORAGE_CHOSEN, group=group)]


def _computers(machines: Sequence[FogHost]) -> str:
    return counted(len(machines), "1 computer", "{count} computers")


def _names(machines: Sequence[FogHost]) -> str:
    named = ", ".join(host.name for host in machines[:MOST_NAMED])
    rest = len(machines) - MOST_NAMED
    return say("{named} and {rest} more", named=named, rest=rest) if rest > 0 else named
