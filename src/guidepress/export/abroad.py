"""In: the path or address of a guide. Out: its digest and those of its pictures; the guide, its pictures brought here."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.limits import FILE_BYTES, PICTURE_BYTES
from guidepress.base.roots import root_of
from guidepress.export.running.outcome import digest
from guidepress.export.running.storage import found_at, is_address, read_place
from guidepress.guide import load_guide
from guidepress.guide.picture_names import picture_names

if TYPE_CHECKING:
    from guidepress.guide import Guide

__all__ = ["GuideShelf", "addresses_of", "guide_sources"]


def addresses_of(entry: str) -> tuple[str, ...]:
    """The guides that an address stands for; `*` and `**` stand for any names and folders.

    Raises:
        FaultsFound: the store cannot be reached.
    """
    if "*" not in entry:
        return (entry,)
    return tuple(each for each in found_at(entry) if each.endswith((".yaml", ".yml")))


def guide_sources(guide: str) -> tuple[tuple[str, str], ...]:
    """A guide and the pictures that it may name, each with the digest of its bytes; "" for what is not there.

    Raises:
        FaultsFound: the guide cannot be read.
    """
    data = read_place(guide, most=FILE_BYTES)
    names = picture_names(data.decode(errors="replace"))
    pictures = ((name, digest(found) if (found := _picture(guide, name)) else "") for name in names)
    return ((Path(guide).name, digest(data)), *pictures)


def _picture(guide: str, name: str) -> bytes:
    """What a guide names as a picture; nothing where that is not there, too large, or outside of what a guide may name.

    A guide in a store names what lies below its own folder, one on this machine what lies below its root.
    """
    if is_address(guide):
        within = not name.startswith("/") and ".." not in PurePosixPath(name).parts
        place = f"{guide.rpartition('/')[0]}/{name}"
    else:
        within = root_of(Path(guide)).holds(Path(guide).parent / name)
        place = str(Path(guide).parent / name)
    if not within:
        return b""
    try:
        return read_place(place, most=PICTURE_BYTES)
    except FaultsFound:
        return b""


class GuideShelf:
    """Loads guides; of one from elsewhere, the pictures are here until the next one is loaded."""

    def __init__(self) -> None:
        self._folder: weakref.finalize[..., GuideShelf] | None = None

    def load(self, place: str) -> Guide:
        """Load a guide from its path or address.

        Raises:
            FaultsFound: it cannot be read, or has faults.
        """
        self.clear()
        if not is_address(place):
            return load_guide(Path(place))
        here = Path(tempfile.mkdtemp())
        self._folder = weakref.finalize(self, shutil.rmtree, here, ignore_errors=True)
        data = read_place(place, most=FILE_BYTES)
        for name in picture_names(data.decode(errors="replace")):
            picture = _picture(place, name)
            with suppress(
                OSError, ValueError
            ):  # no file can have its name: the guide is told that it is missing
                if picture:
                    wanted = here / name
                    wanted.parent.mkdir(parents=True, exist_ok=True)
                    wanted.write_bytes(picture)
        return load_guide(data, name=place, folder=here)

    def clear(self) -> None:
        """Remove the pictures that were brought here."""
        if self._folder is not None:
            self._folder()
            self._folder = None
