"""A FOG server that moved: the places that still name the address it had before, and what to do about each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from fogportable.errors import Fault, FaultCode, describe
from fogportable.fog.address import FogAddress
from fogportable.language import counted, say, to_say


class PlaceKind(StrEnum):
    """Where a FOG server keeps an address of its own. Stable names, as in `fog rehome --json`.

    WEB_SCRIPT: a default.ipxe that its web server gives as well. BOOT_PAGE, BOOT_WEB, BOOT_STORAGE, BOOT_FTP: what
    boot.php says of itself, of the imaging system's pages, of the images and of the server that takes captures in.
    """

    DEFAULT_SCRIPT = "default_ipxe_by_tftp"
    WEB_SCRIPT = "default_ipxe_by_http"
    CERTIFICATE = "certificate"
    BOOT_PAGE = "boot_php_fog_ip"
    BOOT_WEB = "boot_php_web"
    BOOT_STORAGE = "boot_php_storage"
    BOOT_FTP = "boot_php_ftp"
    SETTING = "setting"
    NODE = "storage_node"


class Standing(StrEnum):
    """RIGHT: the address that was used. OTHER: another machine, which answers. STALE: an address where nothing does."""

    RIGHT = "right"
    OTHER = "other"
    STALE = "stale"


class Service(StrEnum):
    """What must answer at an address, for it to be of use."""

    PAGES = "pages"
    IMAGES = "images"
    TFTP = "tftp"


@dataclass(frozen=True, slots=True)
class FogSetting:
    """A setting that holds an address of the server. category: where FOG shows it.

    is_own: only the server itself goes there, so that its own loopback is right too.
    """

    name: str
    category: str
    service: Service = Service.PAGES
    is_own: bool = False


#: FOG_NFS_HOST is of older databases, and used by none of the newer programs.
SETTINGS = (
    FogSetting("FOG_WEB_HOST", "Web Server"),
    FogSetting("FOG_TFTP_HOST", "TFTP Server", Service.TFTP, is_own=True),
    FogSetting("FOG_WOL_HOST", "General Settings", is_own=True),
    FogSetting("FOG_NFS_HOST", "NFS Server", Service.IMAGES),
)
_BY_NAME = {each.name: each for each in SETTINGS}
_LOOPBACK = ("localhost", "127.")

_LABELS = {
    PlaceKind.DEFAULT_SCRIPT: to_say("default.ipxe by TFTP"),
    PlaceKind.WEB_SCRIPT: to_say("default.ipxe by HTTP"),
    PlaceKind.CERTIFICATE: to_say("certificate of https"),
    PlaceKind.BOOT_PAGE: to_say("fog-ip in boot.php"),
    PlaceKind.BOOT_WEB: to_say("web= in boot.php"),
    PlaceKind.BOOT_STORAGE: to_say("storage= in boot.php"),
    PlaceKind.BOOT_FTP: to_say("ftp= in boot.php"),
    PlaceKind.SETTING: to_say("setting {name}"),
    PlaceKind.NODE: to_say("storage node {name}"),
}
_CODES = {
    PlaceKind.DEFAULT_SCRIPT: FaultCode.FOG_DEFAULT_SCRIPT_MOVED,
    PlaceKind.WEB_SCRIPT: FaultCode.FOG_WEB_SCRIPT_MOVED,
    PlaceKind.BOOT_PAGE: FaultCode.FOG_WEB_HOST_STALE,
    PlaceKind.BOOT_WEB: FaultCode.FOG_WEB_HOST_STALE,
    PlaceKind.BOOT_STORAGE: FaultCode.FOG_STORAGE_STALE,
    PlaceKind.BOOT_FTP: FaultCode.FOG_FTP_STALE,
    PlaceKind.SETTING: FaultCode.FOG_SETTING_STALE,
    PlaceKind.NODE: FaultCode.FOG_NODE_STALE,
}
#: What the imaging system is told; no script of ours can say otherwise.
_OF_IMAGING = frozenset({PlaceKind.BOOT_PAGE, PlaceKind.BOOT_WEB, PlaceKind.BOOT_STORAGE, PlaceKind.BOOT_FTP})
_OF_SCRIPTS = frozenset({PlaceKind.DEFAULT_SCRIPT, PlaceKind.WEB_SCRIPT})


@dataclass(frozen=True, slots=True)
class NamedHost:
    """An address as a place has it. name: of a setting or a node, "" for the others. host: without port or folder."""

    kind: PlaceKind
    host: str
    name: str = ""

    @property
    def label(self) -> str:
        """For people: `setting FOG_WEB_HOST`."""
        return say(_LABELS[self.kind], name=self.name)

    @property
    def service(self) -> Service:
        """What must answer there."""
        if self.kind is PlaceKind.SETTING:
            return _BY_NAME[self.name].service
        is_storage = self.kind in (PlaceKind.BOOT_STORAGE, PlaceKind.BOOT_FTP, PlaceKind.NODE)
        return Service.IMAGES if is_storage else Service.PAGES

    @property
    def is_own(self) -> bool:
        """Whether only the server itself goes there."""
        return self.kind is PlaceKind.SETTING and _BY_NAME[self.name].is_own


@dataclass(frozen=True, slots=True)
class Place:
    """A place and how it stands. fault: of a stale one, with what to do about it; None for the others."""

    named: NamedHost
    standing: Standing
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Rehoming:
    """What a FOG server says of where it is. address: where it was reached.

    has_settings: whether its settings and storage nodes were read, which takes tokens. notes: all that is wrong.
    """

    address: FogAddress
    places: tuple[Place, ...]
    has_settings: bool
    notes: tuple[Fault, ...] = ()

    @property
    def stale(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.standing is Standing.STALE)

    @property
    def sentence(self) -> str:
        """Whether it moved."""
        count, stale = len(self.places), self.stale
        places = counted(count, "1 place", "{count} places")
        if not stale:
            return say(
                "The FOG server at {address} has not moved: {places} looked at, none of them stale.",
                address=self.address,
                places=places,
            )
        hosts = ", ".join(dict.fromkeys(place.named.host for place in stale))
        return say(
            "The FOG server at {address} has moved: {stale} of {places} still say {hosts}.",
            address=self.address,
            stale=len(stale),
            places=places,
            hosts=hosts,
        )

    @property
    def advice(self) -> tuple[str, ...]:
        """What it means for computers, and what cannot be seen from here."""
        kinds = {place.named.kind for place in self.stale}
        said = []
        if kinds & _OF_SCRIPTS:
            said.append(say("Computers do not reach the menu; scripts of this program lead them there at once."))
        if kinds & _OF_IMAGING:
            said.append(say("The imaging system goes to the old address; only FOG's own settings change that."))
        if not self.has_settings:
            said.append(say("Settings and storage nodes were not read; with the two API tokens they are."))
        if kinds:
            said.append(
                say(
                    "Not to be seen from here: ipaddress in /opt/fog/.fogsettings, which must be {used}.",
                    used=self._used,
                )
            )
        return tuple(said)

    @property
    def _used(self) -> str:
        return self.address.host


def place_of(
    named: NamedHost, used: FogAddress, is_used: Callable[[str], bool], answers: Callable[[NamedHost], bool]
) -> Place:
    """How a place stands. is_used: whether a host is the machine that was reached. answers: asked of others only."""
    # To every machine it is that machine itself, whatever answers on this laptop.
    is_loopback = named.host.startswith(_LOOPBACK) and not used.host.startswith(_LOOPBACK)
    if is_used(named.host) or (named.is_own and is_loopback):
        return Place(named, Standing.RIGHT)
    if not is_loopback and answers(named):
        return Place(named, Standing.OTHER)
    values = {"own": named.host, "used": used.host}
    if named.kind is PlaceKind.SETTING:
        values |= {"name": named.name, "category": _BY_NAME[named.name].category}
    if named.kind is PlaceKind.NODE:
        values["name"] = named.name
    return Place(named, Standing.STALE, describe(_CODES[named.kind], **values))


def stale_faults(places: Iterable[Place]) -> tuple[Fault, ...]:
    """What is wrong, each sentence once: boot.php names the same setting in two ways."""
    return tuple(dict.fromkeys(place.fault for place in places if place.fault is not None))


def host_of(written: str) -> str:
    """The host of `10.0.0.5:/images/`, `10.0.0.5:8080` or `http://10.0.0.5/fog/`; "" for nothing."""
    rest = written.strip().rpartition("://")[2]
    return rest.partition("/")[0].partition(":")[0].lower()
