"""No page has comments, stamps, films or other annotations; printers' marks of PDF itself are none."""

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

_OTHERS = frozenset({"Link", "Widget", "FileAttachment", "PrinterMark", "TrapNet"})
"""Links, fields and attachments have rules of their own."""


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    chosen = (each for each in annotated(subject) if each.kind not in _OTHERS)
    for page, found in by_page(chosen).items():
        places = tuple(each.box for each in found)
        yield Found(f"The page has {counted(len(found), 'annotation')}.", places, page=page)


RULE = PreflightRule(
    "annotations",
    "no page has annotations",
    "Take comments and other annotations out, or flatten them.",
    forbidden("annotations", strict=True),
    file=_file,
)
