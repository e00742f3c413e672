"""In: a mapping of Python values. Out: the same as a parsed file, each value's place the keys that lead to it.

What reads files reads mappings too: texts become quoted scalars, so that they stay texts; numbers, dates and truth
values become plain ones, as if they had been written in a file.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from yaml import Mark

from guidepress.base.diagnostics import Span, fault
from guidepress.base.limits import DEPTH, NODES
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode, YamlFile

if TYPE_CHECKING:
    from guidepress.base.yaml import Node

__all__ = ["MappedSource", "mapped"]

_PLAIN_KEY = re.compile(r"[\w-]+")


class MappedSource(YamlFile):
    """A mapping as a file. Its places name keys; line and column count within a text, and are 0 for a value as a whole."""

    __slots__ = ("_ranks",)

    def __init__(self, name: str, root: MappingNode, ranks: dict[str, int]) -> None:
        super().__init__(name, "", root)
        self._ranks = ranks

    def span(self, node: Node) -> Span:
        """The keys that lead to a node."""
        return Span(self.file, 0, 0, _keys(node))

    def places(self) -> dict[int, Span]:
        """The place of each mark, none of which is one in a file."""
        found: dict[int, Span] = {}
        stack: list[Node] = [self.root]
        while stack:
            node = stack.pop()
            found[id(node.start_mark)] = self.span(node)
            if isinstance(node, MappingNode):
                stack += [part for pair in node.value for part in pair]
            elif isinstance(node, SequenceNode):
                stack += node.value
        return found

    def text_place(self, node: ScalarNode) -> tuple[Span, tuple[tuple[int, int, int], ...], bool]:
        """Where the characters of a text stand: in lines of its own, counted from 1."""
        return Span(self.file, 1, 1, _keys(node)), (), True

    def may_hold(self, *_patterns: re.Pattern[str]) -> bool:
        """A mapping has no text of its own to look at first."""
        return True

    def order(self, span: Span) -> tuple[int, ...]:
        """Values in the order of the mapping, faults of a text in the order of the text."""
        return self._ranks.get(span.keys, 0), span.line, span.column


def mapped(values: Mapping[str, object], name: str) -> MappedSource:
    """Make a source of a mapping.

    Args:
        values: keys and values: texts, numbers, truth values, dates, None, lists and mappings of these.
        name: what its places are said to be in ("guide").

    Raises:
        FaultsFound: a key is no text, a value is of another kind, or they are nested without measure.
    """
    made = _Making(name)
    root = made.mapping(values, "", 0)
    return MappedSource(name, root, made.ranks)


class _Mark(Mark):
    """Stands where the place in a file stands in other nodes."""

    def __init__(self, keys: str) -> None:
        super().__init__("", 0, 0, 0, None, 0)
        self.keys = keys


def _keys(node: Node) -> str:
    mark = node.start_mark
    return mark.keys if isinstance(mark, _Mark) else ""


class _Making:
    """Makes the nodes of one mapping, and keeps the order of their keys."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0
        self.ranks: dict[str, int] = {}

    def mapping(self, values: Mapping[str, object], keys: str, depth: int) -> MappingNode:
        pairs = []
        for key, value in values.items():
            if not isinstance(key, str):
                message = f"A key must be a text, not {key!r}."
                raise fault("key-not-text", message, "Put it in quotes.", Span(self._name, 0, 0, keys))
            plain = _PLAIN_KEY.fullmatch(key) is not None
            place = (
                (f"{keys}.{key}" if keys else key)
                if plain
                else f"{keys}[{json.dumps(key, ensure_ascii=False)}]"
            )
            pairs.append((self._scalar(key, '"', place), self._node(value, place, depth + 1)))
        mark = self._mark(keys)
        return MappingNode("", pairs, mark, mark)

    def _node(self, value: object, keys: str, depth: int) -> Node:
        if depth > DEPTH:
            message = f"Values are nested more than {DEPTH} levels deep."
            hint = "A guide needs no more than about ten."
            raise fault("nesting-too-deep", message, hint, Span(self._name, 0, 0, keys))
        if isinstance(value, str):
            return self._scalar(str(value), '"', keys)
        if isinstance(value, Mapping):
            return self.mapping(value, keys, depth)
        if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
            entries = [self._node(entry, f"{keys}[{rank}]", depth + 1) for rank, entry in enumerate(value)]
            mark = self._mark(keys)
            return SequenceNode("", entries, mark, mark)
        return self._scalar(self._written(value, keys), "", keys)

    def _written(self, value: object, keys: str) -> str:
        """A value that is neither text nor collection, as a file would have it."""
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, float):
            # As short as it can be, and never with an exponent, which no format has.
            return f"{value:f}" if "e" in repr(value) else repr(value)
        if isinstance(value, dt.date):
            return value.isoformat()[:10]
        if isinstance(value, os.PathLike):
            return str(value)
        message = f"A value of the type {type(value).__name__} cannot stand here."
        hint = "Give a text, a number, True or False, a date, a list or a mapping."
        raise fault("wrong-type", message, hint, Span(self._name, 0, 0, keys))

    def _scalar(self, text: str, style: str, keys: str) -> ScalarNode:
        mark = self._mark(keys)
        return ScalarNode("", text, mark, mark, style)

    def _mark(self, keys: str) -> _Mark:
        self._count += 1
        if self._count > NODES:
            message = f"This holds more than {NODES:,} values."
            raise fault(
                "too-many-values", message, "Make several guides of it.", Span(self._name, 0, 0, keys)
            )
        self.ranks.setdefault(keys, self._count)
        return _Mark(keys)
