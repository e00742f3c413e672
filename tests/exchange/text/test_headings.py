"""Headings are understood in every language that has labels, and only what names something is."""

from __future__ import annotations

import pytest

from guidepress.exchange.text.front import language_of
from guidepress.exchange.text.headings import (
    SECTIONS,
    column_named,
    common_words,
    folded,
    section_named,
    unit_named,
    unit_opening,
    unit_part_named,
    unit_words,
)
from guidepress.exchange.text.inference import with_headings
from guidepress.exchange.text.source import SourceBlock
from guidepress.labels.shipped import complete, shipped

LANGUAGES = complete()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_titles_that_books_print_are_understood(tag: str) -> None:
    language = shipped(tag)
    assert language is not None
    titles = {key: language.words[key] for key in SECTIONS if isinstance(language.words.get(key), str)}
    assert len(titles) >= 19
    wrong = {
        key: (title, section_named(str(title)))
        for key, title in titles.items()
        if section_named(str(title)) != key
    }
    assert set(wrong) <= {"poem"}, wrong


@pytest.mark.parametrize("tag", LANGUAGES)
def test_chapters_summaries_and_common_words_are_known_in_every_language(tag: str) -> None:
    language = shipped(tag)
    assert language is not None
    named = unit_named(f"{unit_words(tag)[0].capitalize()} 3: X")
    assert named is not None
    assert (named.covers, named.rest) == ("3", True)
    assert unit_part_named(str(language.words["summary"])) == "summary"
    assert unit_part_named(str(language.words["analysis"])) == "analysis"
    assert len(common_words()[tag]) >= 10


@pytest.mark.parametrize(
    ("heading", "title", "word", "covers", "part"),
    [
        ("Chapter 1", "Chapter 1", "Chapter", "1", ""),
        ("Chapters 1–4 Summary", "Chapters 1–4", "Chapters", "1-4", "summary"),
        ("Chapter 5: The Ball – Analysis", "Chapter 5: The Ball", "Chapter", "5", "analysis"),
        ("Stave One: Marley’s Ghost", "Stave One: Marley’s Ghost", "Stave", "1", ""),
        ("3. Kapitel: Ende", "3. Kapitel: Ende", "Kapitel", "3", ""),
        ("Act I, Scene 2", "Act I, Scene 2", "Scene", "I.2", ""),
        ("CHAPITRE IV", "CHAPITRE IV", "CHAPITRE", "IV", ""),
        ("Prologue", "Prologue", "Prologue", "", ""),
    ],
)
def test_units_are_known_by_their_names(heading: str, title: str, word: str, covers: str, part: str) -> None:
    named = unit_named(heading)
    assert named is not None
    assert (named.title, named.word, named.covers, named.part) == (title, word, covers, part)


@pytest.mark.parametrize(
    "heading", ["A Christmas Carol", "Letter to a Friend", "Story of my life", "Partial", "Acting 3"]
)
def test_other_headings_name_nothing(heading: str) -> None:
    assert (section_named(heading), unit_named(heading), unit_part_named(heading)) == ("", None, "")


@pytest.mark.parametrize(
    ("paragraph", "part"),
    [
        ("In Part 2, the spirit comes.", "Part 2"),
        ("Im Teil 3, als es Nacht ist", "Teil 3"),
        ("Dans la partie 2, il part.", "partie 2"),
        ("In part he agrees, in part not.", None),
        ("Part 2 is long.", None),
    ],
)
def test_a_paragraph_may_open_a_part(paragraph: str, part: str | None) -> None:
    assert unit_opening(paragraph) == part


def test_numbers_accents_and_capitals_do_not_count() -> None:
    assert section_named("2. THÈMES") == section_named("Themes") == "themes"
    assert folded("Der Spannungsbogen – “x”") == "der spannungsbogen x"
    assert column_named("Définition:") == "meaning"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The man and his dog, which was old, went with the boy to the river.", "en"),
        ("Der Mann und sein Hund gingen mit dem Jungen auf das Feld, das nicht weit ist.", "de"),
        ("Il ragazzo che era nel giardino sono io, e anche il cane della casa.", "it"),
        ("Het was een man met een hond, die niet naar huis wordt gebracht.", "nl"),
    ],
)
def test_a_text_tells_its_language_by_its_words(text: str, language: str) -> None:
    assert language_of([SourceBlock("paragraph", text, text)]) == (language, True)


def test_lines_that_look_like_headings_are_headings() -> None:
    lines = [
        "Hamlet",
        "A ghost walks.",
        "Summary",
        "He waits and waits, and then he acts.",
        "so it ends",
        "The end of all is silence.",
    ]
    found = with_headings([SourceBlock("paragraph", line, line) for line in lines], plain=True)
    assert [block.kind == "heading" for block in found] == [True, False, True, False, False, False]


@pytest.mark.parametrize(
    "heading", ["For discussion", "Points for discussion:", "Questions to discuss", "Think and Discuss"]
)
def test_what_a_class_is_to_discuss_is_questions(heading: str) -> None:
    assert section_named(heading) == "questions"
