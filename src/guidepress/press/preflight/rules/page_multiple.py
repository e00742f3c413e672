"""The count of pages is a multiple of what the binding takes."""

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


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.spec is None:
        return "no trim is known"
    multiple = ordered.spec.binding.multiple
    return Limit(f"a multiple of {multiple.value}", str(multiple.source))


def _file(_: Subject, ordered: Ordered) -> Iterator[Found]:
    if ordered.spec is not None:
        for each in count_faults(ordered.spec, ordered.pages):
            if each.code == "page-multiple":
                yield Found(f"The book has {counted(ordered.pages, 'page')}.")


RULE = PreflightRule(
    "page-multiple",
    "the count of pages is a multiple of what the binding takes",
    "Add blank pages at the end.",
    interior_only(_limit),
    file=_file,
)
