"""What a class gets: sheets that agree with their keys, and a teacher's workbook that is the pupil's, page for page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.compose.outline import texts, words
from tests.composing import compose, fonts_of
from tests.groups import together
from tests.stock import stock_book, stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.document.blocks import Figure, Group
from guidepress.layout.areas import areas_of
from guidepress.layout.options import changed
from guidepress.page.items import Frame, Run, Shape
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _pytest.mark.structures import ParameterSet

    from guidepress.document.blocks import Block, Document, Section
    from guidepress.guide.model import Guide
    from guidepress.page.book import Book
    from guidepress.page.items import Item

LAYOUTS = ("quiz", "exam", "flash-cards", "student-workbook", "teacher-workbook", "book-club")


def carol() -> Guide:
    return stock_guide("a-christmas-carol")


def made(name: str, paper: str = "letter", guide: str = "a-christmas-carol") -> tuple[Document, Book]:
    return stock_book(guide, name, paper)[1:]


def on_both(name: str) -> list[ParameterSet]:
    """Papers as parameters of tests that read a layout's books."""
    return [pytest.param(paper, marks=together(name, paper)) for paper in ("letter", "a4")]


def figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Group):
            yield from figures(block.blocks)


def page_texts(book: Book) -> list[str]:
    return [" ".join(_words(page.frames)) for page in book.pages]


def _words(items: Iterable[Item]) -> Iterator[str]:
    return (" ".join(word.text for word in run.words) for run in runs(items))


def squeezed(text: str) -> str:
    """Leave only letters, so that blanks, line ends and hyphens do not matter."""
    return re.sub(r"[\W_]+", "", text)


def section(document: Document, kind: str) -> Section:
    return next(each for each in document.sections if each.kind == kind)


# the two workbooks


def questions_by_page(name: str, guide: str, paper: str) -> list[tuple[str, list[int]]]:
    """For every question of a workbook, how it begins and on which pages that stands."""
    document, book = made(name, paper, guide)
    pages = [squeezed(text) for text in page_texts(book)]
    prompts = [
        squeezed(words(paragraph.inlines).partition("{")[0].partition("…")[0])[:30]
        for each in document.sections
        for paragraph in texts(each.blocks)
        if paragraph.style.name == "question" and paragraph.marker
    ]
    return [(start, [n for n, text in enumerate(pages) if start in text]) for start in prompts]


@pytest.mark.parametrize(
    ("guide", "paper"),
    [
        pytest.param(guide, paper, marks=together("student-workbook", paper))
        for guide, paper in (
            ("a-christmas-carol", "letter"),
            ("a-christmas-carol", "a4"),
            ("don-quijote", "a4"),
            ("macbeth", "letter"),
            ("ozymandias", "letter"),
        )
    ],
)
def test_every_question_stands_on_the_same_page_in_both_workbooks(guide: str, paper: str) -> None:
    pupils, teachers = (
        questions_by_page(name, guide, paper) for name in ("student-workbook", "teacher-workbook")
    )
    assert pupils == teachers
    assert len(pupils) > 10
    assert [start for start, pages in pupils if not pages] == []
    lengths = {len(made(name, paper, guide)[1].pages) for name in ("student-workbook", "teacher-workbook")}
    assert len(lengths) == 1


@together("student-workbook")
def test_what_goes_on_behind_a_blank_stands_at_the_same_place_in_both_workbooks() -> None:
    pupils, teachers = (_placed(made(name, guide="macbeth")[1]) for name in LAYOUTS[3:5])
    behind = [each for before, each in pairwise(pupils) if before[1] == "[blank]" and each[1] != "[blank]"]
    moved = [
        (page, text)
        for page, text, x in behind
        if not any(page == n and text == same and abs(x - there) < 100 for n, same, there in teachers)
    ]
    assert moved == []
    assert "tell us truths,\u00a0/ Win us with" in {text for _, text, _ in behind}
    assert "[blank]" not in {text for _, text, _ in teachers}


def _placed(book: Book) -> list[tuple[int, str, int]]:
    """Page, words and distance from the left of its frame, mpt, of every run."""
    return [
        (number, " ".join(word.text for word in run.words).strip(), run.x)
        for number, page in enumerate(book.pages)
        for run in runs(page.frames)
    ]


@together("student-workbook")
def test_the_pupils_workbook_holds_no_answers() -> None:
    text = squeezed(" ".join(page_texts(made("student-workbook")[1])))
    answers = [
        squeezed(check.answer[0].source) for unit in carol().units for check in unit.checks if check.answer
    ]
    assert [answer for answer in answers if len(answer) > 20 and answer in text] == []


@together("student-workbook")
def test_the_teachers_workbook_holds_every_answer_to_the_checks() -> None:
    text = squeezed(" ".join(page_texts(made("teacher-workbook")[1])))
    answers = [
        squeezed(check.answer[0].source) for unit in carol().units for check in unit.checks if check.answer
    ]
    missing = [answer for answer in answers if squeezed(answer.replace("'", "’")) not in text]
    assert missing == []


