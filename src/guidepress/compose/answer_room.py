"""In: an answer, and whether it is to be seen. Out: the room it takes, which is the same for pupils and for teachers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.compose.document import Drawing, Figure, Label, Lines
from guidepress.compose.inlines import Look, Text
from guidepress.compose.measure import broken, width
from guidepress.compose.shapes import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Markdown

__all__ = ["RULED", "blanks", "key_look", "ruled_room"]

RULED = parse_length("9mm")
"""From ruled line to ruled line: older pupils write on 8 to 9 mm."""

_WHOLE = 20
"""So many lines are one drawing, which never parts; the others may go over the end of a page."""

_MORE = 3
"""So many lines more than asked for rather than an answer set close."""

_ABOVE = 3000  # mpt from a printed answer's baseline up from its line
_AFTER = 12_000  # mpt below the last line, so that the next question stands apart
_SAFE = 1020  # per mille: widths are estimates, and an answer must not need a line that is not there

_BLANK = re.compile("_{2,}")
_SHORTEST = 9  # underscores: room for a short word in a large hand
_HAND = 1500  # per mille: handwriting takes half as much room again as type


def key_look(context: Context) -> Look:
    """How answers look in a teacher's copy: in their colour, and bold, since a copier has no colours."""
    return Look(strong=True, colour=context.colour("key"))


def ruled_room(
    context: Context, count: int, answers: Sequence[Markdown] = (), *, shown: bool = False, inset: int = 0
) -> tuple[Block, ...]:
    """Rule lines to write on, as many as the answer needs at least; print the answer on them if it is to be shown.

    Args:
        context: of the document.
        count: lines wanted, `RULED` apart.
        answers: the model answer; both copies make room for it.
        shown: print it.
        inset: how much narrower than the column the room is, mpt.
    """
    style = context.varied("answer", "ruled", hang=0, first_indent=0, leading=RULED // 2, align="left")
    measure = context.measure - inset
    text = "; ".join(context.plain(each) for each in answers)
    taken = len(broken(text, style.size * _SAFE // 1000, measure, style.font)) if text else 0
    close = taken > count + _MORE  # at two lines of type to a ruled one; else one on each
    count = max(count, -(-taken // 2) if close else taken)
    if not count:
        return ()
    whole = min(count, max(_WHOLE, -(-taken // 2)))
    rules = lines(
        [(0, (row + 1) * RULED - 250, measure, (row + 1) * RULED - 250) for row in range(whole)],
        context.colour("rule"),
        400,
    )
    labels: tuple[Label, ...] = ()
    if shown and text:
        if not close:
            style = context.varied("answer", "on-lines", hang=0, first_indent=0, leading=RULED, align="left")
        first = (RULED // 2 if close else RULED) - _ABOVE
        labels = (Label(0, first, _joined(context, answers), style, measure),)
    alt = f"{context.labels.text('answer')}: {text}" if labels else ""
    figure = context.varied("figure", "lines", space_before=0, space_after=_AFTER)
    made: list[Block] = [Figure(Drawing(measure, whole * RULED, rules, labels), alt, figure)]
    if count > whole:
        made.append(Lines(count - whole, RULED, context.style("question")))
    return tuple(made)


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
    """Size the blanks of a prompt for their answers, and write these into them if they are to be shown.

    Every blank is of the same length, that of the longest answer, so that its length gives nothing away.
    """
    style = context.style("question")
    rule = width("_", style.size, style.font)
    longest = max((width(text, style.size, style.font) for text in answers), default=0)
    count = max(_SHORTEST, -(-longest * _HAND // 1000 // rule))
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
                made.extend(_blank(context, text, count, rule))
                found += 1
            if part:
                made.append(Text(part, inline.look, inline.link, inline.language, inline.span))
    return tuple(made)


def _blank(context: Context, text: str, count: int, rule: int) -> tuple[Text, ...]:
    """Draw a blank of `count` underscores, an answer in the middle of it."""
    if not text:
        return (Text("_" * count),)
    style = context.style("question")
    left = max(2, count - width(text, style.size, style.font) // rule)
    word = text.replace(" ", "\u00a0")
    return (Text("_" * (left // 2)), Text(word, key_look(context)), Text("_" * (left - left // 2)))
