"""What begins on a new page: sections that ask for it, and what follows a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import section
from tests.paginate.stacks import para

from guidepress.paginate.pieces import AnchorMark, Begin, Space, Stop, Turn
from guidepress.paginate.strands import strands_of

if TYPE_CHECKING:
    from guidepress.document.blocks import Section
    from guidepress.paginate.pieces import Piece, Strand

ONE, TWO = section(), section(title="Two")
FLOWS = section(title="Flows", start="flow")
A, B, C = para(1), para(1), para(1)


def begun(made: Section, *pieces: Piece) -> tuple[Section, tuple[Piece, ...]]:
    return made, (Begin(made), *pieces)


def told(strands: tuple[Strand, ...]) -> list[tuple[str, str, int]]:
    """Where each strand may begin, its section, and how many pieces it has."""
    return [(strand.start, strand.section.title, len(strand.pieces)) for strand in strands]


def test_a_section_that_asks_for_a_page_begins_a_strand() -> None:
    assert told(strands_of([begun(ONE, A), begun(TWO, B)])) == [("page", "One", 2), ("page", "Two", 2)]
    recto = section(title="Recto", start="recto")
    assert told(strands_of([begun(ONE, A), begun(recto, B)])) == [("page", "One", 2), ("recto", "Recto", 2)]


def test_a_section_that_flows_goes_on_in_the_strand_before() -> None:
    made = strands_of([begun(ONE, A), begun(FLOWS, B)])
    assert told(made) == [("page", "One", 4)]
    assert made[0].pieces[1] is A
    room = section(title="Room", start="room")
    assert told(strands_of([begun(ONE, A), begun(room, B)])) == [("page", "One", 4)]


def test_the_first_section_begins_a_strand_whatever_it_asks_for() -> None:
    assert told(strands_of([begun(FLOWS, A)])) == [("page", "Flows", 2)]


def test_a_turn_parts_a_section() -> None:
    made = strands_of([begun(ONE, A, Turn("verso"), B, Turn("recto"), C)])
    assert told(made) == [("page", "One", 2), ("verso", "One", 1), ("recto", "One", 1)]
    assert [strand.pieces[-1] for strand in made] == [A, B, C]


def test_what_follows_a_turn_belongs_to_its_section_whatever_begins_further_on() -> None:
    made = strands_of([begun(ONE, A, Turn("page"), B), begun(FLOWS, C)])
    assert told(made) == [("page", "One", 2), ("page", "One", 3)]


def test_what_prints_nothing_begins_with_what_follows() -> None:
    empty = begun(ONE, AnchorMark("a"), Stop("page"), Space(1000))
    made = strands_of([empty, begun(TWO, A)])
    assert told(made) == [("page", "One", 6)]
    assert told(strands_of([begun(ONE, Turn("recto"), A)])) == [("recto", "One", 2)]


def test_of_two_turns_the_second_says_where_to_begin() -> None:
    assert told(strands_of([begun(ONE, A, Turn("page"), Turn("verso"), B)]))[1] == ("verso", "One", 1)


def test_a_book_has_a_page_even_if_nothing_stands_on_it() -> None:
    assert told(strands_of([])) == [("page", "", 0)]
    assert told(strands_of([begun(ONE)])) == [("page", "", 0)]
