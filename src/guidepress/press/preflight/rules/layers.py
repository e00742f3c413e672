"""The file has no layers: a press cannot ask which of them are to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.objects import layers
from guidepress.press.preflight.rule import PreflightRule, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    if layers(subject):
        pages = [facts.number for facts in subject.facts if "layers" in facts.features]
        yield Found("The file has layers.", page=pages[0] if pages else 0)


RULE = PreflightRule(
    "layers",
    "the file has no layers",
    "Flatten the layers when the file is exported.",
    forbidden("layers", strict=True),
    file=_file,
)
