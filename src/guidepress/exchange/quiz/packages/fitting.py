"""In: a file. Out: whether it holds questions of a version of QTI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.doors import kind_of, open_archive
from guidepress.exchange.quiz.packages.manifest import root_name

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["holds_qti"]

_HEAD = 20_000
_XML = (".xml", ".qti", ".dat")


def holds_qti(name: str, data: bytes, roots: Collection[str], version: str = "") -> bool:
    """Whether a file, or one of an archive, has one of some outermost elements and names a version.

    Args:
        name: of the file.
        data: all of it.
        roots: the elements.
        version: a pattern that its head matches, such as "imsqti_v2p1"; "" for any.
    """
    if data.startswith(b"PK"):
        try:
            archive = open_archive(data, name)
            return any(
                _is(archive.read(each), roots, version)
                for each in archive.names
                if each.lower().endswith(_XML)
            )
        except FaultsFound:
            return False  # who reads it says what is wrong
    return kind_of(data[:_HEAD], name) == "xml" and _is(data, roots, version)


def _is(data: bytes, roots: Collection[str], version: str) -> bool:
    if root_name(data) not in roots:
        return False
    head = data[:_HEAD].replace(b"\0", b"").decode("utf-8", "replace")
    return re.search(version, head) is not None
