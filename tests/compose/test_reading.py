"""How long a guide takes to read is the guide's own affair: words of prose, and what readers of its language manage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.composing import compose, context_of
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.compose.reading import minutes, running_prose
from guidepress.guide.model import Guide, Markdown, Person
from guidepress.labels import Labels

if TYPE_CHECKING:
    from guidepress.layout.model import Layout


def _of(words: int, layout: Layout, language: str = "en") -> int:
    """The minutes of a guide whose overview has so many words; its author adds none."""
    guide = Guide(1, "A Book", (Person("Ann"),), language=language, overview=Markdown("word " * words))
    return minutes(context_of(guide, layout))


def test_a_minute_is_238_words_and_parts_of_one_do_not_count(layout: Layout) -> None:
    assert [_of(words, layout) for words in (3, 238, 475, 476)] == [1, 1, 1, 2]  # 476 / 238 = 2


def test_each_language_has_its_own_words_a_minute(layout: Layout) -> None:
    # 2380 words: 10 minutes in English; 2380 / 187 = 12.7 in German, 2380 / 228 = 10.4 in Spanish.
    assert [_of(2380, layout, each) for each in ("en-GB", "de", "es-ES", "da")] == [10, 12, 10, 10]


@pytest.mark.parametrize(
    ("tag", "speed"),
    # 238 x the language's words a minute in the common texts / 228, those of English
    [("de", 238 * 179 // 228 + 1), ("fr", 238 * 195 // 228 + 1), ("it", 238 * 188 // 228), ("da", 238)],
)
def test_speeds_are_in_proportion_to_english(tag: str, speed: int) -> None:
    assert Labels.for_language(tag).reading_speed == speed


def test_markup_and_addresses_are_no_words(layout: Layout) -> None:
    text = (
        "[two words](https://example.org/a-very-long-way) *and* it's 3.5 well-known[^1] ones\n\n[^1]: A note."
    )
    # two, words, and, it's, 3.5, well-known, ones; A, note: nine times 238 is as many as nine minutes hold.
    guide = Guide(1, "A Book", (Person("Ann"),), overview=Markdown("\n\n".join([text] * 1)))
    marked = minutes(context_of(replace(guide, background=()), layout))
    assert marked == 1
    (only,) = running_prose(guide)
    assert only.source == text


@pytest.mark.parametrize("name", ["large-print", "mobile", "paperback-6x9", "sampler"])
def test_every_layout_of_a_guide_says_the_same(name: str) -> None:
    guide = stock_guide("ozymandias")
    wanted = minutes(context_of(guide, stock_layout("study-guide")))
    assert minutes(context_of(guide, stock_layout(name))) == wanted


@pytest.mark.parametrize(
    "name", ["exam", "quiz", "flash-cards", "student-workbook", "teacher-workbook", "one-page", "handout"]
)
def test_sheets_say_none(name: str) -> None:
    assert stock_layout(name).reading_time == "none"


def test_rows_count_as_the_texts_they_are(guide: Guide, layout: Layout) -> None:
    assert compose(guide, layout).minutes == 1
