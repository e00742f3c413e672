"""In: a parsed file. Out: slips that YAML itself lets pass: a comment that cuts a text, a space that indents nothing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.yaml_nodes import MappingNode, ScalarNode, nodes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.yaml_nodes import Node

__all__ = ["ODD_SPACES", "comments_in_texts", "odd_indents"]

ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""Spaces that look like one and are none to YAML."""

_INDENTED = re.compile(f"^[ {ODD_SPACES}]*[{ODD_SPACES}]", re.MULTILINE)
_STARTS_ODD = re.compile(f"[{ODD_SPACES}]")
_COMMENT = re.compile(r"( +)#(\S?)")


def odd_indents(text: str, root: Node, file: str) -> list[Diagnostic]:
    """Keys that begin with a space which YAML takes for a letter, such as the no-break space of a word processor."""
    if not _INDENTED.search(text):
        return []
    found = []
    for node in nodes_of(root):
        if not isinstance(node, MappingNode):
            continue
        for key, _ in node.value:
            if isinstance(key, ScalarNode) and not key.style and _STARTS_ODD.match(key.value):
                name = unicodedata.name(key.value[0], "character").lower()
                message = f"A {name} (U+{ord(key.value[0]):04X}) stands in the indent of this line."
                hint = "Delete it and type spaces; YAML indents by nothing else."
                place = Span(file, key.start_mark.line + 1, key.start_mark.column + 1)
                found.append(Diagnostic("error", "odd-indent", message, hint, place))
    return found


def comments_in_texts(lines: Sequence[str], root: Node, file: str) -> list[Diagnostic]:
    """Texts that end where a "#" begins a comment, though it looks like a part of them.

    A "#" with something close behind it ("#1") is no comment that anyone means; neither is one that stands a single
    space behind several words.
    """
    found = []
    for node in nodes_of(root):
        if not isinstance(node, ScalarNode) or node.style or not node.value:
            continue
        end = node.end_mark
        match = _COMMENT.match(lines[end.line], end.column)
        if match is None:
            continue
        if match[2] or (len(match[1]) == 1 and " " in node.value):
            rest = lines[end.line][match.end(1) :].strip()
            shown = rest if len(rest) <= 24 else f"{rest[:23]}…"
            message = f'A comment begins here, so that the text ends before "{shown}".'
            hint = "Put the text in quotes, or the comment on a line of its own."
            place = Span(file, end.line + 1, match.end(1) + 1)
            found.append(Diagnostic("warning", "comment-in-text", message, hint, place))
    return found
