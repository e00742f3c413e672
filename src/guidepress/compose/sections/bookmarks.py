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
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_ACROSS = 4
_PAD = 11_000  # mpt from a bookmark's edge to its text
_FOOT = 14_000  # mpt from the last line to the edge
_TOP = 14_000  # mpt from a bookmark's upper edge to its text
_RULED = 8000  # mpt from the rule below its title to its words
_PITCH = parse_length("8mm")
_BETWEEN = 5000  # mpt between words
_APART = 16_000  # mpt at least between the last word and the lines
_OWN = 4  # lines kept at least for the reader's own words; they get what is left
_SIZES = (1500, 1370, 1250, 1120, 1000)
"""Per mille of the style's size: few words are set larger, all of a set alike."""


def bookmarks(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set a bookmark a unit; the last page is filled up from the first unit on, so that no paper is wasted."""
    units = [unit for unit in guide.units if unit.vocabulary]
    if not units:
        return None
    count = -(-len(units) // _ACROSS) * _ACROSS
    filled = [units[index % len(units)] for index in range(count)]
    title = context.labels.text("bookmarks")
    size = (context.measure, sheet_height(context, (spec.title or title, title)))
    column = (size[0] // _ACROSS - 2 * _PAD, size[1])
    style = min((_style(unit, column, context) for unit in units), key=lambda each: each.size)
    rows = (filled[first : first + _ACROSS] for first in range(0, count, _ACROSS))
    blocks = card_sheets(((title, _sheet(each, size, style, context)) for each in rows), context)
    return context.section(spec, title, tuple(blocks), style="sheet-title")


def _sheet(units: list[Unit], size: tuple[int, int], style: Style, context: Context) -> Figure:
    width, height = size[0] // _ACROSS, size[1]
    labels: list[Label] = []
    rules: list[tuple[int, int, int, int]] = []
    lowest = 0
    for place, unit in enumerate(units):
        head, words, end = _bookmark(unit, (place * width + _PAD, width - 2 * _PAD, height), style, context)
        lowest = max(lowest, end)
        labels += (*head, *words)
        under = _under(head[-1], context)
        rules.append((head[-1].x, under, head[-1].x + width - 2 * _PAD, under))
    for place in range(len(units)):
        _own_words((place * width + _PAD, lowest, width - 2 * _PAD, height), context, labels, rules)
    shapes = (*cut_marks(context, (width, height), 1, _ACROSS), *lines(rules, context.colour("muted"), 400))
    return card_sheet(Drawing(*size, shapes, tuple(labels)), context)


def _bookmark(
    unit: Unit, box: tuple[int, int, int], style: Style, context: Context
) -> tuple[tuple[Label, ...], list[Label], int]:
    """Set a bookmark: its head, its words as far as there is room (none left out but in the smallest type), their end."""
    x, measure, height = box
    head = _head(unit, x, measure, context)
    first = _under(head[-1], context) + _RULED
    foot = height - _FOOT - _OWN * _PITCH - head[0].style.leading
    words: list[Label] = []
    y = first
    for text in _texts(unit, context):
        entry = Label(x, 0, text, style, measure)
        tall = context.height(entry)
        if y + tall > foot:
            break
        place = style.leading + _BETWEEN if words else y + style.size
        words.append(replace(entry, y=place, below=bool(words)))
        y += tall + _BETWEEN
    return head, words, y


def _head(unit: Unit, x: int, measure: int, context: Context) -> tuple[Label, ...]:
    """Say which unit the words are from: its label, then its title."""
    small, name = context.style("margin-label"), context.style("bookmark-title")
    label = Label(x, _TOP + small.size, (Text(context.unit_label(unit)),), small, measure)
    top = _TOP + small.leading + 3000
    return label, Label(x, top + name.size, (Text(unit.title),), name, measure)


def _under(title: Label, context: Context) -> int:
    """Where the rule below a bookmark's title stands."""
    return title.y - title.style.size + context.height(title) + 6000


def _texts(unit: Unit, context: Context) -> list[tuple[Inline, ...]]:
    """The words of a unit, each with its meaning."""
    return [
        (Text(f"{word.word}  ", Look(strong=True)), *context.line(word.meaning)) for word in unit.vocabulary
    ]


def _style(unit: Unit, column: tuple[int, int], context: Context) -> Style:
    """The largest type in which a unit's words fit; the smallest if they do in none."""
    measure, height = column
    first = _under(_head(unit, 0, measure, context)[-1], context) + _RULED
    room = height - _FOOT - _OWN * _PITCH - context.style("margin-label").leading - first
    texts = _texts(unit, context)

    def fits(style: Style) -> bool:
        heights = [context.height(Label(0, 0, text, style, measure)) + _BETWEEN for text in texts]
        return sum(heights) <= room

    return largest(context, context.style("bookmark-word"), fits, _SIZES)


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
