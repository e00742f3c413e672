"""In: picture files. Out: image objects; JPEG as it is, anything else deflated, each picture once.

Pillow is imported with the first picture only. Files with the same bytes share one object.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from guidepress.page.svg import SvgError, Vector, read_svg
from guidepress.pdf.objects import reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL import Image as Pillow

    from guidepress.page.items import Image, Shape
    from guidepress.pdf.objects import ObjectTable

__all__ = ["Images", "PictureWriter", "write_jpeg", "write_pixels"]

_LEVEL = 6
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
_PROFILE_SPACES = {1: b"GRAY", 3: b"RGB "}
_PROFILE_CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")  # ISO 19005-2, 6.2.4.2
_MOST_COLOURS = 256


PictureWriter: TypeAlias = "Callable[[str, bytes, ObjectTable, int], int]"
"""Writes a picture: its path, the bytes of its file, the table, the most pixels across. Returns the object's number."""


class Images:
    """The pictures of one file: resource names by path, objects by content and by how many pixels are wanted."""

    __slots__ = ("_contents", "_drawings", "_names", "_paths", "_write")

    def __init__(self, write: PictureWriter | None = None) -> None:
        self._write = write or _write
        self._paths: dict[tuple[str, int], str] = {}
        self._names: dict[tuple[bytes, int], str] = {}
        self._contents: list[tuple[str, str, bytes, int]] = []
        self._drawings: dict[str, Vector] = {}

    def name(self, path: str, most: int = 0) -> str:
        """The resource name of a picture file, of which `most` pixels across are enough; 0 is all.

        Raises:
            FaultsFound: the file cannot be read.
        """
        known = self._paths.get((path, most))
        if known is None:
            data = _read(path)
            known = self._names.get((data, most))
            if known is None:
                known = self._names[data, most] = f"I{len(self._names)}"
                self._contents.append((known, path, data, most))
            self._paths[path, most] = known
        return known

    def shapes(self, image: Image) -> Iterator[Shape]:
        """The shapes of a drawing, scaled into a picture's rectangle.

        Raises:
            FaultsFound: the file cannot be read, or holds another drawing than when the guide was loaded.
        """
        drawing = self._drawings.get(image.path)
        if drawing is None:
            try:
                drawing = self._drawings[image.path] = read_svg(_read(image.path))
            except SvgError as problem:
                from guidepress.pdf.pictures import picture_fault  # noqa: PLC0415 - as below

                raise picture_fault(image.path, str(problem)) from None
        return drawing.scaled(image.width, image.height)

    def write(self, table: ObjectTable) -> dict[str, int]:
        """Write all pictures; returns the object number of each resource name."""
        return {name: self._write(path, data, table, most) for name, path, data, most in self._contents}


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        from guidepress.pdf.pictures import picture_fault  # noqa: PLC0415 - as below

        raise picture_fault(path, problem.strerror or str(problem)) from problem


def _write(path: str, data: bytes, table: ObjectTable, most: int) -> int:
    from guidepress.pdf.pictures import code_jpeg, open_picture  # noqa: PLC0415 - a book without pictures needs none

    with open_picture(path, data, most) as picture:
        made = picture.made
        if picture.jpeg and made.mode in {"L", "RGB"}:
            return write_jpeg(made, data if picture.untouched else code_jpeg(made), table)
        return _deflated(made, table)


def _entries(picture: Pillow.Image, space: str, **more: str) -> dict[str, str]:
    size = {"Width": str(picture.width), "Height": str(picture.height)}
    common = {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": space, "BitsPerComponent": "8"}
    return common | size | more


def write_jpeg(picture: Pillow.Image, data: bytes, table: ObjectTable) -> int:
    """Write a JPEG as it is coded, in the picture's own colours."""
    space = _space(picture, len(picture.getbands()), table)
    return table.add_stream(data, 0, **_entries(picture, space, Filter="/DCTDecode"))


def _deflated(picture: Pillow.Image, table: ObjectTable) -> int:
    """Write pixels; transparency becomes a soft mask (ISO 32000-1, 11.6.5.3), which PDF/A-2 permits."""
    more: dict[str, str] = {}
    if picture.has_transparency_data:
        full = picture.convert("RGBA")
        alpha = full.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = write_pixels(alpha, "/DeviceGray", {}, table)
            more["SMask"] = reference(mask)
        flat: Pillow.Image = full.convert("L" if picture.mode in {"LA", "La"} else "RGB")
    elif picture.mode == "P":
        return _palette(picture, table)
    elif picture.mode in {"1", "L"}:
        flat = picture.convert("L")
    else:
        flat = picture.convert("RGB")
    components = len(flat.getbands())
    same = components == len(picture.getbands()) - ("A" in picture.getbands())
    space = _space(picture, components, table) if same else _SPACES[components]
    return write_pixels(flat, space, more, table)


def _palette(picture: Pillow.Image, table: ObjectTable) -> int:
    colours = (picture.getpalette("RGB") or [])[: 3 * _MOST_COLOURS]
    most = max(len(colours) // 3 - 1, 0)
    lookup = bytes(colours).hex().upper()
    return write_pixels(picture, f"[/Indexed/DeviceRGB {most}<{lookup}>]", {}, table)


def write_pixels(picture: Pillow.Image, space: str, more: dict[str, str], table: ObjectTable) -> int:
    """Write pixels, deflated, in a colour space of PDF."""
    entries = _entries(picture, space, Filter="/FlateDecode", **more)
    return table.add_stream(zlib.compress(picture.tobytes(), _LEVEL), 0, **entries)


def _space(picture: Pillow.Image, components: int, table: ObjectTable) -> str:
    """The colour space: the picture's own profile where it is a sound one of version 2 or 4, else sRGB or grey."""
    profile = picture.info.get("icc_profile")
    if (
        isinstance(profile, bytes)
        and len(profile) > 128
        and profile[8] in {2, 4}
        and profile[12:16] in _PROFILE_CLASSES
        and profile[16:20] == _PROFILE_SPACES[components]
        and profile[36:40] == b"acsp"
    ):
        return f"[/ICCBased {reference(table.add_stream(profile, _LEVEL, N=str(components)))}]"
    return _SPACES[components]
