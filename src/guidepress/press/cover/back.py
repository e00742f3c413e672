"""In: the guide's blurb and what its interior holds. Out: the back of the cover: shapes and labels that fit above the barcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.numbers import counted
from guidepress.base.record import record, replace
from guidepress.compose.shelf import shelf
from guidepress.document.blocks import Label, Paragraph
from guidepress.document.inlines import LineBreak, Text
from guidepress.document.left_out import LeftOut
from guidepress.document.shapes import line, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Span
    from guidepress.compose.context import Context
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Markdown
    from guidepress.page.items import Shape
    from guidepress.press.cover.interior import Inside
    from guidepress.press.cover.sheet import CoverSheet

__all__ = ["Back", "back_of"]

_STRIP = 22_000  # mpt from the side margin's height down to the rule, as on the front
_USUAL = 352_800  # mpt: the measure of a back of 6 inches, at which type has the size of its style
_GROWN = 1300  # per mille: on larger books it is larger, but no more
_SHRUNK = (1000, 950, 900, 850, 800)  # per mille of that, until all fits
_LEAST = f"{_SHRUNK[-1] // 10} %"
_SHORTER = "Shorten the blurb or the tagline, or choose a larger trim."
_LISTED_AT = 900  # per mille: with type of this size the list is shortened before type is made smaller
_FEWEST = 3  # entries: fewer of many are no list
_COLUMN = 120_000  # mpt: a column of the list is no narrower
_NARROWEST = 60_000  # mpt: a shelf of less is a blot
_LOW = 0.78  # of the barcode's height above the shelf's foot
_FINE = 1_000  # mpt: a measure is found so nearly
_BULLET = 0.42  # of the type's size: the side of the square before an entry
_HANG = 1.25  # of the type's size, from the square to the words


@record
class Back:
    """The back of a cover, what it does not name, and warnings of what of the blurb it has no room for."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class _Set:
    """What was set, and where it ends, mpt."""

    labels: tuple[Label, ...]
    shapes: tuple[Shape, ...]
    foot: int


def back_of(context: Context, sections: tuple[Inside, ...], sheet: CoverSheet, colour: Colour) -> Back:
    """Set the back: title and rule, tagline, blurb, and what is inside.

    Type is made smaller within limits, then the list of sections shorter, the shortest first, or it is left out.
    Paragraphs at the end of the blurb for which there is no room at the smallest size are left out with a warning, but
    never the first.

    Args:
        context: of the guide.
        sections: what is inside.
        sheet: where the back lies, and the barcode on it.
        colour: of the squares before the sections.

    Raises:
        FaultsFound: the blurb's first paragraph does not fit, or it is more than paragraphs of text.
    """
    setting = _Setting(context, sheet, colour)
    paragraphs = _paragraphs(context)
    for share in _SHRUNK:
        text = setting.text(paragraphs, share)
        listed = sections if share > _LISTED_AT else setting.fitting(sections, share, text.foot)
        if (listed or not sections) and setting.inside(listed, share, text.foot).foot <= setting.limit:
            return _back(setting, text, listed, sections, share)
    for share in _SHRUNK:
        text = setting.text(paragraphs, share)
        if text.foot <= setting.limit:
            return _back(setting, text, (), sections, share)
    share = _SHRUNK[-1]
    for count in range(len(paragraphs) - 1, 0, -1):
        text = setting.text(paragraphs[:count], share)
        if text.foot <= setting.limit:
            listed = setting.fitting(sections, share, text.foot)
            cut = _cut(context, count, len(paragraphs))
            return replace(_back(setting, text, listed, sections, share), diagnostics=(cut,))
    raise _too_long(context, setting.text(paragraphs[:1], share), setting)


def _back(
    setting: _Setting, text: _Set, listed: tuple[Inside, ...], sections: tuple[Inside, ...], share: int
) -> Back:
    """Put the parts together."""
    parts = (setting.head(), setting.foot(), text, setting.inside(listed, share, text.foot))
    left = len(sections) - len(listed)
    lost = LeftOut("cover", "sections on the back", left, len(sections), "there is no room for them")
    return Back(
        tuple(shape for part in parts for shape in part.shapes),
        tuple(label for part in parts for label in part.labels),
        (lost,) if left else (),
    )


