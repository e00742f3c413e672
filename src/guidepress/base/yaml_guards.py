"""In: the text or the nodes of a YAML file. Out: nothing, or a fault if they nest or expand without measure, or a key is a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent

from guidepress.base.diagnostics import Diagnostic, FaultsFound, Span, fault
from guidepress.base.limits import DEPTH, NODES
from guidepress.base.yaml_nodes import MappingNode, ScalarNode, SequenceNode, nodes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.base.yaml_nodes import Node

__all__ = ["refuse_depth", "refuse_explosion", "refuse_keys"]

_BRACKETS = 2000
"""So many levels fit every stack; guides have some 600 brackets."""
_TWO_LEVELS = ("- -", "- ?", "? -", "? ?", "-  ", "?  ", "-\t", "?\t", "- \t", "? \t")
"""One of these must occur where a line opens several levels; looking for them is a hundred times as fast."""
_DASHED = re.compile(r"(?:[-?][ \t]+){20}")
"""Twenty levels opened on one line. Lines with fewer cannot nest deeper than the stack within the file limit."""


_KEYS = re.compile(r"(?:^[ \t]*+|[-?][ \t]++|[\[{,]\s*+)\?\s|[\]}]\s*+:|\*[\w-]++\s*+:", re.MULTILINE)
"""What must stand in a text that has a key which is no text: "? [a]", "[a]:" or "*a:"; walking all nodes takes longer."""


def refuse_depth(text: str, file: str, *parsers: Callable[[str], Any]) -> None:
    """Refuse nesting without end, before the composer, which calls itself for each level, runs out of stack.

    Args:
        text: of the file.
        file: the name that places carry.
        parsers: open a parser on a text; where one gives up, because its own limit lies within what it reads ahead,
            the next one is asked.

    Raises:
        FaultsFound: values nest deeper than `DEPTH`.
        YAMLError: the last parser gives up.
    """
    brackets = text.count("[") + text.count("{")
    if brackets <= _BRACKETS and not (any(sign in text for sign in _TWO_LEVELS) and _DASHED.search(text)):
        return None
    # Brackets may stand in texts, and dashes in rules; the parser's events, which take no stack, are sure.
    *first, last = parsers
    for parser in first:
        try:
            return _count_levels(parser(text), file)
        except YAMLError:
            continue
    return _count_levels(last(text), file)


def _count_levels(parser: Any, file: str) -> None:  # noqa: ANN401 - the parser in C has no static type
    depth = 0
    while parser.check_event():
        event = parser.get_event()
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > DEPTH:
            mark = event.start_mark
            place = Span(file, mark.line + 1, mark.column + 1)
            message = f"Values are nested more than {DEPTH} levels deep."
            hint = "A guide needs no more than about ten."
            raise fault("nesting-too-deep", message, hint, place)


def refuse_explosion(root: Node, file: str) -> None:
    """Count the nodes as if every alias were written out; refuse too many and those that contain themselves."""
    sizes: dict[int, int] = {}
    open_: set[int] = set()
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        key = id(node)
        if done:
            open_.discard(key)
            sizes[key] = 1 + sum(sizes[id(child)] for child in _children(node))
            if sizes[key] > NODES:
                raise FaultsFound([_explosion(node, file, f"more than {NODES:,} values")])
        elif key in open_:
            raise FaultsFound([_explosion(node, file, "itself, without end")])
        elif key not in sizes:
            open_.add(key)
            stack.append((node, True))
            stack.extend((child, False) for child in _children(node))


def refuse_keys(root: Node, text: str, file: str) -> None:
    """Refuse keys that are lists or mappings: whoever looks for a key compares it with words.

    Raises:
        FaultsFound: there are some; each is told.
    """
    if not _KEYS.search(text):
        return
    faults: list[Diagnostic] = []
    for node in nodes_of(root, keys=True):
        for key, _ in node.value if isinstance(node, MappingNode) else ():
            if not isinstance(key, ScalarNode):
                place = Span(file, key.start_mark.line + 1, key.start_mark.column + 1)
                faults.append(
                    Diagnostic(
                        "error", "key-not-text", "A key must be a plain text.", "Put it in quotes.", place
                    )
                )
    if faults:
        raise FaultsFound(dict.fromkeys(faults))


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, SequenceNode) else []


def _explosion(node: Node, file: str, what: str) -> Diagnostic:
    place = Span(file, node.start_mark.line + 1, node.start_mark.column + 1)
    hint = "Write the values out, or use fewer aliases (*name)."
    return Diagnostic(
        "error", "alias-explosion", f"With its aliases written out, this value holds {what}.", hint, place
    )
