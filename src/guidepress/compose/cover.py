"""In: the guide's title, author, units and themes. Out: the cover, a drawing made from them alone.

The one idea: a stripe for each unit stands on the foot of the page like a book on a shelf, as tall as the guide's
chapter on it is long, in the colour and pattern of its leading theme. Type stands above, ranged left.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.base.record import replace
from guidepress.compose.cover_face import CoverFace
from guidepress.compose.cover_logo import cover_logo
from guidepress.compose.inks import works_in_grey
from guidepress.compose.shelf import shelf
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, PageCount, ReadingTime, Text
from guidepress.document.shapes import line, rectangle
from guidepress.page.items import Image

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.compose.context import Context
    from guidepress.compose.measurer import Measurer
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Markdown

__all__ = ["CROWDED", "cover", "fitted", "title_strip"]

CROWDED = "cover-crowded"
"""The code of the warning that the type runs into the foot."""

_LARGEST = 1.75  # times the style's size: a one-word title may grow so far
_SMALLEST = 3  # a third of the style's size is the smallest: what fits no better is broken as any text
_LINES = 4  # a title on more lines stops being a title
_ROOM = 0.34  # share of the page's height that the title may take
_SHELF = 0.36  # share of the page's height that the tallest block takes
_STRIP = 22_000  # mpt from the side margin's height down to the rule under the strip
_DROP = 1.15  # of the title's leading, from that rule to its first baseline
_LONE = 0.28  # of the longest line: a shorter one is a word left alone
_LEANING = 3  # letters of a small word that leans on the next one, such as "of" and "de"
_PARTED = 0.75  # a size at which such a word ends a line is worth so much of one at which none does
_BETWEEN = 12_000  # mpt between what stands at the left and at the right of the foot
_LEAST_SHELF = 0.1  # share of the page's height below which the stripes are no picture any more
_LOST = 0.05  # share of a picture's width that may be cut off with the edge
_SIZES = (1000, 850, 700)  # per mille of the styles' sizes, until the shelf has that


def cover(guide: Guide, context: Context, face: CoverFace | None = None) -> Drawing:
    """Draw the cover; it holds the late inlines of page count and reading time.

    Args:
        guide: whose cover it is.
        context: of its document.
        face: how large it is and how far it is printed; the layout's trim size by itself unless given.
    """
    page = context.layout.page
    face = face or CoverFace(page.width, page.height)
    feet = _foot(guide, context, face)
    foot = face.shelf_foot - (feet[0].y - feet[-1].y)
    sign = cover_logo(context, face)
    foot = min(foot, sign.shelf_foot)
    strip, top = _strip(guide, context, face, sign.lowered)
    labels, below = _fitting(guide, context, face, (top, foot))
    if below > foot:
        context.diagnostics.append(_crowded(below - foot))
    tallest = max(0, min(round(face.height * _SHELF), foot - below))
    left = face.left
    rule = line((left, top), (left + face.measure, top), context.colour("ink"), 750)
    over = face.over
    whole = (face.bound, -over, face.width - face.bound + over, face.height + 2 * over)
    ground = rectangle(whole, fill=context.colour("paper"))
    pictures = _picture(guide, face, (foot, tallest), context.layout.picture_resolution)
    books = () if pictures else shelf(context, (face.bound, face.width), (foot, tallest), (0, over))
    shapes = (ground, *books, rule)
    return Drawing(face.width, face.height, shapes, (*labels, *strip, *feet), (*pictures, *sign.pictures))


def _strip(guide: Guide, context: Context, face: CoverFace, lowered: int) -> tuple[tuple[Label, ...], int]:
    """Set the title strip above the rule, and find the rule's height: lower where several lines would not be safe."""
    top, text = face.side + _STRIP + lowered, title_strip(guide, context)
    if not text:
        return (), top
    style = context.style("cover-strip")
    label = _label((Text(text),), style, (face.left, top - 10_000), face.measure, "P")
    raised = _raised(label, context)
    lower = max(0, face.safe + style.size - raised.y)
    return (replace(raised, y=raised.y + lower),), top + lower


def _fitting(
    guide: Guide, context: Context, face: CoverFace, between: tuple[int, int]
) -> tuple[tuple[Label, ...], int]:
    """Set the type as large as the styles say, or smaller where too little would be left for the shelf."""
    top, foot = between
    for share in _SIZES:
        labels, below = _type(guide, context, face, (top, share))
        if foot - below >= round(face.height * _LEAST_SHELF):
            break
    return labels, below


