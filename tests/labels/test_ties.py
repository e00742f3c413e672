"""What belongs together stays on one line, in every language."""

from __future__ import annotations

import pytest

from guidepress.labels import Labels
from guidepress.labels.shipped import complete, shipped
from guidepress.labels.ties import NO_TIES, Ties


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Mrs~Cratchit and “Mr~Scrooge” met J.~R.~R.~Tolkien"),
        ("en", "in Stave~4, p.~12, Act~IV, ll.~4–6, at 9~a.m. on 9~October"),
        ("en", "36~000 men, 1~200~000 more, but in 1843 200~g of bread"),
        ("es", "el 9~de~octubre, n.º~10, don~Quijote, pp.~3–4"),
        ("de", "am 9.~Oktober, S.~12, 44~v. Chr., Frau~Briest".replace("v. Chr.", "v.~Chr.")),
        ("fr", "le 9~octobre, p.~12, M.~Loisel, acte~III"),
        ("it", "il 9~ottobre, p.~12, don~Abbondio"),
        ("pt", "a 9~de~outubro, p.~12, D.~Pedro"),
        ("nl", "op 9~oktober, blz.~12"),
        ("pl", "9~października, s.~12"),
        ("sv", "den 9~oktober, s.~12"),
        ("da", "den 9.~oktober, s.~12"),
    ],
)
def test_numbers_titles_and_initials_stay_with_what_they_belong_to(language: str, expected: str) -> None:
    tied = Labels.for_language(language).typography.spaced(expected.replace("~", " "))
    assert tied == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "text", ["Mrs and Mr", "a page turns", "She wrote No. Then", "sixty g or so", "Mr x"]
)
def test_what_has_no_number_or_name_beside_it_is_left_alone(text: str) -> None:
    assert Labels.for_language("en").typography.spaced(text) == text


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("1843–44", "1843-44"),
        ("I.1–6", "I.1-6"),
        ("978-0-14-143", "978-0-14-143"),
        ("2026-11-23", "2026-11-23"),
        ("B-52, 4-star", "B-52, 4-star"),
        ("x.org/2019-20", "x.org/2019-20"),
    ],
)
def test_a_range_of_numbers_has_its_dash_and_other_hyphens_stay(expected: str, typed: str) -> None:
    assert Labels.for_language("en").typography.spaced(typed) == expected


def test_every_language_says_what_it_ties() -> None:
    lacking = [tag for tag in complete() if not (said := shipped(tag)) or "ties" not in said.customs]
    assert lacking == []


def test_a_language_that_says_nothing_ties_nothing() -> None:
    assert Ties.of({}) is NO_TIES
    assert NO_TIES.tied("p. 12") == "p. 12"
