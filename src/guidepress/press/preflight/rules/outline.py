"""The file has no bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    outline = subject.file.dictionary(subject.file.root.get("Outlines"))
    if outline.get("First") is not None:
        yield Found("The file has bookmarks.")


RULE = PreflightRule(
    "outline",
    "the file has no bookmarks",
    "Export the file without bookmarks.",
    forbidden("outline", strict=False),
    file=_file,
)
