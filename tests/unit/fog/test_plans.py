"""Plans: what they name, what they warn of, and what is refused before FOG would refuse it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.hosts import FogHost
from fogportable.fog.images import FogImage
from fogportable.fog.plans import TaskOptions, TaskPlan, plan_capture, plan_deploy, plan_wake, plan_words
from fogportable.fog.tasks import FogTask, TaskState, TaskType

_WIN10 = FogImage(1, "Win10", size_bytes=8_589_934_592, storage_group="default")
_NEW = FogImage(2, "New")
_OFF = FogImage(3, "Off", size_bytes=1, is_enabled=False)
_KEPT = FogImage(4, "Kept", size_bytes=1, is_protected=True)
_IMAGES = [_WIN10, _NEW, _OFF, _KEPT]


def _host(number: int, image: int | None = 1) -> FogHost:
    return FogHost(number, f"lab-{number:02}", image_number=image)


def _codes(plan: TaskPlan) -> list[FaultCode]:
    return [warning.code for warning in plan.warnings]


def test_deploy_names_its_machines_and_what_is_lost() -> None:
    plan = plan_deploy([_host(1), _host(2)], _IMAGES, [])
    assert plan_words(plan) == "Write the image Win10 over the disks of 2 computers: lab-01, lab-02."
    assert (plan.is_destructive, plan.image, plan.reassigned) == (True, _WIN10, ())
    assert _codes(plan) == [FaultCode.FOG_DISKS_LOST, FaultCode.FOG_STORAGE_CHOSEN]
    assert "group default" in plan.warnings[-1].message


def test_many_machines_are_counted_in_the_sentence_and_all_in_the_plan() -> None:
    plan = plan_deploy([_host(number) for number in range(1, 31)], _IMAGES, [], is_multicast=True)
    assert plan.type is TaskType.MULTICAST
    assert plan_words(plan).startswith("Write the image Win10 by multicast over the disks of 30 computers: lab-01, ")
    assert plan_words(plan).endswith("lab-08 and 22 more.")
    assert len(plan.machines) == 30


def test_another_image_is_assigned_first_and_said_so() -> None:
    plan = plan_deploy([_host(1), _host(2, None)], _IMAGES, [], image=_NEW, options=TaskOptions(shuts_down=True))
    assert plan.reassigned == (_host(1), _host(2, None))
    assert FaultCode.FOG_IMAGE_REASSIGNED in _codes(plan)
    assert FaultCode.FOG_IMAGE_EMPTY in _codes(plan)
    assert plan.options.shuts_down


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (lambda: plan_deploy([_host(1, None)], _IMAGES, []), FaultCode.FOG_HOSTS_WITHOUT_IMAGE, "lab-01"),
        (lambda: plan_deploy([_host(1, 99)], _IMAGES, []), FaultCode.FOG_HOSTS_WITHOUT_IMAGE, "lab-01"),
        (lambda: plan_deploy([_host(1), _host(2, 2)], _IMAGES, []), FaultCode.FOG_IMAGES_DIFFER, "lab-02 (2)"),
        (lambda: plan_deploy([_host(1, 3)], _IMAGES, []), FaultCode.FOG_IMAGE_DISABLED, "Off"),
        (lambda: plan_capture(_host(1, 4), _IMAGES, []), FaultCode.FOG_IMAGE_PROTECTED, "Kept"),
        (lambda: plan_capture(_host(1, 3), _IMAGES, []), FaultCode.FOG_IMAGE_DISABLED, "Off"),
    ],
)
def test_what_fog_would_refuse_is_refused(make: Callable[[], TaskPlan], code: FaultCode, words: str) -> None:
    with pytest.raises(FogError) as refused:
        make()
    assert refused.value.code is code
    assert words in refused.value.fault.message


def test_host_with_a_task_is_refused_and_named() -> None:
    active = [FogTask(9, "lab-02", "Capture", TaskState.QUEUED, host_number=2)]
    assert plan_deploy([_host(1)], _IMAGES, active).machines == (_host(1),)
    makers: list[Callable[[], TaskPlan]] = [
        lambda: plan_deploy([_host(1), _host(2)], _IMAGES, active),
        lambda: plan_capture(_host(2), _IMAGES, active),
    ]
    for make in makers:
        with pytest.raises(FogError) as refused:
            make()
        assert refused.value.code is FaultCode.FOG_HOSTS_BUSY
        assert "lab-02 (Capture)" in refused.value.fault.message


def test_capture_is_destructive_only_over_what_was_captured() -> None:
    over = plan_capture(_host(1), _IMAGES, [])
    assert over.is_destructive
    assert FaultCode.FOG_IMAGE_LOST in _codes(over)
    assert plan_words(over) == "Read into the image Win10 the disk of 1 computer: lab-01."
    new = plan_capture(_host(1), _IMAGES, [], image=_NEW)
    assert not new.is_destructive
    assert new.reassigned == (_host(1),)
    assert FaultCode.FOG_IMAGE_LOST not in _codes(new)


def test_wake_destroys_nothing() -> None:
    plan = plan_wake([_host(1), _host(2)])
    assert (plan.is_destructive, plan.image, plan.warnings) == (False, None, ())
    assert plan_words(plan) == "Switch on 2 computers: lab-01, lab-02."
