"""Numbers of DHCP options and message types that network boot uses.

Source: IANA bootp-dhcp-parameters.
"""

from __future__ import annotations

from enum import IntEnum


class OptionCode(IntEnum):
    """DHCP option numbers. A packet may carry others; they stay plain numbers."""

    PAD = 0
    SUBNET_MASK = 1
    ROUTER = 3
    DNS_SERVERS = 6
    HOST_NAME = 12
    BOOT_FILE_SIZE = 13
    DOMAIN_NAME = 15
    ROOT_PATH = 17
    BROADCAST_ADDRESS = 28
    VENDOR_OPTIONS = 43  # RFC 2132 8.4; PXE 2.1 table 2-1
    REQUESTED_ADDRESS = 50
    LEASE_TIME_S = 51
    OVERLOAD = 52  # RFC 2132 9.3
    MESSAGE_TYPE = 53
    SERVER_IDENTIFIER = 54
    PARAMETER_LIST = 55
    MESSAGE = 56
    MAX_MESSAGE_SIZE = 57
    RENEWAL_TIME_S = 58  # T1
    REBINDING_TIME_S = 59  # T2
    VENDOR_CLASS = 60  # RFC 2132 9.13
    CLIENT_IDENTIFIER = 61
    TFTP_SERVER_NAME = 66
    BOOT_FILE = 67
    USER_CLASS = 77  # RFC 3004; iPXE and gPXE send it without the length octets
    RELAY_AGENT = 82  # RFC 3046
    CLIENT_ARCH = 93  # RFC 4578 2.1
    CLIENT_NDI = 94  # RFC 4578 2.2
    CLIENT_MACHINE_ID = 97  # RFC 4578 2.3
    TFTP_SERVER_ADDRESS = 150  # RFC 5859
    IPXE = 175  # "Etherboot" with IANA; iPXE's encapsulated options
    PXELINUX_CONFIG_FILE = 209  # RFC 5071
    PXELINUX_PATH_PREFIX = 210  # RFC 5071
    END = 255


class MessageType(IntEnum):
    """Option 53."""

    DISCOVER = 1
    OFFER = 2
    REQUEST = 3
    DECLINE = 4
    ACK = 5
    NAK = 6
    RELEASE = 7
    INFORM = 8
    FORCERENEW = 9
    LEASEQUERY = 10
    LEASEUNASSIGNED = 11
    LEASEUNKNOWN = 12
    LEASEACTIVE = 13
    BULKLEASEQUERY = 14
    LEASEQUERYDONE = 15
    ACTIVELEASEQUERY = 16
    LEASEQUERYSTATUS = 17
    TLS = 18
