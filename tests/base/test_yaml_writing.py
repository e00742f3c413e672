"""YAML that is written is read back as what was written, and reads as a person would write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.yaml import parse_yaml
from guidepress.base.yaml_nodes import MappingNode, Node, ScalarNode
from guidepress.base.yaml_writing import Remarked, Writable, write_yaml

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
KEY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
VALUE = st.recursive(
    TEXT,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEY, inner, max_size=3),
        st.builds(Remarked, inner, st.tuples(TEXT)),
    ),
    max_leaves=8,
)


def plain(value: Writable) -> object:
    """A value without its remarks, all scalars as texts."""
    if isinstance(value, Remarked):
        return plain(value.value)
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(each) for each in value]
    return str(value)


def read(node: Node) -> object:
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, MappingNode):
        return {key.value: read(value) for key, value in node.value}
    return [read(each) for each in node.value]


@given(st.dictionaries(KEY, VALUE, min_size=1, max_size=4))
def test_what_is_written_is_read_back(root: dict[str, Writable]) -> None:
    assert read(parse_yaml(write_yaml(root).encode(), "x").root) == plain(root)


@pytest.mark.parametrize("space", ["\u00a0", "\u200b", "\u2060", "\u3000"])
def test_a_key_that_begins_with_a_space_of_another_kind_is_quoted(space: str) -> None:
    """Plain it would look like an indent, and be refused as a slip."""
    root: dict[str, Writable] = {f"{space}a": f"{space}b"}
    assert read(parse_yaml(write_yaml(root).encode(), "x").root) == root


def test_it_reads_as_a_person_would_write_it() -> None:
    root: dict[str, Writable] = {
        "format": 1,
        "title": "Hamlet: a play",
        "work": {"published": "1603", "genre": ["tragedy", "revenge"]},
        "overview": Remarked("One.\n\nTwo.", ("guessed: no heading said so",)),
        "themes": [{"name": "Memory", "text": "It\nis."}, Remarked({"name": "no"}, ("why",))],
    }
    assert write_yaml(root) == (
        'format: 1\ntitle: "Hamlet: a play"\n\nwork:\n  published: 1603\n  genre: [tragedy, revenge]\n\n'
        "# guessed: no heading said so\noverview: |-\n  One.\n\n  Two.\n\n"
        'themes:\n  - name: Memory\n    text: |-\n      It\n      is.\n  # why\n  - name: "no"\n'
    )
