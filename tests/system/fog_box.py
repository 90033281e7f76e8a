"""A FOG server in the lab: the fake's pages on port 80, files from dnsmasq's TFTP, and every request on its output.

Run as a program inside the namespace, because sockets belong to the namespace they are made in.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs, urlsplit

from tests.fakes.fog.server import fake_fog
from tests.fakes.fog.state import FogState, Request, page_of
from tests.system.lab import Lab, Process

FOG = "10.77.1.20"
#: What stands for FOG's kernel: a script, which iPXE's `kernel` and `boot` run just as well.
KERNEL_MARKER = "FOS-KERNEL-RUNS"
#: What is built into FOG's iPXE for the BIOS: whoever made the offer has default.ipxe.
BUILT_IN = """#!ipxe
isset ${proxydhcp/next-server} && set next-server ${proxydhcp/next-server} ||
chain tftp://${next-server}/default.ipxe
"""
_KERNEL = f"#!ipxe\necho {KERNEL_MARKER}\necho {KERNEL_MARKER}\nsleep 1\npoweroff || exit\n"


@dataclass
class FogBox:
    """A running server of the lab."""

    pages: Process
    tftp: Process

    def asked(self, page: str) -> list[dict[str, str]]:
        """What iPXE sent with each request for a page: by GET the query, by POST the form."""
        lines = [json.loads(line) for line in self.pages.text().splitlines() if line.startswith("{")]
        return [line["sent"] for line in lines if line["page"] == page and line["agent"].startswith("iPXE")]


def start_fog(school: Lab, files: Path, *, tasks: dict[str, str] | None = None, version: str = "1.5.8") -> FogBox:
    """Put a server into the school's network. files: its TFTP folder. tasks: kinds by MAC address."""
    school.add_namespace("fog")
    school.connect("fog", "fog0", f"{FOG}/24")
    command = ["dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--port=0", "--enable-tftp", f"--tftp-root={files}"]
    tftp = school.start("fog", "fog-tftp", [*command, "--interface=fog0", "--log-facility=-"])
    tftp.wait_for("TFTP root is", 10)
    words = json.dumps({"tasks": tasks or {}, "version": version})
    pages = school.start(
        "fog", "fog-pages", [sys.executable, "-m", "tests.system.fog_box", words], PYTHONUNBUFFERED="1"
    )
    pages.wait_for("serving", 20)
    return FogBox(pages, tftp)


def fill_tftp(folder: Path, programs: dict[str, Path]) -> Path:
    """A TFTP folder as FOG's installer leaves it: programs by name, and the default.ipxe that leads to boot.php."""
    for name, program in programs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(program, folder / name)
    for name in ("default.ipxe", "autoexec.ipxe"):
        (folder / name).write_text(_DEFAULT)
    return folder


#: As FOG's installer writes it, all parameters of a computer with one card.
_DEFAULT = f"""#!ipxe
isset ${{ip}} || dhcp
cpuid --ext 29 && set arch x86_64 || set arch ${{buildarch}}
params
param mac0 ${{net0/mac}}
param arch ${{arch}}
param platform ${{platform}}
param product ${{product}}
param manufacturer ${{product}}
param ipxever ${{version}}
param filename ${{filename}}
param sysuuid ${{uuid}}
isset ${{net1/mac}} && param mac1 ${{net1/mac}} || goto bootme
:bootme
chain http://{FOG}/fog/service/ipxe/boot.php##params
"""


def main() -> None:
    """Serve until ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", type=json.loads)
    wanted = parser.parse_args().words
    state = FogState(version=wanted["version"], tasks=wanted["tasks"], on_request=_tell)
    state.imaging_files = {name: _KERNEL.encode() for name in ("bzImage", "init.xz")}
    with tempfile.TemporaryDirectory() as folder, fake_fog(Path(folder) / "unused", state, host=FOG, port=80):
        print("serving")
        Event().wait()


def _tell(state: FogState, request: Request) -> None:
    text = request.body.decode() if request.method == "POST" else urlsplit(request.target).query
    sent = {name: values[-1] for name, values in parse_qs(text, keep_blank_values=True).items()}
    agent = request.headers.get("user-agent", "")
    print(json.dumps({"page": page_of(state, request.target), "agent": agent, "sent": sent}))


if __name__ == "__main__":
    main()
