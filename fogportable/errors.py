"""Faults of the world: each has a stable code, a sentence of what happened and one of what to do.

The sentences stand in `resources/faults.toml`; window, command line and guide read the same ones.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Self

from fogportable.language import say
from fogportable.resources import resources_folder


class ExitCode(IntEnum):
    """What the program says to a shell."""

    DONE = 0
    FOUND_WRONG = 1
    USAGE = 2
    COULD_NOT_START = 3
    INTERRUPTED = 130


class FaultCode(StrEnum):
    """Stable names of faults. Never renamed, only added."""

    PORT_IN_USE = "port_in_use"
    PORT_IN_USE_UNKNOWN = "port_in_use_unknown"
    NO_PERMISSION = "no_permission"
    PERMISSION_REFUSED = "permission_refused"
    NO_AGENT = "no_agent"
    BIND_HELPER_FAILED = "bind_helper_failed"
    TAP_NOT_ALLOWED = "tap_not_allowed"
    TAP_NOT_AVAILABLE = "tap_not_available"
    SITE_NAMES_FILE = "site_names_file"
    SITE_CLASS_TO_US = "site_class_to_us"
    SITE_CLASS_WITHOUT_43 = "site_class_without_43"
    SITE_CLASS_WITH_43 = "site_class_with_43"
    SITE_IPXE_LEFT_OUT = "site_ipxe_left_out"
    SITE_SECOND_PROXY = "site_second_proxy"
    SITE_SECOND_KIT = "site_second_kit"
    SITE_SILENT = "site_silent"
    SITE_LINK_WAITS = "site_link_waits"
    SITE_NO_ADDRESS = "site_no_address"
    SITE_SEVERAL_DHCP = "site_several_dhcp"
    SITE_WRONG_FILE = "site_wrong_file"
    SITE_SPANNING_TREE = "site_spanning_tree"
    SITE_LOOP = "site_loop"
    SITE_KNOWN_ONLY = "site_known_only"
    SITE_OTHER_NETWORK = "site_other_network"
    SITE_SERVES_BOOT = "site_serves_boot"
    SITE_LEAVES_OUT = "site_leaves_out"
    SITE_NO_IDENTIFIER = "site_no_identifier"
    SITE_NO_NEXT_SERVER = "site_no_next_server"
    SITE_WRONG_FILE_FOR_BIOS = "site_wrong_file_for_bios"
    SITE_OTHER_ADDRESS = "site_other_address"
    SITE_SLOW = "site_slow"
    SITE_REFUSES = "site_refuses"
    SITE_FLOODED = "site_flooded"
    INTERFACE_UNKNOWN = "interface_unknown"
    INTERFACE_NO_ADDRESS = "interface_no_address"
    INTERFACE_DOWN = "interface_down"
    INTERFACE_GONE = "interface_gone"
    INTERFACE_SELF_ASSIGNED = "interface_self_assigned"
    INTERFACE_LOOPBACK = "interface_loopback"
    INTERFACE_WIFI = "interface_wifi"
    INTERFACE_VPN = "interface_vpn"
    INTERFACE_OF_VIRTUAL_MACHINES = "interface_of_virtual_machines"
    INTERFACES_IN_ONE_NETWORK = "interfaces_in_one_network"
    ADDRESS_TAKEN = "address_taken"
    FIREWALL_BLOCKS = "firewall_blocks"
    FIREWALL_UNSURE = "firewall_unsure"
    FIREWALL_NOT_CHANGED = "firewall_not_changed"
    FIREWALL_NOT_UNDONE = "firewall_not_undone"
    FIREWALL_UNSEEN = "firewall_unseen"
    FIREWALL_NOT_KNOWN = "firewall_not_known"
    NO_INTERFACE_CHOSEN = "no_interface_chosen"
    INTERFACE_NOT_NAMED = "interface_not_named"
    ADDRESS_CHANGED = "address_changed"
    ROOT_MISSING = "root_missing"
    NO_BOOT_SET = "no_boot_set"
    NO_BOOT_FILES = "no_boot_files"
    BOOT_FILE_MISSING = "boot_file_missing"
    BOOT_FILE_EMPTY = "boot_file_empty"
    BOOT_FILE_BROKEN = "boot_file_broken"
    BOOT_FILE_WRONG_ARCH = "boot_file_wrong_arch"
    BOOT_FILE_OUTSIDE = "boot_file_outside"
    BOOT_FILE_RESERVED = "boot_file_reserved"
    ARCH_WITHOUT_FILE = "arch_without_file"
    IA32_HAS_NO_IPXE = "ia32_has_no_ipxe"
    SHIM_WITHOUT_NEXT_STAGE = "shim_without_next_stage"
    GRUB_ASKS_OTHERS = "grub_asks_others"
    SCRIPT_MISSING = "script_missing"
    SCRIPT_NOT_IPXE = "script_not_ipxe"
    TRANSFER_FAILED = "transfer_failed"
    CHAINLOAD_LOOP = "chainload_loop"
    PXE_MENU_REFUSED = "pxe_menu_refused"
    OPTION_REFUSED = "option_refused"
    PROFILE_MISSING = "profile_missing"
    PROFILE_NOT_TOML = "profile_not_toml"
    PROFILE_UNKNOWN_KEY = "profile_unknown_key"
    PROFILE_BAD_VALUE = "profile_bad_value"
    PROFILE_TOO_NEW = "profile_too_new"
    PROFILE_NOT_SAVED = "profile_not_saved"
    PROFILE_INCOMPLETE = "profile_incomplete"
    DNSMASQ_MISSING = "dnsmasq_missing"
    DNSMASQ_NOT_TEXT = "dnsmasq_not_text"
    PROFILE_THERE = "profile_there"
    FETCH_NO_APT = "fetch_no_apt"
    FETCH_FAILED = "fetch_failed"
    FETCH_NOT_SIGNED = "fetch_not_signed"
    FETCH_STOPPED = "fetch_stopped"
    FOLDER_WITHOUT_BOOT_FILES = "folder_without_boot_files"
    FOLDER_TOO_LARGE = "folder_too_large"
    BOOT_SET_NOT_SAVED = "boot_set_not_saved"
    BOOT_FILE_CHANGED = "boot_file_changed"
    FOREIGN_DHCP_SERVER = "foreign_dhcp_server"
    PRIVATE_NETWORK_YIELDED = "private_network_yielded"
    PRIVATE_NETWORK_UNWATCHED = "private_network_unwatched"
    LOOK_UNSEEN = "look_unseen"
    PROBE_LOOPBACK = "probe_loopback"
    LOOK_FAILED = "look_failed"
    OBSERVING_LOST = "observing_lost"
    PRIVATE_NETWORK_WITHOUT_CARD = "private_network_without_card"
    PRIVATE_NETWORK_MISPLACED = "private_network_misplaced"
    PRIVATE_NETWORK_HOST_MISPLACED = "private_network_host_misplaced"
    LEASES_DAMAGED = "leases_damaged"
    LEASES_NOT_SAVED = "leases_not_saved"
    LEARNED_NOT_SAVED = "learned_not_saved"
    ADDRESS_POOL_EMPTY = "address_pool_empty"
    FOG_NAME_UNKNOWN = "fog_name_unknown"
    FOG_UNREACHABLE = "fog_unreachable"
    FOG_SLOW = "fog_slow"
    FOG_CUT_OFF = "fog_cut_off"
    FOG_ANSWER_TOO_LONG = "fog_answer_too_long"
    FOG_NOT_FOUND = "fog_not_found"
    FOG_PAGE_MISSING = "fog_page_missing"
    FOG_WEB_PAGE = "fog_web_page"
    FOG_HALF_UPGRADED = "fog_half_upgraded"
    FOG_DATABASE_DOWN = "fog_database_down"
    FOG_FAILED = "fog_failed"
    FOG_ANSWER_UNCLEAR = "fog_answer_unclear"
    FOG_VERSION_UNKNOWN = "fog_version_unknown"
    FOG_MOVED = "fog_moved"
    FOG_DEFAULT_SCRIPT_MOVED = "fog_default_script_moved"
    FOG_DEFAULT_SCRIPT_MISSING = "fog_default_script_missing"
    FOG_TFTP_SILENT = "fog_tftp_silent"
    FOG_BOOT_FILES_MISSING = "fog_boot_files_missing"
    FOG_SERVER_NOT_NAMED = "fog_server_not_named"
    FOG_WITH_SCRIPT = "fog_with_script"
    FOG_ARCHIVE_DAMAGED = "fog_archive_damaged"
    FOG_FILES_KEPT = "fog_files_kept"
    FOG_LOADER_UNABLE = "fog_loader_unable"
    FOG_WITH_PXE_MENU = "fog_with_pxe_menu"
    FOG_IPXE_WITHOUT_PARAMS = "fog_ipxe_without_params"
    FOG_OUTPUT_THERE = "fog_output_there"
    REPORT_THERE = "report_there"
    REPORT_NOT_SAVED = "report_not_saved"
    FOG_CERTIFICATE_UNKNOWN = "fog_certificate_unknown"
    FOG_CERTIFICATE_CHANGED = "fog_certificate_changed"
    FOG_CERTIFICATE_NAME = "fog_certificate_name"
    FOG_CERTIFICATE_EXPIRED = "fog_certificate_expired"
    FOG_TLS_FAILED = "fog_tls_failed"
    FOG_AUTHORITY_MISSING = "fog_authority_missing"
    FOG_AUTHORITY_BROKEN = "fog_authority_broken"
    FOG_AUTHORITY_NOT_CONFIRMED = "fog_authority_not_confirmed"
    FOG_FINGERPRINT_DIFFERS = "fog_fingerprint_differs"
    FOG_PIN_NOT_SAVED = "fog_pin_not_saved"
    FOG_API_OFF = "fog_api_off"
    FOG_API_TOKEN_WRONG = "fog_api_token_wrong"
    FOG_USER_TOKEN_WRONG = "fog_user_token_wrong"
    FOG_TOKEN_MISSING = "fog_token_missing"
    FOG_TOKENS_NEEDED = "fog_tokens_needed"
    FOG_TOKEN_UNUSABLE = "fog_token_unusable"
    FOG_NO_SUCH_ENTRY = "fog_no_such_entry"
    FOG_API_LACKS = "fog_api_lacks"
    FOG_API_REFUSED = "fog_api_refused"
    FOG_NOT_ALLOWED = "fog_not_allowed"
    FOG_STOPPED = "fog_stopped"
    FOG_TOKEN_FILE_OPEN = "fog_token_file_open"
    FOG_NOT_CONFIRMED = "fog_not_confirmed"
    KEYRING_MISSING = "keyring_missing"
    KEYRING_FAILED = "keyring_failed"
    FOG_NOT_CHOSEN = "fog_not_chosen"
    FOG_NO_COMPUTER_CHOSEN = "fog_no_computer_chosen"
    FOG_ARCH_UNKNOWN = "fog_arch_unknown"
    FOG_CAPTURE_ONE = "fog_capture_one"
    FOG_NO_SUCH_ARCH = "fog_no_such_arch"
    FOG_HOST_UNKNOWN = "fog_host_unknown"
    FOG_HOST_KNOWN = "fog_host_known"
    FOG_NAME_PATTERN = "fog_name_pattern"
    FOG_IMAGE_UNKNOWN = "fog_image_unknown"
    FOG_IMAGE_DISABLED = "fog_image_disabled"
    FOG_IMAGE_PROTECTED = "fog_image_protected"
    FOG_IMAGE_EMPTY = "fog_image_empty"
    FOG_IMAGE_LOST = "fog_image_lost"
    FOG_IMAGE_REASSIGNED = "fog_image_reassigned"
    FOG_IMAGES_DIFFER = "fog_images_differ"
    FOG_HOSTS_WITHOUT_IMAGE = "fog_hosts_without_image"
    FOG_HOSTS_BUSY = "fog_hosts_busy"
    FOG_DISKS_LOST = "fog_disks_lost"
    FOG_STORAGE_CHOSEN = "fog_storage_chosen"
    FOG_TASK_NOT_SEEN = "fog_task_not_seen"
    FOG_TASK_STAYS = "fog_task_stays"
    FOG_GROUP_STAYS = "fog_group_stays"
    FOG_REDIRECTED = "fog_redirected"
    FOG_IMAGING_FILES_MISSING = "fog_imaging_files_missing"
    FOG_KERNEL_WRONG_ARCH = "fog_kernel_wrong_arch"
    FOG_WEB_SCRIPT_MOVED = "fog_web_script_moved"
    FOG_WEB_HOST_STALE = "fog_web_host_stale"
    FOG_STORAGE_STALE = "fog_storage_stale"
    FOG_FTP_STALE = "fog_ftp_stale"
    FOG_SETTING_STALE = "fog_setting_stale"
    FOG_NODE_STALE = "fog_node_stale"
    FOG_SCRIPT_THERE = "fog_script_there"
    FOG_SCRIPTS_NOT_SAVED = "fog_scripts_not_saved"
    FOG_SCAN_TOO_LARGE = "fog_scan_too_large"
    FOG_SCAN_UNFIT = "fog_scan_unfit"
    FOG_SCAN_NO_WAY = "fog_scan_no_way"
    FOG_SCAN_EMPTY = "fog_scan_empty"
    FOG_SCAN_SLOW = "fog_scan_slow"
    CAPTURE_NOT_OPENED = "capture_not_opened"
    CAPTURE_UNKNOWN = "capture_unknown"
    CAPTURE_OTHER_LINK = "capture_other_link"
    CAPTURE_DAMAGED = "capture_damaged"
    BUNDLE_NOT_WRITTEN = "bundle_not_written"
    BUNDLE_NOT_OPENED = "bundle_not_opened"
    BUNDLE_WRONG = "bundle_wrong"
    BUNDLE_NEWER = "bundle_newer"
    BUNDLE_EMPTY = "bundle_empty"
    SITES_NOT_SAVED = "sites_not_saved"
    PREFERENCES_UNREAD = "preferences_unread"
    PREFERENCES_NOT_SAVED = "preferences_not_saved"
    BATTERY_TOO_SHORT = "battery_too_short"
    BATTERY_LOW = "battery_low"
    LAPTOP_MAY_SLEEP = "laptop_may_sleep"
    LID_MAY_SLEEP = "lid_may_sleep"
    DISK_NEARLY_FULL = "disk_nearly_full"
    APPROVAL_FILE_UNREAD = "approval_file_unread"
    APPROVAL_FILE_WRONG = "approval_file_wrong"
    CLIENT_WAITS = "client_waits"
    NOBODY_TO_WAKE = "nobody_to_wake"
    WAKE_NOT_SENT = "wake_not_sent"
    SEAT_TABLE_MISSING = "seat_table_missing"
    SEAT_TABLE_UNKNOWN = "seat_table_unknown"
    SEAT_LINE_BAD = "seat_line_bad"
    SEAT_TABLE_NOT_SAVED = "seat_table_not_saved"
    NO_DISPLAY = "no_display"
    LIBRARY_MISSING = "library_missing"
    ALREADY_SERVING = "already_serving"
    SERVICE_CRASHED = "service_crashed"
    RESOURCES_BROKEN = "resources_broken"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, in words for people.

    message: what happened, one sentence. remedy: what to do, one sentence. detail: for the log, may be empty.
    """

    code: FaultCode
    message: str
    remedy: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class FogPortableError(Exception):
    """Base of all errors that carry a fault. `raise ServiceError(FaultCode.PORT_IN_USE, port=67, ...)`."""

    def __init__(self, code: FaultCode, *, detail: str = "", **values: object) -> None:
        self.fault = describe(code, detail=detail, **values)
        super().__init__(str(self.fault))

    @classmethod
    def of(cls, fault: Fault) -> Self:
        """The error for a fault that was described before."""
        error = cls.__new__(cls)
        Exception.__init__(error, str(fault))
        error.fault = fault
        return error

    @property
    def code(self) -> FaultCode:
        return self.fault.code


class ConfigError(FogPortableError):
    """A profile or a flag that cannot be used."""


class ServiceError(FogPortableError):
    """A service cannot start or go on."""


class BootFileError(FogPortableError):
    """A boot file, boot set or script that cannot be used."""


class FogError(FogPortableError):
    """A FOG server that cannot be reached, is not understood or says no."""


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    import tomllib  # here: a start without a fault does without it

    with (resources_folder() / "faults.toml").open("rb") as file:
        return tomllib.load(file)


def describe(code: FaultCode, *, detail: str = "", **values: object) -> Fault:
    """Put values into the two sentences of a code. Raises KeyError when the table and the call disagree."""
    entry = _table()[code.value]
    return Fault(
        code=code,
        message=say(entry["message"], **values),
        remedy=say(entry["remedy"], **values),
        detail=detail,
    )
