"""In: the guide's title, author and publisher. Out: the title page, and the imprint on the back of its leaf.

The title stands high on the page, everything is centred, and the publisher stands at the foot. There is no running head,
no folio and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.cover import fitted
from guidepress.compose.imprint import imprint
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Break, Drawing, Figure, Heading, Paragraph
from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "TitlePageOptions"]

_ABOVE = (
    0.15  # share of the text's height above the title: the eye's middle of a page lies above the measured one
)
_BROAD = 0.92  # share of the measure that the title may take
_HIGH = 0.3  # share of the text's height that the title may take
_LOOSE = 2_000  # mpt by which a line may come out wider than it was measured: expansion, hung punctuation


@record
class TitlePageOptions:
    """The options of `title-page`."""

    imprint: bool = False
    """Set the imprint, what `colophon` says, at the foot of the next page: the back of the leaf."""


def title_page(guide: Guide, spec: SectionSpec[TitlePageOptions], context: Context) -> Section:
    """Set title, subtitle, author, what the book is, publisher; on the next page the imprint, where it is asked for."""
    made = context.section(replace(spec, contents=False), guide.title, ())
    texts = (
        ("book-subtitle", guide.subtitle),
        ("book-author", ", ".join(person.name for person in guide.authors)),
        ("book-kind", context.labels.text("study-guide")),
    )
    said: list[Block] = [
        _title(made, context),
        *(context.paragraph(style, text) for style, text in texts if text),
    ]
    publisher = context.paragraph("book-publisher", guide.credits.publisher)
    named = (publisher,) if guide.credits.publisher else ()
    room = context.left((*said, *named), last=True) - _LOOSE
    # what does not fit on the page begins at its top
    high = min(round(context.areas.height * _ABOVE), room)
    blocks: list[Block] = [*((_strut(high, context),) if high > 0 else ()), *said]
    if named:
        blocks.append(_at_foot(blocks, publisher, context))
    if spec.options.imprint:
        legal = imprint(context)
        room = context.left(legal, last=True) - _LOOSE
        blocks += [Break("page"), *((_strut(room, context),) if room > 0 else ()), *legal]
    return replace(made, blocks=tuple(blocks), master="plain")


def _title(made: Section, context: Context) -> Paragraph:
    """Set the title as large as it fits, between indents at which its lines come out even."""
    style, measure = context.style("book-title"), context.measure
    box = round(measure * _BROAD), round(context.areas.height * _HIGH)
    style, lines = fitted(made.title, style, box, context.measurer)
    longest = max(context.width(each, style) for each in lines)
    indent = max(0, (measure - longest - _LOOSE) // 2)
    fitting = replace(style, name="book-title/fitted", indent_left=indent, indent_right=indent)
    heading = Heading(1, made.title, contents=False)
    return Paragraph(fitting, (Text(made.title),), role="H1", anchor=made.anchor, heading=heading)


def _at_foot(above: list[Block], last: Paragraph, context: Context) -> Paragraph:
    """Move a paragraph down until it ends the page."""
    found = context.stood((last,))
    room = context.left(above, last=True) - (found.height if found else 0) - _LOOSE
    space = max(last.style.space_before, room)
    return replace(last, style=replace(last.style, name=f"{last.style.name}/foot", space_before=space))


def _strut(height: int, context: Context) -> Figure:
    """White space that stands at the top of a page, where that before a paragraph is dropped."""
    style = context.varied("figure", "strut", space_before=0, space_after=0, keep_next=True)
    return Figure(Drawing(context.measure, height, ()), "", style)


KIND = Kind(
    "title-page",
    "Title, subtitle, author, what the book is, publisher",
    TitlePageOptions,
    title_page,
    front=True,
    apparatus=True,
)
