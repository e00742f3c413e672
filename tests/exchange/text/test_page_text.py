"""A page of text becomes a guide: title strip, overview, plot in its parts; the site's own words are named and left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.exchange.text.words import words_of, words_out

from guidepress.build import build
from guidepress.exchange.report import Loss
from guidepress.exchange.text.importing import import_guide
from guidepress.exchange.text.page_text import read_page_text
from guidepress.guide import check_guide, load_guide

SAMPLE = Path(__file__).parent / "samples" / "page.txt"
MADE = import_guide([SAMPLE], {})
GUIDE = load_guide(MADE.found.text)


def test_the_strip_tells_of_the_work() -> None:
    work = GUIDE.work
    assert (GUIDE.title, GUIDE.authors[0].name) == ("The Tell-Tale Heart", "Edgar Allan Poe")
    assert (work.category, work.form, work.audience, work.published) == (
        "Fiction",
        "Short Story",
        "Adult",
        "1843",
    )


def test_what_comes_before_part_2_is_part_1() -> None:
    assert [part.title for part in GUIDE.plot] == ["Part 1", "Part 2", "Part 3"]
    assert [part.text.source.count("\n\n") for part in GUIDE.plot] == [1, 0, 0]  # two paragraphs, one, one


def test_sections_are_data() -> None:
    assert GUIDE.overview
    assert GUIDE.overview.source.startswith("The Tell-Tale Heart is a short story")
    assert [each.name for each in GUIDE.characters] == ["The Narrator", "The Old Man"]
    assert [each.name for each in GUIDE.themes] == ["Guilt", "Time"]
    assert [(each.locator, bool(each.analysis)) for each in GUIDE.quotes] == [
        ("Page 1", True),
        ("Page 5", True),
    ]
    assert GUIDE.sections == ()


def test_every_word_is_in_the_guide_or_in_the_report() -> None:
    assert words_of(SAMPLE.read_text(encoding="utf-8")) - words_out(MADE) == {}


def test_the_words_of_the_site_are_left_out_and_named() -> None:
    assert not re.search("unlock|Listen|our Study Guides|minutes", MADE.found.text, re.IGNORECASE)
    assert [loss.what for loss in MADE.losses] == [
        "Unlock IconUnlock all 18 pages of this Study Guide",
        "Plus, gain access to thousands of other guides.",
        "Including features:",
        "+ Print",
        "+ Listen",
        "18 pages 45 minutes read",
        "For every reader: our Study Guides have summaries of each chapter, themes, quotations, and much else.",
    ]


def test_it_builds_and_verifies_without_a_fault() -> None:
    # Only that nothing refers to the themes is remarked.
    assert {each.code for each in check_guide(MADE.found.text)} == {"unused-theme"}
    # Its few names are too few for an index, which would be the fifth page.
    assert build(MADE.found.text, "study-guide").pages == 4


@pytest.mark.parametrize(
    ("strip", "count", "heading", "form"),
    [
        (
            "Belletristik | Novelle | Erwachsene | Erschienen 1843",
            "42 Seiten 1 Stunde Lesezeit",
            "Überblick",
            "Novelle",
        ),
        ("Fiction · Novella · Adult · Published in 1843", "42 pages · 1 hour read", "Overview", "Novella"),
        (
            "Fiction | Roman | Adulte | Parution : 1843",
            "42 pages 2 heures de lecture",
            "Présentation",
            "Roman",
        ),
    ],
)
def test_strips_are_read_in_every_language(strip: str, count: str, heading: str, form: str) -> None:
    read = read_page_text(
        f"{count}\n\nA. Writer\n\nHer Book\n\n{strip}\n\n{heading}\n\nHer Book is good.\n", "x"
    )
    assert (read.said["form"], read.said["published"], read.said["title"]) == (form, "1843", "Her Book")
    assert read.losses == (Loss("line 1", count, "pages and time are counted anew"),)


def test_lines_that_an_editor_broke_are_one_paragraph() -> None:
    lines = "This line was broken by a program that breaks all lines\nbehind some sixty signs, as mail programs do, so that\nit goes on.\n"
    (block,) = read_page_text(lines, "x").blocks
    assert block.plain == " ".join(lines.split())


def test_lists_and_tables_are_seen() -> None:
    read = read_page_text("Intro here.\n\n1. one\n2. two\n\na\tb\nc\td\n", "x")
    assert [(block.kind, block.text) for block in read.blocks[1:]] == [
        ("list", "1. one\n2. two"),
        ("table", "| a | b |\n| --- | --- |\n| c | d |"),
    ]


@pytest.mark.parametrize("start", ["<b it is", "[“x”", '{"a', "<?xml"])
def test_a_text_may_begin_with_any_sign(start: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"{start} and so on.\n", encoding="utf-8")
    assert "and so on" in import_guide([path], {}).found.text
