"""How each place stands in which a FOG server names an address of its own."""

from __future__ import annotations

import pytest

from fogportable.errors import FaultCode
from fogportable.fog.address import FogAddress
from fogportable.fog.rehome import (
    SETTINGS,
    NamedHost,
    Place,
    PlaceKind,
    Rehoming,
    Service,
    Standing,
    host_of,
    place_of,
    stale_faults,
)

_USED = FogAddress("10.9.0.5")
_OLD = "10.77.0.10"


def _place(named: NamedHost, *, answers: bool = False) -> Place:
    return place_of(named, _USED, lambda host: host == _USED.host, lambda _: answers)


def _named(kind: PlaceKind, host: str = _OLD, name: str = "") -> NamedHost:
    names = {PlaceKind.SETTING: "FOG_WEB_HOST", PlaceKind.NODE: "DefaultMember"}
    return NamedHost(kind, host, name or names.get(kind, ""))


@pytest.mark.parametrize(
    ("kind", "code", "remedy"),
    [
        (PlaceKind.DEFAULT_SCRIPT, FaultCode.FOG_DEFAULT_SCRIPT_MOVED, "change the address in its default.ipxe"),
        (PlaceKind.WEB_SCRIPT, FaultCode.FOG_WEB_SCRIPT_MOVED, "Write 10.9.0.5 into its line with chain"),
        (PlaceKind.BOOT_PAGE, FaultCode.FOG_WEB_HOST_STALE, "Web Server, set FOG_WEB_HOST to 10.9.0.5."),
        (PlaceKind.BOOT_WEB, FaultCode.FOG_WEB_HOST_STALE, "Web Server, set FOG_WEB_HOST to 10.9.0.5."),
        (PlaceKind.BOOT_STORAGE, FaultCode.FOG_STORAGE_STALE, "IP address of its storage node to 10.9.0.5."),
        (PlaceKind.BOOT_FTP, FaultCode.FOG_FTP_STALE, "set FOG_TFTP_HOST in the settings"),
        (PlaceKind.SETTING, FaultCode.FOG_SETTING_STALE, "Web Server, set FOG_WEB_HOST to 10.9.0.5."),
        (PlaceKind.NODE, FaultCode.FOG_NODE_STALE, "set its IP address to 10.9.0.5"),
    ],
)
def test_stale_place_has_its_fault_and_its_remedy(kind: PlaceKind, code: FaultCode, remedy: str) -> None:
    place = _place(_named(kind))
    assert place.standing is Standing.STALE
    assert place.fault is not None
    assert (place.fault.code, _OLD in place.fault.message) == (code, True)
    assert remedy in place.fault.remedy


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_told_with_where_fog_shows_it(setting: object) -> None:
    name = getattr(setting, "name", "")
    place = _place(_named(PlaceKind.SETTING, name=name))
    assert place.fault is not None
    assert f"FOG Settings, {getattr(setting, 'category', '?')}, set {name} to 10.9.0.5." in place.fault.remedy


@pytest.mark.parametrize("kind", [kind for kind in PlaceKind if kind is not PlaceKind.CERTIFICATE])
def test_right_place_and_another_machine_that_answers_are_no_faults(kind: PlaceKind) -> None:
    assert _place(_named(kind, "10.9.0.5")) == Place(_named(kind, "10.9.0.5"), Standing.RIGHT)
    assert _place(_named(kind), answers=True) == Place(_named(kind), Standing.OTHER)


def test_loopback_is_right_only_where_the_server_goes_itself() -> None:
    for name, standing in (("FOG_TFTP_HOST", Standing.RIGHT), ("FOG_WEB_HOST", Standing.STALE)):
        assert _place(_named(PlaceKind.SETTING, "127.0.0.1", name), answers=True).standing is standing
    assert _place(_named(PlaceKind.BOOT_PAGE, "localhost"), answers=True).standing is Standing.STALE


def test_what_must_answer_depends_on_the_place() -> None:
    services = {kind: _named(kind).service for kind in PlaceKind}
    assert {kind for kind, service in services.items() if service is Service.IMAGES} == {
        PlaceKind.BOOT_STORAGE,
        PlaceKind.BOOT_FTP,
        PlaceKind.NODE,
    }
    assert _named(PlaceKind.SETTING, name="FOG_TFTP_HOST").service is Service.TFTP


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("10.0.0.5", "10.0.0.5"),
        (" FOG.School:8080 ", "fog.school"),
        ("10.0.0.5:/images/", "10.0.0.5"),
        ("http://10.0.0.5/fog/", "10.0.0.5"),
        ("", ""),
        (":/images", ""),
    ],
)
def test_host_is_read_however_it_is_written(written: str, host: str) -> None:
    assert host_of(written) == host


def test_server_that_moved_is_told_with_what_follows() -> None:
    kinds = (PlaceKind.DEFAULT_SCRIPT, PlaceKind.BOOT_PAGE, PlaceKind.BOOT_WEB)
    places = (*(_place(_named(kind)) for kind in kinds), _place(_named(PlaceKind.NODE, "10.9.0.5")))
    moved = Rehoming(_USED, places, has_settings=False)
    assert moved.sentence == "The FOG server at 10.9.0.5 has moved: 3 of 4 places still say 10.77.0.10."
    assert moved.advice == (
        "Computers do not reach the menu; scripts of this program lead them there at once.",
        "The imaging system goes to the old address; only FOG's own settings change that.",
        "Settings and storage nodes were not read; with the two API tokens they are.",
        "Not to be seen from here: ipaddress in /opt/fog/.fogsettings, which must be 10.9.0.5.",
    )
    # boot.php names one setting in two ways.
    assert [fault.code for fault in stale_faults(places)] == [
        FaultCode.FOG_DEFAULT_SCRIPT_MOVED,
        FaultCode.FOG_WEB_HOST_STALE,
    ]


def test_server_that_stayed_is_told_so() -> None:
    stayed = Rehoming(_USED, (_place(_named(PlaceKind.BOOT_PAGE, "10.9.0.5")),), has_settings=True)
    assert stayed.sentence == "The FOG server at 10.9.0.5 has not moved: 1 place looked at, none of them stale."
    assert (stayed.advice, stayed.stale) == ((), ())
