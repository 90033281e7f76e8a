"""Ways to name a FOG server."""

from __future__ import annotations

import pytest

from fogportable.fog.address import FogAddress, parse_fog_address


@pytest.mark.parametrize(
    ("text", "address", "url"),
    [
        ("10.0.0.5", FogAddress("10.0.0.5"), "http://10.0.0.5/fog/"),
        (" FOG.School ", FogAddress("fog.school"), "http://fog.school/fog/"),
        ("fog:8080", FogAddress("fog", port=8080), "http://fog:8080/fog/"),
        ("https://fog.school", FogAddress("fog.school", "https"), "https://fog.school/fog/"),
        ("http://10.0.0.5/", FogAddress("10.0.0.5", web_root=""), "http://10.0.0.5/"),
        ("10.0.0.5/", FogAddress("10.0.0.5"), "http://10.0.0.5/fog/"),
        ("10.0.0.5/imaging/", FogAddress("10.0.0.5", web_root="imaging"), "http://10.0.0.5/imaging/"),
        ("http://f/a/b", FogAddress("f", web_root="a/b"), "http://f/a/b/"),
        (
            "http://10.0.0.5/fog/management/index.php",
            FogAddress("10.0.0.5", web_root="fog"),
            "http://10.0.0.5/fog/",
        ),
    ],
)
def test_address_is_read(text: str, address: FogAddress, url: str) -> None:
    assert parse_fog_address(text) == address
    assert address.url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://",
        "ftp://fog",
        "fog:0",
        "fog:99999",
        "fog:port",
        "a b",
        "fog\r\nX: y",
        "http://fog/a b",
        "http://user:word@fog/",
        "http://fog/?node=home",
        "[::1]",
        "-fog",
        "..",
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is not the address of a FOG server"):
        parse_fog_address(text)


def test_usual_port_is_not_shown() -> None:
    assert parse_fog_address("https://fog:443/").place == "fog"
    assert parse_fog_address("http://fog:443/").place == "fog:443"
    assert (parse_fog_address("fog").ip, str(parse_fog_address("10.0.0.5").ip)) == (None, "10.0.0.5")
