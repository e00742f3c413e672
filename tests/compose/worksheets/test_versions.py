"""Versions of a sheet: no neighbours share an order, and a program that answers from the key gets full marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.record import replace
from guidepress.compose.worksheets.pinned import pinned
from guidepress.compose.worksheets.posed import letter
from guidepress.compose.worksheets.versions import as_written, pose, versions
from guidepress.guide.model import Markdown, Question, QuestionType

if TYPE_CHECKING:
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.compose.worksheets.versions import Version

Bank: TypeAlias = list[tuple[QuestionType, list[Question]]]


def texts(*sources: str) -> tuple[Markdown, ...]:
    return tuple(Markdown(source) for source in sources)


def choosing(name: str, count: int, right: int, *, keep: bool = False, closing: str = "") -> Question:
    choices = [f"{name} {index}" for index in range(count)]
    if closing:
        choices[-1] = closing
    return Question(
        Markdown(name), "multiple_choice", choices=texts(*choices), answer=texts(letter(right)), right=(right,),
        keep_order=keep,
    )  # fmt: skip


def matching(name: str, count: int) -> Question:
    pairs = tuple((Markdown(f"{name} l{index}"), Markdown(f"{name} r{index}")) for index in range(count))
    return Question(Markdown(name), "matching", pairs=pairs)


def ordering(name: str, count: int, shift: int) -> Question:
    right = tuple((index + shift) % count for index in range(count))
    return Question(
        Markdown(name), "ordering", choices=texts(*(f"{name} {index}" for index in range(count))), right=right
    )


def filling(name: str, *answers: str) -> Question:
    return Question(Markdown(f"{name} ____"), "fill_blank", answer=texts(*answers))


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """Draw questions of every type, grouped as a sheet groups them."""
    several = st.integers(0, 5)
    made: dict[QuestionType, list[Question]] = {}
    for index in range(draw(several)):
        count = draw(st.integers(2, 6))
        made.setdefault("multiple_choice", []).append(
            choosing(
                f"m{index}", count, draw(st.integers(0, count - 1)), keep=draw(st.booleans()),
                closing=draw(st.sampled_from(["", "None of the above", "All of these"])),
            )
        )  # fmt: skip
    for index in range(draw(several)):
        made.setdefault("fill_blank", []).append(filling(f"f{index}", f"word{index}"))
    for index in range(draw(several)):
        made.setdefault("matching", []).append(matching(f"p{index}", draw(st.integers(2, 6))))
    for index in range(draw(several)):
        count = draw(st.integers(2, 6))
        made.setdefault("ordering", []).append(ordering(f"o{index}", count, draw(st.integers(0, count - 1))))
    return list(made.items())


def answered_right(posed: Posed) -> bool:
    """Answer a question as printed, from the key alone, and mark it against the guide."""
    question = posed.question
    printed = [question.choices[index].source for index in posed.order] if question.choices else []
    if question.type == "multiple_choice":
        chosen = {printed["ABCDEFGH".index(mark)] for mark in posed.letters()}
        return chosen == {question.choices[index].source for index in question.right}
    if question.type == "matching":
        halves = [question.pairs[index][1].source for index in posed.order]
        written = [halves["ABCDEFGH".index(mark)] for mark in posed.matches()]
        return written == [right.source for _, right in question.pairs]
    if question.type == "ordering":
        sorted_by_key = [text for _, text in sorted(zip(posed.ranks(), printed, strict=True))]
        return sorted_by_key == [question.choices[index].source for index in question.right]
    return True


def free(question: Question) -> int:
    """How many entries of a question may move."""
    return max(len(question.choices), len(question.pairs)) - len(pinned(question))


@given(banks(), st.integers(0, 2**32), st.integers(1, 6))
def test_answering_from_the_key_gives_full_marks(bank: Bank, seed: int, count: int) -> None:
    for version in versions(bank, count, seed):
        assert all(answered_right(posed) for posed in version.posed)


@given(banks(), st.integers(0, 2**32), st.integers(2, 6))
def test_no_neighbours_share_an_order(bank: Bank, seed: int, count: int) -> None:
    for one, other in pairwise(versions(bank, count, seed)):
        for first, second in zip(one.parts, other.parts, strict=True):
            asked = [[posed.question for posed in part.posed] for part in (first, second)]
            assert asked[0] != asked[1] or len(asked[0]) < 2
            assert first.bank != second.bank or len(first.bank) < 2
            orders = {id(posed.question): posed.order for posed in first.posed}
            for posed in second.posed:
                assert posed.order != orders[id(posed.question)] or free(posed.question) < 2


@given(banks(), st.integers(0, 2**32))
def test_every_version_asks_the_same_and_numbers_it_through(bank: Bank, seed: int) -> None:
    all_questions = {id(question) for _, members in bank for question in members}
    for version in versions(bank, 4, seed):
        assert {id(posed.question) for posed in version.posed} == all_questions
        assert [posed.number for posed in version.posed] == list(range(1, len(all_questions) + 1))


@given(banks(), st.integers(0, 2**32))
def test_pinned_choices_stay_in_every_version(bank: Bank, seed: int) -> None:
    for version in versions(bank, 4, seed):
        for posed in version.posed:
            assert all(posed.order[index] == index for index in pinned(posed.question))


@given(banks(), st.integers(0, 2**32))
def test_a_seed_makes_the_same_versions(bank: Bank, seed: int) -> None:
    assert versions(bank, 4, seed) == versions(bank, 4, seed)


def test_versions_stay_what_they_were() -> None:
    """Written down once: teachers print a key again next year and expect it to fit."""
    bank: Bank = [("multiple_choice", [choosing(f"q{index}", 4, index) for index in range(4)])]
    keys = [" ".join(letters(version)) for version in versions(bank, 4, 7)]
    assert keys == KEYS


KEYS = [
    "q2B q1B q3B q0D",
    "q1C q2C q3D q0A",
    "q3A q0B q1D q2A",
    "q0C q2C q3D q1A",
]


def letters(version: Version) -> list[str]:
    return [f"{posed.question.prompt.source}{''.join(posed.letters())}" for posed in version.posed]


def test_the_right_answer_moves_from_neighbour_to_neighbour() -> None:
    bank: Bank = [("multiple_choice", [choosing("q", 4, 2)])]
    marks = [version.posed[0].letters() for version in versions(bank, 6, 1)]
    assert all(one != other for one, other in pairwise(marks))


def test_a_single_sheet_stands_as_it_is_written() -> None:
    bank: Bank = [("multiple_choice", [choosing("q", 3, 1), choosing("r", 3, 2)])]
    assert letters(as_written(bank)) == ["qB", "rC"]


@given(st.integers(2, 8), st.integers(0, 2**32))
def test_a_matching_list_never_stands_beside_its_answers(count: int, seed: int) -> None:
    assert pose(matching("p", count), 1, seed=seed).order != tuple(range(count))


def test_entries_written_in_their_right_order_are_mixed_up_on_every_sheet() -> None:
    given = pose(ordering("o", 5, 0), 1)
    assert sorted(given.order) == list(range(5))
    assert given.order != (0, 1, 2, 3, 4)
    # What the author mixed himself, or wants in its order, stays as it is written.
    assert pose(ordering("o", 5, 2), 1).order == (0, 1, 2, 3, 4)
    assert pose(replace(ordering("o", 5, 0), keep_order=True), 1).order == (0, 1, 2, 3, 4)
