"""The index asks for the pages of a person by all that stands for the name in a sentence."""

from __future__ import annotations

import pytest
from tests.compose.orders import entry
from tests.compose.outline import outline
from tests.composing import compose
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.guide.model import Character, Guide, Markdown, Person, Unit


def asked(name: str, language: str = "en", told: str = "Text.") -> str:
    """The words that the index of a guide with one such character asks for."""
    cast = (Character(name, id="character-x"), *(Character(each) for each in "ABCD"))
    units = (Unit("One", number=1, summary=Markdown(told)),)
    guide = Guide(1, "T", (Person("A"),), units=units, language=language, characters=cast)
    order = (entry("characters"), entry("index"))
    listed = outline(compose(guide, replace(stock_layout("study-guide"), sections=order)))
    return listed.partition(" *character-x*>")[0].rpartition("<pages with ")[2]


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("The Sculptor", "en", "The Sculptor | the Sculptor | the sculptor"),
        ("El cura", "es", "El cura | el cura"),
        ("Theo Marsh", "en", "Theo Marsh"),  # no article: the letters begin a name
        ("Bell", "en", "Bell"),  # and a bell is nobody
    ],
)
def test_a_common_noun_is_also_looked_for_as_it_stands_in_sentences(
    name: str, language: str, words: str
) -> None:
    assert asked(name, language) == words


def test_a_guide_that_writes_a_common_noun_with_a_capital_means_nobody_by_a_small_one() -> None:
    """In Macbeth "the Old Man" talks with Ross, and "the old man" is the king."""
    assert asked("The Old Man", told="He meets an Old Man.") == "The Old Man | the Old Man | Old Man"
