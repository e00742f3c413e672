"""Ink that touches the cut runs over it as far as the bleed; where the book has no bleed, no ink touches the cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule
from guidepress.press.preflight.said import length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.pages import Box
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_NEAR = 0.1
"""Points within which ink touches an edge: a fifth of what a cut can tell."""
_SLIVER = 1.0
"""Points of an edge left white that nobody sees."""


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.spec is None:
        return "no trim is known"
    rule = ordered.printer.cover if ordered.cover else ordered.printer.interior
    bled = ordered.cover or ordered.spec.bleed
    text = f"{length(rule.bleed.value / 1000)} over the cut" if bled else "no ink at the cut"
    return Limit(text, str(rule.bleed.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    boxes = [mark.box for mark in sheet.inked if not isinstance(mark, InkedGlyph)]
    for name, side in (("left", 0), ("foot", 1), ("right", 2), ("head", 3)):
        cut, edge = sheet.trim[side], sheet.bleed[side]
        at_cut = _along(boxes, side, cut, sheet.trim)
        if abs(cut - edge) <= _NEAR:
            bled = ordered.cover or (ordered.spec is not None and ordered.spec.bleed)
            if at_cut and not bled:
                places = tuple(_strip(sheet.trim, side, *each) for each in at_cut)
                yield Found(f"Ink touches the cut at the {name}, and the book has no bleed.", places)
            continue
        bare = _without(at_cut, _along(boxes, side, edge, sheet.bleed))
        if bare:
            places = tuple(_strip(sheet.bleed, side, *each) for each in bare)
            total = length(sum(high - low for low, high in bare))
            yield Found(
                f"Ink reaches the cut at the {name}, but for {total} of it not the end of the bleed.", places
            )


def _along(boxes: Sequence[Box], side: int, edge: float, within: Box) -> list[tuple[float, float]]:
    """The stretches of an edge that have ink on them, joined, in order."""
    across = side % 2 == 0
    low, high = (1, 3) if across else (0, 2)
    first, last = (0, 2) if across else (1, 3)
    found = []
    for box in boxes:
        if box[first] - _NEAR <= edge <= box[last] + _NEAR and _is_on(box, side, edge):
            start, end = max(box[low], within[low]), min(box[high], within[high])
            if end - start > _SLIVER:
                found.append((start, end))
    return _joined(sorted(found))


def _is_on(box: Box, side: int, edge: float) -> bool:
    """Whether ink comes to an edge from inside the page; what only stands outside of it is another matter."""
    return box[2 + side] > edge + _NEAR if side < 2 else box[side - 2] < edge - _NEAR


def _joined(stretches: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for low, high in stretches:
        if found and low <= found[-1][1] + _NEAR:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found


def _without(
    stretches: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """What of some stretches others do not cover."""
    found = []
    for low, high in stretches:
        at = low
        for start, end in others:
            if end <= at or start >= high:
                continue
            if start - at > _SLIVER:
                found.append((at, start))
            at = max(at, end)
        if high - at > _SLIVER:
            found.append((at, high))
    return found


def _strip(box: Box, side: int, low: float, high: float) -> Box:
    """A strip along an edge, to be shown."""
    edge = box[side]
    width = 6.0 if side < 2 else -6.0
    near, far = sorted((edge, edge + width))
    return (near, low, far, high) if side % 2 == 0 else (low, near, high, far)


RULE = PreflightRule(
    "bleed-filled",
    "ink that touches the cut runs over it",
    "Let the picture or the ground run to the edge of the page, or keep it within the margins.",
    _limit,
    page=_page,
)
