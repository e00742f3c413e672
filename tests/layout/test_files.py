"""The files of a layout: its own, what it extends, its labels, those that are missing too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.layout.files import layout_files
from guidepress.layout.stock import stock_folder

if TYPE_CHECKING:
    from pathlib import Path

STOCK = stock_folder()


def test_a_stock_layout_is_its_files_down_to_base() -> None:
    found = layout_files("handout")
    assert found[0] == STOCK / "handout.yaml"
    assert all(path.parent == STOCK for path in found)


def test_what_is_extended_and_the_labels_are_seen_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    ours, school = tmp_path / "ours.yaml", tmp_path / "deep" / "school.yaml"
    ours.write_text("extends: deep/school.yaml\nlabels: words.yaml\n", "utf-8")
    school.write_text("extends: handout\nlabels: [a.yaml, b.yaml]\n", "utf-8")
    deep = tmp_path / "deep"
    assert layout_files(str(ours))[:5] == (
        ours,
        tmp_path / "words.yaml",
        school,
        deep / "a.yaml",
        deep / "b.yaml",
    )
    assert layout_files(str(ours))[5] == STOCK / "handout.yaml"


def test_a_file_that_is_missing_is_listed(tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    assert layout_files(str(ours)) == (ours,)
    ours.write_text("extends: ./school.yaml\n", "utf-8")
    assert layout_files(str(ours)) == (ours, tmp_path / "school.yaml")


def test_faults_of_a_layout_end_the_list(tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    for text in ("extends: [", "extends: no-such-layout\n", "extends: ours.yaml\n"):
        ours.write_text(text, "utf-8")
        assert layout_files(str(ours)) == (ours,)
    assert layout_files("no-such-layout") == ()
