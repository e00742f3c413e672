"""In: the guide's title, author, units and themes. Out: the cover, a drawing made from them alone.

The one idea: a stripe for each unit stands on the foot of the page like a book on a shelf, as tall as the guide's
chapter on it is long, in the colour and pattern of its leading theme. Type stands above, ranged left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.measure import broken, width
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, PageCount, ReadingTime, Text
from guidepress.document.patterns import BAR_LINE, BAR_PITCH, hatch
from guidepress.document.shapes import line, rectangle
from guidepress.page.items import Image

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Markdown, Unit
    from guidepress.page.items import Shape

__all__ = ["cover", "fitted", "title_strip"]

_LARGEST = 1.75  # times the style's size: a one-word title may grow so far
_STEPS = 40  # sizes tried between the largest and a third of the style's size
_LINES = 4  # a title on more lines stops being a title
_ROOM = 0.34  # share of the page's height that the title may take
_SLACK = 0.94  # of the measure: widths are estimates
_SHELF = 0.36  # share of the page's height that the tallest block takes
_SHORTEST = 0.52  # of the tallest block: even a short unit is a block, not a stub
_NARROW = 0.07  # of a block's width: a stripe for a theme that does not lead
_THINNEST = 1500  # mpt: narrower stripes would be lost in print
_KERF = 1500  # mpt of ground between blocks
_STRIP = 22_000  # mpt from the side margin's height down to the rule under the strip
_DROP = 1.15  # of the title's leading, from that rule to its first baseline
_LONE = 0.28  # of the longest line: a shorter one is a word left alone
_FOOT = 0.082  # share of the page's height below the stripes
_SMALL_CAPITALS = 850  # per mille of the width of capitals, the first of a name among them
_SIDE = 0.092  # share of the page's width beside the type


def cover(guide: Guide, context: Context) -> Drawing:
    """Draw the cover at the layout's trim size; it holds the late inlines of page count and reading time."""
    page = context.layout.page
    side = round(page.width * _SIDE)
    labels, below = _type(guide, context, side)
    foot = page.height - round(page.height * _FOOT)
    tallest = min(round(page.height * _SHELF), foot - below)
    rule = line((side, side + _STRIP), (page.width - side, side + _STRIP), context.colour("ink"), 750)
    ground = rectangle((0, 0, page.width, page.height), fill=context.colour("paper"))
    pictures = _picture(guide, (side, foot - tallest, page.width - 2 * side, tallest))
    shelf = () if pictures else _shelf(guide, context, foot, tallest)
    shapes = (ground, *shelf, rule)
    return Drawing(page.width, page.height, shapes, (*labels, *_foot(guide, context, side)), pictures)


