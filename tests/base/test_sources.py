"""A source is a path, a text or a mapping, told apart by what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.sources import Readable, read_source


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("title: T\n", encoding="utf-8")
    return path


def place(source: Readable) -> str:
    """The place of the first key, as messages name it."""
    read = read_source(source, "guide")
    return str(read.span(read.root.value[0][0]))


def test_each_kind_is_read(file: Path) -> None:
    assert place(file) == f"{file}:1:1"
    assert place(str(file)) == f"{file}:1:1"
    assert place("title: T\n") == "guide:1:1"
    assert place(b"title: T") == "guide:1:1"
    assert place({"title": "T"}) == "guide:title"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("title: T", 'There is no file "title: T".'),  # one line is a path
        ("a: b\n c: d\n", "guide:2:3: error:"),
        (b"\xff", "guide:1:1: error: The byte 0xFF is not UTF-8."),
        ("a: \ud800\n", "guide:1:4: error: The byte 0xED is not UTF-8."),
    ],
)
def test_what_cannot_be_read_is_a_sentence(source: Readable, said: str) -> None:
    with pytest.raises(FaultsFound) as found:
        read_source(source, "guide")
    assert said in str(found.value)
