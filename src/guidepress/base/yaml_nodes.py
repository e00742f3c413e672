"""The three kinds of node that a YAML file consists of."""

from __future__ import annotations

from typing import TypeAlias

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode"]

Node: TypeAlias = MappingNode | SequenceNode | ScalarNode