def _picture(guide: Guide, box: tuple[int, int, int, int]) -> tuple[tuple[Image, str], ...]:
    """Set the guide's own picture in the room of the shelf, as large as it fits, on its left foot."""
    found = guide.images.get(guide.cover.image) if guide.cover else None
    if found is None or guide.cover is None:
        return ()
    x, y, room, tall = box
    high = min(tall, found.height * room // max(1, found.width))
    wide = found.width * high // max(1, found.height)
    return ((Image(found.path, x, y + tall - high, wide, high), guide.cover.alt),)


def _type(guide: Guide, context: Context, side: int) -> tuple[tuple[Label, ...], int]:
    """Set strip, title, subtitle, author and tagline from the top down; return where they end."""
    page = context.layout.page
    measure = page.width - 2 * side
    style, lines = fitted(guide.title, context.style("cover-title"), measure, round(page.height * _ROOM))
    y = side + _STRIP + round(style.leading * _DROP)
    labels = [_label(_split(lines), style, (side, y), measure, "H1")]
    y += style.leading * (len(lines) - 1) + style.size // 4
    for text, name, gap in (
        (guide.subtitle, "cover-subtitle", 0.4),
        (" · ".join(person.name for person in guide.authors), "cover-author", 0.8),
        (_plain(guide.cover.tagline, context) if guide.cover else "", "cover-tagline", 0.6),
    ):
        if text:
            style = context.style(name)
            wrapped = broken(text, style.size, _usable(text, style, measure), style.font)
            y += style.leading + round(style.leading * gap)
            labels.append(_label(_split(wrapped), style, (side, y), measure, "P"))
            y += style.leading * (len(wrapped) - 1)
    strip = title_strip(guide, context)
    if strip:
        labels.append(
            _label((Text(strip),), context.style("cover-strip"), (side, side + _STRIP - 10_000), measure, "P")
        )
    return tuple(labels), y + 2 * style.leading


def _usable(text: str, style: Style, measure: int) -> int:
    """What of a measure is left for letters as they are estimated, if these are small capitals or spaced."""
    plain = width(text, style.size, style.font)
    size, shown = (
        (style.size * _SMALL_CAPITALS // 1000, text.upper()) if style.small_caps else (style.size, text)
    )
    return round(measure * _SLACK) * plain // max(1, plain, width(shown, size, style.font, style.tracking))


def _foot(guide: Guide, context: Context, side: int) -> tuple[Label, ...]:
    """Set page count and reading time at the left, what the book is and who publishes it at the right."""
    page = context.layout.page
    measure = page.width - 2 * side
    style = context.style("cover-foot")
    base = page.height - round(page.height * _FOOT / 2) + style.size // 3
    count: tuple[Inline, ...] = (PageCount(noun=True), Text(" · "), ReadingTime())
    imprint = " · ".join(
        part for part in (context.labels.text("study-guide"), guide.credits.publisher) if part
    )
    right = _label((Text(imprint),), style, (side + measure, base), measure // 2, "P")
    return _label(count, style, (side, base), measure // 2, "P"), replace(right, align="right")


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
        if len(lines) > _LINES or len(lines) * size * leading > room:
            continue
        lines = _even(title, size, len(lines), usable, style.font)
        widths = [width(each, size, style.font) for each in lines]
        if max(widths, default=0) <= usable and min(widths, default=0) >= max(widths, default=0) * _LONE:
            return _sized(style, size), lines
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


def title_strip(guide: Guide, context: Context) -> str:
    """Make the title strip: Category | Form | Audience | Published in YEAR."""
    work = guide.work
    year = context.labels.text("published-in", year=work.published) if work.published else ""
    return " | ".join(part for part in (work.category, work.form, work.audience, year) if part)


def _shelf(guide: Guide, context: Context, foot: int, tallest: int) -> list[Shape]:
    """Draw a block for each unit (or each theme, where there are no units), over the whole width."""
    page = context.layout.page
    blocks = [(unit.themes, _weight(unit)) for unit in guide.units]
    blocks = blocks or [((theme.id,), 1) for theme in guide.themes] or [((), 1)]
    weights = [weight for _, weight in blocks]
    shapes: list[Shape] = []
    for index, (anchors, weight) in enumerate(blocks):
        left, right = page.width * index // len(blocks), page.width * (index + 1) // len(blocks)
        height = round(tallest * _stature(weight, weights))
        marks = [context.themes[anchor] for anchor in anchors]
        shapes.extend(_block(context, marks, (left, foot - height, right - left, height)))
    return shapes


def _weight(unit: Unit) -> int:
    """Measure how long the guide's chapter on a unit is, in characters; at least 1."""
    return 1 + sum(len(text.source) for text in (unit.summary, unit.analysis) if text)


def _stature(weight: int, weights: list[int]) -> float:
    """Scale a block's height between the shortest and the tallest, so that even like lengths make a skyline."""
    low, high = min(weights), max(weights)
    return 1.0 if low == high else _SHORTEST + (1 - _SHORTEST) * (weight - low) / (high - low)


def _block(context: Context, marks: list[ThemeMark], box: tuple[int, int, int, int]) -> list[Shape]:
    """Fill a unit's block: a broad stripe for the leading theme, narrow ones at its right for the others."""
    x, y, w, h = box
    if not marks:
        return [rectangle(box, fill=context.colour("rule"))]
    leading, *others = marks
    narrow = round(w * _NARROW) if w * _NARROW >= _THINNEST else 0
    broad = w - narrow * len(others)
    shapes: list[Shape] = []
    pitch = max(5000, context.layout.page.width // 70)
    shapes.append(rectangle((x, y, broad, h), fill=leading.colour))
    shapes.extend(hatch(leading.number, (x, y, broad, h), leading.lines, pitch=pitch, width=pitch // 9))
    for place, mark in enumerate(others if narrow else ()):
        stripe = (x + broad + place * narrow, y, narrow, h)
        shapes.append(rectangle(stripe, fill=mark.colour))
        if narrow >= 2 * BAR_PITCH:
            shapes.extend(hatch(mark.number, stripe, mark.lines, pitch=BAR_PITCH, width=BAR_LINE))
    shapes.append(line((x, y), (x, y + h), context.colour("paper"), _KERF))
    return shapes
