"""In: a file's pages, a printer, and what of the order is known. Out: the order that the file was made for, and how it was told.

What is not said is taken from the size of the pages, and the report says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.lengths import format_length
from guidepress.base.record import record, replace
from guidepress.bind.leaves import commonest
from guidepress.cos.pages import LETTER, box_of
from guidepress.press.geometry import interior_boxes
from guidepress.press.spec import PressChoice, order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.leaves import Leaf
    from guidepress.cos import File
    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec

__all__ = ["NEAR", "TakenOrder", "fits", "media_sizes", "take_order"]

NEAR = 720
"""Hundredths of an inch: what printers pass over in the size of a page, mpt."""


@record
class TakenOrder:
    """What a file was taken for.

    Attributes:
        spec: the order; None where no trim that is offered fits its pages.
        said: how that was told, a sentence each.
    """

    spec: PressSpec | None
    said: tuple[str, ...]


def media_sizes(file: File, leaves: Sequence[Leaf]) -> list[tuple[int, int]]:
    """The sizes of all pages as they are looked at, mpt."""
    found = []
    for leaf in leaves:
        media = box_of(file, leaf.page, "MediaBox") or LETTER
        width, height = (
            round((high - low) * leaf.unit * 1000)
            for low, high in ((media[0], media[2]), (media[1], media[3]))
        )
        found.append((height, width) if leaf.turn % 180 else (width, height))
    return found


def fits(size: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sizes are one."""
    return abs(size[0] - other[0]) <= NEAR and abs(size[1] - other[1]) <= NEAR


def take_order(printer: Printer, choice: PressChoice, sizes: Sequence[tuple[int, int]]) -> TakenOrder:
    """Find the order of an interior.

    Args:
        printer: whom it is for.
        choice: what is known; a trim "" is taken from the pages, and bleed always is.
        sizes: of the pages.

    Raises:
        FaultsFound: what is said is not offered, or not together.
    """
    size = commonest(sizes)
    names = [choice.trim] if choice.trim else list(printer.trims)
    for bleed in (False, True):
        for name in names:
            spec = _ordered(printer, replace(choice, trim=name, bleed=bleed), must=bool(choice.trim))
            if spec is not None and fits(size, _media(spec)):
                return TakenOrder(spec, tuple(_sentences(spec, choice, size)))
    if choice.trim:
        spec = order(printer, replace(choice, bleed=False))
        wide = size[0] > spec.trim.width + NEAR or size[1] > spec.trim.height + NEAR
        spec = replace(spec, bleed=wide)
        return TakenOrder(spec, tuple(_sentences(spec, choice, size)))
    shown = f"{format_length(size[0])} x {format_length(size[1])}"
    return TakenOrder(None, (f"Pages of {shown} fit no trim of {printer.name}, with or without bleed.",))


def _ordered(printer: Printer, choice: PressChoice, *, must: bool) -> PressSpec | None:
    """The order of a choice; None where a trim that nobody named does not go together with the rest."""
    try:
        return order(printer, choice)
    except FaultsFound:
        if must:
            raise
        return None


def _media(spec: PressSpec) -> tuple[int, int]:
    media = interior_boxes(spec, 1, recto=True).media
    return media.width, media.height


def _sentences(spec: PressSpec, choice: PressChoice, size: tuple[int, int]) -> list[str]:
    shown = f"{format_length(size[0])} x {format_length(size[1])}"
    bleed = "with" if spec.bleed else "without"
    said = [
        f"Trim {spec.trim.id}, {bleed} bleed{'' if choice.trim else f': taken from its pages of {shown}'}."
    ]
    for what, given, taken in (
        ("Paper", choice.paper, spec.paper.id),
        ("Ink", choice.ink, spec.ink.id),
        ("Binding", choice.binding, spec.binding.id),
    ):
        said.append(f"{what} {taken}{'' if given else ', the usual one, since none was named'}.")
    return said
