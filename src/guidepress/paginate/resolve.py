"""In: the pages of a round. Out: what late inlines say, as an immutable Resolved for the next round."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import record
from guidepress.compose.inlines import PageCount, PageRef, ReadingTime, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.labels import Labels
    from guidepress.compose.inlines import Inline

__all__ = ["MOST_ROUNDS", "LateInline", "Resolved", "is_late", "late_among", "moving", "resolve", "unknown"]

MOST_ROUNDS = 5
"""References that have not settled after so many rounds never will: they push each other over a page's end."""

_GUESS = "00"
"""A folio nobody knows yet: figures of most faces are about equally wide, and most books have two of them."""

LateInline: TypeAlias = PageRef | PageCount | ReadingTime

_LATE = (PageRef, PageCount, ReadingTime)


@record
class Resolved:
    """What the previous round found out; the first round knows nothing and guesses.

    Attributes:
        folios: by anchor, the folio of its page.
        pages: page count of the book block.
        reading_time: as printed.
    """

    folios: dict[str, str]
    pages: int
    reading_time: str

    def text(self, inline: LateInline, labels: Labels) -> str:
        """Say what a late inline prints; an anchor that is nowhere prints a question mark."""
        if isinstance(inline, PageRef):
            return self._folio(inline)
        if isinstance(inline, PageCount):
            pages = self.pages or 10  # as many figures as most books need
            return labels.count("pages", pages) if inline.noun else str(pages)
        return self.reading_time

    def _folio(self, reference: PageRef) -> str:
        """The folio of a reference; nothing where the list that it is in has said it already."""
        if not self.pages:
            return reference.instead or _GUESS
        folio = self.folios.get(reference.anchor, "?")
        said = any(self.folios.get(anchor) == folio for anchor in reference.after)
        return "" if said else reference.instead or folio


def unknown(labels: Labels) -> Resolved:
    """What the first round goes by: nothing is known, everything is guessed."""
    return Resolved({}, 0, labels.count("hours-read", 1))


def is_late(inlines: tuple[Inline, ...]) -> bool:
    """Whether a paragraph waits for another round."""
    return any(isinstance(inline, _LATE) for inline in inlines)


def late_among(inlines: Iterable[Inline]) -> tuple[LateInline, ...]:
    """Pick the late inlines."""
    return tuple(inline for inline in inlines if isinstance(inline, _LATE))


def resolve(inlines: tuple[Inline, ...], resolved: Resolved, labels: Labels) -> tuple[Inline, ...]:
    """Turn late inlines into text, in place."""
    return tuple(
        Text(
            resolved.text(inline, labels),
            inline.look,
            inline.link if isinstance(inline, PageRef) else None,
            "",
            inline.span if isinstance(inline, PageRef) else None,
        )
        if isinstance(inline, _LATE)
        else inline
        for inline in inlines
    )


def moving(before: Resolved, after: Resolved, used: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Name the references, among the anchors that are referred to, that two rounds disagree on."""
    return tuple(
        Diagnostic(
            "error",
            "references-move",
            f"The page of #{anchor} does not settle: it is {before.folios.get(anchor, 'unknown')} in one round and {folio} in the next.",
            "Shorten or lengthen the text before it by a line, or refer to it by title only.",
        )
        for anchor, folio in after.folios.items()
        if anchor in used and before.folios.get(anchor) != folio
    )
