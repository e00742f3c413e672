"""The file is of a kind that the printer takes: plain, or one of the PDF/X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.claims import version_key
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]

_NAMES = {"x1a": "PDF/X-1a", "x3": "PDF/X-3", "x4": "PDF/X-4", "plain": "any PDF"}


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.files.standards
    return Limit(" or ".join(_NAMES.get(word, word) for word in rule.value), str(rule.source))


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    taken = ordered.printer.files.standards.value
    if "plain" in taken or ordered.standard in taken:
        return
    said = version_key(subject.file)
    yield Found(f"The file claims {said}." if said else "The file claims no PDF/X.")


RULE = PreflightRule(
    "standard",
    "the file is of a kind that the printer takes",
    "Export it again as the PDF/X that is asked for.",
    _limit,
    file=_file,
)
