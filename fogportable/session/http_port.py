"""Which port HTTP takes when nobody has chosen one."""

from __future__ import annotations

from fogportable.platform.ports import is_tcp_port_free

#: HTTP's own port, and where it goes when a web server of this machine, such as FOG's, has that.
HTTP_PORTS = (80, 8080)


def free_http_port(interface_index: int) -> int:
    """The first usual port that nobody holds on this card; 0, any free one, when all are held. URLs carry it."""
    return next((each for each in HTTP_PORTS if is_tcp_port_free(each, interface_index)), 0)
