"""A sampler is the full book with true numbers, and holds nothing of what it does not let read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

import pypdf
import pypdfium2
import pytest
from tests.groups import together
from tests.stock import Stock, stock_book, stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.build import make_book
from guidepress.compose.sections.contents import entries
from guidepress.labels import Labels
from guidepress.layout import load_layout
from guidepress.page.items import Anchor, Frame, Link, Run
from guidepress.pdf import write_pdf
from guidepress.sample import sampled
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Section
    from guidepress.layout import Layout
    from guidepress.page.book import Book, Page

GUIDES = ["a-christmas-carol", "macbeth", "don-quijote"]


pytestmark = together("sampler")


class Pair(NamedTuple):
    """A sampler, with the bytes of its file, and the full book that it is cut from."""

    layout: Layout
    full: Stock
    sampler: Stock
    pdf: bytes


@pytest.fixture(scope="module", params=GUIDES)
def pair(request: pytest.FixtureRequest) -> Pair:
    layout, sampler = stock_layout("sampler", "letter"), stock_book(request.param, "sampler")
    pdf = write_pdf(sampler.book, layout.standards)
    return Pair(layout, stock_book(request.param, "study-guide"), sampler, pdf)


def items(frames: Iterable[Frame]) -> Iterator[object]:
    for frame in frames:
        for item in frame.items:
            if isinstance(item, Frame):
                yield from items((item,))
            else:
                yield item


def set_in(page: Page) -> list[tuple[int, int, int, str]]:
    """What is set on a page: place, size and text of each run."""
    runs = [item for item in items(page.frames) if isinstance(item, Run)]
    return [(run.x, run.y, run.size, " ".join(word.text for word in run.words)) for run in runs]


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.replace("\u00ad", "").casefold()))


def said(book: Book, elements: set[int]) -> set[str]:
    """The words of some elements: runs of one line are joined as they stand."""
    found: list[str] = []

    def walk(frame: Frame, around: int) -> None:
        own = frame.tag if frame.tag != -3 else around
        if own in elements:
            found.append(
                " ".join(word.text for item in frame.items if isinstance(item, Run) for word in item.words)
            )
        for item in frame.items:
            if isinstance(item, Frame):
                walk(item, own)

    for page in book.pages:
        for frame in page.frames:
            walk(frame, -1)
    return words_of(" ".join(found))


def locked_words(pair: Pair) -> set[str]:
    """Words that stand in locked sections of the full book and nowhere in what may be read."""
    book, document = pair.full.book, pair.full.document
    tops: list[int] = []
    for index, node in enumerate(book.tree):
        tops.append(index if node.parent <= 0 else tops[node.parent])
    children = [index for index, node in enumerate(book.tree) if node.parent == 0]
    sections = children[len(children) - len(document.sections) :]
    kinds = dict(zip(sections, document.sections, strict=True))
    locked = {top for top in sections if kinds[top].kind not in pair.layout.sampler.open}
    unit = {
        next(i for i, node in enumerate(book.tree) if node.role == "Sect" and _is_units(kinds, node.parent))
    }
    for index, node in enumerate(book.tree):
        if node.parent in unit:
            unit.add(index)
    hidden = {index for index in range(len(book.tree)) if tops[index] in locked} - unit
    free = said(book, set(range(len(book.tree))) - hidden)
    headings = words_of(" ".join(title for s in document.sections for _, title, _ in entries(s.blocks)))
    heads = words_of(" ".join(section.title for section in document.sections) + f" {book.metadata.title}")
    strip = words_of(Labels.for_language(book.metadata.language).count("unlock", book.page_count))
    return said(book, hidden) - free - headings - heads - strip


def _is_units(kinds: dict[int, Section], element: int) -> bool:
    return element in kinds and kinds[element].kind == "units"


def test_no_locked_word_can_be_taken_out_of_the_file(pair: Pair) -> None:
    locked = {word for word in locked_words(pair) if not word.isdigit()}
    assert len(locked) > 1000
    document = pypdfium2.PdfDocument(pair.pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert words_of(text) & locked == set()


def test_no_locked_word_stands_in_alternative_texts_or_bookmarks(pair: Pair) -> None:
    assert [node.alt for node in pair.sampler.book.tree if node.alt] == []
    assert any(node.alt for node in pair.full.book.tree)
    reader = pypdf.PdfReader(io.BytesIO(pair.pdf))
    bookmarks = " ".join(str(entry.title) for entry in reader.outline if not isinstance(entry, list))
    assert words_of(bookmarks) & locked_words(pair) == set()


def test_the_number_of_pages_is_that_of_the_full_build(pair: Pair) -> None:
    count = pair.full.book.page_count
    assert pair.sampler.book.page_count == count
    offer = Labels.for_language(pair.full.book.metadata.language).count("unlock", count)
    document = pypdfium2.PdfDocument(pair.pdf)
    offered = [page.get_textpage().get_text_bounded().count(offer) for page in document]
    assert set(offered) == {0, 1}
    assert str(count) in offer


def test_folios_and_what_can_be_read_are_those_of_the_full_book(pair: Pair) -> None:
    full = {page.label: page for page in pair.full.book.pages}
    pages = pair.sampler.book.pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.label for page in pages} < full.keys()
    opened = pages[1]  # the contents, after the cover
    assert set_in(opened) == set_in(full[opened.label])


def test_every_locked_section_shows_one_page(pair: Pair) -> None:
    locked = [
        section.anchor
        for section in pair.full.document.sections
        if section.kind not in pair.layout.sampler.open
    ]
    anchors = [
        {item.name for item in items(page.frames) if isinstance(item, Anchor)}
        for page in pair.sampler.book.pages
    ]
    assert [anchor for anchor in locked if not any(anchor in names for names in anchors)] == []
    assert len(anchors) < len(pair.full.book.pages) // 2


def test_every_link_leads_somewhere(pair: Pair) -> None:
    found = [item for page in pair.sampler.book.pages for item in items(page.frames)]
    anchors = {item.name for item in found if isinstance(item, Anchor)}
    targets = {item.target[1:] for item in found if isinstance(item, Link) and item.target.startswith("#")}
    assert targets
    assert targets <= anchors


def test_all_pages_are_shown_where_the_layout_asks() -> None:
    layout = load_layout("sampler", sets=(("sampler.pages", "0"),))
    document, book = make_book(stock_guide("ozymandias"), layout)
    shown = [page for page in book.pages if not page.cover]
    assert document.sections
    # Pages left blank before a recto are no pages of a section.
    assert book.page_count - len(shown) in range(3)


def test_a_book_of_open_sections_only_is_left_as_it_is() -> None:
    layout = stock_layout("study-guide", "letter")
    _, document, book = stock_book("ozymandias", "study-guide")
    kinds = tuple(section.kind for section in document.sections)
    opened = replace(layout, sampler=replace(layout.sampler, open=kinds))
    whole = sampled(book, document, opened, Fonts(layout.fonts))
    assert whole.tree == book.tree
    assert [page.frames for page in whole.pages] == [page.frames for page in book.pages if not page.blank]


def test_the_first_unit_can_be_read_to_its_end_and_the_second_not(pair: Pair) -> None:
    guide = stock_guide(pair.full.guide)
    read = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pair.pdf)).pages)
    flat = re.sub(r"\s+", "", read)
    first, second = (unit.checks[-1].prompt.source for unit in guide.units[:2])
    assert _first_words(first) in flat
    assert _first_words(second) not in flat


def _first_words(text: str) -> str:
    """The beginning of a text that no typographer's quote stands in, without its spaces."""
    return re.sub(r"\s+", "", re.split(r"['\"*]", text)[0])[:30]
