"""In: a picture file. Out: its pixels as they shall be printed: upright, and no more of them than are wanted.

Pillow is imported with the first picture only.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import identity
from guidepress.standard import Fault, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image as Pillow

__all__ = ["OpenPicture", "code_jpeg", "open_picture", "picture_fault", "to_eight_bits"]

_SMOOTH = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})  # modes whose neighbouring pixels may be mixed
_ORIENTATION = 0x0112  # the tag of Exif by which a camera says how it was held
_QUALITY = 92  # of a JPEG that is coded again: no eye tells it from the first


@identity
class OpenPicture:
    """A picture that was read.

    Attributes:
        made: its pixels.
        jpeg: whether the file is a JPEG.
        untouched: whether the pixels are those of the file.
    """

    made: Pillow.Image
    jpeg: bool
    untouched: bool


def picture_fault(path: str, reason: str) -> FaultsFound:
    """What is raised for a picture that cannot be read."""
    return FaultsFound(judge([(Fault.BAD_IMAGE, (path, reason))], ["ua1"]))


@contextmanager
def open_picture(path: str, data: bytes, most: int) -> Iterator[OpenPicture]:
    """Read a picture, and keep its file open while it is used.

    Args:
        path: what a fault calls it.
        data: the bytes of its file.
        most: so many pixels across are enough; 0 is all.

    Raises:
        FaultsFound: it cannot be read, or what is done with it fails for what it holds.
    """
    from PIL import Image as Pillow  # noqa: PLC0415 - 15 ms, for books with pictures only

    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            picture.load()
            made = _fewer(_upright(picture), most)
            yield OpenPicture(made, picture.format == "JPEG", made is picture)
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as problem:
        raise picture_fault(path, str(problem)) from problem


def _upright(picture: Pillow.Image) -> Pillow.Image:
    """Turn a picture as its camera was held: PDF knows no orientation. One that was held upright is given back."""
    if picture.getexif().get(_ORIENTATION, 1) == 1:
        return picture
    from PIL import ImageOps  # noqa: PLC0415 - a book without such pictures needs none of this

    upright = ImageOps.exif_transpose(picture)
    upright.info = dict(picture.info)  # its colour profile
    return upright


def _fewer(picture: Pillow.Image, most: int) -> Pillow.Image:
    """Bring a picture down to so many pixels across, if it has more by a quarter; 0 keeps all.

    Only pictures of full samples are: those of few colours and of one bit are small, and would be blurred.
    """
    if not most or picture.width * 4 < most * 5 or picture.mode not in _SMOOTH:
        return picture
    from PIL import Image as Pillow  # noqa: PLC0415 - as above

    high = max(1, round(picture.height * most / picture.width))
    smaller = picture.resize((most, high), Pillow.Resampling.LANCZOS)
    smaller.info = dict(picture.info)
    return smaller


def to_eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Bring sixteen bits a sample down to eight: printers and screens show no more."""
    return picture.point(lambda sample: sample / 256).convert("L")


def code_jpeg(picture: Pillow.Image) -> bytes:
    """A picture as JPEG."""
    coded = io.BytesIO()
    picture.save(coded, "JPEG", quality=_QUALITY, exif=b"")
    return coded.getvalue()
