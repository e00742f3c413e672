"""In: what is to be filled in at the head of a sheet. Out: a line of labels with rules to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Drawing, Figure, Label
from guidepress.compose.inlines import Look, Text
from guidepress.compose.measure import width
from guidepress.compose.shapes import lines

if TYPE_CHECKING:
    from guidepress.compose.context import Context

__all__ = ["fields", "name_line"]

_HEIGHT = 24_000  # mpt: room to write in above the rule
_GAP = 8000  # mpt between a rule and the next label
_AFTER = 4000  # mpt between a label and its rule

NAMES = (("name", 5), ("class", 2), ("date", 2))
"""Labels and the shares of the line that they take."""


SCORE = ("score", 2)
"""Stands behind them on a sheet that is marked."""


def name_line(context: Context, measure: int = 0, *, score: str = "") -> Figure:
    """Rule a line for name, class and date across the measure; and for the score out of `score`, if that is given."""
    names = (*NAMES, SCORE) if score else NAMES
    drawing = fields(context, names, measure or context.measure, after=f"/ {score}" if score else "")
    words = ", ".join(context.labels.text(key) for key, _ in names)
    style = context.varied("figure", "names", space_before=0, space_after=14_000, keep_next=True)
    return Figure(drawing, f"{words} / {score}" if score else words, style)


def fields(context: Context, names: tuple[tuple[str, int], ...], measure: int, *, after: str = "") -> Drawing:
    """Draw labels with rules after them, each pair in its share of the measure; `after` stands behind the last rule."""
    style = context.style("directions")
    total = sum(share for _, share in names)
    rules, labels = [], []
    x = 0
    baseline = _HEIGHT - 4000
    for index, (key, share) in enumerate(names):
        end = x + measure * share // total
        text = context.labels.text(key)
        labels.append(Label(x, baseline, (Text(text, Look(strong=True)),), style, end - x))
        start = x + width(text, style.size, style.font) + _AFTER
        stop = end - _GAP
        if index == len(names) - 1:
            stop = end - (width(after, style.size, style.font) + _AFTER if after else 0)
        rules.append((start, baseline + 2500, stop, baseline + 2500))
        x = end
    if after:
        labels.append(Label(measure, baseline, (Text(after),), style, measure, align="right"))
    return Drawing(measure, _HEIGHT, lines(rules, context.colour("ink"), 500), tuple(labels))
