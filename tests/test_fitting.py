"""Layouts that must fit so many pages do so, at the largest size at which they can, or say what is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.compose.outline import texts, words
from tests.groups import together
from tests.ledger.shelves import GUIDES
from tests.stock import stock_book

from guidepress.compose.kind import ordered
from guidepress.compose.sections.characters import KIND as CHARACTERS
from guidepress.compose.sections.storyline import KIND as STORYLINE
from guidepress.fitting import Attempts, fitted
from guidepress.guide import load_guide
from guidepress.guide.model import Guide, Markdown, Person
from guidepress.layout import load_layout
from guidepress.layout.fitting import Trial, adjusted, trials
from guidepress.layout.model import Fit
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

FULL = [guide for guide in GUIDES if guide != "ozymandias"]


def on(name: str, *papers: str) -> list[ParameterSet]:
    """Papers as parameters of tests that read a layout's books."""
    return [pytest.param(paper, marks=together(name, paper)) for paper in papers]


def test_sizes_are_tried_from_the_largest_down() -> None:
    # 104 % down to 99 % in steps of 2 %: 104, 102, 100, and the smallest itself.
    assert [trial.size for trial in trials(Fit(1, 1040, 990))] == [1040, 1020, 1000, 990]


def test_less_text_is_tried_at_the_smallest_size_only() -> None:
    # Down to 88 % in steps of 5 %: 95 and 90.
    assert trials(Fit(1, 1000, 1000, 880)) == (Trial(1000), Trial(1000, 950), Trial(1000, 900))


def test_less_text_lowers_the_limits_of_sections_and_leaves_what_has_none() -> None:
    layout = load_layout("one-page")
    less = adjusted(layout, Trial(1000, 500))
    (before,), (after,) = ordered(layout, CHARACTERS), ordered(less, CHARACTERS)
    assert (before.options.limit, after.options.limit) == (8, 4)
    assert ordered(less, STORYLINE) == ordered(layout, STORYLINE)


def test_no_type_falls_below_seven_points() -> None:
    small = adjusted(load_layout("handout"), Trial(500))
    assert min(style.size for style in small.styles.values()) == 7000
    # 9.5 / 12.6 at 7 pt: 12.6 x 7 / 9.5 = 9.284.
    assert (small.styles["body"].size, small.styles["body"].leading) == (7000, 9284)


def test_a_layout_at_its_own_size_is_itself() -> None:
    layout = load_layout("handout")
    assert adjusted(layout, Trial(1000)) is layout


@pytest.mark.parametrize("paper", on("handout", "letter", "a4"))
@pytest.mark.parametrize("guide", FULL)
def test_a_handout_is_one_sheet(guide: str, paper: str) -> None:
    book = stock_book(guide, "handout", paper).book
    assert book.page_count == 2
    assert [each for each in book.diagnostics if each.code == "does-not-fit"] == []


@pytest.mark.parametrize("paper", on("one-page", "letter", "a4", "a3"))
@pytest.mark.parametrize("guide", GUIDES)
def test_a_knowledge_organiser_is_one_page(guide: str, paper: str) -> None:
    book = stock_book(guide, "one-page", paper).book
    assert book.page_count == 1
    assert [each for each in book.diagnostics if each.code == "does-not-fit"] == []


@pytest.mark.parametrize("paper", on("quiz", "letter", "a4"))
@pytest.mark.parametrize("guide", GUIDES)
def test_a_quiz_is_one_sheet_and_its_key_another(guide: str, paper: str) -> None:
    book = stock_book(guide, "quiz", paper).book
    assert [each for each in book.diagnostics if each.code == "does-not-fit"] == []
    assert [page.section for page in book.pages] == ["quiz", "quiz", "answer-key"]


def test_what_does_not_fit_is_named_with_how_much_it_is() -> None:
    text = Markdown("\n\n".join(["A sentence that takes about one line of a column."] * 900))
    guide = Guide(1, "Too Long", (Person("A. N. Author"),), overview=text)
    layout = load_layout("handout")
    document, book = fitted(guide, layout, Fonts(layout.fonts))
    (said,) = (each for each in book.diagnostics if each.code == "does-not-fit")
    assert document.sections
    assert book.page_count > 2
    assert "2 pages" in said.message
    assert int(said.message.partition(" lines too many")[0].rpartition(" ")[2]) > 100


def test_the_second_book_of_a_layout_that_must_fit_has_the_pages_of_the_first() -> None:
    text = Markdown("A sentence of a guide. " * 300)
    guide = Guide(1, "Twice", (Person("A. N. Author"),), overview=text)
    layout = load_layout("handout")
    fonts, attempts = Fonts(layout.fonts), Attempts()
    (_, first), (_, second) = (fitted(guide, layout, fonts, attempts) for _ in range(2))
    _, other = fitted(guide, layout, fonts)
    assert second == first == other
    assert [new is old for new, old in zip(second.pages, first.pages, strict=True)] == [True] * len(
        first.pages
    )
    assert not any(new is old for new, old in zip(other.pages, first.pages, strict=True))


def test_a_trial_that_two_books_did_not_take_is_forgotten() -> None:
    layout, attempts, trial = load_layout("handout"), Attempts(), Trial(900)
    first = attempts.of(layout, trial)
    attempts.begin()
    assert attempts.of(layout, trial) is first
    attempts.begin()
    attempts.begin()
    assert attempts.of(layout, trial) is not first


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_test_is_smaller_where_that_saves_a_page(paper: str) -> None:
    """Five of six questions filled the first page at 114 %, and one stood alone on the next."""
    ask = {"type": "multiple_choice", "prompt": "What is in the boat?", "choices": ["A", "B", "An oar"]}
    order = {"type": "ordering", "prompt": "Put them in order.", "choices": [*"abcdefgh"]}
    asked = [{**ask, "answer": "B", "use": ["quiz"]}] * 5 + [{**order, "use": ["quiz"]}]
    guide = load_guide({"format": 1, "title": "T", "author": "A", "questions": asked, "overview": "All."})
    layout = load_layout("quiz", paper=paper)
    document, book = fitted(guide, layout, Fonts(layout.fonts))
    assert [page.section for page in book.pages if not page.blank] == ["quiz", "answer-key"]
    prompt = next(each for each in texts(document.sections[0].blocks) if "boat" in words(each.inlines))
    own = layout.styles[prompt.style.name.partition("/")[0]].size
    assert own <= prompt.style.size < own * layout.fit.largest // 1000


def test_what_is_left_out_makes_room_for_larger_type() -> None:
    # Ten long entries fit one page only if two are left out at the smallest size, a fifth of the text: more than was too
    # much, so that the type of the others can be larger.
    people = [{"name": f"Person {n}", "role": "witness", "in_brief": "One of many. " * 84} for n in range(10)]
    guide = load_guide(
        {"format": 1, "title": "Many", "author": "A. Writer", "overview": "All.", "characters": people}
    )
    layout = load_layout(
        {
            "format": 1,
            "extends": "one-page",
            "sections": [
                {"masthead": {"start": "flow", "wide": True}},
                {"characters": {"start": "flow", "form": "run-in", "limit": 10}},
            ],
        }
    )
    document, book = fitted(guide, layout, Fonts(layout.fonts))
    (section,) = (each for each in document.sections if each.kind == "characters")
    entry = next(each for each in texts(section.blocks) if "witness" in words(each.inlines))
    assert document.left_out
    assert book.page_count == 1
    assert entry.style.size > adjusted(layout, Trial(layout.fit.smallest)).styles["body"].size
