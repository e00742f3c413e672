"""No page has fields to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.press.preflight.model import Found
from guidepress.press.preflight.objects import annotated, by_page
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    chosen = (each for each in annotated(subject) if each.kind == "Widget")
    for page, found in by_page(chosen).items():
        places = tuple(each.box for each in found)
        yield Found(f"The page has {counted(len(found), 'field')}.", places, page=page)


RULE = PreflightRule(
    "forms",
    "no page has fields",
    "Flatten the form, or export the file without it.",
    forbidden("forms", strict=True),
    file=_file,
)
