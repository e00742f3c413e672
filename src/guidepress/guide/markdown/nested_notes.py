"""In: the footnotes of a field. Out: a fault for each that leads back to itself, or stands too deep inside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.limits import NOTE_DEPTH
from guidepress.guide.markdown.tree import MdNote
from guidepress.guide.markdown.walk import inlines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.guide.markdown.tree import MdFootnote
    from guidepress.guide.model import Markdown

__all__ = ["nested_too_deep"]


def nested_too_deep(field: Markdown, notes: Iterable[MdFootnote]) -> Iterator[Diagnostic]:
    """Follow the marks inside footnotes.

    Args:
        field: which holds them, for places.
        notes: its footnotes.

    Yields:
        A fault at each mark that closes a circle, and at each behind which more notes follow than `NOTE_DEPTH` allows.
    """
    marks = {
        note.name: [inline for inline in inlines_of(note.blocks) if isinstance(inline, MdNote)]
        for note in notes
    }
    depths: dict[str, int] = {}  # notes that a note holds inside one another, itself among them
    for name, own in marks.items():
        path = [(name, iter(own))] if name not in depths else []
        open_ = {name}
        while path:
            here, rest = path[-1]
            mark = next(rest, None)
            if mark is None:
                inner = [depths.get(each.name, 0) for each in marks[here]]
                depths[here] = 1 + max(inner, default=0)
                if depths[here] == NOTE_DEPTH + 1:
                    deepest = marks[here][inner.index(NOTE_DEPTH)]
                    message = f"More than {NOTE_DEPTH} footnotes stand inside one another here."
                    hint = "Put some of this into the text."
                    yield Diagnostic("error", "notes-too-deep", message, hint, field.at(deepest.offset))
                open_.discard(here)
                path.pop()
            elif mark.name in open_:
                names = [each for each, _ in path]
                circle = " cites ".join(
                    f"[^{each}]" for each in (*names[names.index(mark.name) :], mark.name)
                )
                message = f"These footnotes cite each other in a circle: {circle}."
                hint = "Take this mark out of the note, or let it mark another."
                yield Diagnostic("error", "note-circle", message, hint, field.at(mark.offset))
            elif mark.name in marks and mark.name not in depths:
                open_.add(mark.name)
                path.append((mark.name, iter(marks[mark.name])))
