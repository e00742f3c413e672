"""Pictures are read upright, and no larger than they are wanted."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pillow

from guidepress.base.diagnostics import FaultsFound
from guidepress.pdf.pictures import code_jpeg, open_picture


def png(picture: Pillow.Image, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "PNG", **options)
    return stream.getvalue()


def test_a_picture_that_needs_nothing_is_untouched() -> None:
    with open_picture("a.png", png(Pillow.new("L", (8, 4))), 0) as picture:
        assert (picture.made.size, picture.jpeg, picture.untouched) == ((8, 4), False, True)


def test_it_is_turned_as_its_camera_was_held() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6  # a quarter turn
    with open_picture("a.png", png(Pillow.new("L", (8, 4)), exif=exif), 0) as picture:
        assert (picture.made.size, picture.untouched) == ((4, 8), False)


@pytest.mark.parametrize(("most", "wide"), [(0, 100), (81, 100), (80, 80), (50, 50)])
def test_it_is_brought_down_where_it_has_more_by_a_quarter(most: int, wide: int) -> None:
    with open_picture("a.png", png(Pillow.new("RGB", (100, 40))), most) as picture:
        assert picture.made.size == (wide, wide * 2 // 5)


def test_what_cannot_be_read_or_used_is_a_fault_of_the_picture() -> None:
    with (
        pytest.raises(FaultsFound, match=r"The picture a\.png cannot be read: cannot identify image file"),
        open_picture("a.png", b"no picture", 0),
    ):
        pass
    with (
        pytest.raises(FaultsFound, match=r"The picture a\.png cannot be read: too odd"),
        open_picture("a.png", png(Pillow.new("L", (1, 1))), 0),
    ):
        raise ValueError("too odd")


def test_sixteen_bits_come_down_to_eight() -> None:
    with open_picture("a.png", png(Pillow.new("I;16", (40, 1), 0x80FF)), 0) as picture:
        assert (picture.made.mode, picture.made.getpixel((0, 0))) == ("L", 0x80)
    with open_picture("a.png", png(Pillow.new("I;16", (40, 1), 0x80FF)), 20) as picture:
        assert picture.made.size == (20, 1)  # and so may be mixed as others are


def test_of_sixteen_bits_the_grey_that_is_none_is_clear_and_no_other() -> None:
    made = Pillow.new("I;16", (3, 1), 0x80FF)
    made.putpixel((1, 0), 0x80FE)
    made.putpixel((2, 0), 0x7FFF)
    coded = io.BytesIO()
    made.save(coded, "PNG", transparency=0x80FF)
    with open_picture("a.png", coded.getvalue(), 0) as picture:
        assert [picture.made.getpixel((x, 0)) for x in range(3)] == [(0x80, 0), (0x80, 255), (0x7F, 255)]


def test_a_jpeg_is_coded_again_without_what_its_camera_said() -> None:
    coded = Pillow.open(io.BytesIO(code_jpeg(Pillow.new("L", (8, 8), 90))))
    assert (coded.format, coded.mode, dict(coded.getexif())) == ("JPEG", "L", {})
