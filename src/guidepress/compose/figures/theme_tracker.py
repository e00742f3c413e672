"""In: the themes of each unit. Out: the tracker, a grid of theme by unit, and its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.patterns import hatch
from guidepress.document.shapes import line, rectangle

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.page.items import Shape

__all__ = ["theme_tracker"]

_NAMES = 0.36  # share of the measure for the themes' names
_ROW = 24_000  # mpt; more where a name takes more
_HEAD = 8000  # mpt, for the units' numbers, beside their leading
_UNDER = 6000  # mpt from the numbers' baseline to the grid
_WIDEST = 44_000  # mpt: cells of a short work do not become bars
_INSET = 1500  # mpt of white around a cell's colour
_SHORT = 4  # characters of "1.3" and the like that can stand above a column
_APART = 4000  # mpt between two units' numbers; where they stand nearer, only some get one


def theme_tracker(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the grid; None unless some unit names a theme.

    The leading theme of a unit has the full colour and its pattern; the others a pale ground with the pattern in the
    theme's colour. Rows carry number and name, so that the grid reads in black and white.

    Args:
        guide: whose units and themes are shown.
        context: of the document.
        measure: the width to fill, mpt.

    Returns:
        The drawing and its alternative text.
    """
    if not any(unit.themes for unit in guide.units):
        return None
    style = context.style("figure-label")
    marks = list(context.themes.values())
    names = round(measure * _NAMES)
    cell = min(_WIDEST, (measure - names) // len(guide.units))
    head = _HEAD + style.leading
    named = [_name(mark, style, names) for mark in marks]
    high = max(_ROW, max(map(context.height, named)) + 2 * _INSET)
    shapes: list[Shape] = []
    labels = _heads(guide, context, names, cell)
    width = names + cell * len(guide.units)
    for row, (mark, label) in enumerate(zip(marks, named, strict=True)):
        top = head + row * high
        shapes.append(line((0, top), (width, top), context.colour("rule")))
        first = top + high // 2 + style.size // 3 - (context.height(label) - style.leading) // 2
        labels.append(replace(label, y=first))
        for column, unit in enumerate(guide.units):
            if mark.anchor in unit.themes:
                box = (names + column * cell + _INSET, top + _INSET, cell - 2 * _INSET, high - 2 * _INSET)
                shapes.extend(_cell(mark, box, leading=unit.themes[0] == mark.anchor))
    foot = head + len(marks) * high
    shapes.append(line((0, foot), (width, foot), context.colour("rule")))
    return Drawing(width, foot, tuple(shapes), tuple(labels)), _alt(guide, context, marks)


def _heads(guide: Guide, context: Context, names: int, cell: int) -> list[Label]:
    """Number the units above their columns, every one or every so many."""
    style = context.style("figure-label")
    baseline = _HEAD + style.leading - _UNDER
    starts = [unit.covers.split("-")[0].strip() for unit in guide.units]
    own = all(0 < len(start) <= _SHORT for start in starts)  # all as the work counts them, or none
    # Units that cover several chapters are counted by themselves, and are no chapters.
    named = guide.unit_name if own or not any(starts) else context.labels.text("unit-word")
    heads = [Label(0, baseline, (Text(named, Look(strong=True)),), style, names)]
    texts = starts if own else [str(unit.number) for unit in guide.units]
    whole = [context.numeral(unit) for unit in guide.units]
    if own and max(context.width(text, style) for text in whole) + _APART <= cell:
        texts = whole
    step = -(-(max(context.width(text, style) for text in texts) + _APART) // cell)
    for column, text in enumerate(texts):
        if column % step == 0:
            middle = names + column * cell + cell // 2
            heads.append(Label(middle, baseline, (Text(text),), style, cell * step, align="centred"))
    return heads


def _name(mark: ThemeMark, style: Style, names: int) -> Label:
    """Name a theme, on as many lines as it takes; it stands nowhere yet."""
    inlines: tuple[Inline, ...] = (
        Text(f"{mark.number}", Look(strong=True, colour=mark.ink)),
        Text(f"\u2002{mark.name}"),
    )
    return Label(0, 0, inlines, style, names - 6000)


def _cell(mark: ThemeMark, box: tuple[int, int, int, int], *, leading: bool) -> tuple[Shape, ...]:
    ground, lines = (mark.colour, mark.lines) if leading else (mark.pale, mark.colour)
    thin = 450 if leading else 700
    return (rectangle(box, fill=ground), *hatch(mark.number, box, lines, pitch=4200, width=thin))


def _alt(guide: Guide, context: Context, marks: list[ThemeMark]) -> str:
    """Say the same in words: each theme with the units that carry it."""
    sentences = [context.labels.text("theme-tracker") + "."]
    for mark in marks:
        units = [context.numeral(unit) for unit in guide.units if mark.anchor in unit.themes]
        where = f"{context.unit_word(several=len(units) > 1)} {', '.join(units)}" if units else "–"
        sentences.append(f"{mark.number} {mark.name}: {where}.")
    return " ".join(sentences)
