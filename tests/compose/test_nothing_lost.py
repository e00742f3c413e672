"""What a layout's sections print of a guide is on the pages, or in `left_out` with the reason.

What each kind of section prints is written down here once more, as the reference of layouts has it: the texts of every
entry, by the options of the section. A text counts as printed if its letters and figures stand in the section in their
order, between its notes, pictures and references; then every letter of the document must be on the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.compose.outline import texts
from tests.compose.test_random import guides
from tests.examples import so_many
from tests.groups import together
from tests.stock import stock_book, stock_guide, stock_layout

from guidepress.build import Tools, make_book
from guidepress.compose.pick import picking
from guidepress.document.blocks import Columns, Figure, Group, MarginNote, Paragraph, Table
from guidepress.document.inlines import Blank, NoteMark, Text
from guidepress.guide.markdown import (
    MdCode,
    MdHeading,
    MdList,
    MdParagraph,
    MdQuote,
    MdTable,
    MdText,
    parse_markdown,
)
from guidepress.guide.model import Guide, Markdown
from guidepress.labels import Labels
from guidepress.page.items import Frame, Run
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.stock import Shelf

    from guidepress.document.blocks import Block, Document
    from guidepress.document.inlines import Inline
    from guidepress.guide.markdown import MdBlock, MdInline
    from guidepress.guide.model import Question
    from guidepress.layout import Layout
    from guidepress.page.items import Item

Entry = tuple["Markdown | str | None", ...]
"""The texts of one thing that a section prints: it is printed whole, or is left out and told."""


def asked(guide: Guide, options: Any) -> Iterator[Entry]:  # noqa: ANN401 - of any kind
    pick = picking(options)
    assert pick is not None
    for question in guide.questions:
        fits = (
            (not pick.use or set(pick.use) & set(question.use))
            and not set(pick.without) & set(question.use)
            and (not pick.stage or (question.stage or "post_reading") in pick.stage)
            and (not pick.level or question.level in pick.level)
            and (not pick.types or question.type in pick.types)
        )
        if fits:
            yield posed(question)


def posed(question: Question) -> Entry:
    return question.prompt, *question.choices, *(side for pair in question.pairs for side in pair)


def run_in(options: Any) -> bool:  # noqa: ANN401 - of any kind
    return bool(options.run_in.form == "run-in")


def of_units(guide: Guide, options: Any) -> Iterator[Entry]:  # noqa: ANN401 - of any kind
    for unit in guide.units:
        yield unit.title, unit.setting, unit.summary, unit.analysis
        if options.checks:
            yield from (posed(check) for check in unit.checks)


PRINTED: dict[str, Callable[[Guide, Any], Iterable[Entry]]] = {
    "overview": lambda guide, _: [(guide.overview,)],
    "plot": lambda guide, _: [(part.title, part.text) for part in guide.plot],
    "background": lambda guide, options: [
        (note.title, note.text)
        for note in guide.background
        if not options.kinds or note.kind in options.kinds
    ],
    "units": of_units,
    "storyline": lambda guide, _: [(unit.title, unit.recap) for unit in guide.units if unit.recap],
    "parallel": lambda guide, _: [
        (each.original, each.modern) for unit in guide.units for each in unit.passages
    ],
    "characters": lambda guide, options: [
        (each.name, each.in_brief if run_in(options) else each.summary) for each in guide.characters
    ],
    "themes": lambda guide, options: [
        (each.name, each.in_brief if run_in(options) else each.text) for each in guide.themes
    ],
    "symbols": lambda guide, options: [
        (each.name, each.in_brief if run_in(options) else each.text) for each in guide.symbols
    ],
    "quotes": lambda guide, _: [(quote.text,) for quote in guide.quotes],
    "timeline": lambda guide, _: [(event.when, event.event) for event in guide.timeline],
    "trivia": lambda guide, _: [(fact.text,) for fact in guide.trivia],
    "vocabulary": lambda guide, options: [
        (word.word, word.meaning)
        for words in (*(unit.vocabulary for unit in guide.units if options.scope == "all"), guide.vocabulary)
        for word in words
    ],
    "glossary": lambda guide, _: [(term.term, term.meaning) for term in guide.glossary],
    "essays": lambda guide, options: [
        (essay.prompt, *essay.scaffold, *((essay.model,) if options.model else ())) for essay in guide.essays
    ],
    "activities": lambda guide, _: [
        (each.title, each.purpose, each.steps, *each.materials) for each in guide.activities
    ],
    "questions": asked,
    "quiz": asked,
    "rubrics": lambda guide, _: [
        (row.name, *row.levels) for rubric in guide.rubrics for row in rubric.criteria
    ],
    "further-reading": lambda guide, _: [(each.title,) for each in guide.further_reading],
    "flash-cards": lambda guide, _: [
        (word.word, word.meaning)
        for words in (*(unit.vocabulary for unit in guide.units), guide.vocabulary)
        for word in words
    ],
    "poem": lambda guide, _: [(guide.poem,)],
    "related": lambda guide, _: [(work,) for work in guide.related],
}


def letters(text: str) -> str:
    """A text without what typography changes: its letters and figures, as they are in capitals, which some styles use."""
    return re.sub(r"[\W_]+", "", text.replace("\u00ad", "")).upper().casefold()


def pieces(text: Markdown | str | None, labels: Labels) -> Iterator[str]:
    """The stretches of a text between its notes, pictures, references and blanks, as letters."""
    if not text:
        return
    if isinstance(text, str):
        yield letters(text)
        return
    read = parse_markdown(text, labels.typography)
    for inlines in runs((*read.blocks, *(block for note in read.notes for block in note.blocks))):
        run = ""
        for inline in inlines:
            if isinstance(inline, MdText):
                *whole, run_on = re.split("_{2,}", run + inline.text)
                yield from map(letters, whole)
                run = run_on
            else:  # verse may stand line beside line, so that a break parts it too
                yield letters(run)
                run = ""
        yield letters(run)


def runs(blocks: Iterable[MdBlock]) -> Iterator[tuple[MdInline, ...]]:
    """The inlines of every paragraph: markers and rules stand between them."""
    for block in blocks:
        if isinstance(block, MdQuote):
            yield from runs(block.blocks)
        elif isinstance(block, MdList):
            for item in block.items:
                yield from runs(item)
        elif isinstance(block, MdTable):
            for row in (block.head, *block.rows):
                yield from row
        elif isinstance(block, MdParagraph | MdHeading):
            yield block.inlines
        elif isinstance(block, MdCode):
            yield (MdText(block.text, 0),)


def said(inlines: Iterable[Inline]) -> str:
    return "".join(each.text if isinstance(each, Text | Blank) else " " for each in inlines)


def strings(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of some blocks: paragraphs with their markers, and the labels of drawings."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield said(block.marker)
            yield said(block.inlines)
        elif isinstance(block, Figure):
            yield from (said(label.inlines) for label in block.drawing.labels)
            yield from (said(block.caption.inlines),) if block.caption else ()
        elif isinstance(block, Group | MarginNote | Columns):
            yield from strings(block.blocks)
        elif isinstance(block, Table):
            yield from (said(block.caption.inlines),) if block.caption else ()
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from strings(cell.blocks)


def lost(guide: Guide, layout: Layout, document: Document) -> list[str]:
    """The kinds of section that print fewer entries than they take and than `left_out` accounts for."""
    labels = layout.labels_in(guide.language)
    notes = letters("".join(text for note in document.notes for text in strings(note.blocks)))
    found = []
    for kind in dict.fromkeys(spec.kind for spec in layout.sections if spec.kind in PRINTED):
        body = letters(
            "".join(text for part in document.sections if part.kind == kind for text in strings(part.blocks))
        )
        told = sum(
            each.count for each in document.left_out if each.section == kind and each.what != "pictures"
        )
        missing = [
            entry
            for entry in promised(guide, layout, kind)
            if not all(piece in body or piece in notes for text in entry for piece in pieces(text, labels))
        ]
        if len(missing) > told:
            found.append(f"{kind}: {len(missing)} missing, {told} told: {str(missing[0])[:200]}")
    return found


def promised(guide: Guide, layout: Layout, kind: str) -> Iterator[Entry]:
    """What a layout's sections of a kind take, each entry once."""
    seen: set[Entry] = set()
    for spec in layout.sections:
        if spec.kind == kind:
            for entry in PRINTED[kind](guide, spec.options):
                if entry not in seen:
                    seen.add(entry)
                    yield entry


