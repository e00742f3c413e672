"""In: inlines, a measure and a style. Out: the lines of the paragraph.

Four steps, one file each: the inlines are collected into measured units (matter), every place where a line may end
is laid out (breakpoints), the best line ends are chosen (passes, breaking), and the lines are built (building).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.typeset.building import build_line
from guidepress.typeset.collecting import collect
from guidepress.typeset.leaders import fill_line, set_leaders
from guidepress.typeset.lines import Line
from guidepress.typeset.paragraph_shape import shape_of
from guidepress.typeset.rows import joined, whole_row
from guidepress.typeset.stretches import set_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.paragraph_shape import ParagraphShape

__all__ = ["kept_paragraph", "set_line", "set_paragraph"]


def set_paragraph(
    inlines: Sequence[Inline],
    measure: int,
    style: Style,
    fonts: Fonts,
    *,
    language: str = "en",
    first_indent: int | None = None,
) -> tuple[Line, ...]:
    """Set a paragraph into lines.

    Args:
        inlines: Text, NoteMark, Blank, Leader and LineBreak; late inlines must have become Text.
        measure: width of the column, mpt; the style's indents are taken from it.
        style: how the paragraph looks.
        fonts: the faces, and what they have shaped so far.
        language: BCP 47 tag of the paragraph.
        first_indent: overrides where the first line starts, mpt from the left indent (0 after a heading, the
            hang where a marker stands in it); None leaves it to the style.

    Returns:
        The lines, top down; none if there is no text. Faults of the text stand in `Line.diagnostics`.

    Raises:
        FaultsFound: a font family is unknown or a font file cannot be opened.
        TypeError: a late inline was not resolved.
    """
    shape = _shape(style, measure, first_indent, fonts)
    found: list[Line] = []
    stretches = collect(inlines, style, fonts, language)
    verse = style.turnover > 0 and len(stretches) > 1
    if verse:
        shape = shape_of(style, measure, first_indent, verse=True)
    for matters in stretches:
        if found:
            found[-1] = _spaced(found[-1])
            shape = shape_of(style, measure, verse=verse, continued=True)
        if len(matters) > 1:
            found += set_leaders(matters, shape, style)
        elif matters[0].tokens:
            found += set_matter(matters[0], shape)
    last = inlines[-1] if inlines else None
    if found and isinstance(last, Text) and last.text.endswith(" "):
        found[-1] = _spaced(found[-1])
    return tuple(found)


def _shape(style: Style, measure: int, first_indent: int | None, fonts: Fonts) -> ParagraphShape:
    """The shape of a paragraph, or remember it; by the style's identity, since hashing one costs as much as a line."""
    key = (id(style), measure, first_indent)
    known = fonts.shapes.get(key)
    if known is None:
        fonts.forget_styles()
        known = fonts.shapes[key] = (style, shape_of(style, measure, first_indent))
    return known[1]


def _spaced(line: Line) -> Line:
    """End a line in a space: a forced break parts words as any other end of a line does."""
    if not line.runs:
        return line
    return replace(line, runs=(*line.runs[:-1], replace(line.runs[-1], space_after=True)))


def kept_paragraph(
    inlines: Sequence[Inline],
    measure: int,
    style: Style,
    fonts: Fonts,
    *,
    language: str = "en",
    first_indent: int | None = None,
) -> tuple[Line, ...]:
    """Set a paragraph as `set_paragraph` does, or find the lines of one that says the same; what it makes is kept."""
    kept, own = fonts.kept, tuple(inlines)
    key = kept.key(own, measure, style, language, first_indent)
    known = kept.find(key, own)
    if known is None:
        known = set_paragraph(own, measure, style, fonts, language=language, first_indent=first_indent)
        kept.keep(key, own, known)
    return known


def set_line(
    inlines: Sequence[Inline], style: Style, fonts: Fonts, *, language: str = "en", measure: int | None = None
) -> Line:
    """Set text on one line at its natural width, for furniture and labels; forced breaks count as spaces.

    Args:
        inlines: Text, NoteMark, Blank and Leader.
        style: how the text looks; its indents do not count.
        fonts: the faces.
        language: BCP 47 tag of the text.
        measure: width to align the text in by the style, and to fill by leaders; None starts it at 0.

    Returns:
        The line; it may be wider than `measure`.
    """
    matters = [matter for stretch in collect(inlines, style, fonts, language) for matter in stretch]
    if measure is not None and any(matter.leader for matter in matters):
        start = build_line(whole_row(matters[0]), 0.0) if matters[0].tokens else None
        return fill_line(start, matters, 0, measure, style)
    parts = [whole_row(matter) for matter in matters if matter.tokens]
    if not parts:
        return Line((), 0, 0, 0, last=True)
    row = joined(parts)
    share = {"right": 1.0, "centred": 0.5}.get(style.align, 0.0)
    slack = 0.0 if measure is None else measure - row.natural - row.lead - row.trail
    return build_line(row, slack * share)
