"""Choices that speak of other choices keep their places, in each language."""

from __future__ import annotations

import pytest

from guidepress.base.record import replace
from guidepress.compose.worksheets.pinned import pinned, with_pins
from guidepress.guide.model import Guide, Markdown, Person, Question, Unit
from guidepress.labels import Labels


def found(language: str, closing: str) -> frozenset[int]:
    """What is pinned of four choices of which `closing` is the last."""
    choices = tuple(map(Markdown, ("One", "Two", "Three", closing)))
    question = Question(Markdown("Q?"), "multiple_choice", choices=choices)
    guide = Guide(1, "T", (Person("A"),), questions=(question,), units=(Unit("U", checks=(question,)),))
    made = with_pins(guide, Labels.for_language(language))
    assert made.questions == made.units[0].checks
    return pinned(made.questions[0])


@pytest.mark.parametrize(
    ("language", "closing"),
    [
        ("en", "All of the above."),
        ("en-GB", "None of the above"),
        ("en", "none of these"),
        ("en", "Both of these"),
        ("en", "Neither"),
        ("es", "Todas las anteriores"),
        ("es-MX", "Ninguna de las anteriores"),
        ("fr", "Toutes ces réponses"),
        ("fr", "Aucune de ces réponses."),
        ("de", "Alle genannten"),
        ("de-CH", "Keine der Antworten"),
        ("it", "Tutte le precedenti"),
        ("pt", "Nenhuma das anteriores"),
        ("nl", "Alle bovenstaande antwoorden"),
        ("pl", "Żadna z powyższych"),
        ("sv", "Inget av ovanstående"),
    ],
)
def test_choices_about_the_others_stay_below_them(language: str, closing: str) -> None:
    assert found(language, closing) == {3}


@pytest.mark.parametrize(
    ("language", "closing"), [("en", "Both A and C"), ("es", "A y C"), ("it", "Sia A e C"), ("sv", "A och C")]
)
def test_choices_that_name_letters_pin_the_whole_list(language: str, closing: str) -> None:
    assert found(language, closing) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("language", "closing"),
    [("en", "All his money is gone"), ("es", "Todas las tardes"), ("de", "Alle Mann")],
)
def test_an_ordinary_choice_is_free(language: str, closing: str) -> None:
    assert found(language, closing) == frozenset()


def test_what_the_guide_pins_stays_pinned_beside_what_speaks_of_the_others() -> None:
    choices = tuple(map(Markdown, ("One", "Two", "None of these")))
    question = Question(Markdown("Q?"), "multiple_choice", choices=choices, fixed=(0,))
    guide = Guide(1, "T", (Person("A"),), questions=(question,))
    assert pinned(with_pins(guide, Labels.for_language("en")).questions[0]) == {0, 2}
    assert pinned(replace(question, keep_order=True)) == {0, 1, 2}
