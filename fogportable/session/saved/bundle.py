"""A session as one file: put together, looked at before it is written, written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import json
import os
import secrets
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fogportable import __version__
from fogportable.config.profile import Profile
from fogportable.errors import FaultCode, FogPortableError
from fogportable.events import Record
from fogportable.figures import size_words
from fogportable.language import counted, say, to_say
from fogportable.model import Finding, LearnedShape, NetworkInterface
from fogportable.session.reading import LiveState
from fogportable.session.recorder import RecordedPacket
from fogportable.session.saved.frames import masked_packets, names_in
from fogportable.session.saved.masks import Masks, Redaction
from fogportable.session.saved.records import read_records, record_values
from fogportable.session.saved.table import TableFacts, build_table, hash_of
from fogportable.session.saved.values import decode, encode

FORMAT, VERSION = "fogportable-session", 1
#: What such a file's name ends with.
SUFFIX = ".fogsession"

MANIFEST, JOURNAL, TABLE, RECORDING = "manifest.json", "journal.jsonl", "table.json", "recording.pcapng"
PROFILE, MACHINE = "profile.toml", "machine.json"

_WHAT = {
    JOURNAL: to_say("the log"),
    TABLE: to_say("the table of computers"),
    RECORDING: to_say("packets of our own ports"),
    PROFILE: to_say("the profile"),
    MACHINE: to_say("versions, network cards, learned offers, findings"),
}


class BundleError(FogPortableError):
    """A saved session that cannot be written or opened."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is saved beside the session itself. profile: None where none was used. host: this machine's name."""

    versions: dict[str, str]
    cards: tuple[NetworkInterface, ...] = ()
    learned: tuple[LearnedShape, ...] = ()
    findings: tuple[Finding, ...] = ()
    profile: Profile | None = None
    host: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a bundle is made of, as it is: nothing masked yet. dropped: packets that gave way to newer ones."""

    state: LiveState
    packets: tuple[RecordedPacket, ...]
    dropped: int
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Bundle:
    """entries: file names and octets, as they will be written. contains, hidden: in words, for the preview."""

    entries: dict[str, bytes]
    contains: tuple[str, ...]
    hidden: tuple[str, ...]

    def write(self, path: Path) -> None:
        """Write it whole or not at all. Raises BundleError BUNDLE_NOT_WRITTEN."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, octets in self.entries.items():
                archive.writestr(name, octets)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            beside.write_bytes(packed.getvalue())
            os.replace(beside, path)
        except OSError as problem:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise BundleError(FaultCode.BUNDLE_NOT_WRITTEN, file=path, reason=problem.strerror) from problem


def compose(material: Material, redaction: Redaction) -> Bundle:
    """Put a bundle together, with what is to be hidden hidden. Takes a moment: for a job."""
    from fogportable.session.recording import write_recording

    state, around = material.state, material.around
    masks = Masks(redaction, names=_names(material), fog_hosts=_fog_hosts(material))
    lines, records = _written(state.records, masks)
    facts = decode(TableFacts, encode(state.facts, masks.text))
    # Of what is written, not of what is seen here: masked words may be cut elsewhere than real ones.
    rows = build_table(records, facts).rows
    packets = masked_packets(material.packets, masks)
    recording = io.BytesIO()
    write_recording(recording, packets, dropped=material.dropped, remark=_remark(redaction), mask=masks.text)
    is_whole = not state.dropped or (bool(state.records) and state.records[0].sequence <= state.facts.begin)
    entries = {
        MANIFEST: _json(_manifest(redaction, is_whole=is_whole)),
        JOURNAL: b"".join(line + b"\n" for line in lines),
        TABLE: json.dumps({"facts": encode(facts), "rows": encode(rows), "hash": hash_of(rows)}).encode(),
        RECORDING: recording.getvalue(),
        MACHINE: _json(_machine(around, masks)),
    }
    if around.profile is not None:
        entries[PROFILE] = masks.text(_profile_text(around.profile)).encode()
    return Bundle(entries, _contains(entries, len(lines), len(rows), len(packets)), _hidden(masks, material))


