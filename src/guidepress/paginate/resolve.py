"""In: the pages of a round. Out: what late inlines say, as an immutable Resolved for the next round."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import field, record, replace
from guidepress.document.inlines import Mention, PageCount, PageRef, ReadingTime, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.inlines import Inline
    from guidepress.labels import Labels
    from guidepress.paginate.mentions import Listing

__all__ = [
    "MOST_ROUNDS",
    "LateInline",
    "Resolved",
    "Widths",
    "held",
    "is_late",
    "late_among",
    "moving",
    "resolve",
    "unknown",
]

MOST_ROUNDS = 8
"""References that have not settled after so many rounds never will: they push each other over a page's end."""

_FREE_ROUNDS = 3
"""What moves after so many rounds is held to one width from then on: nearly all books are at rest by now."""

_REPEATING = 6
"""After so many rounds one folio may stand twice in a list, which is better than no book."""

_FIGURE_SPACE = "\u2007"

_GUESS = "00"
"""A folio nobody knows yet: figures of most faces are about equally wide, and most books have two of them."""

LateInline: TypeAlias = PageRef | Mention | PageCount | ReadingTime

Widths: TypeAlias = dict[str, int]
"""By anchor, how many figures its folio is given, whatever it says; an anchor that is at rest is not in it."""

_LATE = (PageRef, Mention, PageCount, ReadingTime)
_KINDS = frozenset(_LATE)
_NOTHING = Text("")


@record
class Resolved:
    """What the previous round found out; the first round knows nothing and guesses.

    Attributes:
        folios: by anchor, the folio of its page.
        pages: page count of the book block.
        reading_time: as printed.
        widths: of the folios that would not come to rest: two figures that differ in width can carry a line, and
            with it the anchor, to and fro between two pages for ever.
        listings: by the words of an index entry and its own anchor, what it lists.
        repeats: whether those stand in a list of folios even after their like, since leaving one out moves lines, too.
    """

    folios: dict[str, str]
    pages: int
    reading_time: str
    widths: Widths
    repeats: bool = False
    listings: dict[tuple[tuple[str, ...], str], Listing] = field(default_factory=dict)

    def holds(self, inline: LateInline) -> bool:
        """Whether an inline is held to one width."""
        return isinstance(inline, PageRef) and inline.anchor in self.widths

    def said(self, inline: LateInline, labels: Labels) -> tuple[str, bool]:
        """What an inline prints, and whether it is held: all that its line depends on."""
        if isinstance(inline, Mention):  # all of its entry hang on the same list
            listing = self.listings.get((inline.words, inline.own), ())
            listed = " ".join([f"{said} {anchor} {own}" for said, anchor, own in listing])
            return listed or self.mention(inline)[0], False
        return self.text(inline, labels), self.holds(inline)

    def mention(self, inline: Mention) -> tuple[str, str, bool]:
        """A folio of an index entry, where it leads, and whether it is that of the entry's own page."""
        listing = self.listings.get((inline.words, inline.own), ())
        if inline.at >= len(listing):
            return ("" if self.pages or inline.at else _GUESS), "", False
        if inline.link is None:
            return (", " if inline.at else ""), "", False
        said, anchor, own = listing[inline.at]
        rest = listing[inline.at + 1 :] if inline.last else ()
        return ", ".join((said, *(each[0] for each in rest))), anchor, own

    def text(self, inline: LateInline, labels: Labels) -> str:
        """Say what a late inline prints; an anchor that is nowhere prints a question mark."""
        if isinstance(inline, PageRef):
            return self._folio(inline)
        if isinstance(inline, Mention):
            return self.mention(inline)[0]
        if isinstance(inline, PageCount):
            pages = self.pages or 10  # as many figures as most books need
            if inline.sheets:
                return labels.count("sheets", (pages + 2) // 2)  # the cover is a page more
            return labels.count("pages", pages) if inline.noun else str(pages)
        return self.reading_time

    def _folio(self, reference: PageRef) -> str:
        """The folio of a reference; nothing where the list that it is in has said it already."""
        if not self.pages:
            return reference.instead or _GUESS
        folio = self.folios.get(reference.anchor, "?")
        repeated = self.repeats and reference.anchor in self.widths
        said = not repeated and any(self.folios.get(anchor) == folio for anchor in reference.after)
        return (
            ""
            if said
            else reference.instead or folio.rjust(self.widths.get(reference.anchor, 0), _FIGURE_SPACE)
        )


def unknown(labels: Labels) -> Resolved:
    """What the first round goes by: nothing is known, everything is guessed."""
    return Resolved({}, 0, labels.count("hours-read", 1), {})


def held(before: Resolved, after: Resolved, count: int) -> Resolved:
    """Hold what still moves after round `count`: such folios are given room for both that they said."""
    if count < _FREE_ROUNDS:
        return after
    moved = {
        anchor: max(len(folio), len(before.folios.get(anchor, "")), before.widths.get(anchor, 0))
        for anchor, folio in after.folios.items()
        if before.folios.get(anchor) != folio
    }
    return replace(after, widths={**before.widths, **moved}, repeats=count >= _REPEATING)


def is_late(inlines: tuple[Inline, ...]) -> bool:
    """Whether a paragraph waits for another round."""
    return not _KINDS.isdisjoint(map(type, inlines))


def late_among(inlines: Iterable[Inline]) -> tuple[LateInline, ...]:
    """Pick the late inlines; of an index entry the first of its folios, which says what all of them hang on."""
    return tuple(
        [
            inline
            for inline in inlines
            if isinstance(inline, _LATE)
            and not (isinstance(inline, Mention) and (inline.at or inline.link is None))
        ]
    )


def resolve(inlines: tuple[Inline, ...], resolved: Resolved, labels: Labels) -> tuple[Inline, ...]:
    """Turn late inlines into text, in place."""
    return tuple(
        _mention(inline, resolved)
        if isinstance(inline, Mention)
        else Text(
            resolved.text(inline, labels),
            replace(inline.look, even=True) if resolved.holds(inline) else inline.look,
            inline.link if isinstance(inline, PageRef) else None,
            "",
            inline.span if isinstance(inline, PageRef) else None,
        )
        if isinstance(inline, _LATE)
        else inline
        for inline in inlines
    )


def _mention(inline: Mention, resolved: Resolved) -> Text:
    said, anchor, own = resolved.mention(inline)
    if not said:
        return _NOTHING
    link = replace(inline.link, target=f"#{anchor}") if inline.link is not None and anchor else None
    return Text(said, replace(inline.look, strong=True) if own else inline.look, link)


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
