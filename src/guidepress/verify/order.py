"""In: a file's structure tree. Out: the order in which a screen reader meets the marks on its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Ref, Stream
from guidepress.cos.shapes import PLAIN_REFERENCE, dictionary_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from guidepress.cos import File, Value

    _Node: TypeAlias = tuple[Value, int]

__all__ = ["walk"]

_OBJECT = rb"<<\s*+/Type\s*+/OBJR\s*+(?:/(?:Pg|Obj)\s*+" + PLAIN_REFERENCE + rb"\s*+)*+>>"
"""A link or a field among an element's kids: it holds no mark."""
_ELEMENT = dictionary_shape(
    {
        "K": PLAIN_REFERENCE + rb"|\d++|\[(?:[\d\sR]++|" + _OBJECT + rb")*+\]",
        "Pg": PLAIN_REFERENCE,
        "Type": rb"/Struct(?:Elem|TreeRoot)(?=[\s/>])",
    }
)
_KID = re.compile(rb"<<[^>]*+>>|(?<!\d)(\d{1,10}+)(?!\d)(\s++\d++\s++R)?+")


def walk(file: File, root: Value, page_index: Callable[[Value], int]) -> Iterator[tuple[int, int]]:
    """Yield (page index, MCID) of all marks below a node of the tree, in order.

    Args:
        file: holds the tree.
        root: its root.
        page_index: the index of the page a reference leads to.
    """
    tree = _Tree(file, page_index)
    stack: list[_Node] = [(root, -1)]
    seen: set[int] = set()
    while stack:
        node, page = stack.pop()
        if type(node) is int:
            yield page, node
            continue
        kids = None
        if isinstance(node, Ref):
            if node.number in seen:
                continue
            seen.add(node.number)
            kids = tree.plain_kids(node.number, page)
        stack += tree.kids(node, page) if kids is None else kids


class _Tree:
    """Tells what lies below a node: kids and marks, each with its page, the last one first."""

    def __init__(self, file: File, page_index: Callable[[Value], int]) -> None:
        self._file = file
        self._page_index = page_index
        self._pages: dict[bytes, int] = {}

    def plain_kids(self, number: int, page: int) -> list[_Node] | None:
        """The kids of an element that one pattern can read, as it can nearly all; None of another."""
        plain = self._file.match(number, _ELEMENT)
        if plain is None:
            return None
        kids, own = plain["K"], plain["Pg"]
        if kids is None:
            return None
        if own is not None:
            if own not in self._pages:
                self._pages[own] = self._page_index(Ref(int(own.split()[0])))
            page = self._pages[own]
        found: list[_Node] = [
            (Ref(int(kid)) if refers else int(kid), page) for kid, refers in _KID.findall(kids) if kid
        ]
        found.reverse()
        return found

    def kids(self, node: Value, page: int) -> list[_Node]:
        """The kids of any node."""
        file = self._file
        made = file.get(node)
        if isinstance(made, list):
            return [(kid, page) for kid in reversed(made)]
        if not isinstance(made, dict):
            return [(made, page)] if type(made) is int else []
        at = self._page_index(made["Pg"]) if made.get("Pg") is not None else page
        if made.get("Type") != "MCR":
            return [(made.get("K"), at)]
        if isinstance(file.get(made.get("Stm")), Stream):
            return []  # marks within a form are read with the form
        return [(file.integer(made.get("MCID"), -1), at)]
