"""In: an order and what is asked of its files. Out: how the interior and the cover are written: colours, standard, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.pdf.press_ink import PressBoxes, PressInk

if TYPE_CHECKING:
    from guidepress.pdf.output_profile import OutputProfile
    from guidepress.pdf.press_ink import PressRect, PressStandard
    from guidepress.press.geometry import CoverGeometry, PageBoxes
    from guidepress.press.spec import PressSpec
    from guidepress.press.zone import Zone

__all__ = ["FileWish", "cover_ink", "interior_ink", "standard_of"]

_MOST_INK = 300
"""Per cent, where a printer says nothing: what sheet-fed presses on coated paper take (ISO 12647-2)."""

_WRITTEN: dict[str, PressStandard] = {"plain": "", "x1a": "x1a", "x1a-2003": "x1a-2003", "x4": "x4"}
"""What can be written, by the name that printers' files have for it."""


@record
class FileWish:
    """What a user asks of the files; "" leaves it to the printer's usual.

    Attributes:
        standard: plain, x1a, x1a-2003 or x4.
        condition: the printing condition, by its name in the ICC's registry.
        profile: the printer's own profile.
    """

    standard: str = ""
    condition: str = ""
    profile: OutputProfile | None = None


def standard_of(spec: PressSpec, wish: FileWish) -> PressStandard:
    """The standard of an order's files.

    Raises:
        FaultsFound: the printer takes no such files, or they cannot be written.
    """
    taken = spec.printer.files.standards
    known = [name for name in taken.value if name in _WRITTEN]
    asked = wish.standard or next(iter(known), "")
    if asked not in known:
        message = f'{spec.printer.name} takes no files of the standard "{asked}" ({taken.source}).'
        raise fault("standard-not-taken", message, f"Choose from {', '.join(known) or 'none'}.")
    return _WRITTEN[asked]


def interior_ink(spec: PressSpec, wish: FileWish, boxes: tuple[PageBoxes, PageBoxes]) -> PressInk:
    """How the pages are written: black alone for black ink, else in the printer's colours.

    Args:
        spec: what was ordered.
        wish: what is asked of the files.
        boxes: those of a recto and of a verso.

    Raises:
        FaultsFound: as `standard_of`.
    """
    pair = tuple(_boxes(each.media, each.trim) for each in boxes)
    space: Literal["grey"] | None = "grey" if spec.ink.colour == "grey" else None
    return _ink(spec, wish, pair, space)


def cover_ink(spec: PressSpec, wish: FileWish, geometry: CoverGeometry) -> PressInk:
    """How the cover is written, always in colour.

    Raises:
        FaultsFound: as `standard_of`.
    """
    return _ink(spec, wish, (_boxes(geometry.media, geometry.trim),), None)


def _ink(
    spec: PressSpec, wish: FileWish, boxes: tuple[PressBoxes, ...], space: Literal["grey"] | None
) -> PressInk:
    files, interior = spec.printer.files, spec.printer.interior
    standard = standard_of(spec, wish)
    return PressInk(
        space=space or _colours(spec, standard),
        standard=standard,
        condition=(wish.condition or files.condition.value[0]) if standard else "",
        profile=wish.profile,
        limit=files.ink_limit.value if files.ink_limit else _MOST_INK,
        least=interior.lightest_grey.value if interior.lightest_grey and space else 0,
        boxes=boxes,
    )


def _colours(spec: PressSpec, standard: PressStandard) -> Literal["cmyk", "rgb"]:
    """The printer's own first choice; a file of a standard holds no RGB."""
    first = next((each for each in spec.printer.files.colours.value if each != "grey"), "cmyk")
    return "rgb" if first == "rgb" and not standard else "cmyk"


def _boxes(media: Zone, trim: Zone) -> PressBoxes:
    def rect(zone: Zone) -> PressRect:
        return zone.left, media.top - zone.top, zone.right, media.top - zone.bottom

    return PressBoxes(rect(trim), rect(media))
