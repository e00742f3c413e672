"""In: a file that names other files. Out: the root, in which all must lie that it names.

A file may come from a stranger. What it names is read and written only below its root: the folder at work if the file
lies in it, else the file's own folder; and whatever folder the user adds by name. Links are followed before it is
asked where something lies, so none leads out.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from guidepress.base.record import record

__all__ = ["Root", "barred", "is_path", "root_of", "same_file"]

_ADDRESS = re.compile(r"[^/]*://|(?:data|file):", re.IGNORECASE)
"""How what leads somewhere else begins; as a path it would be one through folders that are called "https:" and so on."""

_HOME = re.compile(r"~[^/]*/|~$")
"""How a home folder is written for a shell; as a path it would be a folder that is called "~"."""

_SHOWN = 80
"""Letters of a path that a message shows: no name is longer than 255 bytes."""


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


def barred(shown: str, path: Path, root: Root) -> tuple[str, str, str] | None:
    """Judge a path that a file names.

    Args:
        shown: as the file has it.
        path: where it leads, seen from the file's folder.
        root: in which it must lie.

    Returns:
        The code, the message and the hint for one that may be neither read nor written; None for the others.
    """
    named = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    if _ADDRESS.match(shown):
        message = f'"{named}" is an address, where only the path of a file of this machine can stand.'
        return (
            "address",
            message,
            "Put the file below the folder of the one that names it, and write its path.",
        )
    if _HOME.match(shown):
        message = f'"{named}" names a home folder as shells do, and no path does.'
        return "home-folder", message, "Write the path from the folder of the file that names it."
    if root.holds(path):
        return None
    folders = " or ".join(map(str, root.folders)) or "any folder"
    return (
        "outside-root",
        f'"{named}" does not lie in {folders}.',
        "A file names only what lies below its own folder or the folder at work; --root FOLDER adds another.",
    )


def is_path(name: str) -> bool:
    """Whether a name is the path of a YAML file, where it could be a stock layout's or printer's name as well."""
    return "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))


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
