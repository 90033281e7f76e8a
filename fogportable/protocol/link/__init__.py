"""What switches and routers say of themselves on a cable: spanning tree, LLDP, CDP and IGMP queries. Pure."""

from __future__ import annotations

from fogportable.protocol.link.bpdu import Bpdu, PortRole, parse_bpdu
from fogportable.protocol.link.igmp import parse_igmp_query
from fogportable.protocol.link.neighbour import NeighbourProtocol, SwitchNeighbour, parse_neighbour

__all__ = [
    "Bpdu",
    "NeighbourProtocol",
    "PortRole",
    "SwitchNeighbour",
    "parse_bpdu",
    "parse_igmp_query",
    "parse_neighbour",
]
