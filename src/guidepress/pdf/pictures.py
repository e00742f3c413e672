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

__all__ = ["OpenPicture", "code_jpeg", "open_picture", "picture_fault"]

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
            made = _fewer(_upright(_eight(picture)), most)
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


def _eight(picture: Pillow.Image) -> Pillow.Image:
    """Bring sixteen bits a sample down to eight: printers and screens show no more, and pixels of eight may be mixed.

    Pillow makes white of all that is no black where one grey stands for none (PNG 11.3.2.1): that one becomes alpha here.
    """
    if not picture.mode.startswith("I"):
        return picture
    made = picture.point(lambda sample: sample / 256).convert("L")
    clear = picture.info.get("transparency")
    if isinstance(clear, int) and picture.mode == "I;16":
        from PIL import Image as Pillow  # noqa: PLC0415 - as above
        from PIL import ImageChops  # noqa: PLC0415 - few pictures need it

        data = picture.tobytes()
        halves = ((data[::2], clear & 0xFF), (data[1::2], clear >> 8))
        alike = (Pillow.frombytes("L", picture.size, half.translate(_alike(byte))) for half, byte in halves)
        made = Pillow.merge("LA", (made, ImageChops.invert(ImageChops.darker(*alike))))
    made.info = {key: value for key, value in picture.info.items() if key != "transparency"}
    return made


def _alike(byte: int) -> bytes:
    """Translates a byte to 255, and all others to 0."""
    return bytes(255 * (each == byte) for each in range(256))


def code_jpeg(picture: Pillow.Image) -> bytes:
    """A picture as JPEG."""
    coded = io.BytesIO()
    picture.save(coded, "JPEG", quality=_QUALITY, exif=b"")
    return coded.getvalue()
