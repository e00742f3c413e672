"""In: picture files. Out: image objects in the inks of a press.

Transparency is flattened onto white, except in PDF/X-4. For black ink a picture is grey. For four inks it is separated
by a table of 33 x 33 x 33 colours, between which Pillow reckons: by the printer's profile, or by the formula of
`separation` where none is given. Every entry of the table is held within the ink that the paper takes, and what lies
between entries is no more than they are. A picture that has inks of its own keeps them, within the same limit; one
without hue prints in black alone.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, cast

from guidepress.pdf.images import Images, write_jpeg, write_pixels
from guidepress.pdf.objects import reference
from guidepress.pdf.pictures import code_jpeg, open_picture
from guidepress.pdf.separation import FULL, PER_CENT, hold, separate

if TYPE_CHECKING:
    from PIL import Image as Pillow
    from PIL.ImageFilter import Color3DLUT

    from guidepress.pdf.objects import ObjectTable
    from guidepress.pdf.output_profile import OutputProfile
    from guidepress.pdf.press_ink import PressInk

__all__ = ["PressPictures"]

_SIZE = 33
"""Colours along each edge of the table; what presses' own profiles have."""

_ROUNDING = 8
"""Per mille: four channels of 8 bits, each rounded by half a step, come to so much."""

_WHITE = (255, 255, 255)
_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


class PressPictures:
    """The pictures of one file for a press.

    Attributes:
        images: their names; hand it to the writer of contents.
        masked: the objects of those that are transparent.
    """

    def __init__(self, ink: PressInk) -> None:
        self._ink = ink
        self._table: Color3DLUT | None = None
        self.images = Images(self._write)
        self.masked: set[int] = set()

    def _write(self, path: str, data: bytes, table: ObjectTable, most: int) -> int:
        with open_picture(path, data, most) as picture:
            more: dict[str, str] = {}
            made = picture.made
            if made.has_transparency_data:
                more = self._mask(made, table)
                flat = made.convert("RGBA").convert("RGB") if more else _on_white(made)
            else:
                flat = _opaque(made)
            developed = self._develop(flat)
            if picture.jpeg and developed.mode in {"L", "RGB"} and not more:
                same = picture.untouched and developed is made
                developed.info.pop("icc_profile", None)
                return write_jpeg(developed, data if same else code_jpeg(developed), table)
            made_at = write_pixels(developed, _SPACES[developed.mode], more, table)
            if more:
                self.masked.add(made_at)
            return made_at

    def _mask(self, picture: Pillow.Image, table: ObjectTable) -> dict[str, str]:
        """The soft mask, where the standard permits one and the picture needs it."""
        alpha = picture.convert("RGBA").getchannel("A")
        if self._ink.standard != "x4" or alpha.getextrema() == (255, 255):
            return {}
        return {"SMask": reference(write_pixels(alpha, "/DeviceGray", {}, table))}

    def _develop(self, picture: Pillow.Image) -> Pillow.Image:
        """Bring opaque pixels into the inks of the press."""
        if picture.mode == "L":
            return picture
        if picture.mode == "CMYK" and self._ink.space == "cmyk":
            return _held(picture, self._ink.limit)
        seen = _as_seen(picture)
        if self._ink.space == "grey" or _hueless(seen):
            return seen.convert("L")
        return seen if self._ink.space == "rgb" else seen.filter(self._separations())

    def _separations(self) -> Color3DLUT:
        """The table, made with the first picture that needs it."""
        if self._table is None:
            from PIL.ImageFilter import Color3DLUT  # noqa: PLC0415 - for pictures only

            steps = [round(step * 255 / (_SIZE - 1)) for step in range(_SIZE)]
            # The first channel turns fastest.
            colours = [(red, green, blue) for blue in steps for green in steps for red in steps]
            profile, limit = self._ink.profile, self._ink.limit * PER_CENT - _ROUNDING
            inks = _by_profile(colours, profile) if profile else _by_formula(colours)
            shares = [ink / FULL for each in inks for ink in hold(each, limit)]
            self._table = Color3DLUT(_SIZE, shares, channels=4, target_mode="CMYK")
        return self._table


_Colours = list[tuple[int, int, int]]
_Inks = list[tuple[int, int, int, int]]


def _by_formula(colours: _Colours) -> _Inks:
    return [separate(*colour, picture=True) for colour in colours]


def _by_profile(colours: _Colours, profile: OutputProfile) -> _Inks:
    """Ask the profile: relative colorimetric with black point compensation, so that white is the paper."""
    from PIL import Image as Pillow  # noqa: PLC0415 - for pictures only
    from PIL import ImageCms  # noqa: PLC0415 - for profiles only

    row = Pillow.new("RGB", (len(colours), 1))
    row.putdata(colours)
    seen = ImageCms.profileToProfile(
        row,
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile.data)),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    data = cast("Pillow.Image", seen).tobytes()
    return [
        cast("tuple[int, int, int, int]", tuple(round(ink * FULL / 255) for ink in data[at : at + 4]))
        for at in range(0, len(data), 4)
    ]


def _on_white(picture: Pillow.Image) -> Pillow.Image:
    """Lay a picture on white paper."""
    from PIL import Image as Pillow  # noqa: PLC0415 - for pictures only

    full = picture.convert("RGBA")
    paper = Pillow.new("RGB", full.size, _WHITE)
    paper.paste(full, mask=full.getchannel("A"))
    if picture.mode in {"LA", "La"}:
        return paper.convert("L")
    paper.info = dict(picture.info)
    return paper


def _opaque(picture: Pillow.Image) -> Pillow.Image:
    """A picture of full samples: grey, RGB or CMYK."""
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    if picture.mode == "1":
        return picture.convert("L")
    return picture.convert("RGB")


def _as_seen(picture: Pillow.Image) -> Pillow.Image:
    """A picture in sRGB: by its own profile if that is sound, else as its values say."""
    profile = picture.info.get("icc_profile")
    if isinstance(profile, bytes):
        from PIL import ImageCms  # noqa: PLC0415 - for profiles only

        try:
            seen = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError):
            return picture.convert("RGB")  # a profile of another kind of picture says nothing of this one
        return cast("Pillow.Image", seen)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _hueless(picture: Pillow.Image) -> bool:
    """Whether all of an RGB picture is grey."""
    from PIL import ImageChops  # noqa: PLC0415 - for pictures only

    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getextrema() == (0, 0) for other in (green, blue))


def _held(picture: Pillow.Image, limit: int) -> Pillow.Image:
    """Lessen C, M and Y of a CMYK picture where all inks come to more than `limit` per cent."""
    from PIL import Image as Pillow  # noqa: PLC0415 - for pictures only
    from PIL import ImageMath  # noqa: PLC0415 - likewise

    most = limit * 255 // 100
    bands = picture.split()
    *colours, black = bands

    def over(given: dict[str, Any]) -> Any:  # noqa: ANN401 - Pillow's own arithmetic
        return given["c"] + given["m"] + given["y"] + given["k"]

    total = ImageMath.lambda_eval(over, **dict(zip("cmyk", bands, strict=True)))
    if total.getextrema()[1] <= most:
        return picture

    def lessen(given: dict[str, Any]) -> Any:  # noqa: ANN401 - likewise
        colour, all_inks, dark = given["colour"], given["total"], given["black"]
        room = given["max"](most - dark, 0)
        return given["min"](colour, colour * room / given["max"](all_inks - dark, 1))

    held = [
        ImageMath.lambda_eval(lessen, colour=colour, total=total, black=black).convert("L")
        for colour in colours
    ]
    return Pillow.merge("CMYK", (*held, black))
