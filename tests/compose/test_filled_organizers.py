"""Organizers filled from the data: in the frame that pupils have, inside their boxes, read out in full."""

from __future__ import annotations

import pytest
from tests.compose.outline import words
from tests.composing import context_of
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.compose.figures.filled_organizers import FILLED
from guidepress.compose.figures.organizers import organizer
from guidepress.guide.model import Beat, Character, Guide, Markdown, Person, Quote, Setting, Unit, Work

SIZE = (500_000, 520_000)


@pytest.mark.parametrize("name", ["a-christmas-carol", "macbeth"])
@pytest.mark.parametrize("kind", sorted(FILLED))
def test_teachers_have_the_frame_of_the_pupils_and_answers_inside_it(name: str, kind: str) -> None:
    guide = stock_guide(name)
    context = context_of(guide, stock_layout("teacher-workbook"))
    blank, _ = organizer(kind, context, SIZE)
    made = FILLED[kind](guide, context, SIZE)
    assert made is not None
    filled, alt = made
    assert set(blank.shapes) <= set(filled.shapes)
    named = {(label.x, label.y, words(label.inlines)) for label in blank.labels}
    answers = [label for label in filled.labels if label.style.name.startswith("answer")]
    assert named | {(each.x, each.y, words(each.inlines)) for each in answers} == {
        (label.x, label.y, words(label.inlines)) for label in filled.labels
    }
    assert len(answers) >= 4
    for label in answers:
        text = words(label.inlines).replace("*", "").replace(" // ", "; ")
        assert label.y - label.style.leading + context.height(label) < SIZE[1]
        assert text in alt


def test_an_organizer_that_the_data_cannot_fill_stays_blank() -> None:
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."))
    context = context_of(guide, stock_layout("teacher-workbook"))
    assert [filler(guide, context, SIZE) for filler in FILLED.values()] == [None] * len(FILLED)


def web(**changes: object) -> str:
    """What is read out of the web of a guide with one leading character."""
    who = Character("Ann Lee", aliases=("Ann",), importance=1, summary=Markdown("A nurse. She leaves."))
    guide = Guide(1, "T", (Person("A"),), units=(Unit("One", number=1),), characters=(who,))
    guide = replace(guide, **changes)  # type: ignore[arg-type]
    made = FILLED["character_web"](guide, context_of(guide, stock_layout("teacher-workbook")), SIZE)
    return made[1] if made else ""


def test_a_web_has_the_words_of_the_leading_character_and_those_of_others_who_name_it() -> None:
    said = (
        Quote(Markdown("I am off."), speaker="Ann Lee", locator="p. 2"),
        Quote(Markdown("Let Ann go."), speaker="the doctor"),
        Quote(Markdown("It rains."), speaker="the doctor"),
    )
    assert web(quotes=said) == (
        "Character web: Ann Lee. Says: I am off. (p. 2); Does: A nurse. She leaves.; "
        "What others say: The doctor: Let Ann go."
    )


def test_what_does_not_fit_its_box_is_passed_over() -> None:
    said = tuple(Quote(Markdown(text), speaker="Ann Lee") for text in ("word " * 400, "Short."))
    assert "Says: Short.;" in web(quotes=said)


def test_a_web_of_which_little_is_known_stays_blank() -> None:
    assert web() == ""


def test_what_stands_together_in_a_box_has_lines_of_its_own() -> None:
    guide = replace(
        Guide(1, "T", (Person("A"),), overview=Markdown("Text.")),
        work=Work(setting=Setting(place=Markdown("A port, and one ship"), time=Markdown("Winter"))),
        plot_arc=(
            Beat("inciting incident", label=Markdown("A storm comes")),
            Beat("rising action", label=Markdown("The lamp fails; a boat is lost")),
            Beat("climax", label=Markdown("It burns again")),
        ),
    )
    context = context_of(guide, stock_layout("teacher-workbook"))
    told, setting = FILLED["plot_diagram"](guide, context, SIZE), FILLED["story_map"](guide, context, SIZE)
    assert told is not None
    assert setting is not None
    lines = [words(each.inlines) for each in (*told[0].labels, *setting[0].labels)]
    assert "A storm comes // The lamp fails; a boat is lost" in lines
    assert "A port, and one ship // Winter" in lines
