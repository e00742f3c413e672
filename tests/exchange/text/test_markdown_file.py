"""A Markdown file becomes blocks: its head is read, its notes stay notes, HTML in it is cleaned."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.exchange.text.importing import import_guide
from guidepress.exchange.text.markdown_file import looks_like_markdown, read_markdown_text
from guidepress.guide import load_guide

PATH = Path("x.md")


def test_the_head_of_the_file_is_read() -> None:
    read = read_markdown_text(
        "---\ntitle: The Heart\nauthors: [A. B., C. D.]\nlang: de\ntags: [x]\n---\n\nText.\n", PATH
    )
    assert read.said == {"title": "The Heart", "author": "A. B., C. D.", "language": "de"}
    assert [loss.what for loss in read.losses] == ["tags: x"]


def test_notes_are_notes_and_one_that_nothing_marks_is_named() -> None:
    read = read_markdown_text("A[^n] `[^n]` [^x].\n\n[^n]: Note *one*.\n\n    Two.\n[^u]: Unused.\n", PATH)
    assert read.blocks[0].text == "A[^n] `[^n]` \\[^x]."
    assert read.notes["n"] == "Note *one*.\n\nTwo."
    assert [loss.what for loss in read.losses] == ["[^u]: Unused."]


@pytest.mark.parametrize(
    "text",
    [
        "A *b* **c** ***d***, `code`, [e](https://x.org/y).",
        "1. a\n2. b\n   - c",
        "> a\n>\n> b",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "[mot]{lang=fr} is a word",
        "one\\\ntwo",
    ],
)
def test_what_a_guide_can_say_comes_back_as_it_was(text: str) -> None:
    assert read_markdown_text(text, PATH).blocks[0].text == text


def test_html_in_it_is_cleaned() -> None:
    read = read_markdown_text('A <b onclick="x">b</b> c<script>no</script>\n\n<div><p>d</p></div>\n', PATH)
    assert [block.text for block in read.blocks] == ["A **b** c", "d"]


@pytest.mark.parametrize(
    ("text", "is_markdown"), [("# A\n\n## B\n", True), ("#1 hit\n\nText.\n", False), ("A\n\nB\n", False)]
)
def test_a_text_without_a_telling_name_may_be_markdown(text: str, *, is_markdown: bool) -> None:
    assert looks_like_markdown(text) == is_markdown


def test_files_of_a_folder_are_units(tmp_path: Path) -> None:
    (tmp_path / "10 end.md").write_text("# The End\n\nLast.\n\n## Analysis\n\nWhy.\n", encoding="utf-8")
    (tmp_path / "2-start.md").write_text("First.\n", encoding="utf-8")
    (tmp_path / "overview.md").write_text("# Overview\n\nAll.\n", encoding="utf-8")
    (tmp_path / "notes.bin").write_bytes(b"\0")
    guide = load_guide(import_guide([tmp_path], {"title": "T", "author": "A"}).found.text)
    assert [(unit.title, bool(unit.analysis)) for unit in guide.units] == [
        ("start", False),
        ("The End", True),
    ]
    assert guide.overview
    assert guide.overview.source == "All."
