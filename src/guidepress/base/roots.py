"""In: a file that names other files. Out: the root, in which all must lie that it names.

A file may come from a stranger. What it names is read and written only below its root: the folder at work if the file
lies in it, else the file's own folder; and whatever folder the user adds by name. Links are followed before it is
asked where something lies, so none leads out.
"""

from __future__ import annotations

import os
from pathlib import Path

from guidepress.base.record import record

__all__ = ["Root", "outside", "root_of", "same_file"]


@record
class Root:
    """Folders, links followed, in which all must lie that a file names."""

    folders: tuple[Path, ...]

    def holds(self, path: Path) -> bool:
        """Whether a path lies in one of the folders, wherever its links lead."""
        real = _real(path)
        return real is not None and any(real.is_relative_to(folder) for folder in self.folders)

    def wider(self, *folders: Path) -> Root:
        """The same with more folders."""
        real = (_real(folder) for folder in folders)
        return Root(tuple(dict.fromkeys((*self.folders, *(each for each in real if each is not None)))))


def root_of(file: Path | None, wider: Root | Path | None = None) -> Root:
    """Find the root of a file.

    Args:
        file: which; None for a text or a mapping, which lies in the folder at work.
        wider: a folder that the user adds, or the root of a file that names this one.
    """
    here = _real(Path())
    own = _real(file.parent) if file is not None else here
    if own is None or (here is not None and own.is_relative_to(here)):
        own = here
    root = Root(() if own is None else (own,))
    return root.wider(*(wider.folders if isinstance(wider, Root) else () if wider is None else (wider,)))


def outside(shown: str, root: Root) -> tuple[str, str]:
    """Say that a file may not be named, and what to do."""
    folders = " or ".join(map(str, root.folders)) or "any folder"
    return (
        f'"{shown}" does not lie in {folders}.',
        "A file names only what lies below its own folder or the folder at work; --root FOLDER adds another.",
    )


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths are of one file, or would be: wherever their links lead."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return _real(one) is not None and _real(one) == _real(other)


def _real(path: Path) -> Path | None:
    """Where a path leads; None where no path can lead there, or nobody can say."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return None