# versions and keys


def exam_sheets() -> list[dict[str, tuple[str, list[str]]]]:
    """Read the printed exams: per version, number to prompt and choices."""
    document = made("exam")[0]
    sheets = []
    for each in document.sections:
        if each.kind != "quiz":
            continue
        questions: dict[str, tuple[str, list[str]]] = {}
        number = ""
        for paragraph in texts(each.blocks):
            mark = words(paragraph.marker).strip("*. ")
            if paragraph.style.name == "question" and mark.isdigit():
                number = mark
                questions[number] = (words(paragraph.inlines).partition("…")[0], [])
            elif paragraph.style.name == "list-tight/choice":
                questions[number][1].append(words(paragraph.inlines))
        sheets.append(questions)
    return sheets


def exam_keys() -> list[dict[str, str]]:
    """Read the printed keys: per version, number to answer."""
    key = section(made("exam")[0], "answer-key")
    keys: list[dict[str, str]] = []
    for paragraph in texts(key.blocks):
        if paragraph.role == "H2" and "Version" in words(paragraph.inlines):
            keys.append({})
        elif keys and paragraph.style.name == "key":
            keys[-1][words(paragraph.marker).strip("*. ")] = words(paragraph.inlines)
    return keys


@together("exam")
def test_a_program_that_answers_from_the_printed_key_gets_full_marks_in_every_version() -> None:
    bank = {
        squeezed(each.prompt.source): each for each in carol().questions if each.type == "multiple_choice"
    }
    answered = 0
    for sheet, key in zip(exam_sheets(), exam_keys(), strict=True):
        for number, (prompt, choices) in sheet.items():
            if not choices:
                continue
            chosen = choices["ABCDEFGH".index(key[number].lstrip("*")[0])]
            question = next(
                each for asked, each in bank.items() if asked in squeezed(prompt) or squeezed(prompt) in asked
            )
            assert squeezed(chosen) == squeezed(question.choices[question.right[0]].source)
            answered += 1
    assert answered == 64  # 16 questions of multiple choice in each of 4 versions


@together("exam")
def test_printed_neighbours_share_no_order() -> None:
    sheets = exam_sheets()
    assert len(sheets) == 4
    for one, other in pairwise(sheets):
        choices = [{prompt: listed for prompt, listed in sheet.values() if listed} for sheet in (one, other)]
        assert list(choices[0]) != list(choices[1])
        assert all(choices[0][prompt] != choices[1][prompt] for prompt in choices[0])


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("guide", ["macbeth", "never-let-me-go", "ozymandias"])
def test_written_answers_fill_the_pages_of_an_exam_without_another_page(guide: str, paper: str) -> None:
    layout = stock_layout("exam", paper)
    spec = layout.sections[0]
    plain = replace(layout, sections=(replace(spec, options=changed(spec.options, {"fill": False})),))
    full = replace(layout, sections=(spec,))
    content = stock_guide(guide)
    before, after = (paginate(compose(content, each), each, fonts_of(each)) for each in (plain, full))
    assert len(after.pages) == len(before.pages)
    assert _ruled(after) > _ruled(before)


def _ruled(book: Book) -> int:
    """How many lines there are to write on."""
    return sum(_rules(page.frames) for page in book.pages)


def _rules(items: Iterable[Item]) -> int:
    count = 0
    for item in items:
        if isinstance(item, Frame):
            count += _rules(item.items)
        elif isinstance(item, Shape):
            ends = [point for _, point in item.path if len(point) == 2]
            count += sum(
                1 for start, end in pairwise(ends) if start[1] == end[1] and end[0] - start[0] > 400_000
            )
    return count


@pytest.mark.parametrize("name", [pytest.param(name, marks=together(name)) for name in ("quiz", "exam")])
def test_the_key_stands_on_a_sheet_of_its_own(name: str) -> None:
    document, book = made(name)
    place = next(n for n, text in enumerate(page_texts(book), 1) if "Answer Key" in text[:60])
    assert place % 2 == 1
    assert section(document, "answer-key").start == "recto"


@together("exam")
def test_the_keys_of_short_versions_share_a_page_and_none_is_cut() -> None:
    """The keys of a poem's four versions need two pages; each stands on one of them as a whole."""
    _, book = made("exam", guide="ozymandias")
    pages = page_texts(book)
    first = next(number for number, text in enumerate(pages) if text.startswith("Answer Key"))
    assert len(pages) - first == 2
    keys = [
        number for number, text in enumerate(pages) for name in "ABCD" if f"Exam · Version {name} 1." in text
    ]
    assert [number - first for number in keys] == [0, 1, 1, 1]


@pytest.mark.parametrize("paper", on_both("exam"))
def test_an_answer_sheet_fills_its_page_and_has_circles_for_the_choices_there_are(paper: str) -> None:
    document, book = made("exam", paper)
    sheet = list(figures(section(document, "answer-sheet").blocks))[-1]
    exam = stock_layout("exam", paper)
    assert sheet.drawing.height > areas_of(exam.page, exam.styles).height * 3 // 4
    assert "A to D" in sheet.alt  # no question has five choices
    assert len([each for each in book.pages if "Answer Sheet" in " ".join(_words(each.frames))[:20]]) == 1


