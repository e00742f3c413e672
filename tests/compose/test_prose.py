"""Text fields become paragraphs, lists, tables, notes and links in the layout's styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.compose.outline import outline, texts, words
from tests.composing import context_of
from tests.stock import stock_layout

from guidepress.base.diagnostics import Span, errors_in
from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.document.blocks import Document, Paragraph, Picture, Section
from guidepress.document.inlines import Text
from guidepress.guide.markdown import parse_markdown
from guidepress.guide.model import Guide, ImageFile, Markdown, Person
from guidepress.page.book import Metadata

if TYPE_CHECKING:
    from guidepress.layout.model import Layout


def read(source: str, context: Context, **options: object) -> str:
    """Compose a field and write it as an outline, without the section around it."""
    blocks = context.prose.blocks(Markdown(source), **options)  # type: ignore[arg-type]
    document = Document(Metadata("T"), (Section("x", "x", "x", blocks),))
    return "\n".join(line[2:] for line in outline(document).splitlines()[1:])


@pytest.fixture
def context(guide: Guide, layout: Layout) -> Context:
    return context_of(guide, layout)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One.\n\nTwo.", "P (body-first) One.\nP (body) Two."),
        ("A *b* **c** `d`", "P (body-first) A _b_ *c* d"),
        ("One\\\ntwo", "P (body-first) One // two"),
        ("- a\n- b", "L Disc\n  LI\n    LBody (list-tight) • | a\n  LI\n    LBody (list-tight) • | b"),
        ("3. a", "L Decimal\n  LI\n    LBody (list-tight) 3. | a"),
        (
            "- a\n\n  more",
            "L Disc\n  LI\n    LBody (list) • | a\n    LBody (list/inset)\n      P (list/more) more",
        ),
        ("> Said.", "BlockQuote\n  P (quote) Said."),
        ("## Head", "H2 (h3) Head"),
        ("## A\n\n#### B\n\n# C\n\n### D", "H2 (h3) A\nH3 (h4) B\nH2 (h3) C\nH3 (h4) D"),
        ("    a b\n    c", "P (code) a\u00a0b // c"),
        ("One.\n\n---\n\nTwo.", "P (body-first) One.\nSpacer 14000\nP (body-first) Two."),
        ("| a | b |\n|---|---|\n| c | d |", "Table (table) (500, 500)\n  a | b\n  c | d"),
        ("See [](#theme-duty).", "P (body-first) See [Duty] (page\u00a0<theme-duty>)."),
        ("See [it](#theme-duty).", "P (body-first) See [it]."),
        ("See [it](https://example.org/a).", "P (body-first) See [it]."),
        ("A \"b\" and 'c'.", "P (body-first) A “b” and ‘c’."),
    ],
)
def test_markdown_becomes_blocks(source: str, expected: str, context: Context) -> None:
    # "en-GB" quotes as the guide's language asks for; the small guide is British.
    assert read(source, context) == expected


def test_a_paragraph_after_a_list_is_flush(context: Context) -> None:
    assert read("A.\n\n- b\n\nC.\n\nD.", context).splitlines()[-2:] == ["P (body-first) C.", "P (body) D."]


def test_a_link_says_where_it_leads(context: Context) -> None:
    (block,) = context.prose.blocks(Markdown("[it](https://example.org/a) and [](#theme-duty)"))
    assert isinstance(block, Paragraph)
    links = [inline.link for inline in block.inlines if isinstance(inline, Text) and inline.link]
    assert [link.description for link in links] == ["it: Visit example.org/a", "Go to Duty"]


def test_a_note_is_marked_where_it_stands_and_numbered_once(context: Context) -> None:
    marked = read("One[^x] and again[^x].\n\n[^x]: The *note*.", context)
    assert marked == "P (body-first) One<note 1> and again<note 1>."
    assert [words(block.inlines) for note in context.prose.notes for block in texts(note.blocks)] == [
        "The _note_."
    ]


def test_places_of_paragraphs_are_kept(context: Context) -> None:
    field = Markdown("One.\n\nTwo\nlines.\n\nThree.", Span("g.yaml", 10, 5), block=True)
    blocks = context.prose.blocks(field)
    places = [block.span.line for block in blocks if isinstance(block, Paragraph) and block.span]
    assert places == [10, 12, 15]


def test_a_picture_alone_in_its_paragraph_stands_in_the_flow(guide: Guide, layout: Layout) -> None:
    seen = replace(guide, images={"a.png": ImageFile("pictures/a.png", 30, 20)})
    blocks = context_of(seen, layout).prose.blocks(Markdown('![A lamp](a.png "The lamp")'))
    (picture,) = blocks
    assert isinstance(picture, Picture)
    assert (picture.alt, picture.pixel_width, picture.pixel_height) == ("A lamp", 30, 20)
    assert picture.caption is not None
    assert words(picture.caption.inlines) == "The lamp"


def test_a_short_field_of_two_paragraphs_is_one_with_a_line_break(context: Context) -> None:
    assert words(context.line(Markdown("One.\n\nTwo."))) == "One. // Two."


def test_a_list_in_a_short_field_is_run_in(context: Context) -> None:
    assert words(context.line(Markdown("1. a\n2. b"))) == "1. a // 2. b"


def test_a_sheet_names_no_pages_of_itself(guide: Guide) -> None:
    reference = Markdown("See [](#theme-duty).")
    assert words(context_of(guide, stock_layout("handout")).line(reference)) == "See [Duty]."
    assert (
        words(context_of(guide, stock_layout("book-club")).line(reference))
        == "See [Duty] (page\u00a0<theme-duty>)."
    )


def test_a_note_of_plain_text_is_not_counted(context: Context) -> None:
    assert context.plain(Markdown("One.[^a]\n\n[^a]: Never printed.")) == "One."
    assert context.prose.notes == []
    read("Two.[^a]\n\n[^a]: Printed.", context)
    assert [note.number for note in context.prose.notes] == [1]


def test_plain_text_has_no_markup(context: Context) -> None:
    assert context.plain(Markdown("A *b* [c](#theme-duty)[^1]\n\n[^1]: d")) == "A b c"


@given(st.text(st.characters(codec="latin-1"), max_size=30))
@example("[^0]")
def test_a_field_printed_as_typed_is_what_the_parser_makes_of_it(source: str) -> None:
    assume(not errors_in(parse_markdown(Markdown(source)).faults))  # a guide with such a field is refused
    guide = Guide(1, "T", (Person("A"),))
    context = context_of(guide, stock_layout("handout"))
    quick = context.line(Markdown(source))
    context.prose._plain_stays_plain = False
    assert [replace(inline, span=None) if isinstance(inline, Text) else inline for inline in quick] == [
        replace(inline, span=None) if isinstance(inline, Text) else inline
        for inline in context.line(Markdown(source))
    ]
