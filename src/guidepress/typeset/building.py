"""In: a row and how it is filled. Out: the Line, with its runs, links, highlights and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.document.patterns import BAR_LINE, BAR_PITCH, hatch
from guidepress.page.items import Image, Link, Run, Shape
from guidepress.typeset.blank_shapes import blank_shapes
from guidepress.typeset.divisions import HARD, HYPHEN, SPACE
from guidepress.typeset.lines import Line, LinePicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.document.inlines import InlinePicture
    from guidepress.typeset.founts import Fount
    from guidepress.typeset.ink import Ink
    from guidepress.typeset.matter import InlinePart
    from guidepress.typeset.rows import UnfilledLine

    _Special: TypeAlias = dict[int, tuple[float, float, Fount, InlinePart]]
    """Of inlines that are links, note marks, blanks or highlighted: where they begin and end, and what they are."""

__all__ = ["build_line"]

_UNDERLINE = 700
"""Thickness of the rule below highlighted words, mpt."""

_DIVIDED = (HYPHEN, HARD)


def build_line(
    row: UnfilledLine,
    x: float,
    filling: tuple[float, int] = (1.0, 0),
    *,
    kind: int = SPACE,
    last: bool = True,
    faults: tuple[Diagnostic, ...] = (),
) -> Line:
    """Place the runs of a line.

    Args:
        row: what stands on the line.
        x: left end of the first glyph, mpt.
        filling: what every space's natural width is multiplied with; expansion of the glyphs, per mille.
        kind: what the line ends at: SPACE, HYPHEN …
        last: the paragraph or a forced line ends here.
        faults: what went wrong on this line beside what its words bring.
    """
    if row.strips[-1][3] and (last or kind != SPACE):
        row.strips[-1] = (*row.strips[-1][:3], False)  # no space follows a divided word, or the end
    runs, pictures, special, (end, ascent, descent) = _placed(row, x, filling)
    links, notes, shapes = _extras(special) if special else ((), (), ())
    diagnostics = row.diagnostics + faults if faults else row.diagnostics
    return Line(
        tuple(runs),
        round(end - x),
        ascent,
        descent,
        links,
        notes,
        shapes,
        kind in _DIVIDED,
        last,
        diagnostics,
        tuple(pictures),
    )


def _placed(
    row: UnfilledLine, x: float, filling: tuple[float, int]
) -> tuple[list[Run], list[LinePicture], _Special, tuple[float, int, int]]:
    """Place the strips of a line one after the other.

    Returns:
        Its runs, the pictures among them, what has more to it than its type, and the right end, the ascent and the descent.
    """
    stretch, expansion = filling
    wide = 1 + expansion / 1000
    end = x
    runs: list[Run] = []
    pictures: list[LinePicture] = []
    special: _Special = {}
    ascent = descent = 0
    for (words, fount, part, spaced), glyphs in zip(row.strips, row.widths, strict=True):
        ink, source = part.ink, part.source
        rise = ink.rise
        gap = round(fount.space * stretch)
        width = glyphs * wide + gap * (len(words) - 1)
        end = x + width
        if part.picture is not None:
            pictures.append(LinePicture(len(runs), _image(part.picture, x, fount), source))
            x = end + fount.space * stretch if spaced else end
            continue
        runs.append(
            Run(
                round(x), -rise, fount.face, fount.size, ink.colour, words, gap, round(width),
                spaced, expansion, fount.tracking, source, ink.marked,
            )
        )  # fmt: skip
        ascent = max(ascent, fount.ascent + rise)
        descent = max(descent, fount.descent - rise)
        if part.link is not None or part.note or part.rule is not None or ink.highlight is not None:
            left = special[source][0] if source in special else x
            special[source] = (left, end, fount, part)
        x = end + fount.space * stretch if spaced else end
    return runs, pictures, special, (end, ascent, descent)


def _image(picture: InlinePicture, x: float, fount: Fount) -> Image:
    """Stand a picture on the baseline; one that is higher than the type reaches below it as far as letters do."""
    drop = max(0, picture.height - fount.size)
    return Image(
        picture.path, round(x), drop - picture.height, picture.width, picture.height, most=picture.most
    )


def _extras(special: _Special) -> tuple[tuple[Link, ...], tuple[str, ...], tuple[Shape, ...]]:
    """The links, the names of the notes, the highlights and the rules of a line."""
    links: list[Link] = []
    notes: list[str] = []
    shapes: list[Shape] = []
    for left, right, fount, part in special.values():
        x, width, y = round(left), round(right - left), -part.ink.rise - fount.ascent
        height = fount.ascent + fount.descent
        if part.note:
            notes.append(part.note)
        if part.link is not None:
            links.append(Link(x, y, width, height, part.link.target, part.link.description, part.source))
        elif part.note:
            links.append(Link(x, y, width, height, f"#note-{part.note}", f"Note {part.figure}", part.source))
        if part.ink.highlight is not None:
            shapes.extend(_ground(part.ink, (x, y, width, height)))
        if part.rule is not None:
            shapes.extend(blank_shapes(part.drawn, x, width, fount.size, part.rule))
    return tuple(links), tuple(notes), tuple(shapes)


def _ground(ink: Ink, box: tuple[int, int, int, int]) -> Iterator[Shape]:
    """Paint what lies behind highlighted text: its ground, a theme's pattern, a rule at the foot."""
    x, y, width, height = box
    yield Shape((("r", box),), fill=ink.highlight)
    if ink.pattern:
        yield from hatch(ink.pattern, box, ink.colour, pitch=BAR_PITCH, width=BAR_LINE)
    if ink.underline is not None:
        yield Shape((("r", (x, y + height - _UNDERLINE, width, _UNDERLINE)),), fill=ink.underline)
