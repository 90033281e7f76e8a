"""Which button a finding has: the one that helps, and none that does not."""

from __future__ import annotations

import pytest

from fogportable.errors import Fault, FaultCode
from fogportable.model import Finding, Topic, Verdict
from fogportable.ui.remedies import Remedy, remedy_of


def _finding(topic: Topic, *codes: FaultCode, verdict: Verdict = Verdict.BLOCKED) -> Finding:
    return Finding(topic, verdict, "Something.", tuple(Fault(code, "Something.", "Do.", "") for code in codes))


@pytest.mark.parametrize(
    ("topic", "code", "remedy"),
    [
        (Topic.BOOT_FILES, FaultCode.NO_BOOT_FILES, Remedy.GET_FILES),
        (Topic.BOOT_FILES, FaultCode.BOOT_FILE_MISSING, Remedy.BOOT_PAGE),
        (Topic.BOOT_FILES, FaultCode.FOG_UNREACHABLE, Remedy.FOG_PAGE),
        (Topic.FIREWALL, FaultCode.FIREWALL_BLOCKS, Remedy.ALLOW),
        (Topic.FIREWALL, FaultCode.FIREWALL_UNSEEN, Remedy.ALLOW),
        (Topic.NETWORK, FaultCode.NO_INTERFACE_CHOSEN, Remedy.CHOOSE_CARD),
        (Topic.NETWORK, FaultCode.PRIVATE_NETWORK_MISPLACED, Remedy.PRIVATE_NETWORK),
        (Topic.NETWORK, FaultCode.ADDRESS_TAKEN, None),
        (Topic.PORTS, FaultCode.PORT_IN_USE, None),
        (Topic.RIGHTS, FaultCode.NO_PERMISSION, None),
    ],
)
def test_each_fault_has_the_button_that_helps(topic: Topic, code: FaultCode, remedy: Remedy | None) -> None:
    assert remedy_of(_finding(topic, code)) is remedy


def test_boot_files_are_not_offered_where_a_fog_server_is_in_trouble() -> None:
    finding = _finding(Topic.BOOT_FILES, FaultCode.NO_BOOT_FILES, FaultCode.FOG_BOOT_FILES_MISSING)
    assert remedy_of(finding) is Remedy.FOG_PAGE


def test_what_is_well_needs_no_button() -> None:
    assert remedy_of(_finding(Topic.FIREWALL, FaultCode.FIREWALL_UNSEEN, verdict=Verdict.OK)) is None
