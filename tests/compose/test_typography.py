"""Names and titles get a typographer's quotes everywhere alike, so that they still match."""

from __future__ import annotations

from guidepress.base.record import replace
from guidepress.compose.typography import with_quotes
from guidepress.guide.model import (
    Character,
    Guide,
    Markdown,
    Person,
    Relation,
    Theme,
    Unit,
    Word,
    Work,
)


def test_names_are_changed_wherever_they_stand() -> None:
    guide = Guide(
        1,
        "The Keeper's Lamp",
        (Person("O'Hara"),),
        work=Work(facts={"author's note": Markdown("It's")}),
        characters=(Character("Fred's Wife", relations=(Relation("Fred's Wife", "'self'"),)),),
        units=(Unit("It's Over", characters=("Fred's Wife",), id="unit-it-s-over"),),
    )
    quoted = with_quotes(guide)
    assert quoted.title == "The Keeper’s Lamp"
    assert quoted.authors[0].name == "O’Hara"
    assert quoted.characters[0].name == quoted.units[0].characters[0] == quoted.characters[0].relations[0].to
    assert list(quoted.work.facts) == ["author’s note"]
    assert quoted.units[0].id == "unit-it-s-over"


def test_texts_wait_until_they_are_parsed() -> None:
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("It's"))
    assert with_quotes(guide).overview == Markdown("It's")


def test_a_guide_without_quotes_is_the_same_object() -> None:
    guide = Guide(1, "T", (Person("A"),), themes=(Theme("Duty"),))
    assert with_quotes(guide) is guide


def test_a_place_from_one_number_to_another_has_the_dash_of_a_range() -> None:
    word = Word("w", Markdown("m"), locator="ll. 4-5")
    quoted = with_quotes(Guide(1, "T", (Person("A"),), vocabulary=(word, replace(word, locator="sub-plot"))))
    assert [each.locator for each in quoted.vocabulary] == ["ll. 4–5", "sub-plot"]
