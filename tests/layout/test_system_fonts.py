"""A family that is installed is found by its name, in whatever files it lies."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTCollection, TTFont

from guidepress.base.diagnostics import FaultsFound
from guidepress.build import build
from guidepress.layout import load_layout, system_fonts
from guidepress.layout.inputs import layout_inputs
from guidepress.layout.stock import font_folder
from guidepress.layout.system_fonts import faces_of, font_folders, installed, names_in
from guidepress.page.items import Frame, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.page.items import Face, Item

SERIF, SANS_VARIABLE = Path(font_folder("font_source_serif_pro")), Path(font_folder("fontpkg_source_sans_3"))
GUIDE = {"format": 1, "title": "T", "author": "A", "language": "en", "overview": "One *two* **three**."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fonts folder as a user has it: files of several families below one another, and what is no font."""
    for name in ("Regular", "It", "Bold", "Semibold"):
        (tmp_path / "serif").mkdir(exist_ok=True)
        shutil.copy(SERIF / f"SourceSerifPro-{name}.ttf", tmp_path / "serif")
    for path in SANS_VARIABLE.glob("*.ttf"):
        shutil.copy(path, tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"no font at all, not even close")
    (tmp_path / "readme.txt").write_text("fonts")
    return tmp_path


def test_the_faces_of_a_family_are_told_by_weight_and_slope(folder: Path) -> None:
    found = {face: Path(path).name for face, path in faces_of("source serif pro", (folder,)).items()}
    assert found == {
        "regular": "SourceSerifPro-Regular.ttf",
        "regular-italic": "SourceSerifPro-It.ttf",
        "semibold": "SourceSerifPro-Semibold.ttf",
        "bold": "SourceSerifPro-Bold.ttf",
    }


def test_a_variable_font_has_every_weight(folder: Path) -> None:
    found = faces_of("Source Sans 3", (folder,))
    assert {Path(path).name for face, path in found.items() if face.endswith("-italic")} == {
        "SourceSans3-Italic[wght].ttf"
    }
    assert sorted(found) == sorted(
        f"{weight}{slope}"
        for weight in ("light", "regular", "semibold", "bold", "black")
        for slope in ("", "-italic")
    )


def test_families_are_listed_and_what_is_no_font_is_passed_over(folder: Path) -> None:
    assert {"source serif pro", "source sans 3"} <= set(installed((folder,)))
    assert names_in(folder / "broken.ttf") == (None,)
    assert faces_of("broken", (folder,)) == {}


def test_the_folders_that_are_there_are_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data/fonts").mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert font_folders()[0] == tmp_path / "data/fonts"
    assert all(each.is_dir() for each in font_folders())


def test_a_layout_names_an_installed_family(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (folder,))
    layout = load_layout({"extends": "handout", "fonts": {"serif": {"family": "Source Serif Pro"}}})
    assert layout.fonts["serif"].package == ""
    assert layout.fonts["serif"].path("regular").endswith("serif/SourceSerifPro-Regular.ttf")
    assert build(GUIDE, layout).report


def test_a_family_that_is_not_installed_is_named_with_one_that_is_like_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (folder,))
    with pytest.raises(
        FaultsFound, match=r'No font family "Sorce Serif Pro".*Did you mean "source serif pro"'
    ):
        load_layout({"extends": "handout", "fonts": {"serif": {"family": "Sorce Serif Pro"}}})


def test_fonts_beside_the_layout_are_used(folder: Path) -> None:
    shutil.copy(SERIF / "SourceSerifPro-Black.ttf", folder / "Mine.ttf")
    for package in ('package: "", ', "package: , "):
        text = f"extends: handout\nfonts:\n  serif: {{{package}files: {{regular: Mine.ttf}}}}\n"
        (folder / "mine.yaml").write_text(text)
        layout = load_layout(folder / "mine.yaml")
        # weights and slopes that it lacks are served by the one it has, and nothing is left of the family below
        assert layout.fonts["serif"].files == {"regular": "Mine.ttf"}
        built = build(GUIDE, layout)
        assert built.report
        assert b"SourceSerifPro-Black" in built.pdf


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A fonts folder as macOS has it: the faces of a family in one file, those of another family before them."""
    faces = TTCollection()
    faces.fonts = [
        TTFont(next(SANS_VARIABLE.glob("*Italic*.ttf"))),
        *(TTFont(SERIF / f"SourceSerifPro-{name}.ttf") for name in ("Regular", "It", "Bold")),
    ]
    (tmp_path / "Library").mkdir()
    faces.save(tmp_path / "Library" / "Sources.ttc")
    (tmp_path / "cut.ttc").write_bytes((tmp_path / "Library" / "Sources.ttc").read_bytes()[:40])
    (tmp_path / "no.ttc").write_bytes(b"ttcf")
    return tmp_path


def test_the_faces_of_a_collection_are_told_by_their_numbers(collection: Path) -> None:
    file = collection / "Library" / "Sources.ttc"
    assert faces_of("source serif pro", (collection,)) == {
        "regular": f"{file}#1",
        "regular-italic": f"{file}#2",
        "bold": f"{file}#3",
    }
    assert names_in(collection / "no.ttc") == ()
    assert set(names_in(collection / "cut.ttc")) == {None}


def test_a_book_is_set_in_the_faces_of_a_collection(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: (collection,))
    layout = load_layout({"extends": "handout", "fonts": {"serif": {"family": "Source Serif Pro"}}})
    assert collection / "Library" / "Sources.ttc" in layout_inputs(layout)
    made = build(GUIDE, layout)
    used = {
        (face.number, face.name)
        for page in made.book.pages
        for face in _faces(page.frames)
        if "serif" in face.name
    }
    assert {(1, "serif-regular"), (2, "serif-regular-italic"), (3, "serif-bold")} <= used
    assert b"SourceSerifPro-Bold" in made.pdf


def _faces(frames: Iterable[Item]) -> Iterator[Face]:
    for each in frames:
        if isinstance(each, Frame):
            yield from _faces(each.items)
        elif isinstance(each, Run):
            yield each.face
