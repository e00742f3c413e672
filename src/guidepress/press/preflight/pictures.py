"""In: a picture of process colours. Out: the most ink that lies on one of its places."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Name, Stream
from guidepress.cos.filters import decode, filters_of

if TYPE_CHECKING:
    from PIL.Image import Image

    from guidepress.press.ink.colours import ColourSpace
    from guidepress.press.ink.marks import InkedPicture

__all__ = ["heaviest"]

_MOST_PIXELS = 40_000_000
"""An A4 page at 600 pixels an inch has 35 million."""
_CMYK = 4
_FAR = 0.0005
"""Parts of the pixels that are passed over: what a decoder's ringing leaves at edges."""


def heaviest(picture: InkedPicture) -> float | None:
    """The most ink of a picture, 1 for one ink in full; None where it has no process colours.

    Raises:
        Malformed: it has, and cannot be read.
    """
    space = picture.space
    if space is None:
        return None
    if space.kind == "Indexed":
        return _of_table(space)
    if space.size != _CMYK or space.inks[:1] != ("Cyan",):
        return None
    width, height = picture.size
    if picture.bits != 8 or not 0 < width * height <= _MOST_PIXELS:
        raise Malformed(f"it has {width} x {height} pixels of {picture.bits} bits")
    return _most(_opened(picture, width, height), inverted=_is_inverted(picture))


def _of_table(space: ColourSpace) -> float | None:
    base = space.base
    if base is None or base.size != _CMYK:
        return None
    totals = [space.paint([index]).total for index in range(len(space.table) // _CMYK)]
    return max((total for total in totals if total is not None), default=None)


def _opened(picture: InkedPicture, width: int, height: int) -> Image:
    from PIL import Image as Pillow  # noqa: PLC0415 - few files have such pictures

    names = [name for name, _ in filters_of(picture.stream.entries)]
    if names[-1:] != ["DCTDecode"]:
        data = decode(picture.stream)
        if len(data) < width * height * _CMYK:
            raise Malformed("its data end too early")
        return Pillow.frombytes("CMYK", (width, height), data[: width * height * _CMYK])
    before = Stream(
        {**picture.stream.entries, "Filter": [Name(name) for name in names[:-1]]}, picture.stream.data
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            image = Pillow.open(io.BytesIO(decode(before)))
    except (
        OSError,
        ValueError,
        SyntaxError,
        Pillow.DecompressionBombWarning,
        Pillow.DecompressionBombError,
    ) as problem:
        raise Malformed("it is no JPEG that can be read") from problem
    if image.mode != "CMYK" or image.size[0] * image.size[1] > _MOST_PIXELS:
        raise Malformed(f"its JPEG is of {image.mode}, {image.size[0]} x {image.size[1]} pixels")
    return image


def _is_inverted(picture: InkedPicture) -> bool:
    """Whether the file says that no ink is 1 (/Decode); Pillow has undone what Adobe's JPEG does by itself."""
    decoding = picture.stream.entries.get("Decode")
    turned = isinstance(decoding, list) and decoding[:2] == [1, 0]
    adobe = (
        b"Adobe\0" in picture.stream.data[:4096]
        and b"DCT" in str(picture.stream.entries.get("Filter")).encode()
    )
    return turned != adobe


def _most(image: Image, *, inverted: bool) -> float:
    """The most of the sums of all pixels, but for a trace; in steps of 1.6 %, since sums are quartered to fit a byte."""
    from PIL import ImageChops  # noqa: PLC0415 - as above

    try:
        cyan, magenta, yellow, black = image.split()
    except (OSError, ValueError, SyntaxError) as problem:
        raise Malformed("its data end too early") from problem
    halves = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    counts = ImageChops.add(*halves, scale=2).histogram()
    levels = [255 - level for level in range(256)] if inverted else list(range(256))
    by_level = sorted(zip(levels, counts, strict=True), reverse=True)
    passed = 0
    for level, count in by_level:
        passed += count
        if passed > _FAR * sum(counts):
            return level * 4 / 255
    return 0.0
