"""No more blank pages stand one after the other than the printer takes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior
    if rule.blank_run is None:
        return f"{ordered.printer.name} says nothing of it"
    end = rule.blank_end or rule.blank_run
    return Limit(f"{rule.blank_run.value} in a row, {end.value} at the end", str(rule.blank_run.source))


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.interior
    if rule.blank_run is None:
        return
    end = rule.blank_end or rule.blank_run
    for blank, run in groupby(subject.facts, key=lambda facts: facts.blank):
        pages = [facts.number for facts in run]
        most = end.value if pages[-1] == len(subject.facts) else rule.blank_run.value
        if blank and len(pages) > most:
            yield Found(f"Pages {pages[0]} to {pages[-1]} are blank, {len(pages)} in a row.", page=pages[0])


RULE = PreflightRule(
    "blank-pages",
    "blank pages are few",
    "Take the blank pages out.",
    interior_only(_limit),
    file=_file,
)
