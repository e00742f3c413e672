"""The file is no larger than the printer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject
    from guidepress.press.printers.figures import SourcedCount

__all__ = ["RULE"]

_MEGABYTE = 1_000_000


def _asked(ordered: Ordered) -> SourcedCount | None:
    files = ordered.printer.files
    return (files.cover_megabytes or files.megabytes) if ordered.cover else files.megabytes


def _limit(ordered: Ordered) -> Limit | str:
    rule = _asked(ordered)
    if rule is None:
        return f"{ordered.printer.name} says nothing of it"
    return Limit(f"{rule.value} MB or less", str(rule.source))


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    rule = _asked(ordered)
    if rule is not None and subject.size > rule.value * _MEGABYTE:
        yield Found(f"The file has {subject.size / _MEGABYTE:.0f} MB.")


RULE = PreflightRule(
    "file-size",
    "the file is no larger than the printer takes",
    "Reduce its pictures to the resolution that is asked for.",
    _limit,
    file=_file,
)
