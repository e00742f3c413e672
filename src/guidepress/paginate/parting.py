"""In: what stands together: the lines of a paragraph, answer lines, rows. Out: costs of ending a page between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.paginate.galley import HYPHEN, KEEP, WIDOW
from guidepress.paginate.pieces import Para

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.layout.areas import Areas
    from guidepress.paginate.galley import Filling
    from guidepress.paginate.pieces import Box
    from guidepress.typeset import Line

__all__ = [
    "HELD",
    "JOINED",
    "box_costs",
    "kept_cost",
    "kept_costs",
    "line_costs",
    "reads_on",
    "row_costs",
    "ruled_costs",
]

_INSIDE = 5
"""Cost of ending a page inside a paragraph: of two equal pages the one that ends with a paragraph is better."""

_TITLE = 2 * KEEP
"""Cost of parting what stands above something else: where no page holds all of it, it parts from that first."""

HELD = KEEP * 7 // 4
"""Cost of parting a heading or directions from what they stand above, where no page holds both: more than parting a room
to write in, less than parting a question from the first of its room."""

_CARD, _QUESTION = 400, 600
"""A card higher than so much of the text area, per mille, and a question with its choices, are parted rather than that
so much of a page is left white above them."""

_WHOLE = 300
"""A paragraph that wants to be kept whole and is higher than so much of the text area, per mille, is parted rather than
that so much of a page is left white above it: a long quotation in large type."""

_WHITE_LINE = 10
"""Cost of a white line at the foot of a page, times the square of the number of lines: what the search counts."""

_FEW_RULED = 3
"""At least so many answer lines stand together: on one or two alone nobody would know what to write."""

_LONE_ROW = 900
"""Cost of parting a table after its first or before its last row: as much as nine lines of white space."""

_SMALL, _WHOLE_CARD = 4, 1500
"""A table of less than a quarter of a page is parted as unwillingly between any rows, a card of such a height anywhere at the
second cost: as much as twelve lines of white space."""

JOINED = {"": 0, "kept": KEEP, "loose": 160}
"""Cost of parting a row from the one that it is joined to: for "loose" as much as four lines of white space."""


def line_costs(para: Para, lines: Sequence[Line], height: int) -> list[int]:
    """Costs of ending a page before the second line of a paragraph, before the third and so on.

    What is kept with the next may be parted as any text is: its last lines stay with what follows.

    Args:
        para: its style and whether it is a heading.
        lines: of it.
        height: of the text area, mpt.
    """
    style, count = para.style, len(lines)
    inside, alone = _INSIDE, _TITLE if style.keep_next else WIDOW
    if style.keep_together or para.heading is not None:
        titled = style.keep_next or para.heading is not None
        most = height * _WHOLE // 1000 // style.leading
        if count <= most or para.heading is not None:
            return [_TITLE if titled else KEEP] * (count - 1)
        inside, alone = _WHITE_LINE * most * most, WIDOW
    orphan, widow = max(style.orphan, 1), max(style.widow, 1)
    return [
        (alone if index < orphan or count - index < widow else inside)
        + (HYPHEN if lines[index - 1].hyphenated else 0)
        for index in range(1, count)
    ]


def reads_on(para: Para, fillings: Sequence[Filling]) -> bool:
    """Whether nothing but white space could tell that a paragraph begins below these: no indent or marker; so in verse.

    What is kept whole, as an entry of an index, is read by itself, and what is kept with the next, as a speaker, begins it.
    """
    style = para.style
    begins = style.first_indent or para.paragraph.marker or style.keep_together or style.keep_next
    return not begins and bool(fillings) and isinstance(fillings[-1], Para)


def box_costs(fillings: Sequence[Filling], first: int, high: int, box: Box, areas: Areas) -> list[int]:
    """Costs of ending a page before each atom of a box, from its second on: of one that wants to stay together, or a card.

    Args:
        fillings: the piece of each atom.
        first: atom of the box, which ends with the last filling.
        high: of the box, mpt.
        box: the box.
        areas: how high the text area and a line are.
    """
    if box.style.keep_together:
        return kept_costs(fillings, first, kept_cost(high, areas, drawn=box.decorated))
    low_card = box.decorated and not box.head and high * _SMALL < areas.height
    return [_WHOLE_CARD] * (len(fillings) - first - 1) if low_card else []


def kept_costs(fillings: Sequence[Filling], first: int, kept: int) -> list[int]:
    """Costs of ending a page before each atom of a box that is kept together, from its second on.

    Its first paragraph stays with the first atom of what follows, a question with the first of its room, even where
    the box is higher than a page, or does not fit on one with the heading that stands above it.

    Args:
        fillings: the piece of each atom.
        first: atom of the box, which ends with the last filling.
        kept: cost of parting it further down: see `kept_cost`.
    """
    begun = next((at for at in range(first, len(fillings)) if fillings[at] is not fillings[first]), first)
    return [_TITLE if at <= begun else kept for at in range(first + 1, len(fillings))]


def kept_cost(high: int, areas: Areas, *, drawn: bool) -> int:
    """Cost of parting a box that wants to be kept together: `KEEP` for a low one, nothing for one higher than a page.

    Args:
        high: of the box, mpt.
        areas: how high the text area and a line are.
        drawn: it is a card, whose ground says that what stands overleaf goes on with it; else a question.
    """
    if high > areas.height:
        return 0
    share = _CARD if drawn else _QUESTION
    if high * 1000 <= areas.height * share:
        return KEEP
    lines = areas.height * share // 1000 // areas.line
    return _WHITE_LINE * lines * lines


def ruled_costs(count: int, pitch: int, height: int) -> list[int]:
    """Costs of ending a page before each of so many answer lines.

    Only more than a text area holds are parted; where something must be that stands above them, it is they, three at
    least on either side.
    """
    inner = _INSIDE if count * pitch > height else KEEP // 2
    return [
        0 if not index else inner if _FEW_RULED <= index <= count - _FEW_RULED else KEEP
        for index in range(count)
    ]


def row_costs(count: int, high: int, height: int) -> list[int]:
    """Costs of ending a page before the second row of a table's body, before the third and so on.

    Args:
        count: rows.
        high: of all of them, mpt.
        height: of the text area.
    """
    small = high * _SMALL < height
    return [_LONE_ROW if small or index in (1, count - 1) else 0 for index in range(1, count)]
