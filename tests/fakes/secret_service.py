"""A Secret Service on a session bus of its own, with the ways in which a keyring may be locked or ask a person."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusAddress

_API = "org.freedesktop.Secret"
_COLLECTION = "/org/freedesktop/secrets/collection/login"
_PROMPT = "/org/freedesktop/secrets/prompt/1"


@dataclass
class FakeSecretService:
    """What it holds, and how it behaves. asked: prompts that were shown. says_no: the person dismisses them."""

    items: dict[str, tuple[dict[str, str], bytes]] = field(default_factory=dict)
    is_locked: bool = False
    says_no: bool = False
    has_collection: bool = True
    knows_plain: bool = True
    asked: int = 0
    made: int = 0

    def answer(self, method: str, path: str, body: tuple[object, ...]) -> tuple[str, tuple[object, ...]] | None:
        """Signature and values of the answer; None for an error."""
        match method:
            case "OpenSession":
                return ("vo", (("s", ""), f"{_COLLECTION}/session")) if self.knows_plain else None
            case "SearchItems":
                wanted = dict(body[0]).items()  # type: ignore[call-overload]
                found = [place for place, (attributes, _) in self.items.items() if wanted <= attributes.items()]
                return "aoao", ([], found) if self.is_locked else (found, [])
            case "Unlock":
                return "aoo", ([], _PROMPT) if self.is_locked else (body[0], "/")
            case "ReadAlias":
                return "o", (_COLLECTION if self.has_collection else "/",)
            case "CreateItem":
                return "oo", (self._keep(*body), "/")
            case "GetSecret":
                return "(oayays)", ((body[0], b"", self.items[path][1], "text/plain"),)
            case "Delete":
                del self.items[path]
                return "o", ("/",)
            case "Prompt":
                self.asked += 1
                self.is_locked = self.is_locked and self.says_no
                return "", ()
        return None

    def _keep(self, properties: object, secret: object, replace: object) -> str:
        attributes = dict(properties[f"{_API}.Item.Attributes"][1])  # type: ignore[index]
        same = [place for place, (known, _) in self.items.items() if known == attributes]
        if not (same and replace):
            self.made += 1
            same = [f"{_COLLECTION}/{self.made}"]
        self.items[same[0]] = (attributes, bytes(secret[2]))  # type: ignore[index]
        return same[0]


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """A message bus without anybody on it. Gives its address. Skips where there is no dbus-daemon."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("dbus-daemon is not installed")
    settings = folder / "bus.conf"
    allowed = '<allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/>'
    policy = f'<policy context="default">{allowed}</policy>'
    listen = f"<listen>unix:path={folder}/bus</listen>"
    settings.write_text(f"<busconfig><type>session</type>{listen}{policy}</busconfig>")
    command = [program, f"--config-file={settings}", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def secret_service(address: str) -> Iterator[FakeSecretService]:
    """The service on a bus, until the block ends."""
    fake = FakeSecretService()
    with open_dbus_connection(address) as connection:
        flags = DBusNameFlags.do_not_queue
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets", flags))
        thread = threading.Thread(target=_serve, args=(connection, fake), daemon=True)
        thread.start()
        yield fake
        with open_dbus_connection(address) as other:
            other.send(_end_message())
            thread.join(10)
    assert not thread.is_alive()


def _end_message() -> Message:
    from jeepney import new_method_call

    return new_method_call(DBusAddress("/", "org.freedesktop.secrets", "test.End"), "End")


def _serve(connection: DBusConnection, fake: FakeSecretService) -> None:
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        method, path = message.header.fields[HeaderFields.member], message.header.fields[HeaderFields.path]
        if method == "End":
            return
        answer = fake.answer(method, path, message.body)
        if answer is None:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.NotSupported"))
            continue
        connection.send(new_method_return(message, answer[0] or None, answer[1]))
        if method == "Prompt":
            emitter = DBusAddress(path, interface=f"{_API}.Prompt")
            connection.send(new_signal(emitter, "Completed", "bv", (fake.says_no, ("s", ""))))
