"""A face of a collection is named by its file and its number; any other file by itself."""

from __future__ import annotations

import pytest

from guidepress.layout.font_files import face_of_collection, font_file


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (face_of_collection("/fonts/Gentium.TTC", 2), ("/fonts/Gentium.TTC", 2)),
        ("/fonts/Gentium.ttf", ("/fonts/Gentium.ttf", 0)),
        ("/fonts/C#2.ttf", ("/fonts/C#2.ttf", 0)),
        ("/fonts/Gentium.ttc", ("/fonts/Gentium.ttc", 0)),
    ],
)
def test_a_name_is_taken_apart(name: str, parts: tuple[str, int]) -> None:
    assert font_file(name) == parts
