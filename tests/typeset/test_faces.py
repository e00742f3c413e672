from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.stock import stock_layout
from tests.typeset.specimen import LEFT_ALIGNED, set_text

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.layout import load_layout
from guidepress.layout.model import Family
from guidepress.typeset import Fonts


def test_letters_that_stand_apart_are_not_joined() -> None:
    joined, apart = (
        set_text("difficult", replace(LEFT_ALIGNED, tracking=tracking))[0].runs[0].words[0]
        for tracking in (0, 500)
    )
    assert len(joined.glyphs) < len("difficult")
    assert len(apart.glyphs) == len("difficult")


def test_faces_name_their_file_and_metrics(fonts: Fonts) -> None:
    face = fonts.face("serif")
    # OS/2 of Source Serif Pro: sTypoAscender 730, sTypoDescender -270, sCapHeight 670, sxHeight 475.
    assert (
        face.name,
        face.units_per_em,
        face.ascent,
        face.descent,
        face.cap_height,
        face.x_height,
    ) == ("serif-regular", 1000, 730, 270, 670, 475)
    assert re.search(r"SourceSerifPro-Regular\.ttf$", face.path)
    assert face is fonts.face("serif", "regular", italic=False)


@pytest.mark.parametrize(
    ("expected", "weight", "italic"),
    [
        ("serif-bold", "black", False),  # the nearest weight
        ("serif-regular", "light", False),
        ("serif-bold-italic", "semibold", True),  # a slope counts more than a weight
    ],
)
def test_missing_weights_are_served_by_the_nearest(
    fonts: Fonts,
    expected: str,
    weight: str,
    italic: bool,  # noqa: FBT001 - from the table
) -> None:
    assert expected == fonts.face("serif", weight, italic).name


def test_what_was_set_for_a_book_with_other_names_is_forgotten() -> None:
    fonts = Fonts(load_layout("base").fonts)
    assert not fonts.keep_whole(frozenset())
    before = fonts.hyphenator("en"), fonts.kept
    assert fonts.keep_whole(frozenset({"Dickenson"}))
    assert fonts.hyphenator("en") is before[0]
    assert fonts.kept is not before[1]
    assert fonts.hyphenator("en").points("Dickenson") == fonts.hyphenator("de").points("Dickenson") == ()
    assert not fonts.keep_whole(frozenset({"Dickenson"}))


def test_faces_of_a_variable_font_lie_on_its_axes() -> None:
    opened = Fonts(stock_layout("base").fonts)
    regular, bold = (opened.face("sans-more", weight) for weight in ("regular", "bold"))
    assert (regular.axes, bold.axes) == ((("wght", 400.0),), (("wght", 700.0),))
    # its file is one, and its bold is wider
    assert regular.path == bold.path
    wide, narrow = (opened.shaper(face, (), "en").word("Ωμέγα").width for face in (bold, regular))
    assert wide > narrow
    # a text is set in the cut for texts, of eleven points
    assert dict(opened.face("serif-more").axes)["opsz"] == 11


def test_a_font_whose_tables_have_no_names_is_a_fault(fonts: Fonts, tmp_path: Path) -> None:
    """The name of the first table stands at byte 12 (OpenType 1.9, Organization of an OpenType Font)."""
    data = bytearray(Path(fonts.face("serif").path).read_bytes())
    data[12] = 0xF5
    (tmp_path / "a.ttf").write_bytes(data)
    family = Family(name="serif", folder=str(tmp_path), files={"regular": "a.ttf"})
    with pytest.raises(FaultsFound, match=r"The font file .*a\.ttf cannot be read"):
        Fonts({"serif": family}).face("serif")
