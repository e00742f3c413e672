"""In: the guide's title, author, units and themes. Out: the cover, a drawing made from them alone.

The one idea: a stripe for each unit stands on the foot of the page like a book on a shelf, as tall as the guide's
chapter on it is long, in the colour and pattern of its leading theme. Type stands above, ranged left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidepress.compose.document import Drawing, Label
from guidepress.compose.inlines import LineBreak, PageCount, ReadingTime, Text
from guidepress.compose.measure import broken, width
from guidepress.compose.patterns import hatch
from guidepress.compose.shapes import line, rectangle
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.compose.context import Context
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.style import Style
    from guidepress.page.items import Shape

__all__ = ["cover"]

_LARGEST = 1.75  # times the style's size: a one-word title may grow so far
_STEPS = 40  # sizes tried between the largest and a third of the style's size
_LINES = 4  # a title on more lines stops being a title
_ROOM = 0.34  # share of the page's height that the title may take
_SLACK = 0.94  # of the measure: widths are estimates
_SHELF = 0.34  # share of the page's height that the tallest stripe takes
_SHORTEST = 0.55  # of the tallest stripe: even a short unit is a stripe, not a stub
_FOOT = 0.082  # share of the page's height below the stripes
_SIDE = 0.092  # share of the page's width beside the type


def cover(guide: Guide, context: Context) -> Drawing:
    """Draw the cover at the layout's trim size; it holds the late inlines of page count and reading time."""
    page = context.layout.page
    side = round(page.width * _SIDE)
    shapes = [
        rectangle((0, 0, page.width, page.height), fill=context.colour("paper")),
        *_stripes(context, guide),
    ]
    shapes.append(line((side, side + 22_000), (page.width - side, side + 22_000), context.colour("ink"), 750))
    return Drawing(page.width, page.height, tuple(shapes), _labels(guide, context, side))