def on_pages(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Run):
            yield from (word.text for word in item.words)
        elif isinstance(item, Frame):
            yield from on_pages(item.items)


def marked(document: Document) -> set[str]:
    """The notes that the texts of a document call for: others belong to paragraphs that are left out."""
    paragraphs = (each for part in document.sections for each in texts(part.blocks))
    return {inline.note for each in paragraphs for inline in each.inlines if isinstance(inline, NoteMark)}


def short_of(document: Document, printed: str) -> Counter[str]:
    """The letters that a document has more of than what was printed."""
    called = marked(document)
    notes = (note.blocks for note in document.notes if note.name in called)
    parts = (*(part.blocks for part in document.sections), *notes)
    wanted = Counter(letters("".join(text for blocks in parts for text in strings(blocks))))
    return wanted - Counter(letters(printed))


def test_every_text_of_the_stock_books_is_printed_or_told(stock: Shelf) -> None:
    found = {
        each.guide: missing
        for each in stock.books
        if (missing := lost(stock_guide(each.guide), stock.layout, each.document))
    }
    assert found == {}


def test_every_letter_of_the_documents_is_on_their_pages(stock: Shelf) -> None:
    """A sampler greeks the pages that it does not open: there letters must be missing, in every book."""
    found = {
        each.guide: missing
        for each in stock.books
        if (
            missing := short_of(
                each.document, "".join(on_pages(frame for page in each.book.pages for frame in page.frames))
            )
        )
    }
    greeked = {each.guide for each in stock.books} if stock.layout.sampler.open else set()
    assert {*found} == greeked, found


@pytest.mark.parametrize(
    ("guide", "layout"),
    [
        pytest.param("ozymandias", "handout", marks=together("handout")),
        pytest.param("macbeth", "parallel-text", marks=together("parallel-text")),
        pytest.param("don-quijote", "quiz", marks=together("quiz")),
    ],
)
def test_every_letter_comes_out_of_the_file(guide: str, layout: str) -> None:
    _, document, book = stock_book(guide, layout)
    pdf = pypdfium2.PdfDocument(write_pdf(book, stock_layout(layout, "letter").standards))
    text = "".join(pdf[page].get_textpage().get_text_range() for page in range(len(pdf)))
    assert short_of(document, text) == Counter()


@cache
def tools(name: str) -> Tools:
    return Tools(stock_layout(name))


@settings(max_examples=so_many(5), deadline=None, suppress_health_check=list(HealthCheck))
@given(guides(), st.sampled_from(["study-guide", "handout", "one-page", "side-by-side", "book-club"]))
def test_whatever_a_guide_holds_is_printed_or_told(guide: Guide, name: str) -> None:
    assume(guide.units or name != "side-by-side")  # it is made for units
    layout = stock_layout(name)
    document, book = make_book(guide, layout, tools(name))
    assert lost(guide, layout, document) == []
    assert (
        short_of(document, "".join(on_pages(frame for page in book.pages for frame in page.frames)))
        == Counter()
    )
