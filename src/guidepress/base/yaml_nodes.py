"""The three kinds of node that a YAML file consists of, and ways through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "child_of", "nodes_of"]

Node: TypeAlias = MappingNode | SequenceNode | ScalarNode


def nodes_of(root: Node, *, keys: bool = True) -> Iterator[Node]:
    """Walk the nodes of a file, each once, whatever names it by an alias; the keys of mappings too, or not."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, MappingNode):
            stack += [part for pair in reversed(node.value) for part in (pair if keys else pair[1:])]
        elif isinstance(node, SequenceNode):
            stack += reversed(node.value)


def child_of(node: Node, *keys: str) -> Node:
    """The value of the first of these keys that a mapping has, or the node itself."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value in keys:
                found: Node = value
                return found
    return node
