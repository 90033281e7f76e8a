"""TFTP, the sender's side: packets, options and the transfer machine. Pure; sockets stand in `services`."""

from fogportable.protocol.tftp.data_blocks import Burst, Source
from fogportable.protocol.tftp.options import (
    DEFAULT_BLOCK_SIZE,
    LARGEST_BLOCK_SIZE,
    LARGEST_WINDOW_SIZE,
    OptionPolicy,
    Terms,
    negotiate,
)
from fogportable.protocol.tftp.packet_shelf import PacketShelf
from fogportable.protocol.tftp.packets import (
    ErrorCode,
    ErrorPacket,
    Octets,
    Opcode,
    Request,
    block_of,
    encode_ack,
    encode_data,
    encode_error,
    encode_oack,
    encode_request,
    opcode_of,
    parse_error,
    parse_oack,
    parse_request,
)
from fogportable.protocol.tftp.transfer import Outcome, ReadTransfer, TransferStats

__all__ = [
    "DEFAULT_BLOCK_SIZE",
    "LARGEST_BLOCK_SIZE",
    "LARGEST_WINDOW_SIZE",
    "Burst",
    "ErrorCode",
    "ErrorPacket",
    "Octets",
    "Opcode",
    "OptionPolicy",
    "Outcome",
    "PacketShelf",
    "ReadTransfer",
    "Request",
    "Source",
    "Terms",
    "TransferStats",
    "block_of",
    "encode_ack",
    "encode_data",
    "encode_error",
    "encode_oack",
    "encode_request",
    "negotiate",
    "opcode_of",
    "parse_error",
    "parse_oack",
    "parse_request",
]
