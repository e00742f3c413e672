"""In: what stands together: the lines of a paragraph, answer lines, rows. Out: costs of ending a page between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.paginate.galley import HYPHEN, KEEP, WIDOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.paginate.galley import Filling
    from guidepress.paginate.pieces import Para
    from guidepress.typeset import Line

__all__ = ["JOINED", "kept_atoms", "line_costs", "row_costs", "ruled_costs"]

_INSIDE = 5
"""Cost of ending a page inside a paragraph: of two equal pages the one that ends with a paragraph is better."""

_TITLE = 2 * KEEP
"""Cost of parting what stands above something else: where no page holds all of it, it parts from that first."""

_FEW_RULED = 3
"""At least so many answer lines stand together: on one or two alone nobody would know what to write."""

_LONE_ROW = 900
"""Cost of parting a table after its first or before its last row: as much as nine lines of white space."""

_SMALL_TABLE = 4
"""A table of less than a quarter of a page is parted as unwillingly between any rows."""

JOINED = {"": 0, "kept": KEEP, "loose": 160}
"""Cost of parting a row from the one that it is joined to: for "loose" as much as four lines of white space."""


def line_costs(para: Para, lines: Sequence[Line]) -> list[int]:
    """Costs of ending a page before the second line of a paragraph, before the third and so on."""
    style, count = para.style, len(lines)
    if style.keep_next or para.heading is not None:
        return [_TITLE] * (count - 1)
    if style.keep_together:
        return [KEEP] * (count - 1)
    orphan, widow = max(style.orphan, 1), max(style.widow, 1)
    return [
        (WIDOW if index < orphan or count - index < widow else _INSIDE)
        + (HYPHEN if lines[index - 1].hyphenated else 0)
        for index in range(1, count)
    ]


def kept_atoms(fillings: Sequence[Filling], first: int, *, fits: bool) -> range:
    """Atoms before which no page ends, of a box that is kept together: all but its first.

    Of a box higher than a page its first paragraph stays with the first atom of what follows: a question with the
    first of its room.

    Args:
        fillings: the piece of each atom.
        first: atom of the box, which ends with the last filling.
        fits: a page holds all of it.
    """
    if fits:
        return range(first + 1, len(fillings))
    begun = next((at for at in range(first, len(fillings)) if fillings[at] is not fillings[first]), first)
    return range(first + 1, begun + 1)


def ruled_costs(count: int, pitch: int, height: int) -> list[int]:
    """Costs of ending a page before each of so many answer lines; only more than a text area holds are parted."""
    loose = count * pitch > height
    return [
        0 if not index else _INSIDE if loose and _FEW_RULED <= index <= count - _FEW_RULED else KEEP
        for index in range(count)
    ]


def row_costs(count: int, high: int, height: int) -> list[int]:
    """Costs of ending a page before the second row of a table's body, before the third and so on.

    Args:
        count: rows.
        high: of all of them, mpt.
        height: of the text area.
    """
    small = high * _SMALL_TABLE < height
    return [_LONE_ROW if small or index in (1, count - 1) else 0 for index in range(1, count)]