@together("exam")
def test_the_totals_add_up_to_what_the_questions_score() -> None:
    exam = section(made("exam")[0], "quiz")
    expected = sum(each.points or 0 for each in carol().questions if "exam" in each.use)
    printed = [words(each.inlines) for each in texts(exam.blocks) if each.style.name == "totals-cell"]
    assert f"*{expected:g}*" in printed


# cards


@pytest.mark.parametrize("paper", on_both("flash-cards"))
def test_the_back_of_each_card_stands_behind_its_front(paper: str) -> None:
    """Seen through the paper, a back's x is the page's width less its own."""
    guide, (document, book) = carol(), made("flash-cards", paper)
    cards = section(document, "flash-cards")
    sides = list(figures(cards.blocks))
    vocabulary = [word for unit in guide.units for word in unit.vocabulary]
    for sheet in range(0, len(sides), 2):
        front, back = sides[sheet].drawing, sides[sheet + 1].drawing
        fronts = [label for label in front.labels if label.style.name == "card-word"]
        backs = [label for label in back.labels if label.style.name == "card-text"]
        for word, before, behind in zip(vocabulary[sheet * 4 :], fronts, backs, strict=False):
            assert words(before.inlines) == word.word
            assert front.width - before.x == behind.x
            assert before.y // (front.height // 4) == behind.y // (back.height // 4)
    numbers = [n for n, text in enumerate(page_texts(book), 1) if "words. Print on both sides" in text]
    assert numbers == list(range(1, len(sides), 2))  # fronts are rectos: their backs stand on the other side


@together("flash-cards")
@pytest.mark.parametrize("guide", ["don-quijote", "macbeth"])
def test_no_line_on_a_card_or_a_bookmark_is_printed_over_another(guide: str) -> None:
    _, book = made("flash-cards", guide=guide)
    for number, page in enumerate(book.pages, 1):
        lines = sorted(_set_lines(page.frames), key=lambda line: (line[1], line[0]))
        for index, (left, top, right, size, text) in enumerate(lines):
            over = [
                (number, text, other)
                for start, y, end, _, other in lines[index + 1 :]
                if 0 < y - top < size * 8 // 10 and start < right and left < end
            ]
            assert over == []


def _set_lines(items: Iterable[Item], x: int = 0, y: int = 0) -> Iterator[tuple[int, int, int, int, str]]:
    """Left, baseline, right, size and words of every run."""
    for item in items:
        if isinstance(item, Frame):
            yield from _set_lines(item.items, x + item.x, y + item.y)
        elif isinstance(item, Run):
            words_ = " ".join(word.text for word in item.words)
            yield x + item.x, y + item.y, x + item.x + item.width, item.size, words_


@pytest.mark.parametrize("name", [pytest.param(name, marks=together(name)) for name in LAYOUTS])
def test_no_text_is_smaller_than_seven_points(name: str) -> None:
    assert min(run.size for page in made(name)[1].pages for run in runs(page.frames)) >= 7000


def runs(items: Iterable[Item]) -> Iterator[Run]:
    for item in items:
        if isinstance(item, Frame):
            yield from runs(item.items)
        elif isinstance(item, Run):
            yield item


# puzzles


def test_a_word_that_no_puzzle_can_hold_is_named_with_its_place() -> None:
    guide = carol()
    unit = guide.units[0]
    phrase = replace(unit.vocabulary[0], word="good will")
    changed = replace(
        guide, units=(replace(unit, vocabulary=(phrase, *unit.vocabulary[1:])), *guide.units[1:])
    )
    found = compose(changed, stock_layout("flash-cards")).diagnostics
    assert [(each.severity, each.code) for each in found] == [("warning", "no-puzzle-word")] * 2
    assert "good will" in found[0].message
    assert found[0].span == phrase.span


@together("flash-cards")
def test_a_solution_reads_as_the_puzzle_was_made() -> None:
    document = made("flash-cards")[0]
    blank = next(
        each
        for each in figures(section(document, "word-search").blocks)
        if each.drawing.labels[0].align == "centred"
    )
    solved = list(figures(section(document, "answer-key").blocks))[1]
    letters = ["".join(words(label.inlines) for label in each.drawing.labels) for each in (blank, solved)]
    assert letters[0] == letters[1]


@pytest.mark.parametrize("paper", on_both("student-workbook"))
def test_each_page_of_a_worksheet_has_a_line_for_the_name(paper: str) -> None:
    """Pages are copied one by one: the second of a unit's sheet may be another leaf."""
    _, book = made("student-workbook", paper)
    pages = zip(book.pages, page_texts(book), strict=True)
    sheets = [text for page, text in pages if page.section == "reading-checks"]
    assert len(sheets) == 10  # five units of two pages each
    assert [text[:80] for text in sheets if not {"Name", "Class", "Date"} <= set(text.split())] == []
