"""A picture that a file names is measured, or its fault is told with its place and whose folder paths are seen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.roots import Root
from guidepress.page.picture_files import measure_picture

if TYPE_CHECKING:
    from pathlib import Path

HERE = Span("ours.yaml", 3, 8)


def measured(folder: Path, name: str) -> tuple[int, int] | Diagnostic:
    return measure_picture(folder / name, name, HERE, Root((folder.resolve(),)), seen_from="layout")


def test_pictures_are_measured_in_pixels_and_drawings_in_points(tmp_path: Path) -> None:
    Pillow.new("RGB", (6, 4)).save(tmp_path / "a.png")
    shape = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="9" height="9"/></svg>'
    )
    (tmp_path / "a.svg").write_text(shape, encoding="utf-8")
    assert measured(tmp_path, "a.png") == (6, 4)
    assert measured(tmp_path, "a.svg") == (72, 36)  # 96 pixels to the inch


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("b.png", "missing-image", 'Did you mean "a.png"?'),
        ("zzzzzzzz.jpeg", "missing-image", "from the folder of the layout"),
        ("../a.png", "outside-root", "does not lie in"),
        ("a.txt", "corrupt-image", "no PNG, JPEG or SVG"),
        ("bad.svg", "corrupt-image", "bad.svg"),
    ],
)
def test_a_picture_that_cannot_be_used_is_told(tmp_path: Path, name: str, code: str, words: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    Pillow.new("RGB", (6, 4)).save(folder / "a.png")
    (folder / "a.txt").write_text("words", encoding="utf-8")
    (folder / "bad.svg").write_text("<svg", encoding="utf-8")
    found = measured(folder, name)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.span) == (code, HERE)
    assert words in f"{found.message} {found.hint}"
