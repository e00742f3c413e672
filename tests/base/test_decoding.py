"""Records are decoded from YAML by their annotations."""

import time
from typing import Annotated, Literal

import pytest

from guidepress.base.colour import Colour, parse_colour
from guidepress.base.decoding import Decoder, Decoding, Rejected
from guidepress.base.diagnostics import Span
from guidepress.base.lengths import parse_length
from guidepress.base.record import field, record
from guidepress.base.yaml import ScalarNode, parse_yaml


@record
class Inner:
    name: str = field(metadata={"short": True})
    size: Annotated[int, "length"] = 0
    span: Span = Span("", 1, 1)


@record
class Outer:
    title: str
    count: int = 0
    share: float = 0.0
    on: bool = False
    kind: Literal["one", "two", ""] = ""
    colour: Colour | None = None
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()
    pair: tuple[str, int] = ("", 0)
    loose: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    as_: str = field(default="", metadata={"key": "as"})
    mixed: str | int | bool | tuple[str, ...] = ""
    boxed: Inner | Literal["none"] = "none"
    number: int = field(default=0, metadata={"derived": True})
    rest: dict[str, str] = field(default_factory=dict, metadata={"rest": True})


def _length(node: ScalarNode, _run: Decoding) -> int:
    return parse_length(node.value)


def _colour(node: ScalarNode, _run: Decoding) -> Colour:
    return parse_colour(node.value)


def decode(text: str) -> tuple[Outer, list[str]]:
    decoder = Decoder({"length": _length, Colour: _colour})
    decoded = decoder.decode(Outer, parse_yaml(text.encode(), "a.yaml"))
    assert decoded.record is not None
    return decoded.record, [f"{fault.span}: {fault.code}" for fault in decoded.faults]


def test_every_kind_of_field() -> None:
    text = """\
title: 1.10
count: -3
share: 0.5
on: true
kind: two
colour: "#000080"
inner: short
many: [{name: a, size: 25.4mm}, b]
pair: [x, 7]
loose: single
as: a key that is a word of Python
mixed: [p, q]
extra: anything
another: 5
"""
    decoded, faults = decode(text)
    assert faults == []
    assert decoded == Outer(
        title="1.10",
        count=-3,
        share=0.5,
        on=True,
        kind="two",
        colour=Colour(0, 0, 128),
        inner=Inner("short", 0, Span("a.yaml", 7, 8)),
        # 25.4 mm are an inch: 72 points, 72,000 thousandths.
        many=(Inner("a", 72_000, Span("a.yaml", 8, 8)), Inner("b", 0, Span("a.yaml", 8, 33))),
        pair=("x", 7),
        loose=("single",),
        as_="a key that is a word of Python",
        mixed=("p", "q"),
        rest={"extra": "anything", "another": "5"},
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), ("true", True), ("text", "text"), ('"12"', "12"), ("no", "no"), ("[a]", ("a",))],
)
def test_a_union_is_decided_by_what_the_value_looks_like(written: str, value: object) -> None:
    decoded, faults = decode(f"title: t\nmixed: {written}")
    assert faults == []
    assert decoded.mixed == value
    assert type(decoded.mixed) is type(value)


def test_a_union_of_a_word_and_a_record() -> None:
    assert decode("title: t\nboxed: none")[0].boxed == "none"
    assert decode("title: t\nboxed: {name: x}")[0].boxed == Inner("x", 0, Span("a.yaml", 2, 8))
    assert decode("title: t\nboxed: y")[0].boxed == Inner("y", 0, Span("a.yaml", 2, 8))


