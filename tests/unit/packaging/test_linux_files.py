"""What a Debian package brings for the desktop and for systemd holds together, and says what is so."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
LINUX = PROJECT / "packaging" / "linux"
#: As stated in CONTRIBUTING: the service opens its own ports, so it keeps three capabilities.
HIGHEST_EXPOSURE = 2.2
NAME = "org.fogportable.FogPortable"


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=LINUX)


def test_service_is_as_little_exposed_as_is_said() -> None:
    done = _run("systemd-analyze", "security", "--offline=true", "--no-pager", "./fogportable@.service")
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    assert float(found[1]) <= HIGHEST_EXPOSURE


@pytest.mark.parametrize("unit", ["fogportable@eth0.service", "fogportable@eth0.socket"])
def test_units_are_understood_by_systemd(unit: str, tmp_path: Path) -> None:
    program = tmp_path / "fogportable"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for kind in ("service", "socket"):
        text = (LINUX / f"fogportable@.{kind}").read_text().replace("/usr/bin/fogportable", str(program))
        (tmp_path / f"fogportable@.{kind}").write_text(text.replace("Documentation=man:fogportable(1)\n", ""))
    done = _run("systemd-analyze", "verify", "--recursive-errors=no", str(tmp_path / unit))
    assert (done.returncode, done.stderr) == (0, "")


def test_service_may_open_what_it_opens_and_nothing_else() -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / "fogportable@.service")
    service = parser["Service"]
    assert service["CapabilityBoundingSet"] == "CAP_NET_BIND_SERVICE CAP_NET_RAW CAP_NET_ADMIN"
    assert (service["Type"], service["DynamicUser"], service["ProtectSystem"]) == ("notify", "yes", "strict")


def test_policy_is_for_the_helper_of_the_packaged_program_alone() -> None:
    (action,) = ET.parse(LINUX / "org.fogportable.policy").getroot().iter("action")
    notes = {each.get("key"): each.text for each in action.iter("annotate")}
    assert notes == {
        "org.freedesktop.policykit.exec.path": "/usr/lib/fogportable/fogportable",
        "org.freedesktop.policykit.exec.argv1": "bind-helper",
    }
    assert action.findtext("defaults/allow_any") == "auth_admin"


def test_desktop_file_is_valid() -> None:
    done = _run("desktop-file-validate", f"{NAME}.desktop")
    assert (done.returncode, done.stdout) == (0, "")


def test_metainfo_is_valid() -> None:
    done = _run("appstreamcli", "validate", "--no-net", f"{NAME}.metainfo.xml")
    assert done.returncode == 0, done.stdout


def test_all_name_the_same_program() -> None:
    desktop = (LINUX / f"{NAME}.desktop").read_text()
    assert f"Icon={NAME}\n" in desktop
    assert ET.parse(LINUX / f"{NAME}.metainfo.xml").findtext("id") == NAME
    assert ET.parse(LINUX / f"{NAME}.svg").getroot().get("viewBox") == "0 0 64 64"
