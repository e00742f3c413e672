"""In: the beats of the plot. Out: the arc with its beats labelled, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Drawing, Label, Paragraph
from guidepress.document.inlines import LineBreak, Look, Text
from guidepress.document.shapes import circle, curve, line

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Beat, Guide

__all__ = ["beat_list", "plot_arc"]

_HEIGHT = 120_000  # mpt, of the arc
_DOT = 7500  # mpt, with the number inside
_COLUMN = 62_000  # mpt: a column of text narrower than this cannot stand under its beat
_GUTTER = 8000  # mpt between columns

_LEVEL = {
    "exposition": 0.0,
    "inciting incident": 0.22,
    "rising action": 0.55,
    "climax": 1.0,
    "falling action": 0.45,
    "resolution": 0.08,
}
"""Height of each beat on Freytag's pyramid; several beats of the rising or falling action share a slope."""


def plot_arc(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the arc; None unless there are at least three beats.

    Each beat has a number on the curve. What it is stands below: in columns under the beats where they are wide
    enough, else in a numbered list of two columns.

    Returns:
        The drawing and its alternative text.
    """
    beats = guide.plot_arc
    if len(beats) < 3:
        return None
    style = context.style("figure-label")
    step = measure // len(beats)
    top = _DOT + 4000
    points = [
        (step * index + step // 2, top + round(_HEIGHT * (1 - level)))
        for index, level in enumerate(_levels(beats))
    ]
    base = top + _HEIGHT + _DOT + 6000
    shapes = [line((0, base), (measure, base), context.colour("rule"))]
    shapes += [line(point, (point[0], base), context.colour("rule"), dash=(2000, 2000)) for point in points]
    shapes.append(
        curve([(0, points[0][1]), *points, (measure, points[-1][1])], context.colour("accent"), 1800)
    )
    labels: list[Label] = []
    for number, (x, y) in enumerate(points, 1):
        shapes.append(
            circle(x, y, _DOT, fill=context.colour("accent"), stroke=context.colour("paper"), width=1500)
        )
        look = Look(strong=True, colour=context.colour("paper"))
        labels.append(
            Label(x, y + style.size // 3, (Text(str(number), look),), style, 2 * _DOT, align="centred")
        )
    beside = step >= _COLUMN and _widest(guide, context, style) <= step - _GUTTER
    columns = (len(beats), step) if beside else (2, measure // 2)
    texts, foot = _texts(guide, context, style, base + 4000, columns)
    return Drawing(measure, foot, tuple(shapes), (*labels, *texts)), _alt(guide, context)


def beat_list(guide: Guide, context: Context) -> tuple[Paragraph, ...]:
    """Set the beats as text, one a paragraph, for pages that the drawing is too high for."""
    return tuple(
        Paragraph(context.style("body-first"), _beat(beat, number, guide, context, numbered=True)[0])
        for number, beat in enumerate(guide.plot_arc, 1)
    )


def _levels(beats: tuple[Beat, ...]) -> list[float]:
    """Find each beat's height; neighbours of one kind are spread along the slope to the next kind."""
    levels = [_LEVEL[beat.beat] for beat in beats]
    index = 0
    while index < len(beats):
        end = index
        while end + 1 < len(beats) and beats[end + 1].beat == beats[index].beat:
            end += 1
        before = levels[index - 1] if index else levels[index]
        for place in range(index, end):
            levels[place] = before + (levels[end] - before) * (place - index + 1) / (end - index + 1)
        index = end + 1
    return levels


def _texts(
    guide: Guide, context: Context, style: Style, top: int, columns: tuple[int, int]
) -> tuple[list[Label], int]:
    """Set what each beat is below the arc, column by column; return the labels and where they end."""
    count, pitch = columns
    beside = count == len(guide.plot_arc)
    rows = -(-len(guide.plot_arc) // count)
    labels: list[Label] = []
    foot = top
    for column in range(count):
        y = top + style.leading
        for index in range(column * rows, min(len(guide.plot_arc), (column + 1) * rows)):
            inlines, _ = _beat(guide.plot_arc[index], index + 1, guide, context, numbered=not beside)
            label = Label(column * pitch + _GUTTER // 2, y, inlines, style, pitch - _GUTTER)
            labels.append(label)
            y += context.height(label) + style.leading // 2
        foot = max(foot, y)
    return labels, foot


def _widest(guide: Guide, context: Context, style: Style) -> int:
    """The widest word that stands below the arc, mpt: no column is narrower."""
    beats = (
        _beat(beat, number, guide, context, numbered=False)[0]
        for number, beat in enumerate(guide.plot_arc, 1)
    )
    return max(context.measurer.word(inlines, style) for inlines in beats)


def _beat(
    beat: Beat, number: int, guide: Guide, context: Context, *, numbered: bool
) -> tuple[tuple[Inline, ...], str]:
    """Write what a beat is: its name, then its label and unit; also the second line as plain text."""
    name = context.labels.text(beat.beat)
    text = context.plain(beat.label) if beat.label else ""
    if beat.unit:
        text = f"{text} ({context.unit_label(guide.unit(beat.unit))})".strip()
    head = Text(f"{number} {name}" if numbered else name, Look(strong=True, colour=context.colour("accent")))
    return ((head, LineBreak(), Text(text)) if text else (head,)), text


def _alt(guide: Guide, context: Context) -> str:
    """Say the beats in order."""
    beats = []
    for number, beat in enumerate(guide.plot_arc, 1):
        _, text = _beat(beat, number, guide, context, numbered=True)
        name = context.labels.text(beat.beat)
        beats.append(f"{number} {name}: {text}" if text else f"{number} {name}")
    return f"{context.labels.text('plot_arc')}. {'; '.join(beats)}."