def _crowded(over: int) -> Diagnostic:
    return Diagnostic(
        "warning",
        CROWDED,
        f"On the cover, the title and what stands below it are {format_length(over)} too high to end above the foot.",
        "Shorten the subtitle or the tagline, choose a larger paper, or smaller styles of the cover.",
    )


def _picture(
    guide: Guide, face: CoverFace, stood: tuple[int, int], resolution: int
) -> tuple[tuple[Image, str], ...]:
    """Set the guide's own picture in the room of the shelf, on a foot and no higher than so tall, mpt.

    One that is broad enough runs from the cloth over the right edge; any other is as large as it fits beside the type.
    """
    found = guide.images.get(guide.cover.image) if guide.cover else None
    if found is None or guide.cover is None:
        return ()
    (foot, tall), x, room = stood, face.left, face.measure
    broad = face.width - face.bound + face.over
    if 0 < face.over <= broad * _LOST and found.height * broad <= tall * found.width:
        x, room = face.bound, broad
    wide, high = room, found.height * room // max(1, found.width)
    if high > tall:
        wide, high = found.width * tall // max(1, found.height), tall
    most = wide * resolution // 72_000  # mpt to the inch
    return ((Image(found.path, x, foot - high, wide, high, most=most), guide.cover.alt),)


def _type(
    guide: Guide, context: Context, face: CoverFace, sized: tuple[int, int]
) -> tuple[tuple[Label, ...], int]:
    """Set title, subtitle, author, tagline and edition from a height down, in a share of their sizes, per mille.

    Returns:
        The labels, and where they end.
    """
    top, share = sized
    edition, side, measure = context.layout.edition, face.left, face.measure
    box = (measure, round(face.height * _ROOM) * share // 1000)
    style, lines = fitted(guide.title, context.style("cover-title"), box, context.measurer)
    y = top + round(style.leading * _DROP)
    labels = [_label(_split(lines), style, (side, y), measure, "H1")]
    y += context.height(labels[0]) - style.leading + style.size // 4
    for text, name, gap in (
        (guide.subtitle, "cover-subtitle", 0.4),
        (" · ".join(person.name for person in guide.authors), "cover-author", 0.8),
        (_plain(guide.cover.tagline, context) if guide.cover else "", "cover-tagline", 0.6),
        (edition and context.labels.edition(edition), "cover-edition", 0.8),
    ):
        if text:
            style = context.sized(context.style(name), share)
            y += style.leading + round(style.leading * gap)
            label = _label((Text(text),), style, (side, y), measure, "P")
            labels.append(label)
            y += context.height(label) - style.leading
    return tuple(labels), y + 2 * style.leading


def _raised(label: Label, context: Context) -> Label:
    """Raise a label so that its last line stands where its first one would."""
    return replace(label, y=label.y - context.height(label) + label.style.leading)


def _foot(guide: Guide, context: Context, face: CoverFace) -> tuple[Label, Label]:
    """Set page count and reading time at the left, what the book is and who publishes it at the right.

    A book of sheets to work on, which has no reading time, says how many sheets of paper it takes, and how they print.

    Where type is too large for both on one line, the second stands above the first.
    """
    side, measure = face.left, face.measure - cover_logo(context, face).taken
    style = context.style("cover-foot")
    base = face.foot(style.size)
    ink = _ink(context)
    sheets = context.layout.reading_time == "none"
    count = (
        PageCount(noun=True),
        Text(" · "),
        PageCount(sheets=True) if sheets else ReadingTime(),
        Text(ink),
    )
    what = context.labels.text("study-guide") if context.layout.study_guide else ""
    imprint = " · ".join(part for part in (what, guide.credits.publisher) if part)
    taken = context.width(imprint, style)
    if _counted(context, style, ink) + _BETWEEN + taken > measure:
        above = _raised(_label((Text(imprint),), style, (side, base - style.leading), measure, "P"), context)
        return _label(count, style, (side, base), measure, "P"), above
    right = _label((Text(imprint),), style, (side + measure, base), taken, "P")
    left = _label(count, style, (side, base), measure - taken - _BETWEEN, "P")
    return left, replace(right, align="right")


def _ink(context: Context) -> str:
    """Say how sheets that are copied print; nothing of a book to read, or of a cover without its pages."""
    if context.layout.reading_time != "none" or not context.composed:
        return ""
    grey = works_in_grey(context.composed, context.colour("paper"))
    return f" · {context.labels.text('works-in-grey' if grey else 'in-colour')}"


def _counted(context: Context, style: Style, ink: str) -> int:
    """Room for the page count and what stands behind it, which is not known yet: that of a book of 999 pages, mpt."""
    labels = context.labels
    times = {
        "exact": f" · {labels.count('hours-short', 88)} {labels.count('minutes-short', 88)}",
        "none": f" · {labels.count('sheets', 500)}{ink}",
    }
    time = times.get(context.layout.reading_time, f" · {labels.count('hours-read', 88)}")
    return context.width(labels.count("pages", 999) + time, style)


def _label(inlines: tuple[Inline, ...], style: Style, at: tuple[int, int], measure: int, role: str) -> Label:
    return Label(at[0], at[1], inlines, style, measure, role=role)


def fitted(
    title: str, style: Style, box: tuple[int, int], measurer: Measurer
) -> tuple[Style, tuple[str, ...]]:
    """Find the largest size at which a title fits, and break it into lines of even length.

    All widths grow with the size, so the title is measured once.

    Args:
        title: plain text.
        style: its size is the middle of what is tried.
        box: width of a line and height of all lines, mpt.
        measurer: of the layout.

    Returns:
        The style at that size, and the lines.
    """
    measure, room = box
    words = [word for word in title.split(" ") if word]
    largest, smallest = round(style.size * _LARGEST), max(1, style.size // _SMALLEST)
    found: list[tuple[int, tuple[str, ...]]] = []
    longest = style.size * measure // smallest
    spans = _spans(words, longest, style, measurer)
    for count in range(1, min(_LINES, len(words)) + 1):
        lines = _even(words, count, spans)
        if not lines:
            continue  # a line of it is wider than the smallest size allows
        widths = [measurer.width((Text(each),), style) for each in lines]
        size = min(
            largest,
            style.size * measure // (max(widths) + 1),
            room * style.size // (len(lines) * style.leading),
        )
        if size >= smallest and min(widths) >= max(widths) * _LONE:
            found.append((size, lines))
    if found:
        size, lines = max(found, key=lambda each: each[0] * (_PARTED if _leans(each[1]) else 1))
        return _sized(style, size), lines
    return _sized(style, smallest), (title,)


def _leans(lines: tuple[str, ...]) -> bool:
    """Whether a line but the last ends in a small word that belongs to the next one."""
    ends = (line.rsplit(" ", 1)[-1] for line in lines[:-1])
    return any(word.islower() and len(word) <= _LEANING for word in ends)


def _sized(style: Style, size: int) -> Style:
    return replace(
        style,
        size=size,
        leading=size * style.leading // style.size,
        tracking=style.tracking * size // style.size,
    )


def _spans(words: list[str], longest: int, style: Style, measurer: Measurer) -> dict[tuple[int, int], int]:
    """The widths of all that may be a line, from a word up to another, mpt; none where so many words fit into no lines."""
    found: dict[tuple[int, int], int] = {}
    if measurer.width((Text(" ".join(words)),), style) > _LINES * (longest + style.size):
        return found
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            width = measurer.width((Text(" ".join(words[start:end])),), style)
            if width > longest:
                break
            found[start, end] = width
    return found


def _even(words: list[str], count: int, spans: Mapping[tuple[int, int], int]) -> tuple[str, ...]:
    """Break into at most `count` lines with the shortest longest line, so that no word stands alone; none if all are too wide."""
    limits = sorted(set(spans.values()))

    def broken(limit: int) -> list[int]:
        ends = [0]
        while ends[-1] < len(words) and len(ends) <= count:
            start = end = ends[-1]
            while spans.get((start, end + 1), limit + 1) <= limit:
                end += 1
            if end == start:
                break
            ends.append(end)
        return ends

    place = bisect_left(limits, 1, key=lambda limit: broken(limit)[-1] == len(words))
    if place == len(limits):
        return ()
    return tuple(" ".join(words[start:end]) for start, end in pairwise(broken(limits[place])))


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
