"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.files import write_whole


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "book.pdf"
    write_whole(place, b"%PDF")
    assert place.read_bytes() == b"%PDF"
    assert [entry.name for entry in place.parent.iterdir()] == ["book.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    place = tmp_path / "book.pdf"
    place.write_bytes(b"old")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"


def test_the_result_is_readable_as_other_files_are(tmp_path: Path) -> None:
    place, plain = tmp_path / "book.pdf", tmp_path / "plain"
    write_whole(place, b"x")
    plain.write_bytes(b"x")
    assert place.stat().st_mode == plain.stat().st_mode


def test_a_folder_in_the_way_is_a_sentence_and_nothing_is_left_behind(tmp_path: Path) -> None:
    place = tmp_path / "book.pdf"
    place.mkdir()
    with pytest.raises(FaultsFound) as caught:
        write_whole(place, b"x")
    assert caught.value.diagnostics[0].code == "unwritable-output"
    assert str(place) in caught.value.diagnostics[0].message
    assert [entry.name for entry in tmp_path.iterdir()] == ["book.pdf"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FaultsFound, match="cannot be written"):
        write_whole(tmp_path / "file" / "book.pdf", b"x")
