"""The last page is blank where the printer puts its own barcode there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior.last_blank
    return Limit("blank", str(rule.source)) if rule.value else f"{ordered.printer.name} does not ask for it"


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    if subject.facts and not subject.facts[-1].blank:
        yield Found("The last page is printed on.", page=subject.facts[-1].number)


RULE = PreflightRule(
    "last-page-blank",
    "the last page is blank",
    "Add blank pages at the end, two so that the count stays even.",
    interior_only(_limit),
    file=_file,
)
