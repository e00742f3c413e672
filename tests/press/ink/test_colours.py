from __future__ import annotations

import pytest
from tests.bind.held import file_with

from guidepress.cos import File, Name
from guidepress.cos.parser import Parser
from guidepress.press.ink.colours import BLACK, ColourSpace, space_of

NOTHING = b"<</Type/Catalog>>"


def space(written: bytes, **objects: bytes) -> ColourSpace | None:
    file: File = file_with({1: NOTHING, **{int(key[1:]): value for key, value in objects.items()}})
    return space_of(file, Parser(written).value(0)[0], {"ColorSpace": {"Named": [Name("DeviceCMYK")]}})


def test_grey_is_so_much_of_black() -> None:
    grey = space(b"/DeviceGray")
    assert grey is not None
    assert grey.paint([0.25]).inks == (("Black", 0.75),)
    assert BLACK.total == 1
    assert grey.paint([1]).is_white


def test_cmyk_adds_up() -> None:
    cmyk = space(b"/DeviceCMYK")
    assert cmyk is not None
    assert cmyk.paint([0.6, 0.4, 0.4, 1]).total == pytest.approx(2.4)
    assert cmyk.first.total == 1
    assert cmyk.paint([2, -1, 0, 0]).values == (1, 0, 0, 0)  # cut to their range


def test_rgb_says_nothing_of_inks() -> None:
    rgb = space(b"[/CalRGB<</WhitePoint[1 1 1]>>]")
    assert rgb is not None
    assert rgb.paint([1, 0, 0]).total is None
    assert rgb.paint([1, 1, 1]).is_white


def test_a_profile_is_known_by_its_components() -> None:
    made = space(b"[/ICCBased 5 0 R]", o5=b"<</N 4/Length 0>>\nstream\n\nendstream")
    assert made is not None
    paint = made.paint([0.1, 0.2, 0.3, 0.4])
    assert paint.spaces == ("ICCBased", "DeviceCMYK")
    assert paint.total == pytest.approx(1.0)


def test_a_spot_is_an_ink_of_its_own_and_all_is_all_four() -> None:
    spot = space(b"[/Separation/Gold/DeviceCMYK<<>>]")
    registration = space(b"[/Separation/All/DeviceCMYK<<>>]")
    assert spot is not None
    assert registration is not None
    assert spot.paint([0.5]).inks == (("Gold", 0.5),)
    assert spot.paint([0.5]).spaces == ("Separation",)
    assert registration.paint([1]).total == 4


def test_inks_called_none_are_none() -> None:
    made = space(b"[/DeviceN[/Cyan/None/Gold]/DeviceCMYK<<>>]")
    assert made is not None
    assert made.paint([0.1, 0.9, 0.3]).inks == (("Cyan", 0.1), ("Gold", 0.3))


def test_an_indexed_colour_is_the_one_in_its_table() -> None:
    made = space(b"[/Indexed/DeviceCMYK 1<00000000 FF0000FF>]")
    assert made is not None
    assert made.paint([1]).spaces == ("Indexed", "DeviceCMYK")
    assert made.paint([1]).inks == (("Cyan", 1), ("Magenta", 0), ("Yellow", 0), ("Black", 1))
    assert made.paint([0]).is_white
    assert made.paint([9]).values == (0, 0, 0, 0)  # beyond the table there is nothing


def test_names_lead_to_the_resources() -> None:
    made = space(b"/Named")
    assert made is not None
    assert made.kind == "DeviceCMYK"


@pytest.mark.parametrize(
    "written", [b"/Nothing", b"[]", b"[/ICCBased 9 0 R]", b"[/Indexed/Nothing 1<00>]", b"7", b"[/Odd 1]"]
)
def test_what_is_no_space_is_none(written: bytes) -> None:
    assert space(written) is None


def test_spaces_that_lie_in_themselves_end() -> None:
    made = space(b"5 0 R", o5=b"[/Indexed 5 0 R 1<00>]")
    assert made is None
