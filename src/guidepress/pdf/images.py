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
_SMOOTH = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})  # modes whose neighbouring pixels may be mixed
_ORIENTATION = 0x0112  # the tag of Exif by which a camera says how it was held
_QUALITY = 92  # of a JPEG that is coded again: no eye tells it from the first


class Images:
    """The pictures of one file: resource names by path, objects by content and by how many pixels are wanted."""

    __slots__ = ("_contents", "_names", "_paths")

    def __init__(self) -> None:
        self._paths: dict[tuple[str, int], str] = {}
        self._names: dict[tuple[bytes, int], str] = {}
        self._contents: list[tuple[str, str, bytes, int]] = []

    def name(self, path: str, most: int = 0) -> str:
        """The resource name of a picture file, of which `most` pixels across are enough; 0 is all.

        Raises:
            FaultsFound: the file cannot be read.
        """
        known = self._paths.get((path, most))
        if known is None:
            try:
                data = Path(path).read_bytes()
            except OSError as problem:
                raise _fault(path, problem.strerror or str(problem)) from problem
            known = self._names.get((data, most))
            if known is None:
                known = self._names[data, most] = f"I{len(self._names)}"
                self._contents.append((known, path, data, most))
            self._paths[path, most] = known
        return known

    def write(self, table: ObjectTable) -> dict[str, int]:
        """Write all pictures; returns the object number of each resource name."""
        return {name: _write(path, data, table, most) for name, path, data, most in self._contents}


def _fault(path: str, reason: str) -> FaultsFound:
    return FaultsFound(judge([(Fault.BAD_IMAGE, (path, reason))], ["ua1"]))


def _write(path: str, data: bytes, table: ObjectTable, most: int) -> int:
    import io  # noqa: PLC0415 - a book without pictures needs none of this

    from PIL import Image as Pillow  # noqa: PLC0415 - 15 ms, for books with pictures only

    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            picture.load()
            made = _fewer(_upright(picture), most)
            if picture.format == "JPEG" and picture.mode in {"L", "RGB"}:
                return _jpeg(made, data if made is picture else _coded(made), table)
            return _deflated(made, table)
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as problem:
        raise _fault(path, str(problem)) from problem


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


def _coded(picture: Pillow.Image) -> bytes:
    """A picture as JPEG."""
    import io  # noqa: PLC0415 - as above

    coded = io.BytesIO()
    picture.save(coded, "JPEG", quality=_QUALITY, exif=b"")
    return coded.getvalue()


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
