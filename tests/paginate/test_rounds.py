"""Page references, page counts and the cover say the truth; what cannot settle is named."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import (
    BODY,
    NOTE,
    document,
    heading,
    layout_of,
    lines,
    links,
    para,
    roles,
    said,
    section,
    words,
)

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.document.blocks import (
    Break,
    Cell,
    Columns,
    Drawing,
    Figure,
    Group,
    Label,
    MarginNote,
    Note,
    Paragraph,
    Row,
    Table,
)
from guidepress.document.inlines import Leader, LinkTo, NoteMark, PageCount, PageRef, ReadingTime, Text
from guidepress.page.items import Shape
from guidepress.paginate import paginate
from guidepress.paginate.flow import flow

if TYPE_CHECKING:
    from guidepress.document.blocks import Block, Document
    from guidepress.layout.model import Layout
    from guidepress.paginate.pieces import Strand
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Fonts


def entry(title: str, anchor: str) -> Paragraph:
    link = LinkTo(f"#{anchor}", f"Go to {title}")
    return Paragraph(BODY, (Text(title, link=link), Leader(), PageRef(anchor, link=link)), role="TOCI")


def test_contents_say_the_true_pages(fonts: Fonts) -> None:
    contents = section(Group((entry("Two", "two"), entry("Three", "three")), role="TOC"), title="Contents")
    two = section(heading("Two", anchor="two"), para(700), title="Two")
    three = section(heading("Three", anchor="three"), title="Three")
    book = paginate(document(contents, two, three), layout_of(), fonts)
    assert said(book.pages[0]) == f"Two 2 Three {len(book.pages)}"
    assert links(book.pages[0]) == ["#two", "#two", "#three", "#three"]
    assert roles(book)[2:6] == [
        "Document/Sect/TOC",
        "Document/Sect/TOC/TOCI",
        "Document/Sect/TOC/TOCI/Reference",
        "Document/Sect/TOC/TOCI/Reference/Link",
    ]


def test_a_reference_in_the_text_is_true(fonts: Fonts) -> None:
    text = Paragraph(BODY, (Text("see page "), PageRef("end")))
    book = paginate(document(section(text, para(900), heading("End", anchor="end"))), layout_of(), fonts)
    assert said(book.pages[0]).startswith(f"see page {len(book.pages)}")


def test_a_reference_to_nowhere_prints_a_question_mark(fonts: Fonts) -> None:
    book = paginate(document(section(Paragraph(BODY, (PageRef("nowhere"),)))), layout_of(), fonts)
    assert said(book.pages[0]) == "?"


def test_the_cover_is_not_counted_and_says_the_count(fonts: Fonts) -> None:
    shape = Shape((("r", (0, 0, 1000, 1000)),), fill=None)
    labels = (
        Label(20_000, 50_000, (Text("The Title"),), BODY, 200_000, role="H1"),
        Label(20_000, 90_000, (PageCount(noun=True), Text(" · "), ReadingTime()), BODY, 200_000, role="P"),
    )
    made = replace(document(section(para(900))), cover=Drawing(240_000, 340_000, (shape,), labels))
    book = paginate(made, replace(layout_of(), reading_time="pages"), fonts)
    assert book.pages[0].cover
    assert book.pages[0].label == "Cover"
    assert [page.label for page in book.pages[1:]] == [str(number) for number in range(1, len(book.pages))]
    assert book.page_count == len(book.pages) - 1
    assert said(book.pages[0]) == f"The Title {book.page_count} pages · {2 * book.page_count} minutes read"
    assert roles(book)[1:4] == ["Document/Sect", "Document/Sect/H1", "Document/Sect/P"]


def test_references_that_never_settle_are_named(fonts: Fonts) -> None:
    # While the mark is on page 1 its reference is short and all fits; once it says "1", a line more is
    # needed only if the anchor is there: the page's last line holds the anchor if the reference is narrow.
    first = Paragraph(BODY, (PageRef("here"), Text(" "), Text(words(7))))
    blocks: tuple[Block, ...] = (first, Break("page"), *lines("a"))
    book = paginate(
        document(section(*blocks, Paragraph(BODY, (Text("b"),), anchor="here"))), layout_of(), fonts
    )
    assert said(book.pages[0]).startswith("2")


@pytest.mark.parametrize(("count", "filling"), [(66, 15), (74, 15), (83, 14), (92, 14)])
def test_a_reference_that_moves_what_it_refers_to_is_held_to_one_width(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch, count: int, filling: int
) -> None:
    # "10" is wider than "11": so many of them need a line more, which pushes the anchor from page 10 to page 11,
    # where they say "11", need a line less, and let it back.
    early: list[Block] = [block for _ in range(9) for block in (Paragraph(BODY, (Text("a"),)), Break("page"))]
    refs = Paragraph(BODY, (PageRef("here"), Text(" ")) * count)
    last = Paragraph(BODY, (Text("c"),), anchor="here")
    made = document(section(*early, refs, *lines(*["b"] * filling), last))
    with monkeypatch.context() as free:
        free.setattr("guidepress.paginate.resolve._FREE_ROUNDS", 99)
        with pytest.raises(FaultsFound):
            paginate(made, layout_of(), fonts)
    pages = [said(page) for page in paginate(made, layout_of(), fonts).pages]
    (place,) = [number for number, page in enumerate(pages, 1) if page.split()[-1] == "c"]
    assert pages[9].split()[:count] == [str(place)] * count


def test_eight_rounds_at_most(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    folios = iter(range(100))
    monkeypatch.setattr(
        "guidepress.paginate.planned_pages.folio", lambda _number, _numbering: str(next(folios))
    )
    text = Paragraph(BODY, (PageRef("here"),), anchor="here")
    with pytest.raises(FaultsFound) as caught:
        paginate(document(section(text)), layout_of(), fonts)
    (fault,) = caught.value.diagnostics
    assert fault.code == "references-move"
    assert fault.message == "The page of #here does not settle: it is 6 in one round and 7 in the next."


def pages(made: Document, fonts: Fonts, layout: Layout | None = None) -> list[str]:
    return [said(page) for page in paginate(made, layout or layout_of(), fonts).pages]


REFERENCE = Paragraph(NOTE, (Text("see "), PageRef("end")))
END = (Break("page"), Paragraph(BODY, (Text("end"),), anchor="end"))


def test_a_reference_is_true_in_a_cell_a_margin_and_columns(fonts: Fonts) -> None:
    table = Table((1000,), (Row((Cell((REFERENCE,)),)),), (Row((Cell((REFERENCE,)),)),), NOTE)
    beside = MarginNote((REFERENCE,))
    columns = Columns((REFERENCE, REFERENCE), 2, 10_000)
    made = document(section(table, beside, *lines("a"), columns, *END))
    assert pages(made, fonts, layout_of(margin=60_000)) == ["see 2 see 2 see 2 a see 2 see 2", "end"]


def test_a_reference_is_true_in_a_footnote_and_a_repeated_head(fonts: Fonts) -> None:
    marked = Paragraph(BODY, (Text("a"), NoteMark("n", 1)))
    made = document(section(marked, *END), notes=(Note("n", 1, (REFERENCE,)),))
    assert pages(made, fonts)[0] == "a 1 1 see 2"


def test_an_anchor_is_found_in_margins_cells_and_notes(fonts: Fonts) -> None:
    anchored = Paragraph(NOTE, (Text("x"),), anchor="end")
    table = Table((1000,), (), (Row((Cell((anchored,)),)),), NOTE)
    for last in (MarginNote((anchored,)), table):
        made = document(section(REFERENCE, Break("page"), last, *lines("b")))
        assert pages(made, fonts, layout_of(margin=60_000))[0] == "see 2"


def test_of_two_places_of_a_name_the_first_counts(fonts: Fonts) -> None:
    one, two = (Paragraph(BODY, (Text(text),), anchor="end") for text in "ab")
    assert pages(document(section(REFERENCE, one, Break("page"), two)), fonts) == ["see 1 a", "b"]


def test_reading_time_is_rounded_or_exact(fonts: Fonts) -> None:
    made = replace(document(section(Paragraph(BODY, (ReadingTime(),)))), minutes=7)
    layout = layout_of()
    assert pages(made, fonts, layout) == ["7 minutes read"]
    assert pages(made, fonts, replace(layout, reading_time="exact")) == ["7 min"]
    assert pages(made, fonts, replace(layout, reading_time="pages")) == ["2 minutes read"]


def test_a_count_that_does_not_settle_is_named(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter(range(1, 100))
    monkeypatch.setattr(
        import_module("guidepress.paginate.paginate"),
        "time_of",
        lambda *_: lambda _pages: f"{next(counts)} minutes read",
    )
    with pytest.raises(FaultsFound) as caught:
        paginate(document(section(Paragraph(BODY, (ReadingTime(),)))), layout_of(), fonts)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.message) == (
        "references-move",
        "The page count does not settle: 1 pages in one round, 1 in the next.",
    )


def test_a_round_that_moves_nothing_flows_nothing(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    flowed: list[object] = []

    def counted(strand: Strand, *given: object) -> tuple[Plan, ...]:
        flowed.append(strand.section.title)
        return flow(strand, *given)  # type: ignore[arg-type]

    monkeypatch.setattr("guidepress.paginate.flowing.flow", counted)
    made = document(
        section(REFERENCE, *lines("a")), section(Paragraph(BODY, (Text("b"),), anchor="end"), title="Two")
    )
    assert pages(made, fonts) == ["see 2 a", "b"]
    # Only what refers to something is set again.
    assert flowed == ["One", "Two", "One"]


def test_what_is_higher_than_a_page_is_said_once(fonts: Fonts) -> None:
    figure = Figure(Drawing(10_000, 300_000, ()), "", BODY)
    book = paginate(document(section(*lines("a"), figure, *lines("b"))), layout_of(), fonts)
    (found,) = book.diagnostics
    assert (found.severity, found.code) == ("warning", "too-high")
    assert found.message == "A block on page 2 is higher than the page."
    assert found.hint == "Shorten it, or give it a larger page."


@pytest.mark.parametrize("columns", [1, 2])
def test_what_is_higher_than_a_page_is_said_where_nothing_follows_it(fonts: Fonts, columns: int) -> None:
    figure = Figure(Drawing(10_000, 300_000, ()), "", BODY)
    book = paginate(document(section(*lines("a"), Columns((figure,), columns, 10_000))), layout_of(), fonts)
    assert [found.message for found in book.diagnostics] == ["A block on page 2 is higher than the page."]


def test_what_fills_a_page_to_the_last_point_is_not_too_high(fonts: Fonts) -> None:
    figure = Figure(Drawing(10_000, 280_000, ()), "", BODY)
    assert paginate(document(section(figure)), layout_of(), fonts).diagnostics == ()


def test_a_row_that_was_cut_is_said_where_it_begins(fonts: Fonts) -> None:
    table = Table((1000,), (), (Row((Cell((para(900),)),)),), NOTE)
    book = paginate(document(section(*lines("a"), table)), layout_of(), fonts)
    assert len(book.pages) > 2
    (found,) = book.diagnostics
    assert (found.code, found.message) == (
        "row-cut",
        "Page 1: A table row is higher than a page and was cut between two lines.",
    )
