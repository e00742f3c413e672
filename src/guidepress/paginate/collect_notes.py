"""In: a footnote and where its mark stands. Out: its pieces and its element, right after the mark in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import LinkTo, Look, Text
from guidepress.paginate.pieces import Entry, Name

if TYPE_CHECKING:
    from guidepress.document.blocks import Note
    from guidepress.paginate.collect import Collector

__all__ = ["collect_note"]


def collect_note(note: Note, tag: int, collector: Collector) -> Entry:
    """Collect a note, its number in its first paragraph leading back to the mark.

    Args:
        note: as composed.
        tag: element that holds the mark.
        collector: the walk, whose tree and areas it takes.
    """
    element = collector.tree.add("Note", tag, identifier=f"note-{note.name}")
    back = LinkTo(f"#noteref-{note.name}", collector.labels.text("footnote", n=note.number))
    mark = (Text(str(note.number), Look(superior=True), back),)
    blocks = list(note.blocks)
    if blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = replace(blocks[0], marker=mark, heading=None)
    made = collector.apart(blocks, element, 0, collector.areas.measure)
    return Entry(note.name, note.number, (Name(f"note-{note.name}"), *made))
