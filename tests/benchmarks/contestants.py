"""How each server is started for a load, ours and the C servers, so that they do the same work."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path

from fogportable.simulator.boot_files import write_boot_files
from tests.benchmarks.compiler import Clients
from tests.benchmarks.debian import DebianServers
from tests.benchmarks.probes import FIRST_CLIENT, answers_tcp, answers_tftp
from tests.benchmarks.processes import Program, running
from tests.benchmarks.rounds import Settings
from tests.fakes.namespaces import Namespace

REPOSITORY = Path(__file__).resolve().parents[2]

OUR_ADDRESS = "127.0.0.1"
_DNSMASQ_ADDRESS = "127.0.77.1"
_HPA_ADDRESS = "127.0.78.1"
_ATFTPD_ADDRESS = "127.0.79.1"
_NGINX_ADDRESS = "127.0.80.1"

#: Files of random octets that all servers give out, and one that says whether they do.
FILE = "file"
MIDDLE_FILE = "middle"
SHORT_FILE = "short"
LOADER = "rehearsal-x64.efi"

_NGINX = """
daemon off;
user root;
worker_processes 1;
pid {folder}/nginx.pid;
events {{ worker_connections 512; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen {address}:{port}; root {root}; }}
}}
"""


@dataclass
class Bench:
    """What all cells share. folder: of this run. root: what is served, with FILE in it.

    network: loopback of our own, so that standard ports are free and nobody's are taken.
    """

    settings: Settings
    folder: Path
    root: Path
    network: Namespace
    clients: Clients
    debian: DebianServers

    @property
    def file(self) -> Path:
        return self.root / FILE


@dataclass(frozen=True, slots=True)
class Server:
    """A program that answers at an address. clients: the network that load comes from, None for the server's own.

    first_client: address of the first load client; the others have the next ones.
    """

    program: Program
    address: str
    port: int = 69
    clients: Namespace | None = None
    first_client: IPv4Address = FIRST_CLIENT

    @property
    def near(self) -> Namespace:
        """Where clients of it are."""
        return self.clients or self.program.namespace

    @property
    def name(self) -> str:
        return self.program.name


def make_root(folder: Path, sizes: Mapping[str, int]) -> Path:
    """A boot folder with boot files and files of those names and sizes (octets)."""
    root = folder / "root"
    root.mkdir()
    write_boot_files(root)
    for name, length in sizes.items():
        with (root / name).open("wb") as file:
            for _ in range(0, length, 1 << 20):
                file.write(os.urandom(min(length, 1 << 20)))
    for each in (folder, root):
        each.chmod(0o755)
    return root


# --- ours -------------------------------------------------------------------------------------------------------


def our_environment(bench: Bench, name: str) -> dict[str, str]:
    """A home of its own, and compiled modules kept, as an installed program has them."""
    home = bench.folder / f"home-{name}"
    home.mkdir(exist_ok=True)
    return {
        "FOGPORTABLE_HOME": str(home),
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONPYCACHEPREFIX": str(bench.folder / "pycache"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONUNBUFFERED": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def our_command(bench: Bench, interface: str = "lo") -> list[str | Path]:
    """`fogportable serve`, the whole program."""
    words = ["-m", "fogportable", "serve", "--json", "--interface", interface, "--boot", f"x64={LOADER}"]
    return [sys.executable, *words, "--root", bench.root]


@contextlib.contextmanager
def ours(bench: Bench, name: str = "ours", environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """On loopback, standard ports."""
    more = {**our_environment(bench, name), **(environment or {})}
    with running(name, our_command(bench), bench.folder, namespace=bench.network, environment=more) as program:
        yield ready(Server(program, OUR_ADDRESS), program.wait_until_idle)


@contextlib.contextmanager
def ours_without_segmentation(bench: Bench) -> Iterator[Server]:
    """As on a kernel that cannot cut a window into datagrams."""
    library = bench.clients.library("no_segmentation")
    with ours(bench, "ours without GSO", {"LD_PRELOAD": str(library)}) as server:
        yield server


@contextlib.contextmanager
def ours_in_window(bench: Bench) -> Iterator[Server]:
    """The window with the services in the same process; at another address than `ours`, and it has HTTP too."""
    name = "ours in window"
    environment = our_environment(bench, name)
    profile = bench.folder / "window.toml"
    profile.write_text(
        f'[network]\ninterfaces = ["lo"]\n[boot]\nroot = {json.dumps(str(bench.root))}\n'
        f'[[boot.rule]]\narch = "x64"\nfile = "{LOADER}"\n[room]\ncomputers = 30\n'
    )
    state = Path(environment["FOGPORTABLE_HOME"]) / "state"
    state.mkdir(exist_ok=True)
    (state / "state.json").write_text(json.dumps({"last_profile": str(profile)}))
    command = [sys.executable, "-m", "tests.benchmarks.ours_in_window"]
    with contextlib.ExitStack() as stack:
        network = stack.enter_context(contextlib.closing(Namespace()))  # Of its own: the ports are those of `ours`.
        program = running(name, command, bench.folder, namespace=network, environment=environment)
        it = stack.enter_context(program)
        it.wait_until(lambda: "serving" in it.said(), "did not serve")
        yield ready(Server(it, OUR_ADDRESS), it.wait_until_idle)


# --- others -----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def dnsmasq(bench: Bench) -> Iterator[Server]:
    command = [f"--listen-address={_DNSMASQ_ADDRESS}", *serving_files(bench)]
    with running_dnsmasq(bench, command, bench.network) as program:
        yield ready(Server(program, _DNSMASQ_ADDRESS))


def serving_files(bench: Bench) -> list[str]:
    """What makes dnsmasq a TFTP server of the same files."""
    return ["--enable-tftp", f"--tftp-root={bench.root}", "--tftp-max=512", "--quiet-tftp"]


def running_dnsmasq(bench: Bench, flags: list[str], namespace: Namespace) -> contextlib.AbstractContextManager[Program]:
    """dnsmasq with its usual log and nothing but these flags."""
    brought = bench.debian.bring("dnsmasq-base", "sbin/dnsmasq")
    command: list[str | Path] = [brought.program, "--keep-in-foreground", "--conf-file=/dev/null", "--port=0"]
    command += ["--user=root", "--bind-interfaces", "--pid-file=", "--log-facility=-", *flags]
    return _other(bench, "dnsmasq", command, brought.libraries, namespace)


@contextlib.contextmanager
def tftpd_hpa(bench: Bench) -> Iterator[Server]:
    brought = bench.debian.bring("tftpd-hpa", "sbin/in.tftpd")
    command: list[str | Path] = [brought.program, "--foreground", "--address", f"{_HPA_ADDRESS}:69", "--user", "root"]
    command += ["--secure", bench.root]
    with _other(bench, "tftpd-hpa", command, brought.libraries) as program:
        yield ready(Server(program, _HPA_ADDRESS))


@contextlib.contextmanager
def atftpd(bench: Bench) -> Iterator[Server]:
    brought = bench.debian.bring("atftpd", "sbin/atftpd")
    command: list[str | Path] = [brought.program, "--daemon", "--no-fork", "--bind-address", _ATFTPD_ADDRESS]
    command += ["--port", "69", "--user", "root", "--group", "root", "--maxthread", "512"]
    command += ["--verbose=0", "--logfile", "/dev/stdout", bench.root]
    with _other(bench, "atftpd", command, brought.libraries) as program:
        yield ready(Server(program, _ATFTPD_ADDRESS))


@contextlib.contextmanager
def nginx(bench: Bench) -> Iterator[Server]:
    brought = bench.debian.bring("nginx", "sbin/nginx")
    folder, port = bench.folder / "nginx", 8081
    folder.mkdir(exist_ok=True)
    configuration = folder / "nginx.conf"
    configuration.write_text(_NGINX.format(folder=folder, address=_NGINX_ADDRESS, port=port, root=bench.root))
    command: list[str | Path] = [brought.program, "-e", "stderr", "-p", folder, "-c", configuration]
    with _other(bench, "nginx", command, brought.libraries) as program:
        with bench.network.entered():
            program.wait_until(partial(answers_tcp, _NGINX_ADDRESS, port), "does not answer")
        program.rest()
        yield Server(program, _NGINX_ADDRESS, port)


def _other(
    bench: Bench, name: str, command: list[str | Path], libraries: str, namespace: Namespace | None = None
) -> contextlib.AbstractContextManager[Program]:
    more = {"LD_LIBRARY_PATH": libraries} if libraries else {}
    return running(name, command, bench.folder, namespace=namespace or bench.network, environment=more)


def ready(server: Server, settle: Callable[[], None] = lambda: None) -> Server:
    """Once it gives out files; it rests until it is its turn. settle: ours still loads what serving does not need."""
    is_there = partial(answers_tftp, server.address, server.port, LOADER, str(server.first_client))
    with server.near.entered():
        server.program.wait_until(is_there, "does not answer read requests")
    settle()
    server.program.rest()
    return server


ServerMaker = Callable[[Bench], contextlib.AbstractContextManager[Server]]