def _labels(guide: Guide, context: Context, side: int) -> tuple[Label, ...]:
    """Set the type from the top down: strip, title, subtitle, author, tagline; then the foot."""
    page = context.layout.page
    measure = page.width - 2 * side
    style, lines = fitted(guide.title, context.style("cover-title"), measure, round(page.height * _ROOM))
    y = side + 22_000 + round(style.leading * 1.18)
    labels = [_label(_split(lines), style, (side, y), measure, "H1")]
    y += style.leading * (len(lines) - 1)
    for text, name, gap in (
        (guide.subtitle, "cover-subtitle", 0.45),
        (" · ".join(person.name for person in guide.authors), "cover-author", 0.75),
        (_plain(guide.cover.tagline, context) if guide.cover else "", "cover-tagline", 0.6),
    ):
        if text:
            style = context.style(name)
            wrapped = broken(text, style.size, round(measure * _SLACK), style.font)
            y += style.leading + round(style.leading * gap)
            labels.append(_label(_split(wrapped), style, (side, y), measure, "P"))
            y += style.leading * (len(wrapped) - 1)
    strip = _strip(guide, context)
    if strip:
        labels.append(
            _label((Text(strip),), context.style("cover-strip"), (side, side + 12_000), measure, "P")
        )
    foot = context.style("cover-foot")
    base = page.height - round(page.height * _FOOT / 2) + foot.size // 3
    count: tuple[Inline, ...] = (PageCount(noun=True), Text(" · "), ReadingTime())
    labels.append(_label(count, foot, (side, base), measure, "P"))
    imprint = " · ".join(
        part for part in (context.labels.text("study-guide"), guide.credits.publisher) if part
    )
    labels.append(
        replace(_label((Text(imprint),), foot, (side + measure, base), measure // 2, "P"), align="right")
    )
    return tuple(labels)


def _label(inlines: tuple[Inline, ...], style: Style, at: tuple[int, int], measure: int, role: str) -> Label:
    return Label(at[0], at[1], inlines, style, measure, role=role)


def fitted(title: str, style: Style, measure: int, room: int) -> tuple[Style, tuple[str, ...]]:
    """Find the largest size at which a title fits, and break it into lines of even length.

    Args:
        title: plain text.
        style: its size is the middle of what is tried.
        measure: width of a line, mpt.
        room: height of all lines, mpt.

    Returns:
        The style at that size, and the lines.
    """
    leading = style.leading / style.size
    largest, smallest = round(style.size * _LARGEST), style.size // 3
    usable = round(measure * _SLACK)
    for step in range(_STEPS + 1):
        size = largest - (largest - smallest) * step // _STEPS
        lines = broken(title, size, usable, style.font)
        fits = all(width(each, size, style.font) <= usable for each in lines)
        if fits and len(lines) <= _LINES and len(lines) * size * leading <= room:
            return _sized(style, size), _even(title, size, len(lines), usable, style.font)
    return _sized(style, smallest), broken(title, smallest, usable, style.font)


def _sized(style: Style, size: int) -> Style:
    return replace(
        style,
        size=size,
        leading=size * style.leading // style.size,
        tracking=style.tracking * size // style.size,
    )


def _even(title: str, size: int, count: int, measure: int, font: str) -> tuple[str, ...]:
    """Break into `count` lines with the shortest longest line, so that no word stands alone."""
    low, high = measure // 4, measure
    while high - low > measure // 100:
        middle = (low + high) // 2
        lines = broken(title, size, middle, font)
        if len(lines) <= count and all(width(each, size, font) <= middle for each in lines):
            high = middle
        else:
            low = middle
    return broken(title, size, high, font)


def _split(lines: tuple[str, ...]) -> tuple[Inline, ...]:
    """Put a forced break between lines."""
    inlines: list[Inline] = []
    for each in lines:
        if inlines:
            inlines.append(LineBreak())
        inlines.append(Text(each))
    return tuple(inlines)


def _plain(text: Markdown | None, context: Context) -> str:
    return context.plain(text) if text else ""


def _strip(guide: Guide, context: Context) -> str:
    """Make the title strip: Category | Form | Audience | Published in YEAR."""
    work = guide.work
    year = context.labels.text("published-in", year=work.published) if work.published else ""
    return " | ".join(part for part in (work.category, work.form, work.audience, year) if part)


def _stripes(context: Context, guide: Guide) -> list[Shape]:
    """Draw a stripe for each unit (or each theme, where there are no units), over the whole width."""
    page = context.layout.page
    stripes = [(unit.themes[0] if unit.themes else "", _weight(unit)) for unit in guide.units]
    stripes = stripes or [(theme.id, 1) for theme in guide.themes] or [("", 1)]
    heaviest = max(weight for _, weight in stripes)
    tallest = page.height * _SHELF
    foot = page.height - round(page.height * _FOOT)
    paper = context.colour("paper")
    shapes: list[Shape] = []
    for index, (anchor, weight) in enumerate(stripes):
        left, right = page.width * index // len(stripes), page.width * (index + 1) // len(stripes)
        height = round(tallest * (_SHORTEST + (1 - _SHORTEST) * weight / heaviest))
        box = (left, foot - height, right - left, height)
        shapes.extend(_stripe(context, anchor, box, paper))
    return shapes


def _weight(unit: Unit) -> int:
    """Measure how long the guide's chapter on a unit is, in characters; at least 1."""
    return 1 + sum(len(text.source) for text in (unit.summary, unit.analysis) if text)


def _stripe(
    context: Context, anchor: str, box: tuple[int, int, int, int], paper: Colour
) -> tuple[Shape, ...]:
    mark = context.themes.get(anchor)
    if mark is None:
        return (rectangle(box, fill=context.colour("rule")),)
    pitch = max(5000, context.layout.page.width // 70)
    return (
        rectangle(box, fill=mark.colour),
        *hatch(mark.number, box, paper, pitch=pitch, width=pitch // 9),
        line((box[0], box[1]), (box[0], box[1] + box[3]), paper, 1500),
    )
