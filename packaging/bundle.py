"""Who made the parts of one package: Python packages, libraries of this Debian, Python itself, the boot set.

`fogportable.spec` asks once it knows which files go in, and puts the NOTICE in as well.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path

from licences import Component, component_of, python_components
from notice import notice_of

_DOCUMENTS = Path("/usr/share/doc")
#: A word of a machine-readable copyright file. Source: Debian's copyright-format 1.0.
_LICENCE_LINE = re.compile(r"^License: *(\S.*)$", re.MULTILINE)
_MACHINE_READABLE = "copyright-format/1.0"


def write_notice(project: Path, stage: Path, libraries: Iterable[str], epoch_s: int) -> None:
    """`resources/NOTICE` and `sbom.cdx.json` below the folder of the build. libraries: files that were taken in."""
    sets = sorted((stage / "resources" / "boot-sets").glob("*/boot-set.toml"))
    components = (
        _python(),
        component_of(distribution("pyinstaller")),
        *python_components(project),
        *system_components(libraries),
        *(_boot_set(path) for path in sets),
    )
    (stage / "resources").mkdir(parents=True, exist_ok=True)
    (stage / "resources" / "NOTICE").write_text(notice_of(components, has_versions=True), encoding="utf-8")
    version = _version_of(project)
    (stage / "sbom.cdx.json").write_text(sbom_of(components, version, epoch_s), encoding="utf-8")


def _version_of(project: Path) -> str:
    text = (project / "fogportable" / "__init__.py").read_text(encoding="utf-8")
    match = re.search(r'__version__ = "(.+)"', text)
    assert match is not None
    return match[1]


def _python() -> Component:
    base = Path(sys.base_prefix, "lib", f"python{sys.version_info.major}.{sys.version_info.minor}", "LICENSE.txt")
    texts = (base.read_text(encoding="utf-8").strip(),) if base.is_file() else ()
    version = platform.python_version()
    return Component(
        "python", version, "PSF-2.0", "https://www.python.org/downloads/source/", f"pkg:generic/python@{version}", texts
    )


def _boot_set(set_file: Path) -> Component:
    """The package of Debian that a boot set was taken from. Its file is written by `bootfiles get`."""
    text = set_file.read_text(encoding="utf-8")
    version = re.search(r'^package_version = "(.*)"$', text, re.MULTILINE)
    origin = re.search(r'^origin = "(.*), packages? (.*)"$', text, re.MULTILINE)
    assert version is not None
    assert origin is not None
    return Component(
        origin[2],
        version[1],
        "GPL-2.0-or-later",
        f"source package {origin[2]} {version[1]} of {origin[1]}",
        f"pkg:deb/debian/{origin[2]}@{version[1]}",
        tuple(path.read_text(encoding="utf-8").strip() for path in sorted(set_file.parent.glob("COPYRIGHT*.txt"))),
    )


# --- libraries of this system -----------------------------------------------------------------------------------


def system_components(libraries: Iterable[str]) -> Iterator[Component]:
    """The packages of Debian that these files belong to, each once, by name. Files of no package are passed over."""
    owned = {name: path for path in libraries if (name := _package_of(Path(path)))}
    for name in sorted(owned):
        shown = ["dpkg-query", "--show", "--showformat", "${Version} ${source:Package} ${source:Version}", name]
        version, source, source_version = _output(shown).split(" ")
        bare = name.partition(":")[0]
        path = _DOCUMENTS / bare / "copyright"
        text = path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""
        purl = f"pkg:deb/debian/{bare}@{version}"
        place = f"source package {source} {source_version} of Debian"
        yield Component(bare, version, licence_words(text), place, purl, (text,) if text else ())


def licence_words(text: str) -> str:
    """The licence of a package's first files, as its copyright file says it; where to read where it does not."""
    found = _LICENCE_LINE.search(text) if _MACHINE_READABLE in text[:400] else None
    return found[1].strip() if found is not None else "see its text"


def _package_of(path: Path) -> str:
    """Of a file; empty for one that no package brought."""
    real = path.resolve()
    # Packages still name files of /usr as they lay before it took in /lib.
    names = [str(real), str(real).removeprefix("/usr")]
    done = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        if not line.startswith("diversion "):
            return line.rpartition(": ")[0].partition(",")[0]
    return ""


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


# --- the list for machines --------------------------------------------------------------------------------------


def sbom_of(components: Sequence[Component], version: str, epoch_s: int) -> str:
    """A bill of materials in CycloneDX 1.5, the same for the same parts. epoch_s: when it was made."""
    parts = [_entry(each) for each in components]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch_s, UTC).isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "name": "fogportable",
                "version": version,
                "licenses": [{"expression": "GPL-2.0-only"}],
            },
        },
        "components": parts,
    }
    return json.dumps(document, indent=1) + "\n"


def _entry(component: Component) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "purl": component.purl,
        "licenses": [{"license": {"name": component.licence}}],
    }
    if component.source.startswith("https:"):
        entry["externalReferences"] = [{"type": "vcs", "url": component.source}]
    else:
        entry["description"] = component.source
    return entry
