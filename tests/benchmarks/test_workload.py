"""All peers set the same words: those of a text, or those that a layout prints of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.workload import Chapter, printed_chapters, read_chapters, write_workload

from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = {
    "format": 1,
    "title": "T",
    "author": "A",
    "overview": "One *paragraph*.[^n]\n\n- A point.\n\n[^n]: A note.",
    "glossary": [{"term": "Humbug", "meaning": "A trick."}],
}


def test_every_word_that_is_printed_is_set_by_all() -> None:
    chapters = printed_chapters(load_guide(GUIDE), load_layout("study-guide"))
    said = {chapter.title: " ".join(chapter.paragraphs) for chapter in chapters}
    assert said["Notes"] == "A note."
    text = " ".join(said.values())
    assert [
        words for words in ("One paragraph.", "A point.", "Humbug", "A trick.") if words not in text
    ] == []


def test_a_text_is_read_to_the_paragraph_that_passes_the_number_of_words(tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("Title\n# One\na b c\nd e\n# Two\nf g\n", "utf-8")
    assert read_chapters(text, 3) == (Chapter("One", ("a b c", "d e")),)
    # Five words are one less than six, and the last paragraph passes five.
    assert read_chapters(text, 5) == (Chapter("One", ("a b c", "d e")), Chapter("Two", ("f g",)))


def test_what_a_peer_reads_again_has_as_many_words(tmp_path: Path) -> None:
    work = write_workload("macbeth", tmp_path)
    chapters = read_chapters(work.text, work.words - 1)
    assert sum(len(words.split()) for each in chapters for words in each.paragraphs) == work.words
