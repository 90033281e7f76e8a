"""The keyring of a Linux desktop over a real message bus: kept, found, unlocked by a person, refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogportable.errors import FaultCode, FogError
from fogportable.platform.vault import Vault, find_vault
from tests.fakes.secret_service import FakeSecretService, secret_service, session_bus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def service(bus: str) -> Iterator[FakeSecretService]:
    with secret_service(bus) as fake:
        yield fake


@pytest.fixture
def vault(service: FakeSecretService) -> Vault:
    found = find_vault()
    assert found is not None
    assert found.name == "Secret Service"
    return found


def test_a_bus_without_a_keyring_has_none(bus: str) -> None:
    assert find_vault() is None


def test_what_is_kept_is_read_replaced_and_forgotten(vault: Vault, service: FakeSecretService) -> None:
    assert vault.read("FOG Portable", "a") is None
    vault.keep("FOG Portable", "a", "one")
    vault.keep("FOG Portable", "b", "other")
    vault.keep("FOG Portable", "a", "zwei ü")
    assert vault.read("FOG Portable", "a") == "zwei ü"
    assert len(service.items) == 2
    assert vault.forget("FOG Portable", "a")
    assert not vault.forget("FOG Portable", "a")
    assert vault.read("FOG Portable", "b") == "other"


def test_what_the_package_keyring_kept_is_found(vault: Vault, service: FakeSecretService) -> None:
    attributes = {"application": "Python keyring library", "service": "FOG Portable", "username": "a"}
    service.items["/org/freedesktop/secrets/collection/login/old"] = (attributes, b"geheim")
    assert vault.read("FOG Portable", "a") == "geheim"


def test_a_locked_keyring_is_unlocked_by_the_person_at_its_prompt(vault: Vault, service: FakeSecretService) -> None:
    vault.keep("FOG Portable", "a", "one")
    service.is_locked = True
    assert vault.read("FOG Portable", "a") == "one"
    assert service.asked == 1
    assert not service.is_locked


def test_a_person_who_says_no_is_obeyed(vault: Vault, service: FakeSecretService) -> None:
    vault.keep("FOG Portable", "a", "one")
    service.is_locked = service.says_no = True
    assert vault.read("FOG Portable", "a") is None
    with pytest.raises(FogError) as refused:
        vault.keep("FOG Portable", "a", "two")
    assert refused.value.code is FaultCode.KEYRING_FAILED
    assert [secret for _, secret in service.items.values()] == [b"one"]


@pytest.mark.parametrize("lack", ["has_collection", "knows_plain"])
def test_a_service_that_cannot_is_told(vault: Vault, service: FakeSecretService, lack: str) -> None:
    setattr(service, lack, False)
    with pytest.raises(FogError) as refused:
        vault.keep("FOG Portable", "a", "geheim")
    assert refused.value.code is FaultCode.KEYRING_FAILED
    assert "geheim" not in str(refused.value)
    assert service.items == {}
