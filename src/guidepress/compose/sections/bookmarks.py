"""In: the words of the units. Out: bookmarks to cut out, four up: the words, their meanings, lines for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.compose.cards import card_sheet, card_sheets, cut_marks, height_of, sheet_height
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
_APART = 16_000  # mpt at least between the last word and the lines: its height is an estimate
_OWN = 4  # lines kept at least for the reader's own words; they get what is left
_LARGER = (150, 137, 125, 112)  # per cent of the style's size: few words are set larger


def bookmarks(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set a bookmark a unit; the last page is filled up from the first unit on, so that no paper is wasted."""
    units = [unit for unit in guide.units if unit.vocabulary]
    if not units:
        return None
    count = -(-len(units) // _ACROSS) * _ACROSS
    filled = [units[index % len(units)] for index in range(count)]
    size, title = (context.measure, sheet_height(context)), context.labels.text("bookmarks")
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
    names = [context.unit_title(unit) for unit in units]
    alt = f"{context.labels.text('bookmarks')}: {'; '.join(names)}"
    return card_sheet(Drawing(*size, shapes, tuple(labels)), alt, context)


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
    labels.append(Label(x, y + name.size, (Text(unit.title),), name, measure))
    y += height_of(unit.title, name, measure) + 6000
    rules.append((x, y, x + measure, y))
    y += 8000
    foot = top + height - _FOOT - _OWN * _PITCH - head.leading
    texts = [f"{word.word}  {context.plain(word.meaning)}" for word in unit.vocabulary]
    entry = _largest(texts, foot - y, measure, context)
    first = True
    for word, text in zip(unit.vocabulary, texts, strict=True):
        tall = height_of(text, entry, measure)
        if y + tall > foot:
            break
        inlines = (Text(f"{word.word}  ", Look(strong=True)), *context.line(word.meaning))
        place = y + entry.size if first else entry.leading + _BETWEEN
        labels.append(Label(x, place, inlines, entry, measure, below=not first))
        y += tall + _BETWEEN
        first = False
    return y


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


def _largest(texts: list[str], room: int, measure: int, context: Context) -> Style:
    """Choose the largest type in which the words fit; in the smallest the last ones may be left out."""
    style = context.style("bookmark-word")
    for share in _LARGER:
        leading = style.leading * share // 100
        larger = context.varied("bookmark-word", str(share), size=style.size * share // 100, leading=leading)
        if sum(height_of(text, larger, measure) + _BETWEEN for text in texts) <= room:
            return larger
    return style


KIND = Kind(
    "bookmarks",
    "Vocabulary bookmarks, four up, one a unit",
    NoOptions,
    bookmarks,
)
