"""In: a file's structure tree. Out: the order in which a screen reader meets the marks on its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Ref, Stream
from guidepress.cos.trees import number_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["ElementPaths", "walk"]

_KIDS = re.compile(rb"/K(?=[\s\[\d])\s*+(\d++\s++\d++\s++R|\d++|\[[\d\sR]*+\])")
_KID = re.compile(rb"(\d++)(\s++\d++\s++R)?+")
_PAGE = re.compile(rb"/Pg\s*+(\d++)\s")


def walk(file: File, root: Value, page_index: Callable[[Value], int]) -> Iterator[tuple[int, int]]:
    """Yield (page index, MCID) of all marks below a node of the tree, in order.

    Args:
        file: holds the tree.
        root: its root.
        page_index: the index of the page a reference leads to.
    """
    stack: list[tuple[Value, int]] = [(root, -1)]
    seen: set[int] = set()
    while stack:
        node, page = stack.pop()
        if isinstance(node, Ref):
            if node.number in seen:
                continue
            seen.add(node.number)
            quick = _quick_kids(file, node.number)
            if quick is not None:
                own, kids = quick
                at = page_index(own) if own is not None else page
                stack.extend([(kid, at) for kid in reversed(kids)])
                continue
        made = file.get(node)
        if isinstance(made, int):
            yield page, made
        elif isinstance(made, list):
            stack.extend([(kid, page) for kid in reversed(made)])
        elif isinstance(made, dict):
            at = page_index(made["Pg"]) if made.get("Pg") is not None else page
            if made.get("Type") != "MCR":
                stack.append((made.get("K"), at))
            elif not isinstance(
                file.get(made.get("Stm")), Stream
            ):  # marks within a form are read with the form
                yield at, file.integer(made.get("MCID"), -1)


def _quick_kids(file: File, number: int) -> tuple[Ref | None, list[Value]] | None:
    """What an element says of its page and its kids, if it is one plain dictionary without texts; else None.

    Most elements of a tree are such, thousands in a book, and two patterns read them in a fifth of the time.
    """
    body, data = file.raw(number)
    if data is not None or b"(" in body or body.count(b"<<") != 1:
        return None
    kids = _KIDS.search(body)
    if kids is None:
        return None
    page = _PAGE.search(body)
    listed: list[Value] = [
        Ref(int(number)) if refers else int(number) for number, refers in _KID.findall(kids[1])
    ]
    return (Ref(int(page[1])) if page else None), listed


class ElementPaths:
    """Where elements stand in the structure tree, as paths of positions from the root."""

    def __init__(self, file: File, root: Dictionary) -> None:
        tree = file.dictionary(root.get("StructTreeRoot"))
        self._file = file
        self._paths: dict[int, tuple[int, ...]] = {}
        self._kids: dict[int, dict[int, int]] = {}
        self._lists = dict(number_pairs(file, tree.get("ParentTree")))

    def elements(self, page: Dictionary) -> list[Value]:
        """The element of each MCID of a page, as references."""
        key = self._file.integer(page.get("StructParents"), -1)
        made = self._file.get(self._lists.get(key))
        return made if isinstance(made, list) else []

    def path(self, element: Ref) -> tuple[int, ...]:
        """Positions of the element and all its ancestors among their siblings, root first."""
        chain: list[Ref] = []
        at: Value = element
        seen: set[int] = set()
        while isinstance(at, Ref) and at.number not in self._paths and at.number not in seen:
            seen.add(at.number)  # a circle of parents ends here
            chain.append(at)
            at = self._file.dictionary(at).get("P")
        known = self._paths.get(at.number, ()) if isinstance(at, Ref) else ()
        for each in reversed(chain):
            parent = self._file.dictionary(each).get("P")
            own = self._positions(parent).get(each.number, 0) if isinstance(parent, Ref) else 0
            known = self._paths[each.number] = (*known, own)
        return known

    def position(self, element: Ref, identifier: int) -> int:
        """Position of a mark among an element's kids; marks of one number on two pages stand in page order."""
        for position, kid in enumerate(self._file.array(self._file.dictionary(element).get("K"))):
            mark = self._file.get(kid)
            number = mark.get("MCID", -1) if isinstance(mark, dict) else mark
            if type(number) is int and number == identifier:
                return position
        return 0

    def _positions(self, parent: Ref) -> dict[int, int]:
        if parent.number not in self._kids:
            listed = self._file.array(self._file.dictionary(parent).get("K"))
            self._kids[parent.number] = {
                kid.number: position for position, kid in enumerate(listed) if isinstance(kid, Ref)
            }
        return self._kids[parent.number]
