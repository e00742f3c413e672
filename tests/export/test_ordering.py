"""Copies come in the order that a job asks for, and neighbours get different versions."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.export.ordering import assigned, filing, in_order, natural
from guidepress.export.roster import Pupil


def pupil(name: str, seat: str = "", version: str = "") -> Pupil:
    given, _, family = name.rpartition(" ")
    return Pupil(given, family, name, "", "", seat, version, Span("class.csv", 2, 1))


def test_versions_go_round_in_the_order_of_seats() -> None:
    pupils = [pupil("Ana A", "10"), pupil("Bo B", "2"), pupil("Cy C", "1"), pupil("Di D", "3")]
    assert assigned(pupils, ("A", "B", "C")) == ("A", "B", "A", "C")  # seats 10, 2, 1, 3


def test_the_roster_may_ask_for_a_version_that_there_is() -> None:
    assert assigned([pupil("Ana A", "", "B"), pupil("Bo B")], ("A", "B")) == ("B", "B")
    with pytest.raises(FaultsFound, match=r'class\.csv:2:1: error: This row asks for version "E"'):
        assigned([pupil("Ana A", "", "E")], ("A", "B"))


def test_one_version_has_no_letter() -> None:
    assert assigned([pupil("Ana A")], ("",)) == ("",)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("roster", ["Zoë Ärlig", "Ana Zorn", "Bo O’Brien", "Cy Obi"]),
        ("student", ["Zoë Ärlig", "Cy Obi", "Bo O’Brien", "Ana Zorn"]),
        ("page", ["Zoë Ärlig", "Cy Obi", "Bo O’Brien", "Ana Zorn"]),
        ("seat", ["Ana Zorn", "Bo O’Brien", "Zoë Ärlig", "Cy Obi"]),
        ("version", ["Bo O’Brien", "Zoë Ärlig", "Cy Obi", "Ana Zorn"]),
    ],
)
def test_orders(order: str, names: list[str]) -> None:
    pupils = [
        (pupil("Zoë Ärlig", "B10"), "B"),
        (pupil("Ana Zorn", "A2"), "C"),
        (pupil("Bo O’Brien", "B9"), "A"),
        (pupil("Cy Obi"), "B"),
    ]
    assert [each.name for each, _ in in_order(pupils, order)] == names  # type: ignore[arg-type]


def test_seats_are_sorted_as_people_count() -> None:
    seats = ["A10", "", "A2", "10", "9", "B1"]
    assert sorted(seats, key=natural) == ["A2", "A10", "B1", "9", "10", ""]


def test_names_are_filed_without_accents_and_apostrophes() -> None:
    assert filing("O’Brien") < filing("Obrist")
    assert filing("Ärlig") < filing("Berg")