def _longest(sections: tuple[Inside, ...], count: int) -> tuple[Inside, ...]:
    """Keep so many sections, those of the most pages, in the order of the book."""
    kept = sorted(sections, key=lambda each: -each.pages)[:count]
    return tuple(each for each in sections if each in kept)


def _paragraphs(context: Context) -> tuple[tuple[Inline, ...], ...]:
    """The paragraphs of the blurb."""
    blurb = context.guide.cover.blurb if context.guide.cover else None
    if blurb is None:
        return ()
    found = []
    for block in context.blocks(blurb):
        if not isinstance(block, Paragraph) or block.heading:
            raise _refused(blurb, "holds more than paragraphs: a list, a table, a picture or a heading")
        if not all(isinstance(each, Text | LineBreak) for each in block.inlines):
            raise _refused(blurb, "refers to a page or a note, which is not on the cover")
        found.append(tuple(_unlinked(block.inlines)))
    return tuple(found)


def _unlinked(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        yield replace(inline, link=None) if isinstance(inline, Text) else inline


class _Setting:
    """Sets the parts of one back.

    Attributes:
        limit: no text stands below, mpt.
    """

    def __init__(self, context: Context, sheet: CoverSheet, colour: Colour) -> None:
        face = sheet.face
        self._context = context
        self._sheet = sheet
        self._colour = colour
        self._left = sheet.back.x + face.side
        self._measure = sheet.back.width - sheet.lap - 2 * face.side
        self._top = sheet.back.y + face.side + _STRIP
        self._grown = min(max(1000, 1000 * self._measure // _USUAL), _GROWN)
        self.limit = sheet.barcode.y - face.side // 3

    def head(self) -> _Set:
        """The title above a rule, as high as on the front."""
        context, guide = self._context, self._context.guide
        style = context.style("back-head")
        named = f"{guide.title} · {context.labels.edition(context.layout.edition)}"
        strip = self._label((Text(named),), style, self._top - 10_000)
        high = context.height(strip) - style.leading
        labels = [replace(strip, y=strip.y - high)]
        ink = context.colour("ink")
        shapes = [line((self._left, self._top), (self._left + self._measure, self._top), ink, 750)]
        return _Set(tuple(labels), tuple(shapes), self._top)

    def foot(self) -> _Set:
        """The front's shelf again, low at the left of the barcode, and the publisher under it."""
        context, sheet, face = self._context, self._sheet, self._sheet.face
        base, end = sheet.back.y + face.shelf_foot, sheet.barcode.x - face.side // 2
        style = context.style("cover-foot")
        room = end - self._left
        publisher = (Text(context.guide.credits.publisher),)
        labels, shapes = [], []
        if room >= _NARROWEST and base > sheet.barcode.y and not _pictured(context):
            tall = round((base - sheet.barcode.y) * _LOW)
            shapes = shelf(context, (sheet.back.x, end), (base, tall), (sheet.over, 0))
        if publisher[0].text and context.measurer.width(publisher, style) <= room:
            labels.append(
                Label(self._left, sheet.back.y + face.foot(style.size), publisher, style, room, role="P")
            )
        return _Set(tuple(labels), tuple(shapes), base)

    def text(self, paragraphs: tuple[tuple[Inline, ...], ...], share: int) -> _Set:
        """The tagline and the blurb, from the rule down."""
        context, guide = self._context, self._context.guide
        tagline = context.plain(guide.cover.tagline) if guide.cover and guide.cover.tagline else ""
        y, labels = self._top, []
        if tagline:
            style = self._sized("back-tagline", share)
            y += round(style.leading * 1.5)
            labels.append(self._balanced(self._label((Text(tagline),), style, y)))
            y += context.height(labels[-1]) - style.leading
        style = self._sized("back-blurb", share)
        for place, inlines in enumerate(paragraphs):
            y += round(style.leading * (1.5 if place else 2.0))
            labels.append(self._label(inlines, style, y))
            y += context.height(labels[-1]) - style.leading
        return _Set(tuple(labels), (), y + style.size // 4)

    def inside(self, sections: tuple[Inside, ...], share: int, above: int) -> _Set:
        """The list of sections, in columns of even height below what stands above."""
        if not sections:
            return _Set((), (), above)
        context = self._context
        style, head = self._sized("back-inside", share), self._sized("back-head", share)
        y = above + round(2.2 * head.leading)
        labels, shapes = [self._label((Text(context.labels.text("inside")),), head, y)], []
        top = y + round(1.35 * style.leading)
        columns, wide, gap = self._columns(style)
        hang, square = round(style.size * _HANG), round(style.size * _BULLET)
        entries = [Label(0, 0, (Text(each.title),), style, wide - hang, role="P") for each in sections]
        foot = top
        for column, entry in enumerate(_even(entries, [context.height(each) for each in entries], columns)):
            x, at = self._left + column * (wide + gap), top
            for label, height in entry:
                labels.append(replace(label, x=x + hang, y=at))
                middle = at - round(style.size * 0.33)
                shapes.append(rectangle((x, middle - square // 2, square, square), fill=self._colour))
                at += height
            foot = max(foot, at - style.leading + style.size // 4)
        return _Set(tuple(labels), tuple(shapes), foot)

    def fitting(self, sections: tuple[Inside, ...], share: int, above: int) -> tuple[Inside, ...]:
        """The sections that there is room for, those of the most pages; none rather than one or two of many."""
        for count in range(len(sections), max(min(_FEWEST, len(sections)) - 1, 0), -1):
            kept = _longest(sections, count)
            if self.inside(kept, share, above).foot <= self.limit:
                return kept
        return ()

    def _columns(self, style: Style) -> tuple[int, int, int]:
        """How many columns the list has, how wide they are and what stands between them."""
        gap = 2 * style.size
        columns = 2 if (self._measure - gap) // 2 >= _COLUMN * style.size // 9_000 else 1
        return columns, (self._measure - gap * (columns - 1)) // columns, gap

    def _sized(self, name: str, share: int) -> Style:
        return self._context.sized(self._context.style(name), self._grown * share // 1000)

    def _balanced(self, label: Label) -> Label:
        """Narrow the measure as far as the lines stay as many, so that no word stands alone on the last."""
        high = self._context.height(label)
        low, most = label.measure // 2, label.measure
        while most - low > _FINE:
            middle = (low + most) // 2
            if self._context.height(replace(label, measure=middle)) > high:
                low = middle
            else:
                most = middle
        return replace(label, measure=most)

    def _label(self, inlines: tuple[Inline, ...], style: Style, y: int) -> Label:
        return Label(self._left, y, inlines, style, self._measure, role="P")


def _pictured(context: Context) -> bool:
    """Whether the front has a picture in the place of the shelf."""
    cover = context.guide.cover
    return cover is not None and cover.image in context.guide.images


def _even(labels: list[Label], heights: list[int], columns: int) -> list[list[tuple[Label, int]]]:
    """Part entries into columns, in order, so that the highest is as low as can be."""
    entries = list(zip(labels, heights, strict=True))
    if columns == 1:
        return [entries]
    cuts = range(1, len(entries) + 1)
    best = min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    return [entries[:best], entries[best:]]


def _cut(context: Context, count: int, of: int) -> Diagnostic:
    message = (
        f"The back cover has room for {counted(count, 'paragraph')} of the blurb, of {of}, at {_LEAST} of its size, the "
        "smallest; the rest is left out."
    )
    return Diagnostic("warning", "blurb-cut", message, _SHORTER, _place(context))


def _too_long(context: Context, text: _Set, setting: _Setting) -> FaultsFound:
    over = text.foot - setting.limit
    leading = text.labels[-1].style.leading if text.labels else 1
    message = (
        f"The text of the back cover is {counted(max(1, -(-over // leading)), 'line')} too long at {_LEAST} of its size, the "
        "smallest: it must end above the barcode."
    )
    return FaultsFound([Diagnostic("error", "blurb-too-long", message, _SHORTER, _place(context))])


def _place(context: Context) -> Span | None:
    blurb = context.guide.cover.blurb if context.guide.cover else None
    return blurb.span if blurb else None


def _refused(blurb: Markdown, what: str) -> FaultsFound:
    message = f"The blurb {what}."
    return FaultsFound(
        [Diagnostic("error", "blurb-not-plain", message, "Write it as paragraphs.", blurb.span)]
    )
