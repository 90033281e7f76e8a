"""The command line as a whole: every command is named, and only the wanted one is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fogportable.cli import main as command_line

COMMANDS = ("serve", "rehearse", "bootfiles", "import-dnsmasq", "fog", "learned", "wake", "sites")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert set(COMMANDS) <= set(shown.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main([name, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: fogportable {name}")
    assert "--json" in shown or name in ("bootfiles", "fog")


def test_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(["severe"])
    assert ended.value.code == 2
    assert "invalid choice: 'severe'" in capsys.readouterr().err


def test_serve_imports_nothing_of_other_commands_and_no_large_library() -> None:
    """Each import is time in which a PC that boots gets no answer."""
    script = (
        "import sys\nfrom fogportable.cli.main import make_parser\nmake_parser('serve')\nprint(*sorted(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    imported = set(done.stdout.split())
    unwanted = {"PySide6", "scapy", "tftpy", "tomlkit", "fogportable.ui", "fogportable.simulator"}
    unwanted |= {
        "fogportable.fog",
        "fogportable.foglink",
        "fogportable.bootfiles",
        "fogportable.dnsmasq",
        "fogportable.session.rehearsal",
    }
    assert not imported & unwanted
