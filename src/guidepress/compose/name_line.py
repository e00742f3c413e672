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


def name_line(context: Context, measure: int = 0) -> Figure:
    """Rule a line for name, class and date across the measure."""
    drawing = fields(context, NAMES, measure or context.measure)
    words = ", ".join(context.labels.text(key) for key, _ in NAMES)
    style = context.varied("figure", "names", space_before=0, space_after=14_000, keep_next=True)
    return Figure(drawing, words, style)


def fields(context: Context, names: tuple[tuple[str, int], ...], measure: int) -> Drawing:
    """Draw labels with rules after them, each pair in its share of the measure."""
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
        last = index == len(names) - 1
        rules.append((start, baseline + 2500, end - (0 if last else _GAP), baseline + 2500))
        x = end
    return Drawing(measure, _HEIGHT, lines(rules, context.colour("ink"), 500), tuple(labels))
