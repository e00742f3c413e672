"""In: a footnote and the element of its mark. Out: its pieces, its element right after the mark in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import LinkTo, Look, Text
from guidepress.paginate.pieces import AnchorMark, Footnote

if TYPE_CHECKING:
    from guidepress.document.blocks import Block, Note
    from guidepress.labels import Labels
    from guidepress.paginate.place import Collect, CollectingPlace
    from guidepress.paginate.tree import Tree

__all__ = ["collect_note"]


def collect_note(
    note: Note, place: CollectingPlace, tree: Tree, labels: Labels, collect: Collect
) -> Footnote:
    """Collect a note, its number in its first paragraph leading back to the mark.

    Args:
        note: as composed.
        place: the column of notes, inside the element that holds the mark.
        tree: takes the note's elements.
        labels: what the number is read out as.
        collect: makes the pieces of blocks.
    """
    element = tree.add("Note", place.parent, identifier=f"note-{note.name}")
    back = LinkTo(f"#noteref-{note.name}", labels.text("footnote", n=note.number))
    mark = (Text(str(note.number), Look(superior=True), back),)
    blocks: list[Block] = list(note.blocks)
    if blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = replace(blocks[0], marker=mark, heading=None)
    pieces = collect(blocks, place.into(element))
    return Footnote(note.name, note.number, (AnchorMark(f"note-{note.name}"), *pieces))
