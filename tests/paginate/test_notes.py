"""Footnotes stand on the page of their marks, in order, and lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import (
    BODY,
    FIRST_LINE,
    NOTE,
    document,
    layout_of,
    lines,
    links,
    roles,
    said,
    section,
    spots,
    words,
)

from guidepress.document.blocks import Note, Paragraph
from guidepress.document.inlines import NoteMark, Text
from guidepress.page.items import Anchor
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts


def marked(text: str, number: int) -> Paragraph:
    return Paragraph(BODY, (Text(text), NoteMark(f"n{number}", number)))


def note(number: int, count: int) -> Note:
    return Note(f"n{number}", number, (Paragraph(NOTE, (Text(f"note{number} {words(count)}"),)),))


def anchors(page: Page) -> dict[str, int]:
    return {item.name: item.y for frame in page.frames for item in frame.items if isinstance(item, Anchor)}


def test_a_note_stands_at_the_foot_of_its_page(fonts: Fonts) -> None:
    blocks = (*lines("a"), marked("b", 1), *lines(*"cdefghijklmn"))
    book = paginate(document(section(*blocks), notes=(note(1, 3),)), layout_of(lines=10), fonts)
    first = spots(book.pages[0])
    # 140 of room, 14 for the rule and 10 for a line of the note leave 116: eight lines of 14
    assert [spot.text for spot in first[:9]] == ["a", "b", "1", *"cdefgh"]
    assert first[-1].text.startswith("note1")
    # the note's line ends at the foot: 30 + 140 - 10, then (10 - 8) / 2 and 77 % of 8
    assert first[-1].y == 170_000 - 10_000 + 1_000 + 6_160
    assert "note1" not in said(book.pages[1])


def test_a_note_that_only_a_note_marks_stands_below_those_of_the_line(fonts: Fonts) -> None:
    """The first note marks the third and, once more, the second; the text marks the first two."""
    first = Note("n1", 1, (Paragraph(NOTE, (Text("note1"), NoteMark("n3", 3), NoteMark("n2", 2))),))
    text = Paragraph(BODY, (Text("a"), NoteMark("n1", 1), NoteMark("n2", 2)))
    notes = (first, note(2, 1), note(3, 1))
    (page,) = paginate(document(section(text), notes=notes), layout_of(), fonts).pages
    texts = [spot.text for spot in spots(page)]
    assert [each for each in texts if each.startswith("note")] == ["note1", "note2 marley", "note3 marley"]
    found = anchors(page)
    assert found["note-n1"] < found["note-n2"] < found["note-n3"]
    assert "noteref-n3" in found


def test_marks_and_notes_lead_to_each_other(fonts: Fonts) -> None:
    book = paginate(document(section(marked("a", 1)), notes=(note(1, 3),)), layout_of(), fonts)
    assert links(book.pages[0]) == ["#note-n1", "#noteref-n1"]
    found = anchors(book.pages[0])
    assert found["noteref-n1"] < found["note-n1"]


def test_a_note_is_an_element_at_its_mark(fonts: Fonts) -> None:
    book = paginate(document(section(marked("a", 1)), notes=(note(1, 3),)), layout_of(), fonts)
    assert roles(book)[2:] == [
        "Document/Sect/P",
        "Document/Sect/P/Reference",
        "Document/Sect/P/Reference/Link",
        "Document/Sect/P/Note",
        "Document/Sect/P/Note/Lbl",
        "Document/Sect/P/Note/P",
        "Document/Sect/P/Note/Lbl/Link",
    ]
    assert [node.identifier for node in book.tree if node.role == "Note"] == ["note-n1"]


def test_notes_keep_their_order_and_their_pages(fonts: Fonts) -> None:
    blocks = [marked(f"line{number}", number) for number in range(1, 20)]
    notes = tuple(note(number, 4) for number in range(1, 20))
    book = paginate(document(section(*blocks), notes=notes), layout_of(lines=10), fonts)
    for page in book.pages:
        text = said(page)
        for number in range(1, 20):
            assert (f"line{number} " in text) == (f"note{number} " in text)


def test_a_long_note_goes_on_on_the_next_page(fonts: Fonts) -> None:
    blocks = (*lines(*"abcdef"), marked("g", 1), *lines(*"hijklmnop"))
    book = paginate(document(section(*blocks), notes=(note(1, 120),)), layout_of(lines=10), fonts)
    with_mark = next(page for page in book.pages if "note1" in said(page))
    assert " g " in f" {said(with_mark)} "
    text = " ".join(spot.text for page in book.pages for spot in spots(page) if spot.size == NOTE.size)
    assert text.replace("\u00ad ", "") == f"1 note1 {words(120)}"
    height = 30_000 + 140_000
    assert all(spot.y <= height for page in book.pages for spot in spots(page))


def test_a_mark_at_the_very_foot_takes_its_line_along(fonts: Fonts) -> None:
    blocks = (*lines(*"abcdefghi"), marked("j", 1))
    book = paginate(document(section(*blocks), notes=(note(1, 3),)), layout_of(lines=10), fonts)
    assert "j" not in said(book.pages[0])
    assert spots(book.pages[1])[0].y == FIRST_LINE
    assert "note1" in said(book.pages[1])
