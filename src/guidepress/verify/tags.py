"""In: an open tagged PDF. Out: pages whose content is marked, but whose marks the structure tree does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Ref
from guidepress.cos.trees import number_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_tags"]

_MARK = re.compile(rb"/MCID\s++(\d{1,7}+)")


def check_tags(opened: Opened, _: Expectation | None) -> Iterator[Diagnostic]:
    """Each mark on a page must belong to an element, through the page's entry in the parent tree (14.7.4.4)."""
    file = opened.file
    tree = file.dictionary(opened.root.get("StructTreeRoot"))
    if not tree:
        return
    parents = dict(number_pairs(file, tree.get("ParentTree")))
    known = set(file.numbers())
    owners: dict[int, int] = {}
    for index, page in enumerate(opened.pages):
        marks = [int(digits) for digits in _MARK.findall(opened.content(index))]
        if not marks:
            continue
        key = file.integer(page.entries.get("StructParents"), -1)
        number = index + 1
        if key < 0 or key not in parents:
            yield _fault(f"Page {number} has tagged content, but no entry in the tree of tags.")
            continue
        if owners.setdefault(key, page.number) != page.number:
            yield _fault(f"Page {number} shares its entry in the tree of tags with another page.")
        listed = file.array(parents[key])
        owned = {
            mark for mark, owner in enumerate(listed) if isinstance(owner, Ref) and owner.number in known
        }
        lost = sorted(set(marks) - owned)
        if lost:
            some = ", ".join(map(str, lost[:3])) + (" …" if len(lost) > 3 else "")
            yield _fault(f"On page {number}, content with the marks {some} belongs to no element.")


def _fault(message: str) -> Diagnostic:
    hint = "A screen reader passes over it; write the file again."
    return Diagnostic("error", "tags", message, hint)
