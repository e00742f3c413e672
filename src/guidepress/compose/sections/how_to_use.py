"""In: what the layout prints. Out: a short note on what stands where and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.lists import bullets
from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["how_to_use"]


def how_to_use(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Explain only what this book has: units, themes, margin, checks, quotes, key."""
    kinds = {each.kind for each in context.layout.sections}
    words = any(each.vocabulary for each in guide.units)
    checks = any(each.checks for each in guide.units)
    present = {
        "use-reading": bool(guide.units) and "units" in kinds,
        "use-margin": context.areas.note_width > 0 and words and "units" in kinds,
        "use-themes": bool(guide.themes),
        "use-checks": checks and {"units", "answer-key"} <= kinds,
        "use-quotes": bool(guide.quotes) and "quotes" in kinds,
        "use-key": "answer-key" in kinds and bool(guide.questions),
    }
    texts = [context.labels.text(key) for key, has in present.items() if has]
    if not texts:
        return None
    lines = bullets(context.style("list"), ((Text(text),) for text in texts))
    return context.section(spec, context.labels.text("how_to_use"), (lines,))
