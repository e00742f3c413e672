"""A character map keeps families together, says every line where its arrow ends, and no line crosses words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.figures.drawn import crossed, label_box, lines_of, meeting, words
from tests.composing import context_of
from tests.examples import so_many
from tests.stock import stock_layout

from guidepress.base.record import replace
from guidepress.compose.figures.character_map import character_map
from guidepress.compose.figures.map_columns import lanes_of, share_out
from guidepress.compose.figures.map_plan import MOST_EDGES, Bunch, Edge, MapPlan, plan_of
from guidepress.guide.model import Character, CharacterMap, Guide, MapEdge, MapGroup, Person, Relation

if TYPE_CHECKING:
    from guidepress.layout.model import Layout

WIDE, NARROW = 380_000, 200_000

names = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=127), min_size=1, max_size=24)


@st.composite
def casts(draw: st.DrawFn) -> tuple[Character, ...]:
    cast = draw(st.lists(names, min_size=2, max_size=24, unique=True))
    ends = st.sampled_from(cast)
    pairs = draw(st.lists(st.tuples(ends, ends, names), min_size=2, max_size=40))
    return tuple(
        Character(
            name,
            importance=1 + index // 4,
            relations=tuple(Relation(to, what) for source, to, what in pairs if source == name),
        )
        for index, name in enumerate(cast)
    )


@st.composite
def drawn_maps(draw: st.DrawFn) -> Guide:
    """Guides whose author has drawn a map: one or two in the middle, groups with and without names."""
    cast = draw(st.lists(names, min_size=3, max_size=14, unique=True))
    centres = draw(st.integers(1, 2))
    outer = cast[centres:]
    cuts = sorted(draw(st.sets(st.integers(1, len(outer)), max_size=4)) | {0, len(outer)})
    groups = tuple(
        MapGroup(
            tuple(outer[start:stop]), draw(st.sampled_from(("", "The Family", "A very long name of a party")))
        )
        for start, stop in pairwise(cuts)
    )
    ends = st.sampled_from(cast)
    pairs = draw(
        st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=16)
    )
    edges = tuple(MapEdge(source, to, draw(names)) for source, to in pairs)
    drawn = CharacterMap(tuple(cast[:centres]), groups, edges)
    return Guide(1, "T", (Person("A"),), characters=tuple(map(Character, cast)), map=drawn)


def guide_with(drawn: CharacterMap, *cast: Character) -> Guide:
    return Guide(1, "T", (Person("A"),), characters=cast, map=drawn)


def plan(guide: Guide, layout: Layout) -> MapPlan:
    found = plan_of(guide, context_of(guide, layout).labels)
    assert found is not None
    return found


@settings(deadline=None, max_examples=so_many(60))
@given(st.one_of(drawn_maps(), casts().map(lambda cast: Guide(1, "T", (Person("A"),), characters=cast))))
def test_no_words_meet_and_no_line_runs_through_words(guide: Guide) -> None:
    context = context_of(guide, stock_layout("study-guide"))
    for measure in (WIDE, NARROW):
        found = character_map(guide, context, measure)
        if found is None:
            continue
        drawing, _ = found
        assert meeting(drawing, context) == []
        assert crossed(drawing, context) == []
        slack = 1000  # half the width of a line
        for x, y in (point for line in lines_of(drawing) for point in line):
            assert -slack <= x <= drawing.width + slack
            assert -slack <= y <= drawing.height + slack


@settings(deadline=None, max_examples=so_many(60))
@given(drawn_maps())
def test_everyone_stands_once_and_every_line_is_drawn_or_listed(guide: Guide) -> None:
    found = plan(guide, stock_layout("study-guide"))
    assert guide.map is not None
    placed = [*found.centres, *(name for bunch in found.bunches for name in bunch.members)]
    assert len(placed) == len(set(placed))
    assert {name for edge in found.edges for name in (edge.source, edge.target)} <= set(placed)
    said = [(edge.source, edge.target, edge.words) for edge in (*found.edges, *found.rest)]
    assert said == [(edge.from_, edge.to, edge.words) for edge in guide.map.edges]
    assert len(found.edges) <= MOST_EDGES
    for columns in (1, 2):
        shared = share_out(found, columns=columns)
        assert sorted(bunch.members for column in shared for bunch in column) == sorted(
            bunch.members for bunch in found.bunches
        )


@given(drawn_maps())
def test_people_whom_a_line_joins_stand_on_one_side(guide: Guide) -> None:
    found = plan(guide, stock_layout("study-guide"))
    sides = {
        name: number
        for number, column in enumerate(share_out(found, columns=2))
        for bunch in column
        for name in bunch.members
    }
    for edge in found.edges:
        assert sides.get(edge.source, 9) == sides.get(edge.target, 9) or not {
            edge.source,
            edge.target,
        } <= set(sides)


def test_those_of_one_side_stand_as_high_as_whom_they_belong_to_so_that_no_lines_cross() -> None:
    # Those of the castle belong to both of the middle, those of the heath to the first alone; a line joins the two.
    heath, castle, isle = (
        Bunch("Heath", ("Fool",)),
        Bunch("Castle", ("Cook", "Maid")),
        Bunch("Isle", ("Fisher",)),
    )
    edges = (
        Edge("King", "Cook", ""),
        Edge("Queen", "Maid", ""),
        Edge("King", "Fool", ""),
        Edge("Fool", "Cook", ""),
    )
    found = MapPlan(("King", "Queen"), (castle, heath, isle), edges)
    assert share_out(found, columns=2) == ((heath, castle), (isle,))
    # Beside one person of the middle the author's order stays.
    alone = replace(found, centres=("King",), edges=edges[2:])
    assert share_out(alone, columns=2) == ((castle, heath), (isle,))


def test_families_stand_together_under_their_name(layout: Layout) -> None:
    drawn = CharacterMap(
        ("Lear",),
        (MapGroup(("Goneril", "Regan"), "The daughters"), MapGroup(("Kent",))),
        (MapEdge("Kent", "Lear", "banished by Lear"), MapEdge("Lear", "Regan", "father of Regan")),
    )
    guide = guide_with(drawn, *map(Character, ("Lear", "Goneril", "Regan", "Kent")))
    context = context_of(guide, layout)
    found = character_map(guide, context, WIDE)
    assert found is not None
    assert found[1] == (
        "Character map. The daughters: Goneril, Regan. Kent: banished by Lear. Lear: father of Regan."
    )
    said = [words(label) for label in found[0].labels]
    assert said[:4] == ["The daughters", "Goneril", "Regan", "father of Regan"]


def test_words_stand_where_the_arrow_ends_below_the_name_that_they_lead_to(layout: Layout) -> None:
    drawn = CharacterMap(
        ("Lear",), (), (MapEdge("Kent", "Lear", "banished by Lear"), MapEdge("Lear", "Regan", "father"))
    )
    guide = guide_with(drawn, *map(Character, ("Lear", "Regan", "Kent")))
    context = context_of(guide, layout)
    found = character_map(guide, context, WIDE)
    assert found is not None
    boxes = {words(label): label_box(label, context) for label in found[0].labels}
    tips = [line[-1] for line in lines_of(found[0])]
    for said, name in (("banished by Lear", "Lear"), ("father", "Regan")):
        left, top, right, foot = boxes[said]
        near = [
            tip
            for tip in tips
            if top <= tip[1] <= foot and min(abs(tip[0] - left), abs(tip[0] - right)) < 4000
        ]
        assert len(near) == 1, said  # 3.5 points of padding
        assert top > boxes[name][1]


def test_a_line_without_words_says_what_the_relation_says(layout: Layout) -> None:
    drawn = CharacterMap(("Lear",), (), (MapEdge("Kent", "Lear"),))
    kent = Character("Kent", relations=(Relation("Lear", "servant of"),))
    assert plan(guide_with(drawn, Character("Lear"), kent), layout).edges == (
        Edge("Kent", "Lear", "servant of Lear"),
    )


def test_a_map_has_no_more_lines_than_can_be_followed(layout: Layout) -> None:
    """Twelve: of 13 relations of one person the last goes, whoever draws the map."""
    fools = tuple(Character(f"Fool {n}", importance=2) for n in range(13))
    king = Character("Lear", importance=1, relations=tuple(Relation(each.name, "king of") for each in fools))
    worked_out = plan(Guide(1, "T", (Person("A"),), characters=(king, *fools)), layout)
    assert [edge.target for edge in worked_out.edges] == [f"Fool {n}" for n in range(12)]
    lines = tuple(MapEdge("Lear", each.name, "king") for each in fools)
    authored = plan(guide_with(CharacterMap(("Lear",), (), lines), king, *fools), layout)
    assert [edge.target for edge in authored.rest] == ["Fool 12"]


def test_lines_beside_a_column_have_lanes_of_their_own() -> None:
    column = (Bunch("", ("A", "B", "C", "D")),)
    long, short, apart = Edge("A", "C", ""), Edge("B", "C", ""), Edge("D", "D", "")
    assert lanes_of(column, (long, short, apart)) == {apart: 0, short: 0, long: 1}


def test_a_map_that_no_page_holds_is_not_drawn(layout: Layout) -> None:
    """Giant labels: 40 points a line, eight people at the least, on a page of 9 inches of text."""
    tall = {
        **layout.styles,
        "figure-label": replace(layout.styles["figure-label"], size=40_000, leading=60_000),
    }
    fools = tuple(Character(f"Fool {n}") for n in range(12))
    lines = tuple(MapEdge("Lear", each.name, "king of a fool") for each in fools)
    guide = guide_with(CharacterMap(("Lear",), (), lines), Character("Lear"), *fools)
    assert character_map(guide, context_of(guide, replace(layout, styles=tall)), WIDE) is None
    assert character_map(guide, context_of(guide, layout), WIDE) is not None


def test_a_map_is_the_same_every_time(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    assert character_map(guide, context, 300_000) == character_map(guide, context, 300_000)
