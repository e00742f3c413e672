"""The file has no scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.objects import scripts
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    for where in dict.fromkeys(scripts(subject)):
        yield Found(f"The file has JavaScript {where}.")


RULE = PreflightRule(
    "scripts",
    "the file has no scripts",
    "Take the scripts out, or print the file to a new one.",
    forbidden("scripts", strict=True),
    file=_file,
)
