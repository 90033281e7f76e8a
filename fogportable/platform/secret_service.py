"""The Secret Service of a Linux desktop: GNOME's keyring, KWallet since KDE Frameworks 5.97, KeePassXC.

Source: the freedesktop.org Secret Service API 0.2. The session's algorithm is "plain": a secret goes over the user's
own session bus, whose socket only that user and root may read; whoever may, could ask for the secret as well. The other
algorithm would need a library of cryptography, and those that there are carry OpenSSL, whose licence does not go with
scapy's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_BUS_NAME = "org.freedesktop.secrets"
_SERVICE = "/org/freedesktop/secrets"
_API = "org.freedesktop.Secret"
#: "No object", where a prompt or a collection might be named.
_NONE = "/"
#: A question that needs no person (s).
_ANSWER_TIMEOUT_S = 10.0
_SECRET = "(oayays)"


class SecretServiceRefused(Exception):
    """The service, or the person at its prompt, did not do it. Its text is the error's name on D-Bus."""


class SecretService:
    """A backend of `vault.Vault`. Each question is a connection of its own, and blocks while a person is asked."""

    #: What `vault` asks of a kind: that it may be used at all.
    priority = 5

    def get_password(self, service: str, username: str) -> str | None:
        """None where there is none, or nobody unlocks it."""
        with _Talk.opened() as talk:
            item = talk.find(service, username)
            return None if item is None else talk.secret_of(item)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it in the default collection, in place of an older one."""
        with _Talk.opened() as talk:
            talk.keep(f"{service}: {username}", _attributes(service, username), password)

    def delete_password(self, service: str, username: str) -> None:
        """Forget it. Raises KeyError where there is none."""
        with _Talk.opened() as talk:
            item = talk.find(service, username)
            if item is None:
                raise KeyError(username)
            talk.delete(item)


def load_running() -> type[SecretService]:
    """The backend. Raises OSError, KeyError or SecretServiceRefused where no service runs, nor could be started."""
    with _Talk.opened() as talk:
        talk.require_service()
    return SecretService


def _attributes(service: str, username: str) -> dict[str, str]:
    """As the Python package keyring writes them, so that what earlier versions kept is found."""
    return {"service": service, "username": username}


class _Talk:
    """One connection to the session bus, with a session of the service. connection: jeepney's `DBusConnection`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._session = ""

    @classmethod
    @contextmanager
    def opened(cls) -> Iterator[_Talk]:
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(os.environ["DBUS_SESSION_BUS_ADDRESS"]) as connection:
            yield cls(connection)

    def require_service(self) -> None:
        """Raises SecretServiceRefused unless somebody has the name, or is started by asking for it."""
        from jeepney import DBusAddress

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        (has_owner,) = self._call(bus, "NameHasOwner", "s", (_BUS_NAME,))
        if not has_owner:
            self._call(bus, "StartServiceByName", "su", (_BUS_NAME, 0))

    def find(self, service: str, username: str) -> str | None:
        """The item's path, unlocked; None for none."""
        unlocked, locked = self._ask(
            _SERVICE, "Service", "SearchItems", "a{ss}", (_attributes(service, username),), size=2
        )
        if not unlocked and locked:
            unlocked = self._unlock(locked[:1])
        return str(unlocked[0]) if unlocked else None

    def secret_of(self, item: str) -> str:
        (secret,) = self._ask(item, "Item", "GetSecret", "o", (self._open_session(),), size=1)
        return bytes(secret[2]).decode()

    def keep(self, label: str, attributes: dict[str, str], password: str) -> None:
        (collection,) = self._ask(_SERVICE, "Service", "ReadAlias", "s", ("default",), size=1)
        if collection == _NONE:
            raise SecretServiceRefused("there is no default keyring")
        if not self._unlock([collection]):
            raise SecretServiceRefused("the keyring stays locked")
        properties = {f"{_API}.Item.Label": ("s", label), f"{_API}.Item.Attributes": ("a{ss}", attributes)}
        secret = (self._open_session(), b"", password.encode(), "text/plain; charset=utf8")
        body = (properties, secret, True)
        item, prompt = self._ask(collection, "Collection", "CreateItem", f"a{{sv}}{_SECRET}b", body, size=2)
        if item == _NONE and self._prompt(prompt):
            raise SecretServiceRefused("the prompt was dismissed")

    def delete(self, item: str) -> None:
        (prompt,) = self._ask(item, "Item", "Delete", "", (), size=1)
        if self._prompt(prompt):
            raise SecretServiceRefused("the prompt was dismissed")

    def _open_session(self) -> str:
        if not self._session:
            body = ("plain", ("s", ""))
            _, self._session = self._ask(_SERVICE, "Service", "OpenSession", "sv", body, size=2)
        return self._session

    def _unlock(self, paths: list[str]) -> list[str]:
        """Those that are unlocked afterwards: all, or none when the person did not want to."""
        unlocked, prompt = self._ask(_SERVICE, "Service", "Unlock", "ao", (paths,), size=2)
        was_dismissed = self._prompt(prompt)
        return [] if was_dismissed else (unlocked or paths)

    def _prompt(self, path: str) -> bool:
        """Show a prompt and wait for the person, without an end of ours: `vault` gives up. True when dismissed."""
        if path == _NONE:
            return False
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=f"{_API}.Prompt", member="Completed", path=path)
        with self._connection.filter(rule) as signals:
            self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_TIMEOUT_S)
            self._ask(path, "Prompt", "Prompt", "s", ("",), size=0)
            dismissed, _ = self._connection.recv_until_filtered(signals).body
        return bool(dismissed)

    def _ask(
        self, path: str, interface: str, method: str, signature: str, body: tuple[object, ...], *, size: int
    ) -> tuple[Any, ...]:
        """The answer's values, of which there must be so many. Raises SecretServiceRefused."""
        from jeepney import DBusAddress

        answer = self._call(DBusAddress(path, _BUS_NAME, f"{_API}.{interface}"), method, signature, body)
        if len(answer) != size:
            raise SecretServiceRefused(f"{method} answered with {len(answer)} values")
        return answer

    def _call(self, address: object, method: str, signature: str, body: tuple[object, ...]) -> tuple[Any, ...]:
        from jeepney import HeaderFields, MessageType, new_method_call

        message = new_method_call(address, method, signature or None, body)
        reply = self._connection.send_and_get_reply(message, timeout=_ANSWER_TIMEOUT_S)
        if reply.header.message_type is MessageType.error:
            raise SecretServiceRefused(str(reply.header.fields.get(HeaderFields.error_name)))
        return tuple(reply.body)
