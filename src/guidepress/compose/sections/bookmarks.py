"""In: the words of the units. Out: bookmarks to cut out, four up: the words, their meanings, lines for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.base.record import replace
from guidepress.compose.cards import card_sheet, card_sheets, cut_marks, largest, sheet_height
from guidepress.compose.kind import Kind, NoOptions
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import lines

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Figure, Section
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_ACROSS = 4
_PAD = 11_000  # mpt from a bookmark's edge to its text
_FOOT = 14_000  # mpt from the last line to the edge
_PITCH = parse_length("8mm")
_BETWEEN = 5000  # mpt between words
_APART = 16_000  # mpt at least between the last word and the lines
_OWN = 4  # lines kept at least for the reader's own words; they get what is left
_SIZES = (1500, 1370, 1250, 1120, 1000)  # per mille of the style's size: few words are set larger


def bookmarks(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set a bookmark a unit; the last page is filled up from the first unit on, so that no paper is wasted."""
    units = [unit for unit in guide.units if unit.vocabulary]
    if not units:
        return None
    count = -(-len(units) // _ACROSS) * _ACROSS
    filled = [units[index % len(units)] for index in range(count)]
    title = context.labels.text("bookmarks")
    size = (context.measure, sheet_height(context, (spec.title or title, title)))
    rows = (filled[first : first + _ACROSS] for first in range(0, count, _ACROSS))
    blocks = card_sheets(((title, _sheet(each, size, context)) for each in rows), context)
    return context.section(spec, title, tuple(blocks), style="sheet-title")


def _sheet(units: list[Unit], size: tuple[int, int], context: Context) -> Figure:
    width, height = size[0] // _ACROSS, size[1]
    labels: list[Label] = []
    rules: list[tuple[int, int, int, int]] = []
    lowest = 0
    for place, unit in enumerate(units):
        lowest = max(lowest, _bookmark(unit, (place * width, 0, width, height), context, labels, rules))
    for place in range(len(units)):
        _own_words((place * width + _PAD, lowest, width - 2 * _PAD, height), context, labels, rules)
    shapes = (*cut_marks(context, (width, height), 1, _ACROSS), *lines(rules, context.colour("muted"), 400))
    return card_sheet(Drawing(*size, shapes, tuple(labels)), context)


def _bookmark(
    unit: Unit,
    box: tuple[int, int, int, int],
    context: Context,
    labels: list[Label],
    rules: list[tuple[int, int, int, int]],
) -> int:
    """Set a bookmark's words; where they end."""
    left, top, width, height = box
    x, measure = left + _PAD, width - 2 * _PAD
    y = top + 14_000
    head, name = context.style("margin-label"), context.style("bookmark-title")
    labels.append(Label(x, y + head.size, (Text(context.unit_label(unit)),), head, measure))
    y += head.leading + 3000
    title = Label(x, y + name.size, (Text(unit.title),), name, measure)
    labels.append(title)
    y += context.height(title) + 6000
    rules.append((x, y, x + measure, y))
    y += 8000
    foot = top + height - _FOOT - _OWN * _PITCH - head.leading
    for index, entry in enumerate(_entries(unit, (x, measure, foot - y), context)):
        tall = context.height(entry)
        if y + tall > foot:
            break
        size, leading = entry.style.size, entry.style.leading
        place = leading + _BETWEEN if index else y + size
        labels.append(replace(entry, y=place, below=index > 0))
        y += tall + _BETWEEN
    return y


def _entries(unit: Unit, place: tuple[int, int, int], context: Context) -> list[Label]:
    """Set the words of a unit in the largest type in which they fit; in the smallest the last ones may be left out."""
    x, measure, room = place
    texts = [
        (Text(f"{word.word}  ", Look(strong=True)), *context.line(word.meaning)) for word in unit.vocabulary
    ]

    def fits(style: Style) -> bool:
        heights = [context.height(Label(x, 0, text, style, measure)) + _BETWEEN for text in texts]
        return sum(heights) <= room

    style = largest(context, context.style("bookmark-word"), fits, _SIZES)
    return [Label(x, 0, text, style, measure) for text in texts]


def _own_words(
    box: tuple[int, int, int, int],
    context: Context,
    labels: list[Label],
    rules: list[tuple[int, int, int, int]],
) -> None:
    """Rule what is left below the words, at the same height on each bookmark of a sheet."""
    x, y, measure, height = box
    head = context.style("margin-label")
    last = height - _FOOT
    count = max(_OWN, (last - y - _APART - head.leading) // _PITCH)
    first = last - count * _PITCH
    labels.append(Label(x, first, (Text(context.labels.text("my-words")),), head, measure))
    rules.extend((x, first + row * _PITCH, x + measure, first + row * _PITCH) for row in range(1, count + 1))


KIND = Kind(
    "bookmarks",
    "Vocabulary bookmarks, four up, one a unit",
    NoOptions,
    bookmarks,
    handed=True,
)
