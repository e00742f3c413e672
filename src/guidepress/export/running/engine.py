"""In: the programs and fonts that make a book. Out: one digest of them, so that no cache outlives what filled it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

__all__ = ["engine_digest"]

_LIBRARIES = ("reportlab", "uharfbuzz", "pyphen", "markdown-it-py", "msgspec", "pypdf")
"""Libraries whose work shows in a file's bytes or in what is said of it."""


@cache
def engine_digest() -> str:
    """The digest of this program's own files and of the versions of the libraries that it sets with."""
    root = Path(__file__).parents[2]
    found = sha256()
    for path in sorted((*root.rglob("*.py"), *root.rglob("*.yaml"), *root.rglob("*.icc"))):
        found.update(path.relative_to(root).as_posix().encode())
        found.update(path.read_bytes())
    found.update("\n".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    return found.hexdigest()
