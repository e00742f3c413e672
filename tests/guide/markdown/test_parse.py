"""A text field becomes a tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.diagnostics import Span
from guidepress.guide.markdown import (
    MdBreak,
    MdCode,
    MdFootnote,
    MdHeading,
    MdImage,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdRule,
    MdTable,
    MdText,
    parse_markdown,
)
from guidepress.guide.model import Markdown

PLACE = Span("a.yaml", 10, 5)


def field(source: str) -> Markdown:
    return Markdown(source, PLACE, block=True)


def test_every_kind_of_block() -> None:
    source = (
        "# Head\n\n> Quoted\n\n***\n\n```\ncode 'x'\n```\n\n3. a\n\n   b\n4. c\n\n"
        '| x | y |\n|:-:|--:|\n| 1 | *2* |\n\n![A *dot*](dot.png "Title")\\\nend'
    )
    assert parse_markdown(field(source)).blocks == (
        MdHeading(1, (MdText("Head", 2),), 2),
        MdQuote((MdParagraph((MdText("Quoted", 10),), 10),)),
        MdRule(18),
        MdCode("code 'x'", 27),
        MdList(
            (
                (MdParagraph((MdText("a", 44),), 44), MdParagraph((MdText("b", 50),), 50)),
                (MdParagraph((MdText("c", 55),), 55),),
            ),
            ordered=True,
            start=3,
            tight=False,
        ),
        MdTable(
            ("centred", "right"),
            ((MdText("x", 60),), (MdText("y", 64),)),
            (((MdText("1", 80),), (MdText("2", 85, emphasis=True),)),),
            58,
        ),
        MdParagraph(
            (MdImage("dot.png", "A dot", 91, "Title"), MdBreak(119), MdText("end", 120)),
            91,
        ),
    )


def test_a_footnote_keeps_its_paragraphs_and_their_places() -> None:
    source = "A note.[^a]\n\n[^a]: First *line*\n    goes on.\n\n    Second.\n\nAfter."
    document = parse_markdown(field(source))
    assert document.blocks == (
        MdParagraph((MdText("A note.", 0), MdNote("a", 7)), 0),
        MdParagraph((MdText("After.", source.index("After")),), source.index("After")),
    )
    assert document.notes == (
        MdFootnote(
            "a",
            (
                MdParagraph(
                    (MdText("First ", 19), MdText("line", 26, emphasis=True), MdText(" goes on.", 31)), 19
                ),
                MdParagraph((MdText("Second.", source.index("Second")),), source.index("Second")),
            ),
        ),
    )
    assert document.faults == ()


def test_an_escaped_mark_and_a_fenced_definition_are_text() -> None:
    document = parse_markdown(field("Not \\[^1] a mark.\n\n```\n[^1]: nor this\n```"))
    assert document.notes == ()
    assert document.faults == ()
    assert document.blocks[1] == MdCode("[^1]: nor this", 23)


def test_html_is_reported_where_it_stands() -> None:
    faults = parse_markdown(field("One.\n\nTwo <b>bold</b>.")).faults
    # Two lines below line 10; "<" is the fifth character of its line, which starts in column 5.
    assert [(fault.span.line, fault.span.column) for fault in faults if fault.span] == [(12, 9)]


def test_a_carriage_return_ends_a_line_as_any_other_line_end_does() -> None:
    for end in ("\r", "\r\n"):
        typed = f"one{end}{end}two *three*{end}{end}- four[^1]{end}{end}[^1]: five"
        assert parse_markdown(field(typed)) == parse_markdown(field(typed.replace(end, "\n")))


def test_quotes_are_set_in_lists_tables_and_notes_but_not_in_code() -> None:
    document = parse_markdown(field("- 'a'\n- `'b'`\n\n| 'c' |\n|---|\n\n> 'd'[^1]\n\n[^1]: 'e'"))
    text = repr(document)
    for word in "acde":
        assert f"‘{word}’" in text
    assert "'b'" in text


def test_offsets_of_folded_texts_lead_to_their_lines() -> None:
    folded = Markdown("one two", Span("a.yaml", 3, 4), ((4, 5, 2),))
    assert Span("a.yaml", 3, 4) == folded.at(0)
    assert Span("a.yaml", 5, 3) == folded.at(5)


@given(st.text(alphabet="ab*_[]()^#1:`<>&\\!|-. \n\t'\""))
def test_any_text_parses(source: str) -> None:
    parse_markdown(field(source))


def test_a_picture_says_how_wide_it_is_to_be_and_what_says_otherwise_is_text() -> None:
    (wide,) = parse_markdown(Markdown("![A wall](wall.png){width=40%} stands.")).blocks
    assert isinstance(wide, MdParagraph)
    assert wide.inlines == (MdImage("wall.png", "A wall", 0, share=40), MdText(" stands.", 30))
    for other in ("{width=0%}", "{width=101%}", "{wide}"):
        (block,) = parse_markdown(Markdown(f"![A wall](wall.png){other}")).blocks
        assert isinstance(block, MdParagraph)
        assert block.inlines == (MdImage("wall.png", "A wall", 0), MdText(other, 19))


def test_words_in_another_language_are_marked_whichever_parser_reads_them() -> None:
    expected = (MdText("A ", 0), MdText("coup de grâce", 3, language="fr"), MdText(" falls.", 27))
    (plain,) = parse_markdown(field("A [coup de grâce]{lang=fr} falls.")).blocks
    assert isinstance(plain, MdParagraph)
    assert [(each.text, each.language) for each in plain.inlines if isinstance(each, MdText)] == [
        (each.text, each.language) for each in expected
    ]
    (full, _) = parse_markdown(field("A [coup de grâce]{lang=fr} falls.\n\n> `x`")).blocks
    assert isinstance(full, MdParagraph)
    assert [(each.text, each.language) for each in full.inlines if isinstance(each, MdText)] == [
        (each.text, each.language) for each in expected
    ]


def test_what_only_looks_like_a_language_is_text() -> None:
    for source in ("[a]{lang=}", "[a]{lang=x}", "[a] {lang=fr}", "[a]{class=fr}"):
        (block,) = parse_markdown(field(source)).blocks
        assert isinstance(block, MdParagraph)
        assert "".join(each.text for each in block.inlines if isinstance(each, MdText)) == source


def test_a_quotation_opens_after_the_end_of_a_verse_whichever_parser_reads_it() -> None:
    # The first text needs no more than the small parser; the quotation sends the second to the full one.
    for source in ("He says:\\\n'Go *now*.'", "He says:\\\n'Go *now*.'\n\n> x"):
        block = parse_markdown(field(source)).blocks[0]
        assert isinstance(block, MdParagraph)
        assert "".join(each.text for each in block.inlines if isinstance(each, MdText)) == "He says:‘Go now.’"
