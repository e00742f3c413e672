"""Names and titles get a typographer's quotes everywhere alike, so that they still match."""

from __future__ import annotations

import pytest

from guidepress.compose.typography import with_quotes
from guidepress.guide.model import (
    Character,
    Guide,
    Markdown,
    Person,
    Quote,
    Relation,
    Theme,
    Unit,
    Work,
)
from guidepress.labels import ENGLISH


def test_names_are_changed_wherever_they_stand() -> None:
    guide = Guide(
        1,
        "The Keeper's Lamp",
        (Person("O'Hara"),),
        work=Work(facts={"author's note": Markdown("It's")}),
        characters=(Character("Fred's Wife", relations=(Relation("Fred's Wife", "'self'"),)),),
        units=(Unit("It's Over", characters=("Fred's Wife",), id="unit-it-s-over"),),
    )
    quoted = with_quotes(guide, ENGLISH)
    assert quoted.title == "The Keeper’s Lamp"
    assert quoted.authors[0].name == "O’Hara"
    assert quoted.characters[0].name == quoted.units[0].characters[0] == quoted.characters[0].relations[0].to
    assert list(quoted.work.facts) == ["author’s note"]
    assert quoted.units[0].id == "unit-it-s-over"


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Stave 2", "Stave\u00a02"),
        ("ll. 4-6", "ll.\u00a04–6"),
        ("Act IV, scene ii", "Act\u00a0IV, scene\u00a0ii"),
        ("1.3.38-41", "1.3.38–41"),
        ("the well-known prologue", "the well-known prologue"),
    ],
)
def test_a_place_keeps_its_number_and_a_range_its_dash(typed: str, set_as: str) -> None:
    guide = Guide(1, "T", (Person("A"),), quotes=(Quote(Markdown("Words."), locator=typed),))
    assert with_quotes(guide, ENGLISH).quotes[0].locator == set_as


def test_texts_wait_until_they_are_parsed() -> None:
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("It's"))
    assert with_quotes(guide, ENGLISH).overview == Markdown("It's")


def test_a_guide_without_quotes_is_the_same_object() -> None:
    guide = Guide(1, "T", (Person("A"),), themes=(Theme("Duty"),))
    assert with_quotes(guide, ENGLISH) is guide
