"""Galleys and pieces for tests, made by hand, so that every number in them is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import document, layout_of, section

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import LineBreak, Text
from guidepress.document.style import Style
from guidepress.labels import Labels
from guidepress.layout.areas import areas_of
from guidepress.page.items import BACKGROUND
from guidepress.paginate.breaks import break_galley
from guidepress.paginate.collect import collect
from guidepress.paginate.cuts import Room
from guidepress.paginate.galley import WIDOW, Galley, SetNote
from guidepress.paginate.pieces import Box, Para, Ruled
from guidepress.paginate.resolve import is_late, unknown
from guidepress.paginate.setter import Setter
from guidepress.paginate.stacking import Stacker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.document.blocks import Block, Heading
    from guidepress.document.blocks import Note as ComposedNote
    from guidepress.document.inlines import Inline
    from guidepress.layout.model import Layout
    from guidepress.paginate.collect import Collected
    from guidepress.paginate.pieces import Footnote, Piece
    from guidepress.typeset import Fonts

LINE = 14_000
LABELS = Labels.for_language("en")
PLAIN = Style("plain", size=10_000, leading=LINE, expand=0)
"""Off the grid, with no white space around it."""


def galley(
    heights: int | Sequence[int],
    *,
    costs: Mapping[int, int] | None = None,
    notes: Sequence[tuple[int, int]] = (),
    **values: object,
) -> Galley:
    """A galley of answer lines: so many of 14 pt, or of these heights.

    Args:
        heights: of the atoms.
        costs: of ending a page before an atom, where it costs anything.
        notes: per footnote the atom with its mark and its lines of 14 pt.
        values: other fields of the galley.
    """
    listed = [LINE] * heights if isinstance(heights, int) else list(heights)
    count = len(listed)
    bottoms = tuple(sum(listed[: index + 1]) for index in range(count))
    made: list[SetNote] = []
    tops, owners = [0], []
    for number, (atom, lines) in enumerate(notes):
        made.append(SetNote(f"n{number}", atom, galley(lines), len(tops) - 1))
        below = tops[-1]
        tops += [below + LINE * (index + 1) for index in range(lines)]
        owners += [number] * lines
    fields: dict[str, object] = {
        "grid": 0,
        "reference": 0,
        "tops": (0, *bottoms[:-1])[:count],
        "bottoms": bottoms,
        "costs": tuple((costs or {}).get(index, 0) for index in range(count)),
        "inside": (False,) * count,
        "fillings": (Ruled(1, LINE, 0, 0, BLACK),) * count,
        **dict.fromkeys(("lines", "boxes"), (None,) * count),
        **dict.fromkeys(("lead", "trail"), 0),
        "keeps_next": False,
        **dict.fromkeys(("snaps", "snap_slack", "gaps", "anchors", "begins", "besides", "headings"), ()),
        **dict.fromkeys(("rooms", "stops", "overfull"), ()),
        "notes": tuple(made),
        "note_tops": tuple(tops),
        "note_of": tuple(owners),
        "heads": {},
        "spans": {},
        "eased": {},
        "late": False,
        **values,
    }
    return Galley(**fields)  # type: ignore[arg-type]


PAGE = Room(10 * LINE, 10 * LINE)
"""Ten lines, on whose last page the text ends."""

ON = replace(PAGE, ends=False)
"""The text goes on after the galley: its last page costs nothing for being short."""


def ends(stack: Galley, room: Room = PAGE) -> list[int]:
    """The atoms before which pages end."""
    return [cut.end for cut in break_galley(stack, room)]


def blocked(*atoms: int) -> dict[int, int]:
    """Atoms before which no page ends if it can end elsewhere."""
    return dict.fromkeys(atoms, WIDOW)


def frame(parent: Box | None = None, *, top: int = 0, bottom: int = 0, style: Style = PLAIN) -> Box:
    """A box with padding, over the whole measure."""
    return Box(parent, style, 0, 200_000, top, bottom)


def paragraph(lines: int, style: Style = PLAIN, **values: object) -> Paragraph:
    """A paragraph of so many lines, "l0", "l1" and so on."""
    inlines: list[Inline] = []
    for number in range(lines):
        inlines += [LineBreak(), Text(f"l{number}")]
    return Paragraph(style, tuple(inlines[1:]), **values)  # type: ignore[arg-type]


def para(lines: int, style: Style = PLAIN, *, heading: Heading | None = None) -> Para:
    """The piece of a paragraph of so many lines."""
    return piece(paragraph(lines, style, heading=heading))


def piece(block: Paragraph, x: int = 0) -> Para:
    """The piece of a paragraph."""
    return Para(
        block, block.style, x, 200_000, block.style.baseline, 1, (), BACKGROUND, (), "en", is_late(block.inlines), None,
        block.heading,
    )  # fmt: skip


def stacker(
    fonts: Fonts, layout: Layout | None = None, notes: Mapping[str, Footnote] | None = None
) -> Stacker:
    """A stacker for a layout of 20 lines, on no grid unless the layout says so."""
    chosen = layout or layout_of(grid=0)
    setter = Setter(fonts, LABELS, unknown(LABELS))
    return Stacker(setter, areas_of(chosen.page, chosen.styles), notes or {})


def collected(
    *blocks: Block, layout: Layout | None = None, notes: tuple[ComposedNote, ...] = ()
) -> Collected:
    """Collect a section of blocks."""
    chosen = layout or layout_of()
    made = document(section(*blocks), notes=notes)
    return collect(made, chosen, areas_of(chosen.page, chosen.styles), LABELS)


def pieces_of(*blocks: Block, layout: Layout | None = None) -> list[Piece]:
    """The pieces of blocks, without those that begin their section."""
    (strand,) = collected(*blocks, layout=layout).strands
    return list(strand.pieces[2:])
