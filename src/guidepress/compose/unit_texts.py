"""In: a unit. Out: its summary and its analysis, one below the other or in the rows that its author made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.glosses import with_glosses
from guidepress.compose.side_by_side import side_by_side
from guidepress.document.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.guide.model import Markdown, Unit, VocabularyWord

__all__ = ["below_one_another", "in_rows"]


def below_one_another(
    unit: Unit, wanted: Iterable[str], context: Context, *, level: int, words: Sequence[VocabularyWord]
) -> tuple[Block, ...]:
    """Set the texts of a unit one below the other.

    Args:
        unit: whose texts they are, those of its rows run on where it has no others.
        wanted: "summary", "analysis" or both.
        context: of the document.
        level: of their headings.
        words: those that these texts use, to explain in the margin.
    """
    kept = {"summary": unit.summaries, "analysis": unit.analyses}
    said = [(key, kept[key]) for key in wanted if kept[key]]
    bodies = with_glosses(context, words, [_run_on(context, texts) for _, texts in said])
    blocks: list[Block] = []
    for (key, _), body in zip(said, bodies, strict=True):
        blocks.extend((_head(key, context, level), *body))
    return tuple(blocks)


def in_rows(unit: Unit, wanted: Iterable[str], context: Context, *, level: int) -> tuple[Block, ...]:
    """Set the rows of a unit; see `side_by_side`."""
    chosen = tuple(wanted)
    summary, analysis = (
        _head(key, context, level) if key in chosen else None for key in ("summary", "analysis")
    )
    return side_by_side(unit.rows, (summary, analysis), context)


def _head(key: str, context: Context, level: int) -> Paragraph:
    return context.heading(level, context.labels.text(key), "h3", contents=False)


def _run_on(context: Context, texts: Iterable[Markdown]) -> tuple[Block, ...]:
    """Set texts as one: what follows a paragraph is indented, as within a text."""
    blocks: list[Block] = []
    for text in texts:
        made = context.blocks(text)
        if blocks and made and isinstance(blocks[-1], Paragraph) and isinstance(made[0], Paragraph):
            made = (replace(made[0], style=context.style("body")), *made[1:])
        blocks.extend(made)
    return tuple(blocks)
