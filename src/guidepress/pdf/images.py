"""In: picture files. Out: image objects; JPEG as it is, anything else deflated, each picture once.

Pillow is imported with the first picture only. Files with the same bytes share one object.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.pdf.objects import reference
from guidepress.standard import Fault, judge

if TYPE_CHECKING:
    from PIL import Image as Pillow

    from guidepress.pdf.objects import ObjectTable

__all__ = ["Images"]

_LEVEL = 6
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
_PROFILE_SPACES = {1: b"GRAY", 3: b"RGB "}
_PROFILE_CLASSES = (b"mntr", b"scnr", b"prtr", b"spac")  # ISO 19005-2, 6.2.4.2
_MOST_COLOURS = 256
_ORIENTATION = 0x0112  # the tag of Exif by which a camera says how it was held
_QUALITY = 92  # of a JPEG that is coded again: no eye tells it from the first


class Images:
    """The pictures of one file: resource names by path, objects by content."""

    __slots__ = ("_contents", "_names", "_paths")

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._names: dict[bytes, str] = {}
        self._contents: list[tuple[str, str, bytes]] = []

    def name(self, path: str) -> str:
        """The resource name of a picture file.

        Raises:
            FaultsFound: the file cannot be read.
        """
        known = self._paths.get(path)
        if known is None:
            try:
                data = Path(path).read_bytes()
            except OSError as problem:
                raise _fault(path, problem.strerror or str(problem)) from problem
            known = self._names.get(data)
            if known is None:
                known = self._names[data] = f"I{len(self._names)}"
                self._contents.append((known, path, data))
            self._paths[path] = known
        return known

    def write(self, table: ObjectTable) -> dict[str, int]:
        """Write all pictures; returns the object number of each resource name."""
        return {name: _write(path, data, table) for name, path, data in self._contents}


def _fault(path: str, reason: str) -> FaultsFound:
    return FaultsFound(judge([(Fault.BAD_IMAGE, (path, reason))], ["ua1"]))


def _write(path: str, data: bytes, table: ObjectTable) -> int:
    import io  # noqa: PLC0415 - a book without pictures needs none of this

    from PIL import Image as Pillow  # noqa: PLC0415 - 15 ms, for books with pictures only

    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            picture.load()
            upright, turned = _upright(picture)
            if picture.format == "JPEG" and picture.mode in {"L", "RGB"}:
                return _jpeg(upright, turned or data, table)
            return _deflated(upright, table)
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as problem:
        raise _fault(path, str(problem)) from problem


def _upright(picture: Pillow.Image) -> tuple[Pillow.Image, bytes]:
    """Turn a picture as its camera was held; its bytes as JPEG if it had to be turned, else none.

    PDF knows no orientation, and a JPEG that is turned by its pixels must be coded again.
    """
    import io  # noqa: PLC0415 - a book without pictures needs none of this

    from PIL import ImageOps  # noqa: PLC0415 - likewise

    if picture.getexif().get(_ORIENTATION, 1) == 1:
        return picture, b""
    upright = ImageOps.exif_transpose(picture)
    upright.info = dict(picture.info)  # its colour profile
    coded = io.BytesIO()
    if picture.format == "JPEG":
        upright.save(coded, "JPEG", quality=_QUALITY, exif=b"")
    return upright, coded.getvalue()


def _entries(picture: Pillow.Image, space: str, **more: str) -> dict[str, str]:
    size = {"Width": str(picture.width), "Height": str(picture.height)}
    common = {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": space, "BitsPerComponent": "8"}
    return common | size | more


def _jpeg(picture: Pillow.Image, data: bytes, table: ObjectTable) -> int:
    space = _space(picture, len(picture.getbands()), table)
    return table.add_stream(data, 0, **_entries(picture, space, Filter="/DCTDecode"))


def _deflated(picture: Pillow.Image, table: ObjectTable) -> int:
    """Write pixels; transparency becomes a soft mask (ISO 32000-1, 11.6.5.3), which PDF/A-2 permits."""
    more: dict[str, str] = {}
    if picture.has_transparency_data:
        full = picture.convert("RGBA")
        alpha = full.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = _stream(alpha, "/DeviceGray", {}, table)
            more["SMask"] = reference(mask)
        flat: Pillow.Image = full.convert("L" if picture.mode in {"LA", "La"} else "RGB")
    elif picture.mode == "P":
        return _palette(picture, table)
    elif picture.mode in {"1", "L"}:
        flat = picture.convert("L")
    elif picture.mode.startswith(("I", "F")):
        # Sixteen bits a sample come down to eight: printers and screens show no more.
        flat = picture.point(lambda sample: sample / 256).convert("L")
    else:
        flat = picture.convert("RGB")
    components = len(flat.getbands())
    same = components == len(picture.getbands()) - ("A" in picture.getbands())
    space = _space(picture, components, table) if same else _SPACES[components]
    return _stream(flat, space, more, table)


def _palette(picture: Pillow.Image, table: ObjectTable) -> int:
    colours = (picture.getpalette("RGB") or [])[: 3 * _MOST_COLOURS]
    most = max(len(colours) // 3 - 1, 0)
    lookup = bytes(colours).hex().upper()
    return _stream(picture, f"[/Indexed/DeviceRGB {most}<{lookup}>]", {}, table)


def _stream(picture: Pillow.Image, space: str, more: dict[str, str], table: ObjectTable) -> int:
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
