"""A mapping read as a file is: places are the keys that lead to a value."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.base.mapped import mapped
from guidepress.base.yaml import MappingNode, Node, ScalarNode, SequenceNode


def written(node: Node) -> object:
    """A node as plain values; a quoted text stays in quotes."""
    if isinstance(node, MappingNode):
        return {key.value: written(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [written(entry) for entry in node.value]
    return f"{node.style}{node.value}{node.style}" if node.style else node.value


def at(values: dict[str, object], *path: str | int) -> Span:
    """The place of the value to which keys lead."""
    source = mapped(values, "guide")
    node: Node = source.root
    for step in path:
        entries = node.value if isinstance(step, int) else {key.value: value for key, value in node.value}
        node = entries[step]
    return source.span(node)


def test_texts_are_quoted_and_all_else_is_plain() -> None:
    values = {
        "text": "1843",
        "whole": 12,
        "number": 0.5,
        "small": 0.0000001,  # Python writes 1e-07, and no field takes an exponent
        "yes": True,
        "nothing": None,
        "day": dt.date(2026, 11, 23),
        "moment": dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC),
        "path": Path("a/b.png"),
        "list": ("a", 1),
        "more": {"b": False},
    }
    assert written(mapped(values, "guide").root) == {
        "text": '"1843"',
        "whole": "12",
        "number": "0.5",
        "small": "0.000000",
        "yes": "true",
        "nothing": "null",
        "day": "2026-11-23",
        "moment": "2026-11-23",
        "path": "a/b.png",
        "list": ['"a"', "1"],
        "more": {"b": "false"},
    }


def test_a_place_names_the_keys() -> None:
    assert str(at({})) == "guide"
    assert str(at({"units": [{}, {"title": "x"}]}, "units", 1, "title")) == "guide:units[1].title"
    assert str(at({"a b": {"c": 1}}, "a b", "c")) == 'guide:["a b"].c'
    assert str(at({"x": {"größe-1": 1}}, "x", "größe-1")) == "guide:x.größe-1"
    assert at({"units": [{}]}, "units", 0).where == "at units[0]"


def test_a_place_in_a_text_has_a_line_of_that_text() -> None:
    source = mapped({"plot": "One.\nTwo."}, "guide")
    ((_, text),) = source.root.value
    assert isinstance(text, ScalarNode)
    span, further, lines_of_its_own = source.text_place(text)
    assert (str(span), further, lines_of_its_own) == ("guide:plot:1:1", (), True)


def test_places_are_in_the_order_of_the_mapping() -> None:
    values: dict[str, object] = {"z": "One.\nTwo.", "a": [1, 2]}
    source = mapped(values, "guide")
    spans = [at(values, "z"), Span("guide", 2, 1, "z"), at(values, "a"), at(values, "a", 1)]
    assert sorted(spans, key=source.order) == spans


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({1: "x"}, "guide: error: A key must be a text, not 1."),
        ({"a": {None: "x"}}, "guide:a: error: A key must be a text, not None."),
        ({"a": [{1, 2}]}, "guide:a[0]: error: A value of the type set cannot stand here."),
        ({"a": b"x"}, "guide:a: error: A value of the type bytes cannot stand here."),
    ],
)
def test_what_no_file_can_hold_is_refused(values: dict[str, object], said: str) -> None:
    with pytest.raises(FaultsFound) as found:
        mapped(values, "guide")
    assert str(found.value).startswith(said)


def test_a_mapping_that_holds_itself_is_refused() -> None:
    values: dict[str, object] = {}
    values["a"] = values
    with pytest.raises(FaultsFound, match="nested more than 100 levels deep"):
        mapped(values, "guide")


def test_a_mapping_without_measure_is_refused() -> None:
    many: list[object] = ["x"] * 1000
    with pytest.raises(FaultsFound, match="more than 100,000 values"):
        mapped({"a": [many] * 101}, "guide")
