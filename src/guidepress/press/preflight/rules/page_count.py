"""The book has no fewer and no more pages than its paper, ink, trim and binding take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only
from guidepress.press.spec import count_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]

_CODES = frozenset({"too-few-pages", "too-many-pages"})


def _limit(ordered: Ordered) -> Limit | str:
    spec = ordered.spec
    if spec is None:
        return "no trim is known"
    takes = spec.paper.pages(spec.ink.id, spec.trim.id)
    held = spec.binding.pages
    least = max(takes.least, held.least if held else 0)
    most = min(takes.most, held.most if held else takes.most)
    return Limit(f"{least} to {most} pages", str(takes.source))


def _file(_: Subject, ordered: Ordered) -> Iterator[Found]:
    if ordered.spec is not None:
        for each in count_faults(ordered.spec, ordered.pages):
            if each.code in _CODES:
                yield Found(f"The book has {counted(ordered.pages, 'page')}.")


RULE = PreflightRule(
    "page-count",
    "the count of pages is within what paper and binding take",
    "Choose another paper, trim or binding, or a layout that prints more or fewer pages.",
    interior_only(_limit),
    file=_file,
)