def _written(records: Sequence[Record], masks: Masks) -> tuple[list[bytes], list[Record]]:
    """The lines of the journal, and the records as somebody reads them who opens the file."""
    lines, read = [], []
    for record in records:
        hidden = masks.hidden
        line = json.dumps(record_values(record, masks.text)).encode()
        lines.append(line)
        read.append(record if masks.hidden == hidden else next(read_records((line,))))
    return lines, read


def _contains(entries: dict[str, bytes], records: int, rows: int, packets: int) -> tuple[str, ...]:
    counts = {
        JOURNAL: counted(records, "1 line", "{count} lines"),
        TABLE: counted(rows, "1 computer", "{count} computers"),
        RECORDING: counted(packets, "1 packet", "{count} packets"),
    }
    return tuple(
        f"{name}: {say(_WHAT[name])}, {counts[name] + ', ' if name in counts else ''}{size_words(len(octets))}"
        for name, octets in entries.items()
        if name in _WHAT
    )


def _hidden(masks: Masks, material: Material) -> tuple[str, ...]:
    macs, names = masks.counts
    wish = masks.redaction
    found = [say("Never in it: passwords and tokens, the address of FOG's pages, the name of the home folder.")]
    if wish.macs:
        found.append(
            say("Masked: {count} hardware addresses (the maker's part stays) and the numbers of machines.", count=macs)
        )
    if wish.names:
        found.append(say("Masked: {count} names of computers.", count=names))
    if wish.addresses:
        found.append(say("Masked: IP addresses; networks stay together."))
    real = [
        *([] if wish.macs else [say("hardware addresses")]),
        *([] if wish.names else [say("names of computers")]),
        *([] if wish.addresses else [say("IP addresses")]),
    ]
    if real:
        found.append(say("In it as they are: {what}.", what=", ".join(real)))
    if material.state.dropped or material.dropped:
        found.append(say("The beginning is missing: more happened than is kept."))
    return tuple(found)


def _names(material: Material) -> set[str]:
    """Names of computers: those that asked for addresses, those in packets, and this one."""
    told = (getattr(each.event, "host_name", "") for each in material.state.records)
    return {each for each in (*told, *names_in(material.packets), material.around.host) if each}


def _fog_hosts(material: Material) -> set[str]:
    profile = material.around.profile
    pages = (material.state.fog_pages, profile.fog.server if profile is not None else "")
    return {each.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0] for each in pages} - {""}


def _profile_text(profile: Profile) -> str:
    """As a file, without the FOG server's address. Raises BundleError for a profile that no file can hold."""
    import tempfile

    from fogportable.config.save import save_profile

    with tempfile.TemporaryDirectory(prefix="fogportable-") as folder:
        file = Path(folder) / PROFILE
        save_profile(replace(profile, fog=replace(profile.fog, server="")), file)
        return file.read_text(encoding="utf-8")


def _manifest(redaction: Redaction, *, is_whole: bool) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "saved": encode(datetime.now(UTC)),
        "is_whole": is_whole,
        "masked": encode(redaction),
    }


def _machine(around: Surroundings, masks: Masks) -> dict[str, Any]:
    return {
        "versions": {name: masks.text(version) for name, version in around.versions.items()},
        "cards": encode(around.cards, masks.text),
        "learned": encode(around.learned, masks.text),
        "findings": encode(around.findings, masks.text),
    }


def _remark(redaction: Redaction) -> str:
    masked = [name for name, is_on in encode(redaction).items() if is_on]
    return f"Masked before it was written: {', '.join(masked)}." if masked else ""


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=1).encode()


def entry_names() -> Sequence[str]:
    """All names that may stand in a bundle."""
    return (MANIFEST, JOURNAL, TABLE, RECORDING, PROFILE, MACHINE)
