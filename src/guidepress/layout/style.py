"""In: the styles of a layout. Out: one resolved Style record per name: how a block and its text look.

All lengths are mpt. Inheritance (`extends`) is resolved by the loader; nothing after it looks up parents.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from guidepress.base.colour import BLACK, Colour
from guidepress.base.record import field, record

__all__ = ["Align", "Border", "Figures", "Length", "Offset", "Paint", "Share", "Style"]

Length: TypeAlias = Annotated[int, "length"]
"""A length from 0 up, mpt; in a style also in em of the style's own size."""

Offset: TypeAlias = Annotated[int, "offset"]
"""A length that may be negative, mpt; in a style also in em of the style's own size."""

Share: TypeAlias = Annotated[int, "share"]
"""A part of a whole, per mille; written in per cent."""

Paint: TypeAlias = Annotated[Colour | None, "paint"]
"""A colour by name or hex, or "none"."""

Align = Literal["justified", "left", "right", "centred"]
Figures = Literal["old-style", "lining", "tabular"]


@record
class Border:
    """A rule of `width` mpt in `colour`; width 0 is no rule."""

    width: int = 0
    colour: Colour = BLACK


@record
class Style:
    """How one kind of block looks.

    Attributes:
        font: family name from the layout's `fonts` ("serif", "sans").
        size, leading: type size and baseline distance.
        weight: "light", "regular", "semibold", "bold" or "black".
        figures: old-style (proportional), lining (proportional) or tabular (lining, one width).
        small_caps: the whole text in true small capitals.
        uppercase: the whole text in capitals.
        tracking: letter-spacing, mpt.
        emphasis: what *emphasis* becomes: "italic" or "bold" (accessible layouts).
        hyphenate, protrude: switches of the paragraph builder.
        expand: the most a glyph may grow or shrink, per mille; 0 is off.
        first_indent: indent of the first line; `hang` indents all others instead (marker width).
        indent_left, indent_right: from the column's edges.
        space_before, space_after: between blocks the larger of the two counts, not the sum.
        keep_next: stay on the page with the next block. keep_together: never split.
        widow, orphan: least lines at the top and the foot of a page.
        background, bar (left), rule_above, rule_below, border (all round), padding: of boxes.
        radius: corner radius of background and border.
        grid: snap the first baseline to the baseline grid.
    """

    name: str = field(metadata={"derived": True})
    font: str = "serif"
    size: Length = 10_500
    leading: Length = 14_000
    weight: str = "regular"
    italic: bool = False
    colour: Colour = BLACK
    figures: Figures = "old-style"
    small_caps: bool = False
    uppercase: bool = False
    tracking: Offset = 0
    emphasis: Literal["italic", "bold"] = "italic"
    align: Align = "justified"
    hyphenate: bool = True
    protrude: bool = True
    expand: Share = 20
    first_indent: Offset = 0
    hang: Length = 0
    indent_left: Length = 0
    indent_right: Length = 0
    space_before: Length = 0
    space_after: Length = 0
    keep_next: bool = False
    keep_together: bool = False
    widow: int = 2
    orphan: int = 2
    background: Paint = None
    bar: Border = Border()
    rule_above: Border = Border()
    rule_below: Border = Border()
    border: Border = Border()
    padding: Length = 0
    radius: Length = 0
    grid: bool = False
