"""The cover is one page of the size that the interior's real count of pages asks for: a stale spine is the commonest reject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import format_length
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, cover_only
from guidepress.press.preflight.taking import NEAR, fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _limit(ordered: Ordered) -> Limit | str:
    geometry = ordered.geometry
    if geometry is None:
        return "the order or the thickness of the paper is not known; name trim and paper"
    size = f"{format_length(geometry.media.width)} x {format_length(geometry.media.height)}"
    spine = f"a spine of {format_length(geometry.spine_width)}" if geometry.spine_width else "no spine"
    return Limit(f"one page of {size}, {spine} for {ordered.pages} pages", str(geometry.spine_source))


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    geometry = ordered.geometry
    if geometry is None:
        return
    if len(subject.leaves) != 1:
        yield Found(f"The cover has {len(subject.leaves)} pages.")
    for facts in subject.facts[:1]:
        width, height = (round(side * 1000) for side in facts.media)
        if fits((width, height), (geometry.media.width, geometry.media.height)):
            continue
        message = f"The cover measures {format_length(width)} x {format_length(height)}"
        spine = geometry.spine_width + width - geometry.media.width
        if geometry.spine_width and spine > 0 and abs(height - geometry.media.height) <= NEAR:
            message += f", which has a spine of {format_length(spine)}"
        yield Found(f"{message}.", page=facts.number)


RULE = PreflightRule(
    "cover-size",
    "the cover fits the interior",
    "Make the cover again for this interior.",
    cover_only(_limit),
    file=_file,
)
