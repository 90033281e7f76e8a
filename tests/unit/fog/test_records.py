"""Our readers against every exchange recorded from a FOG server: what each is read as, or which fault it becomes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.fog.answer import Answer
from fogportable.fog.api import read_done, read_ids, read_list, read_names, read_object
from fogportable.fog.boot_answer import (
    DiskStart,
    Head,
    ItemKind,
    MenuAnswer,
    Registration,
    TaskAnswer,
    TaskKind,
)
from fogportable.fog.boot_script import read_boot_answer
from fogportable.fog.server import ApiState, Database, DiskSpace, Generation, Kernel, Version
from fogportable.fog.status_pages import (
    read_api_state,
    read_database,
    read_kernels,
    read_space,
    read_version,
)
from tests.golden.fog_records import RECORDED_HOST, records

_HEAD = Head(RECORDED_HOST, "fog")


def _answer(name: str) -> Answer:
    return records()[name].answer()


def _api_state_with_tokens(answer: Answer) -> ApiState:
    return read_api_state(answer, has_tokens=True)


def _task(kind: TaskKind, storage: str = "/images/", port: int | None = None) -> TaskAnswer:
    where = f"{RECORDED_HOST}:{storage}"
    return TaskAnswer(
        _HEAD,
        kind,
        kernel="bzImage",
        init="init.xz",
        host="lab-pc-01",
        image="Win10Base",
        storage=where,
        ftp=RECORDED_HOST,
        web_url=f"http://{RECORDED_HOST}/fog/",
        port=port,
    )


_VALUES: dict[str, tuple[Callable[[Answer], object], object]] = {
    "00-api-disabled": (read_api_state, ApiState.OFF),
    "01-api-no-token": (read_api_state, ApiState.ON),
    "02-api-token-only": (_api_state_with_tokens, ApiState.TOKENS_REFUSED),
    "03-api-ok": (_api_state_with_tokens, ApiState.TOKENS_ACCEPTED),
    "04-api-basic": (_api_state_with_tokens, ApiState.TOKENS_ACCEPTED),
    "10group-1-cancel": (read_done, None),
    "10group-1-task": (read_done, None),
    "10host-ids": (read_ids, (1,)),
    "10host-names": (read_names, {1: "lab-pc-01"}),
    "10image-names": (read_names, {1: "Win10-Base"}),
    "20-service_getversion.php": (read_version, Version("1.5.8", Generation.V1_5)),
    "20-service_getversion.php_client": (read_version, Version("9.9.99", Generation.OTHER)),
    "20-service_getversion.php_clientver": (read_version, Version("0.11.19", Generation.OTHER)),
    "20-status_dbrunning.php": (read_database, Database.RUNNING),
    "20-status_hw.php": (read_space, DiskSpace("263.74 GiB", "32.61 GiB", "231.13 GiB")),
    "20-status_kernelvers.php": (read_kernels, (Kernel("bzImage", ""), Kernel("bzImage32", ""))),
    "50-task-deploy": (read_done, None),
    "52-boot-deploy": (read_boot_answer, _task(TaskKind.DEPLOY)),
    "53d-task-cancel-by-task": (read_done, None),
    "54-boot-capture": (read_boot_answer, _task(TaskKind.CAPTURE, "/images/dev/")),
    "54-task-capture": (read_done, None),
    "56-boot-multicast-host": (read_boot_answer, _task(TaskKind.MULTICAST, port=63100)),
    "56-task-multicast-host": (read_done, None),
    "59-task-cancel": (read_done, None),
    "64-fos-progress": (read_done, None),
}

#: Entries of a list, and the name of the first one.
_LISTS: dict[str, tuple[int, str]] = {
    "10-host-list-empty": (0, ""),
    "10group": (1, "lab"),
    "10host-search-lab": (1, "lab-pc-01"),
    "10image-search-Win": (1, "Win10-Base"),
    "10imagetype": (4, "Multiple Partition Image - All Disks (Not Resizable)"),
    "10imaginglog": (2, ""),
    "10ipxe": (6, ""),
    "10multicastsession-current": (2, "- lab"),
    "10os": (12, "Apple Mac OS"),
    "10plugin": (16, "accesscontrol"),
    "10scheduledtask": (0, ""),
    "10scheduledtask-current": (0, ""),
    "10service-search-FOG_WEB_HOST": (1, "FOG_WEB_HOST"),
    "10task-current": (1, "- lab"),
    "10taskstate": (5, "Cancelled"),
    "11-tasktype": (21, "All Snapins"),
    "22-image-list": (1, "Win10-Base"),
    "31-host-list": (1, "lab-pc-01"),
    "51-task-active": (1, "- lab-pc-01"),
    "57-multicastsession": (1, "- lab-pc-01"),
}
_OBJECTS = {
    "10group-create": "lab",
    "10host-1-edit": "lab-pc-01",
    "10image-1": "Win10-Base",
    "21-image-create": "Win10-Base",
    "30-host-create": "lab-pc-01",
    "65-api-task-after-progress": "- lab-pc-01",
}
_REFUSALS: dict[str, tuple[Callable[[Answer], object], FaultCode, str]] = {
    "05-api-bad-user": (read_list, FaultCode.FOG_USER_TOKEN_WRONG, "user token"),
    "10image-99": (read_object, FaultCode.FOG_NO_SUCH_ENTRY, "image/99"),
    "10nonsense": (read_list, FaultCode.FOG_API_LACKS, "nonsense"),
    "10user": (read_list, FaultCode.FOG_API_LACKS, "user"),
    "23-image-dup": (read_object, FaultCode.FOG_API_REFUSED, "refuses image/create: Already created."),
    "53-task-deploy-again": (read_done, FaultCode.FOG_API_REFUSED, "Host is already a member of an active task."),
    "53b-task-wrong-key": (read_done, FaultCode.FOG_API_REFUSED, "Invalid tasking type passed."),
    "53c-task-host-missing": (read_done, FaultCode.FOG_NO_SUCH_ENTRY, "host/99/task"),
}
#: registration, host, the names of the entries.
_KNOWN = "fog.local fog.memtest fog.keyreg fog.deployimage fog.multijoin fog.quickdel fog.sysinfo"
_UNKNOWN = "fog.local fog.memtest fog.reginput fog.reg fog.deployimage fog.multijoin fog.sysinfo"
_MENUS: dict[str, tuple[Registration, str, str]] = {
    "40-boot-unregistered-bios": (Registration.NOT_REGISTERED, "", _UNKNOWN),
    "42-boot-registered-notask": (Registration.REGISTERED, "lab-pc-01", _KNOWN),
    "43-boot-registered-efi": (Registration.REGISTERED, "lab-pc-01", _KNOWN),
    "94-boot-GET-mac": (Registration.REGISTERED, "lab-pc-01", _KNOWN),
    # FOG 1.5 does not hear mac0 by GET.
    "94-boot-GET-mac0": (Registration.NOT_REGISTERED, "", _UNKNOWN),
}
_OF_UEFI = {"43-boot-registered-efi", "94-boot-GET-mac"}
_OTHERS = {"10pxemenuoptions-names"}


def test_every_record_is_tried() -> None:
    assert set(records()) == {*_VALUES, *_LISTS, *_OBJECTS, *_REFUSALS, *_MENUS, *_OTHERS}


@pytest.mark.parametrize("name", _VALUES)
def test_record_is_read_as_its_value(name: str) -> None:
    read, value = _VALUES[name]
    assert read(_answer(name)) == value


@pytest.mark.parametrize("name", _LISTS)
def test_record_is_read_as_a_list(name: str) -> None:
    entries = read_list(_answer(name))
    count, first = _LISTS[name]
    assert len(entries) == count
    assert not first or entries[0]["name"] == first


@pytest.mark.parametrize("name", _OBJECTS)
def test_record_is_read_as_one_entry(name: str) -> None:
    assert read_object(_answer(name))["name"] == _OBJECTS[name]


def test_names_of_menu_entries_are_read() -> None:
    names = read_names(_answer("10pxemenuoptions-names"))
    assert (names[1], names[6], len(names)) == ("fog.local", "fog.deployimage", 13)


@pytest.mark.parametrize("name", _REFUSALS)
def test_refusal_becomes_a_fault_with_the_servers_own_words(name: str) -> None:
    read, code, words = _REFUSALS[name]
    with pytest.raises(FogError) as refused:
        read(_answer(name))
    assert refused.value.code is code
    assert words in refused.value.fault.message
    assert RECORDED_HOST in refused.value.fault.message


@pytest.mark.parametrize("name", _MENUS)
def test_menu_of_boot_php_is_read(name: str) -> None:
    registration, host, names = _MENUS[name]
    menu = read_boot_answer(_answer(name))
    assert isinstance(menu, MenuAnswer)
    assert (menu.head, menu.registration, menu.host) == (_HEAD, registration, host)
    assert [item.name for item in menu.items] == names.split()
    assert (menu.default, menu.timeout_s) == ("fog.local", 3.0)
    assert (menu.storage, menu.web_url) == (f"{RECORDED_HOST}:/images/", f"http://{RECORDED_HOST}/fog/")
    kinds = {item.name: item.kind for item in menu.items}
    # UEFI goes to its disk by rEFInd in FOG 1.5.
    starts = {item.name: item.start for item in menu.items if item.start is not None}
    assert starts == {"fog.local": DiskStart.REFIND if name in _OF_UEFI else DiskStart.SANBOOT}
    assert {item.kernel for item in menu.items} == {"", "bzImage"}
    assert kinds["fog.local"] is ItemKind.DISK
    assert kinds["fog.memtest"] is ItemKind.MEMTEST
    assert kinds["fog.deployimage"] is kinds["fog.multijoin"] is ItemKind.LOGIN
    assert kinds["fog.sysinfo"] is ItemKind.IMAGING_SYSTEM
    assert {item.mode for item in menu.items} <= {"", "manreg", "autoreg", "sysinfo"}
