"""Records are frozen, slotted and compared by value, whatever they are made by."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.record import Field, field, fields, identity, is_record, located, record, replace


@record
class Point:
    """A record with a default, a factory and a method."""

    x: int
    y: int = 2
    tags: tuple[str, ...] = ()
    marks: dict[str, int] = field(default_factory=dict, metadata={"kind": "marks"})

    @property
    def total(self) -> int:
        return self.x + self.y


@identity
class Token:
    text: str


@located
class Word:
    text: str
    size: int = 1
    span: int = 0


def test_where_a_located_record_was_written_tells_no_two_apart() -> None:
    assert Word("a", span=1) == Word("a", span=2)
    assert hash(Word("a", span=1)) == hash(Word("a", span=2))
    assert replace(Word("a", span=1), span=2).span == 2


@pytest.mark.parametrize("other", [Word("b"), Word("a", 2), ("a", 1, 0), None])
def test_a_located_record_is_compared_by_what_it_says(other: object) -> None:
    assert Word("a") != other


def test_values_defaults_and_factories_arrive() -> None:
    point = Point(1, tags=("a",))
    assert (point.x, point.y, point.tags, point.marks, point.total) == (1, 2, ("a",), {}, 3)
    assert Point(1).marks is not Point(1).marks


@given(st.integers(), st.integers(), st.lists(st.text()))
def test_a_record_is_equal_and_hashed_by_value(x: int, y: int, tags: list[str]) -> None:
    first, second = Point(x, y, tuple(tags)), Point(x, y, tuple(tags))
    assert first == second
    assert first != Point(x + 1, y, tuple(tags))


def test_records_without_mutable_fields_are_hashable() -> None:
    @record
    class Pair:
        a: int
        b: str

    assert len({Pair(1, "x"), Pair(1, "x"), Pair(2, "x")}) == 2


def test_an_identity_is_only_itself() -> None:
    assert Token("a") != Token("a")
    token = Token("a")
    assert {token: 1}[token] == 1


def test_nothing_can_be_changed_or_added() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="immutable"):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 3  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_fields_say_what_was_written_in_the_class() -> None:
    assert fields(Point) == (
        Field("x", "int", required=True, default=None, factory=None, metadata={}),
        Field("y", "int", required=False, default=2, factory=None, metadata={}),
        Field("tags", "tuple[str, ...]", required=False, default=(), factory=None, metadata={}),
        Field(
            "marks", "dict[str, int]", required=False, default=None, factory=dict, metadata={"kind": "marks"}
        ),
    )
    assert fields(Point(1)) == fields(Point)


def test_a_field_with_metadata_alone_is_required() -> None:
    @record
    class Named:
        name: str = field(metadata={"short": True})

    assert fields(Named) == (
        Field("name", "str", required=True, default=None, factory=None, metadata={"short": True}),
    )
    with pytest.raises(TypeError, match="name"):
        Named()  # type: ignore[call-arg]


def test_records_are_told_from_other_values() -> None:
    assert [is_record(value) for value in (Point, Point(1), Token("a"), "a", str, None)] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_replace_changes_what_it_names() -> None:
    assert replace(Point(1, 5), y=7) == Point(1, 7)
    with pytest.raises(TypeError):
        replace(Point(1), z=1)  # type: ignore[call-arg]


def test_records_are_copied_and_pickled() -> None:
    point = Point(1, 3, ("a",), {"b": 1})
    read_back = pickle.loads(pickle.dumps(point))  # noqa: S301 - what it has written itself
    assert read_back == copy.deepcopy(point) == copy.copy(point) == point


def test_a_wrong_call_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, nonsense=2)  # type: ignore[call-arg]


def test_it_reads_as_it_is_written() -> None:
    assert repr(Token("a")) == "Token(text='a')"
    match Point(4, 5):
        case Point(x, y):
            assert (x, y) == (4, 5)
