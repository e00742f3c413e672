"""In: a guide, a layout and an order. Out: the book whose inside margin is right for its own count of pages.

The margin hangs on the count, and the count on the margin. The margin is only ever raised, by the printer's table, and
the book built again, until it holds: it settles after as many rounds as the table has rows at most, and five are allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.lengths import format_length
from guidepress.base.record import record
from guidepress.build import Tools, make_book
from guidepress.press.design import design
from guidepress.press.geometry import margins
from guidepress.press.opening_side import require_left_binding
from guidepress.press.spec import padded, require_count

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.document.blocks import Document
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book
    from guidepress.press.design import LayoutChoice
    from guidepress.press.printers.figures import Source
    from guidepress.press.spec import PressSpec
    from guidepress.typeset import Fonts

__all__ = ["ROUNDS", "GutterRound", "SettledBook", "settle"]

ROUNDS = 5
"""No printer's table has more rows that one book could cross."""


@record
class GutterRound:
    """One building of the book.

    Attributes:
        inside: the inside margin that it was built with, mpt.
        pages: the count as printed, blank pages at the end included.
        asked: the inside margin that the printer asks for with this count.
    """

    inside: int
    pages: int
    asked: int


@record
class SettledBook:
    """The book, and how it came about.

    Attributes:
        document: what was composed.
        book: its pages, without blank ones at the end.
        layout: as it was set.
        fonts: its faces, with what they have shaped.
        count: the pages as printed, blank ones at the end included.
        rounds: each building, the last one right.
        source: where the printer's table of inside margins was read.
        notes: what the layout would have printed and the order has no room for.
    """

    document: Document
    book: Book
    layout: Layout
    fonts: Fonts
    count: int
    rounds: tuple[GutterRound, ...]
    source: Source
    notes: tuple[Diagnostic, ...]

    @property
    def said(self) -> str:
        """How the inside margin came about, as a sentence; "" where the first building was right."""
        if len(self.rounds) < 2:
            return ""
        steps = "; ".join(
            f"with {format_length(each.inside)} it had {each.pages} pages, which need {format_length(each.asked)}"
            for each in self.rounds[:-1]
        )
        last = self.rounds[-1]
        return (
            f"The inside margin was raised until it held: {steps}; with {format_length(last.inside)} it has "
            f"{last.pages} pages ({self.source})."
        )


def settle(guide: Guide, look: LayoutChoice, spec: PressSpec) -> SettledBook:
    """Build a guide until its inside margin is the one that its count of pages asks for.

    Args:
        guide: what to print.
        look: the layout, and what a user changes of it.
        spec: what was ordered.

    Raises:
        FaultsFound: guide or layout have faults, the book is bound at the right, the printer refuses the count, or the
            margin does not settle.
    """
    require_left_binding(guide.language)
    rounds: list[GutterRound] = []
    tools: Tools | None = None
    inside, count = 0, 0
    for _ in range(ROUNDS):
        made = design(look, spec, pages=count, inside=inside)
        tools = _tools(made.layout, tools)
        document, book = make_book(guide, made.layout, tools)
        blank = bool(book.pages) and book.pages[-1].blank
        count = padded(spec, len(book.pages), ends_blank=blank)
        asked = margins(spec, count)
        rounds.append(GutterRound(made.layout.page.margins.inside, count, asked.inside))
        if rounds[-1].inside >= asked.inside:
            require_count(spec, count)
            return SettledBook(
                document,
                book,
                made.layout,
                tools.fonts,
                count,
                tuple(rounds),
                asked.gutter_source,
                made.notes,
            )
        inside = max(inside, asked.inside)
    tried = ", ".join(f"{format_length(each.inside)}: {each.pages} pages" for each in rounds)
    message = f"The inside margin did not settle in {ROUNDS} buildings ({tried})."
    raise fault("gutter-unsettled", message, "Set it yourself: --set page.margins.inside=1in.")


def _tools(layout: Layout, before: Tools | None) -> Tools:
    """Tools for a layout that keep the faces and words of the building before: margins do not change them."""
    tools = Tools(layout)
    if before is not None:
        tools.fonts = before.fonts
    return tools
