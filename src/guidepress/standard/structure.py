"""In: the structure tree of a book. Out: what is wrong with its tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.standard.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.page.tree import Node
    from guidepress.standard.judge import Finding

__all__ = ["LANGUAGE", "ROLES", "ROLE_MAP", "STRUCTURE_TYPES", "check_tree"]

ROLES = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "P",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Figure",
        "Formula",
    ]
)
"""Structure types of ISO 32000-1, 14.8.4, that books use."""

STRUCTURE_TYPES = ROLES | {"H", "Private", "Annot", "Form", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"}
"""All standard structure types of PDF 1.7, those that books have no use for included."""

ROLE_MAP = {"Aside": "Div", "Em": "Span", "Strong": "Span"}
"""Types of PDF 2.0 that may stand in a tree, and what readers of PDF 1.7 take them for."""

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag, as ISO 14289-1 has it checked (RFC 1766)."""

_ROWS = frozenset({"Table", "THead", "TBody", "TFoot"})
_PARENTS = {  # ISO 32000-1, tables 335 to 337, as ISO 14289-1 7.2 makes them binding
    "TR": _ROWS,
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
_CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def check_tree(tree: Sequence[Node]) -> Iterator[Finding]:
    """Look at each element once, then at the order of the headings and the shape of the tables."""
    children: list[list[int]] = [[] for _ in tree]
    for index, node in enumerate(tree):
        if node.parent >= 0:
            children[node.parent].append(index)
    yield from _elements(tree)
    yield from _headings(tree, children)
    for index, node in enumerate(tree):
        if node.role == "Table":
            yield from _table(tree, children, index)


def _elements(tree: Sequence[Node]) -> Iterator[Finding]:
    seen: set[str] = set()
    for node in tree:
        role = node.role
        if role not in ROLES and role not in ROLE_MAP:
            yield Fault.UNKNOWN_ROLE, (role,)
        above = tree[node.parent].role if node.parent >= 0 else ""
        if (role in _PARENTS and above not in _PARENTS[role]) or (
            above in _CHILDREN and role not in _CHILDREN[above]
        ):
            yield Fault.WRONG_NESTING, (role, above or "the document")
        if role == "Figure" and not node.alt.strip():
            yield Fault.FIGURE_WITHOUT_ALT, ()
        elif role == "TH" and node.scope not in {"Row", "Column", "Both"}:
            yield Fault.HEADER_WITHOUT_SCOPE, ()
        elif role == "Note" and not node.identifier:
            yield Fault.NOTE_WITHOUT_ID, ()
        if node.identifier:
            if node.identifier in seen:
                yield Fault.DUPLICATE_ID, (node.identifier,)
            seen.add(node.identifier)
        if node.language and not LANGUAGE.fullmatch(node.language):
            yield Fault.BAD_LANGUAGE, (repr(node.language),)


def _headings(tree: Sequence[Node], children: list[list[int]]) -> Iterator[Finding]:
    before = 0
    stack = [0] if tree else []
    while stack:
        index = stack.pop()
        stack.extend(reversed(children[index]))
        level = _HEADINGS.get(tree[index].role, 0)
        if level:
            if level > before + 1:
                yield Fault.HEADING_SKIPS, (level, before or "none")
            before = level


def _table(tree: Sequence[Node], children: list[list[int]], table: int) -> Iterator[Finding]:
    """Count the columns that the cells of each row take; all rows must take as many."""
    rows = [
        row
        for child in children[table]
        for row in ([child] if tree[child].role == "TR" else children[child])
        if tree[row].role == "TR"
    ]
    lengths = [sum(tree[cell].column_span for cell in children[row]) for row in rows]
    if len(set(lengths)) > 1:
        yield Fault.TABLE_IRREGULAR, (", ".join(map(str, lengths)),)
