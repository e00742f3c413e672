"""Word files are read as Word shows them: styles and what they are based on, numbers, notes, tables, tracked changes."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from tests.exchange.text.word import KINDS, LISTS, level, listed, par, run, table, word_file

from guidepress.exchange.text.docx import WordParagraph, read_docx, word_paragraphs
from guidepress.exchange.text.importing import import_guide
from guidepress.exchange.text.source import SourceText
from guidepress.guide import load_guide

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def read(body: str, parts: dict[str, str | bytes] | None = None, links: str = "") -> SourceText:
    return read_docx(word_file(body, parts, links), Path("x.docx"))


def texts(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in source.blocks]


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    found = word_paragraphs(word_file(body, {"numbering": numbering, "styles": styles}), "x")
    return [each.label for each in found if isinstance(each, WordParagraph)]


STYLES = """
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Chapter head"/><w:basedOn w:val="a1"/></w:style>
<w:style w:type="paragraph" w:styleId="nameless"><w:basedOn w:val="own"/></w:style>
<w:style w:type="paragraph" w:styleId="out"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="circle1"><w:name w:val="c"/><w:basedOn w:val="circle2"/></w:style>
<w:style w:type="paragraph" w:styleId="circle2"><w:name w:val="d"/><w:basedOn w:val="circle1"/></w:style>
<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "heading"),
    [
        ("a1", 2),
        ("own", 2),
        ("nameless", 2),
        ("out", 1),
        ("circle1", 0),
        ("Heading3", 3),
        ("Titre2", 2),
        ("gone", 0),
    ],
)
def test_headings_are_known_by_styles_what_they_are_based_on_or_their_names(style: str, heading: int) -> None:
    (paragraph,) = word_paragraphs(word_file(par("Text", style=style), {"styles": STYLES}), "x")
    assert isinstance(paragraph, WordParagraph)
    assert paragraph.heading == heading


def test_looks_come_from_the_run_its_style_and_no_further_than_they_say() -> None:
    styled = '<w:rStyle w:val="S"/>'
    body = par(
        run("a ", "<w:b/>"), run("b ", styled), run("c ", f'{styled}<w:b w:val="0"/>'), run("d", "<w:i/>")
    )
    assert texts(read(body, {"styles": STYLES})) == [("paragraph", "**a b** c *d*")]


def test_lists_count_on_and_begin_anew_where_an_override_says_so() -> None:
    again = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = (
        listed("a")
        + par("x")
        + listed("b")
        + listed("c", 3)
        + listed("d", 3)
        + listed("e", 9)
        + listed("f", 0)
    )
    assert labels(body, LISTS + again) == ["1.", "", "2.", "5.", "6.", "", ""]


def test_levels_within_levels_begin_again_and_name_those_above() -> None:
    deep = f'<w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "%1.")}{level(1, "decimal", "%1.%2", 3)}</w:abstractNum>'
    numbering = f'{deep}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = listed("a") + listed("b", depth=1) + listed("c", depth=1) + listed("d") + listed("e", depth=1)
    assert labels(body, numbering) == ["I.", "I.3", "I.4", "II.", "II.3"]


@pytest.mark.parametrize(
    ("restart", "last"),
    [
        ("", "1.2.1"),  # each level above begins it anew
        ('<w:lvlRestart w:val="1"/>', "1.2.2"),  # the first level alone does
        ('<w:lvlRestart w:val="0"/>', "1.2.2"),  # none does
        ('<w:lvlRestart w:val="2"/>', "1.2.1"),  # the second does, too
    ],
)
def test_a_level_begins_again_below_the_level_that_it_says(restart: str, last: str) -> None:
    third = level(2, "decimal", "%1.%2.%3").replace("<w:start", f"{restart}<w:start", 1)
    deep = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}{level(1, "decimal", "%1.%2")}{third}</w:abstractNum>'
    numbering = f'{deep}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = (
        listed("a")
        + listed("b", depth=1)
        + listed("c", depth=2)
        + listed("d", depth=1)
        + listed("e", depth=2)
    )
    assert labels(body, numbering) == ["1", "1.1", "1.1.1", "1.2", last]


