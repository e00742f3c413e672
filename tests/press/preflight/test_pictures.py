from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image as Pillow
from tests.press.ink.making import ink, stream

from guidepress.cos import Malformed
from guidepress.press.ink.marks import InkedPicture
from guidepress.press.preflight.pictures import heaviest

HEAD = b"/Subtype/Image/Width 20/Height 20/BitsPerComponent 8/ColorSpace/DeviceCMYK"


def placed(data: bytes, entries: bytes) -> InkedPicture:
    (mark,) = ink(b"72 0 0 72 0 0 cm /X Do", b"/XObject<</X 5 0 R>>", {5: stream(data, entries)}).marks
    assert isinstance(mark, InkedPicture)
    return mark


def jpeg(colour: tuple[int, int, int, int]) -> bytes:
    """A JPEG as Pillow writes it: with Adobe's mark, and so turned round."""
    out = io.BytesIO()
    Pillow.new("CMYK", (20, 20), colour).save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (b"\x80\x40\x40\xff" * 400, HEAD),
        (zlib.compress(b"\x80\x40\x40\xff" * 400), HEAD + b"/Filter/FlateDecode"),
        (b"\x7f\xbf\xbf\x00" * 400, HEAD + b"/Decode[1 0 1 0 1 0 1 0]"),
        (jpeg((0x80, 0x40, 0x40, 0xFF)), HEAD + b"/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"),
    ],
    ids=["plain", "deflated", "turned", "jpeg"],
)
def test_all_inks_of_a_place_add_up(data: bytes, entries: bytes) -> None:
    # 128 + 64 + 64 + 255 of 255: 200 %, within a step of 1.6
    assert heaviest(placed(data, entries)) == pytest.approx(2.0, abs=0.02)


def test_one_pixel_in_ten_thousand_does_not_count() -> None:
    entries = HEAD.replace(b"20", b"100")
    assert heaviest(placed(b"\xff" * 4 + b"\0" * 39_996, entries)) == 0


def test_a_table_is_as_heavy_as_its_heaviest_colour() -> None:
    entries = b"/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/Indexed/DeviceCMYK 1<0000FFFF 00FFFFFF>]"
    assert heaviest(placed(b"\0", entries)) == 3


def test_a_picture_of_other_colours_has_no_weight() -> None:
    assert heaviest(placed(b"\0" * 400, HEAD.replace(b"CMYK", b"Gray"))) is None


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (b"\0" * 100, HEAD),
        (b"no jpeg", HEAD + b"/Filter/DCTDecode"),
        (jpeg((0, 0, 0, 0))[:300], HEAD + b"/Filter/DCTDecode"),
        (b"\0" * 800, HEAD.replace(b"BitsPerComponent 8", b"BitsPerComponent 4")),
        (b"\0", HEAD.replace(b"20", b"99999")),
    ],
    ids=["short", "no jpeg", "cut jpeg", "four bits", "too large"],
)
def test_a_picture_that_cannot_be_read_says_so(data: bytes, entries: bytes) -> None:
    with pytest.raises(Malformed):
        heaviest(placed(data, entries))
