"""In: an assessment test of QTI 2 or 3. Out: the files of its items in their order, each with its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.doors import Archive

__all__ = ["PlacedItem", "read_test"]


@record
class PlacedItem:
    """An item of a test: the name of its file in the package, and the titles of test and sections as a folder."""

    name: str
    category: str


def read_test(root: _Element, name: str, archive: Archive) -> list[PlacedItem]:
    """List the items of a test, plainly named; a section is a folder where there are several.

    Args:
        root: the test.
        name: of its file in the archive.
        archive: in which the items are looked for.
    """
    several = sum(1 for _ in root.iter("assessmentSection")) > 1
    whole = root.get("title") or ""
    found = []
    for reference in root.iter("assessmentItemRef"):
        file = archive.find(reference.get("href") or "", name)
        if file is None:
            continue
        above = (
            [each.get("title") or "" for each in reference.iterancestors("assessmentSection")]
            if several
            else []
        )
        titles = [whole, *(title for title in reversed(above) if title != whole)]
        found.append(PlacedItem(file, "/".join(title.replace("/", "//") for title in titles if title)))
    return found
