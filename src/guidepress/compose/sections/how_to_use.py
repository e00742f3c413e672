"""In: what the layout prints. Out: a short note on what stands where and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.compose.kind import Kind, NoOptions, kind_of, ordered
from guidepress.compose.lists import bullets
from guidepress.compose.sections.answer_key import KIND as ANSWER_KEY
from guidepress.compose.sections.quotes import KIND as QUOTES
from guidepress.compose.sections.units import KIND as UNITS
from guidepress.compose.sections.units import parted
from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.compose.context import Context
    from guidepress.compose.sections.units import UnitsOptions
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def how_to_use(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Explain only what this book has: units, themes, margin, checks, quotes, key."""
    layout = context.layout
    told, quoted, keyed = ordered(layout, UNITS), ordered(layout, QUOTES), ordered(layout, ANSWER_KEY)
    summed = bool(told) and any(unit.summaries for unit in guide.units)
    analysed = any(unit.analyses for unit in guide.units)
    beside, boxed = _explained(guide, told, context)
    codes = tuple(code for question in guide.questions for code in question.standards)
    key = _answers(layout.sections, guide, context, whole=bool(codes)) if keyed else []
    code = _standard(codes, key)
    present = {
        "use-reading": summed and analysed,
        "use-summary": summed and not analysed,
        "use-margin": beside,
        "use-words": boxed,
        "use-notes": context.areas.note_width > 0 and bool(told) and not beside,
        "use-themes": bool(guide.themes),
        "use-checks": bool(keyed and _answers(told, guide, context, whole=False)),
        "use-quotes": bool(guide.quotes and quoted),
        "use-key": bool(key),
        "use-standards": bool(code),
    }
    texts = [context.labels.text(said, code=code) for said, has in present.items() if has]
    if not texts:
        return None
    lines = bullets(context.style("list"), ((Text(text),) for text in texts))
    return context.section(spec, context.labels.text("how_to_use"), (lines,))


def _answers(
    specs: Iterable[SectionSpec[Any]], guide: Guide, context: Context, *, whole: bool
) -> list[Block]:
    """What the first of some sections that does puts into the key, or the `whole`; notes are noted when the key is made."""
    notes, warned, left = context.prose.notes[:], context.diagnostics[:], context.left_out[:]
    made: list[Block] = []
    for spec in specs:
        made += kind_of(spec).answers(guide, spec, context)
        if made and not whole:
            break
    context.prose.notes[:], context.diagnostics[:], context.left_out[:] = notes, warned, left
    return made


def _standard(codes: Iterable[str], key: Iterable[Block]) -> str:
    """The first curriculum standard among those that the key prints, "" if it prints none."""
    said = " ".join(_words(key)).replace("\u00a0", " ")
    return next((code for code in codes if code in said), "")


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _words(block.blocks)
        elif isinstance(block, Paragraph):
            yield plain_text(block.inlines)


def _explained(
    guide: Guide, told: Iterable[SectionSpec[UnitsOptions]], context: Context
) -> tuple[bool, bool]:
    """Whether words are explained beside the text of a unit, and whether some are in a unit's box."""
    margin = context.areas.note_width > 0
    kept = [
        parted(unit, spec.options, margin=margin and not spec.wide) for unit in guide.units for spec in told
    ]
    return any(beside for beside, _ in kept), any(boxed for _, boxed in kept)


KIND = Kind(
    "how-to-use",
    "What stands where and what the signs mean",
    NoOptions,
    how_to_use,
    front=True,
    apparatus=True,
)
