"""Every format is in one list, has its file, and stands in the document with what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz import formats
from guidepress.exchange.quiz.formats import FORMATS, format_called

ROOT = Path(__file__).parents[3]


def test_each_format_has_its_file_and_each_file_its_format() -> None:
    folder = Path(formats.__file__).parent
    named = {path.stem for path in folder.iterdir() if not path.name.startswith("__")}
    assert named == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_and_says_what_its_files_are_called(name: str) -> None:
    form = format_called(name)
    assert form.write is not None
    assert form.suffix.startswith(".")


@pytest.mark.parametrize("name", FORMATS)
def test_the_document_tells_what_a_format_holds(name: str) -> None:
    rows = [
        row
        for row in (ROOT / "docs/quizzes.md").read_text(encoding="utf-8").splitlines()
        if row.startswith("| `")
    ]
    assert [row for row in rows if f"`{name}`" in row.split("|")[1]]


def test_a_format_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(FaultsFound, match=r'There is no format "word".*moodle, gift'):
        format_called("word")
