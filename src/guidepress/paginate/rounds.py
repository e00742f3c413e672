"""In: strands of pieces. Out: planned pages on which every reference is true: rounds until nothing moves, eight at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import record
from guidepress.document.inlines import Mention, PageRef
from guidepress.paginate.flowing import Flowing
from guidepress.paginate.galley import marks_among
from guidepress.paginate.margin import Margin
from guidepress.paginate.mentions import listed
from guidepress.paginate.planned_pages import PlannedPage, gather
from guidepress.paginate.resolve import MOST_ROUNDS, Resolved, held, moving
from guidepress.paginate.stacking import Stacker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidepress.layout.areas import Areas
    from guidepress.paginate.collect import Collected
    from guidepress.paginate.memory import Memory
    from guidepress.paginate.mentions import Reader
    from guidepress.paginate.setter import Setter

__all__ = ["Settled", "settle"]


@record
class Settled:
    """Planned pages on which nothing moves any more, the setter that says what is printed on them, what stands badly."""

    planned_pages: tuple[PlannedPage, ...]
    setter: Setter
    diagnostics: tuple[Diagnostic, ...]


@record
class _Index:
    """What an index lists, the words and the own anchor of each entry, and who finds it."""

    entries: frozenset[tuple[tuple[str, ...], str]]
    reader: Reader


def settle(
    collected: Collected, setter: Setter, areas: Areas, memory: Memory, timed: Callable[[int], str]
) -> Settled:
    """Go round until every reference is true.

    Args:
        collected: the document, flat.
        setter: sets lines; of the first round, which knows nothing.
        areas: of a page.
        memory: how the strands of the last book flowed; it gets those of this one.
        timed: says the reading time of so many pages.

    Raises:
        FaultsFound: references still move after `MOST_ROUNDS`.
    """
    strands = [memory.flowing(each) or Flowing(each, collected.notes) for each in collected.strands]
    for strand in strands:
        strand.begin()
    memory.keep_flowing(strands)
    used = frozenset(
        inline.anchor for strand in strands for inline in strand.late if isinstance(inline, PageRef)
    )
    entries = {
        (each.words, each.own) for strand in strands for each in strand.late if isinstance(each, Mention)
    }
    index = _Index(frozenset(entries), memory.reader(frozenset(words for words, _ in entries)))
    stacker, before = Stacker(setter, areas, collected.notes), setter.resolved
    for count in range(1, MOST_ROUNDS + 1):
        margin = Margin(stacker, areas)
        for strand in strands:
            strand.flow(stacker, margin, memory.breaker)
        planned_pages = gather((strand.strand, strand.plans) for strand in strands)
        before = setter.resolved
        setter = setter.saying(held(before, _resolved(planned_pages, timed, index), count))
        if setter.resolved == before or not _says_new(strands, setter):
            return Settled(
                planned_pages, setter, (*_too_high(planned_pages), *_nowhere(strands, setter.resolved))
            )
        stacker = stacker.setting(setter)
    faults = moving(before, setter.resolved, used)
    raise FaultsFound(faults or (_count_moves(before, setter.resolved),))


def _says_new(strands: Iterable[Flowing], setter: Setter) -> bool:
    return any(strand.says(setter) != strand.said for strand in strands)


def _count_moves(before: Resolved, after: Resolved) -> Diagnostic:
    return Diagnostic(
        "error",
        "references-move",
        f"The page count does not settle: {before.pages} pages in one round, {after.pages} in the next.",
        "Print the page count in fewer places, or shorten the text around it.",
    )


def _resolved(planned_pages: tuple[PlannedPage, ...], timed: Callable[[int], str], index: _Index) -> Resolved:
    """Read the folios off the planned pages."""
    folios: dict[str, str] = {}
    for planned in planned_pages:
        for part in planned.plan.slices:
            for _, name in marks_among(part.galley.anchors, part.start, part.end):
                folios.setdefault(name, planned.folio)
        for side in planned.plan.sides:
            for _, name in side.galley.anchors:
                folios.setdefault(name, planned.folio)
    pages = len(planned_pages)
    places = index.reader.find(planned_pages)
    listings = {(words, own): listed(places[words], own, folios.get(own, "")) for words, own in index.entries}
    return Resolved(folios, pages, timed(pages), {}, listings=listings)


def _nowhere(strands: Iterable[Flowing], resolved: Resolved) -> Iterator[Diagnostic]:
    """Name the entries of an index that have no page."""
    for strand in strands:
        for inline in strand.late:
            if (
                isinstance(inline, Mention)
                and not inline.at
                and not resolved.mention(inline)[0]
                and inline.link
            ):
                yield Diagnostic(
                    "warning",
                    "index-nowhere",
                    f'The index lists "{inline.words[0]}", which stands nowhere in the text that is printed.',
                    "Give it the words that the text uses (`words`), or take it out of `index`.",
                    inline.span,
                )


def _too_high(planned_pages: tuple[PlannedPage, ...]) -> Iterator[Diagnostic]:
    """Say what had to be cut or is higher than a page."""
    hint = "Shorten it, or give it a larger page."
    for planned in planned_pages:
        for part in planned.plan.slices:
            if part.end > part.start and part.bottom > part.foot:
                message = f"A block on page {planned.folio} is higher than the page."
                yield Diagnostic("warning", "too-high", message, hint)
            if part.start == 0:
                for message in part.galley.overfull:
                    yield Diagnostic("warning", "row-cut", f"Page {planned.folio}: {message}", hint)
