"""In: a path, a text or a mapping. Out: the parsed source, whichever it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.yaml import parse_yaml, read_yaml

if TYPE_CHECKING:
    from guidepress.base.yaml import YamlFile

__all__ = ["Readable", "is_text", "read_source"]

Readable: TypeAlias = Path | str | bytes | Mapping[str, object]
"""What a guide or a layout can be read from: a path; a text, that is bytes or a string with a line end; or a mapping."""


def is_text(source: Readable) -> bool:
    """Whether this is a text itself, and not the path of one: no path holds a line end, and no guide is one line."""
    return isinstance(source, bytes) or (isinstance(source, str) and "\n" in source)


def read_source(source: Readable, name: str) -> YamlFile:
    """Read and parse a file, a text or a mapping.

    Args:
        source: which.
        name: what places in a text or a mapping are said to be in; a file goes by its path.

    Raises:
        FaultsFound: it cannot be read, or is not of the form that files have.
    """
    if isinstance(source, Mapping):
        from guidepress.base.mapped import mapped  # noqa: PLC0415 - most guides are files

        return mapped(source, name)
    if isinstance(source, bytes):
        return parse_yaml(source, name)
    if isinstance(source, str) and is_text(source):
        # A lone surrogate, which no file can hold, is refused as a byte that is no UTF-8.
        return parse_yaml(source.encode("utf-8", "surrogatepass"), name)
    return read_yaml(Path(source))
