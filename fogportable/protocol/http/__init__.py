"""HTTP, the server's side: requests and what they get. Pure; sockets stand in `services`."""

from fogportable.protocol.http.answer import Answer, Entity, answer_for, content_type, encode_head, refused
from fogportable.protocol.http.dates import http_date, parse_http_date
from fogportable.protocol.http.errors import BadRequest, Status
from fogportable.protocol.http.request import LARGEST_HEAD_BYTES, Request, end_of_head, parse_request
from fogportable.protocol.http.target import file_name

__all__ = [
    "LARGEST_HEAD_BYTES",
    "Answer",
    "BadRequest",
    "Entity",
    "Request",
    "Status",
    "answer_for",
    "content_type",
    "encode_head",
    "end_of_head",
    "file_name",
    "http_date",
    "parse_http_date",
    "parse_request",
    "refused",
]
