"""The file is not encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    if "Encrypt" in subject.file.trailer:
        yield Found("The file is encrypted.")


RULE = PreflightRule(
    "encryption",
    "the file is not encrypted",
    "Save it without a password.",
    forbidden("encryption", strict=True),
    file=_file,
)
