"""In: a layout's name or path. Out: every file that it is made from, whether it is there or not; for whoever watches them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode, read_yaml
from guidepress.layout.chain import find_layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.yaml import Node

__all__ = ["layout_files"]


def layout_files(layout: str) -> tuple[Path, ...]:
    """List the files of a layout: its own, what it extends, its labels.

    A file with faults is listed, and what it might name is not: loading says what is wrong with it.
    """
    found: dict[Path, None] = {}
    name, folder = layout, Path()
    while name:
        try:
            path = find_layout(name, folder, None)
            if path in found:
                break
            found[path] = None
            root = read_yaml(path).root
        except FaultsFound:
            break
        folder = path.parent
        found |= dict.fromkeys(folder / label for label in _texts(root, "labels"))
        name = next(_texts(root, "extends"), "")
    return tuple(found)


def _texts(root: MappingNode, key: str) -> Iterator[str]:
    """The text, or the texts, that a key holds."""
    for key_node, value in root.value:
        if isinstance(key_node, ScalarNode) and key_node.value == key:
            nodes: list[Node] = value.value if isinstance(value, SequenceNode) else [value]
            yield from (node.value.strip() for node in nodes if isinstance(node, ScalarNode))
