"""In: a page of an open PDF. Out: its ink: every mark that its content leaves, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.bind.leaves import upright
from guidepress.cos import Malformed, Stream
from guidepress.cos.pages import LETTER, box_of
from guidepress.press.ink import colouring, painting, placing, showing
from guidepress.press.ink.canvas import Canvas, DrawingState, TooMuch
from guidepress.press.ink.places import box_through

if TYPE_CHECKING:
    from guidepress.bind.leaves import Leaf
    from guidepress.cos import File
    from guidepress.cos.pages import Box
    from guidepress.press.ink.canvas import Budget, Handler, Shelf
    from guidepress.press.ink.marks import Mark

__all__ = ["PageInk", "ink_of"]

_OPERATORS: dict[bytes, Handler] = {
    **painting.OPERATORS,
    **colouring.OPERATORS,
    **showing.OPERATORS,
    **placing.OPERATORS,
}


@record
class PageInk:
    """What a page shows. Places are points, from the lower left corner of its trim as it is looked at.

    Attributes:
        marks: in the order of painting.
        media: its media box.
        features: what else was met: "layers", "PostScript", "transfer function", "group DeviceRGB" …
        notes: what could not be read and was passed over, a clause each.
        unfinished: why the page was not read to its end; "".
    """

    marks: tuple[Mark, ...]
    media: Box
    features: frozenset[str]
    notes: tuple[str, ...]
    unfinished: str = ""


def ink_of(file: File, leaf: Leaf, shelf: Shelf, budget: Budget) -> PageInk:
    """Read a page.

    Args:
        file: which holds it.
        leaf: the page with its boxes.
        shelf: the file's fonts.
        budget: the work that is left; a page that asks for more is read as far as that goes.
    """
    matrix = upright(leaf)
    media = box_through(matrix, box_of(file, leaf.page, "MediaBox") or LETTER)
    canvas = Canvas(file, shelf, budget, _OPERATORS)
    canvas.base = matrix
    canvas.state = DrawingState(matrix, media)
    budget.turn()
    unfinished = ""
    try:
        canvas.resources = file.dictionary(leaf.page.entries.get("Resources"))
        placing.note_group(canvas, leaf.page.entries)
        canvas.run(_content(canvas, leaf), canvas.resources)
    except TooMuch as problem:
        unfinished = str(problem)
    except (Malformed, RecursionError) as problem:
        canvas.note(str(problem) or "its objects lie too deep inside one another")
    return PageInk(tuple(canvas.marks), media, frozenset(canvas.features), tuple(canvas.notes), unfinished)


def _content(canvas: Canvas, leaf: Leaf) -> bytes:
    """All of a page's content; a part that cannot be read is passed over and said."""
    file = canvas.file
    parts: list[bytes] = []
    for each in file.array(leaf.page.entries.get("Contents")):
        part = file.get(each)
        if not isinstance(part, Stream):
            continue
        try:
            parts.append(file.content(part))
        except Malformed as problem:
            canvas.note(f"a part of its content cannot be read: {problem}")
    return b"\n".join(parts)
