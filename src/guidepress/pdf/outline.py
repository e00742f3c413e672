"""In: the outline of a book. Out: its bookmarks as linked objects (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.page.book import OutlineEntry
    from guidepress.pdf.objects import ObjectTable

__all__ = ["write_outline"]


def write_outline(entries: Sequence[OutlineEntry], table: ObjectTable) -> int:
    """Write the bookmarks, all open.

    Returns:
        The object number of the outline's root, or 0 if there are no entries.
    """
    if not entries:
        return 0
    numbers = [table.reserve() for _ in range(len(entries) + 1)]
    children = _nest(entries)
    for parent, kids in children.items():
        for place, kid in enumerate(kids):
            entry = entries[kid]
            links = f"/Parent {numbers[parent + 1]} 0 R"
            if place:
                links += f"/Prev {numbers[kids[place - 1] + 1]} 0 R"
            if place + 1 < len(kids):
                links += f"/Next {numbers[kids[place + 1] + 1]} 0 R"
            links += _ends(children.get(kid, ()), children, numbers)
            body = f"<</Title{text_string(entry.title)}/Dest{text_string(entry.anchor)}{links}>>"
            table.put(numbers[kid + 1], body)
    table.put(numbers[0], f"<</Type/Outlines{_ends(children[-1], children, numbers)}>>")
    return numbers[0]


def _nest(entries: Sequence[OutlineEntry]) -> dict[int, list[int]]:
    """Children of each entry, -1 being the root; a level that jumps down goes down by one."""
    children: dict[int, list[int]] = {-1: []}
    path: list[int] = []
    for index, entry in enumerate(entries):
        while path and entries[path[-1]].level >= entry.level:
            path.pop()
        children.setdefault(path[-1] if path else -1, []).append(index)
        path.append(index)
    return children


def _ends(kids: Sequence[int], children: dict[int, list[int]], numbers: Sequence[int]) -> str:
    if not kids:
        return ""
    count = 0
    open_kids = list(kids)
    while open_kids:
        kid = open_kids.pop()
        count += 1
        open_kids.extend(children.get(kid, ()))
    return f"/First {numbers[kids[0] + 1]} 0 R/Last {numbers[kids[-1] + 1]} 0 R/Count {count}"
