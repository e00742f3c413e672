"""In: the files of a layout. Out: the changes of the switches that are on, as files of their own.

A switch is a set of changes with a name: `switches: {ink-saver: {colours: …}}`. Any layout that stands on the file
that holds it may turn it on: `switch_on: [ink-saver]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode, YamlFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.yaml import Node
    from guidepress.layout.layers import Layers

__all__ = ["switched"]


def switched(files: Sequence[YamlFile], layers: Layers) -> tuple[YamlFile, ...]:
    """Collect the changes of the switches that the nearest file turns on.

    Args:
        files: the base first, settings last.
        layers: knows every node's file.

    Returns:
        One source a switch and file that describes it, the base's first.

    Raises:
        FaultsFound: a switch is turned on that no file describes.
    """
    wanted: list[ScalarNode] = []
    known: dict[str, list[YamlFile]] = {}
    for file in files:
        for key, value in file.root.value:
            if key.value == "switch_on" and isinstance(value, SequenceNode):
                wanted = [entry for entry in value.value if isinstance(entry, ScalarNode)]
            elif key.value == "switches" and isinstance(value, MappingNode):
                for name, changes in value.value:
                    if isinstance(changes, MappingNode):
                        known.setdefault(name.value, []).append(YamlFile(file.file, "", changes))
    faults = [_unknown(node, known, layers) for node in wanted if node.value not in known]
    if faults:
        raise FaultsFound(faults)
    return tuple(change for node in wanted for change in known[node.value])


def _unknown(node: Node, known: dict[str, list[YamlFile]], layers: Layers) -> Diagnostic:
    from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

    message = f'There is no switch "{node.value}".'
    return Diagnostic("error", "unknown-switch", message, did_you_mean(node.value, known), layers.span(node))
