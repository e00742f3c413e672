"""In: text as markdown and the sections give it. Out: the inlines a paragraph is made of, a flat tuple.

Links do not nest: every inline may carry the link it belongs to. Late inlines (PageRef, Mention, PageCount, ReadingTime)
get their text from the previous round of pagination.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import located, record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Span

__all__ = [
    "APART",
    "PLAIN",
    "Blank",
    "BlankDrawing",
    "Inline",
    "InlinePicture",
    "Leader",
    "LineBreak",
    "LinkTo",
    "Look",
    "Mention",
    "NoteMark",
    "PageCount",
    "PageRef",
    "ReadingTime",
    "Text",
    "plain_text",
    "run_on",
]


@record
class Look:
    """How a piece of text differs from its paragraph's style.

    `emphasis` and `strong` are what the author meant; the style decides how they print. `aside` sets words of ours
    apart (a part of speech): in italics, or not at all where emphasis is bold. `highlight` lies behind the text, with
    the hatching of that number in the text's colour if there is a `pattern`, and a rule in `underline` at its foot. `superior` raises and shrinks (note
    marks). `font` and `scale` (per mille of the style's size) are for furniture and covers. `even` figures are all of
    one width.
    """

    emphasis: bool = False
    strong: bool = False
    small_caps: bool = False
    superior: bool = False
    colour: Colour | None = None
    font: str = ""
    scale: int = 1000
    highlight: Colour | None = None
    aside: bool = False
    pattern: int = 0
    underline: Colour | None = None
    even: bool = False


PLAIN = Look()

APART = "\u00a0· "
"""What parts entries that run on: a dot, which never begins a line."""


@record
class LinkTo:
    """Where an inline leads: "#anchor" or an address; `description` is read out by a screen reader."""

    target: str
    description: str


@located
class Text:
    """A piece of text, typographer's quotes already set. A soft hyphen (U+00AD) is a permitted break."""

    text: str
    look: Look = PLAIN
    link: LinkTo | None = None
    language: str = ""
    span: Span | None = None


@record
class NoteMark:
    """The reference to a footnote; the note's number is printed as a superior figure and links to the note."""

    note: str
    number: int
    look: Look = PLAIN


@located
class PageRef:
    """The folio of the page on which `anchor` stands.

    In a list of folios nothing is printed where one of the anchors `after` which it comes, or before which, stands on the
    same page.
    `instead` is printed in its place where it would be: what parts it from the one before.
    """

    anchor: str
    look: Look = PLAIN
    link: LinkTo | None = None
    span: Span | None = None
    after: tuple[str, ...] = ()
    instead: str = ""


@located
class Mention:
    """One of the folios of the pages whose running text holds one of some words, those of pages in a row joined ("12–14").

    An index entry is a row of these, `at` 0 and on, since each is a link of its own; those that it has no folio for print
    nothing, and the `last` prints all that are left. The page of `own`, an anchor, is among them and strong. Where there
    is a `link`, it leads to the last anchor that stands on the page or before it; without one it is the comma before it.
    """

    words: tuple[str, ...]
    own: str
    at: int
    link: LinkTo | None = None
    last: bool = False
    look: Look = PLAIN
    span: Span | None = None


@record
class PageCount:
    """The number of pages of the book block ("59"); with `noun`, its words too ("59 pages").

    With `sheets`, in words, the sheets of paper that the book and its cover take if both sides are printed ("30 sheets").
    """

    noun: bool = False
    look: Look = PLAIN
    sheets: bool = False


@record
class ReadingTime:
    """The reading time as printed ("1 hour read")."""

    look: Look = PLAIN


@record
class Leader:
    """Fills the line: what follows stands flush right; `dots` draws a dotted leader (an artifact)."""

    dots: bool = True


@record
class LineBreak:
    """A forced end of line."""


BlankDrawing: TypeAlias = Literal["rule", "box", "ticked", "ring"]
"""What is drawn where a blank is."""


@record
class Blank:
    """A place to write on in the middle of a text; never parted by the end of a line.

    Attributes:
        width: mpt; a text that does not fit makes it wider.
        says: what is read out, and copied out, for an empty one, and for a ringed text.
        text: what stands on it, in the middle; "" leaves it empty.
        look: of the text, or of what is drawn in place of one.
        drawn: "rule" to write on, "box" to tick, "ticked" for one that is, "ring" for a ring around the text, which
            stands where it would without.
    """

    width: int
    says: str
    text: str = ""
    look: Look = PLAIN
    drawn: BlankDrawing = "rule"


@located
class InlinePicture:
    """A picture in the middle of a text. It is set below the lines of its paragraph, its title its caption.

    One that is no higher than a line has a `width` and a `height`, mpt, and stands in the line like a word; no more than
    `most` pixels of it are wanted across. Other sizes are pixels; `alt` is read out and never printed; `share` is its
    width in per cent of the measure, 0 for its own.
    """

    path: str
    alt: str
    pixel_width: int
    pixel_height: int
    title: str = ""
    span: Span | None = None
    share: int = 0
    width: int = 0
    height: int = 0
    most: int = 0


Inline: TypeAlias = (
    Text | NoteMark | PageRef | Mention | PageCount | ReadingTime | Leader | LineBreak | Blank | InlinePicture
)


def plain_text(inlines: Iterable[Inline]) -> str:
    """Read inlines as plain text; marks, breaks and what is known late say nothing."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def run_on(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Set verse as prose: a stroke where its lines end, which never begins a line."""
    return tuple(Text("\u00a0/ ") if isinstance(inline, LineBreak) else inline for inline in inlines)
