"""In: the answer sheets of a set. Out: what is where on them, in millimetres, so that they are read back without a template.

Places are from the upper left corner of the page as it is printed. A reader finds the four corner marks, reads the code,
and looks into the boxes of the copy's version.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.compose.figures.scan_boxes import ALONE, BOX_SLOT, CORNER_SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.export.copies.copying import CopySet
    from guidepress.export.copies.places import CodePlace, FoundSlot
    from guidepress.export.units import WorkUnit

__all__ = ["sheets_json"]

_FORMAT = 1


def sheets_json(unit: WorkUnit, copies: CopySet) -> bytes:
    """Write the geometry of a unit's sheets by version, and the version of each copy; b"" where there are none."""
    versions = {version: list(_sheets(version, copies)) for version in copies.books}
    if not any(versions.values()):
        return b""
    said = {
        "format": _FORMAT,
        "unit": "mm",
        "guide": Path(unit.guide).name,
        "layout": Path(unit.layout.layout).name,
        "seed": unit.seed,
        "copies": {copy.code: copy.version for copy in unit.copies},
        "versions": versions,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _sheets(version: str, copies: CopySet) -> Iterable[dict[str, object]]:
    for index, place, slots in copies.sheets(version):
        page = copies.books[version].pages[index]
        boxes = [each for each in slots if each.slot.name != CORNER_SLOT]
        yield {
            "page": index + 1,  # the last part of its code
            "width": _mm(page.width),
            "height": _mm(page.height),
            "code": _code(place),
            "corners": {each.slot.label: _place(each) for each in slots if each.slot.name == CORNER_SLOT},
            "boxes": [_box(each) for each in boxes],
        }


def _box(found: FoundSlot) -> dict[str, object]:
    question, number, entry, choice, printed = found.slot.label.split(" ", 4)
    return {
        "question": question,
        "number": int(number),
        **({} if int(entry) == ALONE else {"entry": int(entry)}),
        "choice": int(choice),
        "printed": printed,
        "kind": "mark" if found.slot.name == BOX_SLOT else "write",
        **_place(found),
    }


def _place(found: FoundSlot) -> dict[str, float]:
    """The outline of a box or mark, the middle of its line."""
    slot = found.slot
    return {
        "x": _mm(found.x),
        "y": _mm(found.y - slot.height),
        "width": _mm(slot.width),
        "height": _mm(slot.height),
    }


def _code(place: CodePlace | None) -> dict[str, float]:
    return {} if place is None else {"x": _mm(place.x), "y": _mm(place.y), "size": _mm(place.size)}


def _mm(mpt: int) -> float:
    return round(mpt * 25.4 / 72000, 3)
