"""YAML comes in as text with places, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.limits import FILE_BYTES
from guidepress.base.yaml import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlFile,
    _Plain,
    parse_yaml,
    read_yaml,
)


def fault(data: bytes) -> Diagnostic:
    with pytest.raises(FaultsFound) as raised:
        parse_yaml(data, "a.yaml")
    (only,) = raised.value.diagnostics
    return only


def place(found: Diagnostic) -> str:
    return str(found.span)


def scalar(source: YamlFile, key: str) -> ScalarNode:
    found = next(value for name, value in source.root.value if name.value == key)
    assert isinstance(found, ScalarNode | SequenceNode)
    return found  # type: ignore[return-value] # one test looks at a list


@pytest.mark.parametrize(
    "text", ["1843", "1.10", "yes", "no", "on", "1:30", "2026-11-23", "0x1F", "010", "1_000"]
)
def test_scalars_stay_text(text: str) -> None:
    assert scalar(parse_yaml(f"key: {text}".encode(), "a.yaml"), "key").value == text


def test_a_byte_order_mark_is_skipped_and_shifts_no_column() -> None:
    source = parse_yaml("\ufeffkey: value".encode(), "a.yaml")
    assert str(source.span(scalar(source, "key"))) == "a.yaml:1:6"


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (b"", "empty-file", "a.yaml:1:1"),
        (b"# only a comment\n", "empty-file", "a.yaml:1:1"),
        (b"\n- one", "wrong-type", "a.yaml:2:1"),
        (b"a: caf\xe9", "invalid-utf8", "a.yaml:1:7"),
        ("title: Book".encode("utf-16"), "invalid-utf8", "a.yaml:1:1"),
        (b"a: b\nc: d\x07e", "control-character", "a.yaml:2:5"),
        (b"a: b\n---\na: b\n", "malformed-yaml", "a.yaml:2:1"),
        (b"a: b: c", "malformed-yaml", "a.yaml:1:5"),
        (b"a:\n\tb: c", "malformed-yaml", "a.yaml:2:1"),
        (b"a: 'b\n\n\nc", "malformed-yaml", "a.yaml:1:4"),
        (b"a: *b", "malformed-yaml", "a.yaml:1:4"),
        (b"a: &x [*x]", "alias-explosion", "a.yaml:1:4"),
        # The mapping is the first level, so the hundredth bracket is the first of level 101.
        (b"a: " + b"[" * 500_000, "nesting-too-deep", "a.yaml:1:103"),
        (b"a: " + b"[" * 500_000 + b"]" * 500_000, "nesting-too-deep", "a.yaml:1:103"),
        # The hundred and first dash.
        (b"- " * 500_000, "nesting-too-deep", "a.yaml:1:201"),
    ],
)
def test_what_is_no_yaml_is_said_with_its_place(data: bytes, code: str, where: str) -> None:
    found = fault(data)
    assert (code, where) == (found.code, place(found))
    assert found.message.endswith(".")


def test_aliases_that_explode_are_refused() -> None:
    lines = ['a0: &a0 ["ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    # a0 is 11 nodes; each next is 10 of the one before and itself: 111, 1,111, 11,111, 111,111 > 100,000 at a4.
    assert place(fault("\n".join(lines).encode())) == "a.yaml:5:5"


def test_a_few_aliases_are_welcome() -> None:
    source = parse_yaml(b"a: &a [1, 2]\nb: *a\nc: *a", "a.yaml")
    assert scalar(source, "a") is scalar(source, "c")


def test_a_file_of_more_than_ten_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a" * (FILE_BYTES + 1))
    with pytest.raises(FaultsFound) as raised:
        read_yaml(path)
    assert raised.value.diagnostics[0].code == "file-too-large"


def test_a_missing_file_is_named_with_its_likeness(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("a: b", encoding="utf-8")
    with pytest.raises(FaultsFound) as raised:
        read_yaml(tmp_path / "giude.yaml")
    assert raised.value.diagnostics[0].code == "file-not-found"
    assert "guide.yaml" in raised.value.diagnostics[0].hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FaultsFound) as raised:
        read_yaml(tmp_path)
    assert raised.value.diagnostics[0].code == "file-unreadable"


TEXTS = b"""\
plain: one
quoted: "one two"
block: |-

  first

    deeper
folded: >-
  one two
  three
