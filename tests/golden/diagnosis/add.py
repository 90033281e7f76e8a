"""Put a capture into the library: `python -m tests.golden.diagnosis.add FILE --verdict ID --mac MAC --how WORDS`.

Several computers: repeat `--client MAC=ID`. The label says what is true, by the client's screen, not what the engine
thinks. Long transfers are cut and contents of files blanked. One whose name begins with `aside-` is kept aside.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fogportable.diagnosis import Verdict
from tests.golden.diagnosis.library import LIBRARY, LabelledClient, shortened, write_capture, write_label

SOURCES = ("firmware", "traces", "simulated")


def main(arguments: list[str] | None = None) -> int:
    """Returns 0; usage errors end the program with 2."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--name", help="in the library; the file's own name without it")
    parser.add_argument("--verdict", type=_verdict, help="of the one computer")
    parser.add_argument("--mac", help="of the one computer")
    parser.add_argument("--client", action="append", default=[], metavar="MAC=VERDICT", help="one of several")
    parser.add_argument("--note", action="append", default=[], help="a verdict that must stand in the notes")
    parser.add_argument("--source", choices=SOURCES, default="firmware")
    parser.add_argument("--how", required=True, help="what the label rests on: what the screen said")
    args = parser.parse_args(arguments)
    pairs = [each.rpartition("=")[::2] for each in args.client]
    if args.verdict is not None and args.mac is not None:
        pairs.append((args.mac, args.verdict))
    if not pairs:
        parser.error("say --mac and --verdict, or --client MAC=VERDICT")
    name = args.name or args.file.stem
    LIBRARY.mkdir(exist_ok=True)
    clients = [LabelledClient(mac, _verdict(verdict), tuple(args.note)) for mac, verdict in pairs]
    write_capture(LIBRARY / f"{name}.pcap", shortened(args.file))
    write_label(name, args.source, args.how, clients)
    return 0


def _verdict(text: str) -> str:
    return Verdict(text).value


if __name__ == "__main__":
    sys.exit(main())
