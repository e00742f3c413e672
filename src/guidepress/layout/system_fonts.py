"""In: a family's name as font menus show it ("Gentium Plus"). Out: its files in the folders where systems keep fonts."""

from __future__ import annotations

import os
import struct
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from guidepress.layout.font_files import face_of_collection

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FontNames", "faces_of", "font_folders", "installed", "names_in"]

_FONTS, _COLLECTIONS = frozenset({".ttf", ".otf"}), frozenset({".ttc", ".otc"})
_COLLECTION = b"ttcf"  # OpenType 1.9, font collections: the tag that such a file begins with

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16  # OpenType 1.9, name table, name ids
_UNICODE = {(0, 3), (0, 4), (3, 1), (3, 10)}  # platform and encoding: UTF-16
_ITALIC = 0x0001 | 0x0200  # OS/2 fsSelection: italic, oblique
_NORMAL_WIDTH = 5  # OS/2 usWidthClass

_WEIGHTS = {"light": 300, "regular": 400, "semibold": 600, "bold": 700, "black": 900}
"""OS/2 usWeightClass of the weights that styles name."""

_MOST_FACES = 1000
"""Faces of a collection that are looked at; the largest that there are hold a few dozen."""

_NEAR = 60
"""A file serves a weight if its own is no further off: 250 and 350 are light, 500 is none of them."""


class FontNames(NamedTuple):
    """What a font file says of itself: the names of its family, its weight, whether it slants or can take any weight."""

    families: frozenset[str]
    weight: int
    italic: bool
    normal: bool
    variable: bool


def font_folders() -> tuple[Path, ...]:
    """The folders where Linux, macOS and Windows keep fonts, those of the user first."""
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    windows = [Path(os.environ[key]) / rest for key, rest in _WINDOWS.items() if os.environ.get(key)]
    listed = (
        Path(data) / "fonts",
        home / ".fonts",
        home / "Library/Fonts",
        *(Path(each) / "fonts" for each in shared if each),
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        *windows,
    )
    return tuple(dict.fromkeys(each for each in listed if each.is_dir()))


_WINDOWS = {"LOCALAPPDATA": "Microsoft/Windows/Fonts", "WINDIR": "Fonts"}


def faces_of(family: str, folders: tuple[Path, ...]) -> dict[str, str]:
    """The files of a family by face ("bold-italic"), as layouts name them; empty if it is not installed.

    A face of a collection is named by its file and its number in it.

    Args:
        family: its name; capitals do not count.
        folders: where to look, the first that has a face gives it.
    """
    found: dict[str, str] = {}
    for path, names in _fonts_in(folders):
        if family.casefold() not in names.families or not names.normal:
            continue
        for face, weight in _WEIGHTS.items():
            if names.variable or abs(names.weight - weight) <= _NEAR:
                found.setdefault(f"{face}-italic" if names.italic else face, path)
    return found


def installed(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of all families, as they are compared."""
    return tuple(sorted({name for _, names in _fonts_in(folders) for name in names.families}))


@cache
def _fonts_in(folders: tuple[Path, ...]) -> tuple[tuple[str, FontNames], ...]:
    """All faces with their files and what they say of themselves, each file read once a program run."""
    return tuple(
        (face_of_collection(str(path), number) if path.suffix.lower() in _COLLECTIONS else str(path), names)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _FONTS | _COLLECTIONS
        for number, names in enumerate(names_in(path))
        if names is not None
    )


def names_in(path: Path) -> tuple[FontNames | None, ...]:
    """Read what the faces of a font file say of themselves: one, or those of a collection.

    Returns:
        The faces in order, None for one that cannot be read; nothing for a file that cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) != _COLLECTION:
                return (_names_at(file, 0),)
            count = struct.unpack(">4xI", file.read(8))[0]
            starts = [start for (start,) in struct.iter_unpack(">I", file.read(4 * min(count, _MOST_FACES)))]
            return tuple(_names_at(file, start) for start in starts)
    except (OSError, struct.error):
        return ()


def _names_at(file: IO[bytes], place: int) -> FontNames | None:
    """Read what the face says of itself whose table directory is at a place; None if it cannot be read."""
    try:
        file.seek(place)
        count = struct.unpack(">4sH6x", file.read(12))[1]
        tables = {
            tag: (start, size) for tag, _, start, size in struct.iter_unpack(">4s3I", file.read(16 * count))
        }
        read = {}
        for tag in (b"name", b"OS/2"):
            start, size = tables[tag]
            file.seek(start)
            read[tag] = file.read(size)
        weight, width = struct.unpack_from(">HH", read[b"OS/2"], 4)
        (selection,) = struct.unpack_from(">H", read[b"OS/2"], 62)
        families = frozenset(_families(read[b"name"]))
    except (OSError, KeyError, struct.error, UnicodeDecodeError):
        return None
    return FontNames(families, weight, bool(selection & _ITALIC), width == _NORMAL_WIDTH, b"fvar" in tables)


def _families(table: bytes) -> Iterator[str]:
    """The names of the family in every language; those that hold all weights together, if there are any."""
    count, strings = struct.unpack_from(">2xHH", table)
    records = [struct.unpack_from(">6H", table, 6 + 12 * index) for index in range(count)]
    known = {record[3] for record in records}
    wanted = _TYPOGRAPHIC_FAMILY if _TYPOGRAPHIC_FAMILY in known else _FAMILY
    for platform, encoding, _, name, size, start in records:
        if name == wanted and (platform, encoding) in _UNICODE:
            yield table[strings + start : strings + start + size].decode("utf-16-be").casefold()
