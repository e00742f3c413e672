"""In: what is to be filled in at the head of a sheet. Out: a line of labels with rules to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.document.blocks import Drawing, Figure, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import lines
from guidepress.page.items import Slot

if TYPE_CHECKING:
    from guidepress.compose.context import Context

Fields: TypeAlias = "tuple[tuple[str, int], ...]"
"""Keys of labels, and the shares of a line that they take."""

__all__ = ["BELOW", "fields", "name_line"]

_HEIGHT = 24_000  # mpt: room to write in above the rule
_GAP = 8000  # mpt between a rule and the next label
BELOW = 14_000
"""White below the line, mpt."""

_AFTER = 4000  # mpt between a label and its rule
_LABEL = Look(strong=True)
_LEAST = 1000  # per mille of the type size: a shorter rule has no room for a word or a number

NAMES = (("name", 5), ("class", 2), ("date", 2))
"""Labels and the shares of the line that they take."""


SCORE = ("score", 2)
"""Stands behind them on a sheet that is marked."""


def name_line(context: Context, measure: int = 0, *, score: str = "") -> Figure:
    """Rule a line for name, class and date across the measure; and for the score out of `score`, if that is given."""
    names = (*NAMES, SCORE) if score else NAMES
    drawing = fields(context, names, measure or context.measure, after=f"/ {score}" if score else "")
    style = context.varied("figure", "names", space_before=0, space_after=BELOW, keep_next=True)
    return Figure(drawing, "", style)  # its words are text like any other, the rules are decoration


def fields(context: Context, names: Fields, measure: int, *, after: str = "") -> Drawing:
    """Draw labels with rules after them, each pair in its share of the measure; `after` stands behind the last rule.

    Where type is so large that no room is left to write in, the first field has a line to itself, or each has.
    """
    style = context.style("directions")
    height = max(_HEIGHT, style.leading + _GAP)
    kept = next(
        rows for rows in _rows(names) if _roomy(context, rows, measure, after) or len(rows) == len(names)
    )
    rules, labels = [], []
    for row, each in enumerate(kept):
        baseline = height * (row + 1) - 4000
        behind = after if row == len(kept) - 1 else ""
        places = _places(context, each, measure, behind)
        for (key, _), (text, x, start, stop) in zip(each, places, strict=True):
            labels.append(Label(x, baseline, (Text(text, _LABEL),), style, stop - x, role="P"))
            rules.append((start, baseline + 2500, stop, baseline + 2500))
            slot = Slot(key, text, stop - start, height - 4000)
            labels.append(Label(start, baseline, (), style, stop - start, role="P", slot=slot))
    if after:
        labels.append(Label(measure, baseline, (Text(after),), style, measure, align="right", role="P"))
    return Drawing(measure, height * len(kept), lines(rules, context.colour("ink"), 500), tuple(labels))


def _rows(names: Fields) -> tuple[tuple[Fields, ...], ...]:
    """The ways to share fields out over lines, from the shortest on."""
    return (names,), (names[:1], names[1:]), tuple((each,) for each in names)


def _roomy(context: Context, rows: tuple[Fields, ...], measure: int, after: str) -> bool:
    """Whether each rule is long enough to write on."""
    least = context.style("directions").size * _LEAST // 1000
    return all(
        stop - start >= least
        for index, each in enumerate(rows)
        for _, _, start, stop in _places(context, each, measure, after if index == len(rows) - 1 else "")
    )


def _places(context: Context, names: Fields, measure: int, after: str) -> list[tuple[str, int, int, int]]:
    """Lay out one line: each label, where it stands, and from where to where its rule goes."""
    style = context.style("directions")
    total = sum(share for _, share in names)
    behind = context.width(after, style) + _AFTER if after else 0
    found = []
    x = 0
    for index, (key, share) in enumerate(names):
        end = x + measure * share // total
        text = context.labels.text(key)
        stop = end - behind if index == len(names) - 1 else end - _GAP
        found.append((text, x, x + context.width(text, style, _LABEL) + _AFTER, stop))
        x = end
    return found
