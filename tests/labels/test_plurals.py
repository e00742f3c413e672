"""A number takes the form of a word that the rules of Unicode CLDR name."""

from __future__ import annotations

import pytest
from babel import Locale

from guidepress.labels import Labels
from guidepress.labels.plurals import plural_form, well_formed
from guidepress.labels.shipped import complete

POLISH = {
    "one": "i = 1 and v = 0",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    "many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
}
"""From CLDR's table of cardinals."""


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("one", (1,)),
        ("few", (2, 3, 4, 22, 34, 102)),
        ("many", (0, 5, 11, 12, 13, 14, 21, 25, 100, 112, 1000)),
        ("other", (1.5, 0.5, 2.25)),
    ],
)
def test_polish_has_four_forms(form: str, numbers: tuple[float, ...]) -> None:
    assert {number: plural_form(POLISH, number) for number in numbers} == dict.fromkeys(numbers, form)


def test_french_counts_less_than_two_as_one() -> None:
    rules = {"one": "i = 0,1"}
    assert [plural_form(rules, number) for number in (0, 1, 1.5, 2)] == ["one", "one", "one", "other"]


def test_english_counts_one_and_a_half_as_many() -> None:
    """1.0 is printed as 1, and so is one; -1 has the value 1."""
    rules = {"one": "i = 1 and v = 0"}
    assert [plural_form(rules, number) for number in (1.0, -1, 1.5)] == ["one", "one", "other"]


def test_a_range_holds_whole_numbers_only() -> None:
    assert plural_form({"few": "n = 2..4"}, 2.5) == "other"


def test_danish_looks_at_the_digits_after_the_point() -> None:
    """0.5 has t = 5 and i = 0; 0 has t = 0."""
    rules = {"one": "n = 1 or t != 0 and i = 0,1"}
    assert [plural_form(rules, number) for number in (0.5, 1.5, 0, 2.5)] == ["one", "one", "other", "other"]


@pytest.mark.parametrize("rule", ["", "i is 1", "i = 1 and", "x = 1", "i = one", "n mod 10 = 1"])
def test_a_rule_that_cldr_does_not_write_so_is_none(rule: str) -> None:
    assert not well_formed(rule)
    with pytest.raises(ValueError, match="is no relation"):
        plural_form({"one": rule}, 1)


def test_a_rule_of_cldr_is_one() -> None:
    assert all(map(well_formed, POLISH.values()))


NUMBERS = (*range(130), 0.5, 1.5, 2.5, 21.5)
"""As many as labels count; the form that Romance languages have for millions is none of ours."""


@pytest.mark.parametrize("tag", [*complete(), "pt-BR"])
def test_the_rules_of_a_language_are_those_of_cldr(tag: str) -> None:
    """Portuguese without a country is Brazil's in CLDR, and Portugal's here."""
    form = Locale.parse("pt_PT" if tag == "pt" else tag.replace("-", "_")).plural_form
    rules = Labels.for_language(tag).plurals
    assert {n: plural_form(rules, n) for n in NUMBERS} == {n: form(n) for n in NUMBERS}
