"""In: an answer, and whether it is to be seen. Out: the room it takes, which is the same for pupils and for teachers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.base.record import record
from guidepress.document.blocks import Drawing, Figure, Label, Lines, Paragraph
from guidepress.document.inlines import PLAIN, Blank, Look, Text
from guidepress.document.shapes import lines, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Markdown

__all__ = [
    "HAND",
    "RULED",
    "AnswerRoom",
    "answer_room",
    "blank",
    "blanks",
    "key_look",
    "pitch_of",
    "ruled_style",
]

RULED = parse_length("9mm")
"""From ruled line to ruled line: older pupils write on 8 to 9 mm."""

HAND = parse_length("8mm")
"""Room for one line in a hand: what a row, or a line with a blank in it, is high at least."""

_MORE = 3
"""So many lines more than asked for rather than an answer set close."""

_LEAST = 3
"""So many lines stand together in any case: on fewer nobody would know what to write."""

_INSIDE = 5000  # mpt from the prompt to a box
_ABOVE = 3000  # mpt from a printed answer's baseline up from its line
_AFTER = 12_000  # mpt below the last line, so that the next question stands apart

_BLANK = re.compile("_{2,}")
_SHORTEST = parse_length("25mm")  # room for a short word in a large hand
_HAND = 1500  # per mille: handwriting takes half as much room again as type
_MOST = 900  # per mille of a line: a longer blank would have to be divided


def key_look(context: Context) -> Look:
    """How answers look in a teacher's copy: in their colour, and bold, since a copier has no colours."""
    return Look(strong=True, colour=context.colour("key"))


@record
class AnswerRoom:
    """What an answer gets: lines wanted, whether they are a box instead, and whether the answer is printed there.

    Attributes:
        inset: how much narrower than the column the room is, mpt.
        counted: the lines are known to fit on the page, however many they are.
        above: how high what stands above it is, from which its first lines must not be parted, mpt.
    """

    lines: int
    boxed: bool = False
    shown: bool = False
    inset: int = 0
    counted: bool = False
    above: int = 0


def answer_room(context: Context, room: AnswerRoom, answers: Sequence[Markdown] = ()) -> tuple[Block, ...]:
    """Make room to write in, as much as the answer needs at least; print the answer in it if it is to be shown.

    What is printed and what is not takes the same room, so that pupils' and teachers' pages break alike.

    Args:
        context: of the document.
        room: how much and of which kind.
        answers: the model answer.
    """
    style = context.style("answer")
    pitch = pitch_of(context)
    measure = context.measure - room.inset
    text = "; ".join(context.plain(each) for each in answers)
    label = _printed(context, answers, measure, pitch)
    taken = len(context.measurer.label(label)) if text else 0
    close = taken > room.lines + _MORE and style.size < pitch // 2  # two lines of type to a ruled one
    needed = -(-taken // 2) if close else taken
    count = max(room.lines, needed)
    height = context.areas.height
    most = max(_LEAST, min(height * 3 // 4, height - room.above) // pitch)
    most = max(most, room.lines) if room.counted else most
    if not count or needed > most:
        below = (Paragraph(style, _joined(context, answers)),) if room.shown and text else ()
        return (Lines(count, pitch, context.style("question")), *below) if count else below
    whole = max(-(-count // -(-count // most)), needed)  # in equal parts: two lines alone would be no room
    drawing = _drawn(context, (measure, pitch, whole), boxed=room.boxed)
    alt = ""
    if room.shown and text:
        label = _printed(context, answers, measure, pitch // 2) if close else label
        drawing = Drawing(drawing.width, drawing.height, drawing.shapes, (label,))
        alt = f"{context.labels.text('answer')}: {text}"
    rest = (Lines(count - whole, pitch, context.style("question")),) if count > whole else ()
    return (Figure(drawing, alt, ruled_style(context)), *rest)


def ruled_style(context: Context) -> Style:
    """The style of a figure of ruled lines: close to what is asked, apart from the next question."""
    return context.varied("figure", "lines", space_before=0, space_after=_AFTER)


def pitch_of(context: Context) -> int:
    """From ruled line to ruled line, mpt: room for a hand, and for type that is larger than one."""
    return max(RULED, context.style("answer").leading * 3 // 2)


def _printed(context: Context, answers: Sequence[Markdown], measure: int, leading: int) -> Label:
    """The answer as it stands on lines so far apart."""
    style = context.varied("answer", f"at-{leading}", hang=0, first_indent=0, leading=leading, align="left")
    return Label(0, leading - _ABOVE, _joined(context, answers), style, measure)


def _drawn(context: Context, size: tuple[int, int, int], *, boxed: bool) -> Drawing:
    """Draw the lines, or the box in their place."""
    measure, pitch, count = size
    ink = context.colour("rule")
    if boxed:
        box = rounded((250, _INSIDE, measure - 500, pitch * count - _INSIDE), 3000, stroke=ink)
        return Drawing(measure, pitch * count, (box,))
    rows = [(0, (row + 1) * pitch - 250, measure, (row + 1) * pitch - 250) for row in range(count)]
    return Drawing(measure, pitch * count, lines(rows, ink, 400))


def _joined(context: Context, answers: Sequence[Markdown]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for each in answers:
        if made:
            made.append(Text("; "))
        made.extend(context.line(each))
    return tuple(made)


def blanks(
    context: Context, prompt: Sequence[Inline], answers: Sequence[str], *, shown: bool = False
) -> tuple[Inline, ...]:
    """Rule the blanks of a prompt, and write the answers on them if they are to be shown.

    Every blank is of the same length, that of the longest answer, so that its length gives nothing away.
    """
    style = context.style("question")
    longest = max((context.width(text, style, key_look(context)) for text in answers), default=0)
    most = (context.measure - style.hang) * _MOST // 1000
    wide = min(max(_SHORTEST, longest * _HAND // 1000), most)
    made: list[Inline] = []
    found = 0
    for inline in prompt:
        if not isinstance(inline, Text) or not _BLANK.search(inline.text):
            made.append(inline)
            continue
        parts = _BLANK.split(inline.text)
        for index, part in enumerate(parts):
            if index:
                text = answers[min(found, len(answers) - 1)] if shown and answers else ""
                made.append(blank(context, wide, text))
                found += 1
            if part:
                made.append(Text(part, inline.look, inline.link, inline.language, inline.span))
    return tuple(made)


def blank(context: Context, wide: int, text: str = "") -> Blank:
    """Rule a blank `wide` mpt long, with an answer on it if one is given."""
    return Blank(wide, f"[{context.labels.text('blank')}]", text, key_look(context) if text else PLAIN)
