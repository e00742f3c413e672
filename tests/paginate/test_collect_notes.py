"""A footnote, its number leading back to its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import HEADING
from tests.paginate.stacks import LABELS, PLAIN, paragraph, piece

from guidepress.base.record import replace
from guidepress.document.blocks import Heading, Note, Paragraph, Spacer
from guidepress.document.inlines import LinkTo, Look, Text
from guidepress.paginate.collect_notes import collect_note
from guidepress.paginate.pieces import AnchorMark, Space
from guidepress.paginate.place import CollectingPlace
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block
    from guidepress.paginate.pieces import Footnote, Piece


def noted(*blocks: Block) -> tuple[Footnote, list[Block], list[CollectingPlace], Tree]:
    """Collect a note; what was to be collected for it, and where."""
    asked: list[Block] = []
    places: list[CollectingPlace] = []

    def collect(given: Iterable[Block], place: CollectingPlace) -> tuple[Piece, ...]:
        asked.extend(given)
        places.append(place)
        return tuple(piece(each) if isinstance(each, Paragraph) else Space(1) for each in asked)

    tree = Tree("en")
    mark = tree.add("P", 0)
    entry = collect_note(Note("n", 7, blocks), CollectingPlace(0, 90_000, mark), tree, LABELS, collect)
    return entry, asked, places, tree


def test_a_note_is_an_element_of_its_mark() -> None:
    entry, _, places, tree = noted(paragraph(1))
    assert [(node.role, node.parent, node.identifier) for node in tree.nodes[2:]] == [("Note", 1, "note-n")]
    assert places == [CollectingPlace(0, 90_000, 2)]
    assert (entry.name, entry.number, entry.pieces[0]) == ("n", 7, AnchorMark("note-n"))


def test_its_number_leads_back_to_the_mark() -> None:
    _, (first, second), _, _ = noted(paragraph(1), paragraph(1, PLAIN))
    back = LinkTo("#noteref-n", LABELS.text("footnote", n=7))
    assert first == replace(paragraph(1), marker=(Text("7", Look(superior=True), back),))
    assert second == paragraph(1)


def test_a_heading_in_a_note_is_none() -> None:
    title = Paragraph(HEADING, (Text("A"),), heading=Heading(2, "A"))
    _, (first,), _, _ = noted(title)
    assert isinstance(first, Paragraph)
    assert first.heading is None


def test_a_note_that_begins_without_text_has_no_number() -> None:
    assert noted(Spacer(1), paragraph(1))[1] == [Spacer(1), paragraph(1)]
    assert noted()[0].pieces == (AnchorMark("note-n"),)
