"""Pictures are brought into the inks of the press."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as Pillow
from tests.pdf.everything import pictures
from tests.pdf.helpers import open_pdf
from tests.pdf.press_profile import press_profile

from guidepress.page.items import Frame, Image
from guidepress.pdf import write_press
from guidepress.pdf.output_profile import read_output_profile
from guidepress.pdf.press_ink import PressInk

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand

PROFILE = read_output_profile(press_profile(), "press")
X4 = PressInk(standard="x4", profile=PROFILE)


def written(hand: Hand, path: str, ink: PressInk) -> Any:  # noqa: ANN401 - objects of a PDF have no static shape
    book = hand.book(hand.page(Frame(10_000, 10_000, (Image(path, 0, 0, 16_000, 16_000),))))
    page: Any = open_pdf(write_press(book, ink)).pages[0]
    return page["/Resources"]["/XObject"]["/I0"].get_object()


def saved(
    folder: Path, picture: Pillow.Image, name: str = "picture.png", profile: bytes | None = None
) -> str:
    picture.save(folder / name, icc_profile=profile)
    return str(folder / name)


def pixels(hand: Hand, path: str, ink: PressInk) -> list[tuple[int, ...]]:
    image = written(hand, path, ink)
    count = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[image["/ColorSpace"]]
    data = image.get_data()
    return [tuple(data[at : at + count]) for at in range(0, len(data), count)]


@pytest.mark.parametrize(
    ("kind", "grey", "inks", "screen"),
    [
        ("jpeg", "Gray DCT", "CMYK Flate", "RGB DCT"),
        ("grey jpeg", "Gray DCT", "Gray DCT", "Gray DCT"),
        ("cmyk jpeg", "Gray DCT", "CMYK Flate", "RGB DCT"),
        ("rgb", "Gray Flate", "CMYK Flate", "RGB Flate"),
        ("rgba", "Gray Flate", "CMYK Flate", "RGB Flate"),
        ("grey alpha", "Gray Flate", "Gray Flate", "Gray Flate"),
        ("palette", "Gray Flate", "CMYK Flate", "RGB Flate"),
        ("sixteen bits", "Gray Flate", "Gray Flate", "Gray Flate"),
        ("bilevel", "Gray Flate", "Gray Flate", "Gray Flate"),
        ("profile", "Gray Flate", "CMYK Flate", "RGB Flate"),
    ],
)
def test_each_kind_in_each_space(
    hand: Hand, tmp_path: Path, kind: str, grey: str, inks: str, screen: str
) -> None:
    path = pictures(tmp_path)[kind]
    for ink, expected in ((PressInk("grey"), grey), (PressInk("cmyk"), inks), (PressInk("rgb"), screen)):
        image = written(hand, path, ink)
        space, coding = expected.split()
        assert (image["/ColorSpace"], image["/Filter"]) == (f"/Device{space}", f"/{coding}Decode")
        assert "/SMask" not in image


def test_a_grey_jpeg_is_not_coded_again(hand: Hand, tmp_path: Path) -> None:
    path = pictures(tmp_path)["grey jpeg"]
    assert written(hand, path, PressInk("cmyk"))._data == Path(path).read_bytes()


def test_a_transparent_picture_lies_on_white(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("RGBA", (3, 1))
    picture.putdata([(255, 0, 0, 255), (255, 0, 0, 0), (0, 0, 0, 51)])
    # A fifth of black on white: 255 * 0.8 = 204.
    assert pixels(hand, saved(tmp_path, picture), PressInk("rgb")) == [(255, 0, 0), (255,) * 3, (204,) * 3]


def test_pdf_x_4_keeps_a_soft_mask_and_mixes_in_four_inks(hand: Hand, tmp_path: Path) -> None:
    path = pictures(tmp_path)["rgba"]
    book = hand.book(
        hand.page(Frame(10_000, 10_000, (Image(path, 0, 0, 16_000, 16_000),))), hand.page(number=2)
    )
    pages: Any = open_pdf(write_press(book, X4)).pages
    image = pages[0]["/Resources"]["/XObject"]["/I0"]
    assert image["/SMask"]["/ColorSpace"] == "/DeviceGray"
    assert image["/ColorSpace"] == "/DeviceCMYK"
    assert pages[0]["/Group"] == {"/S": "/Transparency", "/CS": "/DeviceCMYK"}
    assert "/Group" not in pages[1]


def test_colours_are_separated_by_the_formula(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("RGB", (4, 1))
    picture.putdata([(255, 255, 255), (255, 0, 0), (0, 0, 255), (0, 255, 255)])
    found = pixels(hand, saved(tmp_path, picture), PressInk("cmyk"))
    assert found == [(0, 0, 0, 0), (0, 255, 255, 0), (255, 255, 0, 0), (255, 0, 0, 0)]


@pytest.mark.parametrize("ink", [PressInk(), PressInk(limit=200), PressInk(profile=PROFILE), X4])
def test_no_pixel_has_more_ink_than_the_paper_takes(hand: Hand, tmp_path: Path, ink: PressInk) -> None:
    every = Pillow.new("RGB", (16 * 16, 16))
    every.putdata([(r * 17, g * 17, b * 17) for r in range(16) for g in range(16) for b in range(16)])
    most = max(map(sum, pixels(hand, saved(tmp_path, every), ink)))
    assert ink.limit * 2.55 - 8 < most <= ink.limit * 2.55


def test_colours_are_separated_by_the_profile_where_there_is_one(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("RGB", (2, 1))
    picture.putdata([(0, 0, 1), (255, 255, 254)])
    dark, light = pixels(hand, saved(tmp_path, picture), PressInk(limit=300, profile=PROFILE))
    # The profile prints black as 60 60 60 100: 153 of 255 each.
    assert dark == pytest.approx((153, 153, 153, 255), abs=3)
    assert light == pytest.approx((0, 0, 0, 0), abs=3)


def test_inks_of_a_picture_are_kept_within_the_limit(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("CMYK", (3, 1))
    picture.putdata([(10, 20, 30, 40), (255, 255, 255, 255), (255, 255, 0, 102)])
    path = saved(tmp_path, picture, "inks.tif")
    found = pixels(hand, path, PressInk())
    # 240 % are 612. Of 765 and 255, 357 are left: 119 each; of 510 and 102, 510 are left, just what is wanted.
    assert found == [(10, 20, 30, 40), (119, 119, 119, 255), (255, 255, 0, 102)]


def test_a_picture_without_hue_prints_in_black_alone(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.merge("RGB", [Pillow.linear_gradient("L")] * 3)
    assert written(hand, saved(tmp_path, picture), PressInk("cmyk"))["/ColorSpace"] == "/DeviceGray"


def test_a_picture_of_another_space_is_brought_to_srgb_by_its_own_profile(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("CMYK", (1, 1), (0, 0, 0, 255))
    path = saved(tmp_path, picture, "inks.tif", profile=PROFILE.data)
    # Black of that press is the darkest it has: black.
    assert pixels(hand, path, PressInk("grey")) == [(0,)]


def test_a_profile_of_another_kind_is_passed_over(hand: Hand, tmp_path: Path) -> None:
    picture = Pillow.new("RGB", (1, 1), (255, 0, 0))
    assert pixels(hand, saved(tmp_path, picture, profile=PROFILE.data), PressInk("rgb")) == [(255, 0, 0)]


def test_a_picture_that_holds_more_than_it_says_is_coded_again_without_its_profile(
    hand: Hand, tmp_path: Path
) -> None:
    path = pictures(tmp_path)["jpeg"]
    assert b"acsp" in Path(path).read_bytes()
    image = written(hand, path, PressInk("grey"))
    assert b"acsp" not in image._data
    assert Pillow.open(io.BytesIO(image._data)).mode == "L"
