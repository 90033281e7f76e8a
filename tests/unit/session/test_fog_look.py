"""What is asked of a FOG server before Start, how often, and by what it is told again."""

from __future__ import annotations

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.model import FogMode, FogSettings
from fogportable.session.fog_look import RecentFog, found_fog, serves_files, task_watch


def test_a_server_in_trouble_is_asked_once_a_minute() -> None:
    asked: list[str] = []
    times = [0.0]

    def look(settings: FogSettings, has_own_files: bool) -> None:
        asked.append(settings.server)
        raise FogError(FaultCode.FOG_NAME_UNKNOWN, host=settings.server)

    recent = RecentFog(look, lambda: times[-1])
    for time_s, server in ((0.0, "a"), (3.0, "a"), (59.0, "a"), (61.0, "a"), (62.0, "b")):
        times.append(time_s)
        with pytest.raises(FogError) as raised:
            recent(FogSettings(server), False)
        assert raised.value.code is FaultCode.FOG_NAME_UNKNOWN
    assert asked == ["a", "a", "b"]


def test_a_server_that_is_well_is_asked_on_changes_and_on_request_only() -> None:
    asked: list[FogSettings] = []
    times = [0.0]

    def look(settings: FogSettings, has_own_files: bool) -> None:
        asked.append(settings)

    recent = RecentFog(look, lambda: times[-1])
    for time_s, mode in ((0.0, FogMode.POINT), (3600.0, FogMode.POINT), (3601.0, FogMode.RELAY)):
        times.append(time_s)
        recent(FogSettings("a", mode), False)
    assert [each.mode for each in asked] == [FogMode.POINT, FogMode.RELAY]
    recent.forget()
    recent(FogSettings("a", FogMode.RELAY), False)
    assert len(asked) == 3


def test_without_a_server_nothing_is_asked() -> None:
    assert found_fog(FogSettings(), has_own_files=False) is None
    assert task_watch(None) is None


def test_what_is_no_address_is_a_fault() -> None:
    with pytest.raises(FogError):
        found_fog(FogSettings("no address"), has_own_files=False)


@pytest.mark.parametrize(
    ("settings", "does"),
    [
        (FogSettings(), True),
        (FogSettings("10.0.0.5", FogMode.POINT), False),
        (FogSettings("10.0.0.5", FogMode.RELAY), True),
    ],
)
def test_files_are_served_unless_a_server_is_pointed_at(settings: FogSettings, does: bool) -> None:
    assert serves_files(settings) is does
