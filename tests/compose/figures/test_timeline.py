"""The picture of story and telling names its events, and its lines can be told apart in black and white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compose.figures.drawn import meeting, words
from tests.composing import context_of, measurer_of

from guidepress.base.record import replace
from guidepress.compose.compose import compose
from guidepress.compose.figures.timeline import timeline
from guidepress.compose.figures.timeline_legend import dashes, legend
from guidepress.guide.model import Event, Guide, Markdown

if TYPE_CHECKING:
    from guidepress.layout.model import Layout

MEASURE = 340_000


def test_an_event_is_named_at_its_place_in_the_telling(guide: Guide, layout: Layout) -> None:
    events = (
        Event("Long ago", Markdown("A lamp is lit by hand."), name="The lamp", unit=1, told=2),
        Event("Tonight", Markdown("It goes out."), unit=2, told=1),
    )
    told = replace(guide, timeline=events)
    context = context_of(told, layout)
    found = timeline(told, context, MEASURE)
    assert found is not None
    said = [words(label) for label in found[0].labels]
    assert said[2:6] == [
        "Long ago",
        "Tonight",
        "1\u2002It goes out. · Chapter\u00a02",
        "2\u2002The lamp · Chapter\u00a01–2",
    ]
    assert "1 Long ago: The lamp; 2 Tonight." in found[1]


def test_no_words_of_a_long_timeline_meet(guide: Guide, layout: Layout) -> None:
    events = tuple(
        Event(
            f"In the year {number}", Markdown("Something long happens " * (1 + number % 4)), told=21 - number
        )
        for number in range(1, 21)
    )
    told = replace(guide, timeline=events)
    context = context_of(told, layout)
    found = timeline(told, context, MEASURE)
    assert found is not None
    assert meeting(found[0], context) == []


def test_a_timeline_that_no_page_holds_is_left_to_its_table(guide: Guide, layout: Layout) -> None:
    """70 rows of 14.5 points are more than the 0.85 of a page of less than 792."""
    events = tuple(Event(f"{number}", Markdown("A."), told=number) for number in range(1, 71))
    told = replace(guide, timeline=events)
    assert timeline(told, context_of(told, layout), MEASURE) is None
    made = compose(told, layout, measurer_of(told, layout))
    assert [str(each) for each in made.left_out if each.section == "timeline"] == [
        "timeline: 70 of 70 places in the telling left out: the figure that shows them is higher than a page"
    ]


def test_each_theme_has_dashes_of_its_own_and_a_name_in_the_legend(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    marks = list(context.themes.values())
    assert len({dashes(mark) for mark in marks}) == len(marks) == 2
    eight = [replace(marks[0], number=number, name=f"Theme {number}") for number in range(1, 9)]
    assert len({dashes(mark) for mark in eight}) == 8
    key = legend([*eight[::-1], eight[0]], context, (200_000, 0))
    assert [words(label) for label in key.labels[1:]] == [f"{n} Theme {n}" for n in range(1, 9)]
    assert [shape.dash for shape in key.shapes] == [dashes(mark) for mark in eight]
    for label in key.labels:
        assert label.x + label.measure <= 200_000
        assert label.y < key.foot


def test_lines_of_one_theme_need_no_legend(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    only = next(iter(context.themes.values()))
    assert legend([only, only], context, (200_000, 500)).foot == 500