def test_a_style_may_number_and_a_definition_may_stand_for_another() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="L"/>{level(0, "upperLetter", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    none = par("c", style="N", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(par("a", style="N") + par("b", style="N") + none, numbering, styles) == ["A)", "B)", ""]


def test_questions_keep_their_numbers_and_options_their_letters() -> None:
    body = listed("Who?") + listed("He", depth=1) + listed("She", depth=1) + listed("Why?")
    assert texts(read(body, {"numbering": LISTS})) == [("list", "1. Who?\n\n   a) He\\\n   b) She\n2. Why?")]


def test_tracked_insertions_are_text_and_deletions_are_named() -> None:
    body = par(
        "a ",
        f'<w:ins w:id="1">{run("new ")}</w:ins>',
        '<w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>',
        "b",
    )
    joined = par("one ", more="<w:rPr><w:del w:id='3'/></w:rPr>") + par("two")
    source = read(body + joined)
    assert texts(source) == [("paragraph", "a new b"), ("paragraph", "one two")]
    assert [loss.what for loss in source.losses] == ["deleted: old"]


def test_notes_and_comments_are_notes() -> None:
    body = par(
        "a", '<w:r><w:footnoteReference w:id="2"/></w:r>', "b", '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    parts: dict[str, str | bytes] = {
        "footnotes": f'<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">{par("The note.")}{par("More.")}</w:footnote>',
        "comments": f'<w:comment w:id="0" w:author="Ann">{par("Really?")}</w:comment>',
    }
    source = read(body, parts)
    assert texts(source) == [("paragraph", "a[^n2]b[^c0]")]
    assert source.notes == {"n2": "The note.\n\nMore.", "c0": "Ann: Really?"}


def test_tables_keep_joined_cells_and_a_title_above_them() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:tc>'
    made = table(("a", "b|c"), ("d", "<w:p/>")).replace("<w:tbl>", f"<w:tbl><w:tr>{wide}</w:tr>")
    assert texts(read(made)) == [("paragraph", "Words"), ("table", "| a | b\\|c |\n| --- | --- |\n| d |  |")]


def test_a_table_of_one_column_is_text() -> None:
    assert texts(read(table(("In a box",)))) == [("paragraph", "In a box")]


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{par('boxed')}</w:txbxContent>"
    body = par("a", f"<w:r><mc:AlternateContent><mc:Choice>{box.join(('<w:drawing>', '</w:drawing>'))}</mc:Choice>"
               f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>")  # fmt: skip
    assert texts(read(body)) == [("paragraph", "a"), ("paragraph", "boxed")]


def test_boxes_within_boxes_and_their_pictures_are_read() -> None:
    link = f'<Relationship Id="p" Type="{KINDS}/image" Target="media/i.png"/>'
    picture = '<w:r><w:drawing><wp:docPr id="1" descr="Cat"/><a:blip r:embed="p"/></w:drawing></w:r>'
    body = par("deep", picture)
    for _ in range(5):
        body = par(f"<w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r>")
    source = read(body, {"word/media/i.png": PNG}, link)
    assert texts(source) == [("paragraph", "deep![Cat](pictures/x-1.png)")]


def test_pictures_come_with_their_alt_texts() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="A [fine] cat"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>'
    link = f'<Relationship Id="p" Type="{KINDS}/image" Target="media/i.png"/>'
    source = read(par(drawing), {"word/media/i.png": PNG}, link)
    assert texts(source) == [("paragraph", "![A [fine] cat](pictures/x-1.png)")]
    assert source.pictures[0].data == PNG


def test_links_and_contents_are_fields() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def field(instruction: str, result: str) -> str:
        return f"{char('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{char('separate')}{result}{char('end')}"

    address = "https://x.org/"
    link = f'<Relationship Id="h" Type="{KINDS}/hyperlink" Target="{address}" TargetMode="External"/>'
    body = par(
        field('HYPERLINK "https://x.org/"', run("there")),
        f' <w:hyperlink r:id="h">{run("here")}</w:hyperlink>'.strip(),
    )
    source = read(par(field("TOC \\o", run("Plot 3"))) + body, None, link)
    assert texts(source) == [("paragraph", f"[therehere]({address})")]
    assert [loss.what for loss in source.losses] == ["contents and numbers of pages: Plot 3"]


def test_formulas_are_lines_of_text() -> None:
    fraction = "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    power = "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    assert texts(read(par(fraction, " = ", power))) == [("paragraph", "(a+b)/2 = x^2")]


def test_codes_of_fonts_of_signs_become_characters() -> None:
    source = read(par("\uf0b7") + par("one") + par("a \uf0e0 b\uf001"))
    assert texts(source) == [("list", "- one"), ("paragraph", "a → b")]
    assert [loss.what for loss in source.losses] == ["character U+F001"]


def test_heads_and_feet_of_pages_are_named() -> None:
    assert [loss.what for loss in read(par("a"), {"header1": par("My class")}).losses] == ["header: My class"]


def test_headings_without_styles_are_inferred_from_bold_lines() -> None:
    body = (
        par("Themes")
        + par(run("Guilt", "<w:b/>"))
        + par("The heart under the floor is heard by one man alone.")
    )
    source = read(
        body + par(run("Time", "<w:b/>")) + par("Nights are counted in this story as in no other one.")
    )
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip


def test_bullets_and_numbers_that_were_typed_are_lists() -> None:
    source = read(
        par("•")
        + par("one")
        + par("•  two")
        + par("x.")
        + par("1. Who?")
        + par("2. Why?")
        + par("1812. A year.")
    )
    assert texts(source) == [
        ("list", "- one\n- two"),
        ("paragraph", "x."),
        ("list", "1. Who?\n2. Why?"),
        ("paragraph", "1812\\. A year."),
    ]


def test_the_text_may_be_in_another_part_and_in_the_strict_edition() -> None:
    data = word_file(par("a", style="Heading1"), main="w/text.xml")
    assert [block.kind for block in read_docx(data, Path("x.docx")).blocks] == ["heading"]
    strict = word_file(par("a", style="Heading1"), strict=True)
    assert texts(read_docx(strict, Path("x.docx"))) == [("heading", "a")]


def test_a_file_becomes_a_guide(tmp_path: Path) -> None:
    body = (
        par("The Heart: A Study Guide", style="Title") + par("by Edgar Allan Poe") + par("Characters", style="Heading1")
        + table(("Name", "Description"), ("Narrator (unnamed)", "Not mad, he says.")) + par("Vocabulary", style="Heading1")
        + par(run("vex", "<w:b/>"), run(" (v.): to trouble")) + par(run("dismember", "<w:b/>"), ": to cut up")
        + par("Chapters", style="Heading1") + par("Part 1: Night", style="Heading2") + par("He waits.")
    )  # fmt: skip
    path = tmp_path / "heart.docx"
    path.write_bytes(word_file(body))
    guide = load_guide(import_guide([path], {}).found.text)
    assert (guide.title, guide.authors[0].name) == ("The Heart", "Edgar Allan Poe")
    assert [(each.name, each.role) for each in guide.characters] == [("Narrator", "unnamed")]
    assert [(each.word, each.part_of_speech) for each in guide.vocabulary] == [
        ("vex", "v."),
        ("dismember", ""),
    ]
