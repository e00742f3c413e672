"""In: the path or address of a guide. Out: its digest and those of its pictures; the guide, its pictures brought here."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
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
    data = read_place(guide)
    names = picture_names(data.decode(errors="replace"))
    pictures = ((name, _seen(_beside(guide, name))) for name in names)
    return ((Path(guide).name, digest(data)), *pictures)


def _beside(guide: str, name: str) -> str:
    """The path or address of what a guide names."""
    return f"{guide.rpartition('/')[0]}/{name}" if is_address(guide) else str(Path(guide).parent / name)


def _seen(place: str) -> str:
    """The digest of a file; "" where there is none."""
    try:
        return digest(read_place(place))
    except FaultsFound:
        return ""


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
        data = read_place(place)
        for name in picture_names(data.decode(errors="replace")):
            wanted = (here / name).resolve()
            if wanted.is_relative_to(here.resolve()) and _seen(_beside(place, name)):
                wanted.parent.mkdir(parents=True, exist_ok=True)
                wanted.write_bytes(read_place(_beside(place, name)))
        return load_guide(data, name=place, folder=here)

    def clear(self) -> None:
        """Remove the pictures that were brought here."""
        if self._folder is not None:
            self._folder()
            self._folder = None
