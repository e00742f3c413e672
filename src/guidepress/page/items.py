"""The six kinds of item a finished page is made of.

All lengths are mpt (thousandths of a point). The origin of a page is its top left corner, y grows downwards.
Item positions are relative to the frame that holds them.

| kind   | what it is                                            |
|--------|-------------------------------------------------------|
| Run    | shaped words on one baseline, in one face and colour   |
| Shape  | a path that is filled, stroked or both                 |
| Image  | a raster picture in a rectangle                        |
| Link   | a rectangle that leads to an anchor or an address      |
| Anchor | a place that links, contents and the outline lead to   |
| Frame  | a group of items with a place and a tag of its own     |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import identity, record

if TYPE_CHECKING:
    from guidepress.base.colour import Colour

__all__ = [
    "ARTIFACT",
    "BACKGROUND",
    "INHERIT",
    "Anchor",
    "Face",
    "Frame",
    "Image",
    "Item",
    "Link",
    "PathOp",
    "Run",
    "Shape",
    "Slot",
    "Word",
]

ARTIFACT = -1
"""Tag of pagination artifacts: running heads, folios, footers."""

BACKGROUND = -2
"""Tag of layout artifacts: rules, tints, decorative shapes."""

INHERIT = -3
"""Tag of an item or frame that belongs to the element of the frame around it."""


@identity
class Face:
    """One font file, named: "serif-regular". Faces are interned: one object a file and a program run.

    A variable font stands for as many faces as are made of it; `axes` say where on its axes a face lies ("wght", 700).
    In a collection `number` is its place, from 0.
    """

    name: str
    path: str
    units_per_em: int
    ascent: int  # font units, baseline to top of the type
    descent: int  # font units, positive
    cap_height: int  # font units
    x_height: int  # font units
    axes: tuple[tuple[str, float], ...] = ()
    number: int = 0


@identity
class Word:
    """One shaped word in one face and one set of features; interned, so that caches can key on it.

    Parallel tuples, one entry a glyph: glyph ids, advances after kerning (font units), the text each glyph
    stands for (a ligature's whole text; "" for a glyph that continues a cluster). `offsets` is empty, or one
    (dx, dy) a glyph in font units. A word broken by hyphenation ends in the text U+00AD on its hyphen glyph.
    """

    text: str
    face: Face
    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    clusters: tuple[str, ...]
    width: int  # font units: the sum of the advances
    offsets: tuple[tuple[int, int], ...] = ()


@record
class Run:
    """Words on one baseline in one face, size and colour.

    The words stand apart by `gap`. The writer draws a space glyph in each gap, and after the last word
    if `space_after`, so that text copied out keeps its word boundaries.

    Attributes:
        x: left end of the first glyph, from the frame's left.
        y: baseline, from the frame's top.
        gap: width of each inter-word space as it appears on the page, after expansion, mpt.
        expansion: horizontal scaling of the glyphs in per mille (20 = 2 % wider), 0 for none.
        tracking: added after each glyph, mpt, before expansion (letter-spacing).
        source: index into the frame's `tags`, which name the element each inline belongs to.
        language: BCP 47 tag where it differs from the element's, else "".
    """

    x: int
    y: int
    face: Face
    size: int
    colour: Colour
    words: tuple[Word, ...]
    gap: int
    width: int
    space_after: bool = False
    expansion: int = 0
    tracking: int = 0
    source: int = 0
    language: str = ""


PathOp: TypeAlias = tuple[str, tuple[int, ...]]
"""("m", (x, y)), ("l", (x, y)), ("c", (x1, y1, x2, y2, x, y)), ("r", (x, y, width, height)), ("h", ())."""


@record
class Shape:
    """A path; `dash` is on/off lengths in mpt. A shape is always decoration or part of a figure.

    What its lines go round an even number of times is left out where it is `even_odd`.
    """

    path: tuple[PathOp, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    line_width: int = 500
    dash: tuple[int, ...] = ()
    round_caps: bool = False
    tag: int = INHERIT
    even_odd: bool = False


@record
class Image:
    """A picture file scaled into a rectangle, a drawing (SVG) by its shapes; its alternative text stands on its element.

    No more than `most` pixels are written across it; 0 is all that it has.
    """

    path: str
    x: int
    y: int
    width: int
    height: int
    tag: int = INHERIT
    most: int = 0


@record
class Link:
    """An active rectangle; `target` is "#anchor" or an address. `source` indexes the frame's `tags`."""

    x: int
    y: int
    width: int
    height: int
    target: str
    description: str
    source: int = 0


@record
class Anchor:
    """A named destination at (x, y) of its frame; `element` is the index in `Book.tree` of what begins there, 0 if unknown."""

    name: str
    x: int
    y: int
    element: int = 0


@record
class Slot:
    """What a copy fills in: a name, a class.

    Attributes:
        name: what is asked for ("name", "class").
        label: the word that stands before it, as it is printed.
        width: room for it, mpt; it stands on the baseline of the frame that it belongs to, from its left edge.
        height: room above that baseline, mpt.
    """

    name: str
    label: str
    width: int
    height: int


@record
class Frame:
    """A group of items, placed as one.

    Attributes:
        x, y: where the frame's origin stands in the frame (or page) around it.
        tag: index into `Book.tree`, or ARTIFACT, BACKGROUND or INHERIT.
        tags: elements of the inlines: run and link `source` indexes it; empty means `tag` for all.
        clip: width and height to clip to, or None.
        slot: what a copy of the book fills in here; such a frame is empty.
        turn: quarter turns clockwise about its origin in which all of it stands (0 to 3); 1 reads from the top down.
    """

    x: int
    y: int
    items: tuple[Item, ...]
    tag: int = INHERIT
    tags: tuple[int, ...] = ()
    clip: tuple[int, int] | None = None
    slot: Slot | None = None
    turn: int = 0


Item: TypeAlias = Run | Shape | Image | Link | Anchor | Frame
