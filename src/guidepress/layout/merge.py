"""In: two YAML nodes, one laid over the other. Out: the merged node.

Maps merge key by key; anything else replaces what it covers. Some exceptions let a layout say what it takes away
and what it changes: "none" over a map takes the map away, and a map over a list of sections changes the options
of those sections in their places. A type family from another source is a new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from guidepress.base.decoding_run import Decoding
    from guidepress.base.yaml import Node

__all__ = ["NONE", "is_none", "merge", "pairs_of"]

_SOURCES = frozenset({"package", "family"})
"""Keys of a type family that say where its files are: those of another source are none of them."""

NONE = "none"
"""The word that takes away what a layout below has set."""


def is_none(node: Node) -> bool:
    """Whether a node is the word "none"."""
    return isinstance(node, ScalarNode) and node.value == NONE


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value


def pairs_of(node: MappingNode, run: Decoding) -> dict[str, tuple[Node, Node]]:
    """The keys of a mapping with their key and value nodes; duplicate keys are noted as faults."""
    found = {pair[0].value: pair for pair in node.value if isinstance(pair[0], ScalarNode)}
    if len(found) != len(node.value):
        for _ in run.pairs(node):
            pass  # walking the pairs notes the faults
    return found


def merge(under: Node, over: Node, run: Decoding) -> Node:
    """Lay one node over another; neither is changed.

    Args:
        under: the node of the layout that is extended.
        over: the node of the layout that extends it.
        run: notes duplicate keys and changes to sections that are not there.
    """
    if not isinstance(over, MappingNode):
        return over
    if isinstance(under, SequenceNode):
        return _change_entries(under, over, run)
    if not isinstance(under, MappingNode):
        return over
    above = pairs_of(over, run)
    merged = pairs_of(under, run)
    if _SOURCES & above.keys():
        merged = {}
        above = {key: pair for key, pair in above.items() if key not in _SOURCES or not _is_nothing(pair[1])}
    for key, pair in above.items():
        below = merged.get(key)
        if below is None:
            merged[key] = pair
        elif is_none(pair[1]) and isinstance(below[1], MappingNode):
            del merged[key]
        else:
            merged[key] = (pair[0], merge(below[1], pair[1], run))
    return MappingNode("", list(merged.values()), over.start_mark, over.end_mark)


def _change_entries(entries: SequenceNode, changes: MappingNode, run: Decoding) -> Node:
    """Change the options of entries of a list by their names ("units: {checks: false}"), or drop them ("none")."""
    found: list[Node] = list(entries.value)
    for key, (key_node, change) in pairs_of(changes, run).items():
        places = [index for index, entry in enumerate(found) if _name(entry) == key]
        if not places:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            hint = did_you_mean(key, [_name(entry) for entry in found])
            run.fault(key_node, "unknown-entry", f'The list that this changes has no entry "{key}".', hint)
        for index in reversed(places):
            if is_none(change):
                del found[index]
                continue
            entry = found[index]
            below = entry.value[0][1] if isinstance(entry, MappingNode) else entry
            pair = (key_node, merge(below, change, run))
            found[index] = MappingNode("", [pair], key_node.start_mark, change.end_mark)
    return SequenceNode("", found, entries.start_mark, entries.end_mark)


def _name(entry: Node) -> str:
    if isinstance(entry, MappingNode) and entry.value:
        entry = entry.value[0][0]
    return entry.value if isinstance(entry, ScalarNode) else ""
