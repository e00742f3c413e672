"""In: the styles of a layout. Out: one resolved Style record per name: how a block and its text look.

All lengths are mpt. Inheritance (`extends`) is resolved by the loader; nothing after it looks up parents.
"""

from typing import Annotated, Literal, TypeAlias

from guidepress.base.colour import BLACK, WHITE, Colour
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

_ABOVE, _BELOW = 770, 230
"""Share of the type size above and below the baseline, per mille: an ascender and a descender of a text face.

Half of what the leading adds stands above the line, half below, so that text stands in the middle of a box.
"""

Align = Literal["justified", "left", "right", "centred"]
Figures = Literal["old-style", "lining", "tabular"]


@record
class Border:
    """A rule of `width` mpt in `colour`; width 0 is no rule.

    Attributes:
        pattern: number of the hatching that a bar bears, from 1; 0 is none. Only themes have one.
        lines: colour of the hatching.
    """

    width: int = 0
    colour: Colour = BLACK
    pattern: int = 0
    lines: Colour = WHITE


@record
class Style:
    """How one kind of block looks. Lengths may be written in em of the style's own size."""

    name: str = field(metadata={"derived": True})
    """The name by which sections pick it."""
    font: str = "serif"
    """A family of the layout's `fonts`."""
    size: Length = 10_500
    """Type size, 7pt or more."""
    leading: Length = 14_000
    """From baseline to baseline."""
    weight: str = "regular"
    """A face of the family: light, regular, semibold, bold …"""
    italic: bool = False
    """The whole text in italics."""
    colour: Colour = BLACK
    """A colour by name or hex; 4.5 to 1 against its background or the paper."""
    figures: Figures = "old-style"
    """Old-style, lining, or tabular (lining, all of one width)."""
    small_caps: bool = False
    """The whole text in true small capitals."""
    uppercase: bool = False
    """The whole text in capitals."""
    tracking: Offset = 0
    """Letter-spacing."""
    word_spacing: Offset = 0
    """Added to every space between words; letter-spacing widens them by itself already."""
    emphasis: Literal["italic", "bold"] = "italic"
    """What *emphasis* becomes: bold where italics are hard to read."""
    align: Align = "justified"
    """How lines fill the measure."""
    hyphenate: bool = True
    """Whether words may be broken."""
    protrude: bool = True
    """Whether punctuation hangs into the margin."""
    expand: Share = 20
    """The most that a glyph may grow or shrink to even out the word spaces; 0 is off."""
    first_indent: Offset = 0
    """Indent of the first line."""
    hang: Length = 0
    """Indent of all lines but the first; the marker of a list or the number of a question stands in it."""
    turnover: Length = 0
    """Indent of what turns over of a line of verse; a paragraph is verse if it has forced ends of lines."""
    indent_left: Length = 0
    """From the column's left edge."""
    indent_right: Length = 0
    """From the column's right edge."""
    space_before: Length = 0
    """White space above; between two blocks the larger of the two counts, not the sum."""
    space_after: Length = 0
    """White space below."""
    keep_next: bool = False
    """Its last lines stay on the page with the next block."""
    keep_together: bool = False
    """Never be split by the end of a page."""
    level: bool = False
    """Ragged lines are as equally long as may be, as in headings; centred ones always are."""
    widow: int = 2
    """Least lines of a paragraph at the top of a page."""
    orphan: int = 2
    """Least lines of a paragraph at the foot of a page."""
    background: Paint = None
    """A tint behind the block, or none."""
    bar: Border = Border()
    """A bar at the left: width and colour."""
    rule_above: Border = Border()
    """A rule above; over the head of a table."""
    rule_below: Border = Border()
    """A rule below; under each row of a table."""
    border: Border = Border()
    """A rule all round; under the head of a table."""
    padding: Length = 0
    """Between border and text."""
    radius: Length = 0
    """Of the corners of background and border."""
    least: int = field(default=0, metadata={"derived": True})
    """No part of the text is smaller, not even note marks; the layout's floor, mpt."""
    grid: bool = False
    """Snap the first baseline to the page's baseline grid."""

    @property
    def baseline(self) -> int:
        """From the top of a line down to its baseline, mpt."""
        return (self.leading - self.size * (_ABOVE + _BELOW) // 1000) // 2 + self.size * _ABOVE // 1000
