"""Who serves images of a FOG server, how much each has to do, and how much room it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fogportable.errors import FogError
from fogportable.fog.address import FogAddress, parse_fog_address
from fogportable.fog.storage import (
    FREE_SPACE_PAGE,
    GroupLoad,
    NodeLoad,
    StorageNode,
    free_space_query,
    group_loads,
    read_free_space,
)
from fogportable.foglink.api import FogApi
from fogportable.foglink.web import Web

#: A node that is switched off must not hold up the others (s).
_NODE_TIMEOUT_S = 4.0


def storage_of(api: FogApi, on_progress: Callable[[str], None] = lambda _: None) -> tuple[GroupLoad, ...]:
    """Every storage group with its nodes, the tasks that these have, and their free space. Raises FogError.

    Each node's own web server is asked for its free space, without tokens; one that does not answer is told as such.
    """
    groups, nodes = api.storage_groups(), api.storage_nodes()
    tasks, images = api.active_tasks(), api.images()
    served = [(image.name, image.storage_group) for image in images]
    loads = []
    for node in nodes:
        on_progress(f"{node.name}: {node.host}")
        loads.append(_with_room(api.web, node))
    return group_loads(groups, loads, tasks, served)


def _with_room(web: Web, node: StorageNode) -> NodeLoad:
    if not (node.is_enabled and node.host and node.path):
        return NodeLoad(node)
    try:
        place = _pages_of(web.server, node)
        pages = replace(web.at(place), headers={}, timeout_s=min(web.timeout_s, _NODE_TIMEOUT_S))
        return NodeLoad(node, room=read_free_space(pages.get(FREE_SPACE_PAGE, free_space_query(node.path))))
    except FogError as problem:
        return NodeLoad(node, trouble=problem.fault)
    except ValueError:
        # What stands there is no name and no address: nobody can be asked.
        return NodeLoad(node)


def _pages_of(server: FogAddress, node: StorageNode) -> FogAddress:
    """The server itself is asked where it was found; another node speaks as the server does. Raises ValueError."""
    place = parse_fog_address(f"{server.scheme}://{node.host}/{node.web_root}/")
    return server if place.host == server.host else place
