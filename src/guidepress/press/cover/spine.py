"""In: the guide's title and authors, and a spine. Out: the labels on it, sized to what is kept clear, or why there are none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.base.record import record, replace
from guidepress.compose.marks import legible
from guidepress.document.blocks import Label
from guidepress.document.inlines import Text
from guidepress.layout.style_rules import LEAST_SIZE

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.compose.context import Context
    from guidepress.document.style import Style
    from guidepress.press.cover.sheet import CoverSheet
    from guidepress.press.geometry import CoverGeometry

__all__ = ["spine_labels"]

_ASCENDER, _DESCENDER = 0.77, 0.25
"""Of the type's size, above and below the baseline, where letters are small."""

_ACCENT, _TAIL = 0.27, 0.26
"""Of the type's size: what stands on a capital (É) and what hangs below one (Q, Ç)."""

_TAILS = frozenset("QJÇ,;ŞȚ")
_OVERSHOOT = 1.03
"""Round capitals are a little higher than flat ones."""

_CAPITALS_BELOW = 9_500
"""Smaller than this, small letters on a spine are not read from a step away; capitals are half as high again."""

_TRACKING = 0.06
_GAP = 2.0
"""Of the type's size, between title and author at least."""

_AUTHOR = 0.8
"""Of the title's size."""

_LARGEST = 0.037
"""Of the spine's length: larger type would shout on a shelf."""

_THICKER = (
    "For more room choose a smaller trim, a thicker paper, or a layout that prints more; else leave it so."
)
"""What helps a spine that bears no text, or less."""

_NATURAL = 10_000
"""Size at which widths are measured; they grow with it."""


@record
class _Line:
    """A text of the spine in one way of setting it: its style at `_NATURAL`, its width there, and half its height in ems."""

    text: str
    style: Style
    width: int
    half: float
    cap: float


def spine_labels(
    context: Context, geometry: CoverGeometry, sheet: CoverSheet, ground: Colour
) -> tuple[tuple[Label, ...], tuple[Diagnostic, ...]]:
    """Set title and authors along the spine, in the way its language reads there.

    Args:
        context: of the guide; its labels know the custom of the language.
        geometry: says whether the printer takes text on this spine.
        sheet: where the spine lies.
        ground: its colour.

    Returns:
        The labels, none where nothing may or can stand there; and a warning that says why, or what is in doubt.
    """
    if not geometry.spine_width:
        return (), ()
    if not geometry.spine_text_allowed:
        return (), (_warning("no-spine-text", geometry.spine_text_refusal),)
    doubt = geometry.spine_text_doubt
    found = (_warning("spine-text-in-doubt", doubt),) if doubt else ()
    authors = " · ".join(person.name for person in context.guide.authors)
    colour = legible(ground)
    room, band = sheet.spine.height - 2 * sheet.face.side, sheet.spine_safe.width
    most = round(sheet.spine.height * _LARGEST)
    for texts in ((context.guide.title, authors), (context.guide.title, "")):
        for capitals in (False, True):
            lines = tuple(
                _line(context, text, name, colour, capitals=capitals)
                for text, name in zip(texts, ("spine-title", "spine-author"), strict=True)
                if text
            )
            size = min(most, _size(lines, room, band))
            least = LEAST_SIZE if capitals else _CAPITALS_BELOW
            if size >= max(least, *(line.style.least for line in lines)):
                lost = (_without(authors),) if authors and not texts[1] else ()
                return _placed(lines, size, sheet, down=_down(context)), (*found, *lost)
    smallest = max(LEAST_SIZE, context.style("spine-title").least)
    return (), (_warning("no-spine-text", _too_thin(geometry, band, room, smallest)),)


def _down(context: Context) -> bool:
    return context.labels.custom("spine") != "up"


def _line(context: Context, text: str, name: str, colour: Colour, *, capitals: bool) -> _Line:
    own = context.style(name)
    style = replace(
        own,
        name=f"{name}/{'capitals' if capitals else 'as-is'}",
        size=_NATURAL,
        leading=_NATURAL,
        colour=colour,
        background=None,
        align="left",
        hyphenate=False,
        protrude=False,
        expand=0,
        uppercase=capitals or own.uppercase,
        small_caps=own.small_caps and not capitals,
        figures="lining" if capitals else own.figures,
        tracking=round(_NATURAL * _TRACKING) if capitals else own.tracking * _NATURAL // own.size,
    )
    inlines = (Text(text),)
    face = context.measurer.lines(inlines, style, 1_000_000)[0].runs[0].face
    cap = face.cap_height / face.units_per_em
    above, below = _capitals(text.upper(), cap) if style.uppercase else (_ASCENDER, _DESCENDER)
    half = max(above - cap / 2, below + cap / 2)
    # what is measured stays as small as it is said to be
    width = context.measurer.width(inlines, replace(style, least=0))
    return _Line(text, style, width, half, cap)


def _capitals(text: str, cap: float) -> tuple[float, float]:
    """How far capitals reach above and below the baseline, in ems."""
    accents = any(unicodedata.combining(each) for each in unicodedata.normalize("NFD", text))
    return cap * _OVERSHOOT + (_ACCENT if accents else 0), _TAIL if _TAILS & set(text) else cap * (
        _OVERSHOOT - 1
    )


def _size(lines: tuple[_Line, ...], room: int, band: int) -> int:
    """The largest size of the title at which all stands in the band, and its length in the room.

    An author who would be smaller than the least that the layout allows is as large as the title.
    """
    size = 0
    for author in (_AUTHOR, 1.0):
        shares = [1.0, author][: len(lines)]
        across = min(band / (2 * line.half * share) for line, share in zip(lines, shares, strict=True))
        along = sum(line.width * share for line, share in zip(lines, shares, strict=True)) / _NATURAL
        size = int(min(across, room / (along + _GAP * (len(lines) - 1))))
        if size * shares[-1] >= lines[-1].style.least:
            break
    return size


def _placed(lines: tuple[_Line, ...], size: int, sheet: CoverSheet, *, down: bool) -> tuple[Label, ...]:
    """Put the title where reading begins and the author where it ends, the middle of their capitals on the spine's."""
    spine, side = sheet.spine, sheet.face.side
    middle = spine.x + spine.width // 2
    labels = []
    for place, line in enumerate(lines):
        own = size if not place else max(round(size * _AUTHOR), line.style.least, min(size, LEAST_SIZE))
        style = replace(line.style, size=own, leading=own, tracking=line.style.tracking * own // _NATURAL)
        wide = line.width * own // _NATURAL + own // 10
        offset = round(own * line.cap / 2)
        begins = side if not place else spine.height - side - wide
        x = middle - offset if down else middle + offset
        y = spine.y + begins if down else spine.foot - begins
        labels.append(Label(x, y, (Text(line.text),), style, wide, role="P", turn=1 if down else 3))
    return tuple(labels)


def _too_thin(geometry: CoverGeometry, band: int, room: int, smallest: int) -> str:
    return (
        f"The spine bears no text: between the {format_length(geometry.spine_clearance)} kept clear on each side its "
        f"{format_length(geometry.spine_width)} leave {format_length(max(band, 0))}, and the title in type of "
        f"{format_length(smallest)}, the smallest, needs more, or more than {format_length(room)} along it."
    )


def _without(authors: str) -> Diagnostic:
    return _warning("no-spine-text", f"The spine bears the title alone: there is no room for {authors!r}.")


def _warning(code: str, message: str) -> Diagnostic:
    return Diagnostic("warning", code, message, _THICKER if code == "no-spine-text" else "")
