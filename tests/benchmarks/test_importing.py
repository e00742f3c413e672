"""The file that the benchmark imports is what it says: so many pages of so many words, a chapter each."""

from __future__ import annotations

from pathlib import Path

from benchmarks.importing import WORDS, word_file

from guidepress.exchange.text.importing import import_guide
from guidepress.guide import load_guide


def test_a_page_is_a_chapter_of_so_many_words(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    path.write_bytes(word_file(3))
    guide = load_guide(import_guide([path], {"title": "T", "author": "A"}).found.text)
    assert [unit.covers for unit in guide.units] == ["1", "2", "3"]
    words = sum(len(unit.summary.source.split()) for unit in guide.units if unit.summary)
    assert abs(words / 3 - WORDS) < 30  # marks of the list and of the table count here as words