def test_all_faults_come_in_file_order_and_leave_defaults() -> None:
    decoded, faults = decode(
        """\
count: many
share: half
on: yes
kind: three
colour: red
inner: [a]
many: [{size: 3, nam: b}, {name: c, size: 1 mile}]
pair: [x]
loose: {a: b}
mixed: {a: b}
!odd ab: key
"""
    )
    assert faults == [
        "a.yaml:1:1: missing-key",
        "a.yaml:1:8: wrong-type",
        "a.yaml:2:8: wrong-type",
        "a.yaml:3:5: wrong-type",
        "a.yaml:4:7: wrong-value",
        "a.yaml:5:9: wrong-value",
        "a.yaml:6:8: wrong-type",
        "a.yaml:7:8: missing-key",
        "a.yaml:7:15: wrong-value",
        "a.yaml:7:18: unknown-key",
        "a.yaml:7:43: wrong-value",
        "a.yaml:8:7: wrong-length",
        "a.yaml:9:8: wrong-type",
        "a.yaml:10:8: wrong-type",
        "a.yaml:11:1: key-not-text",
    ]
    assert (decoded.title, decoded.count, decoded.colour, decoded.pair) == ("", 0, None, ("", 0))


def test_a_converter_may_reject_with_its_own_code_and_hint() -> None:
    def refuse(node: ScalarNode, _run: Decoding) -> int:
        raise Rejected("too-long", f"{node.value} is too long.", "Make it shorter.")

    decoder = Decoder({"length": refuse, Colour: _colour})
    (fault,) = decoder.decode(Inner, parse_yaml(b"{name: a, size: 9km}", "a.yaml")).faults
    assert (fault.code, fault.message, fault.hint) == ("too-long", "9km is too long.", "Make it shorter.")


def test_a_hook_completes_a_record_and_knows_the_context() -> None:
    def number(values: dict[str, object], _node: object, run: Decoding) -> None:
        values["number"] = run.context

    decoder = Decoder({"length": _length, Colour: _colour}, {Outer: number})
    decoded = decoder.decode(Outer, parse_yaml(b"title: t", "a.yaml"), context=42)
    assert decoded.record is not None
    assert decoded.record.number == 42


def test_a_fault_that_an_alias_repeats_is_said_once() -> None:
    _, faults = decode("title: t\nmany: [&a {name: x, size: far}, *a]")
    assert faults == ["a.yaml:2:27: wrong-value"]


def test_a_root_that_lacks_what_has_no_blank_binds_to_none() -> None:
    @record
    class Needs:
        inner: Inner

    decoded = Decoder({"length": _length}).decode(Needs, parse_yaml(b"other: 1", "a.yaml"))
    assert decoded.record is None
    assert [fault.code for fault in decoded.faults] == ["unknown-key", "missing-key"]


def test_an_annotation_that_no_reader_knows_is_a_mistake_in_the_program() -> None:
    @record
    class Odd:
        value: set[str]

    with pytest.raises(TypeError, match="no reader"):
        Decoder().decode(Odd, parse_yaml(b"value: 1", "a.yaml"))


def test_an_annotation_that_is_still_a_text_is_a_mistake_in_the_program() -> None:
    @record
    class Postponed:
        value: "int"

    with pytest.raises(TypeError, match="no reader for 'int'"):
        Decoder().decode(Postponed, parse_yaml(b"value: 1", "a.yaml"))


def test_keys_are_listed_as_files_write_them() -> None:
    assert Decoder().keys(Inner) == ("name", "size")
    assert "as" in Decoder().keys(Outer)
    assert "number" not in Decoder().keys(Outer)


def test_a_number_has_at_most_nine_digits_before_its_point() -> None:
    """Python itself reads no whole number of more than 4300 digits, and one of 400 as a float is infinite."""
    assert decode("title: a\ncount: -999999999\nshare: 999999999.5")[0].count == -999_999_999
    for key in ("count", "share"):
        for digits in (10, 400, 5000):
            _, faults = decode(f"title: a\n{key}: {'9' * digits}")
            assert faults == [f"a.yaml:2:{len(key) + 3}: wrong-value"]


def test_very_many_unknown_keys_are_told_in_time_in_proportion() -> None:
    """Eight times as many take no more than twenty times as long; where each looks at all others, 64 times."""

    def taken(count: int) -> float:
        text = "title: t\ninner:\n  name: n\n" + "".join(f"  k{number}: 1\n" for number in range(count))
        began = time.process_time()
        assert sum(": unknown-key" in each for each in decode(text)[1]) == count
        return time.process_time() - began

    taken(10)
    assert taken(16_000) < 20 * taken(2_000)
