"""The file has no files within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.objects import attachments
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    for where in dict.fromkeys(attachments(subject)):
        yield Found(f"The file has attached files {where}.")


RULE = PreflightRule(
    "attachments",
    "the file has no files within it",
    "Take the attachments out.",
    forbidden("attachments", strict=True),
    file=_file,
)
