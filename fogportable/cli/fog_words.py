"""What was found at a FOG server: lines for people, values for JSON."""

from __future__ import annotations

from fogportable.bootfiles.from_fog import BroughtFiles
from fogportable.cli.output import fault_values
from fogportable.fog.boot_answer import BootAnswer, DiskAnswer, MenuAnswer, TaskAnswer
from fogportable.fog.boot_names import SERVED_ARCHS, boot_file_for
from fogportable.fog.imaging_files import usable_pairs
from fogportable.fog.preview import Preview
from fogportable.fog.server import FogServer, Presence
from fogportable.protocol.pxe.archs import ARCH_NAMES, arch_name, arch_names, archs_label

_WIDTH = 14


def identified_lines(server: FogServer) -> list[str]:
    """A heading, then a line for each thing that is known."""
    version = "of unknown version" if server.version is None else server.version.text
    lines = [
        f"FOG {version} at {server.address.url}",
        _fact("Database", server.database.value),
        _fact("API", server.api.value),
    ]
    if server.kernels:
        kernels = ", ".join(f"{each.name} {each.version or '(version unknown)'}" for each in server.kernels)
        lines.append(_fact("Kernels", kernels))
    if server.space is not None:
        lines.append(_fact("Disk space", f"{server.space.free} free of {server.space.total}"))
    if server.imaging_files:
        processors = ", ".join(pair.processor for pair in usable_pairs(server.imaging_files))
        lines.append(_fact("Imaging for", processors or "no computer: kernel or init are missing"))
    if server.default_url:
        lines.append(_fact("default.ipxe", f"leads to {server.default_url}"))
    if server.boot_files:
        lines += [
            _fact("Secure Boot", "has signed loaders" if _has_any(server, "secureboot/") else "has no signed loaders"),
            _fact(
                "Slow links", "has loaders that wait ten seconds" if _has_any(server, "10secdelay/") else "no loaders"
            ),
            _fact("Boot files", f"{len(server.file_names)} known ones"),
            *_boot_file_lines(server),
        ]
    return lines


def _has_any(server: FogServer, folder: str) -> bool:
    return any(name.startswith(folder) for name in server.file_names)


def _fact(name: str, words: str) -> str:
    return f"  {name:<{_WIDTH}}{words}"


def _boot_file_lines(server: FogServer) -> list[str]:
    return [
        f"    {archs_label(ARCH_NAMES[arch_name(arch)]):<18}{boot_file_for(arch, server.file_names) or 'none'}"
        for arch in SERVED_ARCHS
    ]


def identified_values(server: FogServer) -> dict[str, object]:
    """A FOG server as JSON has it."""
    space = server.space
    return {
        "url": server.address.url,
        "host": server.address.host,
        "scheme": server.address.scheme,
        "web_root": server.address.path("").strip("/"),
        "version": None if server.version is None else server.version.text,
        "generation": server.generation.value,
        "api": server.api.value,
        "database": server.database.value,
        "kernels": [{"name": each.name, "version": each.version or None} for each in server.kernels],
        "space": None if space is None else {"total": space.total, "used": space.used, "free": space.free},
        "default_ipxe": server.default_url or None,
        "boot": {arch_name(arch): boot_file_for(arch, server.file_names) for arch in SERVED_ARCHS},
        "files": [
            {"name": each.name, "size_bytes": each.size_bytes}
            for each in server.boot_files
            if each.presence is Presence.THERE
        ],
        "imaging": [pair.processor for pair in usable_pairs(server.imaging_files)],
        "imaging_files": [
            {"name": each.name, "size_bytes": each.size_bytes}
            for each in server.imaging_files
            if each.presence is Presence.THERE
        ],
        "notes": [fault_values(note) for note in server.notes],
    }


def previewed_lines(seen: Preview) -> list[str]:
    """Whom FOG takes the computer for, what happens, and the entries of a menu."""
    lines = [seen.who, seen.sentence]
    if seen.is_destructive:
        lines.append("What is on its disk is lost then.")
    return [*lines, *(f"  {'>' if line.is_default else ' '} {line.words}" for line in seen.lines)]


def previewed_values(seen: Preview) -> dict[str, object]:
    """A preview as JSON has it."""
    return {
        "mac": str(seen.mac),
        "arch": arch_name(seen.arch),
        "words": seen.sentence,
        "destroys": seen.is_destructive,
        **_answer_values(seen.answer),
        "notes": [fault_values(note) for note in seen.notes],
    }


def _answer_values(answer: BootAnswer) -> dict[str, object]:
    if isinstance(answer, MenuAnswer):
        return {
            "kind": "menu",
            "registration": answer.registration.value,
            "host": answer.host or None,
            "items": [
                {
                    "name": item.name,
                    "label": item.label,
                    "kind": item.kind.value,
                    "mode": item.mode or None,
                    "start": None if item.start is None else item.start.value,
                }
                for item in answer.items
            ],
            "default": answer.default or None,
            "timeout_s": answer.timeout_s,
        }
    if isinstance(answer, DiskAnswer):
        hidden = {"key": answer.key, "timeout_s": answer.timeout_s} if answer.key else None
        return {"kind": "disk", "start": answer.start.value, "hidden_menu": hidden}
    return _task_values(answer)


def _task_values(answer: TaskAnswer) -> dict[str, object]:
    return {
        "kind": "task",
        "task": answer.kind.value,
        "host": answer.host or None,
        "image": answer.image or None,
        "storage": answer.storage or None,
        "kernel": answer.kernel,
        "init": answer.init or None,
        "port": answer.port,
        "is_debug": answer.is_debug,
        "shuts_down": answer.shuts_down,
    }


def brought_lines(brought: BroughtFiles) -> list[str]:
    """The boot set, and which file each kind of computer gets."""
    found = brought.boot_set
    rules = [f"    {archs_label(rule.archs):<18}{rule.file}" for rule in found.rules]
    return [f"{found.title}: {len(found.files)} files in {found.folder}", *rules]


def brought_values(brought: BroughtFiles) -> dict[str, object]:
    """A boot set out of a FOG server as JSON has it."""
    found = brought.boot_set
    return {
        "title": found.title,
        "folder": str(found.folder),
        "origin": found.origin,
        "version": found.version or None,
        "rules": [{"arch": arch_names(rule.archs), "file": rule.file} for rule in found.rules],
        "files": [{"name": each.name, "sha256": each.sha256, "size_bytes": each.size_bytes} for each in found.files],
        "notes": [fault_values(note) for note in brought.notes],
    }
