"""In: "--set page.margins.inside=25mm". Out: the same as a parsed file, to be laid over a layout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.yaml import MappingNode, SequenceNode, parse_yaml

if TYPE_CHECKING:
    from guidepress.base.yaml import Node, YamlFile

__all__ = ["parse_set"]


def parse_set(path: str, value: str, expression: str) -> tuple[YamlFile, dict[int, Span]]:
    """Make a source of one setting.

    Args:
        path: keys joined by dots; entries of `sections` go by their kind ("sections.units.checks").
        value: a plain value, or a list in square brackets.
        expression: the whole as the user wrote it; places are in it.

    Returns:
        The source, and the place of each of its marks within the expression.

    Raises:
        FaultsFound: the path has an empty step, or the list is not closed.
    """
    keys = path.strip().split(".")
    if not all(keys):
        raise fault("wrong-set", f"{expression} names no key.", "Write --set page.margins.inside=25mm.")
    # Only a list is YAML; a text such as "{folio}" or "12: 30" is meant as it stands.
    text = value if value.startswith("[") else json.dumps(value, ensure_ascii=False)
    for key in reversed(keys):
        text = f"{{{json.dumps(key, ensure_ascii=False)}: {text}}}"
    source = parse_yaml(text.encode(), expression)
    places: dict[int, Span] = {}
    _place(source.root, Span(expression, 1, max(expression.find(path), 0) + 1), places)
    node: Node = source.root
    for _ in keys:
        node = node.value[0][1]
    _place(node, Span(expression, 1, len(expression) - len(value) + 1), places)
    return source, places


def _place(node: Node, span: Span, places: dict[int, Span]) -> None:
    places[id(node.start_mark)] = span
    if isinstance(node, MappingNode):
        for key, value in node.value:
            _place(key, span, places)
            _place(value, span, places)
    elif isinstance(node, SequenceNode):
        for entry in node.value:
            _place(entry, span, places)