spread: one two
  three

  four
single: 'it''s one
  two'
"""


@pytest.mark.parametrize(
    ("key", "start", "starts", "block"),
    [
        ("plain", "a.yaml:1:8", (), False),
        ("quoted", "a.yaml:2:10", (), False),
        ("block", "a.yaml:4:3", (), True),
        # "one two three": the first line is the start, "three" stands at offset 8.
        ("folded", "a.yaml:9:3", ((8, 10, 3),), False),
        # "one two three\nfour": offsets 8 and 14.
        ("spread", "a.yaml:11:9", ((8, 12, 3), (14, 14, 3)), False),
        # "it's one two": the line holds an escape, so the search for "two" begins early and still finds it at 9.
        ("single", "a.yaml:15:10", ((9, 16, 3),), False),
    ],
)
def test_the_characters_of_a_text_have_places(
    key: str, start: str, starts: tuple[tuple[int, int, int], ...], *, block: bool
) -> None:
    source = parse_yaml(TEXTS, "a.yaml")
    span, found, is_block = source.text_place(scalar(source, key))
    assert (start, starts, block) == (str(span), found, is_block)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_whatever_ends_a_line_counts_as_one(end: str) -> None:
    """Two ends of lines stand before "b"; "one two" has seven letters, and the end of its line stands for a space."""
    source = parse_yaml(f"a: 1{end}{end}b: one two\n  three".encode(), "a.yaml")
    span, found, _ = source.text_place(scalar(source, "b"))
    assert (str(span), found) == ("a.yaml:3:4", ((8, 4, 3),))


def test_the_parser_in_python_reads_what_the_one_in_c_reads() -> None:
    def rows(node: Any) -> Any:  # noqa: ANN401 - nodes of every kind
        mark = node.start_mark
        value = node.value if isinstance(node.value, str) else [rows(part) for part in _parts(node)]
        return mark.line, mark.column, node.tag, value

    text = TEXTS.decode() + "list: [1, {a: b}]\nalias: [&x yes, *x, !t z]\n"
    parser = _Plain(text)
    plain = parser.get_single_node()
    assert rows(plain) == rows(parse_yaml(text.encode(), "a.yaml").root)


def _parts(node: Any) -> list[Any]:  # noqa: ANN401 - likewise
    return [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]


def parsed(data: bytes) -> YamlFile | None:
    """The source, or None for a file that is refused with its faults."""
    try:
        return parse_yaml(data, "a.yaml")
    except FaultsFound as refused:
        if not refused.diagnostics:
            raise AssertionError from refused
        return None


@given(st.binary(max_size=200))
def test_any_bytes_are_parsed_or_refused(data: bytes) -> None:
    source = parsed(data)
    assert source is None or isinstance(source.root, MappingNode)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@` \n\t#,?~", max_size=60))
def test_any_signs_are_parsed_or_refused(text: str) -> None:
    source = parsed(text.encode())
    for _, value in source.root.value if source else ():
        if isinstance(value, ScalarNode):
            span, starts, _ = source.text_place(value) if source else (None, (), False)
            assert span is not None
            assert list(starts) == sorted(starts)


def test_lists_in_brackets_within_a_hundred_levels_are_welcome() -> None:
    source = parse_yaml(b"a: " + b"[" * 99 + b"]" * 99 + b"\nb: '" + b"[" * 500 + b"'", "a.yaml")
    assert [key.value for key, _ in source.root.value] == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    ["? [a, b]\n: x", "[a]: x", "a: {[b]: c}", "a: [? {b: c} : d]", "a: &a [b]\nc: {*a : d}", "- ? - a\n"],
)
def test_a_key_that_is_no_text_is_told_at_its_place(text: str) -> None:
    with pytest.raises(FaultsFound) as found:
        parse_yaml(f"x:\n  {text.replace(chr(10), chr(10) + '  ')}\n".encode(), "a.yaml")
    (fault,) = found.value.diagnostics
    assert fault.code == "key-not-text"
    assert fault.span is not None


@pytest.mark.parametrize("text", ["? a\n: x", "a: Who? Nobody.", "a: '[b]: c'", "a: &a b\n*a : c"])
def test_what_looks_like_such_a_key_and_is_none_is_read(text: str) -> None:
    parse_yaml(f"{text}\n".encode(), "a.yaml")
