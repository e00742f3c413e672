"""A quiz among the notes of a teacher becomes questions for a test, with the answers that its key says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidepress.exchange.text.importing import import_guide
from guidepress.guide import load_guide

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.guide.model import Guide

FIRST = (
    "1. Why has he come?\n\nA) To hunt\n\nB) To rest\n\n2. How old is Vera?\n\nA) Twelve\n\nB) Fifteen\n\n"
)
TITLE = "# The Open Window\n\nby Saki (H. H. Munro)\n\n## About the story\n\nA man visits strangers.\n\n"


def guide(folder: Path, text: str) -> Guide:
    (folder / "notes.md").write_text(TITLE + text, encoding="utf-8")
    made = import_guide((folder / "notes.md",), {"title": "", "author": "", "language": ""}, "")
    return load_guide(made.found.text.encode())


def answers(made: Guide) -> list[tuple[str, ...]]:
    return [tuple(each.source for each in question.answer) for question in made.questions]


@pytest.mark.parametrize(
    "key",
    [
        "Answer key\n\n1 B, 2 B\n",
        "## Answer Key\n\n1. B\n\n2. B\n",
        "### Answers\n\n1 B 2 B\n",
    ],
)
def test_the_key_answers_wherever_it_stands(tmp_path: Path, key: str) -> None:
    made = guide(tmp_path, f"## Quiz\n\n{FIRST}{key}")
    assert [each.type for each in made.questions] == ["multiple_choice", "multiple_choice"]
    assert answers(made) == [("B",), ("B",)]
    assert {each.use for each in made.questions} == {("quiz",)}
    assert made.sections == ()


def test_questions_that_word_numbers_have_their_choices_below_them(tmp_path: Path) -> None:
    made = guide(
        tmp_path,
        "## Test\n\n1. Who lies?\n   - **Vera**\n   - Framton\n2. Who runs?\n   - Vera\n   - **Framton**\n",
    )
    assert [[each.source for each in question.choices] for question in made.questions] == [
        ["Vera", "Framton"],
        ["Vera", "Framton"],
    ]
    assert answers(made) == [("A",), ("B",)]


def test_questions_with_choices_are_a_quiz_and_one_without_an_answer_gets_a_few_lines(tmp_path: Path) -> None:
    made = guide(tmp_path, f"## Questions\n\n{FIRST}3. Why is the window open?\n\nAnswers\n\n1 B, 2 A\n")
    assert [each.type for each in made.questions] == ["multiple_choice", "multiple_choice", "short_answer"]
    assert made.questions[2].use == ("quiz",)


def test_a_quiz_without_a_key_is_printed_as_it_stands_and_the_report_says_what_it_wants(
    tmp_path: Path,
) -> None:
    (tmp_path / "notes.md").write_text(f"{TITLE}## Quiz\n\n{FIRST}", encoding="utf-8")
    made = import_guide((tmp_path / "notes.md",), {"title": "", "author": "", "language": ""}, "")
    assert load_guide(made.found.text.encode()).sections[0].title == "Quiz"
    (said,) = (each.what for each in made.guesses if each.value == "Quiz")
    assert 'end it with "Answer key"' in said


def test_what_mostly_asks_nothing_stays_a_section_of_the_guides_own(tmp_path: Path) -> None:
    made = guide(tmp_path, "## Quiz\n\nTake a pen.\n\nWrite neatly.\n\nA table follows.\n\n1. Who?\n")
    assert made.questions == ()
    assert [each.title for each in made.sections] == ["Quiz"]


def test_an_author_may_have_one_name_and_another_in_brackets(tmp_path: Path) -> None:
    made = guide(tmp_path, "")
    assert [each.name for each in made.authors] == ["Saki (H. H. Munro)"]
    assert made.overview is not None
    assert made.overview.source == "A man visits strangers."


def test_who_speaks_is_told_from_where_it_stands(tmp_path: Path) -> None:
    made = guide(
        tmp_path,
        "## Characters\n\n**Vera** - A girl.\n\n**Mrs. Sappleton** - Her aunt.\n\n## Important quotes\n\n"
        "- “Here they are!” (Mrs. Sappleton)\n- “Romance was her speciality.” (narrator)\n- “It is late.” (page 3)\n",
    )
    assert [(each.speaker, each.locator) for each in made.quotes] == [
        ("Mrs. Sappleton", ""),
        ("narrator", ""),
        ("", "page 3"),
    ]
