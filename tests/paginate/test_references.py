"""Page references, page counts and the cover say the truth; what cannot settle is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import (
    BODY,
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
from guidepress.document.blocks import Break, Drawing, Group, Label, Paragraph
from guidepress.document.inlines import Leader, LinkTo, PageCount, PageRef, ReadingTime, Text
from guidepress.labels import Labels
from guidepress.page.items import Shape
from guidepress.paginate import paginate
from guidepress.paginate.resolve import Resolved, held

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
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


def test_a_reference_in_a_note_beside_and_in_a_cell_is_true(fonts: Fonts) -> None:
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
    book = paginate(made, layout_of(), fonts)
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


def test_what_still_moves_after_six_rounds_stands_in_a_list_even_after_its_like() -> None:
    labels = Labels.for_language("en")
    before = Resolved({"one": "9", "two": "9"}, 20, "", {})
    after = Resolved({"one": "9", "two": "10"}, 20, "", {})
    second = PageRef("two", after=("one",))
    assert before.text(second, labels) == ""
    moved = held(after, before, 5)
    assert (moved.text(second, labels), moved.widths) == ("", {"two": 2})
    assert held(after, before, 6).text(second, labels) == "\u20079"


def test_eight_rounds_at_most(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    folios = iter(range(100))
    monkeypatch.setattr("guidepress.paginate.sheets.folio", lambda _number, _numbering: str(next(folios)))
    text = Paragraph(BODY, (PageRef("here"),), anchor="here")
    with pytest.raises(FaultsFound) as caught:
        paginate(document(section(text)), layout_of(), fonts)
    (fault,) = caught.value.diagnostics
    assert fault.code == "references-move"
    assert fault.message == "The page of #here does not settle: it is 6 in one round and 7 in the next."
